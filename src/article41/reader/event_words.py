"""Where a sentence tells of an event: tests, launches, votes, meetings, summits, thefts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from article41.reader.dates import DateFound, dates_in
from article41.reader.event_shots import Hit, shots_in
from article41.reader.patterns import pattern
from article41.reader.quantities import quantities_in
from article41.reader.votes import VETOED

_VOTE = pattern("events", "vote")
_NO_VOTE = pattern("events", "no_vote")
_MEETING = pattern("events", "meeting")
_NO_MEETING = pattern("events", "no_meeting")
_SUMMIT = pattern("events", "summit")
_THEFT = pattern("events", "theft")
_THEFT_NEAR = pattern("events", "theft_near")


_BALLOT = (
    "vot",
    "veto",
    "adopt",
    "pass",
    "approv",
    "unanim",
    "tighten",
    "renew",
    "extend",
    "day's",
    "day’s",
    "council",
)
_MET = ("met", "meet", "session", "talks", "consult", "conven", "gather", "discuss", "debat", "held")


def hits_in(text: str, dates: tuple[DateFound, ...], before: str) -> Iterator[Hit]:
    """Where events are told; `before` is the type of the shot told last. The words asked for first are cheap,
    and most sentences have none of them."""
    low = text.lower()
    yield from shots_in(text, low, dates, before)
    voted = any(word in low for word in _BALLOT)
    if voted:
        yield from _vote_hits(text)
    met = False
    if "kim" in low or "summit" in low or "hosting" in low or "hosted" in low:
        for match in _SUMMIT.finditer(text):
            met = True
            lead = text[max(0, match.start() - 20) : match.end()]
            if not _PLANNED.search(text[max(0, match.start() - 20) : match.end() + 15]) or "second" in lead:
                yield Hit("summit", match.start(), match.end())
    if not met and any(word in low for word in _MET):
        yield from _meetings(text, voted)
    theft = _THEFT.search(text) if "illion" in low or "$" in low or "dollar" in low else None
    if theft is not None and _THEFT_NEAR.search(text):
        yield from _thefts(text, theft)


_PLANNED = re.compile(
    r"\b(?:next|planned|possible|upcoming|second|another|no) summit|summit (?:will|is to|could|would)"
)


def _meetings(text: str, voted: bool) -> Iterator[Hit]:
    """Meetings; beside a vote only those that are said outright."""
    if _NO_MEETING.search(text):
        return
    voted = voted and _VOTE.search(text) is not None
    for match in _MEETING.finditer(text):
        if not voted or re.search(r"\b(?:met|meets|convened|convenes|gathered)$", match.group()):
            yield Hit("meeting", match.start(), match.end())


def _thefts(text: str, theft: re.Match[str]) -> Iterator[Hit]:
    """One hit for each sum with a day of its own; else one for the sentence."""
    sums = [offset for offset, amount in quantities_in(text) if amount.unit == "USD"]
    days = [
        d
        for d in dates_in(text, date(2000, 1, 1))
        if d.start > theft.start() and re.match(r"(?:on |in |between |from )?(?:[A-Z]|\d{4})", d.text)
    ]
    if len(sums) > 1 and len(days) > 1 and sums[1] > days[0].start:
        for offset in sums:
            yield Hit("cyber-theft", offset, offset + 1)
        return
    yield Hit("cyber-theft", theft.start(), theft.end())


def _vote_hits(text: str) -> Iterator[Hit]:
    match = _VOTE.search(text)
    if match is None or (_NO_VOTE.search(text) and not VETOED.search(text)):
        return
    about = re.search(
        r"\b(?:the vote|Council|UNSC|resolution|mandate|draft|panel|sanctions|text|Russia|China"
        r"|U[.․]?N[.․]?)\b",
        text,
        re.I,
    )
    if about is None or re.search(
        r"\b(?:Congress|parliament|House of Representatives|Senate|National Assembly|election)\b", text
    ):
        return
    seen: set[str] = set()
    for one in _VOTE.finditer(text):
        outcome = "vetoed" if one.group().lower().startswith("veto") else "other"
        if outcome not in seen and not (seen and outcome == "other" and len(dates_in(text, None)) < 2):
            seen.add(outcome)
            council = one.group().rfind("Council")  # where a pattern begins with the dateline
            yield Hit("vote", one.start() + max(council, 0), one.end())

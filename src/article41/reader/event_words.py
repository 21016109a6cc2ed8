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
    "block",
    "hands",
)
_MET = (
    "met",
    "meet",
    "session",
    "talks",
    "consult",
    "conven",
    "gather",
    "discuss",
    "debat",
    "held",
    "negotia",
    "phone",
    "video",
    "round",
    "appear",
    "closed doors",
    "visit",
    "trip",
    "flew",
    "slipped",
    "called on",
    "arriv",
    "travel",
    "brief",
    "confer",
)


def hits_in(text: str, dates: tuple[DateFound, ...], before: str) -> Iterator[Hit]:
    """Where events are told; `before` is the type of the shot told last. The words asked for first are cheap,
    and most sentences have none of them."""
    low = text.lower()
    yield from shots_in(text, low, dates, before)
    voted = any(word in low for word in _BALLOT)
    if voted:
        yield from _vote_hits(text)
    theft = _THEFT_WORTH.search(low) and _THEFT_NEAR.search(text) and _THEFT.search(text)
    if theft:
        yield from _thefts(text, theft)
    if not dates and not _SAME_DAY.search(text) and not _COUNCIL_SITS.search(text):
        return  # a meeting without a day is not told as an event
    summits = list(_summits(text)) if any(word in low for word in _LEADERS) else []
    yield from summits
    if any(word in low for word in _MET):
        for hit in _meetings(text, voted):
            if not any(other.start < hit.end and hit.start < other.end for other in summits):
                yield hit


def _summits(text: str) -> Iterator[Hit]:
    """Meetings of leaders; planned ones only where the words say which."""
    end = 0
    for match in _SUMMIT.finditer(text):
        lead = text[max(0, match.start() - 20) : match.end()]
        planned = (
            _PLANNED.search(text[max(0, match.start() - 20) : match.end() + 15]) and "second" not in lead
        )
        if match.start() >= end and not planned and not _near_no(text, match):
            end = match.end()
            yield Hit("summit", match.start(), match.end())


def _near_no(text: str, match: re.Match[str]) -> bool:
    """Words beside it that say it did not take place."""
    return _NO_MEETING.search(text, max(0, match.start() - 40), match.end() + 60) is not None


_LEADERS = ("kim", "summit", "hosting", "hosted", "trump", "putin", "xi ", "moon", "president", "leader")
_OTHER_WARS = re.compile(
    r"\bveto\w*\b[^.;]{0,80}\b(?:invasion of|war in|on) (?:Ukraine|Syria|Gaza|Libya|Yemen)\b"
)
_THEFT_WORTH = re.compile(
    r"illion|\$|dollar|crypto|hack|heist|theft|stol|steal|exchange|coin|wallet|cyber|lazarus|bank|\bether"
)
_SAME_DAY = pattern("events", "same_day")
_COUNCIL_SITS = pattern("events", "council_sits")
_PLANNED = re.compile(
    r"\b(?:next|planned|possible|upcoming|second|another|no) summit|summit (?:will|is to|could|would)"
)


def _meetings(text: str, voted: bool) -> Iterator[Hit]:
    """Meetings; beside a vote only those that are said outright."""
    voted = voted and _VOTE.search(text) is not None
    for match in _MEETING.finditer(text):
        if _near_no(text, match):
            continue
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
    if match is None or (_NO_VOTE.search(text) and not VETOED.search(text)) or _OTHER_WARS.search(text):
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

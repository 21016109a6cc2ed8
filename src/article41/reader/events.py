"""Events: tests, launches, votes, meetings, summits, thefts, each with its day as far as the text goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from article41.reader.actors import sentence_actors
from article41.reader.dates import DateFound, dates_in
from article41.reader.document import Document
from article41.reader.items import Event
from article41.reader.patterns import pattern
from article41.reader.quantities import quantities_in
from article41.reader.segment import Paragraph, Sentence, flat
from article41.reader.votes import ADOPTED, VETOED, tally

_NUCLEAR = pattern("events", "nuclear")
_MISSILE = pattern("events", "missile")
_SATELLITE = pattern("events", "satellite")
_VOTE = pattern("events", "vote")
_NO_VOTE = pattern("events", "no_vote")
_FUTURE = pattern("events", "future")
_MEETING = pattern("events", "meeting")
_NO_MEETING = pattern("events", "no_meeting")
_SUMMIT = pattern("events", "summit")
_THEFT = pattern("events", "theft")
_THEFT_NEAR = pattern("events", "theft_near")
_UNREAL = pattern("events", "unreal")
_NK = re.compile(r"\b(?:North|Pyongyang|DPRK|Kim|N\. ?Korea\w*|NK|its|it|The country|regime|device)\b")


@dataclass(frozen=True, slots=True)
class _Hit:
    type: str
    start: int
    end: int


def events(document: Document, blocks: list[Paragraph], anchor: date | None) -> tuple[Event, ...]:
    """The events of a text: one for each type and date."""
    found: list[Event] = []
    for block in blocks:
        for sentence in block.sentences if not block.head else ():
            text = (
                sentence.flat
                if sentence.masked.count("¤") < 0.6 * len(sentence.text)
                else flat(sentence.masked)
            )
            dates = dates_in(text, anchor)
            for hit in _hits(text):
                event = _event(document, sentence, text, hit, dates, found[-1] if found else None)
                if event is not None:
                    _keep(found, event)
    return tuple(sorted(_without_undated(found), key=lambda event: event.evidence[0].start))


_SHOTS = (
    ("nuclear-test", _NUCLEAR, ("nuclear", "atomic", "device", "bomb")),
    ("satellite-launch", _SATELLITE, ("satellite", "space")),
    (
        "missile-launch",
        _MISSILE,
        ("missile", "icbm", "projectile", "rocket", "hwasong", "slbm", "the la", "the most"),
    ),
)
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


def _hits(text: str) -> Iterator[_Hit]:
    """Where events are told. The words asked for first are cheap, and most sentences have none of them."""
    low = text.lower()
    for name, words, needed in _SHOTS:
        if any(word in low for word in needed):
            yield from _shots(text, name, words)
    voted = any(word in low for word in _BALLOT)
    if voted:
        yield from _vote_hits(text)
    met = False
    if "kim" in low or "summit" in low:
        for match in _SUMMIT.finditer(text):
            met = True
            lead = text[max(0, match.start() - 20) : match.end()]
            if not _PLANNED.search(text[max(0, match.start() - 20) : match.end() + 15]) or "second" in lead:
                yield _Hit("summit", match.start(), match.end())
    if not met and any(word in low for word in _MET):
        yield from _meetings(text, voted)
    theft = _THEFT.search(text) if "illion" in low or "$" in low or "dollar" in low else None
    if theft is not None and _THEFT_NEAR.search(text):
        yield from _thefts(text, theft)


_PLANNED = re.compile(
    r"\b(?:next|planned|possible|upcoming|second|another|no) summit|summit (?:will|is to|could|would)"
)


def _shots(text: str, name: str, words: re.Pattern[str]) -> Iterator[_Hit]:
    """Tests and launches that took place."""
    for match in words.finditer(text):
        site = re.match(r"\w* ?(?:Ground|Station|Cent)", text[match.end() :])
        other = name == "missile-launch" and _carries_satellite(text, match)
        if not site and not other and _real(text, match):
            yield _Hit(name, match.start(), match.end())


def _carries_satellite(text: str, match: re.Match[str]) -> bool:
    """A rocket that is said to carry a satellite is told as that, not as a missile too."""
    reach = match.end() + (60 if "rocket" in match.group().lower() else 0)
    return _SATELLITE.search(text, match.start(), reach) is not None


def _meetings(text: str, voted: bool) -> Iterator[_Hit]:
    """Meetings; beside a vote only those that are said outright."""
    if _NO_MEETING.search(text):
        return
    voted = voted and _VOTE.search(text) is not None
    for match in _MEETING.finditer(text):
        if not voted or re.search(r"\b(?:met|meets|convened|convenes|gathered)$", match.group()):
            yield _Hit("meeting", match.start(), match.end())


def _thefts(text: str, theft: re.Match[str]) -> Iterator[_Hit]:
    """One hit for each sum with a day of its own; else one for the sentence."""
    sums = [offset for offset, amount in quantities_in(text) if amount.unit == "USD"]
    days = [
        d
        for d in dates_in(text, date(2000, 1, 1))
        if d.start > theft.start() and re.match(r"(?:on |in |between |from )?(?:[A-Z]|\d{4})", d.text)
    ]
    if len(sums) > 1 and len(days) > 1 and sums[1] > days[0].start:
        for offset in sums:
            yield _Hit("cyber-theft", offset, offset + 1)
        return
    yield _Hit("cyber-theft", theft.start(), theft.end())


def _real(text: str, match: re.Match[str]) -> bool:
    """An event that took place, not one feared, banned, planned or promised."""
    left = re.split(
        r"[;:]|, (?:and|but|which|who)\b|\bafter\b|\bfollowing\b",
        text[max(0, match.start() - 60) : match.start()],
    )[-1]
    right = text[match.end() : match.end() + 45]
    if _UNREAL.search(left.replace("May", "")) or _UNREAL.search(match.group()):  # the month, not "may"
        return False
    return (
        re.search(
            r"^[^,;.]{0,30}\b(?:banned|prohibited|forbidden|would|could|can be|outlawed|if|site"
            r"|moratorium|ban|program\w*|capabilit\w+|technolog\w+)\b",
            right,
        )
        is None
    )


def _vote_hits(text: str) -> Iterator[_Hit]:
    match = _VOTE.search(text)
    if match is None or (_NO_VOTE.search(text) and not VETOED.search(text)):
        return
    about = re.search(
        r"\b(?:Council|UNSC|resolution|mandate|draft|panel|sanctions|text|Russia|China|U[.․]?N[.․]?)\b",
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
            yield _Hit("vote", one.start() + max(council, 0), one.end())


def _event(
    document: Document,
    sentence: Sentence,
    text: str,
    hit: _Hit,
    dates: tuple[DateFound, ...],
    last: Event | None,
) -> Event | None:
    when = _when(text, hit, dates) or _same_day(text, last)
    if hit.type in ("meeting", "summit") and (when is None or len(when.iso or "") < 7):
        return None
    if when is None and re.search(r"(?:launches|tests)$", text[hit.start : hit.end]):
        return None
    clause = _clause(text, hit)
    made = Event(
        type=hit.type,
        evidence=(document.evidence(sentence.start, sentence.end),),
        rule=f"event:{hit.type}",
        date=when.iso if when else None,
        date_text=when.text if when else None,
        actors=_actors(sentence, hit),
    )
    if hit.type == "vote":
        return _vote(made, text, clause)
    if hit.type == "cyber-theft":
        return _theft(made, text if hit.end - hit.start > 1 else text[hit.start : _next_sum(text, hit.start)])
    if hit.type in ("nuclear-test", "missile-launch") and when is None and not _NK.search(text):
        return None
    return replace(
        made, amounts=tuple(q for _, q in quantities_in(clause) if q.unit in ("missiles", "kilometres"))
    )


def _same_day(text: str, last: Event | None) -> DateFound | None:
    """`Hours later`: the day of the event told before."""
    match = re.search(
        r"\b(?:hours|minutes) (?:later|before|earlier|after)\b|\b[Ll]ater (?:that|the same) day\b"
        r"|\bthe same day\b",
        text,
        re.I,
    )
    if match is None or last is None or last.date is None or len(last.date) != 10:
        return None
    return DateFound(match.start(), match.end(), last.date, match.group())


def _vote(made: Event, text: str, clause: str) -> Event | None:
    vetoed, adopted = VETOED.search(text), ADOPTED.search(text)
    adopted = adopted or re.search(
        r"day['’]s (?:\w+ )?(?:resolution|vote|decision)|Council (?:on \w+ )?(?:has )?\w+ed\b", text
    )
    outcome = "vetoed" if vetoed else "adopted" if adopted and not _FUTURE.search(text) else "pending"
    if outcome != "vetoed" and made.date is None and not re.search(r"\bvote[ds]?\b|\bunanimous", text):
        return None
    if outcome == "adopted" and len(made.date or "") == 4 and "resolution" not in text.lower():
        return None
    if re.search(r"\bcommittee\b[^.;]{0,20}\b(?:has |have )?(?:approved|adopted|agreed)", text):
        return None
    number = re.search(r"[Rr]esolution (?:No\. )?(\d{4})\b(?!-)", text)
    return replace(made, outcome=outcome, tally=tally(text), resolution=number.group(1) if number else None)


def _next_sum(text: str, start: int) -> int:
    return next(
        (offset for offset, amount in quantities_in(text) if offset > start and amount.unit == "USD"),
        len(text),
    )


def _theft(made: Event, text: str) -> Event | None:
    amounts = tuple(q for _, q in quantities_in(text) if q.unit in ("USD", "attacks"))
    vague = re.search(r"\b(?:hundreds of millions|tens of millions|billions) of dollars", text)
    if not amounts and vague is None:
        return None
    return replace(made, amounts=amounts, actors=made.actors or ("North Korea",))


def _clause(text: str, hit: _Hit) -> str:
    return text[max(0, hit.start - 80) : hit.end + 120]


# "by May", "since the end of 2017", and no more words between: "blocked by veto that March" is none of these.
_OPEN_ENDED = re.compile(r"\b(?:since|until|till|by)(?: the| early| late| mid)?(?: end of)?\s*$", re.I)


def _when(text: str, hit: _Hit, dates: tuple[DateFound, ...]) -> DateFound | None:
    """The date nearest to the words of the event, one behind them before one ahead of them."""
    best: tuple[int, DateFound] | None = None
    for found in dates:
        if re.search(r"\bsince\b[^,\d]*$", text[max(0, found.start - 45) : found.start]):
            continue
        if found.of_what_follows and found.end > hit.start:
            continue
        if found.iso is None or (
            _OPEN_ENDED.search(text[max(0, found.start - 20) : found.start])
            or re.match(r"(?:since|until|till|by)\b", found.text, re.I)
        ):
            continue
        if found.start >= hit.end:
            distance = found.start - hit.end
        elif found.end <= hit.start:
            distance = hit.start - found.end + 35
        else:
            distance = 0
        between = text[min(found.end, hit.end) : max(found.start, hit.start)]
        if (
            hit.type == "vote"
            and found.start >= hit.end
            and re.search(r"\b(?:after|following|over)\b", between)
        ):
            continue
        near = len(found.iso) <= 7 and re.fullmatch(r"\s*(?:after|following)\b[^,;]{0,30}", between)
        distance += (
            0
            if near
            else 60
            * len(
                re.findall(
                    r"[;:]|, (?:and|but|while|which)\b|\b(?:after|following|said|reported|told|over"
                    r"|punish\w*|condemn\w*|discuss\w*|examin\w+|debat\w+|review\w*|mark\w*|impos\w+"
                    r"|answering|in response|released|reports?|says)\b",
                    between,
                )
            )
        )
        if distance < (160 if found.start >= hit.end else 100) and (best is None or distance < best[0]):
            best = (distance, found)
    return best[1] if best else None


def _actors(sentence: Sentence, hit: _Hit) -> tuple[str, ...]:
    if hit.type in ("nuclear-test", "missile-launch", "satellite-launch", "cyber-theft"):
        return ("North Korea",)
    named: list[str] = []
    for actor in sentence_actors(sentence):
        if actor.kind in ("country", "institution", "person") and not actor.bare and actor.name not in named:
            named.append(actor.name)
    if hit.type == "vote":
        vetoers = [name for name in named if name in ("Russia", "China")]
        return tuple(vetoers) if VETOED.search(sentence.text) and vetoers else ("UN Security Council",)
    return tuple(named[:6])


def _keep(found: list[Event], new: Event) -> None:
    for n, event in enumerate(found):
        if event.type == new.type and (event.date == new.date or _within(event, new)):
            if new.type == "cyber-theft" and event.amounts != new.amounts and not _within(event, new):
                continue
            best = event if _precision(event) >= _precision(new) else new
            found[n] = replace(
                best,
                evidence=(*event.evidence, *(e for e in new.evidence if e not in event.evidence)),
                amounts=event.amounts or new.amounts,
                tally=event.tally or new.tally,
                outcome=event.outcome or new.outcome,
                resolution=event.resolution or new.resolution,
            )
            return
    found.append(new)


def _precision(event: Event) -> int:
    return len(event.date or "")


def _within(event: Event, new: Event) -> bool:
    """Whether one date is the other told less exactly (2017-12 and 2017-12-22)."""
    if event.type == "cyber-theft" or not event.date or not new.date or "/" in event.date + new.date:
        return False
    short, long = sorted((event.date, new.date), key=len)
    return len(short) >= 7 and long.startswith(short) and event.type != "missile-launch"


def _without_undated(found: list[Event]) -> list[Event]:
    """An undated mention of what is dated elsewhere in the text is not another event."""
    dated = {event.type for event in found if event.date}
    return [
        event
        for event in found
        if event.date
        or event.type not in dated
        or event.type == "cyber-theft"
        or (
            event.type == "vote"
            and event.outcome == "vetoed"
            and not any(e.outcome == "vetoed" and e.date for e in found)
        )
    ]

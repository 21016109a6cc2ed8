"""Events: tests, launches, votes, meetings, summits, thefts, each with its day as far as the text goes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from article41.reader.actors import sentence_actors
from article41.reader.dates import DateFound, dates_in
from article41.reader.document import Document
from article41.reader.event_dates import after_a_day_told, counted, same_day, since, when
from article41.reader.event_list import keep, without_undated
from article41.reader.event_shots import Hit
from article41.reader.event_words import hits_in
from article41.reader.items import Event
from article41.reader.patterns import pattern
from article41.reader.quantities import quantities_in
from article41.reader.segment import Paragraph, Sentence, flat
from article41.reader.votes import ADOPTED, VETOED, tally

_NK = re.compile(r"\b(?:North|Pyongyang|DPRK|Kim|N[.․] ?Korea\w*|NK|its|it|The country|regime|device)\b")
_FUTURE = pattern("events", "future")
_COUNCIL_SITS = pattern("events", "council_sits")
_YET = pattern("events", "yet")
_ONE_TEXT = re.compile(r"\b[Rr]esolution\b")
SHOTS = ("nuclear-test", "missile-launch", "satellite-launch")
_HACKERS = re.compile(r"\b(?:North Korea\w*|the North|DPRK|Pyongyang|Lazarus|hackers?|heist|hack)\b", re.I)
_DASH = re.compile(r" (?:--|-|–|—) ")
_DATELINE = re.compile(r"[A-Z][A-Za-z ,.․/]{2,40}[^.;]{0,40}? (?:--|-|–|—) ")
_MOSTLY = 0.6  # share of a sentence within quotation marks
_EARLY = 1  # paragraphs in which a vote without a day is the news


@dataclass(frozen=True, slots=True)
class _Told:
    """The day told just before a sentence, the first day of the text, and the day of the text itself."""

    before: DateFound | None
    lead: DateFound | None
    anchor: date | None


def events(document: Document, blocks: list[Paragraph], anchor: date | None) -> tuple[Event, ...]:
    """The events of a text: one for each type and date."""
    found: list[Event] = []
    lead: DateFound | None = None
    shot = ""
    for place, block in enumerate(block for block in blocks if not block.head):
        before: DateFound | None = None
        for sentence in block.sentences:
            quoted = sentence.masked.count("¤") >= _MOSTLY * len(sentence.text)
            text = flat(sentence.masked) if quoted else sentence.flat
            dates = dates_in(text, anchor, before.iso if before else _last_day(found))
            opening = _DATELINE.match(text) if place <= _EARLY and _DASH.search(text, 0, 90) else None
            dates = tuple(day for day in dates if opening is None or day.start >= opening.end())
            told = _Told(before or (lead if place <= _EARLY else None), lead, anchor)
            for hit in hits_in(text, dates, shot):
                event = _event(document, sentence, text, hit, dates, told, found[-1] if found else None)
                if event is not None:
                    shot = hit.type if hit.type in SHOTS else shot
                    keep(found, event)
            before = next((d for d in dates if d.iso and len(d.iso) == 10), None) or before
            lead = lead or before
    return tuple(sorted(without_undated(found), key=lambda event: event.evidence[0].start))


def _event(
    document: Document,
    sentence: Sentence,
    text: str,
    hit: Hit,
    dates: tuple[DateFound, ...],
    told: _Told,
    last: Event | None,
) -> Event | None:
    dates = tuple(counted(found, last) for found in dates)
    lasting = hit.type == "missile-launch" and re.match(r" since\b", text[hit.end :])
    day = since(text, dates, told.anchor) if lasting else _near(text, hit, dates) or same_day(text, last)
    if day is None and hit.type == "missile-launch":
        day = since(text, dates, told.anchor)
    if day is None and hit.type == "meeting" and _COUNCIL_SITS.search(text):
        day = told.before or told.lead
    if day is None and hit.type == "vote" and ADOPTED.search(text) and not _YET.search(text):
        day = told.before
    if hit.type in ("meeting", "summit") and (day is None or len(day.iso or "") < 7):
        return None
    if day is None and re.search(r"(?:launches|tests)$", text[hit.start : hit.end]):
        return None
    if day is not None and hit.type not in ("vote", "summit") and _to_come(day, told.anchor):
        return None
    clause = _clause(text, hit)
    made = Event(
        type=hit.type,
        evidence=(document.evidence(sentence.start, sentence.end),),
        rule=f"event:{hit.type}",
        date=day.iso if day else None,
        date_text=day.text if day else None,
        actors=_actors(sentence, hit),
    )
    if hit.type == "vote":
        return _vote(made, text)
    if hit.type == "cyber-theft":
        return _theft(made, text if hit.end - hit.start > 1 else text[hit.start : _next_sum(text, hit.start)])
    if hit.type in ("nuclear-test", "missile-launch") and day is None and not _NK.search(text):
        return None
    return replace(
        made, amounts=tuple(q for _, q in quantities_in(clause) if q.unit in ("missiles", "kilometres"))
    )


def _last_day(found: list[Event]) -> str | None:
    """The day of the event told last, where it is a day."""
    told = found[-1].date if found else None
    return told if told and len(told) == len("2017-12-01") else None


def _to_come(day: DateFound, anchor: date | None) -> bool:
    """Whether `next week` or `on May 5` lies ahead; a year told is taken at its word."""
    if anchor is None or re.search(r"\d{4}", day.text):
        return False
    return (day.iso or "")[:10] > anchor.isoformat()


def _near(text: str, hit: Hit, dates: tuple[DateFound, ...]) -> DateFound | None:
    """The day in the words of the event itself, else the one counted from a day told before it."""
    day = when(text, hit, dates)
    counted_day = after_a_day_told(text, hit, dates)
    behind = day is not None and day.start >= hit.start
    return day if behind or counted_day is None else counted_day


def _vote(made: Event, text: str) -> Event | None:
    vetoed, adopted = VETOED.search(text), ADOPTED.search(text)
    adopted = adopted or re.search(
        r"day['’]s (?:\w+ )?(?:resolution|vote|decision)|Council (?:on \w+ )?(?:has )?\w+ed\b", text
    )
    outcome = "vetoed" if vetoed else "adopted" if adopted and not _FUTURE.search(text) else "pending"
    if outcome != "vetoed" and made.date is None:
        return None
    if outcome == "adopted" and len(made.date or "") == 4 and not _ONE_TEXT.search(text):
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
    known = made.date is not None and _HACKERS.search(text) is not None
    if not amounts and vague is None and not known:
        return None
    return replace(made, amounts=amounts, actors=made.actors or ("North Korea",))


def _clause(text: str, hit: Hit) -> str:
    return text[max(0, hit.start - 80) : hit.end + 120]


def _actors(sentence: Sentence, hit: Hit) -> tuple[str, ...]:
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

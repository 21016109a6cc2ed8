"""What followed a test or launch that the Council had said it would answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article41.chronicle.load import Chronicle
from article41.chronicle.rows import is_known
from article41.chronicle.span import read_span
from article41.chronicle.triggers import Triggered, triggered
from article41.errors import UnknownNameError
from article41.regime.law import Law


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A text that followed: what it is, when, and what became of it by the day of knowing."""

    name: str
    symbol: str
    date: date
    fate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerAnswer:
    """An event that set promises off, and what is on record of what followed."""

    triggered: Triggered
    followed: tuple[FollowUp, ...]


def trigger_answers(law: Law, chronicle: Chronicle, known_on: date | None) -> tuple[TriggerAnswer, ...]:
    """Tests and launches known by a day, checked against the paragraphs then in force."""
    texts: dict[str, tuple[date, bool]] = {}
    for clause in chronicle.clauses:
        text, paragraph = law.paragraph(clause.para)
        if text.adopted is not None and (known_on is None or text.adopted <= known_on):
            texts[clause.para] = (text.adopted, paragraph.verb == "Decides")
    events = [event for event in chronicle.events if is_known(event, known_on)]
    return tuple(
        TriggerAnswer(
            triggered=found,
            followed=tuple(
                follow
                for name in found.event.answered_by
                if (follow := _follow(law, chronicle, name, known_on)) is not None
            ),
        )
        for found in triggered(events, chronicle.clauses, texts)
    )


def _follow(law: Law, chronicle: Chronicle, name: str, known_on: date | None) -> FollowUp | None:
    """What an event was answered by; None where that was not known yet."""
    event = chronicle.events_by_symbol.get(name)
    if event is not None:
        if not is_known(event, known_on):
            return None
        return FollowUp(name=name, symbol=name, date=event.date.first, fate="issued")
    try:
        text = law.text(name)
    except UnknownNameError:
        text = law.text(name.split("/")[-1])
    day = text.adopted or read_span(text.tabled).last
    if known_on is not None and day > known_on:
        return None
    return FollowUp(
        name=text.id, symbol=text.symbol, date=day, fate=_fate(chronicle, text.symbol, text.status, known_on)
    )


def _fate(chronicle: Chronicle, symbol: str, status: str, known_on: date | None) -> str:
    if status == "adopted":
        return "adopted"
    vote = chronicle.events_by_symbol.get(symbol)
    if vote is not None and vote.type == "veto":
        return "vetoed" if is_known(vote, known_on) else "put forward"
    if known_on is not None:
        return "put forward; what became of it has no day on record"
    return "never put to a vote"

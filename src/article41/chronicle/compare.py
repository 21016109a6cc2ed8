"""Reported rows set side by side with curated ones: same kind of thing, near in time, other content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from article41.chronicle.reported import Reported
from article41.chronicle.rows import Event, Position
from article41.chronicle.vocabulary import FAMILIES

NEAR_DAYS = 3
"""A dateline, a time zone and a day of writing lie between two accounts of one thing."""
LONG_DAYS = 45
"""A row about a longer stretch tells of many events and is held against none of them."""
_ALIKE = 0.05
_NO_POSITION = frozenset({"neutral", "monitor"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A curated row near a reported one: what it is, and how the two differ (empty where they agree)."""

    id: str
    differs: tuple[str, ...]


def compare_event(row: Reported, events: Iterable[Event]) -> tuple[Compared, ...]:
    """Curated events of the same family within a few days. Those that agree come first."""
    span = row.span
    family = FAMILIES.get(row.type)
    if row.kind != "event" or span is None or family is None or (span.last - span.first).days > LONG_DAYS:
        return ()
    near = [
        event for event in events if FAMILIES.get(event.type) == family and event.date.gap(span) <= NEAR_DAYS
    ]
    found = [Compared(id=event.id, differs=_differences(row, event)) for event in near]
    return tuple(sorted(found, key=lambda one: len(one.differs)))


def compare_statement(row: Reported, positions: Iterable[Position]) -> tuple[Compared, ...]:
    """Curated positions of the same actor within a few days; words that take no position differ from none."""
    span = row.span
    if row.kind != "statement" or span is None or row.type in _NO_POSITION:
        return ()
    found: list[Compared] = []
    for held in positions:
        if held.actor in row.actors and held.date.gap(span) <= NEAR_DAYS:
            same = held.stance == row.type
            differs = (
                () if same else (f"stance {row.type} here, {held.stance} by {held.speaker} in the record",)
            )
            found.append(Compared(id=f"{held.actor} {held.date} {held.speaker}", differs=differs))
    return tuple(sorted(found, key=lambda one: len(one.differs)))


def _differences(row: Reported, event: Event) -> tuple[str, ...]:
    found: list[str] = []
    span = row.span
    assert span is not None
    if event.date.gap(span) > 0:
        found.append(f"date {row.date} here, {event.date} in the record")
    if row.value is not None and event.low is not None and row.unit == event.unit:
        high = event.high if event.high is not None else event.low
        if not event.low * (1 - _ALIKE) <= row.value <= high * (1 + _ALIKE):
            found.append(f"{row.value:,.10g} {row.unit} here, {_range(event)} in the record")
    return tuple(found)


def _range(event: Event) -> str:
    assert event.low is not None
    if event.high is None or event.high == event.low:
        return f"{event.low:,.10g} {event.unit}"
    return f"{event.low:,.10g} to {event.high:,.10g} {event.unit}"

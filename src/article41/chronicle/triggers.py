"""Tests and launches checked against the paragraphs in which the Council said what would follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from article41.chronicle.rows import Clause, Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A clause in force: the day its text was adopted and whether it binds the Council."""

    clause: Clause
    adopted: date
    binds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A promise that an event set off; `sure` is no where that depends on how one reads it."""

    promise: Promise
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Triggered:
    """An event and every promise it set off, the binding ones first."""

    event: Event
    hits: tuple[Hit, ...]

    @property
    def weighty(self) -> bool:
        """Whether some promise is surely set off, or a binding one arguably."""
        return any(hit.sure or hit.promise.binds for hit in self.hits)


def triggered(
    events: Iterable[Event], clauses: Iterable[Clause], texts: Mapping[str, tuple[date, bool]]
) -> tuple[Triggered, ...]:
    """Events after the adoption of a clause that set it off.

    `texts` gives per paragraph the day of adoption and whether it binds; a clause that it does not
    hold (not adopted, or not known yet) promises nothing. The test or launch that led to a text
    came before it, so that only later ones count.
    """
    promises = [
        Promise(clause=clause, adopted=texts[clause.para][0], binds=texts[clause.para][1])
        for clause in clauses
        if clause.para in texts
    ]
    found: list[Triggered] = []
    for event in events:
        hits = [
            Hit(promise=promise, sure=event.type in promise.clause.sure)
            for promise in promises
            if event.date.first > promise.adopted
            and event.type in promise.clause.sure | promise.clause.arguable
        ]
        if hits:
            hits.sort(key=lambda hit: (not hit.promise.binds, not hit.sure, -hit.promise.adopted.toordinal()))
            found.append(Triggered(event=event, hits=tuple(hits)))
    return tuple(found)

"""How much of a cap is used up by a day, as States declared it, with what is missing and disputed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from article41.chronicle.chain import Reach, furthest, reaches
from article41.chronicle.rows import CapRecord, Conversion, Delivery, is_known
from article41.types import Confidence, weakest


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one declarer (or several as one figure) declared through a day."""

    by: tuple[str, ...]
    reach: Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The declared use of a cap in one unit, from the first day of its window.

    `amount` follows the Secretary's order; `low` and `high` are the ends where rows disagree. Any of
    them is at least what was delivered: `missing` declarers have no figure that begins with the window.
    """

    cap: str
    unit: str
    start: date
    amount: float
    low: float
    high: float
    parts: tuple[Part, ...]
    missing: tuple[str, ...]
    confidence: Confidence

    @property
    def through(self) -> date:
        """The last day that every figure in it reaches."""
        return min(part.reach.through for part in self.parts)

    @property
    def rows(self) -> tuple[Delivery, ...]:
        """The rows that the amount is made of."""
        return tuple(row for part in self.parts for row, _ in part.reach.rows)

    @property
    def factors(self) -> tuple[str, ...]:
        """The factors by which tonnes were turned into barrels, if any."""
        return tuple(
            dict.fromkeys(found.how for part in self.parts for _, found in part.reach.rows if found.how)
        )

    @property
    def published(self) -> date | None:
        """The latest day on which a part of it was published; None where no day is on record."""
        days = [row.as_of or row.known for row in self.rows]
        return max((day for day in days if day is not None), default=None)


def tally(
    deliveries: Iterable[Delivery],
    cap: CapRecord,
    unit: str,
    *,
    start: date,
    last: date,
    factor: Conversion | None,
    known_on: date | None = None,
) -> Tally | None:
    """What was declared from `start` through `last` at the latest; None where nothing on record begins there.

    Each declarer's own figures are added, or a figure they share is taken: whichever leaves out fewer
    of them, then reaches further, then needs less conversion. Estimates are never in it.
    """
    rows = [
        row
        for row in deliveries
        if row.cap == cap.name and row.series == "reported" and is_known(row, known_on)
    ]
    own = [_part((name,), rows, start, last, unit, factor) for name in cap.declarers]
    shared = [
        _part(by, rows, start, last, unit, factor)
        for by in dict.fromkeys(row.by for row in rows)
        if by == ("all",) or len(by) > 1
    ]
    choices = [tuple(part for part in own if part is not None)]
    choices += [(part,) for part in shared if part is not None]
    found = [_tally(cap, unit, start, parts) for parts in choices if parts]
    if not found:
        return None
    best = min(found, key=_preference)
    peers = [one for one in found if _cover(one) == _cover(best)]
    return replace(best, low=min(one.low for one in peers), high=max(one.high for one in peers))


def _cover(one: Tally) -> tuple[int, int, int]:
    """How well the days and the declarers are covered; smaller is better."""
    latest = max(part.reach.through for part in one.parts)
    return len(one.missing), -latest.toordinal(), -one.through.toordinal()


def _preference(one: Tally) -> tuple[int, ...]:
    """Best covered first, then fewest conversions, then each declarer's own figure."""
    return (*_cover(one), sum(part.reach.converted for part in one.parts), -len(one.parts))


def _part(
    by: tuple[str, ...],
    rows: list[Delivery],
    start: date,
    last: date,
    unit: str,
    factor: Conversion | None,
) -> Part | None:
    own = (row for row in rows if row.by == by)
    reach = furthest(reaches(own, start, last, unit, factor))
    return Part(by=by, reach=reach) if reach else None


def _tally(cap: CapRecord, unit: str, start: date, parts: tuple[Part, ...]) -> Tally:
    covered = {name for part in parts for name in part.by}
    missing = () if "all" in covered else tuple(name for name in cap.declarers if name not in covered)
    grades = [found.confidence for part in parts for _, found in part.reach.rows]
    return Tally(
        cap=cap.name,
        unit=unit,
        start=start,
        amount=sum(part.reach.amount for part in parts),
        low=sum(part.reach.low for part in parts),
        high=sum(part.reach.high for part in parts),
        parts=parts,
        missing=missing,
        confidence=weakest(*grades),
    )

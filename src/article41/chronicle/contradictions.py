"""Where figures for the same days and the same declarers do not agree. Shown, never settled here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from article41.chronicle.chain import Reach, reaches
from article41.chronicle.figures import figure
from article41.chronicle.rows import CapRecord, Conversion, Delivery, is_known

TOLERANCE = 0.005
"""Figures within half a per cent of one another are taken to agree: rounding, not contradiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A figure on record, and what other rows make for the same days; `share` is the gap over the larger."""

    row: Delivery
    amount: float
    other: float
    others: tuple[Delivery, ...]
    unit: str
    converted: bool

    @property
    def share(self) -> float:
        """The gap as a share of the larger figure."""
        top = max(self.amount, self.other)
        return abs(self.amount - self.other) / top if top else 0.0


def contradictions(
    deliveries: Iterable[Delivery],
    cap: CapRecord,
    unit: str,
    *,
    start: date,
    last: date,
    factor: Conversion | None,
    known_on: date | None = None,
) -> tuple[Contradiction, ...]:
    """Declared figures of a window that differ by more than the tolerance, the widest gap first."""
    rows = [
        row
        for row in deliveries
        if row.cap == cap.name
        and row.series == "reported"
        and row.start >= start
        and row.end <= last
        and is_known(row, known_on)
    ]
    found: dict[frozenset[int], Contradiction] = {}
    for row in rows:
        for other in _others(row, rows, cap, unit, factor):
            made = figure(row, unit, factor)
            if made is None:
                continue
            others = tuple(held for held, _ in other.rows)
            differing = Contradiction(
                row=row,
                amount=made.amount,
                other=other.amount,
                others=others,
                unit=unit,
                converted=bool(made.how) or bool(other.converted),
            )
            key = frozenset(id(held) for held in (row, *others))
            if differing.share > TOLERANCE and key not in found:
                found[key] = differing
    return tuple(sorted(found.values(), key=lambda one: -one.share))


def _others(
    row: Delivery, rows: list[Delivery], cap: CapRecord, unit: str, factor: Conversion | None
) -> list[Reach]:
    """What else is on record for a row's days: its own declarers' other rows, and single declarers added."""
    found: list[Reach] = []
    alike = [one for one in rows if one is not row and one.by == row.by]
    whole = [one for one in alike if (one.start, one.end) == (row.start, row.end)]
    parts = [one for one in alike if one not in whole]
    for one in whole:
        made = reaches([one], row.start, row.end, unit, factor).get(row.end)
        found += [made] if made else []
    made = reaches(parts, row.start, row.end, unit, factor).get(row.end)
    found += [made] if made else []
    singles = cap.declarers if row.by == ("all",) else row.by
    if len(singles) > 1:
        found += _added(row, rows, singles, unit, factor)
    return found


def _added(
    row: Delivery, rows: list[Delivery], names: tuple[str, ...], unit: str, factor: Conversion | None
) -> list[Reach]:
    each: list[Reach] = []
    for name in names:
        own = (one for one in rows if one.by == (name,))
        made = reaches(own, row.start, row.end, unit, factor).get(row.end)
        if made is None:
            return []
        each.append(made)
    return [
        Reach(
            through=row.end,
            amount=sum(one.amount for one in each),
            low=sum(one.low for one in each),
            high=sum(one.high for one in each),
            rows=tuple(held for one in each for held in one.rows),
        )
    ]

"""Adding up rows that follow one another without gap or overlap, and how far that reaches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from article41.chronicle.figures import Figure, figure
from article41.chronicle.rows import Conversion, Delivery

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What is declared from a first day through `through`.

    `rows` are those preferred (as declared before converted, later published, fewer); `low` and
    `high` are the least and the most that the rows on record give for the same days.
    """

    through: date
    amount: float
    low: float
    high: float
    rows: tuple[tuple[Delivery, Figure], ...]

    @property
    def converted(self) -> int:
        """How many of its rows were converted."""
        return sum(bool(found.how) for _, found in self.rows)


def reaches(
    rows: Iterable[Delivery], start: date, last: date, unit: str, factor: Conversion | None
) -> dict[date, Reach]:
    """Per day that rows reach from `start` without a gap: what they add up to. Nothing after `last`.

    Rows of one declarer only; a period stated twice, or as a whole and in parts, is counted once.
    """
    origin = Reach(through=start - _DAY, amount=0, low=0, high=0, rows=())
    found: dict[date, Reach] = {origin.through: origin}
    usable = [row for row in rows if row.start >= start and row.end <= last]
    for row in sorted(usable, key=lambda row: (row.end, row.start)):
        before = found.get(row.start - _DAY)
        amount = figure(row, unit, factor)
        if before is None or amount is None:
            continue
        step = Reach(
            through=row.end,
            amount=before.amount + amount.amount,
            low=before.low + amount.amount,
            high=before.high + amount.amount,
            rows=(*before.rows, (row, amount)),
        )
        held = found.get(row.end)
        found[row.end] = step if held is None else _merge(held, step)
    del found[origin.through]
    return found


def furthest(found: dict[date, Reach]) -> Reach | None:
    """The reach that goes furthest; None where nothing starts on the first day."""
    return found[max(found)] if found else None


def _merge(one: Reach, other: Reach) -> Reach:
    better = min((one, other), key=_preference)
    return Reach(
        through=one.through,
        amount=better.amount,
        low=min(one.low, other.low),
        high=max(one.high, other.high),
        rows=better.rows,
    )


def _preference(reach: Reach) -> tuple[int, int, int, int]:
    """Smaller is better: fewer conversions, surer rows, later published, fewer rows."""
    unsure = -min((row.confidence.rank for row, _ in reach.rows), default=2)
    published = -max((row.known.toordinal() for row, _ in reach.rows if row.known), default=0)
    return reach.converted, unsure, published, len(reach.rows)

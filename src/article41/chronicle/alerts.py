"""The alerts on the way to a ceiling: which share was reached, by when, and by which figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from article41.chronicle.rows import CapRecord, Conversion, Delivery, is_known
from article41.chronicle.tally import Tally, tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One share of the ceiling.

    `reached_by` is the end of the first figure that is at or above it on every reading, `disputed_by`
    on some reading only; both None where the declared figures stay below. `public` is the day from
    which the figures that show it were published, where that is on record.
    """

    share: float
    reached_by: date | None
    disputed_by: date | None
    public: date | None


def steps(
    deliveries: Iterable[Delivery],
    cap: CapRecord,
    unit: str,
    *,
    start: date,
    last: date,
    factor: Conversion | None,
    known_on: date | None = None,
) -> list[tuple[date, Tally]]:
    """The tally at the end of each figure on record in a window, in order of days."""
    rows = [row for row in deliveries if row.cap == cap.name and row.series == "reported"]
    ends = sorted({row.end for row in rows if start <= row.end <= last and is_known(row, known_on)})
    found: list[tuple[date, Tally]] = []
    for end in ends:
        held = tally(rows, cap, unit, start=start, last=end, factor=factor, known_on=known_on)
        if held is not None and (not found or held != found[-1][1]):
            found.append((end, held))
    return found


def alerts(found: list[tuple[date, Tally]], ceiling: float, shares: Iterable[float]) -> tuple[Alert, ...]:
    """Which shares of a ceiling the declared figures reach, and by when."""
    rows: list[Alert] = []
    for share in shares:
        mark = share * ceiling * (1 - 1e-12)
        sure = next(((day, held) for day, held in found if held.low >= mark), None)
        some = next(((day, held) for day, held in found if held.high >= mark), None)
        shown = sure or some
        rows.append(
            Alert(
                share=share,
                reached_by=sure[0] if sure else None,
                disputed_by=some[0] if some and sure is None else None,
                public=shown[1].published if shown else None,
            )
        )
    return tuple(rows)

"""The alerts on the way to a ceiling: which share was reached, by when, and by which figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from article41.chronicle.rows import CapRecord, Conversion, Delivery, is_known
from article41.chronicle.tally import Tally, tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One share of the ceiling.

    `reached_by` is the end of the first figure that is at or above it on every reading, `disputed_by`
    on some reading only; both None where the declared figures stay below. `public` is the first day
    on which published figures showed it on every reading, where their days are on record.
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
    """Which shares of a ceiling the declared figures reach, and by when; `public` is left to `published`."""
    rows: list[Alert] = []
    for share in shares:
        mark = mark_of(share, ceiling)
        sure = next((day for day, held in found if held.low >= mark), None)
        some = next((day for day, held in found if held.high >= mark), None)
        disputed = some if sure is None else None
        rows.append(Alert(share=share, reached_by=sure, disputed_by=disputed, public=None))
    return tuple(rows)


def published(
    rows: Iterable[Alert],
    deliveries: Iterable[Delivery],
    cap: CapRecord,
    unit: str,
    ceiling: float,
    *,
    start: date,
    last: date,
    factor: Conversion | None,
    known_on: date | None = None,
) -> tuple[Alert, ...]:
    """The alerts with the day on which the published figures first showed each of them."""
    held = [row for row in deliveries if row.cap == cap.name and start <= row.start <= last]
    days = sorted({row.known for row in held if row.known is not None and is_known(row, known_on)})
    told = [
        (day, tally(held, cap, unit, start=start, last=last, factor=factor, known_on=day)) for day in days
    ]
    return tuple(
        replace(
            alert,
            public=next(
                (day for day, one in told if one is not None and one.low >= mark_of(alert.share, ceiling)),
                None,
            ),
        )
        if alert.reached_by
        else alert
        for alert in rows
    )


def mark_of(share: float, ceiling: float) -> float:
    """The amount at which a share of a ceiling is reached, but for the last bit of a float."""
    return share * ceiling * (1 - 1e-12)

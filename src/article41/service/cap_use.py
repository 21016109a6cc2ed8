"""Deliveries against a cap: the declared figures, the estimates beside them, alerts, room, disputes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from article41.chronicle.alerts import Alert, alerts, published, steps
from article41.chronicle.contradictions import Contradiction, contradictions
from article41.chronicle.figures import figure
from article41.chronicle.load import Chronicle
from article41.chronicle.reported import Reported
from article41.chronicle.rows import CapRecord, Conversion, Delivery, is_known
from article41.chronicle.tally import Tally, tally
from article41.errors import UnknownNameError
from article41.service.ceilings import CapWindow


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A claim by others than the declaring State, in the ceiling's unit. Claims are not added up."""

    row: Delivery
    amount: float
    how: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitUse:
    """One unit of a cap in one window. `declared` None: nothing on record begins with the window."""

    unit: str
    ceiling: float
    declared: Tally | None
    alerts: tuple[Alert, ...]
    estimates: tuple[Estimate, ...]
    contradictions: tuple[Contradiction, ...]

    @property
    def share(self) -> float | None:
        """Declared use as a share of the ceiling."""
        return self.declared.amount / self.ceiling if self.declared and self.ceiling else None

    @property
    def room(self) -> tuple[float, float] | None:
        """The least and the most that may be left by the declared figures; negative once passed."""
        if self.declared is None:
            return None
        return self.ceiling - self.declared.high, self.ceiling - self.declared.low


@dataclass(frozen=True, slots=True, kw_only=True)
class CapUse:
    """One window of a cap with everything on record. `undated` rows were left out of a view by known-on."""

    cap: CapRecord
    window: CapWindow
    units: tuple[UnitUse, ...]
    rows: tuple[Delivery, ...]
    undated: int
    reported: tuple[Reported, ...]
    updated: date | None
    seen_on: date

    @property
    def age(self) -> int | None:
        """Days since the figures on record were last renewed."""
        return (self.seen_on - self.updated).days if self.updated else None


def cap_record(chronicle: Chronicle, name: str) -> CapRecord:
    """A cap by its name in the record or its measure in the law. Raises UnknownNameError."""
    wanted = name.strip().lower().replace("_", "-").replace(" ", "-")
    for cap in chronicle.caps:
        if wanted in (cap.name, cap.measure, cap.measure.rsplit(".", 1)[-1]):
            return cap
    known = ", ".join(cap.name for cap in chronicle.caps)
    raise UnknownNameError(f"there is no record of a cap '{name}'", hint=f"known: {known}")


def cap_factor(chronicle: Chronicle, cap: CapRecord) -> Conversion | None:
    """The factor for tonnes of unstated product; None where the cap needs none."""
    return chronicle.conversion(cap.factor) if cap.factor else None


def cap_use(
    chronicle: Chronicle,
    cap: CapRecord,
    window: CapWindow,
    *,
    seen_on: date,
    known_on: date | None,
    reported: tuple[Reported, ...] = (),
) -> CapUse:
    """A window of a cap, with what is on record of it by a day."""
    inside = [
        row for row in chronicle.deliveries if row.cap == cap.name and window.start <= row.start <= window.end
    ]
    rows = tuple(row for row in inside if is_known(row, known_on))
    dates = [row.as_of or row.known for row in rows if row.series == "reported"]
    return CapUse(
        cap=cap,
        window=window,
        units=tuple(
            _unit(chronicle, cap, window, unit, ceiling, known_on)
            for unit, ceiling in sorted(window.ceiling, key=lambda held: cap.units.index(held[0]))
        ),
        rows=rows,
        undated=sum(row.known is None for row in inside) if known_on is not None else 0,
        reported=tuple(_told(cap, window, reported, known_on)),
        updated=max((day for day in dates if day is not None), default=None),
        seen_on=seen_on,
    )


def _unit(
    chronicle: Chronicle,
    cap: CapRecord,
    window: CapWindow,
    unit: str,
    ceiling: float,
    known_on: date | None,
) -> UnitUse:
    factor = cap_factor(chronicle, cap)
    rows = chronicle.deliveries
    start, last = window.start, window.end
    found = steps(rows, cap, unit, start=start, last=last, factor=factor, known_on=known_on)
    held = tally(rows, cap, unit, start=start, last=last, factor=factor, known_on=known_on)
    claims = [
        row
        for row in rows
        if row.cap == cap.name
        and row.series == "estimated"
        and start <= row.start <= last
        and is_known(row, known_on)
    ]
    estimates: list[Estimate] = []
    for row in claims:
        made = figure(row, unit, factor)
        if made is not None:
            share = made.amount / ceiling if ceiling else 0.0
            estimates.append(Estimate(row=row, amount=made.amount, how=made.how, share=share))
    return UnitUse(
        unit=unit,
        ceiling=ceiling,
        declared=held,
        alerts=published(
            alerts(found, ceiling, window.alerts),
            rows,
            cap,
            unit,
            ceiling,
            start=start,
            last=last,
            factor=factor,
            known_on=known_on,
        ),
        estimates=tuple(estimates),
        contradictions=contradictions(
            rows, cap, unit, start=start, last=last, factor=factor, known_on=known_on
        ),
    )


_ABOUT = {
    "refined-petroleum": ("refined-petroleum",),
    "crude": ("crude-oil",),
    "coal": ("coal-export",),
}


def _told(
    cap: CapRecord, window: CapWindow, reported: tuple[Reported, ...], known_on: date | None
) -> Iterator[Reported]:
    """What texts say of deliveries in the window; kept apart from every figure."""
    for row in reported:
        span = row.span
        if row.kind != "delivery" or span is None or not is_known(row, known_on):
            continue
        if row.about in _ABOUT.get(cap.name, (cap.name,)) and window.start <= span.last <= window.end:
            yield row

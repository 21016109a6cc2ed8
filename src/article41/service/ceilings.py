"""The windows of a cap as the law states them: ceiling, alerts, and the paragraph each comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from article41.errors import UnknownNameError
from article41.regime.law import Law
from article41.regime.limit import Period
from article41.regime.measure import Cite, Measure

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CapWindow:
    """One window of a cap; both days inclusive.

    `last` is the last day on which the law was so: the end, unless another text ended or changed the
    cap inside the window (`ended_by`). `ceiling` is empty where the law states no amount.
    """

    measure: str
    title: str
    cite: Cite
    start: date
    end: date
    last: date
    ended_by: Cite | None
    ceiling: tuple[tuple[str, float], ...]
    counts: str
    reached: str
    alerts: tuple[float, ...]
    stop_at: float | None


def cap_windows(law: Law, measure_id: str, until: date, known_on: date | None = None) -> Iterator[CapWindow]:
    """Each window of a measure's cap that begins by `until`, from the texts known on a day."""
    days = sorted({text.adopted for text in law.resolutions if text.adopted is not None})
    day = days[0]
    while day <= until:
        measure, period = _period(law, measure_id, day, known_on)
        if measure is None or period is None:
            following = next((other for other in _steps(days, measure) if other > day), None)
            if following is None:
                return
            day = following
            continue
        window = _window(law, measure, period, days, known_on)
        yield window
        day = window.last + _DAY


def _period(
    law: Law, measure_id: str, day: date, known_on: date | None
) -> tuple[Measure | None, Period | None]:
    try:
        measure = law.stretch(day, known_on).measure(measure_id)
    except UnknownNameError:
        return None, None
    if measure.kind != "cap" or measure.limit is None:
        return measure, None
    return measure, measure.limit.period(day)


def _steps(days: list[date], measure: Measure | None) -> list[date]:
    """Days on which a window may begin."""
    schedule = measure.limit.schedule if measure and measure.limit else ()
    return sorted({*days, *(window.start for window in schedule)})


def _window(law: Law, measure: Measure, period: Period, days: list[date], known_on: date | None) -> CapWindow:
    last, ended_by = period.end, None
    for day in days:
        if not period.start < day <= period.end:
            continue
        later, held = _period(law, measure.id, day, known_on)
        if held is None or (held.start, held.ceiling) != (period.start, period.ceiling):
            last, ended_by = day - _DAY, later.cites[0] if later else None
            break
    limit = measure.limit
    assert limit is not None
    kept = [step.cite for step in measure.history if period.keeps and step.cite.ref == period.keeps]
    return CapWindow(
        measure=measure.id,
        title=measure.title,
        cite=kept[0] if kept else measure.cites[0],
        start=period.start,
        end=period.end,
        last=last,
        ended_by=ended_by,
        ceiling=period.ceiling,
        counts=limit.counts,
        reached=limit.reached,
        alerts=limit.alerts,
        stop_at=limit.stop_at,
    )

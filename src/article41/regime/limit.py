"""Caps: the windows in which an amount may move, and the alerts on the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from article41.regime.moments import shift


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A period with its ceiling per unit (barrel, t, USD); both days inclusive.

    `every_months` > 0 repeats the period from `start` on without end. `keeps` names the paragraph
    a window was kept from when a later one rewrote the rest.
    """

    start: date
    end: date | None
    every_months: int
    ceiling: tuple[tuple[str, float], ...]
    keeps: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The window that holds a given day, with its dates worked out."""

    start: date
    end: date
    ceiling: tuple[tuple[str, float], ...]
    keeps: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A ceiling over time.

    `counts` is worldwide or own-baseline; `reached` is `first` (whichever unit fills up first) or
    `either` (units are equivalents of one another); alerts and `stop_at` are shares of the ceiling.
    """

    counts: str
    reached: str
    schedule: tuple[Window, ...]
    alerts: tuple[float, ...]
    stop_at: float | None

    def period(self, day: date) -> Period | None:
        """The period a day falls in; None where the law states no amount for that day."""
        for window in self.schedule:
            found = _place(window, day)
            if found is not None:
                return found
        return None


def _place(window: Window, day: date) -> Period | None:
    if day < window.start or (window.end is not None and day > window.end):
        return None
    start, end = window.start, window.end
    if window.every_months:
        times = ((day.year - start.year) * 12 + day.month - start.month) // window.every_months
        if shift(start, times * window.every_months, 0) > day:
            times -= 1
        first = shift(start, times * window.every_months, 0)
        last = shift(start, (times + 1) * window.every_months, 0) - timedelta(days=1)
        return Period(start=first, end=last, ceiling=window.ceiling, keeps=window.keeps)
    return Period(start=start, end=end or date.max, ceiling=window.ceiling, keeps=window.keeps)

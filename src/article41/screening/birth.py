"""Two birth dates, each as precise as it is: do they agree, and how much does that say?"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from itertools import product

from article41.lists.entity import PartialDate

CIRCA_YEARS = 2
"""How far "about" reaches, either way."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """`degree` from -1 (another person) to 1 (the same day), and why."""

    degree: float
    why: str


def compare_births(asked: tuple[PartialDate, ...], listed: tuple[PartialDate, ...]) -> Agreement | None:
    """The best agreement between any two of the dates; None where one side knows none.

    Listed people often have several birth dates, true and false, so the best one counts.
    """
    if not asked or not listed:
        return None
    return max((_compare(one, other) for one, other in product(asked, listed)), key=lambda a: a.degree)


def _compare(one: PartialDate, other: PartialDate) -> Agreement:
    days = _day(one), _day(other)
    about = one.circa or other.circa
    if days[0] and days[1]:
        return _compare_days(days[0], days[1], about)
    if _overlap(one, other):
        if about:
            return Agreement(0.3, "agree, one of them only roughly")
        if one.start != one.end or other.start != other.end:
            return Agreement(0.35, "agree, one of them a range")
        shortest = min(len(one.start), len(other.start))
        return Agreement(0.75, "same month") if shortest == 7 else Agreement(0.5, "same year")
    return _years_apart(_gap(one, other), about)


def _compare_days(one: date, other: date, about: bool) -> Agreement:
    if one == other:
        return Agreement(0.7 if about else 1.0, "same day")
    if one.year == other.year:
        if (one.month, one.day) == (other.day, other.month):
            return Agreement(0.8, "day and month swapped")
        if one.month == other.month or one.day == other.day:
            return Agreement(0.3, "same year, day or month differs")
        return Agreement(0.0, "same year, another day")
    if (one.month, one.day) == (other.month, other.day) and abs(one.year - other.year) in (1, 10):
        return Agreement(0.4, "same day, one figure of the year differs")
    return _years_apart(abs(one.year - other.year), about)


def _years_apart(years: int, about: bool) -> Agreement:
    if about and years <= CIRCA_YEARS:
        return Agreement(0.1, f"{years} years apart, one of them only roughly known")
    if years <= 1:
        return Agreement(-0.25, "a year apart")
    return Agreement(-0.6 if years == 2 else -1.0, f"{years} years apart")


def _day(stated: PartialDate) -> date | None:
    if stated.start != stated.end or len(stated.start) != 10:
        return None
    return date.fromisoformat(stated.start)


def _overlap(one: PartialDate, other: PartialDate) -> bool:
    return _first(one) <= _last(other) and _first(other) <= _last(one)


def _gap(one: PartialDate, other: PartialDate) -> int:
    later, earlier = (one, other) if _first(one) > _last(other) else (other, one)
    return _first(later).year - _last(earlier).year


def _first(stated: PartialDate) -> date:
    year, month, day = _parts(stated.start)
    return date(year, month or 1, day or 1)


def _last(stated: PartialDate) -> date:
    year, month, day = _parts(stated.end)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _parts(text: str) -> tuple[int, int, int]:
    parts = [int(part) for part in text.split("-")]
    return parts[0], parts[1] if len(parts) > 1 else 0, parts[2] if len(parts) > 2 else 0

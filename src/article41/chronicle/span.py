"""Dates as exact as the record has them: a day, a month, a year, or a period between two of these."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """The first and the last day that a date may mean; `text` is the date as written."""

    first: date
    last: date
    text: str

    @property
    def is_day(self) -> bool:
        """Whether it is one exact day."""
        return self.first == self.last

    def gap(self, other: Span) -> int:
        """Days between two spans; 0 where they touch or overlap."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)

    def __str__(self) -> str:
        return self.text


def read_span(text: str) -> Span:
    """`2017`, `2017-12`, `2017-12-22`, or `2017/2024-04`. Raises ValueError for anything else."""
    first, _, last = text.partition("/")
    span = Span(first=_edge(first)[0], last=_edge(last or first)[1], text=text)
    if span.last < span.first:
        raise ValueError(f"'{text}' ends before it begins")
    return span


def day_span(day: date) -> Span:
    """One day."""
    return Span(first=day, last=day, text=day.isoformat())


def _edge(text: str) -> tuple[date, date]:
    match = _PART.match(text)
    if match is None or not text.isascii():
        raise ValueError(f"'{text}' is not a date")
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if day:
            exact = date(year, month, day)
            return exact, exact
        if month:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except (ValueError, IndexError, calendar.IllegalMonthError):
        raise ValueError(f"'{text}' is not a date of the calendar") from None

"""Moments of the law: `adopted+P90D`, `month-end+P30D`, a date, or a word such as `promptly`.

Counting rule: day of adoption is day 0, calendar days, last day inclusive, weekends do not move.
It reproduces every deadline the Member States wrote into their own law for 2371, 2375 and 2397.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from article41.errors import LawError

ANCHORS = frozenset({"adopted", "conduct", "contract", "import", "month-end", "period-end"})
WORDS = frozenset({"in-advance", "at-once", "promptly"})

_FORM = re.compile(
    r"(?P<anchor>[a-z-]+|\d{4}-\d{2}-\d{2})"
    r"(?:(?P<sign>[+-])(?P<times>n?)P(?:(?P<y>\d+)Y)?(?:(?P<m>\d+)M)?(?:(?P<w>\d+)W)?(?:(?P<d>\d+)D)?)?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A point in time relative to an anchor; `repeats` means the next whole multiple after conduct."""

    anchor: str
    day: date | None = None
    months: int = 0
    days: int = 0
    repeats: bool = False

    @property
    def is_word(self) -> bool:
        """True for `promptly` and the like, which have no date."""
        return self.anchor in WORDS

    def bind(self, adopted: date) -> Moment:
        """The same moment with the adoption day put in."""
        if self.anchor != "adopted":
            return self
        if self.repeats:
            return replace(self, anchor="day", day=adopted)
        return Moment(anchor="day", day=shift(adopted, self.months, self.days))

    def resolve(self, anchors: Mapping[str, date | None]) -> date | None:
        """The calendar day, or None where the anchor is not known or the moment is a word."""
        start = self.day if self.day is not None else anchors.get(self.anchor)
        if start is None:
            return None
        if not self.repeats:
            return shift(start, self.months, self.days)
        conduct = anchors.get("conduct")
        if conduct is None:
            return None
        times = 1
        while (due := shift(start, self.months * times, self.days * times)) < conduct:
            times += 1
        return due

    def __str__(self) -> str:
        start = self.day.isoformat() if self.day is not None else self.anchor
        if not (self.months or self.days):
            return start
        sign = "-" if self.months < 0 or self.days < 0 else "+"
        months = f"{abs(self.months)}M" if self.months else ""
        days = f"{abs(self.days)}D" if self.days else ""
        return f"{start}{sign}{'n' if self.repeats else ''}P{months}{days}"


def parse_moment(text: object, *, where: str = "") -> Moment:
    """A Moment from its written form. Raises LawError."""
    if isinstance(text, date):
        return Moment(anchor="day", day=text)
    match = _FORM.match(text) if isinstance(text, str) else None
    anchor = match["anchor"] if match else ""
    known = anchor in ANCHORS or anchor in WORDS or anchor[:1].isdigit()
    if match is None or not known:
        raise LawError(
            f"{text!r} is not a moment",
            where=where,
            hint="write a date, or an anchor with a period, such as adopted+P90D",
        )
    sign = -1 if match["sign"] == "-" else 1
    months = sign * (int(match["y"] or 0) * 12 + int(match["m"] or 0))
    days = sign * (int(match["w"] or 0) * 7 + int(match["d"] or 0))
    repeats = match["times"] == "n"
    if repeats and months <= 0 and days <= 0:
        raise LawError(f"{text!r} repeats without moving forward", where=where)
    if anchor[:1].isdigit():
        try:
            start = date.fromisoformat(anchor)
        except ValueError:
            raise LawError(f"{anchor} is not a day of the calendar", where=where) from None
        return Moment(anchor="day", day=start, months=months, days=days, repeats=repeats)
    return Moment(anchor=anchor, months=months, days=days, repeats=repeats)


def shift(day: date, months: int, days: int) -> date:
    """A day moved by calendar months, then days; 31 January plus a month is the last of February."""
    if months:
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        last = calendar.monthrange(year, month + 1)[1]
        day = date(year, month + 1, min(day.day, last))
    return day + timedelta(days=days)


def month_end(day: date) -> date:
    """The last day of the month of a day."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def working_days_before(day: date, count: int) -> date:
    """The day that lies `count` working days (Monday to Friday) before another; holidays not known."""
    while count:
        day -= timedelta(days=1)
        count -= day.weekday() < 5
    return day

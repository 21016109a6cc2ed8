"""Dates as lists write them, read no more precisely than they are."""

from __future__ import annotations

import re
from datetime import date

from article41.lists.entity import PartialDate

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ],
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_WORDS = re.compile(r"(?:(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s+)?(\d{4})")
_SLASHES = re.compile(r"(?:(\d{1,2}|dd)/(\d{1,2}|mm)/)?(\d{4})", re.IGNORECASE)
_CIRCA = re.compile(r"^(?:circa|approximately|approx\.?|about|c\.)\s*", re.IGNORECASE)
_RANGE = re.compile(r"\s*\bto\b\s*|\s+-\s+|\s*–\s*|\s+and\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"^between\s+", re.IGNORECASE)


def iso_prefix(year: int, month: int | None = None, day: int | None = None) -> str:
    """ "1957", "1957-10" or "1957-10-03"; "" for what is no day of the calendar."""
    try:
        date(year, month or 1, day or 1)
    except (ValueError, OverflowError):
        return ""
    if not 1000 <= year <= 2999:
        return ""
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")


def read_date(text: str) -> PartialDate | None:
    """One stated date or range: "08 Sep 1966", "circa 1960 to circa 1965", "1969-11-13", "dd/mm/1945".

    None where it cannot be read; the words stay in the raw record.
    """
    text = " ".join(text.split())
    words = _BETWEEN.sub("", text)
    circa = False
    ends = []
    for part in _RANGE.split(words, maxsplit=1):
        part, about = _CIRCA.subn("", part.strip())
        circa = circa or bool(about)
        ends.append(_point(part))
    if not ends or not all(ends) or ends[-1] < ends[0][: len(ends[-1])]:
        return None
    return PartialDate(start=ends[0], end=ends[-1], circa=circa, text=text)


def year_range(start: str, end: str, *, circa: bool = False, text: str = "") -> PartialDate | None:
    """A range between two stated years; one of them missing makes the other a single year."""
    first, last = _point(start or end), _point(end or start)
    if not first or not last or last < first:
        return None
    return PartialDate(start=first, end=last, circa=circa, text=text or f"{start} to {end}")


def read_day(text: str) -> date | None:
    """A full day: ISO (an offset or time after it is cut), or "MM/DD/YYYY". None for all else."""
    text = text.strip()
    american = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    if american:
        month, day, year = (int(part) for part in american.groups())
        text = iso_prefix(year, month, day)
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def day_month_year(text: str) -> date | None:
    """A full day in the order of British lists: "13/05/2024"."""
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text.strip())
    if not found:
        return None
    day, month, year = (int(part) for part in found.groups())
    return read_day(iso_prefix(year, month, day))


def _point(text: str) -> str:
    """The ISO prefix of a single date; "" where it cannot be read."""
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
        return iso_prefix(int(year), int(month) if month else None, int(day) if day else None)
    if found := _WORDS.fullmatch(text):
        day, name, year = found.groups()
        if not name:
            return iso_prefix(int(year))
        month_number = _MONTHS.get(name.casefold())
        return iso_prefix(int(year), month_number, int(day) if day else None) if month_number else ""
    if found := _SLASHES.fullmatch(text):
        day, month, year = found.groups()
        known = month is not None and month.isdigit()
        return iso_prefix(
            int(year), int(month) if known else None, int(day) if known and day.isdigit() else None
        )
    return ""

"""One date in words as ISO text, counted from a day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from article41.reader.patterns import pattern

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


MONTH = (
    r"(?:Jan(?:uary|[.․])?|Feb(?:ruary|[.․])?|Mar(?:ch|[.․])?|Apr(?:il|[.․])?|May|June?[.․]?"
    r"|July?[.․]?|Aug(?:ust|[.․])?"
    r"|Sept?(?:ember|[.․])?|Oct(?:ober|[.․])?|Nov(?:ember|[.․])?|Dec(?:ember|[.․])?)(?![a-z])"
)


_NUMBERS = {
    w: n
    for n, w in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    )
} | {"a": 1}


_YEAR = r"(?:19[89]\d|20[0-4]\d)(?![\d,.]\d)\b"


_AHEAD = pattern("dates", "ahead")

COUNTED = ("gap", "ago", "near")  # kinds that count from a day told beside them
_ROUGHLY = re.compile(r"\b(?:half|(?:just|little|well) over|more than)\s*$", re.I)
_NEXT = re.compile(r"\b(?:next|following|day after)\b", re.I)
_SAME = re.compile(r"\b(?:same|that)\b", re.I)


def iso_of(kind: str, words: str, left: str, anchor: date | None, before: str | None) -> str | None:
    """A date of one kind as ISO text; `left` are the letters before it, `before` the date told before."""
    try:
        if kind in ("iso", "mdy", "dmy", "my", "y", "yadj", "range"):
            return absolute(kind, words)
        if kind == "mly":
            return f"{anchor.year - ('last' in words)}-{_month(words):02d}" if anchor else None
        if kind == "m" and words.startswith("that "):
            return f"{before[:4]}-{_month(words):02d}" if before else None
        if kind in ("md", "dm", "m", "mpos"):
            return _without_year(kind, words, left, anchor)
        if kind in ("span", "dspan"):
            return _days_of_month(kind, words, left, anchor)
        return None if anchor is None else _from_day(kind, words, left, anchor, before)
    except (ValueError, OverflowError):
        return None


def _from_day(kind: str, words: str, left: str, anchor: date, before: str | None) -> str | None:
    """A date counted from the day of the text, or from one told beside it."""
    if kind == "near":
        return _beside(words, anchor, before)
    if kind == "wd":
        return _weekday(words, anchor, _TO_COME.search(left) is not None)
    if kind == "gap":
        return None if _ROUGHLY.search(left) else _apart(words, anchor, before)
    return _ago(words, anchor, before) if kind == "ago" else _relative(words.lower(), anchor, before)


def absolute(kind: str, words: str) -> str:
    """A date with its year."""
    years = re.findall(r"\d{4}", words)
    if kind == "iso":
        return date.fromisoformat(words).isoformat()
    if kind == "range":
        return f"{years[0]}/{years[1]}"
    if kind in ("y", "yadj"):
        return str(years[-1])
    month = _month(words)
    if kind == "my":
        return f"{years[-1]}-{month:02d}"
    day = int(re.findall(r"\d{1,2}", words.replace(years[-1], " "))[0])
    return date(int(years[-1]), month, day).isoformat()


def small_number(word: str) -> int | None:
    """The number that a word or figure up to ten means; None where it means none."""
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower().replace("an", "a"))


def _month(words: str) -> int:
    found = re.search(MONTH, words)
    assert found is not None
    return MONTHS.index(found.group()[:3].lower()) + 1


def _without_year(kind: str, words: str, left: str, anchor: date | None) -> str | None:
    if anchor is None:
        return None
    month = _month(words)
    ahead = bool(_AHEAD.search(left)) or words.lower().startswith(("by ", "until ", "from ", "next "))
    if kind in ("m", "mpos"):
        year = anchor.year
        if ahead and month < anchor.month:
            year += 1
        if not ahead and (
            month > anchor.month or (month == anchor.month and words.lower().startswith("last"))
        ):
            year -= 1
        return f"{year}-{month:02d}"
    day = int(re.findall(r"\d{1,2}", words)[0])
    here = date(anchor.year, month, min(day, monthrange(anchor.year, month)[1]))
    if ahead and here < anchor - timedelta(days=31):
        here = here.replace(year=anchor.year + 1)
    if not ahead and here > anchor:
        here = here.replace(year=anchor.year - 1)
    return here.isoformat()


# "Is due on Thursday": the one that comes.
_TO_COME = re.compile(r"\b(?:due|scheduled|slated|expected)\b[^.;,]*$")


def _weekday(words: str, anchor: date, to_come: bool) -> str | None:
    parts = words.lower().split()
    if to_come:
        return (anchor + timedelta(days=(_DAYS.index(parts[-1]) - anchor.weekday()) % 7)).isoformat()
    if parts[0] == "next":
        return None
    back = (anchor.weekday() - _DAYS.index(parts[-1])) % 7
    if back == 0 and parts[0] == "last":
        back = 7
    return (anchor - timedelta(days=back)).isoformat()


def _days_of_month(kind: str, words: str, left: str, anchor: date | None) -> str | None:
    """`April 4 to 8`, `7-10 January 2019`: both days as an interval."""
    year = re.search(rf"{_YEAR}$", words)
    plain = words[: year.start()] if year else words
    days = [int(day) for day in re.findall(r"\d{1,2}", plain)]
    month = re.search(MONTH, plain)
    assert month is not None
    ends: list[str] = []
    for day in days:
        told = f"{month.group()} {day}"
        if year:
            ends.append(date(int(year.group()), _month(told), day).isoformat())
        elif iso := _without_year("md", told, left, anchor):
            ends.append(iso)
    return "/".join(ends) if len(ends) == 2 and ends[0] < ends[1] else None


def _beside(words: str, anchor: date, before: str | None) -> str | None:
    """`The next day`, `the day before`, `that morning`: counted from the day told."""
    told = (before or "").rsplit("/", 1)[-1]
    known = len(told) == len("2017-12-01")
    if words.endswith(("month", "year")):
        return told[: 7 if words.endswith("month") else 4] or None
    day = date.fromisoformat(told) if known else anchor
    if _SAME.search(words):
        return day.isoformat() if known else None
    if _NEXT.search(words):
        return (day + timedelta(days=1)).isoformat() if known else None
    return (day - timedelta(days=1)).isoformat()


def _ago(words: str, anchor: date, before: str | None) -> str | None:
    count, unit, side = words.lower().split()
    if side != "ago" and before and "/" not in before:
        parts = [int(part) for part in before.split("-")]
        if len(parts) == 3 or (len(parts) == 2 and unit.startswith(("month", "year"))):
            anchor = date(parts[0], parts[1], parts[2] if len(parts) == 3 else 1)
    number = int(count) if count.isdigit() else _NUMBERS[count.replace("an", "a")]
    if unit.startswith("year"):
        return str(anchor.year - number)
    if unit.startswith("month"):
        months = anchor.year * 12 + anchor.month - 1 - number
        return f"{months // 12}-{months % 12 + 1:02d}"
    return (anchor - timedelta(days=number * (7 if unit.startswith("week") else 1))).isoformat()


def _apart(words: str, anchor: date, before: str | None) -> str | None:
    """`a month later`, counted from the date told before; `a month after the launch`, back from it."""
    told = re.fullmatch(r"\d{4}-\d\d(-\d\d)?", before or "")
    count, unit, side = words.lower().split()
    coarse = unit.startswith(("month", "year"))
    if told is None and (side == "later" or not coarse):
        return None
    if told and not coarse and not told.group(1):
        return None
    start = (
        date.fromisoformat(before if told and told.group(1) else f"{before}-01")
        if told and before
        else anchor
    )
    back = 1 if side == "after" else -1
    number = int(count) if count.isdigit() else _NUMBERS[count.replace("an", "a")]
    if unit.startswith("year"):
        return str(start.year - back * number)
    if unit.startswith("month"):
        months = start.year * 12 + start.month - 1 - back * number
        return f"{months // 12}-{months % 12 + 1:02d}"
    return (start - timedelta(days=back * number * (7 if unit.startswith("week") else 1))).isoformat()


def _relative(words: str, anchor: date, before: str | None) -> str | None:
    days = {"today": 0, "tonight": 0, "overnight": 0, "yesterday": 1, "tomorrow": -1}
    if words in days:
        return (anchor - timedelta(days=days[words])).isoformat()
    monday = anchor - timedelta(days=anchor.weekday())
    step = -1 if "last" in words or "previous" in words else 1 if "next" in words else 0
    if "weekend" in words:
        saturday = monday - timedelta(days=2)
        return f"{saturday}/{saturday + timedelta(days=1)}"
    if "week" in words:
        monday += timedelta(days=7 * step)
        return f"{monday}/{monday + timedelta(days=6)}"
    if "month" in words:
        months = anchor.year * 12 + anchor.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02d}"
    return str(anchor.year + step)

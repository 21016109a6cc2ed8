"""Dates in words, as ISO text at the precision of the words, resolved against a day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from article41.reader.patterns import pattern

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_M = (
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
_PATTERN = pattern("dates", "pattern")
_BETWEEN = re.compile(r"\b(?:between|from)\s*$", re.I)
_AND = re.compile(r"^\s*(?:and|to|through|until|up to|-|–)\s*$", re.I)
_AHEAD = pattern("dates", "ahead")


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in words: offsets within the searched text, ISO (None if not to be resolved), words."""

    start: int
    end: int
    iso: str | None
    text: str

    @property
    def of_what_follows(self) -> bool:
        """`a month after the launch` dates the launch, not what the sentence told before."""
        return self.text.endswith(" after")


@lru_cache(maxsize=512)
def dates_in(text: str, anchor: date | None) -> tuple[DateFound, ...]:
    """All dates of a sentence, with `between A and B` joined to an interval."""
    single = list(_singles(text, anchor))
    joined: list[DateFound] = []
    for found in single:
        if (
            joined
            and _AND.match(text[joined[-1].end : found.start] + _lead(found))
            and _opens(text, joined[-1])
        ):
            first = joined.pop()
            iso = _interval(first.iso, found.iso)
            found = DateFound(first.start, found.end, iso, text[first.start : found.end])
        joined.append(found)
    return tuple(joined)


def _interval(first: str | None, last: str | None) -> str | None:
    """`between January and September last year`: the year told at the end holds for both."""
    if not first or not last:
        return None
    if first > last and len(first) == len(last) >= 7 and last[:4] < first[:4]:
        first = last[:4] + first[4:]
    return f"{first}/{last}"


def _lead(found: DateFound) -> str:
    first = found.text.split(" ", 1)[0].lower()
    return first if first in ("and", "to", "until", "through") else ""


def _opens(text: str, found: DateFound) -> bool:
    return bool(_BETWEEN.search(text[: found.start])) or found.text.lower().startswith(("between ", "from "))


def _singles(text: str, anchor: date | None) -> Iterator[DateFound]:
    before: str | None = None
    for start, end, kind in _words(text):
        iso = _iso(kind, text[start:end], text[max(0, start - 24) : start], anchor, before)
        before = iso or before
        if kind == "m" and iso is None:
            continue
        yield DateFound(start, end, iso, text[start:end])


# A text without any of these letters holds no date: most sentences are passed over at once.
_ANY = re.compile(
    r"\d|day|week|month|year|ago|night|tomorrow|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)


@lru_cache(maxsize=512)
def _words(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where the words of a date stand, and of which kind they are; the same whatever day they count from."""
    if _ANY.search(text) is None:
        return ()
    return tuple((m.start(), m.end(), m.lastgroup or "") for m in _PATTERN.finditer(text))


def _iso(kind: str, words: str, left: str, anchor: date | None, before: str | None) -> str | None:
    try:
        if kind in ("iso", "mdy", "dmy", "my", "y", "range"):
            return _absolute(kind, words)
        if kind == "mly":
            return f"{anchor.year - ('last' in words)}-{_month(words):02d}" if anchor else None
        if kind == "m" and words.startswith("that "):
            return f"{before[:4]}-{_month(words):02d}" if before else None
        if kind in ("md", "dm", "m", "mpos"):
            return _without_year(kind, words, left, anchor)
        if anchor is None:
            return None
        if kind == "wd":
            return _weekday(words, anchor, _TO_COME.search(left) is not None)
        if kind == "gap":
            return _apart(words, anchor, before)
        return _ago(words, anchor) if kind == "ago" else _relative(words.lower(), anchor, before)
    except (ValueError, OverflowError):
        return None


def _absolute(kind: str, words: str) -> str:
    years = re.findall(r"\d{4}", words)
    if kind == "iso":
        return date.fromisoformat(words).isoformat()
    if kind == "range":
        return f"{years[0]}/{years[1]}"
    if kind == "y":
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
    found = re.search(_M, words)
    assert found is not None
    return _MONTHS.index(found.group()[:3].lower()) + 1


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


def _ago(words: str, anchor: date) -> str | None:
    count, unit, _ = words.lower().split()
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
    days = {"today": 0, "tonight": 0, "yesterday": 1, "tomorrow": -1}
    if words in days:
        return (anchor - timedelta(days=days[words])).isoformat()
    if words in ("the same day", "that day"):
        return before
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


_HEAD_DATE = pattern("dates", "head_date")
_WIRE = re.compile(rf"(?:^|\n)[^\n]{{0,80}}?\b({_M} \d{{1,2}}|\d{{1,2}} {_M})\b[^\n]{{0,30}}?(?:\(|[-–—])")


def dateline(text: str, published: date | None) -> date | None:
    """The day a text is dated: a full date near its head, else a wire dateline, else publication."""
    head = text[:700]
    for match in _HEAD_DATE.finditer(head):
        if match.start() > 400 or not _in_head(head, match.start(), match.end()):
            continue
        kind = "iso" if match.group()[:2] == "20" and "-" in match.group() else "mdy"
        try:
            return date.fromisoformat(_absolute(kind, match.group()))
        except ValueError:
            continue
    if published is None:
        return None
    wire = _WIRE.search(head)
    if wire is not None:
        iso = _iso("md", wire.group(1), "", published + timedelta(days=2), None)
        if iso is not None:
            return date.fromisoformat(iso)
    return published


def _in_head(head: str, start: int, end: int) -> bool:
    """A date on a line of its own, or before the dash or bracket of a dateline: not one in a sentence."""
    line_start = head.rfind("\n", 0, start) + 1
    line_end = head.find("\n", end)
    line = head[line_start : line_end if line_end >= 0 else len(head)]
    before, after = head[line_start:start], head[end : end + 40]
    if len(line) < 90 and not line.rstrip().endswith((".", "?", "!", "”", '"')):
        return True
    return len(before) < 45 and bool(re.match(r"\s*(?:\([^)]{1,40}\)\s*)?(?:[-–—:]|\()", after))

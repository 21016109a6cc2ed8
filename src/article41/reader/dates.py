"""Dates in words, as ISO text at the precision of the words, resolved against a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from article41.reader.date_words import COUNTED, iso_of
from article41.reader.patterns import pattern

_PATTERN = pattern("dates", "pattern")
_BETWEEN = re.compile(r"\b(?:between|from)\s*$", re.I)
_AND = re.compile(r"^\s*(?:and|to|through|until|up to|-|–)\s*$", re.I)


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
def dates_in(text: str, anchor: date | None, told: str | None = None) -> tuple[DateFound, ...]:
    """All dates of a sentence, with `between A and B` and `on Monday and Tuesday` joined to an interval.

    `told` is the day told in the sentences before, from which `the next day` counts where this one has none.
    """
    single = list(_singles(text, anchor, told))
    joined: list[DateFound] = []
    for found in single:
        if (
            joined
            and _AND.match(text[joined[-1].end : found.start] + _lead(found))
            and (_opens(text, joined[-1]) or _days_running(joined[-1], found))
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


def _apart_or_one(found: DateFound, kind: str) -> Iterator[DateFound]:
    """`July 4 and 28` are two days, `July 4 to 28` one stretch, and so are `July 4 and 5`."""
    first, _, last = (found.iso or "").partition("/")
    middle = found.text.find(" and ")
    if kind != "span" or not last or middle < 0 or _adjoining(first, last):
        yield found
        return
    yield DateFound(found.start, found.start + middle, first, found.text[:middle])
    begin = middle + len(" and ")
    yield DateFound(found.start + begin, found.end, last, found.text[begin:])


def _adjoining(first: str, last: str) -> bool:
    return date.fromisoformat(last) - date.fromisoformat(first) == timedelta(days=1)


_LISTED = re.compile(r",?(?: and| or)?(?: in)? ")
_WEEKDAYS = re.compile(r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")


def _days_running(first: DateFound, last: DateFound) -> bool:
    """`On Friday and Saturday`: one stretch of two days."""
    if not (_WEEKDAYS.fullmatch(first.text) and _WEEKDAYS.fullmatch(last.text) and first.iso and last.iso):
        return False
    return _adjoining(first.iso, last.iso)


def _singles(text: str, anchor: date | None, told: str | None) -> Iterator[DateFound]:
    before: str | None = None
    words = _words(text)
    for place, (start, end, kind) in enumerate(words):
        base = before
        if kind in COUNTED:
            day = told or (anchor.isoformat() if anchor and start == 0 else None)
            base = before or (told if kind == "near" else None)
            base = base or _told_later(text, words[place + 1 :], anchor, day)
        iso = iso_of(kind, text[start:end], text[max(0, start - 24) : start], anchor, base)
        if kind == "m" and iso:
            iso = (_year_behind(text, end, words[place + 1 : place + 2]) or iso[:4]) + iso[4:]
        before = before if kind == "gap" and iso and text[start:end].endswith("after") else iso or before
        if kind == "m" and iso is None:
            continue
        yield from _apart_or_one(DateFound(start, end, iso, text[start:end]), kind)


def _year_behind(text: str, end: int, words: tuple[tuple[int, int, str], ...]) -> str | None:
    """`In July and September 2019`: the year told with the last month holds for the one before."""
    for start, stop, kind in words:
        if kind == "my" and _LISTED.fullmatch(text[end:start]):
            return text[start:stop][-4:]
    return None


def _told_later(
    text: str, words: tuple[tuple[int, int, str], ...], anchor: date | None, day: str | None
) -> str | None:
    """The day of the main clause behind `ten days after the launch`: `day` where the sentence tells none."""
    later = [
        iso
        for start, end, kind in words
        if kind not in COUNTED
        and (iso := iso_of(kind, text[start:end], text[max(0, start - 24) : start], anchor, None))
        and len(iso) == len("2017-12-01")
    ]
    return day if not later else later[0] if len(later) == 1 else None


# A text without any of these letters holds no date: most sentences are passed over at once.
_ANY = re.compile(
    r"\d|day|week|month|year|ago|night|morning|tomorrow|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)


@lru_cache(maxsize=512)
def _words(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where the words of a date stand, and of which kind they are; the same whatever day they count from."""
    if _ANY.search(text) is None:
        return ()
    return tuple((m.start(), m.end(), m.lastgroup or "") for m in _PATTERN.finditer(text))

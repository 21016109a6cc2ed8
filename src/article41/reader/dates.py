"""Dates in words, as ISO text at the precision of the words, resolved against a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from article41.reader.date_words import iso_of
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
        iso = iso_of(kind, text[start:end], text[max(0, start - 24) : start], anchor, before)
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

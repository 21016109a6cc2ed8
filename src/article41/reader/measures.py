"""The measures of the regime in the words of the press, as measure ids of the schema."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from article41.reader.gazetteer import DATA
from article41.reader.patterns import joined
from article41.reader.tokens import lowered
from article41.source import read_yaml


class MeasureFound(NamedTuple):
    """A measure named in a text: offsets within it, id, words."""

    start: int
    end: int
    id: str
    text: str


@cache
def _patterns() -> tuple[re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    """One pattern that finds where a measure is named, and one for each measure to tell which.

    Both are for lower-case text and without groups: so the engine passes over most words at once.
    """
    listed = read_yaml((DATA / "measures.yaml").read_text(encoding="utf-8"), "measures.yaml")["measures"]
    single = {name: "|".join(forms) for name, forms in listed.items()}
    every = re.compile(joined([rf"\b(?:{forms})" for forms in single.values()]))
    return every, tuple((name, re.compile(rf"\b(?:{forms})")) for name, forms in single.items())


@lru_cache(maxsize=512)
def measures_in(text: str) -> tuple[MeasureFound, ...]:
    """Every measure that a stretch of text names, from left to right."""
    every, single = _patterns()
    low = lowered(text)
    found: list[MeasureFound] = []
    for match in every.finditer(low):
        start, end = match.span()
        name = next(name for name, pattern in single if pattern.match(low, start))
        found.append(MeasureFound(start, end, name, text[start:end]))
    return tuple(found)


def main_measure(text: str) -> str | None:
    """The one measure that a stretch is about: the most special one, else the regime, else None."""
    found = [measure.id for measure in measures_in(text)]
    special = [
        name
        for name in found
        if name
        not in (
            "sanctions-regime",
            "nuclear-test-ban",
            "ballistic-missile-ban",
            "nuclear-missile-items",
            "cyber",
        )
    ]
    if special:
        return special[0]
    return "sanctions-regime" if "sanctions-regime" in found else None

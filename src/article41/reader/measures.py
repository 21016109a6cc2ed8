"""The measures of the regime in the words of the press, as measure ids of the schema."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from article41.reader.gazetteer import DATA
from article41.source import read_yaml


class MeasureFound(NamedTuple):
    """A measure named in a text: offsets within it, id, words."""

    start: int
    end: int
    id: str
    text: str


@cache
def _patterns() -> tuple[re.Pattern[str], tuple[str, ...]]:
    listed = read_yaml((DATA / "measures.yaml").read_text(encoding="utf-8"), "measures.yaml")["measures"]
    ids = tuple(listed)
    parts = (f"(?P<m{n}>\\b(?:{'|'.join(listed[name])}))" for n, name in enumerate(ids))
    return re.compile("|".join(parts), re.I), ids


def measures_in(text: str) -> list[MeasureFound]:
    """Every measure that a stretch of text names, from left to right."""
    pattern, ids = _patterns()
    return [
        MeasureFound(match.start(), match.end(), ids[int((match.lastgroup or "m0")[1:])], match.group())
        for match in pattern.finditer(text)
    ]


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

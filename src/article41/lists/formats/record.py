"""A record of plain values as an importer sees it, and how to ask it for words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from article41.lists.entity import Name, NameQuality

Record = dict[str, Any]


def items(record: Any, *path: str) -> list[Any]:
    """Everything at a path, however often each step repeats."""
    found = [record]
    for step in path:
        below = [value[step] for value in found if isinstance(value, dict) and step in value]
        found = [item for value in below for item in (value if isinstance(value, list) else [value])]
    return found


def texts(record: Any, *path: str) -> list[str]:
    """The words at a path, blanks made single, none empty."""
    words = (item.get("text", "") if isinstance(item, dict) else item for item in items(record, *path))
    return [word for word in (squeezed(str(word)) for word in words if word is not None) if word]


def text(record: Any, *path: str) -> str:
    """The first words at a path, or ""."""
    return next(iter(texts(record, *path)), "")


def squeezed(words: str) -> str:
    """The words with single blanks and none around them."""
    return " ".join(words.split())


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """Values without repetition or blanks, in their order."""
    return tuple(dict.fromkeys(value for value in values if value))


def distinct(names: Iterable[Name]) -> tuple[Name, ...]:
    """Names without repetition; of the same words in two qualities the stronger one stays."""
    rank = (NameQuality.STRONG, NameQuality.FORMER, NameQuality.WEAK)
    best: dict[str, Name] = {}
    for name in names:
        held = best.get(name.text)
        if name.text and (held is None or rank.index(name.quality) < rank.index(held.quality)):
            best[name.text] = name
    return tuple(best.values())

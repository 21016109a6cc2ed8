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
        below = [value[step] for value in found if type(value) is dict and step in value]
        if not below:
            return []
        found = []
        for value in below:
            if type(value) is list:
                found += value
            else:
                found.append(value)
    return found


def texts(record: Any, *path: str) -> list[str]:
    """The words at a path, blanks made single, none empty."""
    found = []
    for item in items(record, *path):
        words = _words(item)
        if words:
            found.append(words)
    return found


def text(record: Any, *path: str) -> str:
    """The first words at a path, or ""."""
    if len(path) == 1 and type(record) is dict:  # nearly every call
        item = record.get(path[0])
        if item is None or type(item) is str:
            return " ".join(item.split()) if item else ""
    return next(iter(texts(record, *path)), "")


def _words(item: Any) -> str:
    if type(item) is dict:
        item = item.get("text")
    return " ".join(str(item).split()) if item is not None else ""


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

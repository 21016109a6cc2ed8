"""The regular expressions of the reader's grammar, from its data."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from article41.reader.gazetteer import DATA
from article41.source import read_yaml


@cache
def _shipped() -> dict[str, Any]:
    found: dict[str, Any] = read_yaml((DATA / "patterns.yaml").read_text(encoding="utf-8"), "patterns.yaml")
    return found


def alternatives(expression: str) -> list[str]:
    """The top-level alternatives of a regular expression."""
    found, depth, start, at = [], 0, 0, 0
    inside = False  # a set of characters
    while at < len(expression):
        sign = expression[at]
        if sign == "\\":
            at += 1
        elif inside:
            inside = sign != "]"
        elif sign == "[":
            inside = True
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and depth == 0:
            found.append(expression[start:at])
            start = at + 1
        at += 1
    return [*found, expression[start:]]


def joined(parts: list[str]) -> str:
    """Alternatives in their order as one expression. Neighbours that begin at a word's edge share it, so that
    the engine passes over all of them at once where no word begins: a search is several times faster."""
    made: list[str] = []
    run: list[str] = []
    for part in (one for many in parts for one in alternatives(many)):
        if part.startswith("\\b"):
            run.extend(_spread(part[2:]))
            continue
        if run:
            made.append(rf"\b(?:{'|'.join(run)})")
            run = []
        made.append(part)
    if run:
        made.append(rf"\b(?:{'|'.join(run)})")
    return "|".join(made)


_CAPTURES = re.compile(r"(?<!\\)\((?!\?[:=!<i])")
_LONGEST = 160  # characters of what follows a group; longer, and writing it out for each word costs more


def _spread(part: str) -> list[str]:
    """`(?:ban|cap)s` as `bans`, `caps`: each alternative shows its first letter."""
    if not part.startswith("(?:"):
        return [part]
    close = _closing(part)
    rest = part[close + 1 :]
    if (
        rest[:1] == "?"
        and rest[1:2] not in ("?", "+")
        and len(rest) <= _LONGEST
        and not _CAPTURES.search(rest)
    ):
        inner = part[3:close]
        return [one for way in (f"(?:{inner}){rest[1:]}", rest[1:]) for one in _spread(way)]
    if rest[:1] in ("?", "*", "+", "{") or len(rest) > _LONGEST or _CAPTURES.search(rest):
        return [part]
    return [one for inner in alternatives(part[3:close]) for one in _spread(inner + rest)]


def _closing(part: str) -> int:
    """Where the group with which an expression begins is closed."""
    depth, at, inside = 0, 0, False
    while at < len(part):
        sign = part[at]
        if sign == "\\":
            at += 1
        elif inside:
            inside = sign != "]"
        elif sign == "[":
            inside = True
        elif sign in "()":
            depth += 1 if sign == "(" else -1
            if depth == 0:
                return at
        at += 1
    return len(part) - 1


def pattern(room: str, name: str) -> re.Pattern[str]:
    """One pattern of patterns.yaml: its alternatives joined in their order."""
    entry = _shipped()[room][name]
    return re.compile(joined(entry["any"]), 0 if entry["case"] else re.IGNORECASE)


def fact_pattern(name: str) -> re.Pattern[str]:
    """A pattern by which a sentence states law."""
    return pattern("facts", name)


def shipped(name: str) -> dict[str, Any]:
    """A table of patterns.yaml: `numbers`, `units`."""
    return dict(_shipped()[name])

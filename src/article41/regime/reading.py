"""Small typed readers over located YAML: each says what was expected and where."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from datetime import date
from typing import Any

from article41.errors import LawError
from article41.source import Mapping, Sequence
from article41.types import Confidence


def expect_keys(data: Mapping, allowed: Iterable[str], needed: Iterable[str] = ()) -> None:
    """Refuse unknown and missing keys. Raises LawError."""
    known = list(allowed)
    for key in data:
        if key not in known:
            close = difflib.get_close_matches(key, known, n=1)
            raise LawError(
                f"unknown key '{key}'",
                where=data.where(key),
                hint=f"did you mean '{close[0]}'?" if close else f"known: {', '.join(known)}",
            )
    for key in needed:
        if key not in data:
            raise LawError(f"key '{key}' is missing", where=data.where())


def mapping(data: Any, where: str) -> Mapping:
    """A mapping or an error."""
    if not isinstance(data, Mapping):
        raise LawError("expected a mapping (key: value)", where=where)
    return data


def items(data: Mapping, key: str) -> list[Any]:
    """A list, or one value taken as a list of one; empty when absent."""
    value = data.get(key)
    if value is None:
        return []
    return value if isinstance(value, Sequence) else [value]


def text(data: Mapping, key: str, default: str = "") -> str:
    """A text, or the default when absent."""
    value = data.get(key)
    if value is None:
        return default
    if not isinstance(value, str):
        raise LawError(f"'{key}' must be text", where=data.where(key), hint="put it in quotes")
    return " ".join(value.split())


def texts(data: Mapping, key: str) -> tuple[str, ...]:
    """A tuple of texts."""
    found = items(data, key)
    for item in found:
        if not isinstance(item, str):
            raise LawError(f"'{key}' must hold texts, not {item!r}", where=data.where(key))
    return tuple(found)


def choice(data: Mapping, key: str, allowed: Iterable[str], default: str | None = None) -> str:
    """One of a closed set of words."""
    value = data.get(key, default)
    known = sorted(allowed)
    if value not in known:
        close = difflib.get_close_matches(str(value), known, n=1)
        raise LawError(
            f"'{value}' is not a {key}",
            where=data.where(key),
            hint=f"did you mean '{close[0]}'?" if close else f"one of: {', '.join(known)}",
        )
    return str(value)


def whole(data: Mapping, key: str, default: int = 0) -> int:
    """A whole number, not negative."""
    value = data.get(key, default)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise LawError(f"'{key}' must be a whole number", where=data.where(key))
    return value


def day(data: Mapping, key: str) -> date | None:
    """A date or None."""
    value = data.get(key)
    if value is not None and not isinstance(value, date):
        raise LawError(f"'{key}' must be a date", where=data.where(key), hint="YYYY-MM-DD, unquoted")
    return value


def confidence(data: Mapping, key: str = "confidence") -> Confidence:
    """high, medium or low; high when absent."""
    return Confidence(choice(data, key, [grade.value for grade in Confidence], "high"))

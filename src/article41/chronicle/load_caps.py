"""Loading how the record of each cap is kept, and the paragraphs that a test or launch sets off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from article41.chronicle.load_deliveries import UNITS
from article41.chronicle.rows import CapRecord, Clause
from article41.chronicle.vocabulary import ACTORS, EVENT_TYPES
from article41.errors import SourceError
from article41.source import Mapping, Sequence, read_text, read_yaml

_CAP_KEYS = frozenset({"measure", "title", "units", "factor", "declarers"})
_CLAUSE_KEYS = frozenset({"para", "sure", "arguable", "note"})


def load_caps(path: Path, products: frozenset[str]) -> tuple[CapRecord, ...]:
    """The caps of the record. Raises SourceError with file:line."""
    data = read_yaml(read_text(path), path.name)
    if not isinstance(data, Mapping):
        raise SourceError("should be a mapping of caps", where=path.name)
    return tuple(_cap(name, data[name], data.where(name), products) for name in data)


def load_clauses(path: Path) -> tuple[Clause, ...]:
    """The paragraphs a further test or launch sets off. Raises SourceError with file:line."""
    data = read_yaml(read_text(path), path.name)
    if not isinstance(data, Sequence):
        raise SourceError("should be a list of paragraphs", where=path.name)
    return tuple(_clause(item, path.name) for item in data)


def _cap(name: str, found: Any, where: str, products: frozenset[str]) -> CapRecord:
    row = _keys(found, _CAP_KEYS, where, needed=_CAP_KEYS)
    units = _words(row, "units", frozenset(UNITS))
    if row["factor"] and row["factor"] not in products:
        raise SourceError(f"factor: '{row['factor']}' is no row of conversions", where=row.where("factor"))
    return CapRecord(
        name=name,
        measure=str(row["measure"]),
        title=str(row["title"]),
        units=units,
        factor=str(row["factor"] or ""),
        declarers=_words(row, "declarers", frozenset(ACTORS)),
    )


def _clause(found: Any, name: str) -> Clause:
    row = _keys(found, _CLAUSE_KEYS, name, needed=frozenset({"para", "sure"}))
    return Clause(
        para=str(row["para"]),
        sure=frozenset(_words(row, "sure", EVENT_TYPES)),
        arguable=frozenset(_words(row, "arguable", EVENT_TYPES)),
        note=str(row.get("note") or ""),
    )


def _keys(found: Any, known: frozenset[str], where: str, *, needed: frozenset[str]) -> Mapping:
    if not isinstance(found, Mapping):
        raise SourceError("should be a mapping", where=where)
    for key in found:
        if key not in known:
            hint = f"known: {', '.join(sorted(known))}"
            raise SourceError(f"unknown key '{key}'", where=found.where(key), hint=hint)
    for key in sorted(needed):
        if key not in found:
            raise SourceError(f"'{key}' is missing", where=found.where())
    return found


def _words(row: Mapping, key: str, known: frozenset[str]) -> tuple[str, ...]:
    values = row.get(key) or []
    if not isinstance(values, list):
        raise SourceError(f"{key}: should be a list", where=row.where(key))
    for value in values:
        if value not in known:
            raise SourceError(f"{key}: '{value}' is not known", where=row.where(key))
    return tuple(values)

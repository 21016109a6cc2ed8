"""Snapshots as JSON lines: a head, then one entity to a line. Quick to load, and plain to read.

Values that are empty are left out. The raw records are kept apart, in lines of their own, since
nobody needs them until a person asks to see one.
"""

from __future__ import annotations

import dataclasses
import gc
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from article41.errors import SourceError
from article41.lists.entity import (
    Address,
    Entity,
    Identifier,
    IdentifierKind,
    Listing,
    Name,
    NameQuality,
    PartialDate,
    Schema,
)
from article41.lists.snapshot import RawReader, Snapshot

VERSION = 1


@contextmanager
def without_collector() -> Iterator[None]:
    """Many small objects that all stay: searching them for garbage takes longer than making them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


_BREAK, _COMMA = "}\n{", "},{"
_SCHEMATA = {schema.value: schema for schema in Schema}
_QUALITIES = {quality.value: quality for quality in NameQuality}
_KINDS = {kind.value: kind for kind in IdentifierKind}


def pack(snapshot: Snapshot) -> Iterator[str]:
    """The lines of a snapshot, without raw records."""
    head = {
        "article41": VERSION,
        "source": snapshot.source,
        "edition": snapshot.edition.isoformat(),
        "digest": snapshot.digest,
        "format": snapshot.format,
        "notes": list(snapshot.notes),
        "counts": snapshot.counts,
        "names": snapshot.names,
    }
    yield _line(head)
    for entity in snapshot.entities:
        yield _line(pack_entity(entity))


def pack_raw(entities: Iterable[Entity]) -> Iterator[str]:
    """The raw records, a line each: [id, record]."""
    return (_line([entity.id, entity.raw]) for entity in entities)


def unpack_raw(lines: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Raw records by entity id."""
    return {row[0]: row[1] for row in map(json.loads, lines)}


def read_head(line: str, name: str) -> dict[str, Any]:
    """The head of a packed snapshot. Raises SourceError."""
    try:
        head: dict[str, Any] = json.loads(line)
        known = head["article41"] == VERSION
    except (ValueError, TypeError, KeyError, RecursionError):
        known = False
    if not known:
        raise SourceError(
            "is no list kept by this version",
            where=name,
            hint="run `article41 lists update` to fetch it anew",
        )
    return head


def unpack(text: str, name: str, raw_reader: RawReader | None = None) -> Snapshot:
    """The snapshot of packed lines. Raises SourceError where it is damaged or cut off."""
    first, _, rest = text.partition("\n")
    head = read_head(first, name)
    try:
        with without_collector():
            rows = json.loads(f"[{rest.rstrip().replace(_BREAK, _COMMA)}]")
            entities = tuple(map(unpack_entity, rows))
        if len(entities) != sum(head["counts"].values()):
            raise ValueError(f"{len(entities)} entities where {sum(head['counts'].values())} were kept")
        return Snapshot(
            source=head["source"],
            edition=date.fromisoformat(head["edition"]),
            digest=head["digest"],
            entities=entities,
            format=head["format"],
            notes=tuple(head["notes"]),
            raw_reader=raw_reader,
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise SourceError(
            f"is damaged: {error}", where=name, hint="run `article41 lists update` to fetch it anew"
        ) from None


def pack_entity(entity: Entity) -> dict[str, Any]:
    """An entity as plain values, without its raw record and without what is empty."""
    told: dict[str, Any] = _plain(entity)
    return told


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind is str or kind is bool:
        return value
    if kind is tuple:
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(kind):
        told = ((name, getattr(value, name)) for name in _field_names(kind))
        return {name: _plain(item) for name, item in told if item and name != "raw"}
    return value


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def unpack_entity(row: dict[str, Any]) -> Entity:
    """The entity of plain values. Raises KeyError, TypeError or ValueError for others."""
    simple: dict[str, Any] = {name: tuple(row[name]) for name in _SIMPLE if name in row}
    return Entity(
        id=row["id"],
        schema=_SCHEMATA[row["schema"]],
        names=tuple(_name(item) for item in row["names"]),
        listings=tuple(_listing(item) for item in row.get("listings", ())),
        birth_dates=tuple(PartialDate(**item) for item in row.get("birth_dates", ())),
        identifiers=tuple(_identifier(item) for item in row.get("identifiers", ())),
        addresses=tuple(Address(**item) for item in row.get("addresses", ())),
        **simple,
    )


_SIMPLE = (
    "birth_places",
    "genders",
    "nationalities",
    "countries",
    "titles",
    "positions",
    "programmes",
    "linked",
    "notes",
)


def _name(row: dict[str, Any]) -> Name:
    parts = row.get("parts")
    return Name(
        text=row["text"],
        quality=_QUALITIES[row["quality"]],
        primary=row.get("primary", False),
        language=row.get("language", ""),
        parts=tuple((part, words) for part, words in parts) if parts else (),
    )


def _identifier(row: dict[str, Any]) -> Identifier:
    row["kind"] = _KINDS[row["kind"]]
    return Identifier(**row)


def _listing(row: dict[str, Any]) -> Listing:
    listed = row.get("listed_on")
    row["listed_on"] = date.fromisoformat(listed) if listed else None
    row["amended_on"] = tuple(map(date.fromisoformat, row.get("amended_on", ())))
    row["measures"] = tuple(row.get("measures", ()))
    return Listing(**row)


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

"""Several records of one party become one entity with all that they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any

from article41.lists.entity import Entity
from article41.lists.formats.facts import Facts
from article41.lists.formats.record import distinct


def joined(entities: Iterable[Entity], facts: Facts) -> Iterator[Entity]:
    """Each party once, for lists that repeat one under another programme."""
    held: dict[str, Entity] = {}
    again = 0
    for entity in entities:
        again += entity.id in held
        held[entity.id] = merged(held[entity.id], entity) if entity.id in held else entity
    if again:
        facts.notes.append(f"{again} records tell of a party once more: joined with the first")
    yield from held.values()


def merged(first: Entity, second: Entity) -> Entity:
    """The first entity with what the second adds; its id, schema and main name stay."""
    both: dict[str, Any] = {}
    for field in fields(Entity):
        if field.name not in ("id", "schema", "names", "raw"):
            values = (*getattr(first, field.name), *getattr(second, field.name))
            both[field.name] = tuple(dict.fromkeys(values))
    others = (replace(name, primary=False) for name in second.names)
    records = [*first.raw.get("records", [first.raw]), second.raw]
    return replace(first, names=distinct((*first.names, *others)), raw={"records": records}, **both)

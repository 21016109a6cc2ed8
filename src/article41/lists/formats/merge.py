"""Two records of one party become one entity with all that either says."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from article41.lists.entity import Entity
from article41.lists.formats.record import distinct


def merged(first: Entity, second: Entity) -> Entity:
    """The first entity with what the second adds; its id, schema and main name stay."""
    joined: dict[str, Any] = {}
    for field in fields(Entity):
        if field.name not in ("id", "schema", "names", "raw"):
            both = (*getattr(first, field.name), *getattr(second, field.name))
            joined[field.name] = tuple(dict.fromkeys(both))
    others = (replace(name, primary=False) for name in second.names)
    records = [*first.raw.get("records", [first.raw]), second.raw]
    return replace(first, names=distinct((*first.names, *others)), raw={"records": records}, **joined)

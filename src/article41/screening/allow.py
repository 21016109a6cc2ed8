"""The allow-list: this customer is not that listed party. Who decided, when, until when, and why.

A decision rests on what the list said then. When the entry changes, it no longer stands and the
match is open again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from article41.fingerprint import digest
from article41.lists.entity import Entity
from article41.lists.pack import pack_entity
from article41.screening.form import read_name
from article41.screening.qualifiers import written
from article41.screening.query import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One entry of the log: `customer` is not (or, `revoked`, may be again) the listed `entity`.

    `facts` is the digest of what the list said of the entity when it was decided; `until` the last day it
    stands.
    """

    customer: str
    entity: str
    facts: str
    by: str
    on: date
    why: str
    until: date | None = None
    revoked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision as it bears on a match today: whether it still stands, and if not, why."""

    decision: Decision
    stands: bool
    because: str


def customer_key(query: Query) -> str:
    """The user's own reference of a customer; without one, the name and birth date."""
    if query.id:
        return query.id
    name = read_name(query.name, query.schema.value).joined or query.name.casefold()
    return "/".join([name, *(written(birth) for birth in query.birth_dates)])


def facts_digest(entity: Entity) -> str:
    """Sixteen hex digits over all that the list says of an entity; notes of ours do not count."""
    facts = {name: value for name, value in pack_entity(entity).items() if name != "notes"}
    return digest([json.dumps(facts, sort_keys=True, ensure_ascii=False)])


class AllowList:
    """Decisions by customer and entity, the last one of each pair counting."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._held = {(one.customer, one.entity): one for one in decisions}

    def __len__(self) -> int:
        return len(self.decisions)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Those not revoked, in the order they were taken."""
        return tuple(one for one in self._held.values() if not one.revoked)

    def decided(self, query: Query, entity: Entity, day: date) -> Decided | None:
        """What was decided of this customer and entity, and whether it stands on a day."""
        found = self._held.get((customer_key(query), entity.id)) if self._held else None
        if found is None or found.revoked:
            return None
        who = f"cleared by {found.by} on {found.on}: {found.why}"
        if found.until is not None and day > found.until:
            return Decided(decision=found, stands=False, because=f"{who}; it stood until {found.until}")
        if found.facts != facts_digest(entity):
            return Decided(
                decision=found, stands=False, because=f"{who}; the listing has changed since: decide anew"
            )
        return Decided(decision=found, stands=True, because=who)

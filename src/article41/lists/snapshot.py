"""One edition of one list, as read: the thing that is screened against and compared with the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from article41.lists.entity import Entity

RawReader = Callable[[], Mapping[str, dict[str, Any]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A list on the day its publisher made it.

    `source` is the key of the list ("un-sc"), `edition` the publisher's own date, `digest` the SHA-256 of
    the bytes that were read (uncompressed; of several files, of their names and digests), `format` how
    they were read. `notes` tell what is doubtful about the edition as a whole.
    """

    source: str
    edition: date
    digest: str
    entities: tuple[Entity, ...]
    format: str = ""
    notes: tuple[str, ...] = ()
    raw_reader: RawReader | None = field(default=None, compare=False, repr=False)

    @property
    def key(self) -> str:
        """Source, edition and digest in one word, for fingerprints: `un-sc@2026-02-27:0123456789abcdef`."""
        return f"{self.source}@{self.edition}:{self.digest[:16]}"

    @property
    def counts(self) -> dict[str, int]:
        """How many entities of each schema, the most frequent first."""
        return dict(Counter(entity.schema.value for entity in self.entities).most_common())

    @property
    def names(self) -> int:
        """How many names the entities bear together."""
        return sum(len(entity.names) for entity in self.entities)

    def find(self, words: str) -> tuple[Entity, ...]:
        """Entities by id, list reference (also a UN reference a national list names) or identifier."""
        sought = _plain(words)
        return tuple(entity for entity in self.entities if sought in _handles(entity))

    def raw(self, entity: Entity) -> dict[str, Any]:
        """The record as the publisher wrote it; read from disk when the snapshot came from there."""
        if entity.raw or self.raw_reader is None:
            return entity.raw
        return self.raw_reader().get(entity.id, {})


def _plain(text: str) -> str:
    return "".join(text.split()).casefold().removeprefix("imo")


def _handles(entity: Entity) -> set[str]:
    words = {entity.id}
    words |= {listing.reference for listing in entity.listings}
    words |= {listing.un_reference for listing in entity.listings}
    words |= {identifier.value for identifier in entity.identifiers}
    return {_plain(word) for word in words if word}

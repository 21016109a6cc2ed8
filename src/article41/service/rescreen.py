"""Monitoring: customers screened only against what a newer edition of a list changed.

What a query finds in one entry does not depend on the entries beside it, so that screening against the
changed entries alone finds exactly what a full screening would find anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from article41.errors import UnknownNameError
from article41.lists.delta import Delta, Weight, delta
from article41.lists.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What changed from older to newer editions, as snapshots that hold nothing else.

    `changes` says by snapshot key and entity id what happened to the entry.
    """

    snapshots: tuple[Snapshot, ...]
    changes: dict[tuple[str, str], str]
    deltas: tuple[Delta, ...]


def changed(since: Sequence[Snapshot], now: Sequence[Snapshot]) -> Changed:
    """The changes from some editions to newer ones, list by list.

    Entries new or amended come in the newer words, delisted ones in the older. Changes of form only do
    not count. Raises UnknownNameError where a newer edition has no older one of the same list.
    """
    snapshots: list[Snapshot] = []
    changes: dict[tuple[str, str], str] = {}
    deltas: list[Delta] = []
    older = {snapshot.source: snapshot for snapshot in since}
    for new in now:
        if new.source not in older:
            raise UnknownNameError(
                f"no older edition of {new.source} was named", hint="--since takes editions of the same lists"
            )
        old = older[new.source]
        found = delta(old, new)
        deltas.append(found)
        told = _told(found)
        snapshots.append(replace(new, entities=tuple(one for one in new.entities if one.id in told)))
        changes |= {(new.key, entity): words for entity, words in told.items()}
        if found.delisted:
            snapshots.append(replace(old, entities=found.delisted))
            changes |= {(old.key, entity.id): "delisted" for entity in found.delisted}
    return Changed(snapshots=tuple(snapshots), changes=changes, deltas=tuple(deltas))


def _told(found: Delta) -> dict[str, str]:
    """By entity id: listed, or which fields were amended in substance."""
    told = {entity.id: "listed" for entity in found.listed}
    for amendment in found.amended:
        fields = [change.field for change in amendment.changes if change.weight is Weight.SUBSTANCE]
        if fields:
            told[amendment.id] = f"amended: {', '.join(dict.fromkeys(fields))}"
    return told

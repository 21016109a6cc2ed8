"""What changed between two editions of a list: listed, amended field by field, delisted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from article41.errors import UnknownNameError
from article41.lists.entity import Entity, Name, PartialDate
from article41.lists.snapshot import Snapshot
from article41.source import read_yaml

_FIELDS = tuple(field.name for field in fields(Entity) if field.name not in ("id", "raw", "notes"))
_RECORD_NUMBERS = frozenset({"DATAID", "VERSIONNUM", "SORT_KEY", "SORT_KEY_LAST_MOD", "logicalId"})
_MARKS = re.compile(r"[\s.,;:'’‘`\"“”\-]+")


class Weight(StrEnum):
    """What a change of an entry amounts to."""

    SUBSTANCE = "substance"  # a name, date, number, post or remark came or went
    FORM = "form"  # blanks, capitals, apostrophes, the order, the publisher's record numbers
    PHANTOM = "phantom"  # an edition known to be defective lost a value, or the next one has it again


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """What one field lost and gained, in words; `because` says why a change is no amendment."""

    field: str
    removed: tuple[str, ...]
    added: tuple[str, ...]
    weight: Weight
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """An entry that both editions have, not alike. `dated`: the list itself states an amendment between."""

    id: str
    reference: str
    caption: str
    changes: tuple[FieldChange, ...]
    dated: tuple[date, ...] = ()

    @property
    def weight(self) -> Weight:
        """The heaviest of the changes."""
        found = {change.weight for change in self.changes}
        return next(weight for weight in (Weight.SUBSTANCE, Weight.PHANTOM, Weight.FORM) if weight in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta:
    """The changes from an older to a newer edition of one source, by stable reference."""

    source: str
    old: date
    new: date
    listed: tuple[Entity, ...]
    amended: tuple[Amendment, ...]
    delisted: tuple[Entity, ...]


def delta(old: Snapshot, new: Snapshot) -> Delta:
    """What the newer edition changed. Raises UnknownNameError for editions of two different lists."""
    if old.source != new.source:
        raise UnknownNameError(
            f"{old.source} and {new.source} are different lists", hint="compare two editions of one list"
        )
    before = {entity.id: entity for entity in old.entities}
    after = {entity.id: entity for entity in new.entities}
    return Delta(
        source=new.source,
        old=old.edition,
        new=new.edition,
        listed=tuple(entity for key, entity in after.items() if key not in before),
        amended=tuple(_amended(before, after, old, new)),
        delisted=tuple(entity for key, entity in before.items() if key not in after),
    )


def _amended(
    before: Mapping[str, Entity], after: Mapping[str, Entity], old: Snapshot, new: Snapshot
) -> Iterator[Amendment]:
    for key, now in after.items():
        was = before.get(key)
        if was is None:
            continue
        known = {day for listing in was.listings for day in listing.amended_on}
        dated = {day for listing in now.listings for day in listing.amended_on} - known
        excuse = _Excuse(new.source, (old.edition, new.edition), bool(dated))
        changes = tuple(_changes(was, now, excuse, (old, new)))
        if changes:
            reference = now.listings[0].reference if now.listings else key
            yield Amendment(
                id=key, reference=reference, caption=now.caption, changes=changes, dated=tuple(sorted(dated))
            )


@dataclass(frozen=True, slots=True)
class _Excuse:
    """What speaks for a change being no amendment: a defective edition, and no date stated by the list."""

    source: str
    editions: tuple[date, date]
    dated: bool

    def of(self, name: str) -> str:
        """Why a change of this field is a phantom; "" where nothing says so."""
        for source, edition, names, because in _defects():
            if source == self.source and edition in self.editions and name in names and not self.dated:
                return because
        return ""


def _changes(
    was: Entity, now: Entity, excuse: _Excuse, snapshots: tuple[Snapshot, Snapshot]
) -> Iterator[FieldChange]:
    changed = False
    for name in _FIELDS:
        if getattr(was, name) != getattr(now, name):
            changed = True
            yield _weighed(name, _words(getattr(was, name)), _words(getattr(now, name)), excuse)
    if not changed:
        yield from _raw_changes(snapshots[0].raw(was), snapshots[1].raw(now), excuse)


def _raw_changes(was: Mapping[str, Any], now: Mapping[str, Any], excuse: _Excuse) -> Iterator[FieldChange]:
    """Fields of the record that the entity does not hold, such as remarks; none without raw records."""
    if not was or not now:
        return
    for name in dict.fromkeys((*was, *now)):
        before, after = tuple(_leaves(was.get(name))), tuple(_leaves(now.get(name)))
        if before != after:
            yield _weighed(name, before, after, excuse)


def _weighed(name: str, before: tuple[str, ...], after: tuple[str, ...], excuse: _Excuse) -> FieldChange:
    removed = tuple(words for words in before if words not in after)
    added = tuple(words for words in after if words not in before)
    weight, because = Weight.SUBSTANCE, ""
    if name in _RECORD_NUMBERS:
        weight, because = Weight.FORM, "the publisher's own number of the record"
    elif {_bare(words) for words in before} == {_bare(words) for words in after}:
        weight, because = Weight.FORM, "only capitals, blanks, marks or the order differ"
    elif excuse.of(name):
        weight, because = Weight.PHANTOM, excuse.of(name)
    return FieldChange(field=name, removed=removed, added=added, weight=weight, because=because)


@cache
def _defects() -> tuple[tuple[str, date, tuple[str, ...], str], ...]:
    file = resources.files("article41") / "data" / "lists" / "defects.yaml"
    rows = read_yaml(file.read_text(encoding="utf-8"), "defects.yaml")
    return tuple((row["source"], row["edition"], tuple(row["fields"]), row["because"]) for row in rows)


def _words(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, tuple) else (value,)
    return tuple(dict.fromkeys(_told(item) for item in items))


def _told(item: Any) -> str:
    """A value in a few words, enough to tell it from others."""
    if isinstance(item, Name):
        return f"{item.text} ({item.quality.value})"
    if isinstance(item, PartialDate):
        span = item.start if item.start == item.end else f"{item.start} to {item.end}"
        return f"{span} (about)" if item.circa else span
    if not is_dataclass(item):
        return str(item)
    told = ((field.name, getattr(item, field.name)) for field in fields(item))
    skipped = ("text", "primary", "url", "value") if hasattr(item, "kind") else ("primary", "url", "parts")
    rest = [f"{name} {_joined(value)}" for name, value in told if value and name not in skipped]
    head = getattr(item, "value", "")
    return "; ".join(filter(None, [head, *rest]))


def _joined(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, item in value.items():
            if name not in _RECORD_NUMBERS:
                yield from _leaves(item)
    elif isinstance(value, Iterable) and not isinstance(value, str):
        for item in value:
            yield from _leaves(item)
    elif value is not None:
        yield " ".join(str(value).split())


def _bare(words: str) -> str:
    return _MARKS.sub("", words).casefold()

"""Who was listed on a day: from listing dates, and from editions that no longer hold an entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from article41.errors import UnknownNameError
from article41.lists.entity import Entity
from article41.lists.snapshot import Snapshot
from article41.types import Truth, any_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """How long an entry stood on a list, as far as the editions held can tell.

    `stated` is the list's own date of listing, `first_seen` and `last_seen` the first and last edition of
    the span that have it. `absent` are the first and last edition just before the span that have it not,
    `gone` is the first one after it; None where there is no such edition.
    """

    entity: Entity
    stated: date | None
    first_seen: date
    last_seen: date
    absent: tuple[date, date] | None = None
    gone: date | None = None

    def listed_on(self, day: date) -> Truth:
        """Whether it was listed in this span; None where editions and dates do not tell.

        An edition without the entry outweighs a listing date before it: the UN's Iran list came back
        in 2025 with the dates of 2006.
        """
        if day >= self.first_seen:
            if self.gone is None or day <= self.last_seen:
                return True
            return None if day < self.gone else False
        if self.absent is not None and self.absent[0] <= day <= self.absent[1]:
            return False
        if self.stated is None:
            return None
        if day < self.stated:
            return False
        return None if self.absent is not None and self.stated <= self.absent[1] else True


def spans(editions: Iterable[Snapshot]) -> tuple[Span, ...]:
    """The spans of every entry of a list, in the words of the latest edition of each. Any order of editions.

    Raises UnknownNameError where there is no edition, or of two lists.
    """
    ordered = sorted(editions, key=lambda snapshot: snapshot.edition)
    if not ordered or len({snapshot.source for snapshot in ordered}) > 1:
        raise UnknownNameError("the history of a list needs editions of that list, and no other")
    found: dict[str, list[Span]] = {}
    for index, snapshot in enumerate(ordered):
        present = {entity.id: entity for entity in snapshot.entities}
        for key, told in found.items():
            if key not in present and told[-1].gone is None:
                told[-1] = replace(told[-1], gone=snapshot.edition)
        before = (ordered[0].edition, ordered[index - 1].edition) if index else None
        for key, entity in present.items():
            _continue(found.setdefault(key, []), entity, snapshot.edition, before)
    return tuple(span for told in found.values() for span in told)


def _continue(told: list[Span], entity: Entity, edition: date, before: tuple[date, date] | None) -> None:
    """This edition's words for the last span, or a new span where the entry is new or came back."""
    last = told[-1] if told else None
    if last is not None and last.gone is None:
        told[-1] = replace(last, entity=entity, last_seen=edition)
        return
    absent = (last.gone, before[1]) if last and last.gone and before else before
    stated = min((row.listed_on for row in entity.listings if row.listed_on), default=None)
    told.append(Span(entity=entity, stated=stated, first_seen=edition, last_seen=edition, absent=absent))


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """Who was listed on a day, and of whom the editions held cannot tell."""

    day: date
    listed: tuple[Entity, ...]
    uncertain: tuple[Entity, ...]


def as_of(editions: Iterable[Snapshot], day: date) -> Roll:
    """The roll of a day. From one edition alone, those delisted before it are missing from the roll.

    Raises UnknownNameError as `spans` does.
    """
    truths: dict[str, tuple[Entity, Truth]] = {}
    for span in spans(editions):
        held = truths.get(span.entity.id)
        truth = any_of([span.listed_on(day), held[1] if held else False])
        truths[span.entity.id] = (span.entity, truth)
    return Roll(
        day=day,
        listed=tuple(entity for entity, truth in truths.values() if truth is True),
        uncertain=tuple(entity for entity, truth in truths.values() if truth is None),
    )

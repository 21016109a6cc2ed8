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

    `since` is the list's own date of listing, or the first edition that has it (`since_edition`).
    `gone` is the first edition without it: it was delisted after `last_seen` and by `gone`; None while the
    newest edition has it. `after`: an earlier span of the same entry had ended by then.
    """

    entity: Entity
    since: date
    since_edition: bool
    last_seen: date
    gone: date | None = None
    after: date | None = None

    def listed_on(self, day: date) -> Truth:
        """Whether it was listed; None between the last edition with it and the first without."""
        if self.after is not None and day <= self.after:
            return False
        if day < self.since:
            return None if self.since_edition else False
        if self.gone is None or day <= self.last_seen:
            return True
        return None if day < self.gone else False


def spans(editions: Iterable[Snapshot]) -> tuple[Span, ...]:
    """The span of every entry of a list, the words of its latest edition. Editions of one source, any order.

    Raises UnknownNameError where there is none, or of two lists.
    """
    ordered = sorted(editions, key=lambda snapshot: snapshot.edition)
    if not ordered or len({snapshot.source for snapshot in ordered}) > 1:
        raise UnknownNameError("the history of a list needs editions of that list, and no other")
    found: dict[str, list[Span]] = {}
    for snapshot in ordered:
        present = {entity.id: entity for entity in snapshot.entities}
        for key, told in found.items():
            if key not in present and told[-1].gone is None:
                told[-1] = replace(told[-1], gone=snapshot.edition)
        for key, entity in present.items():
            _continue(found.setdefault(key, []), entity, snapshot.edition)
    return tuple(span for told in found.values() for span in told)


def _continue(told: list[Span], entity: Entity, edition: date) -> None:
    """This edition's words for the last span, or a new span where the entry is new or came back."""
    stated = min((row.listed_on for row in entity.listings if row.listed_on), default=None)
    last = told[-1] if told else None
    if last is not None and last.gone is None:
        told[-1] = replace(last, entity=entity, last_seen=edition)
        return
    after = last.gone if last else None
    if stated is not None and (after is None or stated > after):
        told.append(Span(entity=entity, since=stated, since_edition=False, last_seen=edition, after=after))
    else:
        told.append(Span(entity=entity, since=edition, since_edition=True, last_seen=edition, after=after))


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

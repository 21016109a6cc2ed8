"""Who was listed on a day: from listing dates, and from editions that no longer hold an entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from article41.errors import UnknownNameError
from article41.lists.entity import Entity
from article41.lists.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """How long an entry stood on a list, as far as the editions held can tell.

    `since` is the list's own date of listing, or the first edition that has it (`since_edition`).
    `gone` is the first edition without it: it was delisted after `last_seen` and by `gone`. Both are None
    while the newest edition has it.
    """

    entity: Entity
    since: date
    since_edition: bool
    last_seen: date
    gone: date | None = None

    def listed_on(self, day: date) -> bool | None:
        """Whether it was listed; None between the last edition with it and the first without."""
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
    found: dict[str, Span] = {}
    for snapshot in ordered:
        present = {entity.id: entity for entity in snapshot.entities}
        for key, span in found.items():
            if key not in present and span.gone is None:
                found[key] = _ended(span, snapshot.edition)
        for key, entity in present.items():
            found[key] = _continued(found.get(key), entity, snapshot.edition)
    return tuple(found.values())


def _ended(span: Span, edition: date) -> Span:
    return Span(
        entity=span.entity,
        since=span.since,
        since_edition=span.since_edition,
        last_seen=span.last_seen,
        gone=edition,
    )


def _continued(span: Span | None, entity: Entity, edition: date) -> Span:
    """A new span, or the old one with this edition's words. One that comes back after a gap starts anew."""
    stated = min((row.listed_on for row in entity.listings if row.listed_on), default=None)
    if span is not None and span.gone is None:
        return Span(
            entity=entity,
            since=min(span.since, stated or span.since),
            since_edition=span.since_edition and stated is None,
            last_seen=edition,
        )
    return Span(
        entity=entity, since=stated or edition, since_edition=stated is None, last_seen=edition
    )


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
    told = [(span.entity, span.listed_on(day)) for span in spans(editions)]
    return Roll(
        day=day,
        listed=tuple(entity for entity, truth in told if truth is True),
        uncertain=tuple(entity for entity, truth in told if truth is None),
    )

"""A match: how like a listed party the one asked about is, as a sum whose parts are shown."""

from __future__ import annotations

from dataclasses import dataclass

from article41.lists.entity import Entity, Name
from article41.screening.marks import best_lift, best_slip, contradictions
from article41.screening.qualifiers import Qualifier, qualify
from article41.screening.query import Query
from article41.screening.score import Feature, NameMatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A listed party the query may be.

    `score` is `name_score` and the points of all qualifiers together, between 0 and 1; `words` are the
    reasons for the name's score, word by word. `snapshot` names the edition of the list. `name` is None
    where only an identifier found it.
    """

    entity: Entity
    snapshot: str
    score: float
    name_score: float
    name: Name | None
    words: tuple[Feature, ...]
    qualifiers: tuple[Qualifier, ...]

    @property
    def reference(self) -> str:
        """The list's own key for the party, of its first listing."""
        return self.entity.listings[0].reference if self.entity.listings else self.entity.id

    @property
    def by_identifier(self) -> bool:
        """Whether an equal number or address was found."""
        return any(one.name == IDENTIFIER for one in self.qualifiers)

    @property
    def by_slip(self) -> bool:
        """Whether a number that cannot exist was given, one slip away from a listed one."""
        return any(one.name == SLIP for one in self.qualifiers)

    @property
    def because(self) -> str:
        """The sum in a line: `name 0.93 +0.12 birth date (same day)`."""
        parts = [f"name {self.name_score:.2f}"] if self.name is not None else []
        parts += [f"{one.points:+.2f} {one.name} ({one.why})" for one in self.qualifiers if one.points]
        return ", ".join(parts)


IDENTIFIER, SLIP = "identifier", "identifier slip"
OTHER_NAME = 0.05
"""What another name takes from a slip of the number: ships are renamed more readily than renumbered."""
ALIKE = 0.5


def judge(
    query: Query, entity: Entity, snapshot: str, name: Name | None = None, found: NameMatch | None = None
) -> Match:
    """The match of a query with an entity, by one of its names (or by identifiers alone)."""
    name_score = found.score if found is not None else 0.0
    qualifiers = [*qualify(query, entity, name, name_score), *contradictions(query, entity)]
    total = name_score + sum(one.points for one in qualifiers)
    score = min(1.0, max(0.0, total))
    lift = best_lift(query, entity)
    if lift is not None:
        points = max(0.0, round(lift.to - score, 4))
        qualifiers.append(Qualifier(IDENTIFIER, lift.query, lift.listed, points, lift.why))
        score = max(score, lift.to)
    elif (slip := best_slip(query, entity)) is not None:
        against = sum(one.points for one in qualifiers if one.points < 0)
        to = slip.to + against - (OTHER_NAME if name is not None and name_score < ALIKE else 0.0)
        qualifiers.append(Qualifier(SLIP, slip.query, slip.listed, max(0.0, round(to - total, 4)), slip.why))
        score = max(score, to)
    return Match(
        entity=entity,
        snapshot=snapshot,
        score=round(score, 4),
        name_score=name_score,
        name=name,
        words=found.features if found is not None else (),
        qualifiers=tuple(qualifiers),
    )

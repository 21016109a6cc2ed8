"""All listed parties of some snapshots in memory, and the screening of queries against them.

An index never changes. What a query finds in one snapshot does not depend on which others stand
beside it, so that adding a list never removes a hit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from article41.lists.entity import Entity, Identifier, Name
from article41.lists.snapshot import Snapshot
from article41.screening.candidates import NameIndex
from article41.screening.form import NameForm, read_name
from article41.screening.identifiers import check_identifier, map_key
from article41.screening.match import Match, judge
from article41.screening.qualifiers import most_gain
from article41.screening.query import Query, Thresholds
from article41.screening.score import NameMatch, quick_score, score_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """The answer to one query.

    `matches`, likest first, reach the threshold. `set_aside` would by their names, but what else is known
    (a birth date, a gender) speaks against them: they are shown so that nobody is dropped unseen. `notes`
    say what is wrong with the identifiers given.
    """

    query: Query
    matches: tuple[Match, ...]
    set_aside: tuple[Match, ...] = ()
    notes: tuple[str, ...] = ()


NameKey = tuple[str, str, tuple[tuple[str, str], ...]]


class Index:
    """Listed parties, found by name and by identifier."""

    def __init__(self, snapshots: Sequence[Snapshot], names: NameIndex | None = None) -> None:
        self.snapshots = tuple(snapshots)
        self._entities: list[tuple[Entity, str]] = []
        self._marks: dict[tuple[str, str], list[int]] = {}
        holders: dict[NameKey, list[tuple[int, Name]]] = {}
        for snapshot in self.snapshots:
            for entity in snapshot.entities:
                number = len(self._entities)
                self._entities.append((entity, snapshot.key))
                self._note_marks(number, entity.identifiers)
                for name in entity.names:
                    key = (name.text.casefold(), entity.schema.value, name.parts)
                    holders.setdefault(key, []).append((number, name))
        self._keys = list(holders)
        self._holders = list(holders.values())
        self._forms: list[NameForm | None] = [None] * len(self._keys)
        if names is None or len(names) != len(self._keys):
            names = NameIndex([self._form(number) for number in range(len(self._keys))])
        self.names = names

    @property
    def keys(self) -> tuple[str, ...]:
        """Which editions of which lists are held: `un-sc@2026-02-27:0123456789abcdef`."""
        return tuple(snapshot.key for snapshot in self.snapshots)

    def __len__(self) -> int:
        return len(self._entities)

    def screen(
        self,
        queries: Sequence[Query],
        thresholds: Thresholds | None = None,
        as_of: date | None = None,
    ) -> list[Screened]:
        """The answer to each query, in their order. `as_of` leaves out who was listed only later."""
        limits = thresholds or Thresholds()
        forms = [read_name(query.name, query.schema.value) for query in queries]
        floors = [max(0.3, limits.possible - most_gain(query)) for query in queries]
        found = self.names.hopeful(forms, floors, self.names.candidates(forms, floors))
        cuts = np.searchsorted(found.places, np.arange(len(forms) + 1)).tolist()
        names = found.names.tolist()
        return [
            self._answer(query, form, floor, names[cuts[place] : cuts[place + 1]], limits, as_of)
            for place, (query, form, floor) in enumerate(zip(queries, forms, floors, strict=True))
        ]

    def _answer(
        self,
        query: Query,
        form: NameForm,
        floor: float,
        numbers: list[int],
        limits: Thresholds,
        as_of: date | None,
    ) -> Screened:
        best = self._best_names(form, floor, numbers) if numbers else {}
        for entity in self._by_marks(query):
            best.setdefault(entity, (0.0, -1, None))
        notes = self._notes(query)
        if not best:
            return Screened(query=query, matches=(), notes=notes)
        judged = [
            self._judge(query, form, entity, number, name, score, limits.possible)
            for entity, (score, number, name) in best.items()
            if as_of is None or listed_by(self._entities[entity][0], as_of)
        ]
        judged.sort(key=_rank)
        return Screened(
            query=query,
            matches=tuple(match for match in judged if match.score >= limits.possible),
            set_aside=tuple(match for match in judged if match.score < limits.possible <= match.name_score),
            notes=notes,
        )

    def _best_names(
        self, form: NameForm, floor: float, numbers: list[int]
    ) -> dict[int, tuple[float, int, Name | None]]:
        """Per entity its name likest to the query; of equals, the one the list stands behind most."""
        best: dict[int, tuple[float, int, Name | None]] = {}
        for number in numbers:
            score = quick_score(form, self._form(number), floor)
            if score < floor or not score:
                continue
            for entity, name in self._holders[number]:
                held = best.get(entity)
                if held is None or (score, _standing(name)) > (held[0], _standing(held[2])):
                    best[entity] = (score, number, name)
        return best

    def _judge(
        self,
        query: Query,
        form: NameForm,
        number: int,
        name_number: int,
        name: Name | None,
        score: float,
        least: float,
    ) -> Match:
        entity, snapshot = self._entities[number]
        found = NameMatch(score, ()) if name is not None else None
        match = judge(query, entity, snapshot, name, found)
        if name is None and query.name:  # found by its number: say how the names compare
            name_number, name = self._nearest_name(form, entity)
            found = score_names(form, read_name(name.text, entity.schema.value, name.parts))
            return judge(query, entity, snapshot, name, found)
        if name is not None and max(match.score, score) >= least:
            return replace(match, words=score_names(form, self._form(name_number)).features)
        return match

    def _nearest_name(self, form: NameForm, entity: Entity) -> tuple[int, Name]:
        forms = [(read_name(name.text, entity.schema.value, name.parts), name) for name in entity.names]
        return -1, max(forms, key=lambda pair: quick_score(form, pair[0], 0.0))[1]

    def _by_marks(self, query: Query) -> Iterator[int]:
        for identifier in query.identifiers:
            yield from self._marks.get(map_key(identifier), ())

    def _notes(self, query: Query) -> tuple[str, ...]:
        """What is wrong with the identifiers given, and which listed number may have been meant."""
        notes: list[str] = []
        for one in query.identifiers:
            found = check_identifier(one.kind, one.value, one.country)
            words = f"{one.kind.value} {one.value}"
            notes += [f"{words}: {fault}" for fault in found.faults]
            for number in found.near:
                for entity in self._marks.get((one.kind.value, number), ()):
                    notes.append(
                        f"{words}: one slip away, {number} is listed: {self._entities[entity][0].caption}"
                    )
            notes += [f"{words}: {note}" for note in found.notes]
        return tuple(notes)

    def _note_marks(self, number: int, identifiers: Sequence[Identifier]) -> None:
        for identifier in identifiers:
            key = map_key(identifier)
            held = self._marks.setdefault(key, [])
            if key[1] and (not held or held[-1] != number):
                held.append(number)

    def _form(self, number: int) -> NameForm:
        form = self._forms[number]
        if form is None:
            text, schema, parts = self._keys[number]
            form = self._forms[number] = read_name(text, schema, parts)
        return form


def listed_by(entity: Entity, day: date) -> bool:
    """Whether the entity was listed on a day; a listing without date counts as listed."""
    if not entity.listings:
        return True
    return any(listing.listed_on is None or listing.listed_on <= day for listing in entity.listings)


def _standing(name: Name | None) -> tuple[bool, bool]:
    return (name is not None and name.quality != "weak", name is not None and name.primary)


def _rank(match: Match) -> tuple[float, float, str]:
    return -match.score, -match.name_score, match.entity.id

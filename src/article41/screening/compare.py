"""Two parties held side by side: their names, and what else is known of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from article41.lists.entity import Schema
from article41.screening.birth import compare_births
from article41.screening.form import read_name
from article41.screening.identifiers import map_key
from article41.screening.qualifiers import Qualifier, written
from article41.screening.query import Query
from article41.screening.score import NameMatch, score_names

BIRTH_FOR, BIRTH_AGAINST = 0.10, 0.35
COUNTRY_FOR, COUNTRY_AGAINST = 0.03, 0.25
COUNTRY_AGAINST_MORE = 0.31  # names of companies, and names so frequent that they prove little
YEAR_APART = 0.2  # two full dates, another year and another day
GENDER_AGAINST = 0.20
KIND_AGAINST = 0.25
NUMBER_FOR, NUMBER_AGAINST = 0.5, 0.15
SAME = 0.70
"""From this score on two parties are taken for one. Chosen on pairs of our own making: see docs."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two parties are. `score` is the name's and the points of the qualifiers, 0 to 1."""

    score: float
    name1: str
    name2: str
    name: NameMatch
    qualifiers: tuple[Qualifier, ...]

    @property
    def because(self) -> str:
        """The sum in a line."""
        parts = [f"name {self.name.score:.2f}"]
        parts += [f"{one.points:+.2f} {one.name} ({one.why})" for one in self.qualifiers if one.points]
        return ", ".join(parts)


def compare_parties(
    one: Query, other: Query, names1: tuple[str, ...] = (), names2: tuple[str, ...] = ()
) -> Comparison:
    """Two parties compared by the best pair of their names, and by dates, countries, gender, numbers.

    What only one side states is not held against them.
    """
    found = _best_names(one, other, names1 or (one.name,), names2 or (other.name,))
    name1, name2, name = found
    qualifiers = tuple(_qualify(one, other))
    score = min(1.0, max(0.0, name.score + sum(q.points for q in qualifiers)))
    return Comparison(round(score, 4), name1, name2, name, qualifiers)


def _best_names(
    one: Query, other: Query, names1: tuple[str, ...], names2: tuple[str, ...]
) -> tuple[str, str, NameMatch]:
    best: tuple[str, str, NameMatch] | None = None
    for a, b in product(names1, names2):
        match = score_names(read_name(a, one.schema.value), read_name(b, other.schema.value))
        if best is None or match.score > best[2].score:
            best = a, b, match
    assert best is not None
    return best


def _qualify(one: Query, other: Query) -> Iterator[Qualifier]:
    if {one.schema, other.schema} == {Schema.PERSON, Schema.COMPANY}:
        yield Qualifier("kind", one.schema.value, other.schema.value, -KIND_AGAINST, "a person and a company")
    born = compare_births(one.birth_dates, other.birth_dates)
    if born is not None:
        points = born.degree * (BIRTH_FOR if born.degree > 0 else BIRTH_AGAINST)
        if points < 0 and all(len(date.start) == 10 for side in (one, other) for date in side.birth_dates):
            points = min(points, -YEAR_APART)
        dates = ["; ".join(map(written, side.birth_dates)) for side in (one, other)]
        yield Qualifier("birth date", dates[0], dates[1], round(points, 4), born.why)
    if one.gender and other.gender and one.gender != other.gender:
        yield Qualifier("gender", one.gender, other.gender, -GENDER_AGAINST, "another gender")
    yield from _countries(one, other, born.degree if born is not None else 0.0)
    yield from _numbers(one, other)


def _countries(one: Query, other: Query, born: float) -> Iterator[Qualifier]:
    """People move and hold two passports: the surer the birth date, the less another country says."""
    ours = {*one.countries, *one.nationalities}
    theirs = {*other.countries, *other.nationalities}
    if not ours or not theirs:
        return
    texts = ", ".join(sorted(ours)), ", ".join(sorted(theirs))
    if ours & theirs:
        yield Qualifier("country", *texts, COUNTRY_FOR, "same")
        return
    against = COUNTRY_AGAINST_MORE if _proves_little(one) else COUNTRY_AGAINST
    points = -against * (0.2 if born >= 0.75 else 0.5 if born > 0.2 else 1.0)
    yield Qualifier("country", *texts, round(points, 4), "no country in common")


def _proves_little(party: Query) -> bool:
    """A company's name may be taken in every register; some personal names are borne by thousands."""
    if party.schema.is_organisation:
        return True
    form = read_name(party.name, party.schema.value)
    return all(token.weight < 0.8 for token in form.names)


def _numbers(one: Query, other: Query) -> Iterator[Qualifier]:
    """Numbers of one kind: an equal one says nearly all, others of the same kind a little."""
    ours = {map_key(number): number.value for number in one.identifiers}
    theirs = {map_key(number): number.value for number in other.identifiers}
    for key in ours.keys() & theirs.keys():
        yield Qualifier("identifier", ours[key], theirs[key], NUMBER_FOR, f"the same {key[0]} number")
    for kind in {key[0] for key in ours} & {key[0] for key in theirs}:
        mine = [value for key, value in ours.items() if key[0] == kind and key not in theirs]
        yours = [value for key, value in theirs.items() if key[0] == kind and key not in ours]
        if mine and yours and not any(key[0] == kind for key in ours.keys() & theirs.keys()):
            yield Qualifier("identifier", mine[0], yours[0], -NUMBER_AGAINST, f"another {kind} number")

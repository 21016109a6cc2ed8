"""What speaks for and against a match besides the name, in points that add up to the score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from article41.lists.entity import Entity, Name, NameQuality, PartialDate, Schema
from article41.screening.birth import compare_births
from article41.screening.query import Query

BIRTH_FOR, BIRTH_AGAINST = 0.12, 0.40
NATIONALITY_FOR, NATIONALITY_AGAINST = 0.02, 0.05
COUNTRY_FOR = 0.01
GENDER_AGAINST = 0.12
KIND_AGAINST = 0.15
WEAK_NAME = 0.04

_CRAFT = (Schema.VESSEL, Schema.AIRPLANE)


@dataclass(frozen=True, slots=True)
class Qualifier:
    """One thing compared: what the query says, what the list says, the points it moves, and why."""

    name: str
    query: str
    listed: str
    points: float
    why: str


def most_gain(query: Query) -> float:
    """The most points that what is known besides the name can add: by so much may a name fall short."""
    birth = BIRTH_FOR if query.birth_dates else 0.0
    nationality = NATIONALITY_FOR if query.nationalities else 0.0
    return birth + nationality + (COUNTRY_FOR if query.countries else 0.0)


def qualify(query: Query, entity: Entity, name: Name | None, name_score: float) -> Iterator[Qualifier]:
    """What of the query and the entity can be compared, besides names and identifiers."""
    yield from _kind(query, entity)
    if name is not None and name.quality is NameQuality.WEAK and name_score < 1.0:
        yield Qualifier("name quality", "", name.text, -WEAK_NAME, "the list itself calls this name weak")
    if entity.schema not in _CRAFT:
        yield from _birth(query, entity)
        yield from _gender(query, entity)
    yield from _nationality(query, entity)
    yield from _country(query, entity)


def _kind(query: Query, entity: Entity) -> Iterator[Qualifier]:
    if _group(query.schema) in ("", _group(entity.schema)) or not _group(entity.schema):
        return
    yield Qualifier("kind", query.schema.value, entity.schema.value, -KIND_AGAINST, "another kind of party")


def _group(schema: Schema) -> str:
    if schema is Schema.LEGAL_ENTITY:
        return ""
    return "organisation" if schema.is_organisation else schema.value


def _birth(query: Query, entity: Entity) -> Iterator[Qualifier]:
    found = compare_births(query.birth_dates, entity.birth_dates)
    if found is not None:
        points = found.degree * (BIRTH_FOR if found.degree > 0 else BIRTH_AGAINST)
        yield Qualifier(
            "birth date",
            "; ".join(map(written, query.birth_dates)),
            "; ".join(map(written, entity.birth_dates)),
            round(points, 4),
            found.why,
        )


def _gender(query: Query, entity: Entity) -> Iterator[Qualifier]:
    if query.gender and entity.genders:
        same = query.gender in entity.genders
        points, why = (0.0, "same") if same else (-GENDER_AGAINST, "another gender")
        yield Qualifier("gender", query.gender, ", ".join(entity.genders), points, why)


def _nationality(query: Query, entity: Entity) -> Iterator[Qualifier]:
    if not query.nationalities or not entity.nationalities:
        return
    same = set(query.nationalities) & set(entity.nationalities)
    yield Qualifier(
        "nationality",
        ", ".join(query.nationalities),
        ", ".join(entity.nationalities),
        NATIONALITY_FOR if same else -NATIONALITY_AGAINST,
        "same" if same else "another nationality",
    )


def _country(query: Query, entity: Entity) -> Iterator[Qualifier]:
    places = dict.fromkeys(
        [*entity.countries, *(address.country for address in entity.addresses if address.country)]
    )
    if not query.countries or not places:
        return
    same = set(query.countries) & set(places)
    yield Qualifier(
        "country",
        ", ".join(query.countries),
        ", ".join(places),
        COUNTRY_FOR if same else 0.0,
        "same" if same else "no country in common, which says little",
    )


def written(stated: PartialDate) -> str:
    """A partial date in words."""
    text = stated.start if stated.start == stated.end else f"{stated.start} to {stated.end}"
    return f"about {text}" if stated.circa else text

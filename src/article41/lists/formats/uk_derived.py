"""The UK Sanctions List as derived JSON lines: its own element names in snake case, one record a line.

Not the official format, and lossy: no dates of birth, no passports, no details of ships.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from article41.errors import SourceError
from article41.lists.countries import country_code
from article41.lists.dates import read_date, read_day
from article41.lists.entity import Address, Entity, Listing, Name, NameQuality, Schema
from article41.lists.formats.facts import Facts
from article41.lists.formats.jsonl import json_lines
from article41.lists.formats.record import Record, distinct, items, text, texts, unique
from article41.lists.identifiers import ship_imo
from article41.lists.intake import Intake

_SCHEMATA = {"individual": Schema.PERSON, "entity": Schema.ORGANIZATION, "ship": Schema.VESSEL}
_UN = re.compile(r"\b[A-Z]{2}[ei]\.\d{3}\b")


def read_uk_derived(stream: Intake, facts: Facts) -> Iterator[Entity]:
    """Entities in file order. Raises SourceError."""
    facts.notes.append("derived, not the official file: no dates of birth, passports or ship details")
    for line, record in json_lines(stream):
        if not text(record, "unique_id"):
            raise SourceError("a record has no unique_id", where=f"{facts.name}:{line}")
        facts.saw(read_day(text(record, "last_updated")))
        yield uk_entity(record, facts)


def uk_entity(record: Record, facts: Facts) -> Entity:
    """The entity of a record under its derived names."""
    reference = text(record, "unique_id")
    schema = _SCHEMATA.get(text(record, "individual_entity_ship").casefold(), Schema.LEGAL_ENTITY)
    addresses = tuple(_addresses(record))
    births = (read_date(words) for words in texts(record, "dobs", "dob"))
    return Entity(
        id=f"{facts.source}:{reference}",
        schema=schema,
        names=_names(record, schema),
        listings=(_listing(record, reference, facts),),
        birth_dates=tuple(born for born in births if born),
        nationalities=unique(map(country_code, texts(record, "nationalities"))),
        countries=unique(place.country for place in addresses),
        identifiers=tuple(ship_imo(number) for number in texts(record, "imo_numbers")),
        addresses=addresses,
        positions=unique(texts(record, "positions")),
        programmes=unique([text(record, "regime_name")]),
        linked=unique(_UN.findall(text(record, "other_information"))),
        raw=record,
    )


def _listing(record: Record, reference: str, facts: Facts) -> Listing:
    updated = read_day(text(record, "last_updated"))
    return Listing(
        source=facts.source,
        reference=reference,
        programme=text(record, "regime_name"),
        listed_on=read_day(text(record, "date_designated")),
        amended_on=(updated,) if updated else (),
        measures=unique(word.strip().lower() for word in text(record, "sanctions_imposed").split("|")),
        un_reference=text(record, "un_reference_number"),
    )


def _names(record: Record, schema: Schema) -> tuple[Name, ...]:
    ordered = sorted(
        items(record, "names"), key=lambda name: text(name, "name_type").casefold() != "primary name"
    )
    names = [_name(name, schema, primary=index == 0) for index, name in enumerate(ordered)]
    names += [Name(text=words) for words in texts(record, "non_latin_names", "name_non_latin_script")]
    return distinct(names)


def _name(record: Record, schema: Schema, *, primary: bool) -> Name:
    """`name6` is the family name, spoken last here; of an entity or a ship it is the whole name."""
    given = " ".join(word for n in range(1, 6) if (word := text(record, f"name{n}")))
    last = text(record, "name6")
    parts = tuple((part, word) for part, word in (("first", given), ("last", last)) if word)
    weak = "low" in text(record, "alias_strength").casefold()
    return Name(
        text=" ".join(word for _, word in parts),
        quality=NameQuality.WEAK if weak else NameQuality.STRONG,
        primary=primary,
        parts=parts if schema is Schema.PERSON else (),
    )


def _addresses(record: Record) -> Iterator[Address]:
    for item in items(record, "addresses"):
        lines = [text(item, f"address_line{n}") for n in range(1, 7)]
        words = [*lines, text(item, "address_postal_code"), text(item, "address_country")]
        if any(words):
            place = ", ".join(filter(None, words))
            yield Address(text=place, country=country_code(text(item, "address_country")))

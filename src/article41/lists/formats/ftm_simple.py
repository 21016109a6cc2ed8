"""OpenSanctions' targets.simple.csv: a row a target, cells with several values parted by semicolons.

Its identifiers have no kind, so none of them is read as a passport.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

from article41.errors import SourceError
from article41.lists.countries import country_code
from article41.lists.dates import read_date, read_day
from article41.lists.entity import Address, Entity, Identifier, IdentifierKind, Listing, Name, Schema
from article41.lists.formats.csv import csv_rows
from article41.lists.formats.facts import Facts
from article41.lists.formats.ftm import SCHEMATA
from article41.lists.formats.record import distinct, squeezed, unique
from article41.lists.identifiers import document, imo_is_sound, ship_imo
from article41.lists.intake import Intake

COLUMNS = ("id", "schema", "name", "aliases", "birth_date", "countries", "identifiers")


def read_ftm_simple(stream: Intake, facts: Facts) -> Iterator[Entity]:
    """Entities in file order. Raises SourceError."""
    for line, row in csv_rows(stream, required=COLUMNS):
        if not row["id"]:
            raise SourceError("a row has no id", where=f"{facts.name}:{line}")
        if row["schema"] in SCHEMATA:
            facts.saw(read_day(row.get("last_change", "") or row.get("last_seen", "")))
            yield _entity(row, facts)


def _entity(row: dict[str, str], facts: Facts) -> Entity:
    schema = SCHEMATA[row["schema"]]
    births = (read_date(words) for words in _cells(row["birth_date"]))
    return Entity(
        id=f"{facts.source}:{row['id']}",
        schema=schema,
        names=distinct(
            [Name(text=squeezed(row["name"]), primary=True), *map(_alias, _cells(row["aliases"]))]
        ),
        listings=(
            Listing(
                source=facts.source,
                reference=row["id"],
                programme="; ".join(_cells(row.get("sanctions", ""))),
            ),
        ),
        birth_dates=tuple(born for born in births if born),
        countries=unique(country_code(code.upper()) for code in _cells(row["countries"])),
        identifiers=tuple(_numbers(row, schema)),
        addresses=tuple(Address(text=words) for words in _cells(row.get("addresses", ""))),
        programmes=unique(_cells(row.get("dataset", ""))),
        raw={key: cell for key, cell in row.items() if cell},
    )


def _alias(words: str) -> Name:
    return Name(text=words)


def _numbers(row: dict[str, str], schema: Schema) -> Iterator[Identifier]:
    for words in _cells(row["identifiers"]):
        digits = words.upper().removeprefix("IMO").strip()
        ship = schema is Schema.VESSEL and imo_is_sound(digits)
        found = ship_imo(words) if ship else document(IdentifierKind.OTHER, words)
        if found is not None:
            yield found
    for column, kind in (("phones", IdentifierKind.PHONE), ("emails", IdentifierKind.EMAIL)):
        for words in _cells(row.get(column, "")):
            yield Identifier(kind=kind, value="".join(words.split()).lower(), text=words)


def _cells(cell: str) -> list[str]:
    """Values of a cell, which quotes those that hold a semicolon themselves."""
    try:
        row = next(csv.reader([cell], delimiter=";"), [])
    except csv.Error:
        row = cell.split(";")
    return [words for words in map(squeezed, row) if words]

"""The US Consolidated Screening List (Commerce, ITA; CSV): thirteen US lists in one, a row a party."""

from __future__ import annotations

import re
from collections.abc import Iterator

from article41.errors import SourceError
from article41.lists.countries import country_code
from article41.lists.dates import read_date, read_day
from article41.lists.entity import Address, Entity, Identifier, Listing, Name, Schema
from article41.lists.formats.csv import csv_rows
from article41.lists.formats.facts import Facts
from article41.lists.formats.merge import joined
from article41.lists.formats.ofac_ids import id_types, identifier, is_no_identifier
from article41.lists.formats.ofac_xml import LINKED, SCHEMATA, ofac_name
from article41.lists.formats.record import distinct, squeezed, unique
from article41.lists.intake import Intake

COLUMNS = ("_id", "source", "entity_number", "type", "programs", "name", "alt_names", "ids")
_ACRONYM = re.compile(r"\(([A-Z]+)\)")


def read_us_csl(stream: Intake, facts: Facts) -> Iterator[Entity]:
    """Entities in file order. Raises SourceError."""
    yield from joined(_entities(stream, facts), facts)


def _entities(stream: Intake, facts: Facts) -> Iterator[Entity]:
    for line, row in csv_rows(stream, required=COLUMNS):
        if not row["_id"]:
            raise SourceError("a row has no _id", where=f"{facts.name}:{line}")
        entity = _entity(row, facts)
        facts.saw(entity.listings[0].listed_on)
        yield entity


def _entity(row: dict[str, str], facts: Facts) -> Entity:
    kind = row["type"].casefold()
    reference = row["_id"]  # an OFAC number may stand in two lists, or twice in one
    ids = _cells(row["ids"])
    addresses = tuple(_addresses(row.get("addresses", "")))
    births = (read_date(words) for words in _cells(row.get("dates_of_birth", "")))
    nations = _cells(row.get("nationalities", "")) + _cells(row.get("citizenships", ""))
    short = _ACRONYM.search(row["source"])
    return Entity(
        id=f"{facts.source}:{short[1] if short else 'US'}-{reference}",
        schema=SCHEMATA.get(kind, Schema.LEGAL_ENTITY),
        names=distinct(_names(row, kind)),
        listings=(_listing(row, row["entity_number"] or reference, facts),),
        birth_dates=tuple(born for born in births if born),
        birth_places=unique(_cells(row.get("places_of_birth", ""))),
        genders=unique(word.split(",")[0].lower() for word in ids if word.endswith(", Gender")),
        nationalities=unique(map(country_code, nations)),
        countries=unique([*(place.country for place in addresses), country_code(row.get("vessel_flag", ""))]),
        identifiers=tuple(_identifiers(ids)),
        addresses=addresses,
        positions=unique([row.get("title", "")]),
        programmes=unique(_cells(row["programs"])),
        linked=unique(word.strip(" .") for word in LINKED.findall(row.get("remarks", ""))),
        raw={key: cell for key, cell in row.items() if cell},
    )


def _listing(row: dict[str, str], reference: str, facts: Facts) -> Listing:
    return Listing(
        source=facts.source,
        reference=reference,
        programme=row["source"].partition(" - ")[0],
        listed_on=read_day(row.get("start_date", "")),
        measures=unique([squeezed(row.get("license_policy", ""))]),
        url=row.get("source_information_url", ""),
    )


def _names(row: dict[str, str], kind: str) -> Iterator[Name]:
    for index, words in enumerate([squeezed(row["name"]), *_cells(row["alt_names"])]):
        last, _, first = words.partition(", ") if kind == "individual" else (words, "", "")
        yield ofac_name(last, first, kind, primary=index == 0)


def _identifiers(ids: list[str]) -> Iterator[Identifier]:
    """ "country, type, value" as the head of the list says, "country, value, type" as it is."""
    for words in ids:
        cells = [cell.strip() for cell in words.split(",")]
        country = cells.pop(0) if len(cells) > 2 and country_code(cells[0]) else ""
        if len(cells) < 2:
            continue
        kind, number = cells[-1], ", ".join(cells[:-1])
        if cells[0] in id_types() and kind not in id_types():
            kind, number = cells[0], ", ".join(cells[1:])
        found = None if is_no_identifier(kind) else identifier(kind, number, country)
        if found is not None:
            yield found


def _addresses(cell: str) -> Iterator[Address]:
    for words in _cells(cell):
        yield Address(text=words, country=country_code(words.rpartition(",")[2].strip()))


def _cells(cell: str) -> list[str]:
    return [word for word in (squeezed(part) for part in cell.split("; ")) if word.strip('"')]

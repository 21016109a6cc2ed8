"""The UK Sanctions List in the XML of the FCDO.

Written after the published names of its elements; no edition of the file itself was at hand, and every
snapshot read from it says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from article41.errors import SourceError
from article41.lists.countries import country_code
from article41.lists.dates import day_month_year, read_date, read_day
from article41.lists.entity import Entity, Identifier, IdentifierKind, PartialDate
from article41.lists.formats.facts import Facts
from article41.lists.formats.record import Record, items, text, texts, unique
from article41.lists.formats.uk_derived import uk_entity
from article41.lists.formats.xml import xml_records
from article41.lists.identifiers import document, ship_imo
from article41.lists.intake import Intake

_DAYS = frozenset({"last_updated", "date_designated"})
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])")
_LISTS = {
    "Names": ("names", "Name"),
    "NonLatinNames": ("non_latin_names", "NonLatinName"),
    "Addresses": ("addresses", "Address"),
}


def read_uk_xml(stream: Intake, facts: Facts) -> Iterator[Entity]:
    """Entities in file order. Raises SourceError."""
    facts.notes.append("read by the published names of the UK format; not yet tried on a real edition")
    for name, record in xml_records(stream, ("DateGenerated", "Designation"), lambda *_: None):
        if name == "DateGenerated":
            facts.edition = day_month_year(text(record, "text")) or read_day(text(record, "text"))
            continue
        flat = _derived(record)
        if not text(flat, "unique_id"):
            raise SourceError("a designation has no UniqueID", where=facts.name, hint="the file is damaged")
        yield _completed(uk_entity(flat, facts), record)


def _derived(record: Record) -> Record:
    """The record under the names of the derived form: snake case, lists without their wrapping."""
    flat: Record = {}
    for name, value in record.items():
        if name in _LISTS:
            key, inner = _LISTS[name]
            flat[key] = [
                {_snake(part): words for part, words in item.items()}
                for item in items(value, inner)
                if isinstance(item, dict)
            ]
        elif isinstance(value, str):
            flat[_snake(name)] = _iso(value) if _snake(name) in _DAYS else value
    return flat


def _snake(name: str) -> str:
    """`OFSIGroupID` to ofsi_group_id, `AddressLine1` to address_line1, `Name6` to name6."""
    words = _WORD.sub("_", name).lower()
    return re.sub(r"_(\d)", r"\1", words)


def _iso(words: str) -> str:
    day = day_month_year(words)
    return day.isoformat() if day else words


def _completed(entity: Entity, record: Record) -> Entity:
    """With what the derived form has not: births, documents, nationalities, numbers of ships."""
    person: Record = next(iter(items(record, "IndividualDetails", "Individual")), {})
    nations = texts(person, "Nationalities", "Nationality") + texts(person, "Nationality")
    return replace(
        entity,
        birth_dates=tuple(_births(person)),
        genders=unique(word.lower() for word in texts(person, "Genders", "Gender")),
        nationalities=unique(map(country_code, nations)),
        positions=unique(texts(person, "Positions", "Position")),
        identifiers=tuple(_identifiers(record, person)),
        raw=record,
    )


def _births(person: Record) -> Iterator[PartialDate]:
    for words in texts(person, "DOBs", "DOB"):
        found = read_date(words)
        if found is not None:
            yield found


def _identifiers(record: Record, person: Record) -> Iterator[Identifier]:
    for words in texts(record, "ShipDetails", "Ship", "IMONumbers", "IMONumber"):
        yield ship_imo(words)
    told = [
        (IdentifierKind.PASSPORT, texts(person, "PassportDetails", "Passport", "PassportNumber")),
        (
            IdentifierKind.NATIONAL_ID,
            texts(person, "NationalIdentifierDetails", "NationalIdentifier", "NationalIdentifierNumber"),
        ),
        (
            IdentifierKind.REGISTRATION,
            texts(
                record,
                "EntityDetails",
                "Entity",
                "BusinessRegistrationNumbers",
                "BusinessRegistrationNumber",
            ),
        ),
    ]
    for kind, numbers in told:
        for words in numbers:
            found = document(kind, words)
            if found is not None:
                yield found

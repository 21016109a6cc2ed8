"""The UN Security Council Consolidated List (XML): persons and entities of every UN regime.

Ships are not in it: the 1718 Committee lists them apart (`un_vessels`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from article41.errors import SourceError
from article41.lists.countries import country_code
from article41.lists.dates import read_date, read_day, year_range
from article41.lists.entity import (
    Address,
    Entity,
    Identifier,
    IdentifierKind,
    Listing,
    PartialDate,
    Schema,
)
from article41.lists.formats.facts import Facts
from article41.lists.formats.record import Record, items, squeezed, text, texts, unique
from article41.lists.formats.un_names import un_names
from article41.lists.formats.xml import xml_records
from article41.lists.identifiers import company_imo, document
from article41.lists.intake import Intake

_REFERENCE = re.compile(r"\b(?:KP|QD|TA|IQ|CD|CF|GB|HT|IR|LY|ML|SO|SD|SS|YE)[ie]\.\d{3}\b", re.IGNORECASE)
_COMPANY_IMO = re.compile(r"(?:\bIMO\b|International Maritime Organi[sz]ation)[^.;]{0,40}?(\d{7})\b")
_MEASURES = {"DPRK": {"INDIVIDUAL": ("asset freeze", "travel ban"), "ENTITY": ("asset freeze",)}}


def read_un_consolidated(stream: Intake, facts: Facts) -> Iterator[Entity]:
    """Entities of the list in file order. Raises SourceError."""

    def head(name: str, attributes: Record) -> None:
        facts.edition = read_day(str(attributes.get("dateGenerated", "")))

    for kind, record in xml_records(stream, ("INDIVIDUAL", "ENTITY"), head):
        yield _entity(kind, record, facts)


def _entity(kind: str, record: Record, facts: Facts) -> Entity:
    reference = text(record, "REFERENCE_NUMBER").replace(" ", "")
    if not reference:
        raise SourceError(
            f"a record has no reference number (DATAID {text(record, 'DATAID') or 'unknown'})",
            where=facts.name,
            hint="the file is damaged: fetch it again",
        )
    person = kind == "INDIVIDUAL"
    comments = " ".join(texts(record, "COMMENTS1"))
    names, linked = un_names(record, person=person)
    nationalities = unique(country_code(word) for word in texts(record, "NATIONALITY", "VALUE"))
    addresses = tuple(_addresses(record, kind))
    return Entity(
        id=f"{facts.source}:{reference}",
        schema=Schema.PERSON if person else Schema.ORGANIZATION,
        names=names,
        listings=(_listing(kind, record, reference, facts),),
        birth_dates=tuple(_births(record)),
        birth_places=unique(
            _place(item, "CITY", "STATE_PROVINCE", "COUNTRY", "NOTE")
            for item in items(record, "INDIVIDUAL_PLACE_OF_BIRTH")
        ),
        genders=unique(word.lower() for word in texts(record, "GENDER")),
        nationalities=nationalities,
        countries=unique(address.country for address in addresses),
        identifiers=(*_documents(record), *(() if person else _company_numbers(comments))),
        addresses=addresses,
        titles=unique(texts(record, "TITLE", "VALUE")),
        positions=unique(texts(record, "DESIGNATION", "VALUE")),
        programmes=unique(texts(record, "UN_LIST_TYPE")),
        linked=unique((*linked, *_references(comments, reference))),
        raw=record,
    )


def _listing(kind: str, record: Record, reference: str, facts: Facts) -> Listing:
    programme = text(record, "UN_LIST_TYPE")
    amended = (read_day(word) for word in texts(record, "LAST_DAY_UPDATED", "VALUE"))
    return Listing(
        source=facts.source,
        reference=reference,
        programme=programme,
        listed_on=read_day(text(record, "LISTED_ON")),
        amended_on=tuple(sorted({day for day in amended if day})),
        measures=_MEASURES.get(programme, {}).get(kind, ()),
        un_reference=reference,
    )


def _births(record: Record) -> Iterator[PartialDate]:
    """Whatever TYPE_OF_DATE says, the precision is that of what is stated."""
    for item in items(record, "INDIVIDUAL_DATE_OF_BIRTH"):
        circa = text(item, "TYPE_OF_DATE").upper() == "APPROXIMATELY"
        first, last = text(item, "FROM_YEAR"), text(item, "TO_YEAR")
        born = text(item, "DATE") or text(item, "YEAR")
        found = read_date(born[:10]) if born else year_range(first, last, circa=circa)
        if found is not None:
            yield PartialDate(start=found.start, end=found.end, circa=circa, text=found.text)
    for words in texts(record, "INDIVIDUAL_ALIAS", "DATE_OF_BIRTH"):
        found = read_date(words[:10]) or read_date(words)
        if found is not None:
            yield found


def _documents(record: Record) -> Iterator[Identifier]:
    for item in items(record, "INDIVIDUAL_DOCUMENT"):
        kind = squeezed(f"{text(item, 'TYPE_OF_DOCUMENT')} {text(item, 'TYPE_OF_DOCUMENT2')}")
        passport = "pas" in kind.casefold()  # Passport, Passeport, Pasaporte
        country = text(item, "ISSUING_COUNTRY") or text(item, "COUNTRY_OF_ISSUE")
        note = text(item, "NOTE")
        found = document(
            IdentifierKind.PASSPORT if passport else IdentifierKind.NATIONAL_ID,
            text(item, "NUMBER"),
            country=country,
            note=note,
            doubtful=bool(
                re.search(r"expired|false|forged|fake|fraudulent|stolen|cancel|revoked", note, re.I)
            ),
        )
        if found is not None:
            yield found


def _company_numbers(comments: str) -> Iterator[Identifier]:
    for found in _COMPANY_IMO.finditer(comments):
        number = company_imo(found[1])
        if number is not None:
            yield number


def _references(comments: str, own: str) -> Iterator[str]:
    for found in _REFERENCE.findall(comments):
        reference = found[:2].upper() + found[2].lower() + found[3:]
        if reference != own:
            yield reference


def _addresses(record: Record, kind: str) -> Iterator[Address]:
    for item in items(record, f"{kind}_ADDRESS"):
        place = _place(item, "STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
        if place:
            yield Address(text=place, country=country_code(text(item, "COUNTRY")))


def _place(item: Record, *parts: str) -> str:
    return ", ".join(word for part in parts if (word := text(item, part)) not in ("", "na"))

"""OFAC's SDN and Consolidated (non-SDN) lists in XML. Two namespaces so far: only local names count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from article41.errors import SourceError
from article41.lists.countries import country_code
from article41.lists.dates import read_date, read_day
from article41.lists.entity import (
    Address,
    Entity,
    Identifier,
    IdentifierKind,
    Listing,
    Name,
    NameQuality,
    Schema,
)
from article41.lists.formats.facts import Facts
from article41.lists.formats.ofac_ids import identifier
from article41.lists.formats.record import Record, distinct, items, text, texts, unique
from article41.lists.formats.xml import xml_records
from article41.lists.intake import Intake

SCHEMATA = {
    "individual": Schema.PERSON,
    "entity": Schema.ORGANIZATION,
    "vessel": Schema.VESSEL,
    "aircraft": Schema.AIRPLANE,
}
LINKED = re.compile(r"Linked To:\s*([^;()]+(?:\([^()]*\)[^;()]*)*)")
NON_SDN = "us-ofac-cons"
BLOCKING = ("blocking (asset freeze)",)


def read_ofac_xml(stream: Intake, facts: Facts) -> Iterator[Entity]:
    """Entities of the list in file order. Raises SourceError where Record_Count is not met."""
    if facts.source == "us-ofac-sdn" and re.search(r"cons|non.?sdn", facts.name.rpartition("/")[2], re.I):
        facts.source = NON_SDN
    for name, record in xml_records(stream, ("publshInformation", "sdnEntry"), lambda *_: None):
        if name == "sdnEntry":
            yield _entity(record, facts)
            continue
        facts.edition = read_day(text(record, "Publish_Date"))
        count = text(record, "Record_Count")
        facts.declared = int(count) if count.isdigit() and len(count) < 10 else None


def _entity(record: Record, facts: Facts) -> Entity:
    uid = text(record, "uid")
    if not uid:
        raise SourceError("an entry has no uid", where=facts.name, hint="the file is damaged")
    kind = text(record, "sdnType").casefold()
    addresses = tuple(_addresses(record))
    ship: Record = next(iter(items(record, "vesselInfo")), {})
    flags = [*texts(ship, "vesselFlag"), *_stated(record, "Former Vessel Flag")]
    remarks = " ".join(texts(record, "remarks"))
    births = (
        read_date(words) for words in texts(record, "dateOfBirthList", "dateOfBirthItem", "dateOfBirth")
    )
    programmes = unique(texts(record, "programList", "program"))
    countries = (texts(record, f"{word}List", word, "country") for word in ("nationality", "citizenship"))
    return Entity(
        id=f"{facts.source}:{uid}",
        schema=SCHEMATA.get(kind, Schema.LEGAL_ENTITY),
        names=_names(record, kind),
        listings=(listing(facts.source, uid, programmes),),
        birth_dates=tuple(born for born in births if born),
        birth_places=unique(texts(record, "placeOfBirthList", "placeOfBirthItem", "placeOfBirth")),
        genders=unique(word.lower() for word in _stated(record, "Gender")),
        nationalities=unique(country_code(word) for words in countries for word in words),
        countries=unique([*(address.country for address in addresses), *map(country_code, flags)]),
        identifiers=(*_identifiers(record), *_call_signs(ship)),
        addresses=addresses,
        positions=unique(texts(record, "title")),
        programmes=programmes,
        linked=unique(word.strip(" .") for word in (*LINKED.findall(remarks), *texts(ship, "vesselOwner"))),
        raw=record,
    )


def listing(source: str, uid: str, programmes: tuple[str, ...]) -> Listing:
    """The entry of an OFAC list, which states no dates of listing."""
    return Listing(
        source=source,
        reference=uid,
        programme="; ".join(programmes),
        measures=() if source == NON_SDN else BLOCKING,
        url=f"https://sanctionssearch.ofac.treas.gov/Details.aspx?id={uid}" if uid.isdigit() else "",
    )


def _names(record: Record, kind: str) -> tuple[Name, ...]:
    names = [ofac_name(text(record, "lastName"), text(record, "firstName"), kind, primary=True)]
    for aka in items(record, "akaList", "aka"):
        weak = text(aka, "category").casefold() == "weak"
        quality = NameQuality.WEAK if weak else NameQuality.STRONG
        if text(aka, "type").casefold() in ("f.k.a.", "fka"):
            quality = NameQuality.FORMER
        names.append(ofac_name(text(aka, "lastName"), text(aka, "firstName"), kind, quality=quality))
    return distinct(names)


def ofac_name(
    last: str, first: str, kind: str, *, quality: NameQuality = NameQuality.STRONG, primary: bool = False
) -> Name:
    """A name as OFAC prints it, "LAST, First"; the parts are known for persons."""
    words = f"{last}, {first}" if last and first else last or first
    parts = (("last", last), ("first", first)) if kind == "individual" and last and first else ()
    return Name(text=words, quality=quality, primary=primary, parts=parts)


def _identifiers(record: Record) -> Iterator[Identifier]:
    for item in items(record, "idList", "id"):
        found = identifier(text(item, "idType"), text(item, "idNumber"), text(item, "idCountry"))
        if found is not None:
            yield found


def _call_signs(ship: Record) -> Iterator[Identifier]:
    for sign in texts(ship, "callSign"):
        yield Identifier(kind=IdentifierKind.CALL_SIGN, value=sign.upper(), text=sign)


def _stated(record: Record, kind: str) -> list[str]:
    return [text(item, "idNumber") for item in items(record, "idList", "id") if text(item, "idType") == kind]


def _addresses(record: Record) -> Iterator[Address]:
    parts = ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country")
    for item in items(record, "addressList", "address"):
        words = ", ".join(word for part in parts if (word := text(item, part)))
        if words:
            yield Address(text=words, country=country_code(text(item, "country")))

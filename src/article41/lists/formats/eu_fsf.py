"""The EU consolidated list of financial sanctions (FSF XML 1.1). Its data stand in attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from article41.errors import SourceError
from article41.lists.countries import country_code
from article41.lists.dates import iso_prefix, read_date, read_day, year_range
from article41.lists.entity import (
    Address,
    Entity,
    Identifier,
    IdentifierKind,
    Listing,
    Name,
    PartialDate,
    Schema,
)
from article41.lists.formats.facts import Facts
from article41.lists.formats.merge import joined
from article41.lists.formats.record import Record, distinct, items, squeezed, text, texts, unique
from article41.lists.formats.xml import xml_records
from article41.lists.identifiers import company_imo, document, ship_imo
from article41.lists.intake import Intake

_KINDS = {
    "passport": IdentifierKind.PASSPORT,
    "id": IdentifierKind.NATIONAL_ID,
    "ssn": IdentifierKind.NATIONAL_ID,
    "birthcert": IdentifierKind.NATIONAL_ID,
    "nationcert": IdentifierKind.NATIONAL_ID,
    "drivinglicence": IdentifierKind.NATIONAL_ID,
    "electionid": IdentifierKind.NATIONAL_ID,
    "residentperm": IdentifierKind.NATIONAL_ID,
    "regnumber": IdentifierKind.REGISTRATION,
    "tradelic": IdentifierKind.REGISTRATION,
    "fiscalcode": IdentifierKind.TAX,
    "swiftbic": IdentifierKind.BIC,
}
_FLAGS = {
    "knownFalse": "known to be false",
    "knownExpired": "known to be expired",
    "reportedLost": "reported lost",
    "revokedByIssuer": "revoked by its issuer",
}
_SHIP = re.compile(r"\btype of (?:ship|vessel)\b|\bvessel\b.*\bIMO\b", re.IGNORECASE)


def read_eu_fsf(stream: Intake, facts: Facts) -> Iterator[Entity]:
    """Entities of the list in file order. Raises SourceError."""

    def head(name: str, attributes: Record) -> None:
        facts.edition = read_day(str(attributes.get("generationDate", "")))

    records = xml_records(stream, ("sanctionEntity",), head)
    yield from joined((_entity(record, facts) for _, record in records), facts)


def _entity(record: Record, facts: Facts) -> Entity:
    reference = text(record, "euReferenceNumber") or text(record, "logicalId")
    if not reference:
        raise SourceError("a record has no EU reference number", where=facts.name, hint="the file is damaged")
    schema = _schema(record)
    addresses = tuple(_addresses(record))
    births, notes = _births(record)
    return Entity(
        id=f"{facts.source}:{reference}",
        schema=schema,
        names=_names(record),
        listings=(_listing(record, reference, facts),),
        birth_dates=tuple(births),
        birth_places=unique(_place(item, "city", "place", "region") for item in items(record, "birthdate")),
        genders=unique(_GENDERS.get(word, "") for word in texts(record, "nameAlias", "gender")),
        nationalities=unique(_country(item) for item in items(record, "citizenship")),
        countries=unique(address.country for address in addresses),
        identifiers=tuple(_identifiers(record, schema)),
        addresses=addresses,
        titles=unique(texts(record, "nameAlias", "title")),
        positions=unique(texts(record, "nameAlias", "function")),
        programmes=unique(texts(record, "regulation", "programme")),
        notes=tuple(notes),
        raw=record,
    )


_GENDERS = {"M": "male", "F": "female"}


def _schema(record: Record) -> Schema:
    """The list knows no ships: the few in it stand as enterprises and say so in a remark only."""
    if text(record, "subjectType", "code") == "person":
        return Schema.PERSON
    remarks = " ".join(texts(record, "nameAlias", "remark") + texts(record, "remark"))
    numbered = "imo" in texts(record, "identification", "identificationTypeCode")
    return Schema.VESSEL if numbered and _SHIP.search(remarks) else Schema.ORGANIZATION


def _listing(record: Record, reference: str, facts: Facts) -> Listing:
    regulation: Record = next(iter(items(record, "regulation")), {})
    listed = read_day(text(record, "designationDate"))
    amended = read_day(text(regulation, "publicationDate"))
    return Listing(
        source=facts.source,
        reference=reference,
        programme=text(regulation, "programme"),
        listed_on=listed,
        amended_on=(amended,) if amended and text(regulation, "regulationType") == "amendment" else (),
        measures=("asset freeze",),
        un_reference=text(record, "unitedNationId"),
        url=text(regulation, "publicationUrl"),
    )


def _names(record: Record) -> tuple[Name, ...]:
    """Every alias is marked strong in this list, so the mark carries nothing; translations abound."""
    aliases = items(record, "nameAlias")
    main = next((alias for alias in aliases if text(alias, "nameLanguage") in ("", "EN")), None)
    main = main or next(iter(aliases), None)
    ordered = [main, *(alias for alias in aliases if alias is not main)] if main else []
    return distinct(_name(alias, primary=alias is main) for alias in ordered)


def _name(alias: Record, *, primary: bool) -> Name:
    parts = (("first", "firstName"), ("second", "middleName"), ("last", "lastName"))
    stated = tuple((part, word) for part, key in parts if (word := text(alias, key)))
    whole = text(alias, "wholeName") or squeezed(" ".join(word for _, word in stated))
    return Name(text=whole, primary=primary, language=text(alias, "nameLanguage").lower(), parts=stated)


def _births(record: Record) -> tuple[list[PartialDate], list[str]]:
    births: list[PartialDate] = []
    notes: list[str] = []
    for item in items(record, "birthdate"):
        circa = text(item, "circa") == "true"
        if text(item, "calendarType") == "ISLAMIC" and not text(item, "birthdate"):
            notes.append(f"a birth date in the Islamic calendar ({text(item, 'year')}) was not converted")
            continue
        found = _birth(item, circa)
        if found is not None:
            births.append(found)
    return births, notes


def _birth(item: Record, circa: bool) -> PartialDate | None:
    """The full day where there is one: it is Gregorian even where the parts are not."""
    words = text(item, "birthdate")
    if words:
        found = read_date(words[:10])
        return PartialDate(start=found.start, end=found.end, circa=circa, text=words) if found else None
    first, last = text(item, "yearRangeFrom"), text(item, "yearRangeTo")
    if first or last:
        return year_range(first, last, circa=circa)
    numbers = [text(item, key) for key in ("year", "monthOfYear", "dayOfMonth")]
    year, month, day = (int(word) if word.isdigit() and len(word) < 5 else None for word in numbers)
    point = iso_prefix(year, month, day) if year else ""
    return PartialDate(start=point, end=point, circa=circa, text=point) if point else None


def _identifiers(record: Record, schema: Schema) -> Iterator[Identifier]:
    for item in items(record, "identification"):
        code, number = text(item, "identificationTypeCode"), text(item, "number") or text(item, "latinNumber")
        flags = [words for flag, words in _FLAGS.items() if text(item, flag) == "true"]
        if code == "imo":
            found = ship_imo(number) if schema is Schema.VESSEL else company_imo(number)
        else:
            kind = _KINDS.get(code, IdentifierKind.OTHER)
            note = "; ".join(flags)
            found = document(kind, number, country=_country(item), note=note, doubtful=bool(flags))
        if found is not None:
            yield found
    for item in items(record, "address", "contactInfo"):
        kinds = {"EMAIL": IdentifierKind.EMAIL, "PHONE": IdentifierKind.PHONE}
        contact = kinds.get(text(item, "key"))
        if contact is not None and text(item, "value"):
            value = "".join(text(item, "value").split()).lower()
            yield Identifier(kind=contact, value=value, text=text(item, "value"))


def _addresses(record: Record) -> Iterator[Address]:
    for item in items(record, "address"):
        words = _place(item, "street", "poBox", "zipCode", "city", "place", "region")
        country = _country(item)
        if words or country:
            yield Address(text=words or text(item, "countryDescription"), country=country)


def _place(item: Record, *parts: str) -> str:
    return ", ".join(dict.fromkeys(word for part in parts if (word := text(item, part))))


def _country(item: Record) -> str:
    code = text(item, "countryIso2Code")
    return "" if code == "00" else country_code(code) or country_code(text(item, "countryDescription"))

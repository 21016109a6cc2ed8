"""FollowTheMoney JSON lines, flat (entities.ftm.json) or nested (targets.nested.json), as OpenSanctions
and others publish them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

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
    PartialDate,
    Schema,
)
from article41.lists.formats.facts import Facts
from article41.lists.formats.jsonl import json_lines
from article41.lists.formats.record import Record, distinct, items, squeezed, texts, unique
from article41.lists.identifiers import document, ship_imo, wallet
from article41.lists.intake import Intake

SCHEMATA = {
    **{schema.value: schema for schema in Schema},
    "PublicBody": Schema.ORGANIZATION,
}
_SIDES = ("holder", "entity", "owner", "person")
_PLAIN = {
    "passportNumber": IdentifierKind.PASSPORT,
    "idNumber": IdentifierKind.NATIONAL_ID,
    "taxNumber": IdentifierKind.TAX,
    "innCode": IdentifierKind.TAX,
    "vatCode": IdentifierKind.TAX,
    "registrationNumber": IdentifierKind.REGISTRATION,
    "ogrnCode": IdentifierKind.REGISTRATION,
    "leiCode": IdentifierKind.REGISTRATION,
    "mmsi": IdentifierKind.MMSI,
    "callSign": IdentifierKind.CALL_SIGN,
    "swiftBic": IdentifierKind.BIC,
}
Sides = dict[str, list[Record]]


def read_ftm(stream: Intake, facts: Facts) -> Iterator[Entity]:
    """Persons, companies, ships and wallets of the file that are targets. Raises SourceError."""
    targets, sides, places = [], defaultdict(list), {}
    for line, record in json_lines(stream):
        if not isinstance(record.get("properties"), dict) or not record.get("id"):
            raise SourceError("is no FollowTheMoney entity", where=f"{facts.name}:{line}")
        facts.saw(read_day(str(record.get("last_change") or record.get("last_seen") or "")))
        schema = str(record.get("schema"))
        if schema in SCHEMATA:
            targets.append(record)
        elif schema == "Address":
            places[str(record["id"])] = record
        else:
            for key in _SIDES:
                for held in texts(record, "properties", key):
                    sides[held].append(record)
    flagged = [record for record in targets if _is_target(record, sides)]
    for record in flagged or targets:
        yield _entity(record, sides[str(record["id"])], places, facts)


def _is_target(record: Record, sides: Sides) -> bool:
    topics = texts(record, "properties", "topics")
    sanctioned = any(topic.startswith("sanction") for topic in topics)
    listed = any(side.get("schema") == "Sanction" for side in sides.get(str(record["id"]), ()))
    return record.get("target") is True or sanctioned or listed or "sanctions" in record["properties"]


def _entity(record: Record, sides: list[Record], places: dict[str, Record], facts: Facts) -> Entity:
    props = record["properties"]
    schema = SCHEMATA[str(record["schema"])]
    key = str(record["id"])
    nested = [
        item
        for name in ("sanctions", "passportEntity", "identificationEntity")
        for item in items(props, name)
    ]
    around = [*sides, *(item for item in nested if isinstance(item, dict))]
    addresses = tuple(_addresses(props, places))
    return Entity(
        id=f"{facts.source}:{key}",
        schema=schema,
        names=_names(record, props),
        listings=tuple(_listings(around, record, facts)),
        birth_dates=tuple(_births(props)),
        birth_places=unique(texts(props, "birthPlace")),
        genders=unique(texts(props, "gender")),
        nationalities=_countries(props, "nationality", "citizenship"),
        countries=_countries(props, "country", "jurisdiction", "flag", "mainCountry"),
        identifiers=tuple(_identifiers(props, around, schema)),
        addresses=addresses,
        titles=unique(texts(props, "title")),
        positions=unique(texts(props, "position")),
        programmes=unique(word for side in around for word in texts(side, "properties", "program")),
        raw=record,
    )


def _names(record: Record, props: Record) -> tuple[Name, ...]:
    """The caption is the publisher's choice among the names; aliases of no mark are strong."""
    stated = [squeezed(str(record.get("caption") or ""))]
    named = texts(props, "name")
    main = stated[0] if stated[0] in named else next(iter(named), stated[0])
    found = [Name(text=main, primary=True, parts=_parts(props))] if main else []
    found += [Name(text=words) for words in (*named, *texts(props, "alias"))]
    found += [Name(text=words, quality=NameQuality.FORMER) for words in texts(props, "previousName")]
    found += [Name(text=words, quality=NameQuality.WEAK) for words in texts(props, "weakAlias")]
    return distinct(found)


def _parts(props: Record) -> tuple[tuple[str, str], ...]:
    """Parts only where there is one of each: with several it is not known which belong together."""
    first, last = texts(props, "firstName"), texts(props, "lastName")
    return (("first", first[0]), ("last", last[0])) if len(first) == len(last) == 1 else ()


def _listings(around: list[Record], record: Record, facts: Facts) -> Iterator[Listing]:
    sanctions = [side for side in around if side.get("schema") == "Sanction"]
    for side in sanctions:
        props = side.get("properties", {})
        days = [read_day(word) for word in texts(props, "listingDate") + texts(props, "startDate")]
        reference = (*texts(props, "unscId"), *texts(props, "authorityId"), str(record["id"]))[0]
        yield Listing(
            source=facts.source,
            reference=reference,
            programme="; ".join(texts(props, "program") or texts(props, "authority")),
            listed_on=min((day for day in days if day), default=None),
            measures=tuple(texts(props, "provisions")),
            un_reference=next(iter(texts(props, "unscId")), ""),
            url=next(iter(texts(props, "sourceUrl")), ""),
        )
    if not sanctions:
        yield Listing(source=facts.source, reference=str(record["id"]))


def _births(props: Record) -> Iterator[PartialDate]:
    for words in texts(props, "birthDate"):
        found = read_date(words)
        if found is not None:
            yield found


def _countries(props: Record, *names: str) -> tuple[str, ...]:
    return unique(
        country_code(word.upper()) or country_code(word) for name in names for word in texts(props, name)
    )


def _identifiers(props: Record, around: list[Record], schema: Schema) -> Iterator[Identifier]:
    found: dict[str, Identifier] = {}
    for kind, values in _documents(around):
        for value, country in values:
            _add(found, document(kind, value, country=country))
    for name, kind in _PLAIN.items():
        for words in texts(props, name):
            _add(found, document(kind, words))
    for words in texts(props, "imoNumber"):
        _add(found, ship_imo(words))
    for currency in texts(props, "currency") or [""] if schema is Schema.WALLET else []:
        for key in texts(props, "publicKey"):
            _add(found, wallet(currency, key))
    for name, kind in (("email", IdentifierKind.EMAIL), ("phone", IdentifierKind.PHONE)):
        for words in texts(props, name):
            _add(found, Identifier(kind=kind, value="".join(words.split()).lower(), text=words))
    yield from found.values()


def _add(found: dict[str, Identifier], number: Identifier | None) -> None:
    if number is not None:
        found.setdefault(f"{number.kind}:{number.value}:{number.currency}", number)


def _documents(around: list[Record]) -> Iterator[tuple[IdentifierKind, list[tuple[str, str]]]]:
    for side in around:
        schema, props = side.get("schema"), side.get("properties", {})
        if schema in ("Passport", "Identification"):
            kind = IdentifierKind.PASSPORT if schema == "Passport" else IdentifierKind.NATIONAL_ID
            country = next(iter(texts(props, "country")), "").upper()
            yield kind, [(number, country) for number in texts(props, "number")]


def _addresses(props: Record, places: dict[str, Record]) -> Iterator[Address]:
    whole: list[Any] = list(texts(props, "address"))
    for item in items(props, "addressEntity"):
        whole.append(item if isinstance(item, dict) else places.get(str(item), ""))
    for item in whole:
        words = item if isinstance(item, str) else next(iter(texts(item, "properties", "full")), "")
        country = "" if isinstance(item, str) else next(iter(_each(item, "country")), "")
        if words:
            yield Address(text=words, country=country)


def _each(item: Record, name: str) -> Iterable[str]:
    return (country_code(word.upper()) for word in texts(item, "properties", name))

"""An entity in the JSON of FollowTheMoney, valid against its published model."""

from __future__ import annotations

from typing import Any

from article41.lists.entity import Entity, Identifier, IdentifierKind, NameQuality, Schema
from article41.lists.identifiers import COMPANY_IMO

_NUMBERS = {
    IdentifierKind.NATIONAL_ID: "idNumber",
    IdentifierKind.TAX: "taxNumber",
    IdentifierKind.EMAIL: "email",
    IdentifierKind.PHONE: "phone",
}
_OF_PERSONS = {IdentifierKind.PASSPORT: "passportNumber"}
_OF_ORGANISATIONS = {IdentifierKind.REGISTRATION: "registrationNumber", IdentifierKind.BIC: "swiftBic"}
_OF_SHIPS = {
    IdentifierKind.IMO: "imoNumber",
    IdentifierKind.MMSI: "mmsi",
    IdentifierKind.CALL_SIGN: "callSign",
}
_LEGAL = (Schema.PERSON, Schema.ORGANIZATION, Schema.COMPANY, Schema.LEGAL_ENTITY)
_QUALITIES = {
    NameQuality.STRONG: "alias",
    NameQuality.WEAK: "weakAlias",
    NameQuality.FORMER: "previousName",
}


def to_ftm(entity: Entity) -> dict[str, Any]:
    """`id`, `caption`, `schema`, `properties`. What the model has no place for stays out."""
    properties: dict[str, list[str]] = {"topics": ["sanction"]}
    for name, value in (*_names(entity), *_identifiers(entity), *_facts(entity)):
        held = properties.setdefault(name, [])
        if value and value not in held:
            held.append(value)
    return {
        "id": entity.id,
        "caption": entity.caption,
        "schema": entity.schema.value,
        "properties": {name: values for name, values in properties.items() if values},
    }


def _names(entity: Entity) -> list[tuple[str, str]]:
    return [
        ("name" if name.primary or name.text == entity.caption else _QUALITIES[name.quality], name.text)
        for name in entity.names
    ]


def _identifiers(entity: Entity) -> list[tuple[str, str]]:
    return [(name, number.value) for number in entity.identifiers if (name := _property(entity, number))]


def _property(entity: Entity, number: Identifier) -> str:
    """The property a number goes to; "" where the schema has none, or the model refuses the number."""
    if number.kind is IdentifierKind.IMO and number.doubtful:
        return ""
    if entity.schema is Schema.WALLET:
        return "publicKey" if number.kind is IdentifierKind.WALLET else ""
    if entity.schema is Schema.VESSEL:
        return _OF_SHIPS.get(number.kind, "")
    if entity.schema not in _LEGAL:
        return ""
    if number.kind is IdentifierKind.IMO:
        return "imoNumber" if number.note == COMPANY_IMO and entity.schema.is_organisation else ""
    special = _OF_PERSONS if entity.schema is Schema.PERSON else _OF_ORGANISATIONS
    return special.get(number.kind) or _NUMBERS.get(number.kind, "")


def _facts(entity: Entity) -> list[tuple[str, str]]:
    facts = [("country", code.lower()) for code in (*entity.countries, *entity.nationalities)]
    facts += [("notes", words) for words in entity.notes]
    facts += [("program", words) for words in entity.programmes]
    facts += [("sourceUrl", row.url) for row in entity.listings]
    if entity.schema is Schema.PERSON:
        facts += [("birthDate", born.start) for born in entity.birth_dates]
        facts += [("birthDate", born.end) for born in entity.birth_dates]
        facts += [("birthPlace", words) for words in entity.birth_places]
        facts += [("gender", words) for words in entity.genders]
        facts += [("nationality", code.lower()) for code in entity.nationalities]
        facts += [("position", words) for words in entity.positions]
        facts += [("title", words) for words in entity.titles]
    if entity.schema in _LEGAL:
        facts += [("address", place.text) for place in entity.addresses]
    if entity.schema is Schema.WALLET:
        facts += [("currency", number.currency) for number in entity.identifiers]
    return facts

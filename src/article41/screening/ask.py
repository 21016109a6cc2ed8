"""A query from the words of a command, a row or a form."""

from __future__ import annotations

from collections.abc import Sequence

from article41.errors import FactsError
from article41.lists.countries import country_code
from article41.lists.dates import read_date
from article41.lists.entity import Identifier, IdentifierKind, PartialDate, Schema
from article41.screening.identifiers import stated_identifier
from article41.screening.query import Query

_TYPES = {
    "person": Schema.PERSON,
    "individual": Schema.PERSON,
    "company": Schema.COMPANY,
    "organization": Schema.ORGANIZATION,
    "organisation": Schema.ORGANIZATION,
    "entity": Schema.ORGANIZATION,
    "vessel": Schema.VESSEL,
    "ship": Schema.VESSEL,
    "airplane": Schema.AIRPLANE,
    "aircraft": Schema.AIRPLANE,
    "wallet": Schema.WALLET,
    "": Schema.LEGAL_ENTITY,
    "unknown": Schema.LEGAL_ENTITY,
    "legalentity": Schema.LEGAL_ENTITY,
}
_KINDS = {
    "imo": IdentifierKind.IMO,
    "mmsi": IdentifierKind.MMSI,
    "wallet": IdentifierKind.WALLET,
    "passport": IdentifierKind.PASSPORT,
    "national_id": IdentifierKind.NATIONAL_ID,
    "registration": IdentifierKind.REGISTRATION,
    "tax": IdentifierKind.TAX,
    "bic": IdentifierKind.BIC,
}
TYPES = tuple(dict.fromkeys(name for name in _TYPES if name))
"""What a party may be said to be."""


def make_query(name: str = "", **stated: str | Sequence[str]) -> Query:
    """A query from words: type, birth_date, gender, nationality, country, imo, wallet, passport, id...

    Each may be one text, or several. `identifier` takes `kind:number` or `kind:country:number`. Raises
    FactsError for a type, date or field that cannot be read, and where nothing is asked about.
    """
    many = {key: _texts(value) for key, value in stated.items()}
    kind = "".join(many.pop("type", [""])[:1]).strip().lower()
    if kind not in _TYPES:
        raise FactsError(f"'{kind}' is no type of party", hint=f"one of: {', '.join(TYPES)}")
    identifiers = [stated_identifier(text) for text in many.pop("identifier", [])]
    for key, identifier_kind in _KINDS.items():
        identifiers += [Identifier(kind=identifier_kind, value=text, text=text) for text in many.pop(key, [])]
    schema = _TYPES[kind]
    if schema is Schema.LEGAL_ENTITY and any(one.kind is IdentifierKind.IMO for one in identifiers):
        schema = Schema.VESSEL
    query = Query(
        name=" ".join(name.split()),
        id=" ".join(many.pop("id", [])),
        schema=schema,
        birth_dates=tuple(map(_birth, many.pop("birth_date", []))),
        gender=_gender(many.pop("gender", [])),
        nationalities=tuple(map(_country, many.pop("nationality", []))),
        countries=tuple(map(_country, many.pop("country", []))),
        identifiers=tuple(identifiers),
    )
    if many:
        raise FactsError(
            f"there is no field '{next(iter(many))}' in a query", hint="see: article41 screen --help"
        )
    if not query.name and not query.identifiers:
        raise FactsError("nothing to screen: neither a name nor a number", hint="give a name, or --id")
    return query


def _texts(value: str | Sequence[str]) -> list[str]:
    many = [value] if isinstance(value, str) else list(value)
    return [text.strip() for text in many if text and text.strip()]


def _birth(text: str) -> PartialDate:
    found = read_date(text)
    if found is None:
        raise FactsError(
            f"'{text}' is no birth date",
            hint="write YYYY, YYYY-MM or YYYY-MM-DD; 'circa' may stand before it",
        )
    return found


def _gender(texts: list[str]) -> str:
    if not texts:
        return ""
    word = texts[0].lower()
    found = {"m": "male", "male": "male", "f": "female", "female": "female"}.get(word)
    if found is None:
        raise FactsError(f"'{texts[0]}' is no gender of a list", hint="male or female")
    return found


def _country(text: str) -> str:
    code = country_code(text) or country_code(text.upper())
    if not code:
        raise FactsError(
            f"'{text}' is no country", hint="write its ISO 3166 code of two letters, or its name"
        )
    return code

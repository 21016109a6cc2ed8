"""OFAC's identifiers: one field of the list holds passports, wallets, ship numbers and much that is none."""

from __future__ import annotations

from functools import cache
from importlib import resources

from article41.lists.entity import Identifier, IdentifierKind
from article41.lists.identifiers import document, ship_imo, wallet
from article41.source import read_yaml

WALLET = "Digital Currency Address - "
_DOUBTFUL = ("expired", "revoked", "fraudulent", "false", "stolen")


@cache
def id_types() -> dict[str, IdentifierKind]:
    """Kinds by the words of OFAC's `idType`."""
    return {
        words: IdentifierKind(kind) for kind, types in _table().items() if kind != "none" for words in types
    }


def identifier(kind: str, number: str, country: str = "", note: str = "") -> Identifier | None:
    """An OFAC id as an identifier; None for what is none, such as a gender or a legal remark."""
    kind = " ".join(kind.split())
    if kind.startswith(WALLET):
        return wallet(kind.removeprefix(WALLET), number) if number.strip() else None
    known = id_types().get(kind)
    if known is IdentifierKind.IMO:
        return ship_imo(number) if number.strip() else None
    if known in (IdentifierKind.EMAIL, IdentifierKind.PHONE):
        value = "".join(number.split())
        return Identifier(kind=known, value=value.lower(), text=number) if value else None
    if known is None and is_no_identifier(kind):
        return None
    doubtful = any(word in note.casefold() for word in _DOUBTFUL)
    stated = (
        note if known in (IdentifierKind.PASSPORT, IdentifierKind.MMSI) else f"{kind}; {note}".strip("; ")
    )
    return document(known or IdentifierKind.OTHER, number, country=country, note=stated, doubtful=doubtful)


@cache
def is_no_identifier(kind: str) -> bool:
    """Whether the words of an id type tell of a remark, a date or a flag rather than a number."""
    return kind.startswith(tuple(_table()["none"]))


@cache
def _table() -> dict[str, tuple[str, ...]]:
    file = resources.files("article41") / "data" / "lists" / "ofac-ids.yaml"
    table = read_yaml(file.read_text(encoding="utf-8"), "ofac-ids.yaml")
    return {kind: tuple(types) for kind, types in table.items()}

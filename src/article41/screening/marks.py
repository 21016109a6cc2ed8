"""Identifiers of a query against those of an entity: equality lifts, contradiction lowers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from article41.lists.entity import Entity, Identifier, IdentifierKind
from article41.screening.identifiers import DOCUMENTS, SHORT, check_identifier, identifier_key, map_key
from article41.screening.qualifiers import Qualifier
from article41.screening.query import Query

DOCUMENT = 0.98
OTHER_KIND = 0.9
OTHER_COUNTRY = 0.85
DOUBTFUL = 0.85
FEW_SIGNS = 0.5
SLIPPED = 0.78
"""A number that cannot exist, one slip away from a listed one: a possible match, never the party itself."""

_LIFTS = {
    IdentifierKind.IMO: 1.0,
    IdentifierKind.WALLET: 1.0,
    IdentifierKind.AIRCRAFT: 0.97,
    IdentifierKind.BIC: 0.97,
    IdentifierKind.EMAIL: 0.95,
    IdentifierKind.MMSI: 0.92,  # goes with the flag, and is lent and copied
    IdentifierKind.CALL_SIGN: 0.92,
    IdentifierKind.PHONE: 0.85,
}
_AGAINST = {
    IdentifierKind.IMO: 0.4,
    IdentifierKind.NATIONAL_ID: 0.1,
    IdentifierKind.TAX: 0.1,
    IdentifierKind.REGISTRATION: 0.1,
    IdentifierKind.PASSPORT: 0.03,  # people have several, and forged ones
}


@dataclass(frozen=True, slots=True)
class Lift:
    """An equal identifier: the score it lifts to at least, and why."""

    to: float
    query: str
    listed: str
    why: str


def best_lift(query: Query, entity: Entity) -> Lift | None:
    """The strongest equality of identifiers; None where none is equal."""
    keys = {map_key(asked): asked for asked in query.identifiers}
    found = [
        _lift(asked, listed)
        for listed in entity.identifiers
        if (asked := keys.get(map_key(listed))) and map_key(listed)[1]
    ]
    return max(found, key=lambda lift: lift.to, default=None)


def best_slip(query: Query, entity: Entity) -> Lift | None:
    """A listed number of which a stated one, which cannot exist, is a slip of the pen; None without one."""
    pairs = ((asked, listed) for asked in query.identifiers for listed in entity.identifiers)
    return next((_slip(asked, listed) for asked, listed in pairs if _slipped(asked, listed)), None)


def meant(asked: Identifier) -> list[tuple[str, str]]:
    """Under which keys the numbers stand that may be meant by one that cannot exist."""
    if asked.kind is not IdentifierKind.IMO:
        return []
    room, _ = map_key(asked)
    return [(room, number) for number in check_identifier(asked.kind, asked.value, asked.country).near]


def _slipped(asked: Identifier, listed: Identifier) -> bool:
    return asked.kind is listed.kind is IdentifierKind.IMO and map_key(listed) in meant(asked)


def _slip(asked: Identifier, listed: Identifier) -> Lift:
    number = identifier_key(listed.kind, listed.value)
    why = f"no ship can have this number, and it is one slip away from the listed {number}"
    return Lift(SLIPPED, f"{_words(asked.kind)} {asked.value}", f"{_words(listed.kind)} {listed.value}", why)


def contradictions(query: Query, entity: Entity) -> Iterator[Qualifier]:
    """Identifiers of one kind and country, of which none is equal or a slip of the other."""
    for kind, points in _AGAINST.items():
        asked = [one for one in query.identifiers if one.kind is kind]
        listed = [one for one in entity.identifiers if one.kind is kind and not one.doubtful]
        pairs = [(one, other) for one in asked for other in listed if _same_issuer(one, other)]
        pairs = [(one, other) for one, other in pairs if not _slipped(one, other)]
        if pairs and not any(_equal(one, other) for one, other in pairs):
            theirs = ", ".join(dict.fromkeys(other.value for _, other in pairs))
            yield Qualifier(
                _words(kind), pairs[0][0].value, theirs, -points, "another number of the same kind"
            )


def _lift(asked: Identifier, listed: Identifier) -> Lift:
    to, why = _LIFTS.get(listed.kind, DOCUMENT), "the same number"
    if listed.kind in DOCUMENTS:
        to, why = _document(asked, listed)
    if listed.doubtful:
        to, why = min(to, DOUBTFUL), f"the same number, which the list flags: {listed.note or 'doubtful'}"
    elif listed.kind is IdentifierKind.WALLET:
        why = f"the same address; listed under {listed.currency}" if listed.currency else "the same address"
    return Lift(to, f"{_words(asked.kind)} {asked.value}", f"{_words(listed.kind)} {listed.value}", why)


def _document(asked: Identifier, listed: Identifier) -> tuple[float, str]:
    if len(identifier_key(listed.kind, listed.value)) < SHORT:
        return FEW_SIGNS, "the same number, but so short that many bear it"
    if asked.country and listed.country and asked.country != listed.country:
        return OTHER_COUNTRY, f"the same number, issued by {listed.country}, not {asked.country}"
    if asked.kind is not listed.kind and IdentifierKind.OTHER not in (asked.kind, listed.kind):
        return OTHER_KIND, "the same number, under another kind of document"
    return DOCUMENT, "the same number"


def _same_issuer(one: Identifier, other: Identifier) -> bool:
    return one.kind is IdentifierKind.IMO or bool(one.country and one.country == other.country)


def _equal(one: Identifier, other: Identifier) -> bool:
    return identifier_key(one.kind, one.value) == identifier_key(other.kind, other.value)


def _words(kind: IdentifierKind) -> str:
    return "IMO" if kind is IdentifierKind.IMO else kind.value.replace("-", " ")

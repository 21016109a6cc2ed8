"""Parties and ships of a transaction screened as of its day; what is found comes in as stated facts.

A strong match states that the party is listed. A weaker one leaves that open, so that the answer asks for
it and is never clear by silence. No match states nothing: the absence of a name from a list is for the
user to judge. What the user stated stays; a strong match against a stated "no" comes as a check.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from article41.assessment.finding import Assessment, Check
from article41.assessment.transaction import Party, Ship, ShipListed, Transaction
from article41.lists.entity import Entity, Identifier, IdentifierKind, Schema
from article41.screening.answered import MATCH, POSSIBLE
from article41.screening.match import Match
from article41.screening.query import Query
from article41.service.screening import Screener
from article41.types import Confidence, weakest

_PERSONS = frozenset({"person", "worker", "official", "diplomat", "student"})
_COMPANIES = frozenset({"company", "bank"})
_Mark = Literal["port-ban", "deflag", "freeze"]
_MEASURES: dict[str, _Mark] = {
    "asset freeze": "freeze",
    "port entry ban": "port-ban",
    "flag state": "deflag",
    "de-flag": "deflag",
}
LISTED, UNKNOWN, AGAINST, NONE = "listed", "unknown", "against", "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMatch:
    """What screening found of one party or ship.

    `effect`: `listed` (stated as a fact), `unknown` (left open), `against` (the user says it is not
    listed), `none` (no match, or the user's own statement agrees).
    """

    field: str
    name: str
    effect: str
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenedTransaction:
    """A transaction with what screening states of its parties, the evidence, and the lists used."""

    tx: Transaction
    found: tuple[PartyMatch, ...]
    lists: tuple[str, ...]


def screen_transaction(tx: Transaction, screener: Screener, day: date | None) -> ScreenedTransaction:
    """Screens all named parties and ships against who was listed on a day."""
    asked = [*_parties(tx), *_ships(tx)]
    if not asked:
        return ScreenedTransaction(tx=tx, found=(), lists=())
    answers = screener.screen([query for _, _, query in asked], day).answers
    parties, ships = list(tx.parties), list(tx.ships)
    found = []
    for (field, place, query), answer in zip(asked, answers, strict=True):
        status = answer.status(screener.thresholds)
        if field == "parties":
            parties[place], effect = _state_party(parties[place], status, answer.open)
        else:
            ships[place], effect = _state_ship(ships[place], status, answer.open)
        label = query.name or query.identifiers[0].value
        found.append(
            PartyMatch(field=f"{field}[{place}]", name=label, effect=effect, matches=answer.open[:3])
        )
    return ScreenedTransaction(
        tx=replace(tx, parties=tuple(parties), ships=tuple(ships)),
        found=tuple(found),
        lists=screener.index.keys,
    )


def with_evidence(answer: Assessment, screened: ScreenedTransaction) -> Assessment:
    """The answer with the lists in its fingerprint, and the matches named where they are to be settled."""
    if not screened.lists:
        return answer
    open_ones = [one for one in screened.found if one.effect == UNKNOWN]
    missing = tuple(
        replace(row, ask=f"{row.ask} {_settle(open_ones)}")
        if open_ones and row.field.endswith(".listed")
        else row
        for row in answer.missing
    )
    against = tuple(
        Check(fact="listed", ask=_contradiction(one), cites=(), measures=())
        for one in screened.found
        if one.effect == AGAINST
    )
    taken = [one for one in screened.found if one.effect == LISTED]
    sure = all(one.matches[0].by_identifier or one.matches[0].name_score == 1.0 for one in taken)
    mark = " ".join([answer.fingerprint, *(f"list/{key}" for key in screened.lists)])
    return replace(
        answer,
        asks=lambda: missing,
        unsaid=lambda: (*against, *answer.checks),
        assumed=(*answer.assumed, *(f"{one.name} is {_who(one.matches[0])}: screening" for one in taken)),
        confidence=answer.confidence if sure else weakest(answer.confidence, Confidence.MEDIUM),
        fingerprint=mark,
    )


def _parties(tx: Transaction) -> Iterator[tuple[str, int, Query]]:
    for place, party in enumerate(tx.parties):
        if party.name:
            yield "parties", place, _party_query(party)


def _party_query(party: Party) -> Query:
    schema = Schema.LEGAL_ENTITY
    if party.kind in _PERSONS:
        schema = Schema.PERSON
    elif party.kind in _COMPANIES:
        schema = Schema.COMPANY
    nationality = party.nationality or (party.country if schema is Schema.PERSON else None)
    return Query(
        name=party.name or "",
        schema=schema,
        nationalities=(nationality,) if nationality else (),
        countries=(party.country,) if party.country else (),
    )


def _ships(tx: Transaction) -> Iterator[tuple[str, int, Query]]:
    for place, ship in enumerate(tx.ships):
        if ship.name or ship.imo:
            marks = (Identifier(kind=IdentifierKind.IMO, value=ship.imo, text=ship.imo),) if ship.imo else ()
            yield "ships", place, Query(name=ship.name or "", schema=Schema.VESSEL, identifiers=marks)


def _state_party(party: Party, status: str, matches: tuple[Match, ...]) -> tuple[Party, str]:
    if status == MATCH:
        if party.listed is None or party.listed == "unknown":
            return replace(party, listed=True, ref=party.ref or matches[0].reference), LISTED
        return party, AGAINST if party.listed is False else NONE
    if status == POSSIBLE and party.listed is None:
        return replace(party, listed="unknown"), UNKNOWN
    return party, UNKNOWN if status == POSSIBLE and party.listed == "unknown" else NONE


def _state_ship(ship: Ship, status: str, matches: tuple[Match, ...]) -> tuple[Ship, str]:
    if status == MATCH:
        if ship.listed is None or ship.listed == "unknown":
            return replace(ship, listed=_measures(matches[0].entity)), LISTED
        return ship, AGAINST if ship.listed is False else NONE
    if status == POSSIBLE and ship.listed is None:
        return replace(ship, listed="unknown"), UNKNOWN
    return ship, UNKNOWN if status == POSSIBLE and ship.listed == "unknown" else NONE


def _measures(entity: Entity) -> ShipListed:
    """What a ship is listed for, in the words of the facts; for everything where the list does not say."""
    words = " ".join(measure.casefold() for row in entity.listings for measure in row.measures)
    marks: dict[_Mark, None] = dict.fromkeys(mark for said, mark in _MEASURES.items() if said in words)
    return tuple(marks) or True


def _settle(found: list[PartyMatch]) -> str:
    told = [f"{one.name} may be {_who(one.matches[0])}" for one in found]
    return f"({'; '.join(told)})"


def _contradiction(found: PartyMatch) -> str:
    return (
        f"You state that {found.name} is not listed, yet it is very like {_who(found.matches[0])}. Is it not?"
    )


def _who(match: Match) -> str:
    return f"{match.entity.caption}, {match.reference}, score {match.score:.2f}"

"""Answers of screening as plain data, ready for JSON."""

from __future__ import annotations

from typing import Any

from article41.screening.answered import Answered
from article41.screening.match import Match
from article41.screening.qualifiers import written
from article41.screening.query import Query, Thresholds
from article41.service.screened import PartyMatch
from article41.service.screening import ListUsed, Screening

Plain = dict[str, Any]


def plain_screening(found: Screening) -> Plain:
    """All answers with what they rest on."""
    return {
        "answers": [plain_answered(one, found.thresholds) for one in found.answers],
        "lists": [_list(one) for one in found.lists],
        "as_of": str(found.as_of) if found.as_of else None,
        "thresholds": {"possible": found.thresholds.possible, "strong": found.thresholds.strong},
    }


def plain_answered(answer: Answered, limits: Thresholds) -> Plain:
    """The answer to one party."""
    screened = answer.screened
    return {
        "query": _query(screened.query),
        "status": answer.status(limits),
        "matches": [plain_match(match, answer) for match in screened.matches],
        "set_aside": [plain_match(match, answer) for match in screened.set_aside],
        "notes": list(screened.notes),
    }


def plain_match(match: Match, answer: Answered | None = None) -> Plain:
    """A match with every part of its score."""
    entity = match.entity
    decided = answer.decided.get(entity.id) if answer is not None else None
    return {
        "entity": entity.id,
        "reference": match.reference,
        "caption": entity.caption,
        "listed_name": match.name.text if match.name is not None else None,
        "schema": entity.schema.value,
        "programmes": list(entity.programmes),
        "listed_on": [str(row.listed_on) for row in entity.listings if row.listed_on],
        "measures": list(dict.fromkeys(m for row in entity.listings for m in row.measures)),
        "list": match.snapshot,
        "score": match.score,
        "name_score": match.name_score,
        "because": match.because,
        "words": [
            {"what": one.name, "query": one.query, "listed": one.listed, "score": one.score, "why": one.why}
            for one in match.words
        ],
        "qualifiers": [
            {
                "what": one.name,
                "query": one.query,
                "listed": one.listed,
                "points": one.points,
                "why": one.why,
            }
            for one in match.qualifiers
        ],
        "decided": {"stands": decided.stands, "because": decided.because} if decided else None,
    }


def plain_party(found: PartyMatch) -> Plain:
    """What screening found of a party or ship of a transaction."""
    return {
        "field": found.field,
        "name": found.name,
        "effect": found.effect,
        "matches": [plain_match(match) for match in found.matches],
    }


def _query(query: Query) -> Plain:
    stated = {
        "name": query.name,
        "id": query.id,
        "type": query.schema.value,
        "birth_dates": [written(one) for one in query.birth_dates],
        "gender": query.gender,
        "nationalities": list(query.nationalities),
        "countries": list(query.countries),
        "identifiers": [f"{one.kind.value}:{one.value}" for one in query.identifiers],
    }
    return {key: value for key, value in stated.items() if value}


def _list(used: ListUsed) -> Plain:
    return {
        "source": used.source,
        "edition": str(used.edition),
        "digest": used.digest,
        "parties": used.parties,
        "notes": list(used.notes),
    }

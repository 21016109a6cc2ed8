"""How alike two names are, and why."""

from __future__ import annotations

from dataclasses import dataclass

from article41.screening.align import Pairing, align
from article41.screening.korean_match import compare_readings
from article41.screening.form import CRAFT, ORGANISATIONS, NameForm
from article41.screening.tokens import Token
from article41.screening.weigh import Prices, weigh

PERSON = Prices(clash=1.2, extra=0.22, alone=0.8)
COMPANY = Prices(clash=1.0, extra=0.45, alone=0.6)
CRAFTS = Prices(clash=1.0, extra=0.8, alone=0.8)


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason: what of the query stood for what of the listed name, and how well."""

    name: str
    query: str
    listed: str
    score: float
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class NameMatch:
    """The likeness of two names, 0 to 1, with its reasons."""

    score: float
    features: tuple[Feature, ...]


def quick_score(query: NameForm, listed: NameForm, floor: float = 0.0) -> float:
    """The score of `score_names` without its reasons; 0.0 where it cannot reach `floor`."""
    score, _ = _judge(query, listed)
    return score if score >= floor else 0.0


def score_names(query: NameForm, listed: NameForm) -> NameMatch:
    """The likeness of two names with the reasons, word by word."""
    score, pairing = _judge(query, listed)
    return NameMatch(score, tuple(_features(query, listed, pairing)))


def _judge(query: NameForm, listed: NameForm) -> tuple[float, Pairing]:
    if query.joined and query.joined == listed.joined and query.numbers == listed.numbers:
        pairing = align(query.names, listed.names)
        return 1.0, pairing
    pairing = align(query.names, listed.names)
    score = weigh(query.names, listed.names, pairing, _prices(query, listed))
    if query.korean and listed.korean:
        sure = min(query.korean[0].weight, listed.korean[0].weight)
        trust = min(1.0, max(0.0, (sure - 0.12) / 0.3))
        korean = compare_readings(query.korean, listed.korean)
        if korean is not None:
            score = trust * korean.score + (1 - trust) * score
    if query.numbers != listed.numbers:
        score *= 0.6 if query.numbers and listed.numbers else 0.85
    return round(max(0.0, min(1.0, score)), 4), pairing


def _prices(query: NameForm, listed: NameForm) -> Prices:
    if listed.schema in CRAFT:
        return CRAFTS
    return COMPANY if ORGANISATIONS & {query.schema, listed.schema} else PERSON


def _features(query: NameForm, listed: NameForm, pairing: Pairing) -> list[Feature]:
    out = []
    for ours, theirs, found in sorted(pairing.pairs):
        a, b = [query.names[i] for i in ours], [listed.names[j] for j in theirs]
        why = "same word" if found == 1.0 else "alike in letters or sound"
        out.append(Feature("word", _words(a), _words(b), round(found, 3), a[0].weight, why))
    for i in pairing.query_left:
        out.append(
            Feature("left", query.names[i].original, "", 0.0, query.names[i].weight, "only in the query")
        )
    for j in pairing.listed_left:
        out.append(
            Feature("left", "", listed.names[j].original, 0.0, listed.names[j].weight, "only in the list")
        )
    return out


def _words(tokens: list[Token]) -> str:
    return " ".join(token.original for token in tokens)

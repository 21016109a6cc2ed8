"""How alike two names are, and why."""

from __future__ import annotations

from dataclasses import dataclass

from article41.screening.align import Pairing, align
from article41.screening.company import acronym_likeness
from article41.screening.form import CRAFT, ORGANISATIONS, NameForm
from article41.screening.korean import KoreanReading
from article41.screening.korean_match import KoreanMatch, compare_readings
from article41.screening.tokens import Token
from article41.screening.weigh import Prices, weigh

PERSON = Prices(clash=1.2, extra=0.22, alone=0.8)
COMPANY = Prices(clash=1.5, extra=0.45, alone=0.6)
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
    score, _, _ = _judge(query, listed)
    return score if score >= floor else 0.0


def score_names(query: NameForm, listed: NameForm) -> NameMatch:
    """The likeness of two names with the reasons, word by word."""
    score, pairing, _ = _judge(query, listed)
    return NameMatch(score, tuple(_features(query, listed, pairing)))


def _judge(query: NameForm, listed: NameForm) -> tuple[float, Pairing, KoreanMatch | None]:
    pairing = align(query.names, listed.names)
    if query.joined and query.joined == listed.joined and query.numbers == listed.numbers:
        return 1.0, pairing, None
    score = weigh(query.names, listed.names, pairing, _prices(query, listed))
    if query.numbers != listed.numbers:
        score *= 0.6 if query.numbers and listed.numbers else 0.85
    korean = None
    if query.korean and listed.korean:
        korean = compare_readings(query.korean, listed.korean)
        if korean is not None:
            score = _hear_both(score, korean, query.korean, listed.korean)
    elif score < 0.84 and ORGANISATIONS & {query.schema, listed.schema}:
        score = max(score, acronym_likeness(query.tokens, listed.tokens))
    return round(max(0.0, min(1.0, score)), 4), pairing, korean


def _hear_both(
    plain: float,
    korean: KoreanMatch,
    query: tuple[KoreanReading, ...],
    listed: tuple[KoreanReading, ...],
) -> float:
    """The Korean ear overrules the plain one as far as both names are sure to be Korean.

    Where one may as well be Chinese, or holds a syllable that is no Korean, it can only add.
    """
    sure = min(query[0].weight, listed[0].weight)
    trust = min(1.0, max(0.0, (sure - 0.12) / 0.3))
    chinese = query[0].syllables[0].startswith("zh:") and listed[0].syllables[0].startswith("zh:")
    if chinese or query[0].strange or listed[0].strange:
        return max(plain, trust * korean.score)
    return trust * korean.score + (1 - trust) * plain


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

"""How alike two names are, and why."""

from __future__ import annotations

from dataclasses import dataclass

from article41.screening.align import Pairing, align
from article41.screening.company import acronym_likeness, slip_likeness
from article41.screening.features import Feature, syllable_features, word_features
from article41.screening.form import CRAFT, ORGANISATIONS, NameForm
from article41.screening.hear import hear
from article41.screening.korean_match import KoreanMatch
from article41.screening.weigh import Prices, same, weigh

PERSON = Prices(clash=1.2, extra=0.22, alone=0.8)
COMPANY = Prices(clash=1.5, extra=0.45, alone=0.6)
CRAFTS = Prices(clash=1.0, extra=0.8, alone=0.8)
ROUNDED = 1e-4  # scores are rounded: one a little below the floor may reach it


@dataclass(frozen=True, slots=True)
class NameMatch:
    """The likeness of two names, 0 to 1, with its reasons."""

    score: float
    features: tuple[Feature, ...]


__all__ = ["Feature", "NameMatch", "quick_score", "score_names"]


def quick_score(query: NameForm, listed: NameForm, floor: float = 0.0) -> float:
    """The score of `score_names` without its reasons; 0.0 where it cannot reach `floor`."""
    score, _, _ = _judge(query, listed, floor)
    return score if score >= floor else 0.0


def score_names(query: NameForm, listed: NameForm) -> NameMatch:
    """The likeness of two names with the reasons, word by word or syllable by syllable."""
    score, pairing, korean = _judge(query, listed, 0.0)
    assert pairing is not None
    if korean is not None:
        return NameMatch(score, tuple(syllable_features(korean)))
    features = word_features(query.names, listed.names, pairing)
    if not pairing.pairs and score:
        features.append(
            Feature("acronym", query.text, listed.text, score, 1.0, "one spells the other in short")
        )
    elif query.numbers != listed.numbers:
        numbers = ", ".join(sorted(query.numbers)), ", ".join(sorted(listed.numbers))
        features.append(Feature("number", *numbers, 0.0, 1.0, "the numbers differ"))
    return NameMatch(score, tuple(features))


def _judge(
    query: NameForm, listed: NameForm, floor: float
) -> tuple[float, Pairing | None, KoreanMatch | None]:
    """The score, the words paired, and what the Korean ear heard where it decided.

    No pairing where the score cannot reach `floor`; a score below it may then be any other below it.
    """
    if query.joined and query.joined == listed.joined and query.numbers == listed.numbers:
        return 1.0, align(query.words, listed.words), None
    hearing = None
    if query.korean and listed.korean:
        hearing = hear(query, listed, floor - ROUNDED)
        if hearing.with_plain(1.0) < floor - ROUNDED:
            return 0.0, None, None
    pairing = align(query.words, listed.words)
    score, decisive = _plain(query, listed, pairing), None
    if hearing is not None:
        heard = hearing.with_plain(score)
        if heard != score:
            score, decisive = heard, hearing.korean
    elif score < 0.84 and ORGANISATIONS & {query.schema, listed.schema}:
        score = max(
            score,
            acronym_likeness(query.tokens, listed.tokens),
            same(slip_likeness(query, listed)),
        )
    return round(max(0.0, min(1.0, score)), 4), pairing, decisive


def _plain(query: NameForm, listed: NameForm, pairing: Pairing) -> float:
    """The score of the words alone."""
    score = weigh(query.names, listed.names, pairing, _prices(query, listed)) if pairing.pairs else 0.0
    if query.numbers != listed.numbers:
        score *= 0.6 if query.numbers and listed.numbers else 0.85
    return score


def _prices(query: NameForm, listed: NameForm) -> Prices:
    if listed.schema in CRAFT:
        return CRAFTS
    return COMPANY if ORGANISATIONS & {query.schema, listed.schema} else PERSON

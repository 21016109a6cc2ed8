"""How alike two names are, and why."""

from __future__ import annotations

from dataclasses import dataclass

from article41.screening.align import Pairing, align
from article41.screening.company import acronym_likeness, slip_likeness
from article41.screening.features import Feature, syllable_features, word_features
from article41.screening.form import CRAFT, ORGANISATIONS, NameForm
from article41.screening.korean import KoreanReading
from article41.screening.korean_match import KoreanMatch, compare_readings
from article41.screening.sounds import chinese_sound
from article41.screening.weigh import Prices, same, weigh

PERSON = Prices(clash=1.2, extra=0.22, alone=0.8)
COMPANY = Prices(clash=1.5, extra=0.45, alone=0.6)
OTHER_CHINESE = 0.62  # two Chinese names of which a syllable differs
CRAFTS = Prices(clash=1.0, extra=0.8, alone=0.8)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """The likeness of two names, 0 to 1, with its reasons."""

    score: float
    features: tuple[Feature, ...]


__all__ = ["Feature", "NameMatch", "quick_score", "score_names"]


def quick_score(query: NameForm, listed: NameForm, floor: float = 0.0) -> float:
    """The score of `score_names` without its reasons; 0.0 where it cannot reach `floor`."""
    score, _, _ = _judge(query, listed)
    return score if score >= floor else 0.0


def score_names(query: NameForm, listed: NameForm) -> NameMatch:
    """The likeness of two names with the reasons, word by word or syllable by syllable."""
    score, pairing, korean = _judge(query, listed)
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


def _judge(query: NameForm, listed: NameForm) -> tuple[float, Pairing, KoreanMatch | None]:
    pairing = align(query.words, listed.words)
    if query.joined and query.joined == listed.joined and query.numbers == listed.numbers:
        return 1.0, pairing, None
    score = weigh(query.names, listed.names, pairing, _prices(query, listed)) if pairing.pairs else 0.0
    if query.numbers != listed.numbers:
        score *= 0.6 if query.numbers and listed.numbers else 0.85
    decisive = None
    if query.korean and listed.korean:
        korean = None
        if not _strangers(query, listed):
            korean = compare_readings(query.korean, listed.korean)
        heard = _hear_both(score, korean, query.korean, listed.korean)
        if heard != score:
            score, decisive = heard, korean
    elif score < 0.84 and ORGANISATIONS & {query.schema, listed.schema}:
        score = max(
            score,
            acronym_likeness(query.tokens, listed.tokens),
            same(slip_likeness(query, listed)),
        )
    return round(max(0.0, min(1.0, score)), 4), pairing, decisive


def _strangers(query: NameForm, listed: NameForm) -> bool:
    """No two Korean syllables in common, however they are spelled."""
    ours, theirs = query.korean_keys, listed.korean_keys
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _hear_both(
    plain: float,
    korean: KoreanMatch | None,
    query: tuple[KoreanReading, ...],
    listed: tuple[KoreanReading, ...],
) -> float:
    """The Korean ear overrules the plain one as far as both names are sure to be Korean.

    Where both may as well be Chinese it keeps silent; where one holds a syllable that is no Korean, it can
    only add. No two syllables in common: no match to the Korean ear.
    """
    sure = min(query[0].weight, listed[0].weight)
    trust = min(1.0, max(0.0, (sure - 0.12) / 0.3))
    ours, theirs = _chinese(query), _chinese(listed)
    if ours and theirs:  # spelled in pinyin to the letter: another syllable is another name
        return plain if ours & theirs else min(plain, OTHER_CHINESE)
    first = query[0].chinese or listed[0].chinese
    if korean is None and first:
        return plain
    heard = korean.score if korean is not None else min(plain, 0.3)
    if first or query[0].strange or listed[0].strange:
        return max(plain, trust * heard)
    return trust * heard + (1 - trust) * plain


def _chinese(readings: tuple[KoreanReading, ...]) -> set[tuple[str, ...]]:
    """The syllables of the readings as pinyin, where they are at least as good as the Korean ones."""
    good = [r for r in readings if r.chinese and r.weight >= 0.75 * readings[0].weight]
    return {tuple(sorted(chinese_sound(s.removeprefix("zh:")) for s in r.syllables)) for r in good}


def _prices(query: NameForm, listed: NameForm) -> Prices:
    if listed.schema in CRAFT:
        return CRAFTS
    return COMPANY if ORGANISATIONS & {query.schema, listed.schema} else PERSON

"""Why two names score as they do: a line for each word, or for each syllable of a Korean name."""

from __future__ import annotations

from dataclasses import dataclass

from article41.screening.align import Pairing
from article41.screening.korean_match import KoreanMatch
from article41.screening.korean_sounds import sounds_of
from article41.screening.likeness import nicknames
from article41.screening.syllables import OTHER
from article41.screening.tokens import INITIAL, Token


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason: what of the query stands for what of the listed name, and how well.

    `score` is from 0 to 1, `weight` how much the words tell (a rare name 1, a legal form near 0).
    """

    name: str
    query: str
    listed: str
    score: float
    weight: float
    why: str


def word_features(query: tuple[Token, ...], listed: tuple[Token, ...], pairing: Pairing) -> list[Feature]:
    """The words that were paired, and those without a partner."""
    out = []
    for ours, theirs, found in sorted(pairing.pairs):
        a, b = [query[i] for i in ours], [listed[j] for j in theirs]
        weight = min(a[0].weight, b[0].weight)
        out.append(Feature("word", _text(a), _text(b), round(found, 3), weight, _why(a, b, found)))
    for i in pairing.query_left:
        token = query[i]
        out.append(Feature("extra", token.original, "", 0.0, token.weight, "stands only in the first name"))
    for j in pairing.listed_left:
        token = listed[j]
        out.append(Feature("extra", "", token.original, 0.0, token.weight, "stands only in the second name"))
    return out


def _why(a: list[Token], b: list[Token], found: float) -> str:
    if len(a) != len(b):
        return "run together" if found > 0.99 else "run together, and nearly alike"
    one, other = a[0], b[0]
    if found >= 1.0:
        same = one.original.casefold() == other.original.casefold()
        return "the same" if same else "the same word in another form"
    if INITIAL in (one.kind, other.kind):
        return "an initial"
    if nicknames(one.text) & nicknames(other.text):
        return "forms of one given name"
    if one.bare or other.bare:
        return "the same consonants" if found > 0.8 else "near consonants"
    if one.sound == other.sound:
        return "sound alike"
    return "nearly the same letters" if found > 0.7 else "some letters in common"


def _text(tokens: list[Token]) -> str:
    return " ".join(token.original for token in tokens)


def syllable_features(match: KoreanMatch) -> list[Feature]:
    """The syllables of two Korean names, family name first."""
    out = []
    for place, (a, b, factor) in enumerate(zip(match.query, match.listed, match.factors, strict=True)):
        name = "family name" if place == 0 and "family" not in match.note else "given name"
        out.append(Feature(name, _shown(a), _shown(b), round(factor, 3), 1.0, _heard(a, b, factor)))
    if match.note:
        out.append(Feature("syllables", "", "", 0.0, 0.5, match.note))
    return out


def _shown(spelling: str) -> str:
    return spelling.partition(":")[2] or spelling


def _heard(a: str, b: str, factor: float) -> str:
    if a == b:
        return "the same"
    if not a or not b:
        return "not given"
    if a.endswith(".") or b.endswith("."):
        return "an initial" if factor > OTHER else "another initial"
    shared = [s for s in sounds_of(a) if s in sounds_of(b)]
    if shared and factor > 0.7:
        best = max(shared, key=lambda s: min(sounds_of(a)[s], sounds_of(b)[s]))
        return f"both may be {best}"
    if factor <= OTHER + 0.01:
        return "another syllable"
    unknown = next((s for s in (a, b) if not sounds_of(s)), "")
    if unknown:
        return f"{_shown(unknown)} is no Korean syllable: a slip of the pen?"
    return "near, but another syllable" if factor < 0.75 else "near sounds (or the initial-sound rule)"

"""Two Korean names compared syllable by syllable: spelling habits forgiven, other syllables not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import OSA

from article41.screening.korean import KoreanReading
from article41.screening.korean_cuts import Syllables
from article41.screening.syllables import agreement


@dataclass(frozen=True, slots=True)
class KoreanMatch:
    """How well two readings agree, and syllable by syllable how."""

    score: float
    query: Syllables
    listed: Syllables
    factors: tuple[float, ...]
    note: str = ""


NONE = KoreanMatch(0.0, (), (), ())
TURNED = 0.7  # from here on the syllables are not tried in another order
TINY = 1e-9  # more than rounding can do to a product


def compare_readings(
    query: tuple[KoreanReading, ...], listed: tuple[KoreanReading, ...], least: float = 0.0
) -> KoreanMatch | None:
    """The best agreement between any reading of one name and any of the other; None: nothing Korean.

    An agreement below `least` may come out as any other below it: finding out which costs time.
    """
    best, score = None, 0.0
    for a in query:
        for b in listed:
            if a.chinese and b.chinese:
                continue  # two Chinese spellings: nothing Korean to hear
            kind = 1.0
            if a.chinese or b.chinese:  # pinyin serves many Chinese names as well, short ones above all
                kind = 0.9 if len(a.syllables) > 2 else 0.78
            trust = 0.94 + 0.06 * (a.weight / query[0].weight) * (b.weight / listed[0].weight)
            needed = (score if score > least else least) / (trust * kind) - TINY
            found = _compare(a, b, needed) if needed <= 1.0 else NONE
            if best is None or found.score * trust * kind > score:
                best, score = found, found.score * trust * kind
    if best is None:
        return None
    return KoreanMatch(score, best.query, best.listed, best.factors, best.note)


def _compare(one: KoreanReading, other: KoreanReading, least: float) -> KoreanMatch:
    a, b = one.syllables, other.syllables
    if len(a) == len(b):
        best = _in_order(a, b, min(least, TURNED))
        chinese = a[-1].startswith("zh:") or b[-1].startswith("zh:")
        if best.score < TURNED and len(a) == 3 and not chinese:
            best = max(best, _in_any_order(a, b, least), key=_score)
    else:
        best = _with_one_missing(a, b, min(least, TURNED))
    if best.score < 0.85 and (one.loose or other.loose):
        best = max(best, _cut_again(a, b, least), key=_score)
    return best


def _score(match: KoreanMatch) -> float:
    return match.score


def _in_order(a: Syllables, b: Syllables, least: float) -> KoreanMatch:
    """Syllable by syllable; NONE as soon as they cannot reach `least`."""
    score = 1.0
    factors: list[float] = []
    for x, y in zip(a, b, strict=True):
        factor = agreement(x, y, not factors)
        score *= factor
        if score < least:
            return NONE
        factors.append(factor)
    return KoreanMatch(score, a, b, tuple(factors))


def _in_any_order(a: Syllables, b: Syllables, least: float) -> KoreanMatch:
    """The best of the six orders of three syllables."""
    best = NONE
    least = least / 0.82 - TINY
    for at, family in enumerate(a):
        if least > 1.0 or agreement(family, b[0], True) < least:
            continue
        rest = a[:at] + a[at + 1 :]
        for given in (rest, rest[::-1]):
            found = _in_order((family, *given), b, least)
            if found.score > best.score:
                best = found
    if not best.score:
        return best
    return KoreanMatch(best.score * 0.82, best.query, best.listed, best.factors, "other order")


def _with_one_missing(a: Syllables, b: Syllables, least: float) -> KoreanMatch:
    short, long = (a, b) if len(a) < len(b) else (b, a)
    best = NONE
    if len(short) + 1 != len(long):
        return best
    for gap in range(len(long)):
        price = 0.69 if gap == 0 else 0.66
        if price < least - TINY:
            continue
        rest = long[:gap] + long[gap + 1 :]
        pair = (short, rest) if short is a else (rest, short)
        found = _in_order(*pair, least / price - TINY)
        if found.score * price > best.score:
            note = "family name missing" if gap == 0 else "a syllable missing"
            best = KoreanMatch(found.score * price, found.query, found.listed, found.factors, note)
    return best


def _cut_again(a: Syllables, b: Syllables, least: float) -> KoreanMatch:
    """Cut the letters of one name as the other is cut: a slip may have moved the boundaries."""
    if len(b) != 3:
        return NONE
    one, other = "".join(a), "".join(b)
    allowed = 1 if len(other) < 8 else 2
    if abs(len(one) - len(other)) > allowed or OSA.distance(one, other, score_cutoff=allowed) > allowed:
        return NONE
    if not (one.isascii() and other.isascii() and one.isalpha() and other.isalpha()):
        return NONE
    best = NONE
    for first, second in product((-1, 0, 1), repeat=2):
        x, y = len(b[0]) + first, len(b[0]) + len(b[1]) + second
        if 0 < x < y < len(one):
            found = _in_order((one[:x], one[x:y], one[y:]), b, least)
            best = max(best, found, key=_score)
    return best

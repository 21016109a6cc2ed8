"""Two Korean names compared syllable by syllable: spelling habits forgiven, other syllables not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations, product

from rapidfuzz.distance import OSA

from article41.screening.korean import KoreanReading, Syllables
from article41.screening.korean_sounds import Sounds, partner, parts, plausible, sounds_of

OTHER = 0.35  # what a different syllable leaves of the score
_NEAR = {  # sounds that are heard or written for one another, and how often
    frozenset("ㄱㅋ"): 0.6,
    frozenset("ㄱㄲ"): 0.6,
    frozenset("ㄷㅌ"): 0.6,
    frozenset("ㅂㅍ"): 0.6,
    frozenset("ㅈㅊ"): 0.6,
    frozenset("ㅅㅆ"): 0.8,
    frozenset("ㄴㄹ"): 0.4,
    frozenset("ㅐㅔ"): 0.9,
    frozenset("ㅚㅙ"): 0.9,
    frozenset("ㅚㅞ"): 0.9,
    frozenset("ㅙㅞ"): 0.9,
    frozenset("ㅓㅗ"): 0.5,
    frozenset("ㅕㅛ"): 0.5,
    frozenset("ㅡㅜ"): 0.5,
    frozenset("ㅓㅡ"): 0.5,
    frozenset("ㅢㅣ"): 0.7,
    frozenset("ㅖㅔ"): 0.8,
    frozenset("ㅓㅕ"): 0.3,
    frozenset("ㄴㅇ"): 0.5,
    frozenset("ㅁㄴ"): 0.3,
}


@dataclass(frozen=True, slots=True)
class KoreanMatch:
    """How well two readings agree, and syllable by syllable how."""

    score: float
    query: Syllables
    listed: Syllables
    factors: tuple[float, ...]
    note: str = ""


NONE = KoreanMatch(0.0, (), (), ())


def compare_readings(
    query: tuple[KoreanReading, ...], listed: tuple[KoreanReading, ...]
) -> KoreanMatch | None:
    """The best agreement between any reading of one name and any of the other; None: nothing Korean."""
    best = None
    for a in query:
        for b in listed:
            if a.chinese and b.chinese:
                continue  # two Chinese spellings: nothing Korean to hear
            found = _compare(a.syllables, b.syllables, a.loose, b.loose)
            kind = 1.0
            if a.chinese or b.chinese:  # pinyin serves many Chinese names as well, short ones above all
                kind = 0.9 if len(a.syllables) > 2 else 0.78
            trust = 0.94 + 0.06 * (a.weight / query[0].weight) * (b.weight / listed[0].weight)
            if best is None or found.score * trust * kind > best.score:
                best = KoreanMatch(
                    found.score * trust * kind, found.query, found.listed, found.factors, found.note
                )
    return best


@lru_cache(maxsize=1 << 16)
def _compare(a: Syllables, b: Syllables, loose_a: bool, loose_b: bool) -> KoreanMatch:
    if len(a) == len(b):
        best = _in_order(a, b)
        chinese = a[-1].startswith("zh:") or b[-1].startswith("zh:")
        if best.score < 0.7 and len(a) == 3 and not chinese:
            best = max(best, _in_any_order(a, b), key=lambda m: m.score)
    else:
        best = _with_one_missing(a, b)
    if best.score < 0.85 and (loose_a or loose_b):
        best = max(best, _cut_again(a, b), key=lambda m: m.score)
    return best


def _in_order(a: Syllables, b: Syllables) -> KoreanMatch:
    factors = tuple(agreement(x, y, i == 0) for i, (x, y) in enumerate(zip(a, b, strict=True)))
    score = 1.0
    for factor in factors:
        score *= factor
    return KoreanMatch(score, a, b, factors)


def _in_any_order(a: Syllables, b: Syllables) -> KoreanMatch:
    best = NONE
    for order in permutations(a):
        found = _in_order(order, b)
        if found.score > best.score:
            best = found
    return KoreanMatch(best.score * 0.82, best.query, best.listed, best.factors, "other order")


def _with_one_missing(a: Syllables, b: Syllables) -> KoreanMatch:
    short, long = (a, b) if len(a) < len(b) else (b, a)
    best = NONE
    for gap in range(len(long)):
        rest = long[:gap] + long[gap + 1 :]
        if len(rest) != len(short):
            continue
        price = 0.69 if gap == 0 else 0.66
        found = _in_order(short, rest) if short is a else _in_order(rest, short)
        if found.score * price > best.score:
            note = "family name missing" if gap == 0 else "a syllable missing"
            best = KoreanMatch(found.score * price, found.query, found.listed, found.factors, note)
    return best


def _cut_again(a: Syllables, b: Syllables) -> KoreanMatch:
    """Cut the letters of one name as the other is cut: a slip may have moved the boundaries."""
    one, other = "".join(a), "".join(b)
    if not (one.isascii() and other.isascii() and one.isalpha() and other.isalpha()) or len(b) != 3:
        return NONE
    allowed = 1 if len(other) < 8 else 2
    if OSA.distance(one, other, score_cutoff=allowed) > allowed:
        return NONE
    best = NONE
    for first, second in product((-1, 0, 1), repeat=2):
        x, y = len(b[0]) + first, len(b[0]) + len(b[1]) + second
        if 0 < x < y < len(one):
            found = _in_order((one[:x], one[x:y], one[y:]), b)
            best = max(best, found, key=lambda m: m.score)
    return best


@lru_cache(maxsize=1 << 17)
def agreement(a: str, b: str, family: bool) -> float:
    """What one pair of syllables leaves of the score: 1 the same, OTHER a different syllable."""
    if a == b:
        return 1.0
    if not a or not b:
        return 0.69  # family name not given
    if a.endswith(".") or b.endswith("."):
        return _initial(a, b)
    heard_a, heard_b = _widen(sounds_of(a), family), _widen(sounds_of(b), family)
    shared = max((min(w, heard_b[s]) for s, w in heard_a.items() if s in heard_b), default=0.0)
    if shared:
        doubt: float = (1 - min(shared, 1.0)) ** 1.5
        return max(0.99 - 0.3 * doubt, _slip(a, b, family))
    return max(_by_parts(heard_a, heard_b), _slip(a, b, family))


def _widen(sounds: Sounds, family: bool) -> Sounds:
    """The sounds with their partners across the initial-sound rule, surer in family names."""
    out = dict(sounds)
    for syllable, weight in sounds.items():
        if other := partner(syllable):
            out[other] = max(out.get(other, 0.0), weight * (0.97 if family else 0.7))
    return out


def _initial(a: str, b: str) -> float:
    if a[0] == b[0]:
        return 0.88
    letter, full = (a[0], b) if a.endswith(".") else (b[0], a)
    near = {"j": "jc", "c": "cj", "k": "kg", "g": "gk", "t": "td", "d": "dt", "p": "pb", "b": "bp"}
    if full.isascii():
        if full[0] in near.get(letter, letter):
            return 0.84
        return 0.72 if letter in full and len(full) < 4 else OTHER  # a vowel dropped: l for il
    return 0.8 if any(_begins(s, letter) for s in sounds_of(full)) else OTHER


def _begins(syllable: str, letter: str) -> bool:
    initial = parts(syllable)[0]
    spelled = dict(
        zip(
            "ㄱㄴㄷㄹㅁㅂㅅㅈㅊㅋㅌㅍㅎ",
            ("kg", "n", "td", "rl", "m", "pb", "s", "jc", "c", "k", "t", "p", "h"),
            strict=True,
        )
    )
    return letter in spelled.get(initial, "yuwioe")


def _by_parts(a: Sounds, b: Sounds) -> float:
    """The nearest pair of syllables, initial, vowel and final each the same, near or other."""
    best = 0.0
    for one, x in a.items():
        for two, y in b.items():
            if min(x, y) < 0.4:
                continue
            near = _nearness(one, two)
            best = max(best, near * min(x, y, 1.0))
    return OTHER + 0.55 * best


@lru_cache(maxsize=1 << 16)
def _nearness(a: str, b: str) -> float:
    product_ = 1.0
    for x, y in zip(parts(a), parts(b), strict=True):
        if x != y:
            product_ *= _NEAR.get(frozenset((x, y)), 0.0)
    return product_


def _slip(a: str, b: str, family: bool) -> float:
    """A slip of the pen: one letter more, less, other, or two changed over.

    Where the slip makes another good Korean syllable, it may as well be another name.
    """
    if not (a.isascii() and b.isascii()) or ":" in a or ":" in b:
        return OTHER
    edits = OSA.distance(a, b, score_cutoff=2)
    longest = max(len(a), len(b))
    if edits > 2 or longest < 2:
        return OTHER
    position = "family" if family else "given"
    rarer = min(plausible(a, position), plausible(b, position))
    if edits == 2:
        return 0.58 if longest >= 5 and not rarer else OTHER
    sure = 0.9 if longest > 3 else 0.87 if longest == 3 else 0.78
    return max(OTHER, sure - 0.32 * min(1.0, rarer))

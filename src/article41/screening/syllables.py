"""Two Korean syllables compared, however they are spelled: the same, near, a slip of the pen, or another."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from rapidfuzz.distance import OSA

from article41.screening.korean_sounds import (
    FINALS,
    INITIALS,
    VOWELS,
    Sounds,
    compose,
    partner,
    parts,
    plausible,
    sounds_of,
)

OTHER = 0.35  # what a different syllable leaves of the score
TWO_SLIPS = 0.58
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


@lru_cache(maxsize=1 << 17)
def agreement(a: str, b: str, family: bool) -> float:
    """What one pair of syllables leaves of the score: 1 the same, OTHER a different syllable."""
    if a == b:
        return 1.0
    if not a or not b:
        return 0.69  # family name not given
    if a.endswith(".") or b.endswith("."):
        return _initial(a, b)
    heard_a, heard_b = _heard(a, family), _heard(b, family)
    shared = max((min(heard_a[s], heard_b[s]) for s in heard_a.keys() & heard_b.keys()), default=0.0)
    if shared:
        doubt: float = (1 - min(shared, 1.0)) ** 1.5
        return max(0.99 - 0.3 * doubt, _slip(a, b, family))
    return max(_by_parts(_clear(a, family), _clear(b, family)), _slip(a, b, family))


@lru_cache(maxsize=1 << 14)
def _heard(spelling: str, family: bool) -> Sounds:
    """The sounds with their partners across the initial-sound rule, surer in family names."""
    sounds = sounds_of(spelling)
    out = dict(sounds)
    for syllable, weight in sounds.items():
        if other := partner(syllable):
            out[other] = max(out.get(other, 0.0), weight * (0.97 if family else 0.7))
    return out


@lru_cache(maxsize=1 << 14)
def heard_of(spelling: str) -> frozenset[str]:
    """The syllables that a spelling may be heard as, whether in a family name or in a given one."""
    return frozenset(_heard(spelling, True))


@lru_cache(maxsize=1 << 13)
def neighbours(syllable: str, level: float) -> frozenset[str]:
    """Syllables whose nearness to this one is at least `level`, itself among them."""
    first, vowel, last = ([(part, 1.0), *_near_parts(part)] for part in parts(syllable))
    return frozenset(
        compose(a, b, c)
        for (a, x), (b, y), (c, z) in product(first, vowel, last)
        if x * y * z >= level and a in INITIALS and b in VOWELS and c in FINALS
    )


def _near_parts(part: str) -> list[tuple[str, float]]:
    return [(other, share) for pair, share in _NEAR.items() if part in pair for other in pair - {part}]


@lru_cache(maxsize=1 << 14)
def _clear(spelling: str, family: bool) -> tuple[tuple[str, float], ...]:
    """The sounds that a spelling stands for readily, the readiest first."""
    sounds = sorted(_heard(spelling, family).items(), key=lambda sound: -sound[1])
    return tuple(sound for sound in sounds if sound[1] >= 0.4)


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


def _by_parts(a: tuple[tuple[str, float], ...], b: tuple[tuple[str, float], ...]) -> float:
    """The nearest pair of syllables, initial, vowel and final each the same, near or other."""
    best = 0.0
    for one, x in a:
        if x <= best:
            break
        for two, y in b:
            readily = x if x < y else y
            if readily <= best:
                break
            best = max(best, _nearness(one, two) * min(readily, 1.0))
    return OTHER + 0.55 * best


@lru_cache(maxsize=1 << 16)
def _nearness(a: str, b: str) -> float:
    found = 1.0
    for x, y in zip(parts(a), parts(b), strict=True):
        if x != y:
            found *= _NEAR.get(frozenset((x, y)), 0.0)
            if not found:
                break
    return found


def _slip(a: str, b: str, family: bool) -> float:
    """A slip of the pen: one letter more, less, other, or two changed over.

    Where the slip makes another good Korean syllable, it may as well be another name.
    """
    if abs(len(a) - len(b)) > 2 or not (a.isascii() and b.isascii()) or ":" in a or ":" in b:
        return OTHER
    edits = OSA.distance(a, b, score_cutoff=2)
    longest = max(len(a), len(b))
    if edits > 2 or longest < 2:
        return OTHER
    position = "family" if family else "given"
    rarer = min(plausible(a, position), plausible(b, position))
    if edits == 2:
        return TWO_SLIPS if longest >= 5 and not rarer else OTHER
    sure = 0.9 if longest > 3 else 0.87 if longest == 3 else 0.78
    return max(OTHER, sure - 0.32 * min(1.0, rarer))

"""How alike two words are: in letters, in sounds, as initials, as forms of one name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from article41.screening.letters import rows
from article41.screening.sounds import chinese_sound, skeleton, spoken, vowels
from article41.screening.tokens import INITIAL, NUMBER, WEAK, Token

ALIKE = 0.55
"""Share of consonants from which on words of a script without vowels have something in common."""
FLOOR = 0.45  # below this two words have nothing to do with one another


def likeness(a: Token, b: Token) -> float:
    """From 0 to 1. An initial is like any name it begins; numbers are the same or not."""
    if a.text == b.text:
        return 1.0
    if a.kind == NUMBER or b.kind == NUMBER:
        return 0.0
    if a.kind == INITIAL or b.kind == INITIAL:
        return 0.8 if a.text[0] == b.text[0] and a.kind != b.kind else 0.0
    if a.bare or b.bare:
        return bare_likeness(a.text, b.text)
    if a.kind != b.kind and WEAK in (a.kind, b.kind):  # one is a common word, the other may be a slip of it
        said = a.original.casefold(), b.original.casefold()
        return max(word_likeness(a.text, b.text), word_likeness(*said))
    return word_likeness(a.text, b.text)


@lru_cache(maxsize=1)
def _nickname_groups() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, row in enumerate(rows("names/nicknames.csv")):
        for name in row["names"].split():
            if not name.endswith("_"):
                groups.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


def nicknames(word: str) -> frozenset[int]:
    """The groups of given names a word belongs to: bill and william share one."""
    return _nickname_groups().get(word, frozenset())


def _one_nickname(a: str, b: str) -> bool:
    groups = _nickname_groups()
    return a in groups and b in groups and not groups[a].isdisjoint(groups[b])


_DIGITS = tuple(str.maketrans("01358", letters) for letters in ("oiesb", "olesb"))


def _misread(a: str, b: str, table: dict[int, int]) -> float:
    """Digits that a scanner puts for letters: 0 for o, 1 for i or l, 5 for s."""
    plain_a, plain_b = a.translate(table), b.translate(table)
    if plain_a == plain_b:
        return 0.93
    return 0.95 * _letters(plain_a, plain_b, max(len(a), len(b)))


def _chinese(a: str, b: str) -> float:
    """One Chinese name in pinyin and in Wade-Giles."""
    heard = chinese_sound(a)
    return 0.93 if heard and heard == chinese_sound(b) else 0.0


@lru_cache(maxsize=1 << 18)
def word_likeness(a: str, b: str) -> float:
    """Two Latin words: the best of what eye and ear say."""
    if a == b:
        return 1.0
    longest = max(len(a), len(b))
    best = _letters(a, b, longest)
    if best > 0.92 or longest < 2:
        return best
    if not a.isalpha() or not b.isalpha():
        best = max(best, *(_misread(a, b, table) for table in _DIGITS))
    if longest < 3:
        return best
    if _one_nickname(a, b):
        return 0.93
    best = max(best, _sounds(a, b), _slips(a, b), _chinese(a, b))
    if longest <= 6 and {a[-1], b[-1]} == {"a", "o"}:
        best *= 0.72  # Maria and Mario
    return best


def _letters(a: str, b: str, longest: int) -> float:
    """Edits (with transposed neighbours as one) against length; a changed first letter weighs more."""
    limit = longest // 2
    edits = OSA.distance(a, b, score_cutoff=limit)
    if edits > limit:
        return 0.0
    price = 1.1 * edits + (0.12 if a[0] != b[0] else 0.0)
    found = 1.0 - price / longest
    return found if found > FLOOR else 0.0


def _sounds(a: str, b: str) -> float:
    """Equal consonants and near vowels: one name romanised twice."""
    bones_a, bones_b = skeleton(a), skeleton(b)
    if bones_a != bones_b:
        said_a, said_b = spoken(a), spoken(b)
        longest = max(len(said_a), len(said_b))
        return 0.97 * _letters(said_a, said_b, longest) if longest > 3 else 0.0
    heard_a, heard_b = vowels(a), vowels(b)
    if heard_a == heard_b:
        return 0.97
    share = _vowel_distance(heard_a, heard_b) / max(len(heard_a), len(heard_b), 2)
    return max(0.0, 0.96 - 0.7 * share / (1 + max(0, len(bones_a) - 2) / 3))


_WAVER = {
    "ae": 0.35,
    "ei": 0.35,
    "ou": 0.25,
    "ao": 0.7,
    "iu": 0.8,
    "ai": 0.8,
}  # vowels that romanisers mix up


def _vowel_distance(a: str, b: str) -> float:
    """Edits between two runs of vowels, wavering vowels cheap, a vowel more or less half price."""
    row = [0.6 * i for i in range(len(b) + 1)]
    for i, x in enumerate(a, 1):
        above, row[0] = row[0], 0.6 * i
        for j, y in enumerate(b, 1):
            other = 0.0 if x == y else _WAVER.get(min(x, y) + max(x, y), 1.0)
            above, row[j] = row[j], min(above + other, row[j] + 0.6, row[j - 1] + 0.6)
    return row[-1]


def _slips(a: str, b: str) -> float:
    """What a scanner mistakes: rn for m, vv for w, cl for d."""
    if ("rn" in a) == ("rn" in b) and ("vv" in a) == ("vv" in b) and ("cl" in a) == ("cl" in b):
        return 0.0
    return 0.93 if scanned(a) == scanned(b) else 0.0


def scanned(word: str) -> str:
    """A word as a scanner may have read it, the mistaken letters put right in one way for both."""
    return word.replace("rn", "m").replace("vv", "w").replace("cl", "d")


_BARE = re.compile("[aeiouwyv]+")


@lru_cache(maxsize=1 << 16)
def bare_likeness(a: str, b: str) -> float:
    """One of them comes from a script without short vowels: only the consonants count."""
    full_a, full_b = _bones(a), _bones(b)
    if full_a == full_b:
        return (0.5, 0.5, 0.8)[len(full_a)] if len(full_a) < 3 else 0.93
    bones_a, bones_b = bare_bones(a), bare_bones(b)
    if bones_a == bones_b:
        return 0.88 if len(bones_a) > 2 else 0.6
    longest = max(len(bones_a), len(bones_b))
    return _letters(bones_a, bones_b, longest) * 0.97 if longest > 3 else 0.0


def bare_likenesses(ones: Sequence[Token], others: Sequence[Token]) -> NDArray[np.float32]:
    """The likeness of pairs not compared by their letters; 0 where it is less than tells anything."""
    bones = [
        (bare_bones(a.text), bare_bones(b.text)) if a.bare or b.bare else ("", "")
        for a, b in zip(ones, others, strict=True)
    ]
    near = process.cpdist(
        [a for a, _ in bones], [b for _, b in bones], scorer=OSA.normalized_similarity, dtype=np.float32
    )
    found = np.zeros(len(ones), dtype=np.float32)
    for place in np.flatnonzero(near >= ALIKE).tolist():
        found[place] = likeness(ones[place], others[place])
    return found


@lru_cache(maxsize=1 << 16)
def bare_bones(word: str) -> str:
    """The consonants as scripts without vowels write them, without an h inside."""
    bones = _bones(word)
    return bones[:1] + bones[1:].replace("h", "")


@lru_cache(maxsize=1 << 16)
def _bones(word: str) -> str:
    """The consonants with their h, which bare scripts write and Latin often does not."""
    spelled = (
        word.replace("kh", "K").replace("gh", "G").replace("sh", "S").replace("th", "t").replace("dh", "d")
    )
    spelled = (
        spelled.replace("ch", "C").replace("q", "k").replace("j", "y").replace("ph", "f").replace("c", "k")
    )
    if spelled[-1] == "h" and spelled[-2:-1] in tuple("aeiou"):
        spelled = spelled[:-1]  # Fatimah, Haniyeh: the h is not heard
    head = "" if spelled[0] not in "aeiou" else "a"
    first = "v" if spelled[0] in "wv" else "y" if spelled[0] == "y" else ""
    bones = _BARE.sub("", spelled)
    return head + first + "".join(x for x, y in zip(bones, " " + bones, strict=False) if x != y)

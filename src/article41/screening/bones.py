"""The consonants of words by number: what is compared where a script leaves the vowels out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from article41.screening.likeness import FLOOR, bare_bones, likeness
from article41.screening.postings import Ids, Strengths
from article41.screening.tokens import INITIAL, NUMBER, Token

ALIKE = 0.55
"""Share of consonants from which on words of a script without vowels have something in common."""


class Bones:
    """Words with their consonants, which are reckoned when first asked for."""

    __slots__ = ("_bare", "_bones", "_firsts", "_known", "_lengths", "_single", "_words")

    def __init__(self, words: Sequence[Token]) -> None:
        size = len(words)
        self._words = words
        self._bare = np.array([word.bare for word in words], dtype=bool)
        self._single = np.array([word.kind in (NUMBER, INITIAL) for word in words], dtype=bool)
        self._known = np.zeros(size, dtype=bool)
        self._bones = np.full(size, "", dtype=object)
        self._lengths, self._firsts = np.zeros((2, size), dtype=np.int32)

    @property
    def unlike(self) -> NDArray[np.bool_]:
        """Words not compared by their letters: numbers, initials, those of scripts without vowels."""
        return np.asarray(self._bare | self._single, dtype=bool)

    def likenesses(self, rows: Ids, listed: Bones, numbers: Ids) -> Strengths:
        """The likeness of pairs, one of which is `unlike`; 0 where it is less than tells anything."""
        single = self._single[rows] | listed._single[numbers]
        bare = np.flatnonzero(~single)
        found = np.zeros(len(rows), dtype=np.float32)
        found[bare], same = self._near(rows[bare], listed, numbers[bare])
        for place in [*np.flatnonzero(single).tolist(), *bare[same].tolist()]:
            found[place] = likeness(self._words[rows[place]], listed._words[numbers[place]])
        return found

    def _near(self, rows: Ids, listed: Bones, numbers: Ids) -> tuple[Strengths, NDArray[np.bool_]]:
        """By pair, the likeness of other consonants, as `bare_likeness` has it; and where they are equal."""
        self._reckon(rows)
        listed._reckon(numbers)
        edits = process.cpdist(
            self._bones[rows].tolist(), listed._bones[numbers].tolist(), scorer=OSA.distance, dtype=np.int32
        )
        longest = np.maximum(np.maximum(self._lengths[rows], listed._lengths[numbers]), 1)
        price = 1.1 * edits + 0.12 * (self._firsts[rows] != listed._firsts[numbers])
        found = 1.0 - price / longest
        found[(longest < 4) | (found <= FLOOR) | (edits > (1.0 - ALIKE) * longest)] = 0.0
        return (0.97 * found).astype(np.float32), edits == 0

    def _reckon(self, numbers: Ids) -> None:
        for number in np.unique(numbers[~self._known[numbers]]).tolist():
            bones = bare_bones(self._words[number].text)
            self._bones[number], self._lengths[number] = bones, len(bones)
            self._firsts[number] = ord(bones[0]) if bones else 0
            self._known[number] = True

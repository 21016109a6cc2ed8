"""Words within one or two slips of a word, found by what is left when letters are taken away.

Two words that differ by n insertions, deletions, changed letters or swapped neighbours have a common rest
after at most n letters are taken from each (the idea of the symmetric-delete dictionary). The rests are
kept as 64-bit polynomial hashes, which for a word without some letters follow from those of its prefixes,
so that whole arrays of them are computed at once. What collides is weeded out by the caller.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from article41.screening.postings import NOTHING, Ids

Hashes = NDArray[np.uint64]

LONGEST = 22
"""Letters of a word that count; the rest of a longer word is not looked at here."""

_BASE = 0x9E3779B97F4A7C15 | 1
_BACK = pow(_BASE, -1, 1 << 64)
_POWERS = np.array([pow(_BASE, n, 1 << 64) for n in range(LONGEST + 1)], dtype=np.uint64)
_ONE_BACK = np.uint64(_BACK)
_TWO_BACK = np.uint64(pow(_BACK, 2, 1 << 64))


class Slips:
    """Words by number, found again through up to `reach(word)` slips."""

    __slots__ = ("_hashes", "_ids")

    def __init__(self, words: Sequence[str], reaches: Sequence[int]) -> None:
        by_shape: dict[tuple[int, int], list[int]] = {}
        for number, (word, reach) in enumerate(zip(words, reaches, strict=True)):
            by_shape.setdefault((min(len(word), LONGEST), reach), []).append(number)
        hashes: list[Hashes] = [np.zeros(0, dtype=np.uint64)]
        ids: list[Ids] = [NOTHING]
        for (length, reach), numbers in by_shape.items():
            rests = _rests([words[number] for number in numbers], length, reach)
            hashes.append(rests.ravel())
            ids.append(np.repeat(np.array(numbers, dtype=np.int32), rests.shape[1]))
        found = np.concatenate(hashes)
        order = np.argsort(found, kind="stable")
        self._hashes = found[order]
        self._ids = np.concatenate(ids)[order]

    def near(self, word: str, reach: int) -> Ids:
        """Numbers of the words that share a rest with this one."""
        return self.near_all([word], [reach])[0]

    def near_all(self, words: Sequence[str], reaches: Sequence[int]) -> list[Ids]:
        """The same for many words at once, which costs far less a word."""
        by_shape: dict[tuple[int, int], list[int]] = {}
        for place, (word, reach) in enumerate(zip(words, reaches, strict=True)):
            by_shape.setdefault((min(len(word), LONGEST), reach), []).append(place)
        out = [NOTHING] * len(words)
        for (length, reach), places in by_shape.items():
            rests = _rests([words[place] for place in places], length, reach)
            first = np.searchsorted(self._hashes, rests.ravel(), "left")
            sizes = np.searchsorted(self._hashes, rests.ravel(), "right") - first
            ends = np.cumsum(sizes)
            held = np.arange(int(ends[-1])) + np.repeat(first - ends + sizes, sizes)
            numbers = self._ids[held]
            cuts = ends[rests.shape[1] - 1 :: rests.shape[1]]
            start = 0
            for place, cut in zip(places, cuts.tolist(), strict=True):
                out[place] = numbers[start:cut]
                start = cut
        return out


def reach_of(word: str) -> int:
    """How many slips a word bears before it is another: none in 2 letters, one in 3 and 4, else two."""
    length = len(word)
    return 0 if length < 3 else 1 if length < 5 else 2


def _rests(words: Sequence[str], length: int, reach: int) -> Hashes:
    """One row a word: its hash, those with one letter taken away, those with two."""
    letters = np.zeros((len(words), length), dtype=np.uint64)
    for row, word in enumerate(words):
        letters[row] = np.frombuffer(word[:length].encode("utf-32-le"), dtype=np.uint32)
    prefix = np.zeros((len(words), length + 1), dtype=np.uint64)
    np.cumsum(letters * _POWERS[:length], axis=1, out=prefix[:, 1:])
    total = prefix[:, length:]
    columns = [total]
    if reach >= 1 and length >= 1:
        columns.append(prefix[:, :-1] + (total - prefix[:, 1:]) * _ONE_BACK)
    if reach >= 2 and length >= 2:
        one, two = _PAIRS[length]
        between = (prefix[:, two] - prefix[:, one + 1]) * _ONE_BACK
        columns.append(prefix[:, one] + between + (total - prefix[:, two + 1]) * _TWO_BACK)
    return np.concatenate(columns, axis=1)


_PAIRS = [np.triu_indices(length, 1) for length in range(LONGEST + 1)]

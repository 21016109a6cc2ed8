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

from article41.screening.postings import NOTHING, Ids, Parts

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

    def parts(self, name: str) -> Parts:
        """As named arrays, to be kept on disk."""
        return {f"{name}.hashes": self._hashes, f"{name}.ids": self._ids}

    @classmethod
    def from_parts(cls, parts: Parts, name: str) -> Slips:
        """From what `parts` gave."""
        slips = cls.__new__(cls)
        slips._hashes, slips._ids = parts[f"{name}.hashes"], parts[f"{name}.ids"]
        return slips

    def near(self, word: str, reach: int) -> Ids:
        """Numbers of the words that share a rest with this one."""
        return self.near_all([word], [reach])[1]

    def near_all(self, words: Sequence[str], reaches: Sequence[int]) -> tuple[Ids, Ids]:
        """The same for many words at once, which costs far less a word: places in `words`, and numbers."""
        by_shape: dict[tuple[int, int], list[int]] = {}
        for place, (word, reach) in enumerate(zip(words, reaches, strict=True)):
            by_shape.setdefault((min(len(word), LONGEST), reach), []).append(place)
        rows, numbers = [NOTHING], [NOTHING]
        for (length, reach), places in by_shape.items():
            rests = _rests([words[place] for place in places], length, reach)
            first, sizes = self._places(rests.ravel())
            ends = np.cumsum(sizes)
            held = np.arange(int(ends[-1])) + np.repeat(first - ends + sizes, sizes)
            numbers.append(self._ids[held])
            rows.append(np.repeat(np.repeat(np.array(places, dtype=np.int32), rests.shape[1]), sizes))
        return np.concatenate(rows), np.concatenate(numbers)

    def _places(self, rests: Hashes) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Where the words with each rest begin, and how many there are; most rests have none."""
        order = np.argsort(rests)  # a search in rising order stays near where it was
        first = np.empty(len(rests), dtype=np.int64)
        first[order] = np.searchsorted(self._hashes, rests[order], "left")
        sizes = np.zeros(len(rests), dtype=np.int64)
        inside = np.flatnonzero(first < len(self._hashes))
        held = inside[self._hashes[first[inside]] == rests[inside]]
        sizes[held] = np.searchsorted(self._hashes, rests[held], "right") - first[held]
        return first, sizes


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

"""The channel that knows no words: names by the runs of three letters in them.

It finds what is left when every word is misspelt, run together or cut in other places.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from article41.screening.postings import NOTHING, Cells, Ids, Parts, Postings, counted

COMMONEST = 0.02
"""A run held by a greater share of the names tells little and costs time."""
RUNS = 0.4
LETTERS = 0.72
LENGTHS = 64
"""Lengths told apart; what is longer counts as this long."""

Texts = NDArray[np.object_]


class Grams:
    """Names without blanks, found by their rarer runs of three letters."""

    def __init__(self, joined: Texts) -> None:
        owners, runs = _runs(joined.tolist())
        self._runs, numbers, sizes = np.unique(runs, return_inverse=True, return_counts=True)
        held = sizes <= max(60, int(COMMONEST * len(joined)))
        self._runs, numbers = self._runs[held], np.where(held, np.cumsum(held) - 1, -1)[numbers]
        owners, numbers = owners[numbers >= 0], numbers[numbers >= 0]
        cells = numbers * LENGTHS + _lengths(joined)[owners]
        order = np.lexsort((owners, cells))
        starts = np.searchsorted(numbers[order], np.arange(len(self._runs) + 1))
        self._holders = Postings(starts.astype(np.int64), owners[order].astype(np.int32))
        self._prepare(joined)

    def _prepare(self, joined: Texts) -> None:
        """What follows from the runs and their holders and is quickly made."""
        self._joined = joined
        self._sizes = np.bincount(self._holders.items, minlength=len(joined)).astype(np.float32)
        numbers = np.repeat(np.arange(len(self._runs)), self._holders.sizes)
        cells = numbers * LENGTHS + _lengths(joined)[self._holders.items]
        self._starts = np.searchsorted(cells, np.arange(len(self._runs) * LENGTHS + 1)).astype(np.int32)

    def parts(self) -> Parts:
        """As named arrays, to be kept on disk."""
        return {"grams.runs": self._runs, **self._holders.parts("grams.holders")}

    @classmethod
    def from_parts(cls, parts: Parts, joined: Texts) -> Grams:
        """From what `parts` gave, and the names."""
        grams = cls.__new__(cls)
        grams._runs = parts["grams.runs"]
        grams._holders = Postings.from_parts(parts, "grams.holders")
        grams._prepare(joined)
        return grams

    def near(self, joined: Sequence[str]) -> tuple[Ids, Ids]:
        """Names of which, without blanks, the letters are nearly the same in the same order.

        In pairs: the place of what was asked, and the number of the name.
        """
        if not len(self._runs):
            return NOTHING, NOTHING
        owners, runs = _runs(joined)
        numbers = np.minimum(np.searchsorted(self._runs, runs), len(self._runs) - 1)
        held = self._runs[numbers] == runs
        places, names = self._sharing(joined, owners[held], numbers[held])
        if not len(names):
            return NOTHING, NOTHING
        letters: NDArray[np.float32] = process.cpdist(
            np.array(joined, dtype=object)[places].tolist(),
            self._joined[names].tolist(),
            scorer=OSA.normalized_similarity,
            score_cutoff=LETTERS,
        )
        return places[letters > 0], names[letters > 0]

    def _sharing(self, joined: Sequence[str], owners: Cells, numbers: Cells) -> tuple[Ids, Ids]:
        """Names of a fitting length that share enough of the runs; `owners` says whose each run is."""
        lengths = np.array([len(text) for text in joined])
        short = np.minimum(np.ceil(LETTERS * lengths), LENGTHS - 1).astype(np.int64)
        long = np.minimum(lengths / LETTERS, LENGTHS - 1).astype(np.int64)
        cells = numbers * LENGTHS
        first, last = self._starts[cells + short[owners]], self._starts[cells + long[owners] + 1]
        names, at = self._holders.between(first, last)
        pairs, common = counted(owners[at] * len(self._sizes) + names)
        places, names = np.divmod(pairs, len(self._sizes))
        asked = np.bincount(owners, minlength=len(joined))
        kept = 2 * common >= RUNS * (asked[places] + self._sizes[names])
        return places[kept].astype(np.int32), names[kept].astype(np.int32)


def _runs(texts: Sequence[str]) -> tuple[Cells, Cells]:
    """The runs of three letters, with marks at both ends, of each text once: whose, and a number for each."""
    line = "\n".join([f"^{text}$" for text in texts])
    letters = np.frombuffer(line.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    owners = np.cumsum(letters == ord("\n"))[1:-1]
    runs = (letters[:-2] << 42) | (letters[1:-1] << 21) | letters[2:]
    inside = (letters[:-2] != ord("\n")) & (letters[1:-1] != ord("\n")) & (letters[2:] != ord("\n"))
    owners, runs = owners[inside], runs[inside]
    order = np.lexsort((runs, owners))
    owners, runs = owners[order], runs[order]
    new = np.ones(len(runs), dtype=bool)
    new[1:] = (owners[1:] != owners[:-1]) | (runs[1:] != runs[:-1])
    return owners[new], runs[new]


def _lengths(joined: Texts) -> Cells:
    return np.array([min(len(text), LENGTHS - 1) for text in joined.tolist()], dtype=np.int64)

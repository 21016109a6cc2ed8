"""The channel that knows no words: names by the runs of three letters in them.

It finds what is left when every word is misspelt, run together or cut in other places.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from article41.screening.postings import NOTHING, Ids, Parts, Postings, counted, text_part, texts_of

COMMONEST = 0.02
"""A run held by a greater share of the names tells little and costs time."""
RUNS = 0.4
LETTERS = 0.72
LENGTHS = 64
"""Lengths told apart; what is longer counts as this long."""


class Grams:
    """Names without blanks, found by their rarer runs of three letters."""

    def __init__(self, joined: Sequence[str]) -> None:
        rows: dict[str, list[int]] = {}
        by_length = sorted(range(len(joined)), key=lambda number: len(joined[number]))
        for number in by_length:
            for gram in grams_of(joined[number]):
                rows.setdefault(gram, []).append(number)
        most = max(60, int(COMMONEST * len(joined)))
        kept = {gram: held for gram, held in rows.items() if len(held) <= most}
        self._numbers = {gram: number for number, gram in enumerate(kept)}
        self._holders = Postings.of(list(kept.values()))
        self._prepare(joined)

    def _prepare(self, joined: Sequence[str]) -> None:
        """What follows from the runs and their holders and is quickly made."""
        self._joined = np.array(joined, dtype=object)
        self._sizes = np.bincount(self._holders.items, minlength=len(joined)).astype(np.float32)
        lengths = np.array([min(len(text), LENGTHS - 1) for text in joined], dtype=np.int64)
        runs = np.repeat(np.arange(len(self._holders)), self._holders.sizes)
        cells = runs * LENGTHS + lengths[self._holders.items]
        self._starts = np.searchsorted(cells, np.arange(len(self._holders) * LENGTHS + 1)).astype(np.int32)

    def parts(self) -> Parts:
        """As named arrays, to be kept on disk."""
        return {
            "grams.texts": text_part(list(self._numbers)),
            "grams.joined": text_part(self._joined.tolist()),
            **self._holders.parts("grams.holders"),
        }

    @classmethod
    def from_parts(cls, parts: Parts, size: int) -> Grams:
        """From what `parts` gave, of so many names."""
        grams = cls.__new__(cls)
        grams._holders = Postings.from_parts(parts, "grams.holders")
        texts = texts_of(parts["grams.texts"], len(grams._holders))
        grams._numbers = {text: number for number, text in enumerate(texts)}
        grams._prepare(texts_of(parts["grams.joined"], size))
        return grams

    def near(self, joined: Sequence[str]) -> tuple[Ids, Ids]:
        """Names of which, without blanks, the letters are nearly the same in the same order.

        In pairs: the place of what was asked, and the number of the name.
        """
        held = self._numbers
        found = [[held[gram] for gram in grams_of(text) if gram in held] for text in joined]
        asked = np.array([len(one) for one in found], dtype=np.int64)
        places, names = self._sharing(joined, [run for one in found for run in one], asked)
        if not len(names):
            return NOTHING, NOTHING
        letters: NDArray[np.float32] = process.cpdist(
            np.array(joined, dtype=object)[places].tolist(),
            self._joined[names].tolist(),
            scorer=OSA.normalized_similarity,
            score_cutoff=LETTERS,
        )
        return places[letters > 0], names[letters > 0]

    def _sharing(self, joined: Sequence[str], runs: list[int], asked: NDArray[np.int64]) -> tuple[Ids, Ids]:
        """Names of a fitting length that share enough of the runs; `asked` says how many each text has."""
        lengths = np.array([len(text) for text in joined])
        short = np.minimum(np.ceil(LETTERS * lengths), LENGTHS - 1).astype(np.int64)
        long = np.minimum(lengths / LETTERS, LENGTHS - 1).astype(np.int64)
        owner = np.repeat(np.arange(len(joined)), asked)
        cells = np.array(runs, dtype=np.int64) * LENGTHS
        names, at = self._holders.between(self._starts[cells + short[owner]], self._starts[cells + long[owner] + 1])
        pairs, common = counted(owner[at] * len(self._sizes) + names)
        places, names = np.divmod(pairs, max(len(self._sizes), 1))
        kept = 2 * common >= RUNS * (asked[places] + self._sizes[names])
        return places[kept].astype(np.int32), names[kept].astype(np.int32)


def grams_of(text: str) -> set[str]:
    """The runs of three letters, with marks at both ends."""
    marked = f"^{text}$"
    return {marked[at : at + 3] for at in range(len(marked) - 2)}

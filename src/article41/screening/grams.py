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


class Grams:
    """Names without blanks, found by their rarer runs of three letters."""

    def __init__(self, joined: Sequence[str]) -> None:
        rows: dict[str, list[int]] = {}
        for number, text in enumerate(joined):
            for gram in grams_of(text):
                rows.setdefault(gram, []).append(number)
        most = max(60, int(COMMONEST * len(joined)))
        kept = {gram: held for gram, held in rows.items() if len(held) <= most}
        self._numbers = {gram: number for number, gram in enumerate(kept)}
        self._holders = Postings.of(list(kept.values()))
        self._sizes = np.bincount(self._holders.items, minlength=len(joined)).astype(np.float32)
        self._joined = joined

    def parts(self) -> Parts:
        """As named arrays, to be kept on disk."""
        return {
            "grams.texts": text_part(list(self._numbers)),
            "grams.sizes": self._sizes,
            "grams.joined": text_part(self._joined),
            **self._holders.parts("grams.holders"),
        }

    @classmethod
    def from_parts(cls, parts: Parts) -> Grams:
        """From what `parts` gave."""
        grams = cls.__new__(cls)
        grams._holders = Postings.from_parts(parts, "grams.holders")
        texts = texts_of(parts["grams.texts"], len(grams._holders))
        grams._numbers = {text: number for number, text in enumerate(texts)}
        grams._sizes = parts["grams.sizes"]
        grams._joined = texts_of(parts["grams.joined"], len(grams._sizes))
        return grams

    def near(self, joined: str) -> Ids:
        """Names of which, without blanks, the letters are nearly the same in the same order."""
        found = [self._numbers[gram] for gram in grams_of(joined) if gram in self._numbers]
        if not found:
            return NOTHING
        names, common = counted(np.concatenate([self._holders.row(number) for number in found]))
        names = names[2 * common >= RUNS * (len(found) + self._sizes[names])]
        if not len(names):
            return NOTHING
        texts = [self._joined[name] for name in names.tolist()]
        letters: NDArray[np.float32] = process.cdist(
            [joined], texts, scorer=OSA.normalized_similarity, score_cutoff=LETTERS
        )[0]
        kept: Ids = names[letters > 0]
        return kept


def grams_of(text: str) -> set[str]:
    """The runs of three letters, with marks at both ends."""
    marked = f"^{text}$"
    return {marked[at : at + 3] for at in range(len(marked) - 2)}

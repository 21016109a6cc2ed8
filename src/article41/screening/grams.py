"""The channel that knows no words: names by the runs of three letters in them.

It finds what is left when every word is misspelt, run together or cut in other places.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from article41.screening.postings import NOTHING, Ids, Postings

COMMONEST = 0.03
"""A run held by a greater share of the names tells nothing and costs time."""


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
        counts = np.bincount(self._holders.items, minlength=len(joined))
        self._sizes = counts.astype(np.float32)

    def near(self, joined: str, least: float) -> Ids:
        """Names that share at least this share of rarer runs (Dice) with a name without blanks."""
        found = [self._numbers[gram] for gram in grams_of(joined) if gram in self._numbers]
        if not found:
            return NOTHING
        names = np.concatenate([self._holders.row(number) for number in found])
        names.sort()
        first = np.flatnonzero(np.append(True, names[1:] != names[:-1]))
        common = np.diff(np.append(first, len(names)))
        names = names[first]
        kept = 2 * common >= least * (len(found) + self._sizes[names])
        return names[kept]


def grams_of(text: str) -> set[str]:
    """The runs of three letters, with marks at both ends."""
    marked = f"^{text}$"
    return {marked[at : at + 3] for at in range(len(marked) - 2)}

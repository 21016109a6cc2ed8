"""Pairs of names laid out word against word, all of them in one row of cells."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from article41.screening.postings import Ids, Postings, crossed

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Grid:
    """The words of pairs of names, each with each: one cell for a word of one and a word of the other."""

    pair: Whole  # by cell: the pair it belongs to
    ours: Whole  # by cell: the word of the first name, counted through all first names
    theirs: Whole  # by cell: the same of the second
    rows: Whole  # where the cells of a new word of a first name begin
    row_pair: Whole  # by such a row: its pair
    column: Whole  # by cell: its word of the second name, counted through all pairs
    column_pair: Whole
    column_word: Whole

    @classmethod
    def of(cls, ours: Postings, one: Ids, theirs: Postings, other: Ids) -> Grid:
        """Of the names `one` and `other`, pair by pair; each has a word."""
        wide, high = theirs.sizes_of(other), ours.sizes_of(one)
        pair, row, column = crossed(high, wide)
        row_pair = np.repeat(np.arange(len(one)), high)
        row_cells = wide[row_pair]
        column_pair = np.repeat(np.arange(len(one)), wide)
        first = np.cumsum(wide) - wide
        return cls(
            pair,
            ours.starts[one][pair] + row,
            theirs.starts[other][pair] + column,
            np.cumsum(row_cells) - row_cells,
            row_pair,
            first[pair] + column,
            column_pair,
            theirs.starts[other][column_pair] + np.arange(len(column_pair)) - first[column_pair],
        )

"""Who has what: sorted lists of numbers, held in two arrays instead of many Python lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int32]
Strengths = NDArray[np.float32]

NOTHING: Ids = np.zeros(0, dtype=np.int32)


@dataclass(frozen=True, slots=True)
class Postings:
    """Row r holds `items[starts[r]:starts[r + 1]]`."""

    starts: NDArray[np.int64]
    items: Ids

    @classmethod
    def of(cls, rows: Sequence[Iterable[int]]) -> Postings:
        """From one collection of numbers a row."""
        lists = [list(row) for row in rows]
        starts = np.zeros(len(lists) + 1, dtype=np.int64)
        np.cumsum([len(row) for row in lists], out=starts[1:]) if lists else None
        items = np.fromiter((item for row in lists for item in row), np.int32, int(starts[-1]))
        return cls(starts, items)

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def sizes(self) -> NDArray[np.int64]:
        """How many items each row holds."""
        return np.diff(self.starts)

    def row(self, number: int) -> Ids:
        """One row."""
        return self.items[self.starts[number] : self.starts[number + 1]]

    def gather(self, numbers: Ids) -> tuple[Ids, Ids]:
        """The items of several rows in a line, and for each item the place of its row in `numbers`."""
        if not len(numbers):
            return NOTHING, NOTHING
        begins = self.starts[numbers]
        sizes = self.starts[numbers + 1] - begins
        ends = np.cumsum(sizes)
        places = np.arange(int(ends[-1])) + np.repeat(begins - ends + sizes, sizes)
        return self.items[places], np.repeat(np.arange(len(numbers), dtype=np.int32), sizes)

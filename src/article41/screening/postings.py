"""Who has what: sorted lists of numbers, held in two arrays instead of many Python lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int32]
Strengths = NDArray[np.float32]
Cells = NDArray[np.int64]
Number = TypeVar("Number", np.int32, np.int64)

Parts = dict[str, NDArray[Any]]
"""Named arrays: what of an index is kept on disk."""

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

    def parts(self, name: str) -> Parts:
        """As named arrays, to be kept on disk."""
        return {f"{name}.starts": self.starts, f"{name}.items": self.items}

    @classmethod
    def from_parts(cls, parts: Parts, name: str) -> Postings:
        """From what `parts` gave."""
        return cls(parts[f"{name}.starts"], parts[f"{name}.items"])

    @property
    def sizes(self) -> NDArray[np.int64]:
        """How many items each row holds."""
        return np.diff(self.starts)

    def sizes_of(self, numbers: Ids) -> NDArray[np.int64]:
        """How many items some rows hold."""
        return self.starts[1:][numbers] - self.starts[numbers]

    def gather(self, numbers: Ids) -> tuple[Ids, Ids]:
        """The items of several rows in a line, and for each item the place of its row in `numbers`."""
        return self.between(self.starts[numbers], self.starts[numbers + 1])

    def between(self, first: NDArray[Number], last: NDArray[Number]) -> tuple[Ids, Ids]:
        """The same for stretches of `items`, from one place up to, not including, another."""
        sizes = last - first
        ends = np.cumsum(sizes)
        if not len(ends) or not ends[-1]:
            return NOTHING, NOTHING
        places = np.arange(int(ends[-1])) + np.repeat(first - ends + sizes, sizes)
        return self.items[places], np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)


def crossed(high: NDArray[np.int64], wide: NDArray[np.int64]) -> tuple[Cells, Cells, Cells]:
    """The cells of tables so high and so wide, one after another: by cell its table, row and column."""
    sizes = high * wide
    table = np.repeat(np.arange(len(sizes)), sizes)
    within = np.arange(len(table)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    row, column = np.divmod(within, wide[table])
    return table, row, column


def counted(items: NDArray[Number]) -> tuple[NDArray[Number], NDArray[np.int64]]:
    """Each item once, in order, and how often it came. For some thousands quicker than `np.unique`."""
    if not len(items):
        return items, np.zeros(0, dtype=np.int64)
    items = np.sort(items)
    first = begins(items)
    sizes = np.empty(len(first), dtype=np.int64)
    np.subtract(first[1:], first[:-1], out=sizes[:-1])
    sizes[-1] = len(items) - first[-1]
    return items[first], sizes


def begins(items: NDArray[Number]) -> NDArray[np.int64]:
    """Where in sorted items, at least one, each new one begins."""
    new = np.empty(len(items), dtype=bool)
    new[0] = True
    np.not_equal(items[1:], items[:-1], out=new[1:])
    return new.nonzero()[0]


def text_part(texts: Sequence[str]) -> NDArray[np.uint8]:
    """Texts without line breaks as one array of bytes."""
    return np.frombuffer("\n".join(texts).encode("utf-8", "surrogatepass"), dtype=np.uint8)


def texts_of(part: NDArray[Any], count: int) -> list[str]:
    """The texts that `text_part` was given."""
    return part.tobytes().decode("utf-8", "surrogatepass").split("\n") if count else []

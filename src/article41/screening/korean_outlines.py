"""Which pairs of Korean names cannot sound alike, told from arrays before the syllables are compared.

As in `outlines`, what is left out could not have reached the score; `korean_match` judges the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from article41.screening.form import NameForm
from article41.screening.hear import surely_korean
from article41.screening.korean_cuts import MOST_SYLLABLES
from article41.screening.outlines import Array, Flags, Whole
from article41.screening.postings import Ids, Parts, crossed, text_part, texts_of
from article41.screening.syllables import TWO_SLIPS, heard_of, neighbours

LEAST = 0.5
"""Floor below which nothing is left out."""
SURE = 0.63
"""Floor from which on only near sounds count, or one slip of the pen."""
MISSING = 0.69
"""What is left at most of a name of which a syllable is missing."""
ONLY_HEARD = 0.9
"""More than near sounds or a slip of the pen leave."""
_BITS = 64

Bits = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class KoreanOutlines:
    """The Korean readings of names in arrays.

    Reading r of name n, for r from `starts[n]` to `starts[n + 1]`, has the syllables `syllables[r]`, numbers
    into `texts`, -1 where there is none.
    """

    texts: tuple[str, ...]
    starts: Whole
    syllables: Ids
    loose: Flags
    chinese: Flags
    sure: Flags  # by name: so surely Korean that only the Korean ear counts

    @classmethod
    def of(cls, forms: Sequence[NameForm]) -> KoreanOutlines:
        """Of names read."""
        readings = [reading for form in forms for reading in form.korean]
        texts: dict[str, int] = {}
        table = np.full((len(readings), MOST_SYLLABLES), -1, dtype=np.int32)
        for row, reading in enumerate(readings):
            for place, syllable in enumerate(reading.syllables):
                table[row, place] = texts.setdefault(syllable, len(texts))
        return cls(
            tuple(texts),
            np.concatenate([[0], np.cumsum([len(form.korean) for form in forms], dtype=np.int64)]),
            table,
            np.array([reading.loose for reading in readings], dtype=bool),
            np.array([reading.chinese for reading in readings], dtype=bool),
            np.array([surely_korean(form.korean) for form in forms], dtype=bool),
        )

    def parts(self, name: str) -> Parts:
        """As named arrays, to be kept on disk."""
        return {
            f"{name}.texts": text_part(self.texts),
            f"{name}.count": np.array([len(self.texts)]),
            f"{name}.starts": self.starts,
            f"{name}.syllables": self.syllables,
            f"{name}.loose": self.loose,
            f"{name}.chinese": self.chinese,
            f"{name}.sure": self.sure,
        }

    @classmethod
    def from_parts(cls, parts: Parts, name: str) -> KoreanOutlines:
        """From what `parts` gave."""
        texts = texts_of(parts[f"{name}.texts"], int(parts[f"{name}.count"][0]))
        columns = ("starts", "syllables", "loose", "chinese", "sure")
        return cls(tuple(texts), *(parts[f"{name}.{column}"] for column in columns))


class Ear:
    """Listed names, listened to for what may sound like them."""

    def __init__(self, listed: KoreanOutlines) -> None:
        self._listed = listed
        sounds = [heard_of(text) for text in listed.texts]
        self._numbers = {one: n for n, one in enumerate(sorted({one for heard in sounds for one in heard}))}
        self._width = len(self._numbers) // _BITS + 1
        self._heard = np.array([self._bits(heard) for heard in sounds], dtype=np.uint64)
        self._heard = self._heard.reshape(len(sounds), self._width)
        self._texts = np.array([*listed.texts, ""], dtype=object)[:-1]
        self._open = np.array([_open(text) for text in listed.texts], dtype=bool)
        self._lengths = _lengths(listed)

    def _bits(self, sounds: frozenset[str]) -> Bits:
        bits = np.zeros(self._width, dtype=np.uint64)
        for sound in sounds:
            if (number := self._numbers.get(sound)) is not None:
                bits[number // _BITS] |= np.uint64(1 << number % _BITS)
        return bits

    def decides(self, ours: KoreanOutlines, places: Ids, names: Ids) -> Flags:
        """For each pair whether both are so surely Korean that their words count for nothing."""
        sure: Flags = ours.sure[places] & self._listed.sure[names]
        return sure

    def may_reach(self, ours: KoreanOutlines, places: Ids, names: Ids, floors: Array, plain: Flags) -> Flags:
        """For each pair whether it may reach the floor of the first; `plain` says whether it may by words."""
        one, other, theirs = places, names, self._listed
        high = ours.starts[one + 1] - ours.starts[one]
        wide = theirs.starts[other + 1] - theirs.starts[other]
        both = (high > 0) & (wide > 0)
        least = float(floors[one[both]].min(initial=1.0))
        if least < LEAST or not both.any():
            return both | plain
        sure = self.decides(ours, one, other)
        cells = np.flatnonzero(both & (sure | ~plain))
        heard = np.zeros(len(one), dtype=bool)
        pair, row, column = crossed(high[cells], wide[cells])
        pair = cells[pair]
        mine, yours = ours.starts[one][pair] + row, theirs.starts[other][pair] + column
        kept = ~(ours.chinese[mine] & theirs.chinese[yours])
        pair, mine, yours = pair[kept], mine[kept], yours[kept]
        heard[pair[self._may_agree(ours, mine, yours, least)]] = True
        return heard | (plain & ~sure)

    def _may_agree(self, ours: KoreanOutlines, mine: Whole, yours: Whole, least: float) -> Flags:
        """For each pair of readings whether the syllables may agree, in some order, all or all but one."""
        a, b = ours.syllables[mine], self._listed.syllables[yours]
        near, heard = self._alike(ours, a, b, least)
        by_row, by_column = (a < 0) | near.any(axis=2), (b < 0) | near.any(axis=1)
        sizes, others = (a >= 0).sum(axis=1), (b >= 0).sum(axis=1)
        straight = ((a < 0) | near[:, range(MOST_SYLLABLES), range(MOST_SYLLABLES)]).all(axis=1)
        found: Flags = (sizes == others) & (
            straight | (sizes == 3) & by_row.all(axis=1) & by_column.all(axis=1)
        )
        sure = heard if least > MISSING * ONLY_HEARD else near
        found |= (sizes + 1 == others) & ((a < 0) | sure.any(axis=2)).all(axis=1)
        found |= (others + 1 == sizes) & ((b < 0) | sure.any(axis=1)).all(axis=1)
        return found | self._may_be_cut_again(ours, mine, yours, others)

    def _alike(self, ours: KoreanOutlines, a: Ids, b: Ids, least: float) -> tuple[Flags, Flags]:
        """For each syllable of a reading and each of the other: may be near; heard the same."""
        size = max(len(self._texts), 1)
        valid = (a[:, :, None] >= 0) & (b[:, None, :] >= 0)
        codes = (a[:, :, None].astype(np.int64) * size + b[:, None, :])[valid]
        pairs, back = np.unique(codes, return_inverse=True)
        one, other = np.divmod(pairs, size)
        sounds = [heard_of(text) for text in ours.texts]
        level = 0.5 if least >= SURE else 0.25
        heard = self._share([self._bits(sound) for sound in sounds], one, other)
        near = heard | self._share([self._bits(_around(text, level)) for text in ours.texts], one, other)
        texts = np.array([*ours.texts, ""], dtype=object)
        unclear = np.array([*map(_open, ours.texts), False])
        near = near | unclear[one] | self._open[other]
        rest = np.flatnonzero(~heard)
        slips = process.cpdist(
            texts[one[rest]].tolist(), self._texts[other[rest]].tolist(), scorer=OSA.distance, score_cutoff=2
        )
        heard[rest[slips == 0]] = True
        near[rest[slips <= (1 if least > TWO_SLIPS else 2)]] = True
        out = np.zeros((2, *valid.shape), dtype=bool)
        out[0][valid], out[1][valid] = near[back], heard[back]
        return out[0], out[1]

    def _share(self, asked: list[Bits], one: Whole, other: Whole) -> Flags:
        if not asked:
            return np.zeros(len(one), dtype=bool)
        shared = np.array(asked)[one] & self._heard[other]
        return np.asarray(shared.any(axis=1), dtype=bool)

    def _may_be_cut_again(self, ours: KoreanOutlines, mine: Whole, yours: Whole, others: Whole) -> Flags:
        """Whether one slip or two part the letters of two readings of which one had no boundaries."""
        apart = np.abs(_lengths(ours)[mine] - self._lengths[yours])
        unbound = ours.loose[mine] | self._listed.loose[yours]
        cells = np.flatnonzero(unbound & (others == 3) & (apart < 3))
        found = np.zeros(len(mine), dtype=bool)
        texts = _joined(ours, mine[cells]), _joined(self._listed, yours[cells])
        slips: Whole = process.cpdist(*texts, scorer=OSA.distance, score_cutoff=2)
        latin = np.array([_latin(a) and _latin(b) for a, b in zip(*texts, strict=True)], dtype=bool)
        found[cells] = latin & (slips <= np.where(self._lengths[yours[cells]] < 8, 1, 2))
        return found


def _joined(names: KoreanOutlines, readings: Whole) -> list[str]:
    texts = (*names.texts, "")
    return ["".join([texts[number] for number in row]) for row in names.syllables[readings].tolist()]


def _latin(text: str) -> bool:
    return text.isascii() and text.isalpha()


def _lengths(names: KoreanOutlines) -> Whole:
    """Letters of each reading."""
    each = np.array([*(len(text) for text in names.texts), 0], dtype=np.int64)
    return np.asarray(each[names.syllables].sum(axis=1), dtype=np.int64)


def _open(text: str) -> bool:
    """A family name not given, or an initial: like many a syllable."""
    return not text or text.endswith(".")


@lru_cache(maxsize=1 << 13)
def _around(text: str, level: float) -> frozenset[str]:
    """The syllables that are heard or written for those of a spelling, at least so often."""
    return frozenset(near for sound in heard_of(text) for near in neighbours(sound, level))

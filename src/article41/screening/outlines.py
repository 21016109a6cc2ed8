"""Which pairs of names cannot reach a score, told from arrays before any name is read.

Every bound is generous: a pair left out here could not have reached the score in `weigh`. What the bounds
do not understand (words run together, acronyms, scripts without vowels) they let pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from article41.screening.align import together
from article41.screening.company import telling_of
from article41.screening.form import CRAFT, ORGANISATIONS, NameForm
from article41.screening.grid import Grid
from article41.screening.postings import Ids, Parts, Postings, text_part, texts_of
from article41.screening.score import COMPANY, CRAFTS, PERSON
from article41.screening.tokens import FORM, NAME, NUMBER, PARTICLE
from article41.screening.traits import STRONG, Traits, likest
from article41.screening.weigh import CURVE, left_weight

Array = NDArray[np.float32]
Whole = NDArray[np.int64]
Sums = NDArray[np.float64]
Flags = NDArray[np.bool_]
Texts = NDArray[np.object_]

TINY = 1e-3
"""More than rounding does to a sum of some words."""
MOST_TOGETHER, TOGETHER = 1.2, 4
"""What words run together weigh at most, and how many words at most they are with the one they stand for."""
PEOPLE, GROUPS, CRAFTS_ = 0, 1, 2
_PRICES = np.array([[one.clash, one.extra, one.alone] for one in (PERSON, COMPANY, CRAFTS)], dtype=np.float32)
_TEXTS = ("written", "joined", "telling")
_NONE = -1e6


@dataclass(frozen=True, slots=True)
class Outlines:
    """Names in arrays: their words in order with what each weighs, and a few figures of the whole name.

    `sort` is 0 for people, 1 for organisations, 2 for craft; `written` is the whole name in lower case,
    `joined` its words without blanks, `telling` those of them that tell; `lone`: it may be an acronym,
    `many`: it may be what one stands for.
    """

    words: Postings
    weights: Array
    left: Array
    sort: NDArray[np.int8]
    lone: Flags
    many: Flags
    written: Texts
    joined: Texts
    telling: Texts

    @classmethod
    def of(cls, forms: Sequence[NameForm], words: Postings) -> Outlines:
        """Of names read, with the numbers of their words."""
        tokens = [token for form in forms for token in form.names]
        return cls(
            words,
            np.array([token.weight for token in tokens], dtype=np.float32),
            np.array([left_weight(token) for token in tokens], dtype=np.float32),
            np.array([_sort(form) for form in forms], dtype=np.int8),
            np.array([_lone(form) for form in forms], dtype=bool),
            np.array([sum(t.kind != NUMBER for t in form.tokens) > 2 for form in forms], dtype=bool),
            np.array([" ".join(form.text.casefold().splitlines()) for form in forms], dtype=object),
            np.array([form.joined for form in forms], dtype=object),
            np.array([telling_of(form) for form in forms], dtype=object),
        )

    def parts(self, name: str) -> Parts:
        """As named arrays, to be kept on disk."""
        return {
            f"{name}.weights": self.weights,
            f"{name}.left": self.left,
            f"{name}.sort": self.sort,
            f"{name}.lone": self.lone,
            f"{name}.many": self.many,
            **{f"{name}.{column}": text_part(getattr(self, column).tolist()) for column in _TEXTS},
            **self.words.parts(f"{name}.words"),
        }

    @classmethod
    def from_parts(cls, parts: Parts, name: str) -> Outlines:
        """From what `parts` gave."""
        words = Postings.from_parts(parts, f"{name}.words")
        figures = (parts[f"{name}.{column}"] for column in ("weights", "left", "sort", "lone", "many"))
        texts = (texts_of(parts[f"{name}.{column}"], len(words)) for column in _TEXTS)
        return cls(words, *figures, *(np.array(text, dtype=object) for text in texts))

    def same(self, asked: Sequence[NameForm], places: Ids, names: Ids) -> Flags:
        """For each pair whether the two are the same but for blanks and particles."""
        joined = np.array([form.joined for form in asked], dtype=object)
        return np.asarray(joined[places] == self.joined[names], dtype=bool)

    def may_reach(
        self, asked: Sequence[NameForm], traits: Traits, places: Ids, names: Ids, floors: Array
    ) -> Flags:
        """For each pair, of a place in `asked` and one of these, whether it may reach the floor of the place.

        By words alone: nothing Korean is heard. `traits` are those of the words of these names.
        """
        tokens = [token for form in asked for token in form.names]
        distinct = dict.fromkeys(tokens)
        numbers = {token: number for number, token in enumerate(distinct)}
        starts = np.concatenate([[0], np.cumsum([len(form.names) for form in asked], dtype=np.int64)])
        items = np.array([numbers[token] for token in tokens], dtype=np.int32)
        ours = Outlines.of(asked, Postings(starts, items))
        found = np.ones(len(names), dtype=bool)
        held = np.flatnonzero((ours.words.sizes_of(places) > 0) & (self.words.sizes_of(names) > 0))
        if len(held):
            pairs = places[held], names[held]
            found[held] = _may_reach(ours, Traits.of(list(distinct)), self, traits, pairs, floors)
        return found


def _may_reach(
    ours: Outlines, mine: Traits, theirs: Outlines, yours: Traits, pairs: tuple[Ids, Ids], floors: Array
) -> Flags:
    one, other = pairs
    grid = Grid.of(ours.words, one, theirs.words, other)
    alike = likest(mine, ours.words.items[grid.ours], yours, theirs.words.items[grid.theirs])
    floor = floors[one]
    groups = ours.sort[one] == GROUPS
    sort = np.maximum(theirs.sort[other], np.where(theirs.sort[other] == CRAFTS_, 0, groups))
    clash, extra, alone = _PRICES[sort].T
    strength = np.interp(alike, [x for x, _ in CURVE], [y for _, y in CURVE])
    weight = np.minimum(ours.weights[grid.ours], theirs.weights[grid.theirs])
    gain = np.where(strength > 0, weight * (strength - floor[grid.pair]), _NONE)
    joins = _joins(ours, mine, theirs, yours, grid)
    strong = joins + _per(grid.row_pair, np.maximum.reduceat(alike, grid.rows) > STRONG, len(one))
    far = np.minimum(0.6 * clash, np.where(strong > 1, extra, alone))  # a word left over in the longer name
    near = 0.4 * clash  # and in the shorter one; which that is may change where words are run together
    both = np.minimum(far, near)
    longer = ours.words.sizes_of(one) >= theirs.words.sizes_of(other)
    prices = floor * np.where(joins > 0, [both, both], np.where(longer, [far, near], [near, far]))
    dearer = np.where(joins > 0, 0, floor * (0.6 * clash - far))
    balance = _balance(ours, theirs, grid, gain, prices, dearer, longer)
    # Words run together weigh more than one, and none of them is left over.
    balance += joins * (MOST_TOGETHER * (1 - floor) + TOGETHER * floor * np.maximum(far, near))
    found: Flags = balance >= -TINY
    return found | _otherwise(ours, theirs, pairs, (sort == GROUPS) | groups)


def _balance(
    ours: Outlines,
    theirs: Outlines,
    grid: Grid,
    gain: Sums,
    prices: NDArray[Any],
    dearer: NDArray[Any],
    longer: Flags,
) -> Sums:
    """By pair, at most what agrees less the floor's share of all weight: below 0, the floor is out of reach.

    `gain` is that of a cell, `prices` are those of a word left over in the first name and in the second,
    `dearer` what a word left over in the shorter name adds to one in the longer, the more so the heavier.
    """
    size = len(longer)
    by_row = np.maximum.reduceat(gain, grid.rows)
    by_column = np.full(len(grid.column_pair), _NONE)
    np.maximum.at(by_column, grid.column, gain)
    our_left, their_left = ours.left[grid.ours[grid.rows]], theirs.left[grid.column_word]
    our_cost, their_cost = prices[0][grid.row_pair] * our_left, prices[1][grid.column_pair] * their_left
    lone_rows, lone_columns = by_row <= _NONE, by_column <= _NONE
    # Each word of one name with its best partner, whoever else wants it; then the same from the other side.
    first = _per(grid.row_pair, np.maximum(by_row, -our_cost), size)
    first -= _per(grid.column_pair, np.where(lone_columns, their_cost, 0), size)
    second = _per(grid.column_pair, np.maximum(by_column, -their_cost), size)
    second -= _per(grid.row_pair, np.where(lone_rows, our_cost, 0), size)
    # Each word surely left over in the shorter name makes one of the longer name dearer.
    surely = _per(grid.column_pair, lone_columns, size), _per(grid.row_pair, lone_rows, size)
    least = _least(our_left, grid.row_pair, size), _least(their_left, grid.column_pair, size)
    found: Sums = np.minimum(first, second) - dearer * np.where(longer, *surely) * np.where(longer, *least)
    return found


def _otherwise(ours: Outlines, theirs: Outlines, pairs: tuple[Ids, Ids], groups: Flags) -> Flags:
    """Pairs that are alike in other ways than word by word: as a whole; organisations by acronym or slip."""
    one, other = pairs
    found: Flags = groups & (ours.lone[one] & theirs.many[other] | ours.many[one] & theirs.lone[other])
    cells = np.flatnonzero(groups & ~found)
    for column in ("written", "telling"):
        texts = getattr(ours, column)[one[cells]].tolist(), getattr(theirs, column)[other[cells]].tolist()
        slips: Whole = process.cpdist(*texts, scorer=OSA.distance, score_cutoff=1)
        found[cells] |= slips < 2
    return found


def _joins(ours: Outlines, mine: Traits, theirs: Outlines, yours: Traits, grid: Grid) -> Sums:
    """By pair, in how many places words run together are like a word of the other name."""
    token, word = ours.words.items[grid.ours], theirs.words.items[grid.theirs]
    cells = np.flatnonzero(mine.heads[token] == yours.heads[word])
    token, word = token[cells], word[cells]
    found = np.concatenate(
        [
            _run_together(ours, mine, grid.ours[cells], yours, word),
            _run_together(theirs, yours, grid.theirs[cells], mine, token),
        ]
    )
    size = int(grid.row_pair[-1]) + 1 if len(grid.row_pair) else 0
    return np.bincount(grid.pair[cells][found], minlength=size).astype(np.float64)


def _run_together(many: Outlines, traits: Traits, at: Whole, single: Traits, word: Ids) -> Whole:
    """Where two or three words from a place on, run together, are like a single word."""
    items, end = many.words.items, many.words.starts[1:][np.searchsorted(many.words.starts, at, "right") - 1]
    found: list[int] = []
    length, bare = traits.lengths[items[at]], traits.bare[items[at]] | single.bare[word]
    for size in (2, 3):
        last = items[np.minimum(at + size - 1, len(items) - 1)]
        length, bare = length + traits.lengths[last], bare | traits.bare[last]
        cells = np.flatnonzero((at + size <= end) & (np.abs(length - single.lengths[word]) < 3))
        whole: Texts = traits.texts[items[at[cells]]]
        for following in range(1, size):
            whole = whole + traits.texts[items[at[cells] + following]]
        columns = cells.tolist(), whole.tolist(), single.texts[word[cells]].tolist(), bare[cells].tolist()
        found += [cell for cell, a, b, lacks in zip(*columns, strict=True) if together(a, b, bare=lacks)]
    return np.array(found, dtype=np.int64)


def _per(pair: Whole, values: NDArray[Any], size: int) -> Sums:
    """Sums by pair."""
    return np.bincount(pair, weights=values, minlength=size).astype(np.float64)


def _least(values: Array, pair: Whole, size: int) -> Sums:
    """The least of each pair's values, which stand together; no pair has none."""
    return np.minimum.reduceat(values, np.searchsorted(pair, np.arange(size))).astype(np.float64)


def _sort(form: NameForm) -> int:
    return CRAFTS_ if form.schema in CRAFT else GROUPS if form.schema in ORGANISATIONS else PEOPLE


def _lone(form: NameForm) -> bool:
    words = [token for token in form.tokens if token.kind not in (FORM, PARTICLE)]
    return len(words) == 1 and words[0].kind == NAME and 3 <= len(words[0].text) <= 8

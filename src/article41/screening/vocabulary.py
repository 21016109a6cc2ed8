"""The words of all listed names, and which of them a word of a query may be."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from article41.screening.postings import NOTHING, Ids, Postings, Strengths
from article41.screening.slips import Slips, reach_of

SAME_SOUND = 0.85
NEAR_SOUND = 0.7
LEAST_LIKE = 0.55
_REMEMBERED = 6_000_000
"""Numbers kept of words looked up before, about 50 MB."""


@dataclass(frozen=True, slots=True)
class Found:
    """Names that hold a word like the one asked for, how alike, and what the word weighs."""

    names: Ids
    strengths: Strengths
    weight: float


class Vocabulary:
    """Listed words with the names that hold them; found again by spelling, sound or run together."""

    def __init__(
        self,
        words: Mapping[str, Iterable[int]],
        sounds: Mapping[str, str],
        joins: Mapping[str, Iterable[int]],
        names: int,
    ) -> None:
        self._words = list(words)
        self._numbers = {word: number for number, word in enumerate(self._words)}
        self._holders = Postings.of(list(words.values()))
        self._count = names
        self._weights = np.log1p(names / np.maximum(self._holders.sizes, 1)).astype(np.float32)
        self._slips = Slips(self._words, [reach_of(word) for word in self._words])
        by_sound: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            if len(sounds[word]) > 1:
                by_sound.setdefault(sounds[word], []).append(number)
        self._sounds = list(by_sound)
        self._sounding = Postings.of(list(by_sound.values()))
        self._near_sounds = Slips(self._sounds, [_sound_reach(sound) for sound in self._sounds])
        self._joins = list(joins)
        self._joined = Postings.of(list(joins.values()))
        self._near_joins = Slips(self._joins, [1] * len(self._joins))
        self._remembered: OrderedDict[tuple[str, bool], Found] = OrderedDict()
        self._room = _REMEMBERED

    def weight(self, word: str) -> float:
        """How much a listed word tells: the rarer the more; 0 for a word of no name."""
        number = self._numbers.get(word)
        return 0.0 if number is None else float(self._weights[number])

    def find(self, word: str, sound: str, *, run_together: bool = False) -> Found:
        """The names that hold a word like this; `run_together`: two words of the query as one."""
        held = self._remembered.get((word, run_together))
        if held is None:
            held = self._find_joined(word) if run_together else self._find(word, sound)
            self._remember((word, run_together), held)
        return held

    def _remember(self, key: tuple[str, bool], found: Found) -> None:
        self._room -= len(found.names) + 50
        self._remembered[key] = found
        while self._room < 0 and self._remembered:
            _, dropped = self._remembered.popitem(last=False)
            self._room += len(dropped.names) + 50

    def _find(self, word: str, sound: str) -> Found:
        numbers, likeness = self._like(word, sound)
        own = self._numbers.get(word)
        if own is not None:
            weight = float(self._weights[own])
        elif len(numbers):
            weight = float(self._weights[numbers[-1]])
        else:
            weight = float(np.log1p(self._count))
        holders, rows = self._holders.gather(numbers)
        strengths = likeness[rows]
        joins = self._like_joins(word)
        if len(joins[0]):
            more, rows = self._joined.gather(joins[0])
            holders = np.concatenate([more, holders])
            strengths = np.concatenate([joins[1][rows], strengths])
        return Found(*self._best(holders, strengths), weight)

    def _find_joined(self, word: str) -> Found:
        numbers = self._slips.near(word, 1)
        numbers, likeness = self._alike(word, numbers, self._words, 0.8)
        holders, rows = self._holders.gather(numbers)
        return Found(*self._best(holders, likeness[rows]), 0.0)

    def _like(self, word: str, sound: str) -> tuple[Ids, Strengths]:
        """Listed words like this one, the likest last."""
        numbers, likeness = self._alike(word, self._slips.near(word, reach_of(word)), self._words, LEAST_LIKE)
        if len(sound) > 1:
            near = self._near_sounds.near(sound, _sound_reach(sound))
            heard, rows = self._sounding.gather(near)
            same = np.array([self._sounds[n] == sound for n in near], dtype=bool)
            strengths = np.where(same[rows], SAME_SOUND, NEAR_SOUND).astype(np.float32)
            numbers = np.concatenate([numbers, heard])
            likeness = np.concatenate([likeness, strengths])
        order = np.argsort(likeness, kind="stable")
        return numbers[order], likeness[order]

    def _like_joins(self, word: str) -> tuple[Ids, Strengths]:
        if len(word) < 5:
            return NOTHING, np.zeros(0, dtype=np.float32)
        return self._alike(word, self._near_joins.near(word, 1), self._joins, 0.8)

    @staticmethod
    def _alike(word: str, numbers: Ids, words: Sequence[str], least: float) -> tuple[Ids, Strengths]:
        if not len(numbers):
            return NOTHING, np.zeros(0, dtype=np.float32)
        likeness: Strengths = process.cdist(
            [word], [words[n] for n in numbers], scorer=OSA.normalized_similarity, dtype=np.float32
        )[0]
        kept = likeness >= least
        return numbers[kept], likeness[kept]

    def _best(self, holders: Ids, strengths: Strengths) -> tuple[Ids, Strengths]:
        """Each name once, with its greatest strength."""
        if not len(holders):
            return NOTHING, np.zeros(0, dtype=np.float32)
        order = np.lexsort((strengths, holders))
        holders, strengths = holders[order], strengths[order]
        last = np.append(holders[1:] != holders[:-1], True)
        return holders[last], strengths[last]


def _sound_reach(sound: str) -> int:
    return 1 if len(sound) > 3 else 0

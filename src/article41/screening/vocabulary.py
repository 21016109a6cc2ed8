"""The words of all listed names, and which of them a word of a query may be."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from article41.screening.likeness import FLOOR, likeness
from article41.screening.postings import NOTHING, Ids, Postings, Strengths
from article41.screening.slips import Slips, reach_of
from article41.screening.tokens import Token
from article41.screening.weigh import same

_REMEMBERED = 5_000_000
"""Numbers kept of words looked up before: about 40 MB."""

HALF = 0.5
"""Share of letters below which words that do not sound the same are not compared further."""

Key = tuple[str, str, bool]
"""What makes two words the same for looking them up: text, kind, and whether it lacks vowels."""

NONE: Strengths = np.zeros(0, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Found:
    """Names that hold a word like the one asked for, and how probable it is that it is the same."""

    names: Ids
    strengths: Strengths


class Vocabulary:
    """Listed words with the names that hold them; found again by spelling or sound."""

    def __init__(self, names: Sequence[Sequence[Token]]) -> None:
        holders: dict[Key, list[int]] = {}
        tokens: dict[Key, Token] = {}
        for number, words in enumerate(names):
            for key, word in {_key(word): word for word in words}.items():
                holders.setdefault(key, []).append(number)
                tokens.setdefault(key, word)
        self._words = list(tokens.values())
        self._holders = Postings.of(list(holders.values()))
        self._texts = [word.text for word in self._words]
        self._slips = Slips(self._texts, [reach_of(text) for text in self._texts])
        by_sound: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            if len(word.sound) > 1:
                by_sound.setdefault(word.sound, []).append(number)
        self._sounding = Postings.of(list(by_sound.values()))
        self._sounds = Slips(list(by_sound), [_sound_reach(sound) for sound in by_sound])
        self._remembered: OrderedDict[Key, Found] = OrderedDict()
        self._room = _REMEMBERED

    def __len__(self) -> int:
        return len(self._words)

    def find(self, words: Sequence[Token]) -> list[Found]:
        """For each word, the names that hold one like it. Words not asked before are looked up together."""
        keys = [_key(word) for word in words]
        new = {key: word for key, word in zip(keys, words, strict=True) if key not in self._remembered}
        if new:
            self._look_up(new)
        return [self._remembered[key] for key in keys]

    def make_room(self) -> None:
        """Forget the words asked longest ago, until what is kept fits."""
        while self._room < 0 and self._remembered:
            _, dropped = self._remembered.popitem(last=False)
            self._room += len(dropped.names) + 60

    def _look_up(self, asked: dict[Key, Token]) -> None:
        new = list(asked.values())
        spelled = self._slips.near_all([word.text for word in new], [reach_of(word.text) for word in new])
        heard = self._sounds.near_all(
            [word.sound for word in new], [_sound_reach(word.sound) for word in new]
        )
        for (key, word), by_eye, by_ear in zip(asked.items(), spelled, heard, strict=True):
            if len(word.sound) > 1:
                by_eye = np.concatenate([by_eye, self._sounding.gather(by_ear)[0]])
            found = self._found(word, self._worth_a_look(word, by_eye))
            self._room -= len(found.names) + 60
            self._remembered[key] = found

    def _worth_a_look(self, word: Token, numbers: Ids) -> list[int]:
        """Those that sound the same, lack vowels, or share half of their letters."""
        near = list(dict.fromkeys(numbers.tolist()))
        if len(near) < 8 or word.bare:
            return near
        texts = [self._texts[number] for number in near]
        letters = process.cdist([word.text], texts, scorer=OSA.normalized_similarity, dtype=np.float32)[0]
        return [
            number
            for number, share in zip(near, letters.tolist(), strict=True)
            if share >= HALF or self._words[number].sound == word.sound or self._words[number].bare
        ]

    def _found(self, word: Token, numbers: list[int]) -> Found:
        listed = self._words
        alike = [(strength, n) for n in numbers if (strength := _same(word, listed[n])) > 0.0]
        if not alike:
            return Found(NOTHING, NONE)
        alike.sort()
        names, rows = self._holders.gather(np.array([n for _, n in alike], dtype=np.int32))
        strengths = np.array([strength for strength, _ in alike], dtype=np.float32)[rows]
        if len(alike) == 1:
            return Found(names, strengths)
        order = np.argsort(names, kind="stable")  # of equal names, the strongest stands last
        names, strengths = names[order], strengths[order]
        last = np.append(names[1:] != names[:-1], True)
        return Found(names[last], strengths[last])


def _key(word: Token) -> Key:
    return word.text, word.kind, word.bare


def _same(word: Token, listed: Token) -> float:
    found = likeness(word, listed)
    return same(found) if found > FLOOR else 0.0


def _sound_reach(sound: str) -> int:
    return 1 if len(sound) > 3 else 0

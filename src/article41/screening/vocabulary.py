"""The words of all listed names, and which of them a word of a query may be."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from article41.screening.likeness import likeness, nicknames
from article41.screening.postings import (
    NOTHING,
    Ids,
    Parts,
    Postings,
    Strengths,
    begins,
    counted,
    text_part,
    texts_of,
)
from article41.screening.slips import Slips, reach_of
from article41.screening.sounds import chinese_sound
from article41.screening.tokens import INITIAL, NUMBER, Token
from article41.screening.weigh import CURVE

_REMEMBERED = 5_000_000
"""Numbers kept of words looked up before: about 40 MB."""

LENIENT = 0.05
"""What the letters of two words are given on top, for what only the ear or the score hears."""
LEAST = 0.1
"""Strength below which a word is not the same."""
SOME = 0.4
"""Share of letters from which on words of a script without vowels are compared by their consonants."""
KIN = 0.95
"""Strength of two forms of one name: Bill and William, Zhang and Chang."""

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
        self._texts = [word.text for word in self._words]
        self._holders = Postings.of(list(holders.values()))
        self._slips = Slips(self._texts, [reach_of(text) for text in self._texts])
        by_sound: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            if len(word.sound) > 1:
                by_sound.setdefault(word.sound, []).append(number)
        self._sounding = Postings.of(list(by_sound.values()))
        self._sounds = Slips(list(by_sound), [_sound_reach(sound) for sound in by_sound])
        self._prepare()

    def _prepare(self) -> None:
        """What follows from the words and is quickly made."""
        self._unlike = np.array([_unlike_letters(word) for word in self._words], dtype=bool)
        sounds = dict.fromkeys(word.sound for word in self._words if len(word.sound) > 1)
        self._sound_numbers = {sound: number for number, sound in enumerate(sounds)}
        self._sound_of = np.array(
            [self._sound_numbers.get(word.sound, -1) for word in self._words], dtype=np.int32
        )
        self._kin: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            for group in _kinships(word):
                self._kin.setdefault(group, []).append(number)
        self._forget()

    def _forget(self) -> None:
        self._remembered: OrderedDict[Key, Found] = OrderedDict()
        self._room = _REMEMBERED

    def __len__(self) -> int:
        return len(self._words)

    def parts(self) -> Parts:
        """As named arrays, to be kept on disk."""
        words = self._words
        return {
            "words.texts": text_part(self._texts),
            "words.sounds": text_part([word.sound for word in words]),
            "words.kinds": text_part([word.kind for word in words]),
            "words.weights": np.array([word.weight for word in words]),
            "words.bare": np.array([word.bare for word in words], dtype=bool),
            **self._holders.parts("words.holders"),
            **self._slips.parts("words.slips"),
            **self._sounding.parts("words.sounding"),
            **self._sounds.parts("words.sound-slips"),
        }

    @classmethod
    def from_parts(cls, parts: Parts) -> Vocabulary:
        """From what `parts` gave."""
        made = cls.__new__(cls)
        made._holders = Postings.from_parts(parts, "words.holders")
        size = len(made._holders)
        made._texts = texts_of(parts["words.texts"], size)
        sounds, kinds = texts_of(parts["words.sounds"], size), texts_of(parts["words.kinds"], size)
        weights, bare = parts["words.weights"].tolist(), parts["words.bare"].tolist()
        rows = zip(made._texts, sounds, weights, kinds, bare, strict=True)
        made._words = [
            Token(text, sound, weight, kind, text, lacks) for text, sound, weight, kind, lacks in rows
        ]
        made._slips = Slips.from_parts(parts, "words.slips")
        made._sounding = Postings.from_parts(parts, "words.sounding")
        made._sounds = Slips.from_parts(parts, "words.sound-slips")
        made._prepare()
        return made

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
        """Names for words not asked before: all pairs with listed words compared in one go."""
        new = list(asked.values())
        rows, numbers = self._near(new)
        strengths = self._strengths(new, rows, numbers)
        kin_rows, kin = _pairs([self._kin_of(word) for word in new])
        rows, numbers = np.concatenate([rows, kin_rows]), np.concatenate([numbers, kin])
        strengths = np.concatenate([strengths, np.full(len(kin), KIN, dtype=np.float32)])
        order = np.argsort(rows, kind="stable")
        rows, numbers, strengths = rows[order], numbers[order], strengths[order]
        kept = strengths > LEAST
        rows, numbers, strengths = rows[kept], numbers[kept], strengths[kept]
        cuts = np.searchsorted(rows, np.arange(len(new) + 1))
        for place, key in enumerate(asked):
            mine = slice(cuts[place], cuts[place + 1])
            found = self._holding(numbers[mine], strengths[mine])
            self._room -= len(found.names) + 60
            self._remembered[key] = found

    def _near(self, words: list[Token]) -> tuple[Ids, Ids]:
        """Which listed words are near in letters or in sound: places in `words`, and numbers, in order."""
        texts, sounds = [word.text for word in words], [word.sound for word in words]
        rows, numbers = self._slips.near_all(texts, [reach_of(text) for text in texts])
        heard_rows, heard = self._sounds.near_all(sounds, [_sound_reach(sound) for sound in sounds])
        telling = np.array([len(sound) > 1 for sound in sounds], dtype=bool)[heard_rows]
        sounding, at = self._sounding.gather(heard[telling])
        rows = np.concatenate([rows, heard_rows[telling][at]])
        pairs, _ = counted(rows.astype(np.int64) * len(self) + np.concatenate([numbers, sounding]))
        rows, numbers = np.divmod(pairs, max(len(self), 1))
        return rows.astype(np.int32), numbers.astype(np.int32)

    def _kin_of(self, word: Token) -> Ids:
        return np.array([n for group in _kinships(word) for n in self._kin.get(group, ())], dtype=np.int32)

    def _strengths(self, words: list[Token], rows: Ids, numbers: Ids) -> Strengths:
        """How probable it is that two words are one: generous, since the score itself comes later."""
        if not len(numbers):
            return NONE
        texts = [word.text for word in words]
        ours = [texts[row] for row in rows.tolist()]
        theirs = [self._texts[number] for number in numbers.tolist()]
        share: Strengths = process.cpdist(ours, theirs, scorer=OSA.normalized_similarity, dtype=np.float32)
        likely = 1.0 - 1.1 * (1.0 - share) + LENIENT
        heard = np.array([self._sound_numbers.get(word.sound, -2) for word in words], dtype=np.int32)
        same = heard[rows] == self._sound_of[numbers]
        likely = np.where(same, np.maximum(likely, 0.97 - 0.5 * (1.0 - share)), likely)
        unlike = np.array([_unlike_letters(word) for word in words], dtype=bool)
        special = unlike[rows] | self._unlike[numbers]
        likely[special] = 0.0
        for place in np.flatnonzero(special & (share >= SOME) & (share < 1.0)).tolist():
            likely[place] = likeness(words[rows[place]], self._words[numbers[place]])
        likely[share == 1.0] = 1.0
        found: Strengths = np.interp(likely, [x for x, _ in CURVE], [y for _, y in CURVE]).astype(np.float32)
        return found

    def _holding(self, numbers: Ids, strengths: Strengths) -> Found:
        """The names that hold some words, each once, with its greatest strength."""
        if not len(numbers):
            return Found(NOTHING, NONE)
        names, rows = self._holders.gather(numbers)
        strengths = strengths[rows]
        if len(numbers) == 1:
            return Found(names, strengths)
        order = np.argsort(names, kind="stable")
        names, strengths = names[order], strengths[order]
        first = begins(names)
        return Found(names[first], np.maximum.reduceat(strengths, first))


def _key(word: Token) -> Key:
    return word.text, word.kind, word.bare


def _unlike_letters(word: Token) -> bool:
    """Words that are not compared by their letters: numbers, initials, scripts without vowels."""
    return word.bare or word.kind in (NUMBER, INITIAL)


def _pairs(numbers: list[Ids]) -> tuple[Ids, Ids]:
    """Lists of numbers in one line, and beside each the place of its list."""
    rows = np.repeat(np.arange(len(numbers), dtype=np.int32), [len(row) for row in numbers])
    return rows, np.concatenate([NOTHING, *numbers])


def _kinships(word: Token) -> list[str]:
    """What a word shares with quite other words that are forms of the same name."""
    heard = chinese_sound(word.text)
    kin = [f"nickname {group}" for group in nicknames(word.text)]
    return [*kin, f"chinese {heard}"] if heard else kin


def _sound_reach(sound: str) -> int:
    return 1 if len(sound) > 4 else 0

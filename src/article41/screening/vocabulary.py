"""The words of all listed names, and which of them a word of a query may be."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from article41.screening.likeness import bare_likenesses, nicknames
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
from article41.screening.traits import Traits
from article41.screening.weigh import CURVE

_REMEMBERED = 50_000
"""Words looked up before that are kept, the oldest first to go: about 30 MB."""

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
class Near:
    """Listed words like the words asked for: each with the place of the word it is like, in order.

    `strengths` say how probable it is that the two are the same word.
    """

    places: Ids
    words: Ids
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
        numbers = {key: number for number, key in enumerate(tokens)}
        self.spelled = Postings.of([[numbers[_key(word)] for word in words] for words in names])
        texts = [word.text for word in self._words]
        self._holders = Postings.of(list(holders.values()))
        self._slips = Slips(texts, [reach_of(text) for text in texts])
        by_sound: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            if len(word.sound) > 1:
                by_sound.setdefault(word.sound, []).append(number)
        self._sounding = Postings.of(list(by_sound.values()))
        self._sounds = Slips(list(by_sound), [_sound_reach(sound) for sound in by_sound])
        self.traits = Traits.of(self._words)
        self._prepare()

    def _prepare(self) -> None:
        """What follows from the words and is quickly made."""
        self._texts = self.traits.texts
        self._unlike = np.array([_unlike_letters(word) for word in self._words], dtype=bool)
        sounds = dict.fromkeys(word.sound for word in self._words if len(word.sound) > 1)
        self._sound_numbers = {sound: number for number, sound in enumerate(sounds)}
        self._sound_of = np.array(
            [self._sound_numbers.get(word.sound, -1) for word in self._words], dtype=np.int32
        )
        self._kin: dict[str, list[int]] = {}
        for number, (text, heard) in enumerate(
            zip(self._texts.tolist(), self.traits.chinese.tolist(), strict=True)
        ):
            for group in _kinships(text, heard):
                self._kin.setdefault(group, []).append(number)
        self._remembered: OrderedDict[Key, tuple[Ids, Strengths]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._words)

    def parts(self) -> Parts:
        """As named arrays, to be kept on disk."""
        words = self._words
        return {
            "words.texts": text_part([word.text for word in words]),
            "words.sounds": text_part([word.sound for word in words]),
            "words.kinds": text_part([word.kind for word in words]),
            "words.spoken": text_part(self.traits.spoken.tolist()),
            "words.chinese": text_part(self.traits.chinese.tolist()),
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
        texts = texts_of(parts["words.texts"], size)
        sounds, kinds = texts_of(parts["words.sounds"], size), texts_of(parts["words.kinds"], size)
        weights, bare = parts["words.weights"].tolist(), parts["words.bare"].tolist()
        rows = zip(texts, sounds, weights, kinds, bare, strict=True)
        made._words = [
            Token(text, sound, weight, kind, text, lacks) for text, sound, weight, kind, lacks in rows
        ]
        said, chinese = (texts_of(parts[f"words.{key}"], size) for key in ("spoken", "chinese"))
        made.traits = Traits.of(made._words, said, chinese)
        made._slips = Slips.from_parts(parts, "words.slips")
        made._sounding = Postings.from_parts(parts, "words.sounding")
        made._sounds = Slips.from_parts(parts, "words.sound-slips")
        made._prepare()
        return made

    @property
    def holders(self) -> Postings:
        """By listed word, the names that hold it."""
        return self._holders

    def find(self, words: Sequence[Token]) -> Near:
        """The listed words that these may be. Words not asked before are looked up together."""
        keys = [_key(word) for word in words]
        held = self._remembered
        if new := {key: word for key, word in zip(keys, words, strict=True) if key not in held}:
            self._look_up(new)
        found = [held[key] for key in keys]
        for _ in range(len(held) - _REMEMBERED):
            held.popitem(last=False)
        sizes = [len(numbers) for numbers, _ in found]
        return Near(
            np.repeat(np.arange(len(found), dtype=np.int32), sizes),
            np.concatenate([NOTHING, *(numbers for numbers, _ in found)]),
            np.concatenate([NONE, *(strengths for _, strengths in found)]),
        )

    def _look_up(self, asked: dict[Key, Token]) -> None:
        """Listed words like words not asked before: all pairs compared in one go."""
        new = list(asked.values())
        rows, numbers = self._near(new)
        strengths = self._strengths(new, rows, numbers)
        kin_rows, kin = _pairs([self._kin_of(word) for word in new])
        rows, numbers = np.concatenate([rows, kin_rows]), np.concatenate([numbers, kin])
        strengths = np.concatenate([strengths, np.full(len(kin), KIN, dtype=np.float32)])
        kept = np.flatnonzero(strengths > LEAST)
        kept = kept[np.lexsort((-strengths[kept], numbers[kept], rows[kept]))]
        rows, numbers, strengths = rows[kept], numbers[kept], strengths[kept]
        if len(rows):  # of two ways to be like the same word, the surer one
            first = begins(rows.astype(np.int64) * len(self) + numbers)
            rows, numbers, strengths = rows[first], numbers[first], strengths[first]
        cuts = np.searchsorted(rows, np.arange(len(new) + 1)).tolist()
        for place, key in enumerate(asked):
            mine = slice(cuts[place], cuts[place + 1])
            self._remembered[key] = numbers[mine].copy(), strengths[mine].copy()

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
        return np.array(
            [n for group in _kinships(word.text, chinese_sound(word.text)) for n in self._kin.get(group, ())],
            dtype=np.int32,
        )

    def _strengths(self, words: list[Token], rows: Ids, numbers: Ids) -> Strengths:
        """How probable it is that two words are one: generous, since the score itself comes later."""
        if not len(numbers):
            return NONE
        ours = np.array([word.text for word in words], dtype=object)[rows].tolist()
        theirs = self._texts[numbers].tolist()
        share: Strengths = process.cpdist(ours, theirs, scorer=OSA.normalized_similarity, dtype=np.float32)
        likely = 1.0 - 1.1 * (1.0 - share) + LENIENT
        heard = np.array([self._sound_numbers.get(word.sound, -2) for word in words], dtype=np.int32)
        same = heard[rows] == self._sound_of[numbers]
        likely = np.where(same, np.maximum(likely, 0.97 - 0.5 * (1.0 - share)), likely)
        unlike = np.array([_unlike_letters(word) for word in words], dtype=bool)
        special = unlike[rows] | self._unlike[numbers]
        likely[special] = 0.0
        places = np.flatnonzero(special & (share >= SOME) & (share < 1.0))
        likely[places] = bare_likenesses(
            [words[row] for row in rows[places].tolist()],
            [self._words[number] for number in numbers[places].tolist()],
        )
        likely[share == 1.0] = 1.0
        found: Strengths = np.interp(likely, [x for x, _ in CURVE], [y for _, y in CURVE]).astype(np.float32)
        return found


def _key(word: Token) -> Key:
    return word.text, word.kind, word.bare


def _unlike_letters(word: Token) -> bool:
    """Words that are not compared by their letters: numbers, initials, scripts without vowels."""
    return word.bare or word.kind in (NUMBER, INITIAL)


def _pairs(numbers: list[Ids]) -> tuple[Ids, Ids]:
    """Lists of numbers in one line, and beside each the place of its list."""
    rows = np.repeat(np.arange(len(numbers), dtype=np.int32), [len(row) for row in numbers])
    return rows, np.concatenate([NOTHING, *numbers])


def _kinships(text: str, heard: str) -> list[str]:
    """What a word shares with quite other words that are forms of the same name."""
    kin = [f"nickname {group}" for group in nicknames(text)]
    return [*kin, f"chinese {heard}"] if heard else kin


def _sound_reach(sound: str) -> int:
    return 1 if len(sound) > 4 else 0

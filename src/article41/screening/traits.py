"""What of words is compared at once for many pairs: letters, sounds, and a few marks, in arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from article41.screening.align import head_of
from article41.screening.likeness import FLOOR, bare_bones, nicknames, scanned
from article41.screening.sounds import chinese_sound, spoken
from article41.screening.tokens import INITIAL, NUMBER, WEAK, Token

Array = NDArray[np.float32]
Texts = NDArray[np.object_]

STRONG = 0.7
"""Likeness from which on two words are held for one name, in `weigh`."""
_PLAIN, _INITIAL, _NUMBER, _WEAK = 0, 1, 2, 3
_KINDS = {INITIAL: _INITIAL, NUMBER: _NUMBER, WEAK: _WEAK}


@dataclass(frozen=True, slots=True)
class Traits:
    """Words by number. `sounds` are hashes of their consonants; `scanned` as a scanner may
    have read them. `open`: anything may be like it."""

    texts: Texts
    scanned: Texts
    spoken: Texts
    sounds: NDArray[np.int64]
    chinese: Texts
    lengths: NDArray[np.int32]
    firsts: NDArray[np.int32]
    heads: NDArray[np.int32]
    kinds: NDArray[np.int8]
    nicknamed: NDArray[np.bool_]
    bare: NDArray[np.bool_]
    open: NDArray[np.bool_]

    @classmethod
    def of(
        cls, words: Sequence[Token], said: Sequence[str] | None = None, chinese: Sequence[str] | None = None
    ) -> Traits:
        """What counts of some words; `said` and `chinese` are how they sound, where it is known already."""
        texts = [word.text for word in words]
        said = [spoken(text) for text in texts] if said is None else said
        chinese = [chinese_sound(text) for text in texts] if chinese is None else chinese
        return cls(
            np.array(texts, dtype=object),
            np.array([scanned(text) for text in texts], dtype=object),
            np.array(said, dtype=object),
            np.array([hash(word.sound) for word in words], dtype=np.int64),
            np.array(chinese, dtype=object),
            np.array([len(text) for text in texts], dtype=np.int32),
            np.array([ord(text[0]) for text in texts], dtype=np.int32),
            np.array([ord(head_of(text)) for text in texts], dtype=np.int32),
            np.array([_KINDS.get(word.kind, _PLAIN) for word in words], dtype=np.int8),
            np.array([bool(nicknames(text)) for text in texts], dtype=bool),
            np.array([word.bare for word in words], dtype=bool),
            np.array([not text.isalpha() for text in texts], dtype=bool),
        )


def likest(ours: Traits, one: NDArray[Any], theirs: Traits, other: NDArray[Any]) -> Array:
    """For each pair of words a likeness that `likeness` does not exceed; 0 where they are other words."""
    size = max(len(theirs.texts), 1)
    pairs, back = np.unique(one.astype(np.int64) * size + other, return_inverse=True)
    found: Array = _likest(ours, pairs // size, theirs, pairs % size)[back]
    return found


def _likest(ours: Traits, one: NDArray[np.int64], theirs: Traits, other: NDArray[np.int64]) -> Array:
    best: Array = _letters(ours.texts[one], theirs.texts[other])
    same = best >= 1.0
    best = np.maximum(best, 0.97 * _letters(ours.spoken[one], theirs.spoken[other]))
    best[ours.sounds[one] == theirs.sounds[other]] = 0.97
    heard = ours.chinese[one]
    kin = ((heard == theirs.chinese[other]) & (heard != "")).astype(bool)
    kin |= (ours.scanned[one] == theirs.scanned[other]).astype(bool)
    kin |= ours.nicknamed[one] & theirs.nicknamed[other]
    best[kin] = np.maximum(best[kin], 0.93)
    mine, yours = ours.kinds[one], theirs.kinds[other]
    bare = np.flatnonzero(ours.bare[one] | theirs.bare[other])
    best[bare] = _consonants(ours.texts[one[bare]], theirs.texts[other[bare]])
    best[ours.open[one] | theirs.open[other] | ((mine != yours) & ((mine == _WEAK) | (yours == _WEAK)))] = 1.0
    initial = (mine == _INITIAL) | (yours == _INITIAL)
    best[initial] = np.where((mine != yours) & (ours.firsts[one] == theirs.firsts[other]), 0.8, 0.0)[initial]
    best[(mine == _NUMBER) | (yours == _NUMBER)] = 0.0
    best[same] = 1.0
    best[best <= FLOOR] = 0.0
    return best


def _consonants(ours: Texts, theirs: Texts) -> Array:
    """Words of which one comes from a script without vowels."""
    mine = np.array([bare_bones(text) for text in ours.tolist()], dtype=object)
    yours = np.array([bare_bones(text) for text in theirs.tolist()], dtype=object)
    best = np.float32(0.97) * _letters(mine, yours)
    best[best > 0.96] = 0.93
    return best


def _letters(ours: Texts, theirs: Texts) -> Array:
    share: Array = process.cpdist(
        ours.tolist(), theirs.tolist(), scorer=OSA.normalized_similarity, dtype=np.float32
    )
    return np.float32(1.0) - np.float32(1.1) * (np.float32(1.0) - share)

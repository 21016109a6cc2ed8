"""Which listed names a name may be: several channels, so that none of them is a silent hole.

Words by spelling (two slips), by sound, run together or split; the Korean and other blocking keys of the
name's form; and runs of letters, which know no words. What comes out is scored in earnest elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from article41.screening.form import NameForm
from article41.screening.grams import Grams
from article41.screening.postings import NOTHING, Ids, Postings, Strengths
from article41.screening.vocabulary import Found, Vocabulary

COVERED = 0.5
"""The share of a name's weight (the query's or the listed one's) that must be found again."""
KEYED = 0.5
RUNS = 0.55
MOST = 60
"""Candidates a query is given at most; the likest by all channels come first."""

_WORD_KEYS = ("t:", "s:", "d:")  # words and their sounds have a channel of their own here


class NameIndex:
    """Distinct names by number, found again through every channel."""

    def __init__(self, forms: Sequence[NameForm]) -> None:
        words: dict[str, dict[int, None]] = {}
        sounds: dict[str, str] = {}
        joins: dict[str, dict[int, None]] = {}
        keys: dict[str, list[int]] = {}
        for number, form in enumerate(forms):
            for token in form.names:
                words.setdefault(token.text, {})[number] = None
                sounds[token.text] = token.sound
            for joined in _joins(form):
                joins.setdefault(joined, {})[number] = None
            for key in _keys(form):
                keys.setdefault(key, []).append(number)
        self._words = Vocabulary(words, sounds, joins, len(forms))
        self._totals = self._weigh(forms)
        self._keys = {key: number for number, key in enumerate(keys)}
        self._keyed = Postings.of(list(keys.values()))
        self._key_weights = np.log1p(len(forms) / np.maximum(self._keyed.sizes, 1)).astype(np.float32)
        self._key_totals = self._weigh_keys(len(forms))
        self._grams = Grams([form.joined for form in forms])
        self._size = len(forms)

    def candidates(self, form: NameForm) -> Ids:
        """Numbers of listed names that the name may be, likest first, at most `MOST`."""
        if not form.names or not self._size:
            return NOTHING
        by_words, strengths = self._by_words(form)
        by_keys, key_strengths = self._by_keys(form)
        by_runs = self._grams.near(form.joined, RUNS)
        names = np.concatenate([by_words, by_keys, by_runs])
        if not len(names):
            return NOTHING
        rank = np.concatenate([strengths, key_strengths, np.full(len(by_runs), RUNS, dtype=np.float32)])
        order = np.argsort(-rank, kind="stable")
        names = names[order]
        _, first = np.unique(names, return_index=True)
        return names[np.sort(first)[:MOST]]

    def _by_words(self, form: NameForm) -> tuple[Ids, Strengths]:
        found = self._look_up(form)
        asked = sum(one.weight for one in found)
        score = np.zeros(self._size, dtype=np.float32)
        for one in found:
            score[one.names] += one.strengths * one.weight
        touched = np.concatenate([one.names for one in found])
        held = score[touched]
        most = np.minimum(asked, self._totals[touched])
        kept = held >= COVERED * most
        names, held = touched[kept], held[kept]
        names, first = np.unique(names, return_index=True)
        held = held[first]
        totals = self._totals[names]
        rank = 0.5 * (np.minimum(held / asked, 1.0) + np.minimum(held / totals, 1.0))
        return names, rank.astype(np.float32)

    def _look_up(self, form: NameForm) -> list[Found]:
        tokens = form.names
        found = []
        for token in tokens:
            one = self._words.find(token.text, token.sound)
            found.append(Found(one.names, one.strengths, one.weight * token.weight))
        for at in range(len(tokens) - 1):
            both = self._words.find(tokens[at].text + tokens[at + 1].text, "", run_together=True)
            if len(both.names):
                weight = found[at].weight + found[at + 1].weight
                found.append(Found(both.names, both.strengths, weight))
        return found

    def _by_keys(self, form: NameForm) -> tuple[Ids, Strengths]:
        asked = np.array([self._keys[key] for key in _keys(form) if key in self._keys], dtype=np.int32)
        if not len(asked):
            return NOTHING, np.zeros(0, dtype=np.float32)
        names, rows = self._keyed.gather(asked)
        weights = self._key_weights[asked]
        score = np.zeros(self._size, dtype=np.float32)
        np.add.at(score, names, weights[rows])
        names = np.unique(names)
        held = score[names]
        most = np.minimum(weights.sum(), self._key_totals[names])
        kept = held >= KEYED * most
        share = held[kept] / np.maximum(most[kept], 1e-6)
        return names[kept], np.minimum(share, 1.0).astype(np.float32)

    def _weigh(self, forms: Sequence[NameForm]) -> Strengths:
        totals = [sum(self._words.weight(token.text) * token.weight for token in form.names) for form in forms]
        return np.maximum(np.array(totals, dtype=np.float32), 1e-6)

    def _weigh_keys(self, size: int) -> Strengths:
        totals = np.zeros(size, dtype=np.float32)
        np.add.at(totals, self._keyed.items, np.repeat(self._key_weights, self._keyed.sizes))
        return totals


def _joins(form: NameForm) -> list[str]:
    tokens = form.names
    if len(tokens) > 5:
        return []
    joined = [tokens[at].text + tokens[at + 1].text for at in range(len(tokens) - 1)]
    return [text for text in joined if len(text) > 4]


def _keys(form: NameForm) -> list[str]:
    return sorted(key for key in form.keys if not key.startswith(_WORD_KEYS))

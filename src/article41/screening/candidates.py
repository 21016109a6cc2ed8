"""Which listed names a name may be: several channels, so that none of them is a silent hole.

Words by spelling (two slips) and by sound, weighed as the score weighs them; the Korean and other blocking
keys of the name's form; and runs of letters, which know no words. What comes out is scored in earnest
elsewhere, so a channel may be generous, but not blind.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from article41.screening.form import CRAFT, ORGANISATIONS, NameForm
from article41.screening.grams import Grams
from article41.screening.postings import NOTHING, Ids, Parts, Postings, counted, text_part, texts_of
from article41.screening.score import COMPANY, CRAFTS, PERSON
from article41.screening.tokens import INITIAL
from article41.screening.vocabulary import Found, Vocabulary

Array = NDArray[np.float32]

SLACK = 0.1
"""How far below the floor the estimate from words may lie: it sees neither joined nor swapped words."""
KEYED = 0.5
"""Share of the keys, of the query's or of the listed name's, that must be found again."""


class NameIndex:
    """Distinct names by number, found again through every channel."""

    def __init__(self, forms: Sequence[NameForm]) -> None:
        keys: dict[str, list[int]] = {}
        for number, form in enumerate(forms):
            for key in sorted(form.lone_keys):
                keys.setdefault(key, []).append(number)
        self._size = len(forms)
        self._words = Vocabulary([form.names for form in forms])
        self._totals = np.array([_weight(form) for form in forms], dtype=np.float32)
        self._prices = np.array([_prices(form) for form in forms], dtype=np.float32).reshape(len(forms), 2)
        self._keys = {key: number for number, key in enumerate(keys)}
        self._keyed = Postings.of(list(keys.values()))
        self._key_counts = np.bincount(self._keyed.items, minlength=len(forms)).astype(np.float32)
        self._grams = Grams([form.joined for form in forms])
        self._prepare()

    def _prepare(self) -> None:
        """Columns in one piece each, which are gathered from far faster."""
        self._clash, self._extra = np.ascontiguousarray(self._prices.T)

    def parts(self) -> Parts:
        """As named arrays, to be kept on disk: reading the names anew takes far longer."""
        return {
            "names.totals": self._totals,
            "names.prices": self._prices,
            "keys.texts": text_part(list(self._keys)),
            "keys.counts": self._key_counts,
            **self._keyed.parts("keys.names"),
            **self._words.parts(),
            **self._grams.parts(),
        }

    @classmethod
    def from_parts(cls, parts: Parts) -> NameIndex:
        """From what `parts` gave. Raises KeyError, ValueError for other arrays."""
        made = cls.__new__(cls)
        made._totals, made._prices = parts["names.totals"], parts["names.prices"]
        made._size = len(made._totals)
        made._keyed = Postings.from_parts(parts, "keys.names")
        made._keys = {key: n for n, key in enumerate(texts_of(parts["keys.texts"], len(made._keyed)))}
        made._key_counts = parts["keys.counts"]
        made._words = Vocabulary.from_parts(parts)
        made._grams = Grams.from_parts(parts)
        made._prepare()
        return made

    def __len__(self) -> int:
        return self._size

    def candidates(self, forms: Sequence[NameForm], floors: Sequence[float]) -> list[Ids]:
        """For each form, numbers of the listed names that may reach its floor."""
        found = self._words.find([token for form in forms for token in form.names])
        self._words.make_room()
        sums = np.zeros((2, self._size), dtype=np.float32)
        out, at = [], 0
        for form, floor in zip(forms, floors, strict=True):
            upto = at + len(form.names)
            out.append(self._candidates(form, found[at:upto], floor, sums))
            at = upto
        return out

    def _candidates(self, form: NameForm, found: list[Found], floor: float, sums: Array) -> Ids:
        if not form.names or not self._size:
            return NOTHING
        by_words = self._by_words(form, found, floor - SLACK, sums)
        by_keys = self._by_keys(form)
        by_runs = self._grams.near(form.joined)
        if not len(by_keys) and not len(by_runs):
            return by_words
        names = dict.fromkeys([*by_words.tolist(), *by_runs.tolist(), *by_keys.tolist()])
        return np.array(list(names), dtype=np.int32)

    def _by_words(self, form: NameForm, found: list[Found], least: float, sums: Array) -> Ids:
        """Names whose words alone could give them this score; likest first. `sums` are zeros, and left so."""
        agree, matched = sums
        for token, one in zip(form.names, found, strict=True):
            agree[one.names] += one.strengths * np.float32(token.weight)
            matched[one.names] += np.float32(token.weight)
        every = np.concatenate([one.names for one in found])
        asked = _weight(form)
        names = every[agree[every] >= least * 0.6 * np.minimum(asked, self._totals[every])]
        names, _ = counted(names)
        score = self._estimate(agree[names], matched[names], names, asked)
        sums[:, every] = 0.0
        kept = score >= least
        names, score = names[kept], score[kept]
        return names[np.argsort(-score, kind="stable")]

    def _estimate(self, agree: Array, matched: Array, names: Ids, asked: float) -> Array:
        """The score as `weigh` reckons it, from sums over words."""
        ours = np.maximum(asked - matched, 0)
        theirs = np.maximum(self._totals[names] - matched, 0)
        both = np.minimum(ours, theirs)
        over = np.maximum(ours, theirs) - both
        score: Array = agree / (matched + self._clash[names] * both + self._extra[names] * over)
        return score

    def _by_keys(self, form: NameForm) -> Ids:
        asked = [self._keys[key] for key in sorted(form.lone_keys) if key in self._keys]
        if not asked:
            return NOTHING
        names, _ = self._keyed.gather(np.array(asked, dtype=np.int32))
        names, shared = counted(names)
        return names[shared >= KEYED * np.minimum(len(asked), self._key_counts[names])]


def _weight(form: NameForm) -> float:
    """The weight of the words that must find a partner; an initial finds one nearly always."""
    return max(sum(token.weight for token in form.names if token.kind != INITIAL), 1e-3)


def _prices(form: NameForm) -> tuple[float, float]:
    prices = CRAFTS if form.schema in CRAFT else COMPANY if form.schema in ORGANISATIONS else PERSON
    return min(prices.clash, 1.0), prices.extra

"""Which listed names a name may be: several channels, so that none of them is a silent hole.

Words by spelling (two slips) and by sound, weighed as the score weighs them; the Korean and other blocking
keys of the name's form; and runs of letters, which know no words. What comes out is scored in earnest
elsewhere, so a channel may be generous, but not blind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from article41.screening.form import CRAFT, ORGANISATIONS, NameForm
from article41.screening.grams import Grams
from article41.screening.korean_outlines import Ear, KoreanOutlines
from article41.screening.outlines import Outlines
from article41.screening.postings import NOTHING, Ids, Parts, Postings, begins, counted, text_part, texts_of
from article41.screening.score import COMPANY, CRAFTS, PERSON
from article41.screening.tokens import INITIAL
from article41.screening.vocabulary import Near, Vocabulary

Array = NDArray[np.float32]

SLACK = 0.1
"""How far below the floor the estimate from words may lie: it sees neither joined nor swapped words."""
TOGETHER = 128
"""Names looked for at once: enough to share the work, few enough to keep it in the processor's cache."""
FEW = 60
"""Pairs that are compared in earnest sooner than told apart in arrays."""
BITS, UNIT = 22, 1 << 11
KEYED = 0.5
"""Share of the keys, of the query's or of the listed name's, that must be found again."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Forms by their place and listed names by number, to be compared: in the order of the forms."""

    places: Ids
    names: Ids


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
        self._outlines = Outlines.of(forms, self._words.spelled)
        self._korean = KoreanOutlines.of(forms)
        self._grams = Grams(self._outlines.joined)
        self._prepare()

    def _prepare(self) -> None:
        """What is quickly made."""
        self._ear = Ear(self._korean)
        self._extra = np.ascontiguousarray(self._prices[:, 1])

    def parts(self) -> Parts:
        """As named arrays, to be kept on disk: reading the names anew takes far longer."""
        return {
            "names.totals": self._totals,
            "names.prices": self._prices,
            "keys.texts": text_part(list(self._keys)),
            "keys.counts": self._key_counts,
            **self._keyed.parts("keys.names"),
            **self._words.parts(),
            **self._outlines.parts("names"),
            **self._korean.parts("korean"),
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
        made._outlines = Outlines.from_parts(parts, "names")
        made._korean = KoreanOutlines.from_parts(parts, "korean")
        made._grams = Grams.from_parts(parts, made._outlines.joined)
        made._prepare()
        return made

    def __len__(self) -> int:
        return self._size

    def candidates(self, forms: Sequence[NameForm], floors: Sequence[float]) -> Pairs:
        """Which listed names may reach the floor of each form."""
        found = self._words.find([token for form in forms for token in form.names])
        pairs, place, upto = [], 0, 0
        for start in range(0, len(forms), TOGETHER):
            some = forms[start : start + TOGETHER]
            size = sum(len(form.names) for form in some)
            first, upto = upto, int(np.searchsorted(found.places, place + size))
            near = Near(
                found.places[first:upto] - place, found.words[first:upto], found.strengths[first:upto]
            )
            least = np.array(floors[start : start + TOGETHER], dtype=np.float32) - np.float32(SLACK)
            held = self._candidates(some, near, least)
            pairs.append((held[0] + start, held[1]))
            place += size
        forms_, names = zip(*pairs, strict=True) if pairs else ((), ())
        return Pairs(np.concatenate([NOTHING, *forms_]), np.concatenate([NOTHING, *names]))

    def hopeful(self, forms: Sequence[NameForm], floors: Sequence[float], pairs: Pairs) -> Pairs:
        """The pairs that may reach the floor, word by word or to the Korean ear; reads no listed name."""
        if len(pairs.names) < FEW:
            return pairs
        used, back = np.unique(pairs.places, return_inverse=True)
        places: Ids = back.astype(np.int32)
        asked = [forms[place] for place in used.tolist()]
        least = np.array(floors, dtype=np.float32)[used]
        ours = KoreanOutlines.of(asked)
        rest = np.flatnonzero(~self._ear.decides(ours, places, pairs.names))
        plain = np.zeros(len(places), dtype=bool)
        plain[rest] = self._outlines.may_reach(
            asked, self._words.traits, places[rest], pairs.names[rest], least
        )
        found = self._ear.may_reach(ours, places, pairs.names, least, plain)
        found |= self._outlines.same(
            asked, places, pairs.names
        )  # however it is cut: the score asks that first
        return Pairs(pairs.places[found], pairs.names[found])

    def _candidates(self, forms: Sequence[NameForm], near: Near, least: Array) -> tuple[Ids, Ids]:
        """Through every channel, likest by their words first: places in `forms`, and names."""
        if not self._size:
            return NOTHING, NOTHING
        channels = (
            self._by_words(forms, near, least),
            self._grams.near([form.joined for form in forms]),
            self._by_keys(forms),
        )
        places, names = (np.concatenate(column) for column in zip(*channels, strict=True))
        _, first = np.unique(places.astype(np.int64) * self._size + names, return_index=True)
        first = first[np.lexsort((first, places[first]))]
        return places[first], names[first]

    def _by_words(self, forms: Sequence[NameForm], near: Near, least: Array) -> tuple[Ids, Ids]:
        """Names whose words alone could give them this score.

        The score is agreeing weight over all weight, as `weigh` reckons it with a clash at most at full
        price: then what is all weight does not depend on which words agree.
        """
        tokens = [token for form in forms for token in form.names]
        weights = np.array([token.weight for token in tokens], dtype=np.float32)
        owners = np.repeat(np.arange(len(forms), dtype=np.int32), [len(form.names) for form in forms])
        asked = np.array([_weight(form) for form in forms], dtype=np.float32)
        agree = near.strengths * weights[near.places]
        names, at = self._words.holders.gather(near.words)
        if not len(names):
            return NOTHING, NOTHING
        packed = owners[near.places][at].astype(np.int64) * self._size + names
        packed <<= BITS
        packed += np.ceil(agree * UNIT).astype(np.int64)[at]
        packed.sort()
        keys = packed >> BITS
        first = begins(keys)
        sums = np.add.reduceat(packed & (UNIT * UNIT - 1), first) / UNIT
        places, names = np.divmod(keys[first], self._size)
        score = sums / self._whole(asked[places], names)
        kept = np.flatnonzero(score >= least[places])
        kept = kept[np.lexsort((-score[kept], places[kept]))]
        return places[kept].astype(np.int32), names[kept].astype(np.int32)

    def _whole(self, asked: Array, names: NDArray[Any]) -> Array:
        """All weight of two names."""
        listed = self._totals[names]
        whole: Array = np.minimum(asked, listed) + self._extra[names] * np.abs(asked - listed)
        return whole

    def _by_keys(self, forms: Sequence[NameForm]) -> tuple[Ids, Ids]:
        known = self._keys
        found = [[known[key] for key in form.lone_keys if key in known] for form in forms]
        sizes = np.array([len(one) for one in found])
        names, at = self._keyed.gather(np.array([key for one in found for key in one], dtype=np.int32))
        if not len(names):
            return NOTHING, NOTHING
        pairs, shared = counted(np.repeat(np.arange(len(forms)), sizes)[at] * self._size + names)
        places, names = np.divmod(pairs, self._size)
        kept = shared >= KEYED * np.minimum(sizes[places], self._key_counts[names])
        return places[kept].astype(np.int32), names[kept].astype(np.int32)


def _weight(form: NameForm) -> float:
    """The weight of the words that must find a partner; an initial finds one nearly always."""
    return max(sum(token.weight for token in form.names if token.kind != INITIAL), 1e-3)


def _prices(form: NameForm) -> tuple[float, float]:
    prices = CRAFTS if form.schema in CRAFT else COMPANY if form.schema in ORGANISATIONS else PERSON
    return min(prices.clash, 1.0), prices.extra

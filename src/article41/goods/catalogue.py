"""The catalogue of goods sets: reads stated goods and says which sets they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache

from article41.errors import GoodsError
from article41.goods.hs import Nomenclature
from article41.goods.judge import combine, judge
from article41.goods.reading import Membership, Reading, candidates_of
from article41.goods.sets import GoodsSet
from article41.goods.words import Lexicon

UNKNOWN = "unknown"
"""Declared where it was asked in vain whether the goods are on a control list."""
UNCONTROLLED = "uncontrolled"
"""Declared where the goods were held against the control lists and fall below every entry."""
_REMEMBERED = 8192  # distinct goods statements kept; a batch repeats far fewer


class GoodsCatalogue:
    """The goods sets of the law, the lexicon and the Harmonized System, ready to be asked."""

    __slots__ = ("_read", "digest", "lexicon", "nomenclature", "sets")

    def __init__(
        self,
        *,
        sets: Mapping[str, GoodsSet],
        lexicon: Lexicon,
        nomenclature: Nomenclature,
        digest: str = "",
    ) -> None:
        self.digest = digest
        self.sets = sets
        self.lexicon = lexicon
        self.nomenclature = nomenclature
        self._read = lru_cache(maxsize=_REMEMBERED)(self._read_anew)

    def read(
        self,
        words: str | None = None,
        hs: str | None = None,
        revision: int | None = None,
        declared: tuple[str, ...] = (),
    ) -> Reading:
        """What goods stated in words, by HS code, or declared to be in a set, may be.

        `revision` is the year the code belongs to. GoodsError: not a code, an unknown set, or
        words that contradict the code.
        """
        return self._read(words, hs, revision, declared)

    def member(self, reading: Reading, set_id: str) -> Membership:
        """Whether the goods belong to a set, and how that is known; GoodsError: no such set."""
        answer = reading._answers.get(set_id)
        if answer is None:
            answer = reading._answers[set_id] = self._member_anew(reading, self._set(set_id))
        return answer

    def _read_anew(
        self, words: str | None, hs: str | None, revision: int | None, declared: tuple[str, ...]
    ) -> Reading:
        for set_id in declared:
            if set_id not in (UNKNOWN, UNCONTROLLED):
                self._set(set_id)
        code = self.nomenclature.parse(hs, revision) if hs is not None else None
        goods = self.lexicon.find(words) if words else ()
        candidates, note = candidates_of(goods, code)
        notes = [code.note if code else "", note]
        return Reading(
            words=words,
            hs=code,
            declared=frozenset(declared),
            candidates=candidates,
            known=any(one.known or one.asserted for one in candidates),
            note="; ".join(filter(None, notes)),
            several=hs is None and sum(bool(good.senses) for good in goods) > 1,
        )

    def _member_anew(self, reading: Reading, goods_set: GoodsSet) -> Membership:
        if goods_set.id in reading.declared:
            how = f"the statement declares the goods to be {goods_set.id}"
            return Membership(
                truth=True,
                how=how,
                basis=goods_set.basis,
                confidence=goods_set.confidence,
                source=goods_set.source,
            )
        if other := next((name for name in reading.declared if self._apart(name, goods_set)), None):
            how = f"the statement declares the goods to be {other}, which {goods_set.id} is not"
            return Membership(
                truth=False,
                how=how,
                basis=goods_set.basis,
                confidence=goods_set.confidence,
                source=goods_set.source,
            )
        if reading.candidates:
            answers = [judge(one, goods_set, self.nomenclature) for one in reading.candidates]
            own = combine(answers)
        else:
            own = Membership(truth=None, how="nothing stated says what the goods are")
        parts = [self.member(reading, part) for part in goods_set.includes]
        if goods_set.by_specification:
            own = self._as_declared(own, reading.declared)
        # a set holds what its parts hold: a yes in any part decides, an open one leaves it open
        rank = {True: 2, None: 1, False: 0}
        return max([own, *parts], key=lambda answer: rank[answer.truth])

    def _as_declared(self, own: Membership, declared: frozenset[str]) -> Membership:
        """Membership of a control list, with what the statement says of control lists as a whole.

        Who names the list an item is on has held it against the lists. What the words name outright
        stays named: "uncontrolled sarin" is still sarin.
        """
        if own.truth is False and UNKNOWN in declared:
            return Membership(truth=None, how="whether a control list names them is stated as unknown")
        if own.truth is None and UNCONTROLLED in declared:
            return Membership(truth=False, how="stated to be below every entry of the control lists")
        others = declared - {UNKNOWN, UNCONTROLLED}
        if own.truth is None and any(self.sets[name].by_specification for name in others):
            return Membership(
                truth=False, how="the statement names the control list they are on, not this one"
            )
        return own

    def _apart(self, declared: str, goods_set: GoodsSet) -> bool:
        if declared in (UNKNOWN, UNCONTROLLED):
            return False
        return declared in goods_set.apart or goods_set.id in self.sets[declared].apart

    def _set(self, set_id: str) -> GoodsSet:
        goods_set = self.sets.get(set_id)
        if goods_set is None:
            close = get_close_matches(set_id, self.sets, n=3) or sorted(self.sets)[:8]
            raise GoodsError(f"{set_id!r} is not a goods set", hint=f"did you mean {', '.join(close)}?")
        return goods_set

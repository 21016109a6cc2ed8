"""A case under one regime: puts the law's questions to the stated facts, and remembers the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property

from article41.assessment.answer import Answer
from article41.assessment.flow import flow_of
from article41.assessment.transaction import GoodsItem, Transaction
from article41.goods.catalogue import GoodsCatalogue
from article41.goods.reading import Reading
from article41.regime.acts import MONEY, TRADE
from article41.regime.conditions import All, AnyOf, Condition, Leaf, Not
from article41.regime.moments import month_end
from article41.regime.regime import Regime
from article41.types import Truth


class Case:
    """One transaction, one act and one line of goods of it, on one day.

    `answer` puts a question to the facts (see `predicates`); it is handed in so that the predicates
    can speak of cases.
    """

    def __init__(
        self,
        tx: Transaction,
        regime: Regime,
        catalogue: GoodsCatalogue,
        day: date,
        act: str | None,
        item: GoodsItem | None,
        answer: Callable[[Case, Leaf], Answer],
        label: str = "",
    ) -> None:
        self._answer = answer
        self.tx = tx
        self.regime = regime
        self.catalogue = catalogue
        self.day = day
        self.act = act
        self.item = item
        self.label = label
        self.flow = flow_of(tx)
        self.reading: Reading | None = None
        if item is not None:
            self.reading = catalogue.read(item.words, item.hs, item.hs_revision, item.is_)
        self.imported = tx.dates.import_ or (day if act == "import" else None)
        self.overrides: Mapping[str, Truth] = {}
        self._memo: dict[str, Answer] = {}
        self._supposed: dict[int, object] = {}
        self._truths: dict[int, object] = {}

    @cached_property
    def anchors(self) -> Mapping[str, date | None]:
        """The days from which the law's moments are counted."""
        return {
            "conduct": self.day,
            "contract": self.tx.dates.contract,
            "import": self.imported,
            "month-end": month_end(self.day),
        }

    def read_as(self, reading: Reading) -> Case:
        """The same case with its goods read as one of the things they may be."""
        other = self.with_overrides({})
        other.reading = reading
        return other

    def with_overrides(self, overrides: Mapping[str, Truth]) -> Case:
        """The same case with some questions answered by supposition."""
        other = Case.__new__(Case)
        other.__dict__.update(self.__dict__)
        other.overrides = {**self.overrides, **overrides}
        other._memo = {key: Answer(truth, "supposed", "") for key, truth in other.overrides.items()}
        other._supposed = {}
        other._truths = {}
        return other

    def ask(self, leaf: Leaf) -> Answer:
        """The answer to a predicate, asked once."""
        answer = self._memo.get(leaf.key)
        if answer is None:
            answer = self._memo[leaf.key] = self._answer(self, leaf)
        return answer

    def truth(self, condition: Condition | None) -> Truth:
        """Whether a condition holds, in Kleene's three values. No condition holds."""
        if condition is None:
            return True
        if isinstance(condition, Leaf):
            answer = self._memo.get(condition.key)
            return (answer or self.ask(condition)).truth
        key = id(condition)
        held = self._truths.get(key, self)
        if held is self:
            held = self._truths[key] = self._joined(condition)
        return held  # type: ignore[return-value]

    def truth_supposing(self, condition: Condition | None, keys: tuple[str, ...]) -> Truth:
        """Whether a condition would hold if the given questions were answered yes; worked out once.

        Measures share exceptions, above all the general one for aid, so the answer is kept by condition.
        """
        held = self._supposed.get(id(condition), self)
        if held is self:
            held = self._supposed[id(condition)] = self._joined(condition, keys)
        return held  # type: ignore[return-value]

    def _joined(self, condition: Condition | None, keys: tuple[str, ...] = ()) -> Truth:
        """Kleene's and, or, not over the parts; questions in `keys` are taken as answered yes."""
        if condition is None:
            return True
        if isinstance(condition, Leaf):
            return True if condition.key in keys else self.ask(condition).truth
        if isinstance(condition, Not):
            inner = self._joined(condition.part, keys)
            return None if inner is None else not inner
        settles = isinstance(condition, AnyOf)
        unknown = False
        memo = self._memo
        for part in condition.parts:
            if keys:
                truth = self._joined(part, keys)
            elif isinstance(part, Leaf):  # most parts; asked here without another call
                truth = (memo.get(part.key) or self.ask(part)).truth
            else:
                truth = self.truth(part)
            if truth is settles:
                return settles
            unknown = unknown or truth is None
        return None if unknown else not settles

    def unknown_leaves(self, condition: Condition | None) -> list[Leaf]:
        """The predicates whose answer keeps a condition open."""
        if condition is None or self.truth(condition) is not None:
            return []
        if isinstance(condition, Leaf):
            return [condition]
        parts = (condition.part,) if isinstance(condition, Not) else condition.parts
        return [leaf for part in parts for leaf in self.unknown_leaves(part)]

    def assumed_leaves(self, condition: Condition | None) -> list[Leaf]:
        """The adverse predicates that silence alone makes false."""
        if condition is None or self.truth(condition) is not False:
            return []
        if isinstance(condition, Leaf):
            return [condition] if self.ask(condition).assumed else []
        if isinstance(condition, Not):
            return []
        found = [self.assumed_leaves(part) for part in condition.parts]
        if isinstance(condition, All) and any(
            self.truth(part) is False and not leaves
            for part, leaves in zip(condition.parts, found, strict=True)
        ):
            return []  # something stated makes it false anyway
        return [leaf for leaves in found for leaf in leaves]

    @property
    def is_trade(self) -> bool:
        """Whether the act moves goods."""
        return self.act in TRADE or self.act in ("repair", "refuel-aircraft")

    @property
    def is_money(self) -> bool:
        """Whether the act moves or holds money."""
        return self.act in MONEY

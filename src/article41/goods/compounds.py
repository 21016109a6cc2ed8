"""Compounds: how a word beside a good changes what it is, by the class of the good.

"Steel" before a bowl leaves only bowls of steel; "pickled" before a vegetable makes it prepared
food; "spare part" after a tractor is a part of heading 8708; "ring" after a squid is still squid.

In compounds.csv, `of` is the class of the good (codes, or * for any) and `hs` begins with a sign: = leaves
the good as it is, & picks among its codes, > moves it to other codes, + lets it be either the
good or what the word itself means ("milk bottle"). The first rule that fits decides. A mark = in
`sets` keeps the marks of the good.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from article41.goods.senses import Sense


class Change(StrEnum):
    """What a neighbour word does to a good: nothing, picks among its codes, or moves it."""

    SAME = "="
    NARROW = "&"
    BOTH = "+"
    MOVE = ">"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One change for goods of some classes. `of` holds code prefixes; empty means every code."""

    change: Change
    of: tuple[str, ...]
    codes: tuple[str, ...] = ()
    keeps: bool = False
    asserted: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    where: str = ""

    def fits(self, sense: Sense) -> bool:
        """The sense is of a class that this rule speaks of."""
        if not sense.codes or not any(code.startswith(self.of or ("",)) for code in sense.codes):
            return False
        return self.change is not Change.NARROW or bool(self._narrowed(sense))

    def apply(self, sense: Sense) -> Sense:
        """The sense as changed."""
        if self.change is Change.NARROW:
            return replace(sense, codes=self._narrowed(sense))
        if self.change is not Change.MOVE:
            return replace(
                sense,
                asserted=sense.asserted | self.asserted,
                denied=sense.denied | self.denied,
                unsure=sense.unsure | self.unsure,
            )
        kept = sense if self.keeps else Sense(phrase=sense.phrase, codes=())
        return replace(
            sense,
            codes=self.codes,
            asserted=self.asserted | kept.asserted,
            denied=self.denied | kept.denied,
            unsure=self.unsure | kept.unsure,
        )

    def _narrowed(self, sense: Sense) -> tuple[str, ...]:
        found = (
            max(code, wanted, key=len)
            for code in sense.codes
            for wanted in self.codes
            if code.startswith(wanted) or wanted.startswith(code)
        )
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Compounds:
    """The rules of words that stand before a good and of words that stand after it."""

    before: Mapping[str, tuple[Rule, ...]]
    after: Mapping[str, tuple[Rule, ...]]

    def behind(self, word: str, own: tuple[Sense, ...], senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
        """The senses with `word` after them, whose `own` senses may join; () when no rule fits."""
        turned = _turned(self.after.get(word, ()), senses)
        joins = any(rule.change is Change.BOTH for rule, _ in turned)
        return (*(sense for _, sense in turned), *(own if joins and turned else ()))

    def ahead(self, word: str, senses: tuple[Sense, ...], *, narrow: bool = False) -> tuple[Sense, ...]:
        """The senses with `word` before them; unchanged when no rule fits. `narrow`: only pick."""
        rules = self.before.get(word, ())
        if narrow:
            rules = tuple(rule for rule in rules if rule.change is Change.NARROW)
        return tuple(sense for _, sense in _turned(rules, senses)) or senses


def _turned(rules: tuple[Rule, ...], senses: tuple[Sense, ...]) -> list[tuple[Rule, Sense]]:
    """Each sense that a rule fits, as the first such rule changes it."""
    found: list[tuple[Rule, Sense]] = []
    for sense in senses:
        rule = next((rule for rule in rules if rule.fits(sense)), None)
        if rule is not None:
            found.append((rule, rule.apply(sense)))
    return found

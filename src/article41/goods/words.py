"""Goods in everyday words: a lexicon of phrases, and how a text is read with it.

The longest listed phrase wins at each place. A list ("coal and rice") is several goods. Within
one good the head counts: what stands before "for" or "of", and there the last phrase, so that
"coal mining machinery" is machinery and "boxes of squid" is squid.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from article41.goods.speech import Speech


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One reading of a phrase: the codes it may have, and what it is certain or unsure to be.

    Without codes it is no good at all (a right, a licence), unless it is `anything`: a word such
    as "luxury goods" that leaves the code open.
    """

    phrase: str
    codes: tuple[str, ...]
    anything: bool = False
    asserted: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """One good found in a text. Without senses it is a good the lexicon does not know."""

    text: str
    senses: tuple[Sense, ...] = ()
    exact: bool = False
    doubts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Unit:
    """A listed phrase, or a single token that is in no listed phrase."""

    text: str
    senses: tuple[Sense, ...]
    leads: bool = False
    counted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Phrases of goods and their senses. A phrase "toy *" decides whatever follows it."""

    speech: Speech
    phrases: Mapping[tuple[str, ...], tuple[Sense, ...]]
    longest: int

    def find(self, text: str) -> tuple[Good, ...]:
        """The goods a text names, in order; empty when nothing in it speaks of goods."""
        tokens = self.speech.tokens(text)
        units = self._uncounted(list(self._units(tokens)))
        doubts = frozenset(x for token in tokens for x in self.speech.doubts.get(token, ()))
        parts = [part for part in _split(units, self.speech.lists) if part]
        goods: list[Good] = []
        related = False
        for part in parts:
            good = self._good(part)
            # "pipes for water and irrigation": an unknown second purpose is not a second good
            if good and (good.senses or not related):
                goods.append(good)
            related = related or any(unit.text in self.speech.relations for unit in part)
        alone = len(goods) == 1
        return tuple(replace(x, exact=x.exact and alone, doubts=doubts) for x in goods)

    def _units(self, tokens: list[str]) -> Iterator[_Unit]:
        index = 0
        while index < len(tokens):
            unit, used = self._longest(tokens, index)
            yield unit
            index += used

    def _uncounted(self, units: list[_Unit]) -> list[_Unit]:
        """Counted measures make way: in "rice, 20 bags" no bags are meant."""
        counted = {
            index
            for index in range(1, len(units))
            if units[index].text in self.speech.measures and units[index - 1].text[0].isdigit()
        }
        if not any(unit.senses for index, unit in enumerate(units) if index not in counted):
            return units
        return [
            _Unit(unit.text, (), counted=True) if index in counted else unit
            for index, unit in enumerate(units)
        ]

    def _longest(self, tokens: list[str], index: int) -> tuple[_Unit, int]:
        for size in range(min(self.longest, len(tokens) - index), 0, -1):
            key = tuple(tokens[index : index + size])
            if leading := self.phrases.get((*key, "*")):
                return _Unit(" ".join(key), leading, True), size
            if senses := self.phrases.get(key):
                return _Unit(" ".join(key), senses), size
        return _Unit(tokens[index], ()), 1

    def _good(self, part: list[_Unit]) -> Good | None:
        """The good that one item of a list names; None when it holds only idle words."""
        segments = _split(part, self.speech.relations)
        while len(segments) > 1 and self._hands_on(segments[0]):
            segments.pop(0)
        head = segments[0]
        named = [unit for unit in head if unit.senses]
        if len(named) > 1:
            named = [unit for unit in named if unit.text not in self.speech.places] or named
        content = [unit for unit in head if unit.senses or not self.speech.idle(unit.text)]
        text = " ".join(unit.text for unit in content)
        if not named:
            return Good(text=text) if content else None
        last = next((unit for unit in named if unit.leads), named[-1])
        after = [] if last.leads else head[head.index(last) + 1 :]
        if not all(self._passes(unit) for unit in after):
            return Good(text=text)
        exact = len(content) == 1 and len(segments) == 1
        return Good(text=last.text, senses=last.senses, exact=exact)

    def _passes(self, unit: _Unit) -> bool:
        if unit.counted or unit.text in self.speech.places:
            return True
        return not unit.senses and self.speech.trails(unit.text)

    def _hands_on(self, segment: Sequence[_Unit]) -> bool:
        """The segment is empty, ends in a measure or an act, or says nothing at all."""
        if not segment or self.speech.hands_on(segment[-1].text):
            return True
        return all(not unit.senses and self.speech.idle(unit.text) for unit in segment)


def _split(units: Sequence[_Unit], at: frozenset[str]) -> list[list[_Unit]]:
    """Divide units at the given words, which are dropped."""
    parts: list[list[_Unit]] = [[]]
    for unit in units:
        if unit.text in at and not unit.senses:
            parts.append([])
        else:
            parts[-1].append(unit)
    return parts

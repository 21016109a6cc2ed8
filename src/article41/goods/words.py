"""Goods in everyday words: a lexicon of phrases, and how a text is read with it.

The longest listed phrase wins at each place. A list ("coal and rice") is several goods. Within
one good the head counts: what stands before "for" or "of", and there the last phrase, so that
"coal mining machinery" is machinery and "boxes of squid" is squid. Words beside the head may
change what it is; see compounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from article41.goods.compounds import Compounds
from article41.goods.senses import Good, Sense
from article41.goods.speech import Speech
from article41.goods.units import Segment, Unit, split
from article41.goods.units import segments as split_segments

_PRICE = re.compile(
    r"[,;]?\s*\b(?:worth|valued at|costing|priced at|at a price of)\b\s*(?:about |some |over )?"
    r"(?:[a-z]{3}\s?|us\$\s?|[$€£¥])?\d[\d.,]*\s?(?:k|m|million|thousand)?\s*"
    r"(?:us dollars?|dollars?|usd|euros?|eur|yuan|cny|each|apiece|per (?:item|piece|unit)|\s)*",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"(?<=\S )\(([A-Z][A-Z0-9&-]{1,7})\)")


MEDICINE = "30"  # the chapter whose goods a neighbour never makes a weapon: "antidote for sarin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Phrases of goods and their senses. A phrase "toy *" decides whatever follows it."""

    speech: Speech
    phrases: Mapping[tuple[str, ...], tuple[Sense, ...]]
    longest: int
    compounds: Compounds
    control_lists: frozenset[str] = frozenset()

    def find(self, text: str) -> tuple[Good, ...]:
        """The goods a text names, in order; empty when nothing in it speaks of goods."""
        tokens = self.speech.tokens(_ABBREVIATION.sub(self._abbreviated, _PRICE.sub(" ", text)))
        units = self._uncounted(self._plain(list(self._units(tokens))))
        doubts = frozenset(x for token in tokens for x in self.speech.doubts.get(token, ()))
        parts = [part for part in split(units, self.speech.lists) if part]
        goods: list[Good] = []
        related = False
        for part in parts:
            good = self._good(part)
            # "pipes for water and irrigation": an unknown second purpose is not a second good
            if good and (good.senses or not related):
                goods.append(self._with(goods[-1], good) if goods else good)
            related = related or any(unit.text in self.speech.relations for unit in part)
        alone = len(goods) == 1
        return tuple(replace(x, exact=x.exact and alone, doubts=doubts | x.doubts) for x in goods)

    def _abbreviated(self, found: re.Match[str]) -> str:
        """An abbreviation in brackets repeats what stands before it, unless it names a good: "gas (LPG)"."""
        tokens = tuple(self.speech.tokens(found[1]))
        return found[0] if tokens in self.phrases or (*tokens, "*") in self.phrases else " "

    def _with(self, before: Good, good: Good) -> Good:
        """Parts on a list are parts of what the list named before them: "pumps and spare parts"."""
        if good.text not in self.speech.parts or not good.exact:
            return good
        senses = self.compounds.behind(good.text, (), before.senses)
        return replace(good, senses=senses or good.senses)

    def _units(self, tokens: list[str]) -> Iterator[Unit]:
        index = 0
        while index < len(tokens):
            unit, used = self._longest(tokens, index)
            yield unit
            index += used

    def _plain(self, units: list[Unit]) -> list[Unit]:
        """Without the words that a word such as "handled" or "flavoured" takes back."""
        kept: list[Unit] = []
        for index, unit in enumerate(units):
            if unit.senses or unit.text not in self.speech.cancels:
                kept.append(unit)
            elif kept and kept[-1].text not in self.speech.breaks and self._goes_on(units[index + 1 :]):
                kept.pop()
        return kept

    def _goes_on(self, units: list[Unit]) -> bool:
        """A good is named before the next break."""
        for unit in units:
            if unit.senses:
                return True
            if unit.text in self.speech.breaks:
                break
        return False

    def _uncounted(self, units: list[Unit]) -> list[Unit]:
        """Counted measures make way: in "rice, 20 bags" and "rice 50 kg bags" no bags are meant."""
        counted: set[int] = set()
        for index in range(1, len(units)):
            number = units[index - 1].text[0].isdigit() or index - 1 in counted
            size = units[index].text in self.speech.sizes and index > 1 and bool(units[index - 2].senses)
            if number and (size or units[index].text in self.speech.measures):
                counted.add(index)
        if not any(unit.senses for index, unit in enumerate(units) if index not in counted):
            return units
        return [
            Unit(unit.text, (), counted=True) if index in counted else unit
            for index, unit in enumerate(units)
        ]

    def _longest(self, tokens: list[str], index: int) -> tuple[Unit, int]:
        for size in range(min(self.longest, len(tokens) - index), 0, -1):
            key = tuple(tokens[index : index + size])
            if leading := self.phrases.get((*key, "*")):
                return Unit(" ".join(key), leading, True), size
            if senses := self.phrases.get(key):
                return Unit(" ".join(key), senses), size
        return Unit(tokens[index], ()), 1

    def _good(self, part: list[Unit]) -> Good | None:
        """The good that one item of a list names; None when it holds only idle words."""
        segments = split_segments(part, self.speech.relations)
        while len(segments) > 1 and self._hands_on(segments[0].units):
            if self._says(segments[0]) and not any(segment.names for segment in segments[1:]):
                break
            segments.pop(0)
        head = self._sighted(segments[0].units)
        content = [unit for unit in head if unit.senses or not self.speech.idle(unit.text)]
        text = " ".join(unit.text for unit in content)
        if not any(unit.senses for unit in head):
            return Good(text=text) if content else None
        named = self._headed(head, segments[1:])
        if not named.senses:
            return Good(text=text)
        exact = len(content) == 1 and len(segments) == 1
        if any(code.startswith(MEDICINE) for sense in named.senses for code in sense.codes):
            return Good(text=named.text, senses=named.senses, exact=exact)
        strange = self._strange(content, named)
        doubts = self._shadows(content, segments[1:], named) | (
            self.control_lists if strange else frozenset()
        )
        return Good(text=named.text, senses=named.senses, exact=exact, doubts=doubts, strange=strange)

    def _strange(self, head: list[Unit], named: Unit) -> str:
        """Unknown words beside a head as wide as "switch": "krypton switch" may be on a control list."""
        if named.text not in self.speech.wide:
            return ""
        return " ".join(unit.text for unit in head if unit.text != named.text and not unit.senses)

    def _shadows(self, head: list[Unit], rest: list[Segment], named: Unit) -> frozenset[str]:
        """The sets that a listed thing beside the good puts in question: "gas centrifuge housing"."""
        before = [unit for unit in head if unit.text != named.text]
        whole = [unit for part in rest if part.relation in ("for", "of", "to") for unit in part.units]
        names = [unit.senses for unit in (*before, *whole) if unit.senses]
        found = {name for senses in names for name in frozenset.intersection(*(x.asserted for x in senses))}
        return frozenset(found & (self.control_lists | self.speech.weapons))

    def _says(self, segment: Segment) -> bool:
        """The segment names a good that is not just a measure of what follows."""
        return any(unit.senses and not self.speech.hands_on(unit.text) for unit in segment.units)

    def _sighted(self, head: list[Unit]) -> list[Unit]:
        """Places that are also goods ("china") step back beside another good."""
        if any(unit.senses and unit.text not in self.speech.places for unit in head):
            return [Unit(unit.text, ()) if unit.text in self.speech.places else unit for unit in head]
        return head

    def _headed(self, head: list[Unit], rest: list[Segment]) -> Unit:
        """The head of the good, as changed by the words around it; no senses when unknown."""
        for unit, after in zip(head, [*head[1:], None], strict=True):
            if unit.leads and not (after and after.text.endswith("ing")):  # "toy making machine"
                return unit
        found, start = self._core(head)
        senses = self._of_purpose(found, rest)
        for index, unit in enumerate(head[:start]):
            opens = index == 0 and not any(map(str.isdigit, head[1].text))
            if opens or unit.text not in self.speech.openers:
                senses = self.compounds.ahead(unit.text, senses)
        for segment in rest:
            senses = self._made(senses, segment)
        return Unit(found.text, senses)

    def _core(self, head: list[Unit]) -> tuple[Unit, int]:
        """The last good of the head, as changed by the words after it, and where it stands."""
        found, start = Unit("", ()), 0
        for index, unit in enumerate(head):
            turned = self.compounds.behind(unit.text, unit.senses, found.senses)
            if turned and not self._holds(unit, head[:start]):
                joined = unit.senses and turned[-1] is unit.senses[-1]
                found = Unit(unit.text if joined else found.text, turned)
            elif unit.senses:
                found, start = unit, index
            elif found.senses and not self._passes(unit):
                found = Unit(found.text, ())
        return found, start

    def _holds(self, unit: Unit, before: list[Unit]) -> bool:
        """A container of a stated material, no measure: "wooden tea boxes" are boxes."""
        vessel = not unit.senses and unit.text in self.speech.measures
        return vessel and any(word.text in self.speech.materials for word in before)

    def _made(self, senses: tuple[Sense, ...], segment: Segment) -> tuple[Sense, ...]:
        """What a good is made of or kept in: "spoons of wood", "mushrooms in cans"."""
        for unit in segment.units:
            if segment.relation == "of":
                senses = self.compounds.ahead(unit.text, senses, narrow=len(segment.units) > 2)
            elif segment.relation == "in":
                senses = self.compounds.ahead(f"in {unit.text}", senses)
        return senses

    def _of_purpose(self, found: Unit, rest: list[Segment]) -> tuple[Sense, ...]:
        """A part is a part of something: "parts for tractors" are tractor parts."""
        if found.text not in self.speech.parts:
            return found.senses
        for segment in rest:
            if segment.relation in ("for", "of", "to") and segment.names:
                whole = self._headed(self._sighted(segment.units), [])
                return self.compounds.behind(found.text, (), whole.senses) or found.senses
        return found.senses

    def _passes(self, unit: Unit) -> bool:
        if unit.counted or unit.text in self.speech.places:
            return True
        coded = any(map(str.isdigit, unit.text))  # a model or size: "R16", "T55"
        return not unit.senses and (coded or self.speech.trails(unit.text))

    def _hands_on(self, segment: Sequence[Unit]) -> bool:
        """The segment is empty, ends in a measure or an act, or says nothing at all."""
        if not segment or self.speech.hands_on(segment[-1].text):
            return True
        return all(not unit.senses and self.speech.idle(unit.text) for unit in segment)

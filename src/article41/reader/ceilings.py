"""Ceilings in force: how much of a good may be bought or sold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from article41.reader.gazetteer import words
from article41.reader.items import Fact, Quantity
from article41.reader.law_sentence import NOT_BANNED, LawSentence
from article41.reader.measures import MeasureFound
from article41.reader.patterns import fact_pattern
from article41.reader.quantities import yearly

_CAP = fact_pattern("cap")
_IN_FORCE = fact_pattern("in_force")
_LEVEL = fact_pattern("level")
_WISHED = fact_pattern("wished")
_EARLIER = fact_pattern("earlier_level")
_THE_LEVEL = fact_pattern("the_level")
_TRADED = fact_pattern("traded")
_WORTH = re.compile(r"\bworth (?:\w+ ){0,2}$")
_THAT_FROM = re.compile(r"\band that (?:on|for) [a-z ]{3,40} from $", re.I)
_SAID_OF = re.compile(r"[\d,.]+ (?:\w+ ){1,4}(?:on|for|of) (?:the |its |all )?")
_NO_GOODS = words("facts_no_goods")
_NEXT_CLAUSE = re.compile(r"\band \w+s\b|;|\bwhile\b")  # "... to 2 million barrels and keeps crude ..."
_BEHIND, _APART = (
    15,
    150,
)  # characters by which goods behind an amount, or in the next clause, count as further
_BY_THE_BARREL = frozenset({"oil-supply", "refined-petroleum", "crude-oil"})
_REMEMBERED = _BY_THE_BARREL | {"coal-export"}
_UNITS = frozenset({"barrels", "tonnes", "USD"})
_LEAST = 10_000  # a bare number below this is no ceiling
_SHORT = 120  # characters of a sentence that only gives an amount
_NEAR_LEFT, _NEAR_RIGHT = 75, 40  # characters between a word for a ceiling and its amount


def ceilings(law: LawSentence) -> Iterator[Fact]:
    """Ceilings in figures, and those a resolution sets without them."""
    cues = list(_CAP.finditer(law.text)) if law.quantities or law.resolution else []
    if not cues:
        yield from _elliptical(law)
        return
    made = False
    for offset, quantity in law.quantities:
        if (
            _counts(quantity)
            and _stated(law, offset, quantity, cues)
            and (found := _of(law, offset, quantity))
        ):
            made = True
            yield found
    if not made and _LEVEL.search(law.text) and not law.proposed and law.resolution:
        for named in law.special():
            if named.id not in _NO_GOODS:
                yield law.fact("cap", named.id, law.day())


def _counts(quantity: Quantity) -> bool:
    return quantity.unit in _UNITS or (quantity.unit is None and quantity.value >= _LEAST)


def _of(law: LawSentence, offset: int, quantity: Quantity) -> Fact | None:
    """The ceiling that an amount is, with the goods it is about."""
    measure = _measure_for(law, offset)
    if measure is None or (quantity.unit is None and measure not in _BY_THE_BARREL):
        return None
    if quantity.unit == "USD" and not measure.endswith("-export"):
        return None  # money that moved, not a ceiling in money on a trade
    quantity = replace(quantity, unit=quantity.unit or "barrels")
    if quantity.per is None and (yearly(law.text) or quantity.unit == "barrels"):
        quantity = replace(quantity, per="year")
    return law.fact("cap", measure, law.day(), quantity)


def _stated(law: LawSentence, offset: int, quantity: Quantity, cues: list[re.Match[str]]) -> bool:
    """Whether an amount is a ceiling in force, not one that is only proposed."""
    if not _near(law.text, offset, quantity, cues):
        return False
    wished = law.proposed and _WISHED.search(law.text)
    return not wished or _IN_FORCE.search(law.text[max(0, offset - 40) : offset]) is not None


def _elliptical(law: LawSentence) -> Iterator[Fact]:
    """The ceiling of `Before that it stood at two million`, whose goods the sentence before names."""
    cap = law.last_cap
    if (
        cap is None
        or len(law.text) > _SHORT
        or not _EARLIER.search(law.text)
        or not _THE_LEVEL.search(law.text)
    ):
        return
    for _, quantity in law.quantities:
        if quantity.unit in (None, "barrels", "tonnes") and quantity.value >= _LEAST:
            amount = replace(quantity, unit=cap.unit, per=cap.per)
            yield law.fact("cap", cap.measure or "oil-supply", None, amount)


def _measure_for(law: LawSentence, offset: int) -> str | None:
    """The goods that an amount is about: the nearest named, else those of the sentence before."""
    goods = [m for m in law.measures if m.id not in NOT_BANNED | _NO_GOODS]
    special = [m for m in goods if m.id != "oil-supply"]
    best = min(special or goods, key=lambda m: _distance(law.text, offset, m), default=None)
    if best is not None:
        return best.id
    return law.before if law.before in _REMEMBERED else None


def _distance(text: str, offset: int, measure: MeasureFound) -> int:
    """`a cap of 500,000 barrels a year on refined petroleum`: what the amount is said of comes first."""
    if _SAID_OF.fullmatch(text[offset : measure.start]):
        return 0
    behind = measure.end > offset
    apart = behind and _NEXT_CLAUSE.search(text, offset, measure.start) is not None
    return abs(measure.start - offset) + (_BEHIND if behind else 0) + (_APART if apart else 0)


def _near(text: str, offset: int, quantity: Quantity, cues: list[re.Match[str]]) -> bool:
    """Whether an amount is the ceiling itself, not what was delivered beside it."""
    end = offset + len(quantity.text)
    left = text[max(0, offset - 40) : offset]
    if _WORTH.search(left) or (_TRADED.search(left) and not _LEVEL.search(left)):
        return False
    if _THAT_FROM.search(left):
        return True
    return any(0 <= offset - cue.end() <= _NEAR_LEFT or 0 <= cue.start() - end <= _NEAR_RIGHT for cue in cues)

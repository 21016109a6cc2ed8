"""Amounts: reading "500 barrels", and turning tonnes into barrels by the stated factor."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from article41.assessment.transaction import Amount, GoodsItem
from article41.errors import FactsError
from article41.source import read_text, read_yaml
from article41.types import Confidence

_FILE = Path(__file__).parent.parent / "data" / "units.yaml"
_TEXT = re.compile(r"\s*([A-Za-z$]{0,3})\s*([-+]?[\d,._ ]*\d)\s*(.*?)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """An amount in the unit asked for; how it got there and how sure the factor is, where one was needed."""

    amount: float
    how: str = ""
    confidence: Confidence = Confidence.HIGH


@cache
def _table() -> Any:
    return read_yaml(read_text(_FILE), _FILE.name)


def unit_name(text: str) -> str:
    """The unit's short name. Raises FactsError for an unknown one."""
    table = _table()
    plain = " ".join(text.strip().lower().rstrip(".").split())
    for known in (text.strip(), plain, table["names"].get(plain), text.strip().upper()):
        units = (*table["mass"], *table["volume"], *table["counts"], *table["currencies"])
        if known in units:
            return str(known)
    raise FactsError(
        f"'{text}' is not a unit",
        hint="use t, kg, barrel, l, m3, gallon, item, or a currency such as USD",
    )


def parse_amount(text: str) -> tuple[float, str]:
    """Number and unit of "500 barrels", "1,200.5 t", "USD 400". Raises FactsError."""
    match = _TEXT.match(text)
    if match is None or not (match[1] or match[3]):
        raise FactsError(f"'{text}' is not an amount", hint="a number and a unit: 500 barrels")
    digits = match[2].replace(",", "").replace(" ", "").replace("_", "")
    try:
        number = float(digits)
    except ValueError:
        raise FactsError(f"'{match[2]}' is not a number", hint="write 1200.5 or 1,200.5") from None
    scale = 1.0
    unit = match[3]
    for word, factor in (("million ", 1e6), ("thousand ", 1e3)):
        if unit.lower().startswith(word):
            scale, unit = factor, unit[len(word) :]
    return number * scale, unit_name(unit or match[1])


def convert(amount: Amount, unit: str, item: GoodsItem | None) -> Converted | None:
    """The amount in another unit; None where no rule leads there.

    Tonnes become barrels by the product's factor, or the basket's where the product is not known.
    """
    table = _table()
    if amount.unit == unit:
        return Converted(amount=amount.amount)
    for family in ("mass", "volume"):
        if amount.unit in table[family] and unit in table[family]:
            return Converted(amount=amount.amount * table[family][amount.unit] / table[family][unit])
    rule = _factor(item)
    if rule is None:
        return None
    how = f"{rule['factor']:.4g} barrels to the tonne ({rule['source']}, {rule['confidence']})"
    grade = Confidence(rule["confidence"])
    if amount.unit in table["mass"] and unit in table["volume"]:
        tonnes = amount.amount * table["mass"][amount.unit]
        return Converted(amount=tonnes * rule["factor"] / table["volume"][unit], how=how, confidence=grade)
    if amount.unit in table["volume"] and unit in table["mass"]:
        barrels = amount.amount * table["volume"][amount.unit]
        return Converted(amount=barrels / rule["factor"] / table["mass"][unit], how=how, confidence=grade)
    return None


def _factor(item: GoodsItem | None) -> Any:
    table = _table()
    words = (item.words or "").lower() if item else ""
    digits = re.sub(r"\D", "", item.hs or "") if item else ""
    for rule in table["barrels_per_tonne"]:
        if any(word in words for word in rule["words"]):
            return rule
    for rule in table["barrels_per_tonne"]:
        if any(digits.startswith(code) for code in rule["hs"]):
            return rule
    return table["basket"]

"""Amounts of the record in one unit: as declared, or by a stated factor."""

from __future__ import annotations

from dataclasses import dataclass

from article41.chronicle.rows import Conversion, Delivery
from article41.types import Confidence, weakest


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An amount in the unit asked for; `how` names the factor where one was needed."""

    amount: float
    how: str = ""
    confidence: Confidence = Confidence.HIGH


def figure(row: Delivery, unit: str, factor: Conversion | None) -> Figure | None:
    """A row's amount in a unit: as declared, else by the factor, else None.

    The Committee's Secretary counts the same way: barrels as declared before tonnes converted.
    """
    amounts = dict(row.amounts)
    if unit in amounts:
        return Figure(amount=amounts[unit], confidence=row.confidence)
    if factor is None or factor.barrels_per_tonne is None or factor.tonnes_per_barrel is None:
        return None
    grade = weakest(row.confidence, factor.confidence)
    how = f"{factor.barrels_per_tonne:.4g} barrels to the tonne ({factor.product}; {factor.confidence.value})"
    if unit == "barrel" and "t" in amounts:
        return Figure(amount=amounts["t"] * factor.barrels_per_tonne, how=how, confidence=grade)
    if unit == "t" and "barrel" in amounts:
        return Figure(amount=amounts["barrel"] / factor.barrels_per_tonne, how=how, confidence=grade)
    return None

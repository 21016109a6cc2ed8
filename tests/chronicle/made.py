"""Deliveries made up for a test."""

from __future__ import annotations

from datetime import date
from typing import Any

from article41.chronicle.rows import CapRecord, Conversion, Delivery
from article41.chronicle.span import day_span
from article41.types import Confidence

CAP = CapRecord(
    name="refined-petroleum",
    measure="dprk.petroleum.refined",
    title="Refined",
    units=("barrel",),
    factor="basket",
    declarers=("CN", "RU"),
)
BASKET = Conversion(
    product="basket",
    barrels_per_tonne=8.0,
    tonnes_per_barrel=0.125,
    rule=3,
    basis="test",
    source="test",
    confidence=Confidence.MEDIUM,
)
YEAR = {"start": date(2020, 1, 1), "last": date(2020, 12, 31), "factor": BASKET}


def delivery(start: date, end: date, by: str = "CN", known: date | None = None, **fields: Any) -> Delivery:
    """A declared delivery: barrels=10 or t=10, known from its last day unless said otherwise."""
    amounts = tuple((unit, float(fields.pop(unit))) for unit in ("barrel", "t") if unit in fields)
    told: dict[str, Any] = {
        "cap": "refined-petroleum",
        "series": "reported",
        "bound": "",
        "claimant": "Member States, to the Committee",
        "document": "page",
        "as_of": None,
        "source": "test",
        "confidence": Confidence.HIGH,
        "published": day_span(known or end),
    }
    return Delivery(start=start, end=end, by=tuple(by.split(";")), amounts=amounts, **(told | fields))

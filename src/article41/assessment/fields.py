"""Which field a clerk may have meant by a name that is none."""

from __future__ import annotations

import difflib
from dataclasses import fields
from typing import Any

from article41.assessment.transaction import (
    Amount,
    Approval,
    Dates,
    GoodsItem,
    Notice,
    Party,
    Ship,
    Spot,
    Tally,
    Transaction,
)

_PARTS: dict[str, type[Any]] = {
    "dates": Dates,
    "from_": Spot,
    "to": Spot,
    "via": Spot,
    "goods": GoodsItem,
    "parties": Party,
    "ships": Ship,
    "approvals": Approval,
    "notices": Notice,
    "tallies": Tally,
    "amount": Amount,
}
_WRITTEN = {"import_": "import", "from_": "from", "is_": "is"}
_MEANT = {
    "designated": "listed",
    "sanctioned": "listed",
    "blacklisted": "listed",
    "is_listed": "listed",
    "vessel": "ships",
    "vessels": "ships",
    "ship": "ships",
    "party": "parties",
    "cargo": "goods",
    "product": "goods",
    "items": "goods",
    "commodity": "words",
    "description": "words",
    "name": "words",
    "hs_code": "hs",
    "code": "hs",
    "price": "value",
    "unit_price": "item_value",
    "unit_value": "item_value",
    "weight": "quantity",
    "type": "kind",
    "destination": "to",
    "source": "from",
    "via_port": "via",
    "approval": "approvals",
    "notice": "notices",
    "notification": "notices",
    "notifications": "notices",
    "tally": "tallies",
    "purpose": "facts",
    "contract_date": "dates",
    "services": "act",
    "service": "act",
}
"""Words people use for a field, where the field stands in the part they wrote them in."""


def field_meant(path: tuple[str | int, ...]) -> str:
    """The field nearest to the last name of a path, among those of its part; empty where none is near."""
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return ""
    part = _PARTS.get(names[-2]) if len(names) > 1 else Transaction
    known = [_WRITTEN.get(one.name, one.name) for one in fields(part or Transaction)]
    wrong = names[-1].lower().replace("-", "_").replace(" ", "_")
    meant = _MEANT.get(wrong, "")
    if meant in known:
        return meant
    close = difflib.get_close_matches(wrong, [*known, *(["date"] if len(names) == 1 else [])], n=1)
    return close[0] if close else ""

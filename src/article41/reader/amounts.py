"""The amounts a change gives a measure: the new value, and the one it comes from."""

from __future__ import annotations

import re
from dataclasses import replace

from article41.reader.items import Quantity
from article41.reader.patterns import pattern
from article41.reader.quantities import quantities_in

_OR = re.compile(r"[^.;]{0,30}\bor (?:to )?", re.I)  # "7.5 million tonnes or 400.9 million dollars"
_OLD = pattern("quantities", "old")


def amounts(text: str) -> list[tuple[int, Quantity]]:
    """The amounts that a ceiling can have: not months, votes or missiles."""
    return [
        (o, q)
        for o, q in quantities_in(text)
        if q.unit in ("barrels", "tonnes", "percent", "USD") or (q.unit is None and q.value >= 1000)
    ]


def tail(text: str, last: int, reach: int) -> int:
    """Where the last amount within reach ends."""
    found = [offset + len(q.text) for offset, q in amounts(text[last:reach])]
    return last + found[-1] if found else last


def values(
    text: str, deed: tuple[int, int], measure: tuple[int, int], limits: tuple[int, int]
) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
    """The new and the old value. Each pair of numbers is a stretch: the deed, the measure, and how far to
    look (to the end of the clause, and to the next measure)."""
    window = _own_window(text, deed, measure, limits)
    found = amounts(window)
    found = [(o, _with_unit(q, found)) for o, q in found]
    old = [(o, q) for o, q in found if _OLD.search(window[:o])]
    new = [(o, q) for o, q in found if (o, q) not in old]
    both = len(new) > 1 and _OR.fullmatch(window[new[0][0] + len(new[0][1].text) : new[1][0]])
    return tuple(q for _, q in new[: 2 if both else 1]), tuple(q for _, q in old[:1])


def _own_window(text: str, deed: tuple[int, int], measure: tuple[int, int], limits: tuple[int, int]) -> str:
    """Where the amounts of a measure stand: `crude to 3 million and refined products to 375,000` gives each
    its own; `crude and refined products by a third` leaves both the same."""
    reach, following = limits
    own = amounts(text[measure[1] : following])
    before = amounts(text[deed[1] : measure[0]]) if deed[1] < measure[0] else []
    if own and (following < reach or before):
        return text[measure[0] if before else min(deed[0], measure[0]) : following]
    return text[min(deed[0], measure[0]) : reach]


def _with_unit(quantity: Quantity, found: list[tuple[int, Quantity]]) -> Quantity:
    if quantity.unit is not None:
        return quantity
    unit = next((q.unit for _, q in found if q.unit), None)
    per = next((q.per for _, q in found if q.per), None)
    return replace(quantity, unit=unit, per=quantity.per or per)

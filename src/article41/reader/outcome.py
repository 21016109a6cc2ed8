"""Which action of the schema a deed on a measure amounts to: ending a trade is no easing, ending a ban is."""

from __future__ import annotations

import re

from article41.reader.deeds import Deed, restricts
from article41.reader.gazetteer import words
from article41.reader.items import Quantity
from article41.reader.measures import MeasureFound

_STOPPING = frozenset({"end", "lift", "ease"})
_STOPPERS = words("outcome_stoppers", "|")
_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_PART = re.compile(
    r"\b(?:some|part of|parts of|certain|several|a number of|partial\w*|partly|selected)\b", re.I
)
_AGAIN = re.compile(r"\b(?:again|resume|once more|back on)\b", re.I)
_TO_AMOUNT = re.compile(r"\bto (?:a )?(?:total of |around |about |some )?[\d.]", re.I)
_LEVELS = frozenset(
    ["cap", "ceiling", "limit", "quota", "allowance", "threshold", "caps", "ceilings", "limits"]
)
_RESTORING = frozenset({"restore", "reinstate", "revive"})
_RIGHT = re.compile(r"\bright to\b|\bsell|\bexport|\bbuy|\bimport", re.I)
_CLOSING = frozenset(
    {"shut down", "close down", "end", "wind up", "wind down", "dissolve", "terminate", "phase out"}
)
_THINGS = frozenset({"joint-ventures", "overseas-workers", "financial-restrictions"})
_MONITORS = frozenset({"panel-of-experts", "sanctions-monitoring"})


def action_of(
    text: str, deed: Deed, measure: MeasureFound, new: tuple[Quantity, ...], old: tuple[Quantity, ...]
) -> str:
    """The action, by the deed, by what it is done to, and by the amounts where they tell."""
    around = text[max(0, min(deed.end, measure.start) - 20) : max(deed.end, measure.end) + 28].lower()
    last = max(deed.start, measure.end)
    behind = re.split(r",| and\b|;", text[last : last + 22])[0]
    near = set(_WORDS.findall((text[min(deed.end, measure.start) : last] + behind).lower()))
    if deed.action in ("impose", "tighten", "lower", "raise") and new and old:
        return "lower" if new[0].value < old[0].value else "raise"
    if deed.action in _STOPPING and deed.lemma in _STOPPERS and _trades(near):
        return "impose"
    if deed.lemma in _CLOSING and measure.id in _THINGS and not any(restricts(word) for word in near):
        return "impose"
    if deed.action == "lift":
        return _lifted(text, deed, measure, around, near)
    if deed.action in ("lower", "raise"):
        return _levelled(deed.action, measure, near)
    if deed.action in ("tighten", "impose") and measure.id == "humanitarian-exemption":
        return "exempt" if deed.action == "impose" else "ease"
    if deed.lemma in _RESTORING and measure.id not in _MONITORS:
        return "lift" if _trades(near) or _RIGHT.search(around) else "impose"
    if deed.action == "extend" and measure.id not in _MONITORS and " to " in around and not new:
        return "tighten" if measure.id == "sanctions-regime" else "extend"
    if (
        deed.action == "exempt"
        and (measure.id.endswith("-export") or measure.id in _THINGS)
        and _AGAIN.search(around)
    ):
        return "lift"
    return deed.action


def _trades(near: set[str]) -> bool:
    return bool(near & words("outcome_trade")) and not any(restricts(word) for word in near)


def _lifted(text: str, deed: Deed, measure: MeasureFound, around: str, near: set[str]) -> str:
    if near & _LEVELS and _TO_AMOUNT.search(text, deed.end, measure.end + 40):
        return "raise"
    before = text[max(0, deed.start - 24) : deed.start]
    if deed.kind == "goes" and _trades(set(_WORDS.findall(around))):
        return "impose"  # "every sale of the fuel has to cease"
    if measure.id == "sanctions-regime" and _PART.search(text[deed.end : measure.end]):
        return "ease"
    return "ease" if re.search(r"\bpartial\w*\s+(?:\w+\s+)?$", before, re.I) else "lift"


def _levelled(action: str, measure: MeasureFound, near: set[str]) -> str:
    """Less of a ceiling is lower, less of the sanctions themselves is easing."""
    of_sanctions = measure.id == "sanctions-regime" or near & {"sanctions", "ban", "bans", "restrictions"}
    if of_sanctions and not near & _LEVELS:
        return "ease" if action == "lower" else "tighten"
    return action

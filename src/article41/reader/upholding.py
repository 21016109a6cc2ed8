"""Who keeps to the sanctions there are: maintain them, enforce them, defend those who monitor."""

from __future__ import annotations

from article41.reader.cues import FRIENDS, TARGET, Ground, Read, find
from article41.reader.patterns import pattern
from article41.reader.relief import condition_in

# "The embargo remains in force, and all states stay bound to carry it out": a demand on others.
_EVERYBODY = pattern("stance", "everybody")
_STOP_TRADE = pattern("stance", "stop_trade")
_UNDER_LAW = pattern("stance", "under_law")
_TO_COMPLY = pattern("stance", "to_see")
_VALUED = pattern("stance", "valued")


def keeping(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    """The sanctions stay: until something happens, by all who are bound to them, or simply so."""
    match = find("keep", text)
    if match is None or represents == TARGET:
        return None
    if _EVERYBODY.search(text) and represents not in FRIENDS:
        return Read("enforce", "stance:kept-by-all")
    condition = condition_in(text)
    if condition is not None and (condition[0] >= match.start() or "until then" in text):
        return Read("conditional-relief", "stance:kept-on-condition", condition)
    return Read("maintain", "stance:kept")


def enforcing(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    """Compliance demanded, breaches named, those who monitor defended or attacked."""
    if represents == TARGET:
        return None
    if represents not in FRIENDS and find("watching", text) and _TO_COMPLY.search(text):
        return Read("enforce", "stance:compliance-watched")
    if find("strict", text) or (kind == "pro" and _STOP_TRADE.search(text)) or _demanded(text, kind):
        return Read("enforce", "stance:compliance")
    if find("monitors", text) is None:
        return None
    if find("futile", text):
        return Read("oppose-strengthening", "stance:monitors-attacked")
    return Read("enforce", "stance:monitors-defended") if _VALUED.search(_near_monitors(text)) else None


def _demanded(text: str, kind: str) -> bool:
    """Words of compliance, near what is to be complied with, in a demand."""
    if find("enforce", text) is None or not (kind == "pro" or find("demand", text)):
        return False
    near = find("object", text) or find("monitors", text) or _UNDER_LAW.search(text)
    return near is not None


def _near_monitors(text: str) -> str:
    """The words around those who monitor."""
    found = find("monitors", text)
    return text[max(0, found.start() - 60) : found.end() + 75] if found else ""


def panel_debate(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    """Who deplores that the monitors were vetoed defends monitoring."""
    if represents in (None, TARGET, *FRIENDS) or not find("shielding", text):
        return None
    if ground.draft == "extend":
        return Read("enforce", "stance:veto-of-monitors-deplored")
    if ground.draft == "strengthen" and _FAILURE.search(text):
        return Read("strengthen", "stance:failure-deplored")
    return None


_FAILURE = pattern("stance", "failure")

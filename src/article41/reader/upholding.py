"""Who keeps to the sanctions there are: maintain them, enforce them, defend those who monitor."""

from __future__ import annotations

import re

from article41.reader.cues import FRIENDS, TARGET, Ground, Read, find
from article41.reader.relief import condition_in

# "The embargo remains in force, and all states stay bound to carry it out": a demand on others.
_EVERYBODY = re.compile(
    r"\b(?:all|every|member|other|those)\b[^.;,]{0,30}\b(?:stat\w+|countr\w+|nations?|members?|governments?)\b[^.;]{0,40}"
    r"\b(?:carry|carrying|implement\w*|enforc\w+|bound|obliged|comply|uphold|abide|obligat\w+)"
)


def keeping(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    match = find("keep", text)
    if match is None or represents == TARGET:
        return None
    if _EVERYBODY.search(text) and represents not in FRIENDS:
        return Read("enforce", "stance:kept-by-all")
    condition = condition_in(text)
    if condition is not None and condition[0] >= match.start():
        return Read("conditional-relief", "stance:kept-on-condition", condition)
    return Read("maintain", "stance:kept")


def enforcing(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    match = find("enforce", text)
    if represents == TARGET:
        return None
    if find("strict", text) or (
        kind == "pro"
        and re.search(
            r"\bstop\b[^.;]{0,40}\b(?:weapons|arms|trade|transfers?|sales|cooperation|collaborations?"
            r"|supplies|shipments)",
            text,
            re.I,
        )
    ):
        return Read("enforce", "stance:compliance")
    near = (
        match is not None
        and (
            find("object", text)
            or find("monitors", text)
            or re.search(r"\btransfers?\b|\bobligations?\b|\bsales\b|\bcap\b|\bdeals?\b", text, re.I)
        )
        and (kind == "pro" or find("demand", text))
    )
    if near:
        return Read("enforce", "stance:compliance")
    monitors = find("monitors", text)
    if monitors is None:
        return None
    if find("futile", text):
        return Read("oppose-strengthening", "stance:monitors-attacked")
    around = _near_monitors(text)
    if re.search(
        r"\b(?:vital|essential|crucial|important|indispensable|critical|needed|valuable|independent"
        r"|credible|renew\w*|exten\w+|replac\w+|preserv\w*|continu\w*|regret\w*|loss|dismay\w*"
        r"|disappoint\w*|silenc\w+|blind\w*|lament\w*|violations|keep watch|eyes|veto\w*|demise|absence|alternative\w*|successor|gap|gold standard)\b",
        around,
    ):
        return Read("enforce", "stance:monitors-defended")
    return None


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


_FAILURE = re.compile(
    r"\b(?:fail\w*|veto\w*|block\w*|inaction|silence|outcome|defeat|paralys\w+|rejection)\b"
)

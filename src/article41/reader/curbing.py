"""Who wants more sanctions, and who refuses them."""

from __future__ import annotations

import re

from article41.reader.cues import RELIEF, TARGET, TIGHTENING, Act, Ground, Read, act_in, find
from article41.reader.patterns import pattern
from article41.reader.relief import condition_in, of_relief


def tightening(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    match = find("tighten", text)
    if match is None or _OF_CARE.match(text[match.end() - 12 : match.end() + 40]):
        return None
    if _CARRYING_OUT.search(text[max(0, match.start() - 48) : match.start()]):
        return Read("enforce", "stance:new-measures-carried-out")
    left = re.split(r"[;:.]|\bbut\b", text[max(0, match.start() - 80) : match.start()])[-1]
    left = _NO_DENIAL.sub(" ", left)
    if re.search(
        r"\b(?:blindly|merely|simply|only|constantly|endlessly|ever|keep on"
        r"|unilateral(?:ly)?)\s+(?:\w+ing )?$",
        left + match.group()[:0],
    ) and re.search(r"\b(?:nowhere|fail\w*|lead to|worse|useless)\b", text[match.end() :], re.I):
        return Read("oppose-strengthening", "stance:tightening-opposed")
    about = re.split(r"\bbut\b|;", _NO_DENIAL.sub(" ", text[match.start() : match.end() + 130]))[0]
    if find("futile", left + " ¦ " + about) or re.search(
        r"\bnot\b|\bno\b|n['’]t\b|\bnever\b|\bagainst\b|\bno need\b|\bwithout\b", left, re.I
    ):
        return Read("oppose-strengthening", "stance:tightening-opposed")
    if represents == TARGET:
        return Read("oppose-strengthening", "stance:target-on-tightening")
    return Read("strengthen", "stance:tightening-wanted", condition_in(text))


# "Stricter enforcement" keeps to what there is.
_OF_CARE = re.compile(
    r".{0,24}?\b(?:enforcement|implementation|compliance|monitoring|oversight|controls|vigilance)\b"
)


# "Carry out the new measures": they are there, and kept.
_CARRYING_OUT = pattern("stance", "carrying_out")


_NO_DENIAL = pattern("stance", "no_denial")


def praising(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    """Praise for a text that tightens: `the toughest in a generation`, `welcomed the resolution`."""
    if (
        represents == TARGET
        or not ((ground.draft == "strengthen" and not ground.talk) or ground.adopted or find("object", text))
        or not ((kind == "pro" and ground.adopted and _HAILS.match(text)) or find("praise", text))
    ):
        return None
    if re.search(r"\bexemption|\bwaiver|\brelief|\bsummit|\btalks\b|\bdialogue\b|\bveto", text, re.I) or find(
        "futile", text
    ):
        return None
    if ground.draft == "ease" and ground.adopted:
        return Read("ease", "stance:relief-praised")
    return Read("strengthen", "stance:tightening-praised")


def vetoing(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    """`would veto any such text`: opposed to what the text would do."""
    if kind == "pro" or not re.search(
        r"\b(?:would|will|could|threaten\w* to|vowed to|ready to|prepared to|to) (?:\w+ )?(?:veto\b"
        r"|block (?:any|the|such|it|this|that|a)\b(?=(?: \w+){0,3} (?:resolution|text|draft|attempts?|moves?|bid|statement|action|sanctions))|block it\b)",
        text,
        re.I,
    ):
        return None
    label = "oppose-easing" if ground.draft == "ease" else "oppose-strengthening"
    return Read(label, "stance:veto-threatened")


_HAILS = pattern("stance", "hails")


def acting(text: str, kind: str, represents: str | None, acts: tuple[Act, ...]) -> Read | None:
    """Relief or new curbs in words that no cue lists: `waive the rule`, `close its ports to the ships`."""
    relief = act_in(acts, RELIEF, text)
    if relief is not None and (found := of_relief(text, relief, kind, represents)) is not None:
        done = {act.action for act in acts} & RELIEF
        whole = done <= {"lift", "end"} and not find("partly", text)
        return Read("lift", found.rule) if found.stance == "ease" and whole else found
    act = act_in(acts, TIGHTENING, text)
    if act is None or not (kind == "pro" or find("wish", text)):
        return None
    if represents == TARGET or find("against", text[max(0, act.start() - 60) : act.start()]):
        return Read("oppose-strengthening", "stance:new-curbs-opposed")
    return Read("strengthen", "stance:new-curbs-wanted")

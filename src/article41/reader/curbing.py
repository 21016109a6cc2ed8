"""Who wants more sanctions, and who refuses them."""

from __future__ import annotations

import re

from article41.reader.cues import FRIENDS, RELIEF, TARGET, TIGHTENING, Act, Ground, Read, act_in, find
from article41.reader.patterns import pattern
from article41.reader.relief import condition_in, of_relief


def tightening(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    """More sanctions asked for, or called useless, or those that are there carried out."""
    match = find("tighten", text)
    if match is None or _OF_CARE.match(text[match.end() - 12 : match.end() + 40]):
        return None
    if _CARRYING_OUT.search(text[max(0, match.start() - 48) : match.start()]):
        return Read("enforce", "stance:new-measures-carried-out")
    left = re.split(r"[;:.]|\bbut\b", text[max(0, match.start() - 80) : match.start()])[-1]
    left = _NO_DENIAL.sub(" ", left)
    if _BLINDLY.search(left) and _NOWHERE.search(text, match.end()):
        return Read("oppose-strengthening", "stance:tightening-opposed")
    about = _ENDS.split(_NO_DENIAL.sub(" ", text[match.start() : match.end() + 130]))[0]
    if represents not in (TARGET, *FRIENDS):
        about = _OF_THE_NORTH.sub(" ", about)
    if find("futile", left + " ¦ " + about) or _DENIED.search(left):
        return Read("oppose-strengthening", "stance:tightening-opposed")
    if represents == TARGET:
        return Read("oppose-strengthening", "stance:target-on-tightening")
    return Read("strengthen", "stance:tightening-wanted", condition_in(text))


# "Stricter enforcement" keeps to what there is.
_OF_CARE = pattern("stance", "of_care")
_ENDS = re.compile(r"\bbut\b|;|\bbecause\b|\bsince\b")
_OF_THE_NORTH = pattern("stance", "of_the_north")  # what others call its deeds
_BLINDLY = pattern("stance", "blindly")
_NOWHERE = pattern("stance", "nowhere")
_DENIED = pattern("stance", "denied")
_NOT_OF_CURBS = pattern("stance", "not_of_curbs")
_WOULD_VETO = pattern("stance", "would_veto")


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
    if _NOT_OF_CURBS.search(text) or find("futile", text):
        return None
    if ground.draft == "ease" and ground.adopted:
        return Read("ease", "stance:relief-praised")
    return Read("strengthen", "stance:tightening-praised")


def vetoing(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    """`would veto any such text`: opposed to what the text would do."""
    if kind == "pro" or not _WOULD_VETO.search(text):
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

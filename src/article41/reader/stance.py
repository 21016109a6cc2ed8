"""Which position on sanctions a stretch of reported speech takes, and the words that show it.

Negation is read through: "no indication that X will ease" keeps sanctions, "no new sanctions" opposes them.
"""

from __future__ import annotations

import re

from article41.reader.cues import FRIENDS, RELIEF, TARGET, TIGHTENING, Act, Ground, Read, act_in, find
from article41.reader.patterns import pattern
from article41.reader.relief import condition_in, negated_relief, of_relief, relief_in
from article41.reader.tokens import lowered

_DRAFT = pattern("stance", "draft")
_VETO = re.compile(r"\bveto(?:es|ed|ing)?\b", re.I)


def stance(text: str, kind: str, represents: str | None, ground: Ground, acts: tuple[Act, ...] = ()) -> Read:
    """The stance of words under a verb of this class (say, pro, con, watch) by one who represents a State.

    `acts` are what the words would do to measures, where their grammar tells.
    """
    low = lowered(text)
    text = low
    if any(word in low for word in _ASKING) and (asked := _ASKED.search(low)) is not None:
        if ground.draft is None and relief_in(asked.group()):
            ground = Ground(draft="ease")
        text = _ASKED.sub(" ", low)
    if kind == "con":
        return _against(text, ground, acts)
    if kind == "watch":
        return Read("monitor", "stance:watching")
    relief = relief_in(text)
    if relief is not None and kind == "say" and _watches(text) and not negated_relief(text, relief):
        return Read("monitor", "stance:watching")
    if relief is not None:
        found = of_relief(text, relief, kind, represents)
        if found is not None:
            return found
    for rule in (
        _keeping,
        _vetoing,
        _tightening,
        _enforcing,
        _panel_debate,
        _praising,
        _on_draft,
        _dismissing,
        _complaint,
    ):
        found = rule(text, kind, represents, ground)
        if found is not None:
            return found
    if (found := _acting(text, kind, represents, acts)) is not None:
        return found
    if _watches(text):
        return Read("monitor", "stance:watching")
    return Read("neutral", "stance:none")


def _watches(text: str) -> bool:
    """Whether the words only look on; who watches that others comply demands it."""
    return find("watching", text) is not None and not _TO_SEE.search(text)


_TO_SEE = re.compile(
    r"\bto (?:see|ensure|make sure) (?:to it )?that\b|\bviolations?\b|\bbreach|\bcompl(?:y|iance)\b"
)
# What was asked of a speaker are not his own words.
_ASKED = pattern("stance", "asked")
_ASKING = ("asked", "pressed", "questioned", "urged", " say ")


# ── the other positions ───────────────────────────────────────────────────────────────────────


# "The embargo remains in force, and all states stay bound to carry it out": a demand on others.
_EVERYBODY = re.compile(
    r"\b(?:all|every|member|other|those)\b[^.;,]{0,30}\b(?:stat\w+|countr\w+|nations?|members?|governments?)\b[^.;]{0,40}"
    r"\b(?:carry|carrying|implement\w*|enforc\w+|bound|obliged|comply|uphold|abide|obligat\w+)"
)


def _keeping(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    match = find("keep", text)
    if match is None or represents == TARGET:
        return None
    if _EVERYBODY.search(text) and represents not in FRIENDS:
        return Read("enforce", "stance:kept-by-all")
    condition = condition_in(text)
    if condition is not None and condition[0] >= match.start():
        return Read("conditional-relief", "stance:kept-on-condition", condition)
    return Read("maintain", "stance:kept")


def _tightening(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
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


def _praising(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
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


def _vetoing(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
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


def _dismissing(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    """`Now is not the time`, of a text that eases."""
    if ground.draft not in ("ease", "strengthen") or not find("dismissal", text):
        return None
    if ground.draft == "ease" and represents not in (*FRIENDS, TARGET):
        return Read("oppose-easing", "stance:draft-dismissed")
    if ground.draft == "strengthen" and represents in (*FRIENDS, TARGET):
        return Read("oppose-strengthening", "stance:draft-dismissed")
    return None


def _enforcing(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
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


def _panel_debate(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
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


_BACKS = pattern("stance", "backs")
_HAILS = pattern("stance", "hails")
_BACKS_IT = re.compile(r"\s*\w+(?: for| on)? (?:it|this|that|them)\b(?! (?:the|would|should))")
# How those who put a text forward speak of it.
_BACKING = re.compile(
    r"\bdeserv\w+ (?:\w+ )?support|\b(?:is|was|are|were) (?:meant|intended|designed) to (?:improve|help|ease"
    r"|enhanc|alleviat|creat)|\b(?:humane|timely|reasonable|responsible|balanced|constructive)\b"
)


def _on_draft(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    if not _DRAFT.search(text) and not _BACKS_IT.match(text):
        return None
    if (
        kind == "say"
        and ground.draft == "ease"
        and represents in (*FRIENDS, TARGET)
        and _BACKING.search(text)
    ):
        return Read("ease", "stance:backs-draft")
    if kind != "pro" or ground.talk or not _BACKS.match(text):
        return None
    if ground.draft == "extend" and represents in (*FRIENDS, TARGET):
        return None
    labels = {"ease": "ease", "strengthen": "strengthen", "extend": "enforce"}
    return Read(labels[ground.draft], "stance:backs-draft") if ground.draft in labels else None


_NOT_MEANT = re.compile(
    r"\b(?:not|never|n['’]t) (?:be )?(?:intended|meant|aimed|designed) (?:to|at) \w+|\bwould not \w+"
)


def _complaint(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    """Sanctions called futile, hostile or harmful, with no call to remove them."""
    text = _NOT_MEANT.sub(" ", text)
    if represents == TARGET and kind == "say" and find("futile", text) and ground.draft != "ease":
        return Read("oppose-strengthening", "stance:sanctions-attacked")
    if kind == "pro" or not re.search(
        r"\bsanctions?\b|\bpressure\b|\bresolutions?\b|\bpanel\b|\bcouncil\b|\btext\b|\bdraft\b"
        r"|\bmsmt\b|\b(?:the|this|such) (?:monitoring )?(?:team|mechanism)\b",
        text,
        re.I,
    ):
        return None
    return Read("oppose-strengthening", "stance:sanctions-attacked") if find("futile", text) else None


def _acting(text: str, kind: str, represents: str | None, acts: tuple[Act, ...]) -> Read | None:
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


def _against(text: str, ground: Ground, acts: tuple[Act, ...]) -> Read:
    relief = relief_in(text) or act_in(acts, RELIEF, text)
    condition = condition_in(text)
    if relief is None and ground.draft == "ease" and find("dismissal", text):
        return Read("oppose-easing", "stance:draft-refused")
    if relief is not None:
        if condition is not None:
            return Read("conditional-relief", "stance:relief-refused-on-condition", condition)
        return Read("oppose-easing", "stance:relief-refused")
    if _VETO.search(text):
        labels = {"extend": "enforce", "strengthen": "strengthen"}
        return Read(labels.get(ground.draft or "", "neutral"), "stance:veto-condemned")
    if find("tighten", text) or act_in(acts, TIGHTENING, text):
        return Read("oppose-strengthening", "stance:tightening-refused")
    if find("enforce", text) and not find("monitors", text):
        return Read("enforce", "stance:breach-condemned")
    if _DRAFT.search(text) or re.search(r"\bit\b|\bthem\b|\bmandate\b|\bpanel\b|\bdraft\b", text, re.I):
        labels = {
            "ease": "oppose-easing",
            "strengthen": "oppose-strengthening",
            "extend": "oppose-strengthening",
        }
        if ground.draft in labels:
            return Read(labels[ground.draft], "stance:draft-refused")
    if re.search(
        r"\bsanctions?\b|\bresolutions?\b|\bpressure\b|\bpanel\b|\bmeasures\b|\bdecision\b|\bmsmt\b"
        r"|\bbody\b|\bmonitor\w*\b|\breport\b|\bteam\b|\bmechanism\b|\brequests?\b|\blistings?\b"
        r"|\binspections?\b|\binterception|\binterdiction|\bblockade|\bembargo|\bpenalties\b|\bpunishment|\brestrictions?\b|\bcurbs\b|\bsovereignty",
        text,
        re.I,
    ):
        return Read("oppose-strengthening", "stance:sanctions-refused")
    return Read("neutral", "stance:none")

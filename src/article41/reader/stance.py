"""Which position on sanctions a stretch of reported speech takes, and the words that show it.

Negation is read through: "no indication that X will ease" keeps sanctions, "no new sanctions" opposes them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from article41.reader.gazetteer import DATA
from article41.reader.patterns import pattern
from article41.reader.tokens import lowered
from article41.source import read_yaml

_TARGET = "North Korea"
_CONDITION_END = re.compile(r"[,;.”\"—]|\bbut\b|\band (?:said|that|added)\b|$")
_NEARLY = 75
_FRIENDS = frozenset({"China", "Russia"})  # their "in step with" asks for relief; others' withholds it


@dataclass(frozen=True, slots=True)
class Read:
    """A stance with the name of the rule that found it and the words of a condition, if any."""

    stance: str
    rule: str
    condition: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What the text as a whole says: which way its draft goes (ease, strengthen, extend, or unknown)."""

    draft: str | None = None
    adopted: bool = False


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    listed = read_yaml((DATA / "cues.yaml").read_text(encoding="utf-8"), "cues.yaml")["cues"]
    return {name: re.compile(pattern.strip()) for name, pattern in listed.items()}


def _find(name: str, text: str) -> re.Match[str] | None:
    return _cues()[name].search(text)


_DRAFT = pattern("stance", "draft")
_VETO = re.compile(r"\bveto(?:es|ed|ing)?\b", re.I)


def stance(text: str, kind: str, represents: str | None, ground: Ground) -> Read:
    """The stance of words under a verb of this class (say, pro, con, watch) by one who represents a State."""
    text = lowered(text)
    if kind == "con":
        return _against(text, ground)
    if kind == "watch":
        return Read("monitor", "stance:watching")
    relief = _relief(text)
    if relief is not None and kind == "say" and _find("watching", text) and not _negated(text, relief):
        return Read("monitor", "stance:watching")
    if relief is not None:
        found = _of_relief(text, relief, kind, represents)
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
    if _find("watching", text):
        return Read("monitor", "stance:watching")
    return Read("neutral", "stance:none")


# ── relief ────────────────────────────────────────────────────────────────────────────────────


def _relief(text: str) -> re.Match[str] | None:
    """A word of relief that stands near sanctions."""
    for name in ("lift", "relief"):
        for match in _cues()[name].finditer(text):
            near = text[max(0, match.start() - _NEARLY) : match.end() + _NEARLY]
            if _find("object", near) or "sanctions" in match.group().lower():
                if _OTHER_OBJECT.match(text[match.end() : match.end() + 45]):
                    continue
                if re.match(
                    r"\s*(?:tension|the (?:humanitarian|suffering|diplomatic|tension)|the diplomatic)",
                    text[match.end() :],
                    re.I,
                ):
                    continue
                return match
    return None


_OTHER_OBJECT = pattern("stance", "other_object")


def _of_relief(text: str, relief: re.Match[str], kind: str, represents: str | None) -> Read | None:
    keeps = _find("keep", text)
    condition = _condition(text)
    own_step = represents == _TARGET
    negated = _negated(text, relief) and not own_step
    if own_step and re.search(
        r"\b(?:not|never|no longer|n['’]t)\b[^.;]{0,30}\b(?:seek|beg|want|need|interested|fixated"
        r"|trade|barter|obsess|give up|exchange)\w*",
        text,
        re.I,
    ):
        return Read("oppose-strengthening", "stance:relief-not-begged-for")
    hard = re.search(r"\buntil\b|\bunless\b|\bonly (?:if|after|when|once)\b|\bwithout\b", text, re.I)
    friend = represents in _FRIENDS and not hard and not negated
    if (
        condition is not None
        and not own_step
        and not friend
        and (negated or keeps or _conditional_wish(text, kind))
    ):
        return Read("conditional-relief", "stance:relief-on-condition", condition)
    if keeps and (negated or keeps.start() <= relief.start() <= keeps.end()):
        return Read("maintain", "stance:no-relief-planned")
    if negated:
        return Read("oppose-easing", "stance:relief-negated")
    if keeps:
        return Read("maintain", "stance:kept")
    if kind == "pro" or _find("wish", text) or own_step:
        whole = (
            _cues()["lift"].fullmatch(relief.group())
            and not _cues()["relief"].search(_around(text, relief))
            and not _find("partly", _around(text, relief))
        )
        return Read("lift" if whole else "ease", "stance:relief-wanted", condition)
    return None


def _conditional_wish(text: str, kind: str) -> bool:
    """`could be eased if`, `ready to modify should`; not `easing would help when`, the wish of a friend."""
    return (
        not re.search(r"\b(?:reversible|snap-?back|livelihood|humanitarian)\b", text, re.I) and kind != "pro"
    )


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 60) : match.end() + 90]


def _negated(text: str, relief: re.Match[str]) -> bool:
    left = text[max(0, relief.start() - 90) : relief.start()]
    left = re.split(r"[;:.!?]|, and\b|\bbut\b(?! rather)|\bhowever\b|\binstead\b", left)[-1]
    right = re.split(
        r"[;!?]|\bhowever\b|\bbut (?!we|i |it|that|the u|washington|he )",
        text[relief.end() : relief.end() + 110],
    )[0]
    if re.search(
        r"\bno (?:\w+ ){0,2}(?:reason|ground|justification|basis|excuse)s? (?:to|for) (?:maintain|keep"
        r"|continu)",
        text,
        re.I,
    ):
        return False
    if re.search(
        r"\bnothing to\s*$|\bnot only\b|\bno alternative to\s*$|\bnot? (?:enough|more than|willing)\b",
        left,
        re.I,
    ):
        return bool(re.search(r"not willing", left))
    return bool(_find("against", left)) or bool(
        re.search(
            r"\bpremature|\bimpossible|\bwould (?:only|reward|send|embolden|be (?:a mistake|wrong"
            r"|premature|irresponsible)|"
            r"undermine|weaken|give|hand|fund|fuel|undercut)|\bout of the question|\bnot (?:be |on "
            r"|an? )?(?:possible|considered|an option|on the table|the (?:time|answer|right)|the moment|"
            r"appropriate|discussed|under|justified|warranted|until|before|now)|\bmust not\b"
            r"|\bshould not\b|\bwill not\b|\bcannot\b|\bwon['’]t\b|\bcouldn['’]t\b|\bcan['’]t\b"
            r"|\bnot come\b|\btoo (?:early|soon)|\breward|\bmistake\b|\bunlikely\b|"
            r"\bonly (?:funnel|fund|fuel|help|embolden)",
            right,
            re.I,
        )
    )


def _condition(text: str) -> tuple[int, int] | None:
    match = _find("conditional", text)
    if match is None:
        return None
    stop = _CONDITION_END.search(text, match.end() + 1)
    return match.start(), stop.start() if stop else len(text)


# ── the other positions ───────────────────────────────────────────────────────────────────────


def _keeping(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    match = _find("keep", text)
    if match is None or represents == _TARGET:
        return None
    condition = _condition(text)
    if condition is not None and condition[0] >= match.start():
        return Read("conditional-relief", "stance:kept-on-condition", condition)
    return Read("maintain", "stance:kept")


def _tightening(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    match = _find("tighten", text)
    if match is None:
        return None
    left = re.split(r"[;:.]|\bbut\b", text[max(0, match.start() - 80) : match.start()])[-1]
    left = _NO_DENIAL.sub(" ", left)
    if re.search(
        r"\b(?:blindly|merely|simply|only|constantly|endlessly|ever|keep on"
        r"|unilateral(?:ly)?)\s+(?:\w+ing )?$",
        left + match.group()[:0],
    ) and re.search(r"\b(?:nowhere|fail\w*|lead to|worse|useless)\b", text[match.end() :], re.I):
        return Read("oppose-strengthening", "stance:tightening-opposed")
    about = re.split(r"\bbut\b|;", _NO_DENIAL.sub(" ", text[match.start() : match.end() + 130]))[0]
    if _find("futile", left + " ¦ " + about) or re.search(
        r"\bnot\b|\bno\b|n['’]t\b|\bnever\b|\bagainst\b|\bno need\b|\bwithout\b", left, re.I
    ):
        return Read("oppose-strengthening", "stance:tightening-opposed")
    if represents == _TARGET:
        return Read("oppose-strengthening", "stance:target-on-tightening")
    return Read("strengthen", "stance:tightening-wanted", _condition(text))


_NO_DENIAL = pattern("stance", "no_denial")


def _praising(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    """Praise for a text that tightens: `the toughest in a generation`, `welcomed the resolution`."""
    if (
        represents == _TARGET
        or not (ground.draft == "strengthen" or _find("object", text))
        or not ((kind == "pro" and ground.adopted) or _find("praise", text))
    ):
        return None
    if re.search(
        r"\bexemption|\bwaiver|\brelief|\bsummit|\btalks\b|\bdialogue\b|\bveto", text, re.I
    ) or _find("futile", text):
        return None
    return Read("strengthen", "stance:tightening-praised")


def _vetoing(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    """`would veto any such text`: opposed to what the text would do."""
    if kind == "pro" or not re.search(
        r"\b(?:would|will|could|threaten\w* to|vowed to|ready to|prepared to|to) (?:\w+ )?(?:veto|block)\b",
        text,
        re.I,
    ):
        return None
    label = "oppose-easing" if ground.draft == "ease" else "oppose-strengthening"
    return Read(label, "stance:veto-threatened")


def _dismissing(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    """`Now is not the time`, of a text that eases."""
    if ground.draft not in ("ease", "strengthen") or not _find("dismissal", text):
        return None
    if ground.draft == "ease" and represents not in (*_FRIENDS, _TARGET):
        return Read("oppose-easing", "stance:draft-dismissed")
    if ground.draft == "strengthen" and represents in (*_FRIENDS, _TARGET):
        return Read("oppose-strengthening", "stance:draft-dismissed")
    return None


def _enforcing(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    match = _find("enforce", text)
    if represents == _TARGET:
        return None
    if _find("strict", text) or (
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
            _find("object", text)
            or _find("monitors", text)
            or re.search(r"\btransfers?\b|\bobligations?\b|\bsales\b|\bcap\b|\bdeals?\b", text, re.I)
        )
        and (kind == "pro" or _find("demand", text))
    )
    if near:
        return Read("enforce", "stance:compliance")
    monitors = _find("monitors", text)
    if monitors is None:
        return None
    if _find("futile", text):
        return Read("oppose-strengthening", "stance:monitors-attacked")
    if re.search(
        r"\b(?:vital|essential|crucial|important|indispensable|critical|needed|valuable|independent"
        r"|credible|renew\w*|exten\w+|replac\w+|preserv\w*|continu\w*|regret\w*|loss|dismay\w*"
        r"|disappoint\w*|silenc\w+|blind\w*|alternative\w*|successor|gap|gold standard)\b",
        text,
        re.I,
    ):
        return Read("enforce", "stance:monitors-defended")
    return None


def _panel_debate(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    """Who deplores that the monitors were vetoed defends monitoring."""
    if ground.draft != "extend" or represents in (None, _TARGET, *_FRIENDS):
        return None
    return Read("enforce", "stance:veto-of-monitors-deplored") if _find("shielding", text) else None


def _on_draft(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    if kind != "pro" or not _DRAFT.search(text):
        return None
    labels = {"ease": "ease", "strengthen": "strengthen", "extend": "enforce"}
    return Read(labels[ground.draft], "stance:backs-draft") if ground.draft in labels else None


def _complaint(text: str, kind: str, represents: str | None, ground: Ground) -> Read | None:
    """Sanctions called futile, hostile or harmful, with no call to remove them."""
    if represents == _TARGET and kind == "say" and _find("futile", text):
        return Read("oppose-strengthening", "stance:sanctions-attacked")
    if kind == "pro" or not re.search(
        r"\bsanctions?\b|\bpressure\b|\bresolutions?\b|\bpanel\b|\bcouncil\b", text, re.I
    ):
        return None
    return Read("oppose-strengthening", "stance:sanctions-attacked") if _find("futile", text) else None


def _against(text: str, ground: Ground) -> Read:
    relief = _relief(text)
    condition = _condition(text)
    if relief is None and ground.draft == "ease" and _find("dismissal", text):
        return Read("oppose-easing", "stance:draft-refused")
    if relief is not None:
        if condition is not None:
            return Read("conditional-relief", "stance:relief-refused-on-condition", condition)
        return Read("oppose-easing", "stance:relief-refused")
    if _VETO.search(text):
        labels = {"extend": "enforce", "strengthen": "strengthen"}
        return Read(labels.get(ground.draft or "", "neutral"), "stance:veto-condemned")
    if _find("tighten", text):
        return Read("oppose-strengthening", "stance:tightening-refused")
    if _find("enforce", text) and not _find("monitors", text):
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
        r"|\bbody\b|\bmonitor\w*\b|\breport\b|\bteam\b|\bmechanism\b|\brequests?\b|\blistings?\b",
        text,
        re.I,
    ):
        return Read("oppose-strengthening", "stance:sanctions-refused")
    return Read("neutral", "stance:none")

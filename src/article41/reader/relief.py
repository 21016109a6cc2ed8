"""Positions on relief: asked for, refused, put off, tied to a step of the target."""

from __future__ import annotations

import re

from article41.reader.cues import FRIENDS, TARGET, Read, cues, find
from article41.reader.patterns import pattern

_CONDITION_END = re.compile(r"[,;.”\"—]|\bbut\b|\band (?:said|that|added)\b|$")


_SANCTIONS_AGAINST = re.compile(r"\b(?:sanctions|measures|embargo|curbs|penalties|restrictions) against\b")
_HARD = pattern("stance", "hard_condition")
_NEARLY = 75


def relief_in(text: str) -> re.Match[str] | None:
    """A word of relief that stands near sanctions."""
    for name in ("lift", "relief"):
        for match in cues()[name].finditer(text):
            near = text[max(0, match.start() - _NEARLY) : match.end() + _NEARLY]
            own = (
                (match.group() == "relief" and not _AID.search(near))
                or (match.group().startswith("concession") and _FOR_ARMS.search(near))
                or (match.group().startswith("exempti") and _BROADER.search(near))
                or _OF_ITSELF.match(text, match.start())
            )
            if not (own or find("object", near) or _of_them(text, match)):
                continue
            after = text[match.end() : match.end() + 45]
            if not _OTHER_OBJECT.match(after) and not _NOT_SANCTIONS.match(after):
                return match
    return None


def _of_them(text: str, match: re.Match[str]) -> bool:
    """`they should be eased`, `lift them`: the sanctions of the sentence before."""
    if not _PLAIN.match(match.group()):
        return False
    before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 6]
    return bool(re.search(r"\b(?:they|these|those)\b[^.;,]*\bbe\s+$", before) or re.match(r" them\b", after))


# Relief that needs no word of sanctions beside it.
_OF_ITSELF = re.compile(
    r"easing\b(?! (?:of|the|tension|in))|relaxation\b(?! of)|(?:re-?open|resum)\w*"
    r"(?= (?:the )?(?:\w+ ){0,2}(?:kaesong|kumgang))|take[n]? out of (?:the |un )*sanctions"
)
_FOR_ARMS = re.compile(r"(?:\bno|\bnot|\bany|\beasy|\bwithout|\bagainst)\b[\w ]{0,20}concession")
_PLAIN = re.compile(r"eas|relax|lift|remov|loosen|scrap|suspend")
_BROADER = re.compile(
    r"\b(?:should|must|need|speed|broad|expand|wider|more|faster|call|ask|urg|quick|simpl|eas)"
)
_AID = re.compile(
    r"\b(?:humanitarian|flood|famine|disaster|debt|pandemic|agenc\w+)"
    r"|\brelief (?:work|suppl|goods|effort|aid)"
)
_NOT_SANCTIONS = re.compile(r"\s*(?:tension|the (?:humanitarian|suffering|diplomatic|tension))")
_OTHER_OBJECT = pattern("stance", "other_object")


def of_relief(text: str, relief: re.Match[str], kind: str, represents: str | None) -> Read | None:
    """The position that words of relief take; None where they only mention it."""
    keeps = None if represents == TARGET or relief.group().startswith("no ") else find("keep", text)
    condition = condition_in(text)
    own_step = represents == TARGET
    if _NOT_ASKED.search(text[: relief.start()]):
        return None
    negated = negated_relief(text, relief) and not own_step
    if own_step and re.search(
        r"\b(?:not|never|no longer|n['’]t)\b[^.;]{0,30}\b(?:seek|beg|want|need|interested|fixated"
        r"|trade|barter|obsess|give up|exchange)\w*",
        text,
        re.I,
    ):
        return Read("oppose-strengthening", "stance:relief-not-begged-for")
    hard = _HARD.search(text)
    friend = represents in FRIENDS and not hard and not negated
    if (
        condition is not None
        and not own_step
        and not friend
        and (negated or keeps or hard or _conditional_wish(text, kind))
    ):
        return Read("conditional-relief", "stance:relief-on-condition", condition)
    if find("soft", text) and not own_step and represents not in FRIENDS and _COMPLIANCE.search(text):
        return Read("conditional-relief", "stance:relief-for-compliance", condition)
    if keeps and (negated or keeps.start() <= relief.start() <= keeps.end()):
        return Read("maintain", "stance:no-relief-planned")
    if negated:
        return Read("oppose-easing", "stance:relief-negated")
    if keeps:
        return Read("maintain", "stance:kept")
    if kind == "pro" or find("wish", text) or own_step:
        whole = (
            cues()["lift"].fullmatch(relief.group())
            and not cues()["relief"].search(_around(text, relief))
            and (not find("partly", _around(text, relief)) or _ALL.search(_around(text, relief)))
        )
        return Read("lift" if whole else "ease", "stance:relief-wanted", condition)
    return None


_COMPLIANCE = re.compile(r"\bcompl(?:y|ies|iance)\b|\bprogress\b|\bsteps\b|\bdenuclear\w+")
# "We do not ask for sanctions to be lifted" is no argument against it.
_NOT_ASKED = re.compile(r"\bwe (?:do not|don['’]t|are not) (?:ask|call|plead)\w*(?: for)?\b[^.;]*$")
_ALL = re.compile(
    r"\ball (?:the |of the |its |these |un |u[.․]n[.․] )*(?:sanctions|measures|restrictions|curbs)"
)


def _conditional_wish(text: str, kind: str) -> bool:
    """`could be eased if`, `ready to modify should`; not `easing would help when`, the wish of a friend."""
    return (
        not re.search(r"\b(?:reversible|snap-?back|livelihood|humanitarian)\b", text, re.I) and kind != "pro"
    )


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 60) : match.end() + 90]


def negated_relief(text: str, relief: re.Match[str]) -> bool:
    """Whether the relief is denied, before it (`not`, `no plan`) or behind it (`would be premature`)."""
    left = text[max(0, relief.start() - 90) : relief.start()]
    left = _SANCTIONS_AGAINST.sub(" ", left)
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
    return bool(find("against", left)) or bool(
        re.search(
            r"\bpremature|\bimpossible|\bwould (?:only|reward|send|embolden|be (?:a mistake|wrong"
            r"|premature|irresponsible)|"
            r"undermine|weaken|give|hand|fund|fuel|undercut)|\bout of the question|\bnot (?:be |on "
            r"|an? )?(?:possible|considered|an option|on the table|the (?:time|answer|right)|the moment|"
            r"appropriate|discussed|under|justified|warranted|until|before|now)|\bmust not\b"
            r"|\bshould not\b|\bwill not\b|\bcannot\b|\bcould not\b|\bcan not\b|\bwon['’]t\b"
            r"|\bcouldn['’]t\b|\bcan['’]t\b"
            r"|\bnot come\b|\btoo (?:early|soon)|\breward|\bmistake\b|\bunlikely\b|"
            r"\bonly (?:funnel|fund|fuel|help|embolden)|\bsubsidi[sz]\w+|\bbankroll\w*|\bbillions of dollars",
            right,
            re.I,
        )
    )


def condition_in(text: str) -> tuple[int, int] | None:
    """Where the words of a condition stand; None without one."""
    match = find("conditional", text)
    if match is None:
        return None
    stop = _CONDITION_END.search(text, match.end() + 1)
    return match.start(), stop.start() if stop else len(text)

"""Which States put a text forward."""

from __future__ import annotations

import re
from itertools import pairwise

from article41.reader.actor import Actor
from article41.reader.actors import sentence_actors
from article41.reader.patterns import pattern
from article41.reader.segment import Sentence

_TEXT = (
    r"(?:draft(?: resolution| text| measure| sanctions resolution)?s?|[Rr]esolution|proposal|motion"
    r"|text|blueprint|plan|document|amendment|bid|request|offer|initiative|push|demand|appeal|package|formula"
    r"|paper|version|bill|scheme|counter-?offer|wish ?list|counterproposal|requests)\b"
)
_ITS_TEXT = re.compile(
    r"(?:(?:['’]s)?[-– ](?:(?:drafted|led|sponsored|proposed|backed|written|authored|penned|prepared)[- ])?"
    r"(?:new |joint |similar |latest |own |draft |sanctions |easing |first |initial |original |revised |rival"
    r" |watered-down |separate |leaked |earlier |mission['’]s )*"
    rf"|['’]s (?:[a-z]+(?:-[a-z]+)* ){{1,2}}){_TEXT}",
    re.I,
)
_NO_SUBJECT = re.compile(r"\b(?:on|against|with|to|for|at|over|into|near|than) (?:the )?$", re.I)
_ITS_OWN = re.compile(
    rf"\b(?:its|their|his|her) (?:own |joint |new |latest |draft |revised |planned |proposed )*{_TEXT}", re.I
)
_BY = pattern("proposals", "by")
_AT_REQUEST = pattern("proposals", "by_request")
_PUTS_FORWARD = pattern("proposals", "puts_forward")


def sponsors(sentence: Sentence, *, voted_down: bool = False) -> list[str]:
    """The countries that put a text forward, as far as the sentence names them.

    Where a text was voted down, those who did that are named first and are not its sponsors.
    """
    found = sentence_actors(sentence)
    named = named_by(sentence, found) or named_by_adjective(sentence, found)
    if not named and not voted_down:
        named = _by_pronoun(sentence, found) or _subjects(sentence, found)
    return list(dict.fromkeys(named))


def named_by(sentence: Sentence, found: list[Actor]) -> list[str]:
    """`drafted by Washington`, `a call by China and Russia`."""
    for n, actor in enumerate(found):
        left = sentence.text[: sentence.tokens[actor.first].start - sentence.start].rstrip().lower()
        left = left[:-4].rstrip() if left.endswith(" the") else left
        if _BY.search(left[-60:]) and actor.represents:
            return _joined(sentence, found[n:])
        if left.endswith(" at") and actor.represents and _AT_REQUEST.match(_after(sentence, actor)):
            return [actor.represents]
    return _by_relative(sentence, found)


# Whatever they did with it, they made it: unless they voted on it or spoke of it.
_MADE = (
    r"(?:had |have |has |is |are |was |were )?"
    r"(?:jointly |themselves |together |first |begun |started |been |now )*"
    r"(?!veto|oppos|reject|block|criti|condemn|denounc|abstain|call|vot|adopt|approv|pass|support|back|sa(?:y|id)"
    r"|want|welcom|dismiss|fear|regard|see|saw|ignor|violat|breach)[a-z]+(?:ed|t|de|ew|awn|en|ing)\b"
)
_TEXT_THAT = re.compile(
    r"\b(?:draft|resolution|text|proposal|motion|plan|one)(?: \d{4})?,?(?: that| which)?(?: the)?$", re.I
)
_THAT_MADE = re.compile(
    rf",? (?:which|who|that) {_MADE} (?:up |out |forward )?(?:the (?:draft|text|resolution|proposal)|it)\b",
    re.I,
)


def _by_relative(sentence: Sentence, found: list[Actor]) -> list[str]:
    """`the draft that China and Russia put forward`, `the United States, which had submitted the text`."""
    for n, actor in enumerate(found):
        if actor.represents in (None, "United Nations"):
            continue
        left = sentence.text[: sentence.tokens[actor.first].start - sentence.start].rstrip()
        if _THAT_MADE.match(_after(sentence, actor)):
            return [actor.represents or ""]
        joined = _joined(sentence, found[n:])
        last = found[n + len(joined) - 1]
        if _TEXT_THAT.search(left[-40:]) and re.match(rf"\s+{_MADE}", _after(sentence, last), re.I):
            return joined
    return []


def _after(sentence: Sentence, actor: Actor) -> str:
    return sentence.text[sentence.tokens[actor.last - 1].end - sentence.start :][:60]


def _joined(sentence: Sentence, found: list[Actor]) -> list[str]:
    names = [found[0].represents or ""]
    for left, right in pairwise(found):
        between = {token.low for token in sentence.tokens[left.last : right.first]}
        if not between <= {"and", ",", "the", "-", "–"} or not right.represents:
            break
        names.append(right.represents)
    return [name for name in names if name]


def named_by_adjective(sentence: Sentence, found: list[Actor]) -> list[str]:
    """`a U.S.-drafted text`, `the Chinese-Russian draft`, `China and Russia's proposal`."""
    for n in range(len(found) - 1, -1, -1):
        actor = found[n]
        if actor.kind not in ("country", "person") or actor.represents in (None, "United Nations"):
            continue
        paper = actor.last - 1 > actor.first and sentence.tokens[actor.last - 1].low == "paper"
        last = actor.last - (2 if paper else 1)  # "the Sino-Russian paper" is a text, no newspaper
        after = sentence.text[sentence.tokens[last].end - sentence.start :][:48]
        if actor.represents == "North Korea" and not re.match(
            r"(?:['’]s)? (?:\w+ )?(?:proposal|offer)", after
        ):
            continue
        if _ITS_TEXT.match(after):
            start = n
            while start and linked(sentence, found[start - 1], found[start]):
                start -= 1
            return [a.represents for a in found[start : n + 1] if a.represents]
    return []


def _by_pronoun(sentence: Sentence, found: list[Actor]) -> list[str]:
    """`Russia and China held talks on their initiative`: the States last named before the text is called
    theirs."""
    its = _ITS_OWN.search(sentence.masked)
    if its is None:
        return []
    before = [a for a in found if sentence.tokens[a.first].start - sentence.start < its.start()]
    acting = [n for n, a in enumerate(before) if a.represents not in (None, "United Nations", "North Korea")]
    if not acting:
        return []
    start = acting[0]
    return _joined(sentence, before[start:])


def linked(sentence: Sentence, left: Actor, right: Actor) -> bool:
    """Whether two names stand side by side: `China and Russia`, `Japan, South Korea`."""
    between = [token.low for token in sentence.tokens[left.last : right.first]]
    return between in (["and"], ["-"], ["–"], [","], ["'s", "and"], ["and", "the"], [",", "and"])


def _subjects(sentence: Sentence, found: list[Actor]) -> list[str]:
    """The subject of the verb of tabling: the first States of the sentence before it."""
    cue = _PUTS_FORWARD.search(sentence.masked)
    if cue is None:
        return []
    before = [
        a for a in found if sentence.tokens[a.first].start - sentence.start < cue.start() and a.represents
    ]
    before = [
        a
        for a in before
        if not _NO_SUBJECT.search(sentence.text[: sentence.tokens[a.first].start - sentence.start][-12:])
        and a.represents != "United Nations"
        and a.kind in ("country", "person", "institution", "unnamed")
    ]
    if not before:
        return []
    named = _joined(sentence, before)
    council = re.search(r"\b(?:adopt(?!ed in \d)|vot|unanim|council)", sentence.text, re.I) is not None
    return [name for name in named if name != "United Nations" and not (council and name == "North Korea")]

"""Bans told by the words beside a measure: who forbids what, what is forbidden, and the ban on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from article41.reader.gazetteer import words
from article41.reader.items import Fact
from article41.reader.law_sentence import NOT_BANNED, LawSentence
from article41.reader.measures import MeasureFound
from article41.reader.patterns import fact_pattern

_FORBIDS = fact_pattern("forbids")
_KEEPS_OUT = fact_pattern("keeps_out")
_FORBIDDEN = fact_pattern("forbidden")
_BAN_ON = fact_pattern("ban_on")
_ITS_BAN = fact_pattern("its_ban")
_UNDER = fact_pattern("put_under")
_ITSELF = fact_pattern("ban_itself")
_PART = fact_pattern("part_ends")
_OBJECT_ENDS = fact_pattern("object_ends")
_SUBJECT_ENDS = fact_pattern("subject_ends")
_PRESUPPOSED = fact_pattern("presupposed")
_LEVEL_OF = fact_pattern("presupposed_level")
_LIST_ENDS = re.compile(
    r"[;:—.]|\b(?:which|while|but|to be)\b|,(?: \w+)? the\b"
    r"|\band (?:to )?(?:let|raise|lower|allow|permit|\w+ the)\b"
)
_BREACH = fact_pattern("breach_of_ban")
_COMPARED = fact_pattern("compared")
_MISSILES = re.compile(r"\b(?:missile|rocket|launch)", re.I)
_RELIEVING = fact_pattern("relieving")
_GOODS_OF_CAPS = frozenset({"refined-petroleum", "crude-oil"})
_HAPPENED = fact_pattern("happened")
_NOT_LAW = fact_pattern("not_law")
_STANDING = fact_pattern("standing")
_NEGATED = fact_pattern("negated")
_SAYS_LAW = fact_pattern("says_law")
_OF_LAW = fact_pattern("of_law")
_HIRING = fact_pattern("hiring_in")
_REASON = fact_pattern("reason")
_OIL = frozenset({"refined-petroleum", "crude-oil", "oil-supply"})
_TESTS = frozenset({"nuclear-test-ban", "ballistic-missile-ban"})
_NEVER = words("facts_never_told")
_RIGHT, _LEFT, _ADJACENT = 170, 130, 30  # characters from a word for banning to what is banned
_NEAR = 60  # characters from `in spite of`, `under the resolution` to the ban that stands

PRESUPPOSED = "fact:presupposed"  # the rule of what a wish to end it shows to be in force

Part = tuple[int, int]  # a stretch of the sentence that has its own verb


def told_bans(law: LawSentence) -> Iterator[Fact]:
    """One ban for each measure that stands as object, subject or name of a word for banning."""
    named = [measure for measure in law.measures if measure.id not in _NEVER | NOT_BANNED]
    cues = _cues(law) if named else None
    for part in _parts(law.text) if cues else ():
        inside = [measure for measure in named if part[0] <= measure.start < part[1]]
        for measure in inside:
            if cues and _banned(law, part, measure, cues):
                yield law.fact("ban", measure.id, law.day())
    if _BREACH.search(law.text) and _MISSILES.search(law.text):
        yield law.fact("ban", "ballistic-missile-ban")


class _Cues(NamedTuple):
    """The words for banning in a sentence: those with an object behind them, and the passives."""

    active: list[re.Match[str]]
    passive: list[re.Match[str]]


def _cues(law: LawSentence) -> _Cues:
    patterns = [_FORBIDS, _BAN_ON]
    if law.resolution or _SAYS_LAW.search(law.text) or _OF_LAW.search(law.text):
        patterns.append(_KEEPS_OUT)
    active = [cue for pattern in patterns for cue in pattern.finditer(law.text)]
    return _Cues(active, list(_FORBIDDEN.finditer(law.text)))


def _parts(text: str) -> list[Part]:
    cuts = [0, *(match.start() for match in _PART.finditer(text)), len(text)]
    return list(pairwise(cuts))


def _banned(law: LawSentence, part: Part, measure: MeasureFound, cues: _Cues) -> bool:
    text = law.text
    left = text[max(0, measure.start - 45) : measure.start]
    if not _allowed(law, measure) or _REASON.search(left) or _COMPARED.search(left):
        return False
    if _ITSELF.search(measure.text) and _UNDER.search(text[part[0] : measure.start]):
        return _states(text, part, measure.start)
    named_by = _ITS_BAN.match(text, measure.end)
    if named_by is not None:
        return _states(text, part, measure.start)
    return _object(law, part, measure, cues) or _subject(law, part, measure, cues)


def _allowed(law: LawSentence, measure: MeasureFound) -> bool:
    """Oil is capped, not banned, where barrels are named; of workers the hiring is what is banned."""
    if measure.id in _OIL:
        return not any(quantity.unit in ("barrels", "tonnes", None) for _, quantity in law.quantities)
    if measure.id in _TESTS and _HAPPENED.match(law.text, measure.end):
        return False  # a test that took place
    return measure.id != "overseas-workers" or _HIRING.search(law.text) is not None


def _object(law: LawSentence, part: Part, measure: MeasureFound, cues: _Cues) -> bool:
    """`forbids the sale of X`, `an embargo on X`: what follows up to the end of the object."""
    reach = _ADJACENT if measure.id in _OIL else _RIGHT
    for cue in cues.active:
        between = law.text[cue.end() : measure.start]
        if not part[0] <= cue.start() < measure.start or len(between) > reach:
            continue
        if not _OBJECT_ENDS.search(between) and _states(law.text, part, cue.start()):
            return True
    return False


def _subject(law: LawSentence, part: Part, measure: MeasureFound, cues: _Cues) -> bool:
    """`X and Y may no longer be sold`: what stands before a passive."""
    reach = _ADJACENT if measure.id in _OIL else _LEFT
    for cue in cues.passive:
        between = law.text[measure.end : cue.start()]
        if not measure.end <= cue.start() < part[1] or len(between) > reach:
            continue
        if not _SUBJECT_ENDS.search(between):
            return _states(law.text, part, cue.start())
    return False


def presupposed(law: LawSentence) -> Iterator[Fact]:
    """`an end to the bans on X`, `scrap the ceiling on Y`: who wants a thing gone says that it stands."""
    named = [measure for measure in law.measures if measure.id not in _NEVER | NOT_BANNED]
    for measure in named if named and _RELIEVING.search(law.text) else ():
        if measure.id in _GOODS_OF_CAPS and _LEVEL_OF.search(law.text[: measure.start]):
            yield _standing(law.fact("cap", measure.id))
        for cue in _PRESUPPOSED.finditer(law.text, 0, measure.start):
            between = law.text[cue.end() : measure.start]
            ended = len(between) > _RIGHT or _LIST_ENDS.search(between)
            if measure.id not in _OIL and not ended and _allowed(law, measure):
                yield _standing(law.fact("ban", measure.id))
                break


def _standing(fact: Fact) -> Fact:
    return replace(fact, rule=PRESUPPOSED)


def _states(text: str, part: Part, place: int) -> bool:
    """Whether the ban is law, not what somebody wants, drafts, denies or wants gone."""
    before = text[part[0] : place]
    if _NEGATED.search(before):
        return False
    if _NOT_LAW.search(text[part[0] : part[1]]) is None:
        return True
    last = max((match.end() for match in _STANDING.finditer(before)), default=None)
    return last is not None and len(before) - last <= _NEAR and _NOT_LAW.search(before[last:]) is None

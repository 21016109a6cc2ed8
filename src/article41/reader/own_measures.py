"""Measures that States take or announce by themselves: their own bans, lists and relief."""

from __future__ import annotations

import re

from article41.reader.actor import Actor
from article41.reader.actors import sentence_actors
from article41.reader.items import Change
from article41.reader.patterns import pattern
from article41.reader.segment import Sentence
from article41.reader.sponsors import linked

_TAKES = pattern("own_measures", "takes")
_DONE = pattern("own_measures", "done")
_LAW_OF_ALL = pattern("own_measures", "law_of_all")
_SAID_ONLY = pattern("own_measures", "said_only")
_AGAINST = re.compile(r"\b(?:on|against|with|from|to|of|for|at|over|by|in|into|near|than)(?: the)?$", re.I)
_NO_STATE = frozenset({"United Nations", "North Korea"})


def may_take(sentence: Sentence) -> bool:
    """Whether a sentence has a verb of taking measures and is not about the law of all; cheap to ask."""
    return _TAKES.search(sentence.masked) is not None and not _LAW_OF_ALL.search(sentence.flat)


def takes_of(sentence: Sentence, found: list[Change]) -> tuple[list[str], str]:
    """The States that a sentence says take measures, and how far they have come; nobody where none does.

    What carries out a resolution is no measure of one's own, and what is only wished or denied is none.
    """
    text = sentence.masked
    if not found or not may_take(sentence):
        return [], ""
    told = max(change.evidence[0].end for change in found) - sentence.start
    if _SAID_ONLY.search(text[:told]):
        return [], ""
    first = min(change.evidence[0].start for change in found) - sentence.start
    cue = next((one for one in _TAKES.finditer(text) if one.start() <= first), None)
    if cue is None:
        return [], ""
    named = _before(sentence, cue.start())
    return named, "adopted" if named and _DONE.search(cue.group()) else "announced"


def _before(sentence: Sentence, place: int) -> list[str]:
    """The subject of the verb at a place: the State named last before it that nothing is done to."""
    named: list[str] = []
    last: Actor | None = None
    for actor in sentence_actors(sentence):
        if sentence.tokens[actor.first].start - sentence.start >= place:
            break
        if last is not None and linked(sentence, last, actor):
            named.append(actor.represents or "")
        elif _acts(sentence, actor):
            named = [actor.represents or ""]
        else:
            continue
        last = actor
    return [] if not all(named) or set(named) & _NO_STATE else named


def _acts(sentence: Sentence, actor: Actor) -> bool:
    left = sentence.text[: sentence.tokens[actor.first].start - sentence.start].rstrip()
    led = left.endswith(("led by", "headed by"))
    return bool(actor.represents) and (led or _AGAINST.search(left[-12:]) is None)

"""Phrases that can speak: people with or without name, offices, bodies, countries, pronouns."""

from __future__ import annotations

from functools import cache

from article41.reader.actor import Actor
from article41.reader.address import HONORIFICS
from article41.reader.gazetteer import gazetteer, words
from article41.reader.phrase import Phrase
from article41.reader.segment import Sentence
from article41.reader.tokens import Token


def actors(tokens: list[Token]) -> list[Actor]:
    """All phrases of a sentence that can speak, from left to right, outside and inside quotations."""
    found: list[Actor] = []
    i, end = 0, len(tokens)
    begins = _beginnings()
    while i < end:
        if not tokens[i].text[0].isupper() and tokens[i].low not in begins:
            i += 1
            continue
        actor = Phrase(tokens, i).read()
        if actor is None:
            i += 1
            continue
        found.append(actor)
        i = max(actor.last, i + 1)
    return found


@cache
def _beginnings() -> frozenset[str]:
    """Words in lower case with which a phrase may begin; any word with a capital may."""
    lists = ("determiners", "pronouns", "titles", "modifiers", "bodies")
    return gazetteer().lower_heads().union(HONORIFICS, {"both"}, *(words(name) for name in lists))


def sentence_actors(sentence: Sentence) -> list[Actor]:
    """The phrases of a sentence that can speak, found once."""
    if sentence.actors is None:
        opening = sentence.start + sentence.opening
        found_here = actors(sentence.tokens)
        sentence.actors = [a for a in found_here if sentence.tokens[a.first].start >= opening]
    found: list[Actor] = sentence.actors
    return found

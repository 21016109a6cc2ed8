"""Quotations that go on, and what a quoted speaker tells of somebody absent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from article41.reader.actor import Actor
from article41.reader.patterns import pattern
from article41.reader.saying import Heard, Saying
from article41.reader.segment import Paragraph, Sentence

_THEY = pattern("talk", "they")


def told(saying: Saying, text: str) -> Saying | None:
    """What an absent North Korea wants, in another's quoted words: "they wanted the sanctions lifted"."""
    if saying.speaker.represents in (None, "North Korea", "China", "Russia") or saying.inside is not None:
        return None
    for match in _THEY.finditer(text):
        place = saying.sentence.start + match.start()
        quoted = any(token.quoted and token.start <= place < token.end for token in saying.sentence.tokens)
        if quoted and re.search(r"\bsanction|\brelief\b", text[match.end() : match.end() + 90], re.I):
            stop = re.search(r"[.;]|\b(?:and|but) (?:we|i|it|that)\b", text[match.end() :], re.I)
            end = match.end() + (stop.start() if stop else len(text) - match.end())
            north = Actor(0, 1, "country", "North Korea", "North Korea")
            start = saying.sentence.start
            return replace(
                saying,
                speaker=north,
                kind="pro",
                rule="report:told-of-an-absent-party",
                inside=saying.speaker,
                start=start + match.start(),
                end=start + end,
                spans=((start + match.start(), start + end),),
            )
    return None


def continued(
    block: Paragraph, heard: list[Heard], made: list[Saying], last: Saying | None
) -> Iterator[Saying]:
    """Sentences of pure quotation: the words go on with whoever the quotation is given to."""
    for one in heard:
        sentence = one.sentence
        if any(saying.sentence is sentence for saying in made) or not _quoted(sentence):
            continue
        mine = [q for q in block.quotes if q[0] < sentence.end and q[1] > sentence.start]
        owner = next(
            (s for s in made if any(q[0] < s.sentence.end and q[1] > s.sentence.start for q in mine)), None
        )
        if owner is None:
            earlier = [s for s in made if s.sentence.end <= sentence.start]
            owner = earlier[-1] if earlier else (made[0] if made else last)
        if owner is not None:
            yield replace(
                owner, kind="say", verb="", rule="report:quotation-goes-on", sentence=sentence, inside=None,
                start=sentence.start, end=sentence.end, spans=((sentence.start, sentence.end),),
            )  # fmt: skip


def _quoted(sentence: Sentence) -> bool:
    quoted = sum(token.quoted for token in sentence.tokens)
    return quoted >= 3 and quoted > 0.75 * len(sentence.tokens)

"""Questions and answers: whose turn it is in a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from article41.reader.actor import Actor
from article41.reader.coreference import Memory
from article41.reader.patterns import pattern
from article41.reader.saying import Heard, Saying
from article41.reader.segment import Paragraph

_TURN = pattern("talk", "turn")


def turn_of(memory: Memory, block: Paragraph) -> tuple[Actor, re.Match[str]] | None:
    """Whose answer a paragraph is: the spokesperson's, or of the one whose name leads it. None where it is a
    question, or no turn of somebody known: then it is read like any other paragraph."""
    turn = _TURN.match(block.text)
    if turn is None or turn.group(1):
        return None
    if turn.group(3):
        speaker = _named(memory, turn.group(3))
    else:
        people = [actor for actor in memory.speakers if actor.kind == "person"]
        speaker = people[-1] if people and _SPEAKS_FOR.search(people[-1].role or "") else None
    return (speaker, turn) if speaker is not None else None


def _named(memory: Memory, label: str) -> Actor | None:
    """`MR MILLER`: somebody met before, or whoever of that name held office on the day of the text."""
    name = label.split()[-1]
    known = memory.people.get(name.lower())
    if known is not None or not _ADDRESSED.match(label):
        return known
    bare = Actor(0, 1, "person", name.title(), bare=True)
    return next(iter(memory.who(bare)), replace(bare, bare=False))


_SPEAKS_FOR = re.compile(r"\bspokes", re.I)
_ADDRESSED = re.compile(r"(?:MR|MS|MRS|Mr|Ms|Mrs|Amb|AMBASSADOR|Ambassador)\b")


def answer(speaker: Actor, heard: list[Heard], turn: re.Match[str], told: list[Saying]) -> Iterator[Saying]:
    """The sentences of an answer as words of the one whose turn it is, but for those that tell of others."""
    others = {id(saying.sentence) for saying in told if saying.speaker.name != speaker.name}
    for one in heard:
        start = one.sentence.start + (turn.end() if one.sentence.first else 0)
        if start < one.sentence.end and id(one.sentence) not in others:
            yield Saying(
                speaker, "say", "", "report:transcript", one.sentence, start, one.sentence.end,
                ((start, one.sentence.end),),
            )  # fmt: skip

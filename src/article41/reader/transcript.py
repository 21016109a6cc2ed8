"""Questions and answers: whose turn it is in a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator

from article41.reader.coreference import Memory
from article41.reader.patterns import pattern
from article41.reader.phrase import Actor
from article41.reader.saying import Heard, Saying
from article41.reader.segment import Paragraph

_TURN = pattern("talk", "turn")


def _known_turn(memory: Memory, name: str | None) -> bool:
    return bool(name) and (name or "").split()[-1].lower() in memory.people


def turn_of(memory: Memory, block: Paragraph, heard: list[Heard]) -> list[Saying] | None:
    """The sayings of a turn: a question has none, an answer is the spokesperson's, or of the one whose name
    leads it. None where the paragraph is no turn of somebody known."""
    turn = _TURN.match(block.text)
    if turn is None or not (turn.group(1) or turn.group(2) or _known_turn(memory, turn.group(3))):
        return None
    if turn.group(1):
        for actor in (actor for one in heard for actor in one.actors):
            memory.meet(actor)
        return []
    people = [actor for actor in memory.speakers if actor.kind == "person"]
    named = memory.people.get(turn.group(3).split()[-1].lower()) if turn.group(3) else None
    speaker = named or (people[-1] if people and not turn.group(3) else None)
    return None if speaker is None else list(_answer(speaker, heard, turn))


def _answer(speaker: Actor, heard: list[Heard], turn: re.Match[str]) -> Iterator[Saying]:
    for one in heard:
        start = one.sentence.start + (turn.end() if one.sentence.first else 0)
        if start < one.sentence.end:
            yield Saying(
                speaker,
                "say",
                "",
                "report:transcript",
                one.sentence,
                start,
                one.sentence.end,
                ((start, one.sentence.end),),
            )

"""An act of saying, and a sentence in which some were heard."""

from __future__ import annotations

from dataclasses import dataclass

from article41.reader.actor import Actor
from article41.reader.segment import Sentence
from article41.reader.subjects import Frame


@dataclass(frozen=True, slots=True)
class Saying:
    """One speaker's words in one sentence. `inside` names who tells it where the speaker is absent."""

    speaker: Actor
    kind: str  # class of the verb
    verb: str
    rule: str
    sentence: Sentence
    start: int
    end: int
    spans: tuple[tuple[int, int], ...]  # where the words stand, the verb included
    inside: Actor | None = None


@dataclass(slots=True)
class Heard:
    """A sentence with its actors and frames, and what was said in it."""

    sentence: Sentence
    actors: list[Actor]
    frames: list[Frame]

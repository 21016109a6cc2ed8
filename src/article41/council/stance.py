"""What an actor said on a measure on a day, as a plain value that the caller brings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from article41.types import Confidence


class Direction(StrEnum):
    """Which way a text would move the regime."""

    STRENGTHEN = "strengthen"
    MAINTAIN = "maintain"  # keeps what would lapse: a mandate
    EASE = "ease"
    NEUTRAL = "neutral"


class Strength(StrEnum):
    """How an actor spoke."""

    STATED = "stated"
    REPORTED = "reported"  # told by another, or dated only roughly
    READ = "read"  # as a program read it in a text


STANCES = (
    "strengthen",
    "maintain",
    "enforce",
    "ease",
    "lift",
    "conditional-relief",
    "oppose-strengthening",
    "oppose-easing",
    "monitor",  # only watches; says nothing of a vote
    "neutral",
)
WHOLE_REGIME = "sanctions-regime"
"""The measure of a stance that speaks of the sanctions as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """One stated position.

    `date` is the first day on which it can count: the day it was stated, or the last day of the
    month or year where no day is known. `measure` is what it speaks of: `sanctions-regime`,
    `panel-of-experts`, another measure's word, or the id or symbol of a draft. `evidence` says who
    said what where, in our words, with the source. `government` names the one that spoke, where the
    record does.
    """

    actor: str
    date: date
    measure: str
    stance: str
    strength: Strength
    evidence: str
    confidence: Confidence
    source: str = ""
    government: str = ""

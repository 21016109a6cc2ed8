"""How much a piece of evidence says about a coming vote: one table, in the open.

The numbers are our own judgement (editorial). They order the evidence: the text itself before the
file, the file before the regime at large, deeds before words, new before old. They are no
probabilities. `article41 council record` shows how the readings they give fare on the votes cast.
"""

from __future__ import annotations

from datetime import date

from article41.council.charter import Ballot
from article41.council.stance import Direction, Strength
from article41.types import Confidence

SPONSOR = 4.0  # brought this very text
THIS_TEXT = 4.0  # spoke on this very text
COUNTER_DEMAND = 3.0  # asked for something else in its talks, and did not get it
SAME_KIND_VOTE = 2.0  # voted on a text of the same kind
COMMITTEE = 1.5  # objected in the Committee to what goes the same way
SAME_MEASURE = 1.5  # spoke on a measure that the text touches
WHOLE_REGIME = 1.0  # spoke on the sanctions as a whole
OWN_DRAFT = 1.0  # brought a text of its own on the file
OTHER_VOTE = 0.6  # voted on a text of another kind
OTHER_MEASURE = 0.5  # spoke on another measure

HALF_LIFE_DAYS = 730
"""In two years a piece of evidence loses half its weight: governments and circumstances change."""

FLOOR = 0.1
"""Evidence below this is shown as too old or too far off to count."""

MARGIN = 0.5
"""How far one ballot must lead the next before we call it likely."""

STRONG = 1.5
"""A lead from which on a reading is called strong."""

SURE = {Confidence.HIGH: 1.0, Confidence.MEDIUM: 0.8, Confidence.LOW: 0.5}
SPOKEN = {Strength.STATED: 1.0, Strength.REPORTED: 0.7, Strength.READ: 1.0}

FORMER = 0.5  # said by a government that another has followed since

_HALF = 0.5
_LITTLE = 0.25  # who wants measures eased may well want them watched
_SAYS: dict[Direction, dict[str, tuple[Ballot, float]]] = {
    Direction.STRENGTHEN: {
        "strengthen": (Ballot.FOR, 1.0),
        "enforce": (Ballot.FOR, _HALF),
        "oppose-easing": (Ballot.FOR, _HALF),
        "ease": (Ballot.AGAINST, 0.7),
        "lift": (Ballot.AGAINST, 1.0),
        "oppose-strengthening": (Ballot.AGAINST, 1.0),
    },
    Direction.MAINTAIN: {
        "strengthen": (Ballot.FOR, 1.0),
        "maintain": (Ballot.FOR, 1.0),
        "enforce": (Ballot.FOR, 1.0),
        "oppose-easing": (Ballot.FOR, _HALF),
        "ease": (Ballot.AGAINST, _LITTLE),
        "oppose-strengthening": (Ballot.AGAINST, _HALF),
        "lift": (Ballot.AGAINST, 1.0),
    },
    Direction.EASE: {
        "ease": (Ballot.FOR, 1.0),
        "lift": (Ballot.FOR, 1.0),
        "oppose-strengthening": (Ballot.FOR, _HALF),
        "maintain": (Ballot.AGAINST, 0.7),
        "enforce": (Ballot.AGAINST, _HALF),
        "conditional-relief": (Ballot.AGAINST, 0.3),  # not without a step by the other side first
        "strengthen": (Ballot.AGAINST, 1.0),
        "oppose-easing": (Ballot.AGAINST, 1.0),
    },
    Direction.NEUTRAL: {},
}


def stance_says(stance: str, direction: Direction) -> tuple[Ballot, float] | None:
    """The ballot a stance points to on a text of a direction, and how directly; None if it says nothing."""
    return _SAYS[direction].get(stance)


def agrees(one: Direction, other: Direction) -> tuple[Ballot, float] | None:
    """What support for a text of one direction says about a text of another."""
    if Direction.NEUTRAL in (one, other):
        return None
    if one is other:
        return Ballot.FOR, 1.0
    if Direction.EASE in (one, other):
        tighter = one if other is Direction.EASE else other
        return Ballot.AGAINST, 1.0 if tighter is Direction.STRENGTHEN else _LITTLE
    return Ballot.FOR, _HALF


def faded(weight: float, day: date, on: date) -> float:
    """A weight after the time that has passed."""
    return float(weight * 0.5 ** ((on - day).days / HALF_LIFE_DAYS))

"""A cap judged by a tally from the record of deliveries, which says at least what was delivered."""

from __future__ import annotations

from dataclasses import dataclass, replace

from article41.assessment.finding import CapRoom
from article41.assessment.transaction import Amount, RecordedTally
from article41.regime.limit import Period
from article41.types import Confidence, Truth, weakest


@dataclass(frozen=True, slots=True, kw_only=True)
class CapAnswer:
    """Whether the transaction fits; the room per unit; what must be known; and why, in words."""

    fits: Truth
    rooms: tuple[CapRoom, ...]
    missing: tuple[tuple[str, str, str], ...]
    because: str
    period: Period | None


def with_care(answer: CapAnswer, tally: RecordedTally) -> CapAnswer:
    """What a recorded tally may settle.

    A ceiling that the least declared figure has reached is reached: the answer is no. Else a no that
    rests on the record alone is open, since a newer tally settles it. Room for the amount beside the
    most that was declared lets it fit, never with high confidence, and with low where the tally is
    old or its sources differ.
    """
    rooms = tuple(_marked(room, tally) for room in answer.rooms)
    if any(_reached(room, tally.least) for room in rooms):
        because = "the ceiling is reached by what States have declared"
        return replace(answer, fits=False, rooms=rooms, missing=(), because=because)
    alone = any(room.amount is not None and room.amount > room.ceiling for room in rooms)
    short = any(_short(room, tally.most) for room in rooms)
    if answer.fits is False and alone:
        return replace(answer, rooms=rooms)
    if answer.fits is False or (answer.fits is True and short):
        because = "the record of declared deliveries leaves less room than this, but may be revised"
        return replace(answer, fits=None, rooms=rooms, missing=(_ASK,), because=because)
    if answer.fits is None:
        return replace(answer, rooms=rooms, missing=(*answer.missing, _ASK))
    return replace(answer, rooms=rooms, because=f"{answer.because}, by the record and not by a stated tally")


_ASK = (
    "cap.tally",
    "tallies.delivered",
    "What does the Committee's own tally stand at? What is stated takes the place of the record.",
)


def _marked(room: CapRoom, tally: RecordedTally) -> CapRoom:
    """The room with its provenance; never surer than medium, since the tally was not stated."""
    doubtful = tally.old or tally.least != tally.most
    ceiling = Confidence.LOW if doubtful else Confidence.MEDIUM
    grade = weakest(room.confidence, tally.confidence, ceiling)
    return replace(room, told=tally.told, record=tally.record, confidence=grade)


def _reached(room: CapRoom, least: tuple[Amount, ...]) -> bool:
    return any(amount.unit == room.unit and amount.amount >= room.ceiling for amount in least)


def _short(room: CapRoom, most: tuple[Amount, ...]) -> Truth:
    """Whether the amount passes the ceiling beside the most that was declared."""
    if room.amount is None:
        return None
    return any(amount.unit == room.unit and amount.amount + room.amount > room.ceiling for amount in most)

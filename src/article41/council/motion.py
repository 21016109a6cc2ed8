"""A text on which the Council might vote, as far as the vote is concerned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article41.council.stance import Direction
from article41.council.votes import VoteKind
from article41.types import Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class TabledDraft:
    """What is on record of a draft's way: sponsors, dates, direction, fate.

    `known_by` is the latest day on which it must have been known. `answers` is the text in whose
    talks it was put forward; `met` says whether that text took it up.
    """

    id: str
    sponsors: tuple[str, ...]
    since: str
    known_by: date
    form: str
    direction: Direction
    answers: str
    met: bool
    status: str
    fate: str
    note: str
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeRequest:
    """Something asked of the 1718 Committee, where one objection is enough to stop it."""

    id: str
    day: date
    sponsors: tuple[str, ...]
    others: int
    direction: Direction
    ask: str
    outcome: str
    objectors: tuple[str, ...]
    note: str
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """A text put to the Council: its direction, its sponsors, and the words for what it touches.

    `names` are its id and symbols, by which a stance on this very text is known; `measures` the
    words of the measures it touches, by which a stance on one of them is known. `tabled` is the day
    by which its sponsors had put it forward; None where it is new on the day asked.
    """

    id: str
    title: str
    direction: Direction
    sponsors: tuple[str, ...]
    names: frozenset[str]
    measures: frozenset[str]
    tabled: date | None = None

    @property
    def kind(self) -> VoteKind | None:
        """The kind of past votes that speak to it most directly; None where there were none."""
        return {
            Direction.STRENGTHEN: VoteKind.MEASURES,
            Direction.MAINTAIN: VoteKind.PANEL,
        }.get(self.direction)

"""Votes of the Council on this file, and procedural votes apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from article41.council.charter import Ballot, Decision
from article41.council.stance import Direction
from article41.types import Confidence


class VoteKind(StrEnum):
    """What was voted on."""

    MEASURES = "measures"  # imposes or tightens
    PANEL = "panel"  # renews the Panel of Experts
    CARVE_OUT = "carve-out"  # spares aid, in every regime, and leaves the measures as they are

    @property
    def direction(self) -> Direction:
        """Which way a text of the kind moves the regime."""
        return _MOVES[self]


_MOVES = {
    VoteKind.MEASURES: Direction.STRENGTHEN,
    VoteKind.PANEL: Direction.MAINTAIN,
    VoteKind.CARVE_OUT: Direction.NEUTRAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One vote on a text. `text` is the law's id (unsc/2397, or draft/... where it failed)."""

    day: date
    text: str
    draft: str
    meeting: str
    written: bool
    kind: VoteKind
    subject: str
    ballots: tuple[tuple[str, Ballot], ...]
    decision: Decision
    trigger: str
    note: str
    source: str
    confidence: Confidence

    def ballot(self, country: str) -> Ballot | None:
        """How a country voted; None where it was no member."""
        return dict(self.ballots).get(country)

    def by(self, ballot: Ballot) -> tuple[str, ...]:
        """The countries that voted so."""
        return tuple(country for country, cast in self.ballots if cast is ballot)

    @property
    def name(self) -> str:
        """The short name used in commands: 2397, or us-2024-03-panel."""
        return self.text.split("/")[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProceduralVote:
    """A vote to hold a meeting; `ballots` and `decision` are empty where none was taken."""

    day: date
    meeting: str
    subject: str
    held: bool
    ballots: tuple[tuple[str, Ballot], ...]
    decision: Decision | None
    note: str
    source: str
    confidence: Confidence

    def by(self, ballot: Ballot) -> tuple[str, ...]:
        """The countries that voted so."""
        return tuple(country for country, cast in self.ballots if cast is ballot)

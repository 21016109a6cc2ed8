"""The outlook of a draft: each member's likely ballot with its evidence, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from article41.council import weighing
from article41.council.charter import NEEDED, Ballot, Decision, Result, decide
from article41.council.evidence import Piece, evidence
from article41.council.members import Seat
from article41.council.motion import Motion
from article41.council.record import Record
from article41.council.stance import Stance

_CAST = (Ballot.FOR, Ballot.AGAINST, Ballot.ABSTAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What we read of one member: a likely ballot, or None with evidence that is mixed or wanting.

    `lead` is how far the likely ballot leads the next (see `weighing`). `silent` means that nothing
    that still counts is known.
    """

    seat: Seat
    ballot: Ballot | None
    lead: float
    pieces: tuple[Piece, ...]

    @property
    def silent(self) -> bool:
        """Whether nothing is known that still counts."""
        return not any(piece.counts for piece in self.pieces)

    @property
    def strength(self) -> str:
        """strong, moderate, or nothing where no ballot is likely."""
        if self.ballot is None:
            return ""
        return "strong" if self.lead >= weighing.STRONG else "moderate"

    @property
    def words(self) -> str:
        """likely for, likely against, likely abstain, unclear, silent."""
        if self.ballot is not None:
            return f"likely {self.ballot.value}"
        return "silent" if self.silent else "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What the Council would decide if the open members voted so; `bends` where likely ballots change too."""

    supposes: str
    decision: Decision
    bends: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Custom:
    """How elected members voted on texts of the same kind before the day: `yes` of `ballots`, on `texts`.

    Told beside an outlook and not used in it: what others did binds no member.
    """

    yes: int
    ballots: int
    texts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """How a draft would fare on a day, as far as positions from before it can tell.

    `fewest` and `most` bound the votes for it. `deciders` are members, one of whose ballots alone
    would turn the result of the middle supposition (the open members abstain).
    """

    motion: Motion
    on: date
    readings: tuple[Reading, ...]
    scenarios: tuple[Scenario, ...]
    fewest: int
    most: int
    deciders: tuple[str, ...]
    custom: Custom

    @property
    def verdict(self) -> str:
        """adopted, vetoed or not adopted where every supposition agrees; else open.

        "not adopted" also where some suppositions end in a veto and others short of nine votes.
        """
        results = {scenario.decision.result for scenario in self.scenarios if not scenario.bends}
        if len(results) == 1:
            return results.pop().value
        return "open" if Result.ADOPTED in results else Result.SHORT.value

    @property
    def likely_vetoes(self) -> tuple[str, ...]:
        """Permanent members likely to vote against: each stops it once nine votes are for it."""
        against = (reading for reading in self.readings if reading.ballot is Ballot.AGAINST)
        return tuple(sorted(reading.seat.country for reading in against if reading.seat.permanent))

    @property
    def open(self) -> tuple[Reading, ...]:
        """Members whose ballot cannot be read: unclear or silent."""
        return tuple(reading for reading in self.readings if reading.ballot is None)

    def leaning(self, ballot: Ballot) -> tuple[str, ...]:
        """Countries likely to vote so."""
        return tuple(reading.seat.country for reading in self.readings if reading.ballot is ballot)


def foresee(motion: Motion, on: date, record: Record, stances: Iterable[Stance]) -> Outlook:
    """The outlook on a day, from what was known before it. Raises UnknownNameError."""
    said = tuple(stances)
    readings = tuple(
        read_member(seat, evidence(seat.country, motion, on, record, said)) for seat in record.members.on(on)
    )
    permanent = frozenset(reading.seat.country for reading in readings if reading.seat.permanent)
    likely = {reading.seat.country: reading.ballot for reading in readings if reading.ballot is not None}
    unread = [reading.seat.country for reading in readings if reading.ballot is None]
    scenarios = _scenarios(likely, unread, permanent)
    fewest = sum(ballot is Ballot.FOR for ballot in likely.values())
    return Outlook(
        motion=motion,
        on=on,
        readings=readings,
        scenarios=scenarios,
        fewest=fewest,
        most=fewest + len(unread),
        deciders=deciders(_with(likely, unread, Ballot.ABSTAIN), permanent),
        custom=_custom(motion, on, record, permanent),
    )


def _custom(motion: Motion, on: date, record: Record, permanent: frozenset[str]) -> Custom:
    votes = [vote for vote in record.votes if vote.kind is motion.kind and vote.day < on]
    elected = [ballot for vote in votes for country, ballot in vote.ballots if country not in permanent]
    return Custom(yes=elected.count(Ballot.FOR), ballots=len(elected), texts=len(votes))


def read_member(seat: Seat, pieces: tuple[Piece, ...]) -> Reading:
    """The ballot to which the evidence points, where one leads the others far enough."""
    mass = dict.fromkeys(_CAST, 0.0)
    for piece in pieces:
        if piece.counts:
            mass[piece.ballot] += piece.weight
    first, second, _ = sorted(mass.values(), reverse=True)
    lead = round(first - second, 6)
    ballot = max(_CAST, key=lambda one: mass[one]) if lead >= weighing.MARGIN else None
    return Reading(seat=seat, ballot=ballot, lead=lead, pieces=pieces)


def deciders(ballots: Mapping[str, Ballot], permanent: frozenset[str]) -> tuple[str, ...]:
    """Members who alone, by another ballot, would turn adopted into not adopted or back."""
    now = decide(ballots, permanent).adopted
    return tuple(
        country
        for country in ballots
        if any(decide({**ballots, country: other}, permanent).adopted is not now for other in _CAST)
    )


def _scenarios(
    likely: Mapping[str, Ballot], unread: list[str], permanent: frozenset[str]
) -> tuple[Scenario, ...]:
    words = {
        Ballot.FOR: "the open members vote for",
        Ballot.ABSTAIN: "the open members abstain",
        Ballot.AGAINST: "the open members vote against",
    }
    found = [
        Scenario(supposes=words[ballot], decision=decide(_with(likely, unread, ballot), permanent))
        for ballot in (Ballot.FOR, Ballot.ABSTAIN, Ballot.AGAINST)
    ]
    held_back = [c for c in likely if c in permanent and likely[c] is Ballot.AGAINST]
    if held_back:
        eased = {**_with(likely, unread, Ballot.FOR), **dict.fromkeys(held_back, Ballot.ABSTAIN)}
        who = " and ".join(sorted(held_back))
        found.append(
            Scenario(
                supposes=f"the open members vote for, and {who} only abstain",
                decision=decide(eased, permanent),
                bends=True,
            )
        )
    return tuple(found)


def _with(likely: Mapping[str, Ballot], unread: list[str], ballot: Ballot) -> dict[str, Ballot]:
    return {**likely, **dict.fromkeys(unread, ballot)}


def short_of(decision: Decision) -> int:
    """How many votes for it are wanting."""
    return max(0, NEEDED - decision.yes)

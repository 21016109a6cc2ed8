"""Questions on the Council: members, votes, mandates, and the outlook of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from article41.council.charter import Ballot
from article41.council.load import load_record
from article41.council.members import Seat
from article41.council.motion import TabledDraft
from article41.council.outlook import Outlook, Reading, foresee
from article41.council.record import Record
from article41.council.stance import Direction, Stance
from article41.council.votes import ProceduralVote, Vote
from article41.errors import UnknownNameError
from article41.reader.pipeline import read
from article41.regime.instrument import Mandate, Operation, Resolution
from article41.service.desk import Desk
from article41.service.drafting import open_document
from article41.service.motion import motion_of
from article41.service.positions import read_stances, stances


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """The Council of a day."""

    on: date
    members: tuple[Seat, ...]
    president: Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One step in a body's mandate: what founded or renewed it, or tried to and failed."""

    body: str
    text: Resolution
    cite: str
    decided: date | None
    last_day: date | None
    vote: Vote | None

    @property
    def failed(self) -> bool:
        """Whether the text that would have renewed it was not adopted."""
        return self.text.status != "adopted"


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyTerms:
    """A body, its terms, and how it stands on a day; `lapsed` is the first day without a mandate."""

    body: str
    on: date
    terms: tuple[Term, ...]
    runs_until: date | None
    active: bool
    lapsed: date | None

    @property
    def days_left(self) -> int | None:
        """Days from the day asked to the last day of the mandate; None where it is open-ended or over."""
        return (self.runs_until - self.on).days if self.active and self.runs_until else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """An outlook, with what is on record of the draft, and the vote if it was cast by the day asked."""

    outlook: Outlook
    text: Resolution
    tabled: TabledDraft | None
    vote: Vote | None

    @property
    def caveat(self) -> str:
        """Why Article 27 is not the whole rule for it; empty where it is."""
        return _CAVEATS.get(self.tabled.form, "") if self.tabled else ""


_CAVEATS = {
    "statement": "A statement by the President needs the consent of all fifteen and is not put to a vote: "
    "one likely no, of any member, would stop it.",
    "demand": "This was a demand in talks, not a text to be voted on: read as if it were one.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One past vote against what we would have read the day it was called."""

    vote: Vote
    outlook: Outlook

    def of(self, reading: Reading) -> str:
        """right, wrong, unclear or silent, for one member."""
        if reading.ballot is None:
            return "silent" if reading.silent else "unclear"
        return "right" if reading.ballot is self.vote.ballot(reading.seat.country) else "wrong"

    def count(self, what: str) -> int:
        """How many members were read so."""
        return sum(self.of(reading) == what for reading in self.outlook.readings)


class CouncilDesk:
    """Answers questions on the Council from its record, the law and the stated positions."""

    def __init__(self, desk: Desk | None = None, said: tuple[Stance, ...] | None = None) -> None:
        self.desk = desk or Desk()
        self._said = said

    @cached_property
    def record(self) -> Record:
        """The Council's record, loaded once. Raises LawError."""
        return load_record()

    @cached_property
    def stances(self) -> tuple[Stance, ...]:
        """Stated positions, as the Council's outlook takes them."""
        return stances() if self._said is None else self._said

    def sitting(self, on: date) -> Sitting:
        """Who sits and who presides. Raises UnknownNameError."""
        members = self.record.members
        return Sitting(on=on, members=members.on(on), president=members.president(on))

    def votes(
        self, first: date | None, last: date | None, text: str = "", member: str = "", ballot: str = ""
    ) -> tuple[Vote, ...]:
        """Votes by period, text (2397, unsc/2397, S/2022/431, a draft's id), member and ballot."""
        country = self.country(member) if member else ""
        wanted = text.strip().lower()
        if wanted and not self.record.votes_between(text=wanted):
            found = self.desk.law.text(text)
            wanted = found.id.lower()
        cast = Ballot(ballot) if ballot else None
        return self.record.votes_between(first, last, text=wanted, member=country, ballot=cast)

    def procedural(
        self, first: date | None, last: date | None, member: str = ""
    ) -> tuple[ProceduralVote, ...]:
        """Procedural votes by period and member."""
        country = self.country(member) if member else ""
        return tuple(
            vote
            for vote in self.record.procedural
            if (first is None or vote.day >= first)
            and (last is None or vote.day <= last)
            and (not country or country in dict(vote.ballots))
        )

    def country(self, name: str) -> str:
        """A member's code, from its code or name. Raises UnknownNameError."""
        for seat in self.record.members.seats:
            if name.strip().casefold() in (seat.country.casefold(), seat.name.casefold()):
                return seat.country
        raise UnknownNameError(
            f"'{name}' has not sat on the Council since 2006, or is not known by that name",
            hint="give a two-letter code (RU) or the name: article41 council members",
        )

    def outlook(
        self, name: str, on: date | None = None, direction: str = "", texts: tuple[str, ...] = ()
    ) -> Foreseen:
        """How a draft (by id, or a file) would fare on a day: that of its vote, else today's.

        Positions that a program reads in `texts` (files) count beside those on record.
        """
        text = self.desk.draft(name)
        vote = self.record.vote_on(text.id)
        day = on or (vote.day if vote else date.today())
        way = Direction(direction) if direction else None
        motion = motion_of(text, self.desk.law, self.record, way)
        said = [stance for file in texts for stance in read_stances(read(open_document(file)))]
        return Foreseen(
            outlook=foresee(motion, day, self.record, (*self.stances, *said)),
            text=text,
            tabled=self.record.draft(text.id),
            vote=vote if vote and vote.day <= day else None,
        )

    def tried(self) -> Iterator[Tried]:
        """Every past vote, read as of the day it was called."""
        for vote in self.record.votes:
            motion = motion_of(self.desk.law.text(vote.text), self.desk.law, self.record)
            yield Tried(vote=vote, outlook=foresee(motion, vote.day, self.record, self.stances))

    def mandates(self, on: date) -> tuple[BodyTerms, ...]:
        """Bodies with a mandate, its renewals and its end, from what the law says and how the votes went."""
        terms: dict[str, list[Term]] = {}
        for text in (*self.desk.law.resolutions, *self.desk.law.drafts):
            for operation in text.operations():
                if isinstance(operation.body, Mandate):
                    term = self._term(text, operation, operation.body)
                    if term.decided is None or term.decided <= on:
                        terms.setdefault(operation.targets[0], []).append(term)
        regime = self.desk.regime(on)
        return tuple(
            _standing(body, held, on, regime.mandate(body) is not None) for body, held in terms.items()
        )

    def _term(self, text: Resolution, operation: Operation, body: Mandate) -> Term:
        vote = self.record.vote_on(text.id)
        return Term(
            body=operation.targets[0],
            text=text,
            cite=str(operation.cite),
            decided=text.adopted or (vote.day if vote else None),
            last_day=body.last_day.resolve({}) if body.last_day else None,
            vote=vote,
        )


def _standing(body: str, held: list[Term], on: date, active: bool) -> BodyTerms:
    held.sort(key=lambda term: (term.decided or date.max, term.text.id))
    granted = [term for term in held if not term.failed]
    runs_until = granted[-1].last_day if granted else None
    return BodyTerms(
        body=body,
        on=on,
        terms=tuple(held),
        runs_until=runs_until,
        active=active,
        lapsed=runs_until + timedelta(days=1) if runs_until and not active else None,
    )

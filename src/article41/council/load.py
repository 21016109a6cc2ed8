"""The Council's record from its data files, checked against itself while it is read."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

from article41.council.charter import Ballot, Decision, decide
from article41.council.load_drafts import load_drafts, load_requests
from article41.council.members import FIRST_YEAR, LAST_YEAR, SEATS, Membership, Seat
from article41.council.record import Record
from article41.council.votes import ProceduralVote, Vote, VoteKind
from article41.errors import LawError
from article41.regime import reading
from article41.source import Mapping, read_text, read_yaml
from article41.types import Confidence

DATA = Path(__file__).parent.parent / "data" / "council"
_COLUMNS = ["country", "name", "kind", "first", "last", "source", "confidence"]
_BALLOTS = ("tally", "against", "abstaining", "absent")
_COMMON = ("day", "meeting", "subject", *_BALLOTS, "note", "source", "confidence")


def load_record(folder: Path = DATA) -> Record:
    """The whole record. Raises LawError or SourceError with file:line."""
    members = load_members(folder / "members.csv")
    return Record(
        members=members,
        votes=tuple(_vote(row, members) for row in rows(folder / "votes.yaml", "votes")),
        procedural=tuple(_procedural(row, members) for row in rows(folder / "procedural.yaml", "procedural")),
        drafts=load_drafts(rows(folder / "drafts.yaml", "drafts")),
        requests=load_requests(rows(folder / "committee.yaml", "committee")),
    )


def rows(path: Path, key: str) -> list[Mapping]:
    """The rows under a file's one key."""
    data = reading.mapping(read_yaml(read_text(path), path.name), path.name)
    reading.expect_keys(data, (key,), (key,))
    return [reading.mapping(item, data.where(key)) for item in reading.items(data, key)]


def load_members(path: Path) -> Membership:
    """Terms from CSV. Raises LawError where a year has not five permanent of fifteen members."""
    lines = [line for line in read_text(path).splitlines() if not line.startswith("#")]
    table = csv.DictReader(io.StringIO("\n".join(lines)), strict=True)
    if table.fieldnames != _COLUMNS:
        raise LawError(f"the columns must be {', '.join(_COLUMNS)}", where=f"{path.name}:1")
    members = Membership(seats=tuple(_seat(row, path.name) for row in table))
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        sitting = members.on(date(year, 1, 1))
        countries = {seat.country for seat in sitting}
        permanent = sum(seat.permanent for seat in sitting)
        if len(sitting) != SEATS or len(countries) != SEATS or permanent != 5:
            raise LawError(
                f"{year} has {len(countries)} members in {len(sitting)} seats, {permanent} permanent",
                where=path.name,
                hint="each year needs fifteen, five of them permanent",
            )
    return members


def _seat(row: dict[str, str], name: str) -> Seat:
    try:
        return Seat(
            country=row["country"],
            name=row["name"],
            permanent={"permanent": True, "elected": False}[row["kind"]],
            first=int(row["first"]),
            last=int(row["last"]) if row["last"] else None,
            source=row["source"],
            confidence=Confidence(row["confidence"]),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise LawError(f"a row that cannot be read ({error}): {row}", where=name) from None


def _vote(row: Mapping, members: Membership) -> Vote:
    reading.expect_keys(
        row,
        (*_COMMON, "text", "draft", "written", "kind", "result", "trigger"),
        ("day", "text", "kind", "subject", "result", "tally", "source"),
    )
    day = the_day(row)
    ballots, decision = _decided(row, day, members)
    if decision.result.value != row["result"]:
        raise LawError(
            f"the result cannot be '{row['result']}': {decision.because}", where=row.where("result")
        )
    return Vote(
        day=day,
        text=reading.text(row, "text"),
        draft=reading.text(row, "draft"),
        meeting=reading.text(row, "meeting"),
        written=row.get("written") is True,
        kind=VoteKind(reading.choice(row, "kind", [kind.value for kind in VoteKind])),
        subject=reading.text(row, "subject"),
        ballots=ballots,
        decision=decision,
        trigger=reading.text(row, "trigger"),
        note=reading.text(row, "note"),
        source=reading.text(row, "source"),
        confidence=reading.confidence(row),
    )


def _procedural(row: Mapping, members: Membership) -> ProceduralVote:
    reading.expect_keys(row, (*_COMMON, "held"), ("day", "subject", "held", "source"))
    day = the_day(row)
    ballots: tuple[tuple[str, Ballot], ...] = ()
    decision: Decision | None = None
    if "tally" in row:
        ballots, decision = _decided(row, day, members, procedural=True)
        if decision.adopted is not row["held"]:
            raise LawError(f"'held' cannot be so: {decision.because}", where=row.where("held"))
    return ProceduralVote(
        day=day,
        meeting=reading.text(row, "meeting"),
        subject=reading.text(row, "subject"),
        held=row["held"] is True,
        ballots=ballots,
        decision=decision,
        note=reading.text(row, "note"),
        source=reading.text(row, "source"),
        confidence=reading.confidence(row),
    )


def _decided(
    row: Mapping, day: date, members: Membership, *, procedural: bool = False
) -> tuple[tuple[tuple[str, Ballot], ...], Decision]:
    """The ballots of all fifteen (who is not named voted for), and what they decide."""
    sitting = members.on(day)
    ballots = {seat.country: Ballot.FOR for seat in sitting}
    named = (("against", Ballot.AGAINST), ("abstaining", Ballot.ABSTAIN), ("absent", Ballot.ABSENT))
    for key, ballot in named:
        for country in reading.texts(row, key):
            if ballots.get(country) is not Ballot.FOR:
                raise LawError(f"{country} was no member on {day}, or is named twice", where=row.where(key))
            ballots[country] = ballot
    permanent = [seat.country for seat in sitting if seat.permanent]
    decision = decide(ballots, permanent, procedural=procedural)
    stated: Any = reading.items(row, "tally")
    if list(stated) != [decision.yes, decision.no, decision.abstaining]:
        counts = f"{decision.yes}, {decision.no}, {decision.abstaining}"
        raise LawError(
            f"the tally {list(stated)} does not fit the ballots ({counts})", where=row.where("tally")
        )
    return tuple(ballots.items()), decision


def the_day(row: Mapping, key: str = "day") -> date:
    """A day that must be there."""
    found = reading.day(row, key)
    if found is None:
        raise LawError(f"'{key}' needs a day", where=row.where(key))
    return found

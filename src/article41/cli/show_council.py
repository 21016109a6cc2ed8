"""Members, votes, mandates and drafts on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from article41.cli.show_answer import console
from article41.council.charter import Ballot, Decision
from article41.council.record import Record
from article41.council.votes import ProceduralVote, Vote
from article41.service.council import BodyTerms, Sitting, Term

RESULT = {"adopted": "green", "vetoed": "red", "not adopted": "red", "open": "yellow"}
BALLOT = {Ballot.FOR: "green", Ballot.AGAINST: "red", Ballot.ABSTAIN: "yellow", Ballot.ABSENT: "dim"}


def show_sitting(sitting: Sitting) -> None:
    """The members of a day."""
    table = Table(title=f"The Security Council on {sitting.on}", title_justify="left")
    for name in ("", "Member", "Seat", "Term"):
        table.add_column(name)
    for seat in sitting.members:
        term = f"{seat.first}-{seat.last}" if seat.last else "-"
        member = Text(seat.name)
        if seat == sitting.president:
            member.append("  presides this month", style="cyan")
        table.add_row(seat.country, member, "permanent" if seat.permanent else "elected", term)
    console().print(table)
    console().print(
        "The presidency is worked out from the alphabetical turn (rule 18), not looked up.", style="dim"
    )


def counts(decision: Decision) -> str:
    """13-2-0: for, against, abstaining."""
    return f"{decision.yes}-{decision.no}-{decision.abstaining}"


def result_text(result: str) -> Text:
    """A result in its colour."""
    return Text(result, style=RESULT[result])


def show_votes(votes: Sequence[Vote], member: str = "") -> None:
    """Votes, one a row; with a member its own ballot."""
    table = Table(title=f"{len(votes)} votes on the DPRK", title_justify="left")
    columns = [
        "Day",
        "Text",
        *([member] if member else []),
        "Result",
        "Count",
        "Against",
        "Abstaining",
        "Subject",
    ]
    for name in columns:
        table.add_column(name, no_wrap=name in ("Day", "Count"), overflow="fold")
    for vote in votes:
        ballot = vote.ballot(member)
        own = [Text(ballot.value, style=BALLOT[ballot])] if ballot else [Text("-")]
        table.add_row(
            str(vote.day),
            vote.draft if not vote.decision.adopted else vote.name,
            *(own if member else []),
            result_text(vote.decision.result.value),
            counts(vote.decision),
            _names(vote, Ballot.AGAINST),
            _names(vote, Ballot.ABSTAIN),
            vote.subject,
        )
    console().print(table)


def _names(vote: Vote | ProceduralVote, ballot: Ballot) -> str:
    return ", ".join(vote.by(ballot))


def show_procedural(votes: Sequence[ProceduralVote], member: str = "") -> None:
    """Procedural votes, apart: nine carry, there is no veto."""
    table = Table(
        title=f"{len(votes)} procedural votes on meetings (nine carry, no veto: Article 27(2))",
        title_justify="left",
    )
    for name in (
        "Day",
        *([member] if member else []),
        "Meeting",
        "Count",
        "Against",
        "Abstaining",
        "Subject",
    ):
        table.add_column(name, no_wrap=name == "Day")
    for vote in votes:
        own = dict(vote.ballots).get(member)
        table.add_row(
            str(vote.day),
            *([own.value if own else "-"] if member else []),
            Text("held", style="green") if vote.held else Text("not held", style="red"),
            counts(vote.decision) if vote.decision else "no vote",
            _names(vote, Ballot.AGAINST),
            _names(vote, Ballot.ABSTAIN),
            f"{vote.subject}. {vote.note}" if vote.note else vote.subject,
        )
    console().print(table)


def show_mandates(bodies: Sequence[BodyTerms]) -> None:
    """Each body: how it stands, then its terms."""
    out = console()
    for body in bodies:
        out.print(_standing(body))
        table = Table(show_edge=False, pad_edge=True)
        for name in ("Decided", "By", "Vote", "Until"):
            table.add_column(name, no_wrap=name != "By")
        for term in body.terms:
            table.add_row(str(term.decided or "-"), _by(term), _vote(term), _until(term))
        out.print(table)
        out.print()


def _standing(body: BodyTerms) -> Text:
    words = Text(body.body, style="bold")
    if body.lapsed:
        failed = next((term for term in reversed(body.terms) if term.failed and term.vote), None)
        why = f", after {_why(failed)}" if failed else ""
        return words.append(
            f": no mandate since {body.lapsed} (last day {body.runs_until}){why}", style="red"
        )
    if body.runs_until is None:
        return words.append(": mandate without end")
    return words.append(f": mandate until {body.runs_until}, {body.days_left} days left")


def _why(term: Term) -> str:
    assert term.vote is not None
    vetoes = " and ".join(term.vote.decision.vetoes)
    how = f"the veto of {vetoes}" if vetoes else "a vote short of nine"
    return f"{how} on {term.vote.day} ({term.text.symbol})"


def _by(term: Term) -> Text:
    return Text(term.cite, style="red" if term.failed else "")


def _vote(term: Term) -> Text:
    if term.vote is None:
        return Text("-")
    found = result_text(term.vote.decision.result.value)
    return found.append(f" {counts(term.vote.decision)}")


def _until(term: Term) -> Text:
    words = str(term.last_day or "no end")
    return Text(f"({words})" if term.failed else words, style="dim" if term.failed else "")


def show_drafts(record: Record) -> None:
    """Drafts, then requests to the Committee."""
    table = Table(title=f"{len(record.drafts)} drafts and demands", title_justify="left")
    for name in ("Since", "Draft", "By", "Direction", "Status", "What became of it"):
        table.add_column(name, no_wrap=name in ("Since", "By"), overflow="fold")
    for draft in record.drafts:
        table.add_row(
            draft.since,
            draft.id.split("/")[-1],
            ", ".join(draft.sponsors),
            draft.direction.value,
            draft.status,
            draft.fate,
        )
    asked = Table(
        title=f"{len(record.requests)} requests to the 1718 Committee (consensus)", title_justify="left"
    )
    for name in ("Day", "By", "Asked", "Outcome", "Objected"):
        asked.add_column(name, no_wrap=name == "Day")
    for request in record.requests:
        others = f" and {request.others} others" if request.others else ""
        by = ", ".join(request.sponsors) + others or "-"
        asked.add_row(str(request.day), by, request.ask, request.outcome, ", ".join(request.objectors) or "-")
    console().print(table)
    console().print(asked)

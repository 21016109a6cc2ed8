"""Answers on the Council as plain data, ready for JSON."""

from __future__ import annotations

from typing import Any

from article41.council.charter import Ballot, Decision
from article41.council.evidence import Piece
from article41.council.members import Membership, Seat
from article41.council.motion import CommitteeRequest, TabledDraft
from article41.council.outlook import Reading
from article41.council.votes import ProceduralVote, Vote
from article41.service.council import BodyTerms, Foreseen, Sitting, Term, Tried

Plain = dict[str, Any]


def plain_sitting(found: Sitting) -> list[Plain]:
    """One row a member."""
    return [
        {"on": found.on.isoformat(), **plain_seat(seat), "president": seat == found.president}
        for seat in found.members
    ]


def plain_seat(seat: Seat) -> Plain:
    """A seat: who, since when, until when."""
    return {
        "country": seat.country,
        "name": seat.name,
        "permanent": seat.permanent,
        "first_year": seat.first,
        "last_year": seat.last,
        "source": seat.source,
        "confidence": seat.confidence.value,
    }


def plain_vote(vote: Vote, member: str = "") -> Plain:
    """A vote; `ballot` is that of the member asked for."""
    row: Plain = {"day": vote.day.isoformat()}
    if member:
        ballot = vote.ballot(member)
        row |= {"member": member, "ballot": ballot.value if ballot else None}
    return row | {
        "text": vote.text,
        "draft": vote.draft,
        "kind": vote.kind.value,
        "subject": vote.subject,
        **_decision(vote.decision),
        **_ballots(vote),
        "meeting": vote.meeting,
        "written_procedure": vote.written,
        "trigger": vote.trigger,
        "note": vote.note,
        "source": vote.source,
        "confidence": vote.confidence.value,
    }


def plain_procedural(vote: ProceduralVote) -> Plain:
    """A procedural vote; counts are None where none was taken."""
    counts = _decision(vote.decision) if vote.decision else {"result": None, "yes": None, "no": None}
    return {
        "day": vote.day.isoformat(),
        "subject": vote.subject,
        "held": vote.held,
        **counts,
        **_ballots(vote),
        "meeting": vote.meeting,
        "note": vote.note,
        "source": vote.source,
        "confidence": vote.confidence.value,
    }


def _decision(decision: Decision) -> Plain:
    return {
        "result": decision.result.value,
        "yes": decision.yes,
        "no": decision.no,
        "abstaining": decision.abstaining,
        "absent": decision.absent,
        "vetoes": list(decision.vetoes),
        "because": decision.because,
    }


def _ballots(vote: Vote | ProceduralVote) -> Plain:
    return {"ballots": {ballot.value: list(vote.by(ballot)) for ballot in Ballot if vote.by(ballot)}}


def plain_foreseen(found: Foreseen, members: Membership) -> Plain:
    """An outlook with every piece of evidence."""
    outlook = found.outlook
    return {
        "draft": outlook.motion.id,
        "title": outlook.motion.title,
        "direction": outlook.motion.direction.value,
        "sponsors": list(outlook.motion.sponsors),
        "on": outlook.on.isoformat(),
        "verdict": outlook.verdict,
        "caveat": found.caveat,
        "likely_vetoes": list(outlook.likely_vetoes),
        "votes_for": {"fewest": outlook.fewest, "most": outlook.most, "needed": 9},
        "deciders": list(outlook.deciders),
        "custom_of_elected_members": {
            "for": outlook.custom.yes,
            "ballots": outlook.custom.ballots,
            "texts": outlook.custom.texts,
        },
        "scenarios": [
            {"supposes": scenario.supposes, **_decision(scenario.decision)} for scenario in outlook.scenarios
        ],
        "members": [_reading(reading) for reading in outlook.readings],
        "on_record": plain_draft(found.tabled, members) if found.tabled else None,
        "vote": plain_vote(found.vote) if found.vote else None,
        "basis": "editorial: our reading of dated deeds and words from before the day",
    }


def _reading(reading: Reading) -> Plain:
    return {
        "country": reading.seat.country,
        "name": reading.seat.name,
        "permanent": reading.seat.permanent,
        "reading": reading.words,
        "strength": reading.strength,
        "lead": round(reading.lead, 2),
        "evidence": [plain_piece(piece) for piece in reading.pieces],
    }


def plain_piece(piece: Piece) -> Plain:
    """One piece of evidence; `counts` is false where age or distance left it too little weight."""
    return {
        "day": piece.day.isoformat(),
        "points_to": piece.ballot.value,
        "weight": round(piece.weight, 2),
        "counts": piece.counts,
        "near": piece.near,
        "words": piece.words,
        "source": piece.source,
        "confidence": piece.confidence.value,
    }


def plain_draft(draft: TabledDraft, members: Membership) -> Plain:
    """A draft's way through the Council."""
    return {
        "draft": draft.id,
        "since": draft.since,
        "sponsors": list(draft.sponsors),
        "sponsor_names": [members.name(country) for country in draft.sponsors],
        "form": draft.form,
        "direction": draft.direction.value,
        "answers": draft.answers,
        "status": draft.status,
        "fate": draft.fate,
        "note": draft.note,
        "source": draft.source,
        "confidence": draft.confidence.value,
    }


def plain_request(request: CommitteeRequest) -> Plain:
    """Something asked of the 1718 Committee."""
    return {
        "request": request.id,
        "day": request.day.isoformat(),
        "sponsors": list(request.sponsors),
        "others": request.others,
        "direction": request.direction.value,
        "ask": request.ask,
        "outcome": request.outcome,
        "objectors": list(request.objectors),
        "note": request.note,
        "source": request.source,
        "confidence": request.confidence.value,
    }


def plain_mandate(body: BodyTerms) -> Plain:
    """A body's mandate and how it came to stand so."""
    return {
        "body": body.body,
        "on": body.on.isoformat(),
        "active": body.active,
        "last_day": body.runs_until.isoformat() if body.runs_until else None,
        "days_left": body.days_left,
        "lapsed_from": body.lapsed.isoformat() if body.lapsed else None,
        "terms": [_term(term) for term in body.terms],
    }


def _term(term: Term) -> Plain:
    return {
        "text": term.text.id,
        "cite": term.cite,
        "decided": term.decided.isoformat() if term.decided else None,
        "last_day": term.last_day.isoformat() if term.last_day else None,
        "failed": term.failed,
        "vote": _decision(term.vote.decision) if term.vote else None,
    }


def plain_tried(tried: Tried) -> Plain:
    """One past vote against its reading."""
    wrong = [
        {
            "country": reading.seat.country,
            "read": reading.words,
            "voted": (tried.vote.ballot(reading.seat.country) or Ballot.ABSENT).value,
        }
        for reading in tried.outlook.readings
        if tried.of(reading) == "wrong"
    ]
    return {
        "day": tried.vote.day.isoformat(),
        "text": tried.vote.text,
        "result": tried.vote.decision.result.value,
        "verdict": tried.outlook.verdict,
        "likely_vetoes": list(tried.outlook.likely_vetoes),
        "vetoes": list(tried.vote.decision.vetoes),
        **{what: tried.count(what) for what in ("right", "wrong", "unclear", "silent")},
        "wrong_members": wrong,
    }

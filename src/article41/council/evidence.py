"""What is known, before a day, of how a member would vote on a motion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from article41.council import weighing
from article41.council.charter import Ballot
from article41.council.motion import Motion, TabledDraft
from article41.council.record import Record
from article41.council.stance import WHOLE_REGIME, Stance, Strength
from article41.council.votes import Vote
from article41.types import Confidence

_OPPOSITE = {Ballot.FOR: Ballot.AGAINST, Ballot.AGAINST: Ballot.FOR, Ballot.ABSTAIN: Ballot.ABSTAIN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of evidence: it points to a ballot, with a weight that age and doubt have lessened.

    `kind` groups pieces: the newest of a kind stands for those before it. `near` says whether it
    speaks of this very text, of the same kind of text or measure, or only of the regime at large.
    """

    kind: str
    near: str
    day: date
    ballot: Ballot
    weight: float
    words: str
    source: str
    confidence: Confidence

    @property
    def counts(self) -> bool:
        """Whether it still weighs enough to count."""
        return self.weight >= weighing.FLOOR


def evidence(
    country: str, motion: Motion, on: date, record: Record, stances: Iterable[Stance]
) -> tuple[Piece, ...]:
    """Every newest piece of its kind from before the day, heaviest first. Nothing of the day or later.

    That the sponsors of the motion are for it is part of the question, whatever the day.
    """
    pieces: list[Piece] = []
    pieces += _newest(_sponsor(country, motion, on))
    pieces += _newest(_votes(country, motion, on, record))
    pieces += _newest(_drafts(country, motion, on, record))
    pieces += _newest(_objections(country, motion, on, record))
    pieces += _newest(_said(country, motion, on, stances))
    return tuple(sorted(pieces, key=lambda piece: (-piece.weight, -piece.day.toordinal(), piece.words)))


def _newest(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Of each kind those of the newest day; several of one day share its weight."""
    by_kind: dict[str, list[Piece]] = {}
    for piece in pieces:
        held = by_kind.setdefault(piece.kind, [])
        if held and piece.day > held[0].day:
            held.clear()
        if not held or piece.day == held[0].day:
            held.append(piece)
    for held in by_kind.values():
        for piece in dict.fromkeys(held):
            yield _shared(piece, len(dict.fromkeys(held)))


def _shared(piece: Piece, among: int) -> Piece:
    return piece if among == 1 else replace(piece, weight=piece.weight / among)


def _sponsor(country: str, motion: Motion, on: date) -> Iterator[Piece]:
    if country in motion.sponsors:
        day = min(motion.tabled or on, on)
        yield Piece(
            kind="sponsor",
            near="this text",
            day=day,
            ballot=Ballot.FOR,
            weight=weighing.faded(weighing.SPONSOR, day, on),
            words="sponsor of this text",
            source="",
            confidence=Confidence.HIGH,
        )


def _votes(country: str, motion: Motion, on: date, record: Record) -> Iterator[Piece]:
    for vote in record.votes:
        ballot = vote.ballot(country)
        if vote.day >= on or ballot is None or ballot is Ballot.ABSENT:
            continue
        if (piece := _vote(vote, ballot, motion, on)) is not None:
            yield piece


def _vote(vote: Vote, ballot: Ballot, motion: Motion, on: date) -> Piece | None:
    says = weighing.agrees(vote.kind.direction, motion.direction)
    if says is None:
        return None
    toward, fit = says
    near, weight = _vote_weight(vote, motion, fit)
    said = {Ballot.FOR: "for", Ballot.AGAINST: "against", Ballot.ABSTAIN: "abstained"}[ballot]
    return Piece(
        kind=f"vote on {vote.kind.value}",
        near=near,
        day=vote.day,
        ballot=ballot if toward is Ballot.FOR else _OPPOSITE[ballot],
        weight=weighing.faded(weight, vote.day, on) * weighing.SURE[vote.confidence],
        words=f"voted {said}: {vote.name} ({vote.subject})".replace("voted abstained", "abstained"),
        source=vote.source,
        confidence=vote.confidence,
    )


def _vote_weight(vote: Vote, motion: Motion, fit: float) -> tuple[str, float]:
    if vote.text == motion.id:
        return "this text", weighing.THIS_TEXT
    if vote.kind is motion.kind:
        return "same kind", weighing.SAME_KIND_VOTE
    return "other kind", weighing.OTHER_VOTE * fit


def _drafts(country: str, motion: Motion, on: date, record: Record) -> Iterator[Piece]:
    for draft in record.drafts:
        if draft.known_by >= on or country not in draft.sponsors or draft.id == motion.id:
            continue
        if draft.answers and draft.answers.lower() in motion.names:
            if not draft.met:
                yield _draft(draft, "counter-demand", Ballot.AGAINST, weighing.COUNTER_DEMAND, on)
        elif not draft.answers and (says := weighing.agrees(draft.direction, motion.direction)):
            yield _draft(draft, "own draft", says[0], weighing.OWN_DRAFT * says[1], on)


def _draft(draft: TabledDraft, kind: str, ballot: Ballot, weight: float, on: date) -> Piece:
    name = draft.id.split("/")[-1]
    words = {
        "counter-demand": f"put forward {name} ({draft.since}) in the talks on this text, not taken up",
        "own draft": f"brought {name} ({draft.status})",
    }
    return Piece(
        kind=kind,
        near="this text" if kind == "counter-demand" else "regime",
        day=draft.known_by,
        ballot=ballot,
        weight=weighing.faded(weight, draft.known_by, on) * weighing.SURE[draft.confidence],
        words=words[kind],
        source=draft.source,
        confidence=draft.confidence,
    )


def _objections(country: str, motion: Motion, on: date, record: Record) -> Iterator[Piece]:
    for request in record.requests:
        says = weighing.agrees(request.direction, motion.direction)
        if request.day >= on or country not in request.objectors or says is None:
            continue
        yield Piece(
            kind=f"objection to {request.direction.value}",
            near="Committee",
            day=request.day,
            ballot=_OPPOSITE[says[0]],
            weight=weighing.faded(weighing.COMMITTEE * says[1], request.day, on)
            * weighing.SURE[request.confidence],
            words=f"objected in the Committee: {request.ask}",
            source=request.source,
            confidence=request.confidence,
        )


def _said(country: str, motion: Motion, on: date, stances: Iterable[Stance]) -> Iterator[Piece]:
    own = [stance for stance in stances if stance.actor == country and stance.date < on]
    last = max(own, key=lambda stance: stance.date, default=None)
    for stance in own:
        says = weighing.stance_says(stance.stance, motion.direction)
        if says is None:
            continue
        near, weight = _nearness(stance, motion)
        weight *= says[1] * weighing.SURE[stance.confidence] * weighing.SPOKEN[stance.strength]
        former = last is not None and stance.government != last.government
        yield Piece(
            kind=f"stance {'read' if stance.strength is Strength.READ else 'on record'}, {near}",
            near=near,
            day=stance.date,
            ballot=says[0],
            weight=weighing.faded(weight * (weighing.FORMER if former else 1.0), stance.date, on),
            words=f"{stance.stance}: {stance.evidence}" + (f" ({stance.government})" if former else ""),
            source=stance.source,
            confidence=stance.confidence,
        )


def _nearness(stance: Stance, motion: Motion) -> tuple[str, float]:
    """How near a stance is to the motion, by what it speaks of."""
    measure = stance.measure.lower()
    if measure in motion.names:
        return "this text", weighing.THIS_TEXT
    if measure in motion.measures:
        return "same measure", weighing.SAME_MEASURE
    if measure == WHOLE_REGIME:
        return "regime", weighing.WHOLE_REGIME
    return "other measure", weighing.OTHER_MEASURE

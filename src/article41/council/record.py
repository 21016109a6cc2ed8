"""The Council's record on this file: members, votes, drafts, requests to its Committee."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article41.council.charter import Ballot
from article41.council.members import Membership
from article41.council.motion import CommitteeRequest, TabledDraft
from article41.council.votes import ProceduralVote, Vote


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything of the Council that is in the data; immutable."""

    members: Membership
    votes: tuple[Vote, ...]
    procedural: tuple[ProceduralVote, ...]
    drafts: tuple[TabledDraft, ...]
    requests: tuple[CommitteeRequest, ...]

    def votes_between(
        self,
        first: date | None = None,
        last: date | None = None,
        *,
        text: str = "",
        member: str = "",
        ballot: Ballot | None = None,
    ) -> tuple[Vote, ...]:
        """Votes from one day to another (inclusive), of one text, of one member, of one ballot."""
        return tuple(
            vote
            for vote in self.votes
            if (first is None or vote.day >= first)
            and (last is None or vote.day <= last)
            and (not text or text in names_of(vote))
            and (not member or vote.ballot(member) is not None)
            and (ballot is None or (vote.ballot(member) is ballot if member else vote.by(ballot)))
        )

    def vote_on(self, text: str) -> Vote | None:
        """The vote on a text of the law, by id."""
        return next((vote for vote in self.votes if vote.text == text), None)

    def draft(self, text: str) -> TabledDraft | None:
        """What is on record of a draft, by the law's id."""
        return next((draft for draft in self.drafts if draft.id == text), None)


def names_of(vote: Vote) -> frozenset[str]:
    """Every name by which a vote's text is asked for, in lower case."""
    return frozenset(name.lower() for name in (vote.text, vote.name, vote.draft) if name)

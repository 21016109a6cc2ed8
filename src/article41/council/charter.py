"""Article 27 of the Charter: what a set of ballots decides."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

NEEDED = 9
"""Affirmative votes that a decision needs, of fifteen (since the amendment of 31 August 1965)."""


class Ballot(StrEnum):
    """What a member does when the vote is called."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"
    ABSENT = "absent"  # or present and not taking part


class Result(StrEnum):
    """What becomes of the text."""

    ADOPTED = "adopted"
    VETOED = "vetoed"
    SHORT = "not adopted"  # fewer than nine votes for it; a permanent member's no is then no veto


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The result of a vote, its counts, and why; `vetoes` holds permanent members whose no stopped it."""

    result: Result
    yes: int
    no: int
    abstaining: int
    absent: int
    vetoes: tuple[str, ...]
    because: str

    @property
    def adopted(self) -> bool:
        """Whether the text carries."""
        return self.result is Result.ADOPTED


def decide(
    ballots: Mapping[str, Ballot], permanent: Collection[str], *, procedural: bool = False
) -> Decision:
    """What ballots decide: Article 27(3), or 27(2) where the matter is procedural.

    All other matters need nine votes for and no permanent member against. A permanent member that
    abstains or stays away does not stop a decision: the Council's practice since 1946, which the
    International Court of Justice accepted in 1971 (Namibia opinion, para. 22). The duty of a party
    to a dispute to abstain holds for Chapter VI and Article 52(3) only, not for sanctions.
    """
    counts = {kind: sum(ballot is kind for ballot in ballots.values()) for kind in Ballot}
    yes = counts[Ballot.FOR]
    against = tuple(sorted(c for c, ballot in ballots.items() if ballot is Ballot.AGAINST and c in permanent))
    vetoes: tuple[str, ...] = ()
    if yes < NEEDED:
        rule = "27(2)" if procedural else "27(3)"
        result, because = Result.SHORT, f"{yes} of the {NEEDED} votes that Article {rule} asks for"
    elif procedural:
        result, because = Result.ADOPTED, f"{yes} votes; there is no veto (Article 27(2))"
    elif against:
        result, vetoes = Result.VETOED, against
        because = f"{yes} votes, but {' and '.join(against)} against (Article 27(3))"
    else:
        result, because = Result.ADOPTED, f"{yes} votes, no permanent member against (Article 27(3))"
    return Decision(
        result=result,
        yes=yes,
        no=counts[Ballot.AGAINST],
        abstaining=counts[Ballot.ABSTAIN],
        absent=counts[Ballot.ABSENT],
        vetoes=vetoes,
        because=because,
    )

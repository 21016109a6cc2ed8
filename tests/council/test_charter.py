"""Article 27: what fifteen ballots decide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.council.charter import Ballot, Result, decide

PERMANENT = ("CN", "FR", "GB", "RU", "US")
ELECTED = tuple(f"E{n}" for n in range(10))
MEMBERS = (*PERMANENT, *ELECTED)
councils = st.fixed_dictionaries({member: st.sampled_from(Ballot) for member in MEMBERS})


def council(**ballots: str) -> dict[str, Ballot]:
    return {member: Ballot(ballots.get(member, "for")) for member in MEMBERS}


def nine_for(**others: str) -> dict[str, Ballot]:
    """Nine votes for it, permanent members among them; the rest abstains unless said otherwise."""
    ballots = dict.fromkeys(MEMBERS[9:], "abstain") | others
    return council(**ballots)


def test_nine_votes_carry_and_eight_do_not() -> None:
    assert decide(nine_for(), PERMANENT).result is Result.ADOPTED
    short = decide(nine_for(E3="abstain"), PERMANENT)
    assert short.result is Result.SHORT
    assert short.yes == 8
    assert "Article 27(3)" in short.because


@pytest.mark.parametrize("one", PERMANENT)
def test_one_permanent_member_against_stops_it(one: str) -> None:
    decision = decide(council(**{one: "against"}), PERMANENT)
    assert decision.result is Result.VETOED
    assert decision.vetoes == (one,)
    assert decision.yes == 14


@pytest.mark.parametrize("way", ["abstain", "absent"])
def test_all_permanent_members_may_abstain_or_stay_away(way: str) -> None:
    assert decide(council(**dict.fromkeys(PERMANENT, way)), PERMANENT).adopted


def test_ten_elected_members_alone_can_adopt_and_seven_can_block() -> None:
    assert decide(council(**dict.fromkeys(PERMANENT, "abstain")), PERMANENT).adopted
    assert not decide(council(**dict.fromkeys(ELECTED[:7], "against")), PERMANENT).adopted


def test_a_no_is_no_veto_where_nine_votes_are_wanting() -> None:
    decision = decide(nine_for(US="against"), PERMANENT)
    assert decision.result is Result.SHORT
    assert decision.vetoes == ()


def test_procedure_knows_no_veto() -> None:
    ballots = council(CN="against", RU="against", E0="against", E1="against", E2="abstain", E3="abstain")
    assert decide(ballots, PERMANENT, procedural=True).adopted
    assert decide(ballots, PERMANENT).result is Result.VETOED


@given(councils, st.booleans())
def test_counts_add_up_to_the_members(ballots: dict[str, Ballot], procedural: bool) -> None:
    decision = decide(ballots, PERMANENT, procedural=procedural)
    assert decision.yes + decision.no + decision.abstaining + decision.absent == len(MEMBERS)


@given(councils, st.sampled_from(MEMBERS), st.booleans())
def test_more_support_never_sinks_a_text(ballots: dict[str, Ballot], member: str, procedural: bool) -> None:
    if decide(ballots, PERMANENT, procedural=procedural).adopted:
        helped = {**ballots, member: Ballot.FOR}
        assert decide(helped, PERMANENT, procedural=procedural).adopted


@given(councils, st.sampled_from(MEMBERS))
def test_giving_up_a_no_never_sinks_a_text(ballots: dict[str, Ballot], member: str) -> None:
    if ballots[member] is Ballot.AGAINST and decide(ballots, PERMANENT).adopted:
        assert decide({**ballots, member: Ballot.ABSTAIN}, PERMANENT).adopted


@given(councils, st.sampled_from(ELECTED))
def test_for_an_elected_member_no_and_abstention_weigh_the_same(
    ballots: dict[str, Ballot], member: str
) -> None:
    against = decide({**ballots, member: Ballot.AGAINST}, PERMANENT).result
    assert against is decide({**ballots, member: Ballot.ABSTAIN}, PERMANENT).result


@given(councils)
def test_what_carries_under_27_3_carries_as_procedure_too(ballots: dict[str, Ballot]) -> None:
    if decide(ballots, PERMANENT).adopted:
        assert decide(ballots, PERMANENT, procedural=True).adopted


@given(councils)
def test_a_veto_needs_nine_votes_and_a_permanent_no(ballots: dict[str, Ballot]) -> None:
    decision = decide(ballots, PERMANENT)
    permanent_no = any(ballots[member] is Ballot.AGAINST for member in PERMANENT)
    assert (decision.result is Result.VETOED) == (decision.yes >= 9 and permanent_no)
    assert bool(decision.vetoes) == (decision.result is Result.VETOED)

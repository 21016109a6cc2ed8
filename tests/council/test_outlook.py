"""The outlook: what the evidence says, what it does not, and nothing from the future."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article41.council.charter import Ballot, Result, decide
from article41.council.load import load_record
from article41.council.motion import Motion
from article41.council.outlook import Outlook, deciders, foresee
from article41.council.record import Record
from article41.council.stance import STANCES, Direction, Stance, Strength
from article41.types import Confidence

RECORD = load_record()
VETO_2022, VETO_2024 = date(2022, 5, 26), date(2024, 3, 28)


def make_motion(text: str = "draft/new", direction: str = "strengthen", sponsors: str = "US") -> Motion:
    return Motion(
        id=text,
        title="",
        direction=Direction(direction),
        sponsors=tuple(sponsors.split()),
        names=frozenset({text.lower()}),
        measures=frozenset({"refined-petroleum"}),
    )


def said(
    actor: str, day: str, stance: str, measure: str = "sanctions-regime", confidence: str = "high"
) -> Stance:
    return Stance(
        actor=actor,
        date=date.fromisoformat(day),
        measure=measure,
        stance=stance,
        strength=Strength.STATED,
        evidence="said so",
        confidence=Confidence(confidence),
        source="https://example.org",
    )


def reading(outlook: Outlook, country: str) -> str:
    return next(row.words for row in outlook.readings if row.seat.country == country)


def lead(outlook: Outlook, country: str) -> float:
    return next(row.lead for row in outlook.readings if row.seat.country == country)


# ── what happened, foreseen from the eve ──────────────────────────────────────────────────────


def test_the_vetoes_of_2022_are_seen_from_before_the_day(record: Record) -> None:
    outlook = foresee(make_motion("draft/us-2022-05-final"), VETO_2022, record, ())
    assert outlook.likely_vetoes == ("CN", "RU")
    assert outlook.verdict == "not adopted"
    assert outlook.scenarios[0].decision.result is Result.VETOED
    assert outlook.deciders == ()  # two against: neither alone can turn it


def test_the_veto_of_2024_is_seen_and_is_russias_alone(record: Record) -> None:
    outlook = foresee(make_motion("draft/us-2024-03-panel", "maintain"), VETO_2024, record, ())
    assert outlook.likely_vetoes == ("RU",)
    assert outlook.verdict == "vetoed"
    assert outlook.deciders == ("RU",)
    bent = outlook.scenarios[-1]
    assert bent.bends
    assert "RU" in bent.supposes
    assert bent.decision.adopted


def test_without_the_demand_in_the_talks_russia_could_not_be_read(record: Record) -> None:
    """The honest limit: a year before, Russia had voted for the same renewal."""
    drafts = tuple(draft for draft in record.drafts if draft.id != "draft/ru-2024-03-sunset")
    outlook = foresee(
        make_motion("draft/us-2024-03-panel", "maintain"), VETO_2024, replace(record, drafts=drafts), ()
    )
    assert outlook.likely_vetoes == ()


def test_renewals_of_the_panel_are_read_as_adopted_before_the_war(record: Record) -> None:
    for name in ("2345", "2407", "2464", "2515"):
        vote = record.vote_on(f"unsc/{name}")
        assert vote is not None
        outlook = foresee(make_motion(vote.text, "maintain"), vote.day, record, ())
        assert outlook.verdict == "adopted", name


def test_no_past_reading_takes_a_vote_for_a_veto(record: Record) -> None:
    for vote in record.votes:
        motion = make_motion(vote.text, vote.kind.direction.value)
        outlook = foresee(motion, vote.day, record, ())
        for country in outlook.likely_vetoes:
            assert vote.ballot(country) is Ballot.AGAINST, (vote.name, country)


# ── only the past counts ──────────────────────────────────────────────────────────────────────


@settings(max_examples=30)
@given(
    on=st.dates(date(2009, 1, 1), date(2026, 12, 31)),
    later=st.integers(0, 4000),
    stance=st.sampled_from(STANCES),
    actor=st.sampled_from(["CN", "RU", "US", "FR", "GB"]),
    way=st.sampled_from(["strengthen", "maintain", "ease"]),
)
def test_nothing_of_the_day_or_after_it_changes_an_outlook(
    on: date, later: int, stance: str, actor: str, way: str
) -> None:
    motion = make_motion(direction=way)
    future = said(actor, (on + timedelta(days=later)).isoformat(), stance)
    before = Record(
        members=RECORD.members,
        votes=tuple(vote for vote in RECORD.votes if vote.day < on),
        procedural=(),
        drafts=tuple(draft for draft in RECORD.drafts if draft.known_by < on),
        requests=tuple(request for request in RECORD.requests if request.day < on),
    )
    assert foresee(motion, on, RECORD, (future,)) == foresee(motion, on, before, ())


@pytest.mark.parametrize(
    ("day", "source"),
    [
        (date(2021, 10, 29), "gueringreen.com"),  # the day a draft of its own was known
        (date(2022, 1, 20), "econotimes.com"),  # the day of its objection in the Committee
        (date(2022, 5, 26), "press.un.org"),  # the day of its veto
    ],
)
def test_a_deed_counts_from_the_next_day_on(record: Record, day: date, source: str) -> None:
    for on, known in ((day, False), (day + timedelta(days=1), True)):
        outlook = foresee(make_motion(), on, record, ())
        russia = next(row for row in outlook.readings if row.seat.country == "RU")
        assert any(p.day == day and source in p.source for p in russia.pieces) is known, on


def test_a_stance_counts_from_the_next_day_on(record: Record) -> None:
    stance = said("RU", "2020-06-01", "oppose-strengthening", "draft/new")
    motion = make_motion()
    assert reading(foresee(motion, date(2020, 6, 1), record, (stance,)), "RU") != "likely against"
    assert reading(foresee(motion, date(2020, 6, 2), record, (stance,)), "RU") == "likely against"


# ── how evidence weighs ───────────────────────────────────────────────────────────────────────


def weight(record: Record, stance: Stance, on: str = "2026-02-01", way: str = "strengthen") -> float:
    """What one stance of a member without any other evidence weighs."""
    outlook = foresee(make_motion(direction=way), date.fromisoformat(on), record, (stance,))
    pieces = next(row for row in outlook.readings if row.seat.country == stance.actor).pieces
    return sum(piece.weight for piece in pieces if piece.source == "https://example.org")


def test_nearer_newer_and_surer_evidence_weighs_more(record: Record) -> None:
    on_it = weight(record, said("BH", "2026-01-15", "strengthen", "draft/new"))
    measure = weight(record, said("BH", "2026-01-15", "strengthen", "refined-petroleum"))
    regime = weight(record, said("BH", "2026-01-15", "strengthen"))
    other = weight(record, said("BH", "2026-01-15", "strengthen", "coal-export"))
    assert on_it > measure > regime > other > 0
    assert weight(record, said("BH", "2024-01-15", "strengthen")) == pytest.approx(regime / 2, rel=0.01)
    assert weight(record, said("BH", "2026-01-15", "strengthen", confidence="low")) < regime


def test_a_vote_on_the_very_text_weighs_more_than_one_on_its_like(record: Record) -> None:
    on = date(2024, 6, 1)
    same = foresee(make_motion("draft/us-2024-03-panel", "maintain"), on, record, ())
    like = foresee(make_motion("draft/another", "maintain"), on, record, ())
    assert lead(same, "FR") > lead(like, "FR") > 0


def test_a_word_of_a_government_since_replaced_weighs_half(record: Record) -> None:
    old = replace(said("BH", "2026-01-15", "strengthen"), government="the old one")
    later = replace(said("BH", "2026-01-20", "neutral"), government="the new one")
    alone = weight(record, old)
    outlook = foresee(make_motion(), date(2026, 2, 1), record, (old, later))
    bahrain = next(row for row in outlook.readings if row.seat.country == "BH")
    [piece] = bahrain.pieces
    assert piece.weight == pytest.approx(alone / 2)
    assert "the old one" in piece.words


def test_a_newer_word_takes_the_place_of_an_older_one(record: Record) -> None:
    turned = (said("BH", "2025-06-01", "strengthen"), said("BH", "2026-01-15", "oppose-strengthening"))
    outlook = foresee(make_motion(), date(2026, 2, 1), record, turned)
    assert reading(outlook, "BH") == "likely against"


def test_what_a_program_read_stands_beside_the_record_and_does_not_replace_it(record: Record) -> None:
    on_record = said("BH", "2026-01-10", "oppose-strengthening")
    read = replace(said("BH", "2026-01-20", "strengthen", confidence="low"), strength=Strength.READ)
    outlook = foresee(make_motion(), date(2026, 2, 1), record, (on_record, read))
    bahrain = next(row for row in outlook.readings if row.seat.country == "BH")
    assert sorted(piece.ballot.value for piece in bahrain.pieces) == ["against", "for"]
    assert bahrain.pieces[0].ballot is Ballot.AGAINST


def test_two_words_of_one_day_that_disagree_leave_the_member_unclear(record: Record) -> None:
    both = (said("BH", "2026-01-15", "strengthen"), said("BH", "2026-01-15", "oppose-strengthening"))
    outlook = foresee(make_motion(), date(2026, 2, 1), record, both)
    assert reading(outlook, "BH") == "unclear"


def test_who_only_watches_or_says_nothing_on_sanctions_is_silent(record: Record) -> None:
    for stance in ("monitor", "neutral"):
        outlook = foresee(make_motion(), date(2026, 2, 1), record, (said("BH", "2026-01-15", stance),))
        assert reading(outlook, "BH") == "silent"


def test_a_very_old_word_leaves_a_member_silent_and_is_still_shown(record: Record) -> None:
    outlook = foresee(make_motion(), date(2026, 2, 1), record, (said("BH", "2012-01-15", "strengthen"),))
    bahrain = next(row for row in outlook.readings if row.seat.country == "BH")
    assert bahrain.words == "silent"
    assert [piece.counts for piece in bahrain.pieces] == [False]


@given(
    st.sampled_from(STANCES),
    st.sampled_from(["strengthen", "maintain", "ease"]),
)
def test_a_sponsor_is_always_read_as_for(stance: str, way: str) -> None:
    one = said("BH", "2026-01-15", stance)
    outlook = foresee(make_motion(direction=way, sponsors="BH"), date(2026, 2, 1), RECORD, (one,))
    assert reading(outlook, "BH") == "likely for"


def test_the_same_words_point_the_other_way_on_a_text_that_eases(record: Record) -> None:
    stance = (said("BH", "2026-01-15", "oppose-easing", "draft/new"),)
    for way, words in (("ease", "likely against"), ("strengthen", "likely for")):
        outlook = foresee(make_motion(direction=way), date(2026, 2, 1), record, stance)
        assert reading(outlook, "BH") == words


def test_a_text_that_moves_nothing_is_read_from_its_sponsors_alone(record: Record) -> None:
    outlook = foresee(make_motion(direction=Direction.NEUTRAL), date(2026, 2, 1), record, ())
    assert outlook.leaning(Ballot.FOR) == ("US",)
    assert outlook.verdict == "open"


# ── what follows from the readings ────────────────────────────────────────────────────────────


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([s.country for s in RECORD.members.on(date(2026, 1, 1))]),
            st.sampled_from(STANCES),
        ),
        max_size=12,
    )
)
def test_ranges_suppositions_and_deciders_hold_together(rows: list[tuple[str, str]]) -> None:
    stances = [said(actor, "2026-01-15", stance, "draft/new") for actor, stance in rows]
    outlook = foresee(make_motion(), date(2026, 2, 1), RECORD, stances)
    first, middle, last = outlook.scenarios[:3]
    assert first.decision.yes == outlook.most
    assert middle.decision.yes == last.decision.yes == outlook.fewest
    assert outlook.most - outlook.fewest == len(outlook.open)
    assert len(outlook.readings) == 15
    results = {scenario.decision.result.value for scenario in (first, middle, last)}
    if outlook.verdict == "adopted":
        assert results == {"adopted"}
    elif outlook.verdict == "open":
        assert "adopted" in results
        assert len(results) > 1
    else:
        assert "adopted" not in results


def test_the_custom_of_elected_members_is_counted_from_before_the_day(record: Record) -> None:
    """Ten ballots a text; none of them ever against or abstaining on measures or the Panel."""
    first = foresee(make_motion(), date(2006, 7, 15), record, ()).custom
    assert (first.texts, first.ballots) == (0, 0)
    on_the_day = foresee(make_motion(), VETO_2022, record, ()).custom
    assert on_the_day.ballots == on_the_day.texts * 10 == on_the_day.yes
    after = foresee(make_motion(), VETO_2022 + timedelta(days=1), record, ()).custom
    assert after.texts == on_the_day.texts + 1
    assert foresee(make_motion(direction="ease"), VETO_2022, record, ()).custom.texts == 0


PERMANENT = frozenset({"CN", "FR", "GB", "RU", "US"})
MEMBERS = (*sorted(PERMANENT), *(f"E{n}" for n in range(10)))


@given(st.fixed_dictionaries({member: st.sampled_from(Ballot) for member in MEMBERS}))
def test_a_decider_can_turn_the_result_and_nobody_else_can(ballots: dict[str, Ballot]) -> None:
    adopted = decide(ballots, PERMANENT).adopted
    turning = {
        member
        for member in MEMBERS
        for other in Ballot
        if decide({**ballots, member: other}, PERMANENT).adopted is not adopted
    }
    assert set(deciders(ballots, PERMANENT)) == turning

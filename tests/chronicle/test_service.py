"""The record's desk: caps under the law's ceilings, timeline, positions, revenue, as known on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article41.errors import UnknownNameError
from article41.service.chronicle import ChronicleDesk
from article41.service.chronicle_plain import plain_cap, plain_claim

TODAY = date(2026, 11, 22)
days = st.dates(date(2006, 1, 1), date(2026, 12, 31))


# ── caps ──────────────────────────────────────────────────────────────────────────────────────


def test_the_ceiling_of_2018_is_that_of_the_law_as_known_that_day(desk: ChronicleDesk) -> None:
    [before] = desk.caps("refined-petroleum", year=2018, today=TODAY, known_on=date(2017, 12, 21))
    [after] = desk.caps("refined-petroleum", year=2018, today=TODAY, known_on=date(2017, 12, 22))
    assert before.window.ceiling == (("barrel", 2_000_000),)
    assert str(before.window.cite) == "S/RES/2375 (2017), para. 14"
    assert after.window.ceiling == (("barrel", 500_000),)
    assert str(after.window.cite) == "S/RES/2397 (2017), para. 5"


def test_the_first_quarter_keeps_its_paragraph(desk: ChronicleDesk) -> None:
    [use] = desk.caps("refined", year=2017, today=TODAY)
    assert (use.window.start, use.window.end) == (date(2017, 10, 1), date(2017, 12, 31))
    assert str(use.window.cite) == "S/RES/2375 (2017), para. 14"
    assert use.units[0].declared is None


def test_the_coal_cap_ended_when_2371_banned_coal(desk: ChronicleDesk) -> None:
    uses = desk.caps("coal", today=TODAY)
    assert [(use.window.start, use.window.last) for use in uses] == [
        (date(2016, 11, 30), date(2016, 12, 31)),
        (date(2017, 1, 1), date(2017, 8, 4)),
    ]
    assert str(uses[1].window.ended_by) == "S/RES/2371 (2017), para. 8"
    tonnes, dollars = uses[1].units
    assert tonnes.share == pytest.approx(2_676_300 / 7_500_000)
    assert dollars.share == pytest.approx(226_570_000 / 400_870_018)


def test_crude_runs_from_22_december_and_has_no_declared_figure(desk: ChronicleDesk) -> None:
    first, *others = desk.caps("crude", today=TODAY)
    assert first.units == ()
    assert first.window.last == date(2017, 12, 21)
    assert {(use.window.start.month, use.window.start.day) for use in others} == {(12, 22)}
    assert all(unit.declared is None and unit.room is None for use in others for unit in use.units)


def test_2019_passed_the_first_alert_and_perhaps_the_second(desk: ChronicleDesk) -> None:
    [use] = desk.caps("refined", year=2019, today=TODAY)
    first, second, third = use.units[0].alerts
    assert (first.share, first.reached_by, first.public) == (0.75, date(2019, 12, 31), date(2020, 2, 21))
    assert (second.reached_by, second.disputed_by) == (None, date(2019, 12, 31))
    assert (third.reached_by, third.disputed_by) == (None, None)
    least, most = use.units[0].room or (0, 0)
    assert (round(least), round(most)) == (41_250, 77_778)


def test_estimates_stand_beside_the_declared_figure_with_their_claimants(desk: ChronicleDesk) -> None:
    [use] = desk.caps("refined", year=2020, today=TODAY)
    unit = use.units[0]
    assert unit.declared is not None
    assert unit.declared.amount == 149_000
    assert [(est.row.claimant, est.share) for est in unit.estimates] == [
        ("43 States", 3.2),
        ("a Member State, in a Panel report", 8.8),
    ]


def test_the_age_of_the_figures_is_told(desk: ChronicleDesk) -> None:
    [use] = desk.caps("refined", year=2025, today=TODAY)
    assert use.updated == date(2025, 6, 25)
    assert use.age == (TODAY - date(2025, 6, 25)).days


def test_a_cap_that_is_none_is_refused(desk: ChronicleDesk) -> None:
    with pytest.raises(UnknownNameError, match="no record of a cap 'gas'"):
        desk.caps("gas", today=TODAY)


@pytest.mark.parametrize(
    "known_on",
    [
        date(2017, 3, 1),
        date(2018, 6, 27),
        date(2018, 6, 28),
        date(2020, 3, 1),
        date(2020, 3, 2),
        date(2025, 6, 24),
    ],
)
def test_no_cap_shows_what_was_published_later(desk: ChronicleDesk, known_on: date) -> None:
    for use in desk.caps(today=TODAY, known_on=known_on):
        plain = plain_cap(use)
        shown = [*plain["rows"], *(row for unit in plain["units"] for row in unit["estimated"])]
        shown += [row["row"] for unit in plain["units"] for row in unit["contradictions"]]
        assert all(row["published"] is not None for row in shown)
        assert all(row["published"][:10] <= known_on.isoformat() for row in shown)
        for unit in plain["units"]:
            assert all((alert["public"] or "") <= known_on.isoformat() for alert in unit["alerts"])
        assert (plain["updated"] or "") <= known_on.isoformat()


# ── timeline ──────────────────────────────────────────────────────────────────────────────────


def test_votes_and_drafts_come_from_the_law(desk: ChronicleDesk) -> None:
    [vote] = desk.timeline(first=date(2017, 12, 22), last=date(2017, 12, 22), types=("vote",))
    assert vote.origin == "law"
    assert "15-0-0" in vote.what
    drafts = [entry.date.text for entry in desk.timeline(types=("draft",))]
    assert drafts.count("2022-04-12") == 1  # once, though law and record both have it


def test_a_filter_keeps_days_types_and_actors(desk: ChronicleDesk) -> None:
    found = desk.timeline(
        first=date(2017, 7, 4),
        last=date(2017, 9, 3),
        types=("launch", "nuclear-test"),
        actors=("North Korea",),
    )
    assert [entry.date.text for entry in found] == ["2017-07-04", "2017-07-28", "2017-08-29", "2017-09-03"]


def test_a_type_that_is_none_is_refused(desk: ChronicleDesk) -> None:
    with pytest.raises(UnknownNameError, match="no type of event 'parley'"):
        desk.timeline(types=("parley",))


@settings(max_examples=25)
@given(days)
def test_no_line_of_the_timeline_is_later_than_the_day_of_knowing(
    desk: ChronicleDesk, known_on: date
) -> None:
    for entry in desk.timeline(known_on=known_on):
        assert entry.known is not None
        assert entry.known <= known_on
        assert entry.date.first <= known_on


@pytest.mark.parametrize(
    ("event", "known"),
    [
        ("2022-02-27/icbm-test", date(2022, 3, 10)),  # told to be an ICBM only then
        ("2016-02-04/cyber-theft", date(2018, 9, 6)),  # blamed on the DPRK only then
        ("S/2010/571", date(2010, 11, 5)),  # written in May, published in November
    ],
)
def test_a_row_appears_on_the_day_it_became_known(desk: ChronicleDesk, event: str, known: date) -> None:
    def there(day: date) -> bool:
        return event in {entry.id for entry in desk.timeline(known_on=day)}

    assert not there(known - timedelta(days=1))
    assert there(known)


def test_what_came_out_later_is_told_only_from_then_on(desk: ChronicleDesk) -> None:
    def later(day: date | None) -> str:
        [entry] = desk.timeline(first=date(2018, 7, 12), last=date(2018, 7, 12), known_on=day)
        return entry.later

    assert later(date(2018, 7, 12)) == ""
    assert later(date(2018, 7, 19)) == later(None) == "China and Russia put a hold on it"


# ── positions and revenue ─────────────────────────────────────────────────────────────────────


def test_the_position_of_a_day_is_the_last_one_by_then(desk: ChronicleDesk) -> None:
    on = {row.actor: row.stance for row in desk.positions(on=date(2018, 9, 26))}
    after = {row.actor: row.stance for row in desk.positions(on=date(2018, 9, 27))}
    assert (on["CN"], after["CN"]) == ("strengthen", "conditional-relief")
    assert (on["US"], after["US"]) == ("enforce", "oppose-easing")


@given(days)
def test_each_actor_has_one_position_a_day_and_none_from_the_future(desk: ChronicleDesk, on: date) -> None:
    rows = desk.positions(on=on)
    assert len({row.actor for row in rows}) == len(rows)
    assert all(row.date.last <= on for row in rows)


def test_positions_by_actor_and_measure(desk: ChronicleDesk) -> None:
    rows = desk.positions(actor="Russia", measure="panel")
    assert [(row.date.text, row.stance) for row in rows] == [
        ("2019-04-10", "maintain"),
        ("2024-03-28", "ease"),
    ]
    assert (
        desk.positions(measure="dprk.petroleum.refined") == desk.positions(measure="refined-petroleum") != ()
    )
    with pytest.raises(UnknownNameError, match="Atlantis"):
        desk.positions(actor="Atlantis")


def test_no_sum_of_revenue_is_given_and_overlaps_are_named(desk: ChronicleDesk) -> None:
    answers = desk.revenue(method="cyber")
    plain = {row["id"]: row for row in map(plain_claim, answers)}
    total = next(row for row in plain.values() if row["document"] == "S/2024/215" and row["low_usd"] == 3e9)
    bybit = next(row for row in plain.values() if row["document"] == "Bybit")
    assert len(total["overlaps"]) > 10
    assert all(row["summed"] is False and row["why_not_summed"] for row in plain.values())
    assert bybit["id"] not in total["overlaps"]


def test_overlap_goes_both_ways_and_needs_a_shared_day(desk: ChronicleDesk) -> None:
    answers = {answer.claim.id: answer for answer in desk.revenue()}
    for answer in answers.values():
        for other in answer.overlaps:
            assert other.method == answer.claim.method
            assert answer.claim.id in {back.id for back in answers[other.id].overlaps}
            assert max(other.period.first, answer.claim.period.first) <= min(
                other.period.last, answer.claim.period.last
            )


def test_a_claim_is_not_known_before_it_is_made(desk: ChronicleDesk) -> None:
    early = {answer.claim.document for answer in desk.revenue(known_on=date(2019, 8, 29))}
    assert "S/2019/691" not in early
    assert "S/2019/171" in early
    with pytest.raises(UnknownNameError, match="no method 'gold'"):
        desk.revenue(method="gold")

"""Members by day and votes as they were, and data that contradicts itself refused."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.council.charter import Ballot, Result
from article41.council.load import DATA, load_record
from article41.council.record import Record
from article41.errors import LawError, UnknownNameError

PERMANENT = {"CN", "FR", "GB", "RU", "US"}
SHEETS = Path(__file__).parents[3] / "shared" / "research" / "politics"


def countries(record: Record, day: date) -> set[str]:
    return {seat.country for seat in record.members.on(day)}


@given(st.dates(date(2006, 1, 1), date(2026, 12, 31)))
def test_fifteen_sit_on_every_day_five_of_them_permanent(day: date) -> None:
    record = load_cached()
    sitting = record.members.on(day)
    assert len({seat.country for seat in sitting}) == len(sitting) == 15
    assert {seat.country for seat in sitting if seat.permanent} == PERMANENT
    assert [seat.permanent for seat in sitting] == [True] * 5 + [False] * 10


_held: list[Record] = []


def load_cached() -> Record:
    if not _held:
        _held.append(load_record())
    return _held[0]


@pytest.mark.parametrize("year", [2010, 2022, 2024, 2026])
def test_elected_members_change_at_new_year_and_on_no_other_day(record: Record, year: int) -> None:
    new_year = date(year, 1, 1)
    eve = new_year - timedelta(days=1)
    assert len(countries(record, eve) - countries(record, new_year)) == 5
    assert countries(record, new_year) == countries(record, date(year, 12, 31))


def test_italy_handed_its_seat_to_the_netherlands_after_a_year(record: Record) -> None:
    assert "IT" in countries(record, date(2017, 12, 31))
    assert "IT" not in countries(record, date(2018, 1, 1))
    assert "NL" in countries(record, date(2018, 1, 1))
    assert "NL" not in countries(record, date(2019, 1, 1))


def test_the_republic_of_korea_sat_when_the_panel_ended_and_not_in_2022(record: Record) -> None:
    assert "KR" in countries(record, date(2024, 3, 28))
    assert "KR" not in countries(record, date(2022, 5, 26))


@pytest.mark.parametrize("day", [date(2005, 12, 31), date(2027, 1, 1)])
def test_a_year_without_data_is_said_and_not_guessed(record: Record, day: date) -> None:
    with pytest.raises(UnknownNameError, match=str(day.year)):
        record.members.on(day)


@pytest.mark.parametrize(
    ("day", "country"),
    [
        (date(2006, 1, 1), "TZ"),
        (date(2016, 3, 2), "AO"),
        (date(2017, 12, 22), "JP"),
        (date(2020, 12, 1), "ZA"),
        (date(2021, 1, 1), "TN"),
        (date(2022, 5, 26), "US"),
        (date(2023, 4, 30), "RU"),
        (date(2024, 3, 28), "JP"),
        (date(2025, 12, 31), "SI"),
        (date(2026, 1, 1), "SO"),
    ],
)
def test_the_presidency_goes_round_by_the_english_alphabet(record: Record, day: date, country: str) -> None:
    assert record.members.president(day).country == country


def test_every_ballot_of_every_vote_is_that_of_a_member(record: Record) -> None:
    for vote in record.votes:
        assert {country for country, _ in vote.ballots} == countries(record, vote.day), vote.name
        decision = vote.decision
        assert decision.yes + decision.no + decision.abstaining + decision.absent == 15


def test_the_two_vetoes(record: Record) -> None:
    vetoed = {vote.name: vote for vote in record.votes if vote.decision.result is Result.VETOED}
    assert {name: vote.decision.vetoes for name, vote in vetoed.items()} == {
        "us-2022-05-final": ("CN", "RU"),
        "us-2024-03-panel": ("RU",),
    }
    panel = vetoed["us-2024-03-panel"]
    assert panel.ballot("CN") is Ballot.ABSTAIN
    assert panel.ballot("KR") is Ballot.FOR
    assert panel.ballot("IN") is None
    assert (panel.decision.yes, panel.decision.no, panel.decision.abstaining) == (13, 1, 1)


def test_the_carve_out_of_2022_had_one_abstention(record: Record) -> None:
    vote = record.vote_on("unsc/2664")
    assert vote is not None
    assert vote.by(Ballot.ABSTAIN) == ("IN",)
    assert vote.decision.adopted


def test_permanent_members_lost_the_procedural_votes_they_opposed(record: Record) -> None:
    opposed = [v for v in record.procedural if {"CN", "RU"} <= set(v.by(Ballot.AGAINST))]
    assert len(opposed) == 5
    assert all(vote.held and vote.decision and vote.decision.adopted for vote in opposed)


def test_a_meeting_dropped_without_a_vote_has_no_counts(record: Record) -> None:
    dropped = next(vote for vote in record.procedural if vote.day == date(2018, 12, 10))
    assert not dropped.held
    assert dropped.decision is None
    assert dropped.ballots == ()


def test_votes_are_found_by_text_member_and_ballot(record: Record) -> None:
    assert [v.name for v in record.votes_between(text="s/2022/431")] == ["us-2022-05-final"]
    russian_noes = record.votes_between(member="RU", ballot=Ballot.AGAINST)
    assert [str(v.day) for v in russian_noes] == ["2022-05-26", "2024-03-28"]
    assert record.votes_between(member="KR", first=date(2015, 1, 1))[0].day == date(2024, 3, 28)
    last_year = record.votes_between(date(2024, 3, 28), date(2024, 3, 28))
    assert len(last_year) == 1  # both days count


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("votes.yaml", "tally: [13, 2, 0]", "tally: [14, 1, 0]", "tally"),
        ("votes.yaml", "against: [CN, RU]", "against: [CN, KR]", "KR was no member"),
        ("votes.yaml", "against: [CN, RU]", "against: [CN, CN]", "named twice"),
        ("votes.yaml", "result: vetoed", "result: adopted", "the result cannot be 'adopted'"),
        ("votes.yaml", "kind: carve-out", "kind: carveout", "did you mean"),
        ("votes.yaml", "day: 2024-03-28", "day: 2027-03-28", "2027"),
        ("procedural.yaml", "tally: [12, 2, 1]", "tally: [12, 3, 0]", "tally"),
        ("procedural.yaml", "held: true\n    tally: [9, 4, 2]", "held: false\n    tally: [9, 4, 2]", "held"),
        ("drafts.yaml", 'since: "2024-03"', 'since: "2024-13"', "2024-13"),
        ("drafts.yaml", "direction: maintain", "direction: keep", "direction"),
        ("committee.yaml", "outcome: approved", "outcome: agreed", "outcome"),
        ("members.csv", "IT,Italy,elected,2017,2017", "IT,Italy,elected,2017,2018", "2018 has 16"),
        ("members.csv", "DK,Denmark,elected,2025,2026", "DK,Denmark,elected,2025,soon", "cannot be read"),
    ],
)
def test_a_record_that_contradicts_itself_is_refused(
    tmp_path: Path, file: str, old: str, new: str, complaint: str
) -> None:
    folder = tmp_path / "council"
    copytree(DATA, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises((LawError, UnknownNameError)) as caught:
        load_record(folder)
    assert complaint in str(caught.value)
    if isinstance(caught.value, LawError):
        assert file in caught.value.where


@pytest.mark.skipif(not SHEETS.is_dir(), reason="the research sheets are not at hand")
def test_no_row_of_the_sheets_is_missing(record: Record) -> None:
    with (SHEETS / "council-membership.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            assert row["country"] in countries(record, date(int(row["year"]), 7, 1)), row
    with (SHEETS / "dprk-votes.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["date"] for row in rows] == [str(vote.day) for vote in record.votes]
    for row, vote in zip(rows, record.votes, strict=True):
        counts = (vote.decision.yes, vote.decision.no, vote.decision.abstaining)
        assert counts == (int(row["yes"]), int(row["no"]), int(row["abstain"]))
        assert ";".join(vote.decision.vetoes) == row["vetoes"]
    with (SHEETS / "dprk-procedural-votes.csv").open(encoding="utf-8") as lines:
        assert [row["date"] for row in csv.DictReader(lines)] == [str(v.day) for v in record.procedural]

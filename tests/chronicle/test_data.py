"""The shipped record: how much of it there is, and that every row can be traced."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from article41.chronicle.load import Chronicle
from article41.chronicle.vocabulary import EVENT_TYPES, FAMILIES
from article41.errors import UnknownNameError
from article41.regime.law import Law
from article41.source import read_text, read_yaml

ROOT = Path(__file__).parents[2]
RESEARCH = ROOT.parent / "shared" / "research" / "politics"


def test_the_record_holds_what_was_compiled(chronicle: Chronicle) -> None:
    counts = {
        "events": 138,
        "reports": 24,
        "deliveries": 103,
        "claims": 51,
        "positions": 87,
        "conversions": 11,
        "caps": 3,
        "clauses": 8,
    }
    assert {name: len(getattr(chronicle, name)) for name in counts} == counts


def test_the_page_on_the_record_tells_its_true_size(chronicle: Chronicle) -> None:
    page = (ROOT / "docs" / "chronicle.md").read_text(encoding="utf-8")
    told = {name: int(rows) for name, rows in re.findall(r"\| `(\w+)\.\w+` \|.*\| (\d+) \|", page)}
    names = {"revenue": "claims", "triggers": "clauses"}
    assert len(told) == 8
    assert told == {name: len(getattr(chronicle, names.get(name, name))) for name in told}


def test_every_row_names_a_source_that_can_be_looked_up_or_says_it_is_from_memory(
    chronicle: Chronicle,
) -> None:
    for name in ("events", "reports", "deliveries", "claims", "positions", "conversions"):
        for row in getattr(chronicle, name):
            known = row.source.startswith(("http://", "https://", "CSIS ")) or row.source == "from knowledge"
            assert known, (name, row)


def test_the_six_nuclear_tests_are_there(chronicle: Chronicle) -> None:
    days = [event.date.first for event in chronicle.events if event.type == "nuclear-test"]
    assert days == [
        date(2006, 10, 9),
        date(2009, 5, 25),
        date(2013, 2, 12),
        date(2016, 1, 6),
        date(2016, 9, 9),
        date(2017, 9, 3),
    ]


def test_all_that_answers_an_event_exists_and_comes_after_it(chronicle: Chronicle, law: Law) -> None:
    for event in chronicle.events:
        for name in event.answered_by:
            if name in chronicle.events_by_symbol:
                assert chronicle.events_by_symbol[name].date.first >= event.date.first
                continue
            text = law.text(name.removeprefix("draft/"))
            day = text.adopted or date.fromisoformat(text.tabled)
            assert day >= event.date.first, (event.id, name)


def test_the_paragraphs_that_tests_set_off_stand_in_the_law(chronicle: Chronicle, law: Law) -> None:
    for clause in chronicle.clauses:
        _, paragraph = law.paragraph(clause.para)
        assert "another" in paragraph.gist, clause.para
    with pytest.raises(UnknownNameError):
        law.paragraph("2397#280")


def test_the_factors_are_those_the_assessment_converts_by(chronicle: Chronicle) -> None:
    """Two rooms read two files; one and the same factor must stand in both."""
    path = ROOT / "src" / "article41" / "data" / "units.yaml"
    units = read_yaml(read_text(path), path.name)
    by_word = {word: rule["factor"] for rule in units["barrels_per_tonne"] for word in rule["words"]}
    assert chronicle.conversion("basket").barrels_per_tonne == units["basket"]["factor"]
    for product in ("liquefied petroleum gas", "gasoline", "kerosene", "diesel", "fuel oil", "crude"):
        assert chronicle.conversion(product).barrels_per_tonne == pytest.approx(by_word[product])


def test_families_speak_of_types_that_exist() -> None:
    assert set(FAMILIES) <= EVENT_TYPES | {"missile-launch", "meeting", "vote", "report"}


@pytest.mark.skipif(not RESEARCH.is_dir(), reason="the research sheets are not beside this checkout")
def test_no_sentence_of_the_research_sheets_is_copied(chronicle: Chronicle) -> None:
    told = {row.what for row in chronicle.events} | {row.points for row in chronicle.reports}
    told |= {row.what for row in chronicle.claims} | {row.what for row in chronicle.positions}
    for name, column in (
        ("events.csv", "description"),
        ("panel-reports.csv", "main_points"),
        ("evasion-revenue.csv", "description"),
    ):
        with (RESEARCH / name).open(encoding="utf-8", newline="") as file:
            theirs = {row[column] for row in csv.DictReader(file) if len(row[column]) > 30}
        assert not told & theirs, told & theirs


@pytest.mark.skipif(not RESEARCH.is_dir(), reason="the research sheets are not beside this checkout")
def test_every_delivery_of_the_research_sheets_is_encoded(chronicle: Chronicle) -> None:
    with (RESEARCH / "petroleum.csv").open(encoding="utf-8", newline="") as file:
        theirs = [row for row in csv.DictReader(file) if not row["record"].startswith("cap")]
    ours = Counter((str(row.start), str(row.end), row.series) for row in chronicle.deliveries)
    for key, count in Counter(
        (row["period_start"], row["period_end"], row["record"]) for row in theirs
    ).items():
        assert ours[key] >= count, key

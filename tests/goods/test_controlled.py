"""Goods the control lists name: open with what to find out, never clear by a neighbour word."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from article41.errors import LawError
from article41.goods import GoodsCatalogue, load_goods
from article41.goods.load import DATA
from article41.goods.tables import rows
from article41.types import Basis, Confidence, Truth

NUCLEAR = "wmd-2006"


def on_a_list(catalogue: GoodsCatalogue, words: str, hs: str | None = None) -> Truth:
    """Whether some control list holds the goods: one yes is enough, one open leaves it open."""
    lists = [name for name, one in catalogue.sets.items() if one.by_specification]
    reading = catalogue.read(words, hs)
    truths = {catalogue.member(reading, name).truth for name in lists}
    return True if True in truths else None if None in truths else False


@pytest.mark.parametrize(
    "words",
    [
        "vacuum pumps",
        "frequency changers",
        "5-axis CNC milling machine",
        "carbon fiber prepreg",
        "mass spectrometers",
        "isostatic presses",
        "gyroscopes",
        "accelerometers",
        "triethanolamine",
        "sodium cyanide",
        "krytrons",
        "helium-3",
        "fermenters, 100 litres",
        "freeze dryers",
        "thermal imaging cameras",
        "aluminium powder, spherical",
        "pressure transducers for sale",
        "drones with cameras",
    ],
)
def test_what_goes_by_specification_is_open_and_says_what_to_find_out(
    catalogue: GoodsCatalogue, words: str
) -> None:
    assert on_a_list(catalogue, words) is None
    assert catalogue.read(words).find_out


@pytest.mark.parametrize(
    "words",
    [
        "gas centrifuges",
        "uranium hexafluoride",
        "sarin",
        "thionyl chloride",
        "HTPB",
        "solid rocket motors",
    ],
)
def test_what_is_listed_by_name_is_listed(catalogue: GoodsCatalogue, words: str) -> None:
    assert on_a_list(catalogue, words) is True


@pytest.mark.parametrize(
    "words",
    [
        "pacemakers",
        "artificial heart valves",
        "insulin",
        "nitroglycerin tablets",
        "atropine injection for nerve agent poisoning",
        "chlorine tablets for water treatment",
        "liquid chlorine",
        "glycerine",
        "urea fertiliser",
        "oxygen concentrators",
        "ultrasound machines",
        "medical x-ray machines",
        "dialysis filters",
        "botox injections",
        "castor beans",
        "blood centrifuges",
        "chlorine dispensers",
        "hand pumps for village wells",
        "anthrax vaccine",
        "wafers",
        "laser printers",
        "krypton gas",
    ],
)
def test_medicine_aid_and_household_are_on_no_list(catalogue: GoodsCatalogue, words: str) -> None:
    assert on_a_list(catalogue, words) is False
    assert catalogue.member(catalogue.read(words), "arms").truth is False


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("gas centrifuge housings", None),  # unknown beside a listed thing
        ("gas centrifuge parts", True),
        ("spare parts for gas centrifuges", True),
        ("valves for gas centrifuges", None),
        ("valves for gardens", False),
        ("skutterudite switches", None),  # an unknown word before a wide head
        ("Grundfos pumps", False),  # a maker says nothing
        ("switches", False),
        ("blue switches", False),
        ("skutterudite drums", None),
        ("steel drums", False),
    ],
)
def test_neighbours_of_listed_things_and_strange_words(
    catalogue: GoodsCatalogue, words: str, expected: Truth
) -> None:
    assert on_a_list(catalogue, words) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("T-55 engine", None), ("armoured personnel carrier tyres", None), ("truck tyres", False)],
)
def test_a_weapon_casts_its_doubt_on_what_belongs_to_it(
    catalogue: GoodsCatalogue, words: str, expected: Truth
) -> None:
    assert catalogue.member(catalogue.read(words), "arms").truth is expected


def test_the_answer_names_the_entry_and_the_specification(catalogue: GoodsCatalogue) -> None:
    answer = catalogue.member(catalogue.read("frequency converters"), NUCLEAR)
    assert answer.truth is None
    assert "600 Hz" in answer.how
    assert "INFCIRC/254 part 2" in answer.source


def test_goods_held_against_the_lists_are_cleared_of_doubt_only(catalogue: GoodsCatalogue) -> None:
    doubtful = catalogue.read("vacuum pumps", declared=("uncontrolled",))
    assert catalogue.member(doubtful, NUCLEAR).truth is False
    listed = catalogue.read("sarin", declared=("uncontrolled",))
    assert catalogue.member(listed, NUCLEAR).truth is True
    assert catalogue.member(doubtful, "industrial-machinery").truth is True


def test_who_names_one_list_has_looked_at_the_others(catalogue: GoodsCatalogue) -> None:
    reading = catalogue.read("vacuum pumps", declared=("wmd-2094",))
    assert catalogue.member(reading, "wmd-2094").truth is True
    assert catalogue.member(reading, NUCLEAR).truth is False


def test_asked_in_vain_is_stronger_than_a_plain_word(catalogue: GoodsCatalogue) -> None:
    reading = catalogue.read("steel pipes", declared=("unknown",))
    assert catalogue.member(reading, NUCLEAR).truth is None


@pytest.mark.parametrize(
    ("hs", "expected"), [("2837.11", None), ("2837", False), ("2811.21", False), ("2845.40", None)]
)
def test_only_a_code_that_names_the_thing_opens_a_list(
    catalogue: GoodsCatalogue, hs: str, expected: Truth
) -> None:
    assert catalogue.member(catalogue.read(hs=hs), NUCLEAR).truth is expected


def test_a_code_beside_the_words_does_not_clear_them(catalogue: GoodsCatalogue) -> None:
    assert on_a_list(catalogue, "vacuum pumps", "8413") is None
    assert on_a_list(catalogue, "vacuum pumps", "8414.10") is None


def test_a_low_confidence_row_gives_a_low_confidence_answer(catalogue: GoodsCatalogue) -> None:
    answer = catalogue.member(catalogue.read("shell and tube heat exchanger"), "industrial-machinery")
    assert answer.truth is True
    assert answer.confidence is Confidence.LOW
    assert answer.basis is Basis.TEXT


def test_every_row_says_where_it_comes_from() -> None:
    for where, row in rows(DATA / "goods" / "controlled.csv"):
        assert row["listed_in"], where
        assert row["find_out"] or "?wmd" not in row["sets"] or "+" in row["sets"], where
    for where, row in rows(DATA / "goods" / "trade.csv"):
        assert row["basis"], where


def test_no_phrase_of_trade_is_in_another_lexicon(catalogue: GoodsCatalogue) -> None:
    tokens = catalogue.lexicon.speech.tokens
    seen: dict[tuple[str, ...], str] = {}
    for name in ("words.csv", "controlled.csv", "trade.csv"):
        own = {tuple(tokens(p)): p for _, row in rows(DATA / "goods" / name) for p in row["words"].split(";")}
        if name != "words.csv":
            assert not own.keys() & seen.keys()
        seen |= own


def test_a_row_without_a_known_confidence_is_refused(tmp_path: Path) -> None:
    for folder in ("goods", "hs"):
        (tmp_path / folder).mkdir()
        for file in (DATA / folder).iterdir():
            (tmp_path / folder / file.name).write_bytes(file.read_bytes())
    with (tmp_path / "goods" / "trade.csv").open("a", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerow(["gizmo", "8413", "", "HS 8413", "certain"])
    with pytest.raises(LawError, match="confidence"):
        load_goods(tmp_path)

"""Changes in somebody's own words: understood, or named as not understood; never dropped in silence."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from article41.drafting.own import UNREAD, read_own
from article41.reader.document import Document
from article41.reader.items import Change, Reading

WORDS = ["lift", "cut", "ban", "the", "to", "from", "four", "million", "barrels", "crude", "oil"]
WORDS += ["coal,", "seafood;", "and", "end", "cap\n", "-", "1."]


def changes(text: str) -> list[tuple[str, str]]:
    return [(one.action, one.measure) for one in found(text)]


def found(text: str) -> tuple[Change, ...]:
    return own(text).proposals[0].changes


def own(text: str) -> Reading:
    return read_own(Document(text=text, name="own.txt"))


def unread(text: str) -> list[str]:
    return [note.removeprefix(UNREAD) for note in own(text).notes]


def test_a_few_words_are_enough() -> None:
    text = "lift the bans on seafood and textiles, end the cap on refined petroleum"
    measures = {measure for action, measure in changes(text) if action in ("lift", "end")}
    assert measures == {"seafood-export", "textile-export", "refined-petroleum"}
    assert unread(text) == []


def test_from_four_million_barrels_to_three() -> None:
    [change] = found("Cut crude from four million barrels to three.")
    assert (change.action, change.measure) == ("lower", "crude-oil")
    assert [(value.value, value.unit) for value in change.values] == [(3_000_000, "barrels")]
    assert [(value.value, value.unit) for value in change.from_values] == [(4_000_000, "barrels")]
    assert change.evidence[-1].quote == "Cut crude from four million barrels to three"


def test_a_list_with_marks_and_numbers() -> None:
    text = "1. Lift the ban on coal.\n2) Extend the Panel of Experts until 30 April 2027.\n- ban tobacco\n"
    assert changes(text) == [
        ("lift", "coal-export"),
        ("extend", "panel-of-experts"),
        ("impose", "tobacco"),
    ]
    assert found(text)[1].until == "2027-04-30"


def test_orders_in_one_sentence() -> None:
    text = "Lift the ban on coal, cut refined petroleum by half and ban luxury goods."
    assert changes(text) == [
        ("lift", "coal-export"),
        ("lower", "refined-petroleum"),
        ("impose", "luxury-goods"),
    ]


def test_what_is_not_understood_is_named() -> None:
    assert unread("- ban tobacco\n- dance at noon\n") == ["dance at noon"]


def test_nothing_said_is_no_change() -> None:
    assert found("") == ()
    assert found("   \n\n ... \n") == ()


@settings(max_examples=60)
@given(
    st.text(max_size=300)
    | st.lists(
        st.sampled_from(WORDS),
        max_size=40,
    ).map(" ".join)
)
def test_no_text_breaks_it_and_every_quote_stands_where_it_says(text: str) -> None:
    for change in found(text):
        for piece in change.evidence:
            assert text[piece.start : piece.end] == piece.quote

"""Which sets goods belong to: by code, by word, by declaration, and all together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.errors import GoodsError
from article41.goods import GoodsCatalogue, check_goods, load_goods
from article41.types import Basis, Confidence, Truth

CATALOGUE = load_goods()
HEADINGS = [x for chapter in CATALOGUE.nomenclature.chapters.values() for x in chapter.headings]


def truth(set_id: str, words: str | None = None, hs: str | None = None) -> Truth:
    return CATALOGUE.member(CATALOGUE.read(words, hs), set_id).truth


def test_the_data_has_no_problem_of_its_own(catalogue: GoodsCatalogue) -> None:
    assert check_goods(catalogue) == []


@pytest.mark.parametrize(
    ("set_id", "hs", "expected"),
    [
        ("coal", "2701", True),
        ("coal", "2701.12", True),
        ("coal", "27", None),
        ("coal", "2709", False),
        ("iron", "72", True),
        ("iron", "26", None),
        ("lead", "78", True),
        ("textiles", "6203", True),
        ("textiles", "64", False),
        ("seafood", "0307", True),
        ("seafood", "2301", False),
        ("seafood", "1902.20", None),
        ("gold", "2616.90", True),
        ("gold", "2616.10", False),
        ("gold", "2616", None),
        ("copper", "8544", None),
        ("copper", "7408", True),
        ("aviation-fuel", "2710.19", None),
        ("aviation-fuel", "2713", False),
        ("refined-petroleum", "2710.19", True),
        ("crude-oil", "2709", None),
        ("wood", "9403", False),
        ("earth-stone", "2519", True),
        ("transport-vehicles", "8703", True),
        ("arms", "8710", True),
        ("arms", "9302", True),
        ("small-arms", "8710", False),
    ],
)
def test_a_code_alone(set_id: str, hs: str, expected: Truth) -> None:
    assert truth(set_id, hs=hs) is expected


@pytest.mark.parametrize(
    ("set_id", "words", "expected"),
    [
        ("seafood", "20 boxes of frozen squid", True),
        ("seafood", "fish meal", False),
        ("seafood", "fish oil", None),
        ("seafood", "fish sauce", None),
        ("seafood", "shrimp paste", True),
        ("seafood", "fish processing equipment", False),
        ("industrial-machinery", "fish processing equipment", True),
        ("coal", "coal mining machinery", False),
        ("coal", "supply of 500 tonnes of anthracite", True),
        ("coal", "coal and rice", None),
        ("coal", "steel pipes for water, and coal", None),
        ("coal", "coal gizmo", None),
        ("textiles", "textile machinery", False),
        ("textiles", "School uniforms (new)", True),
        ("textiles", "leather shoes", False),
        ("textiles", "shirts from China", True),
        ("luxury-rugs", "shirts from China", False),
        ("textiles", "wigs and eyelashes", False),
        ("textiles", "fishing nets", True),
        ("wood", "wood pellets", True),
        ("wood", "wood stove", False),
        ("wood", "wooden furniture", False),
        ("vessels", "fishing boats", True),
        ("vessels", "oil tankers", True),
        ("crude-oil", "oil tankers", False),
        ("transport-vehicles", "toy cars", False),
        ("transport-vehicles", "toy trucks", False),
        ("base-metals", "steel pipes for water", True),
        ("base-metals", "pipes", None),
        ("crude-oil", "oil", None),
        ("refined-petroleum", "kerosene", True),
        ("aviation-fuel", "kerosene", None),
        ("aviation-fuel", "lamp kerosene", False),
        ("aviation-fuel", "jet fuel", True),
        ("earth-stone", "china", None),
        ("luxury", "spirits", None),
        ("silver", "silver jewellery", None),
        ("arms", "tanks", None),
        ("arms", "water tank", False),
        ("heavy-arms", "T-55 battle tanks", True),
        ("arms", "assault rifles", True),
        ("heavy-arms", "assault rifles", False),
        ("statues", "bronze statue of a leader", True),
        ("food", "rice", True),
        ("food-agriculture", "rice", False),
        ("medicine", "tuberculosis drugs", True),
        ("medicine", "x-ray machine", False),
        ("wmd-2016", "ring magnets", True),
        ("wmd-2016", "item 3 of S/2016/308", True),
        ("wmd-2016", "S/2016/308", True),
        ("coal", "S/2016/308", None),
        ("fishing-rights", "fishing rights", True),
        ("seafood", "fishing rights", False),
        ("luxury", "luxury goods", True),
        ("textiles", "luxury goods", None),
        ("coal", "widgets", None),
        ("coal", "charcoal briquettes", False),
        ("coal", "briquettes", None),
        ("arms", "army trucks", None),
        ("arms", "trucks", False),
        ("wmd-2006", "pumps for a nuclear plant", None),
    ],
)
def test_words_alone(set_id: str, words: str, expected: Truth) -> None:
    assert truth(set_id, words) is expected


@pytest.mark.parametrize(
    ("set_id", "words", "hs", "expected"),
    [
        ("copper", "copper wire", "8544", True),
        ("copper", "fibre optic cable", "8544.70", False),
        ("aviation-fuel", "diesel", "2710.19", False),
        ("aviation-fuel", "jet fuel", "2710", True),
        ("aviation-fuel", "kerosene", "2710.19", None),
        ("crude-oil", "crude oil", "2709", True),
        ("coal", "coal", "27", True),
        ("statues", "bronze statue", "8306.29", True),
        ("statues", "big steel statue", "7326", None),
        ("textiles", "unheard-of things", "6109", True),
        ("luxury-2270", "watch", "9101", True),
    ],
)
def test_words_settle_what_the_code_leaves_open(set_id: str, words: str, hs: str, expected: Truth) -> None:
    assert truth(set_id, words, hs) is expected


def test_goods_that_contradict_themselves_are_refused() -> None:
    with pytest.raises(GoodsError, match="contradict"):
        CATALOGUE.read("coal", "6109")
    with pytest.raises(GoodsError, match="contradict"):
        CATALOGUE.read("wooden furniture", "44")


def test_words_that_only_partly_match_leave_a_note() -> None:
    assert "usually under another code" in CATALOGUE.read("magic coal", "6109").note
    assert "state on its own: 'coal'" in CATALOGUE.read("diesel and coal", "2710").note
    assert "not in the lexicon" in CATALOGUE.read("widget", "6109").note


def test_a_declared_set_is_taken_at_its_word() -> None:
    reading = CATALOGUE.read(declared=("heavy-arms",))
    assert CATALOGUE.member(reading, "heavy-arms").truth is True
    assert CATALOGUE.member(reading, "arms").truth is True
    assert CATALOGUE.member(reading, "coal").truth is None
    assert not reading.known


def test_an_unknown_set_is_refused_with_close_names() -> None:
    with pytest.raises(GoodsError) as caught:
        CATALOGUE.read(declared=("textile",))
    assert "textiles" in caught.value.hint
    with pytest.raises(GoodsError):
        CATALOGUE.member(CATALOGUE.read("coal"), "cole")


def test_unknown_goods_are_known_to_be_unknown() -> None:
    for words in ("widget", "", None, "!!!", "석탄"):
        reading = CATALOGUE.read(words)
        assert not reading.known
        assert all(CATALOGUE.member(reading, name).truth is None for name in CATALOGUE.sets)


def test_the_wider_reading_is_less_sure() -> None:
    narrow = CATALOGUE.member(CATALOGUE.read(hs="7208"), "iron")
    wide = CATALOGUE.member(CATALOGUE.read(hs="7219"), "iron")
    assert (narrow.confidence, wide.confidence) == (Confidence.MEDIUM, Confidence.LOW)
    assert CATALOGUE.member(CATALOGUE.read(hs="2519"), "earth-stone").basis is Basis.TEXT


def test_a_code_never_clears_a_control_list_with_confidence() -> None:
    answer = CATALOGUE.member(CATALOGUE.read(hs="8413"), "wmd-2321")
    assert (answer.truth, answer.confidence) == (False, Confidence.LOW)


@given(st.sampled_from(HEADINGS), st.sampled_from(sorted(CATALOGUE.sets)), st.integers(0, 99))
def test_a_longer_code_keeps_what_is_settled(heading: str, set_id: str, tail: int) -> None:
    chapter, whole = truth(set_id, hs=heading[:2]), truth(set_id, hs=heading)
    longer = truth(set_id, hs=f"{heading}{tail:02d}")
    if chapter is not None:
        assert whole is chapter
    if whole is not None:
        assert longer is whole


@given(st.text(max_size=80), st.none() | st.sampled_from(HEADINGS))
def test_any_words_are_read_or_refused(words: str, hs: str | None) -> None:
    try:
        reading = CATALOGUE.read(words, hs)
    except GoodsError:
        return
    answer = CATALOGUE.member(reading, "arms")
    assert answer.how
    if not any(sign.isalpha() for sign in words) and hs is None:
        assert answer.truth is None


@given(st.lists(st.sampled_from(["coal", "of", "for", "and", "new", "toy", "china", "9"])))
def test_no_order_of_words_makes_seafood_without_fish(words: list[str]) -> None:
    assert truth("seafood", " ".join(words)) is not True


def test_arms_hold_every_heavy_and_small_arm() -> None:
    for senses in CATALOGUE.lexicon.phrases.values():
        for sense in senses:
            if sense.asserted & {"heavy-arms", "small-arms"}:
                assert truth("arms", sense.phrase) is not False

"""HS codes: what is read, and what is refused with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.errors import GoodsError
from article41.goods import GoodsCatalogue, load_goods

NOMENCLATURE = load_goods().nomenclature


@pytest.mark.parametrize(
    ("text", "digits", "tail"),
    [
        ("0307", "0307", ""),
        ("03.07", "0307", ""),
        ("0307.43", "030743", ""),
        ("030743", "030743", ""),
        ("27101943", "271019", "43"),
        ("2710.19.43.00", "271019", "4300"),
        ("HS 6203", "6203", ""),
        ("chapter 27", "27", ""),
        ("27", "27", ""),
        (" hs: 85 ", "85", ""),
    ],
)
def test_usual_spellings_are_read(text: str, digits: str, tail: str) -> None:
    code = NOMENCLATURE.parse(text)
    assert (code.digits, code.tail) == (digits, tail)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("307", "write '0307'"),
        ("3", "write '03'"),
        ("2799", "chapter 27 runs 2701-2716"),
        ("0300", "for the whole chapter write '03'"),
        ("7701", "kept empty"),
        ("98", "national use"),
        ("9999", "national use"),
        ("0012", "no chapter 00"),
        ("coal", "must be 2, 4 or 6 digits"),
        ("", "must be 2, 4 or 6 digits"),
        ("84-85", "ranges belong in the law"),
        ("\u0662\u0667", "must be 2, 4 or 6 digits"),
        ("27101943000000", "too long"),
    ],
)
def test_what_is_not_a_code_is_refused_with_a_reason(text: str, words: str) -> None:
    with pytest.raises(GoodsError) as caught:
        NOMENCLATURE.parse(text)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("heading", "year", "exists"),
    [
        ("8524", 2006, True),
        ("8524", 2012, False),
        ("8524", 2023, True),
        ("8806", 2021, False),
        ("8806", 2022, True),
        ("8803", 2022, False),
        ("0309", 2017, False),
        ("3826", 2012, True),
        ("6908", 2018, False),
        ("2709", 1990, True),
    ],
)
def test_a_heading_lives_in_its_editions(heading: str, year: int, exists: bool) -> None:
    if exists:
        assert NOMENCLATURE.parse(heading, year).digits == heading
    else:
        with pytest.raises(GoodsError, match="edition"):
            NOMENCLATURE.parse(heading, year)


def test_without_a_year_any_edition_will_do_and_the_note_says_which() -> None:
    assert "from 2022" in NOMENCLATURE.parse("8549").note
    assert NOMENCLATURE.parse("2701").note == ""


@pytest.mark.parametrize(("year", "count"), [(2007, 1221), (2012, 1224), (2017, 1222), (2022, 1228)])
def test_each_edition_has_as_many_headings_as_published(year: int, count: int) -> None:
    headings = [x for chapter in NOMENCLATURE.chapters.values() for x in chapter.headings]
    assert sum(NOMENCLATURE.exists(heading, year) for heading in headings) == count


@given(st.text() | st.from_regex(r"[hHsS .\d]{0,14}", fullmatch=True), st.none() | st.integers())
def test_any_text_is_a_code_or_a_goods_error(text: str, year: int | None) -> None:
    try:
        code = NOMENCLATURE.parse(text, year)
    except GoodsError:
        return
    assert len(code.digits) in (2, 4, 6)


def test_every_lexicon_code_is_a_heading(catalogue: GoodsCatalogue) -> None:
    for senses in catalogue.lexicon.phrases.values():
        for sense in senses:
            for code in sense.codes:
                digits = catalogue.nomenclature.parse(code).digits
                assert digits == "".join(sign for sign in str(code) if sign.isdigit()), sense.phrase

"""Amounts: what a clerk writes, and tonnes of oil as barrels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.assessment.transaction import Amount, GoodsItem
from article41.assessment.units import convert, parse_amount
from article41.errors import FactsError


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("500 barrels", 500, "barrel"),
        ("1,200.5 t", 1200.5, "t"),
        ("USD 400", 400, "USD"),
        ("$ 12000", 12000, "USD"),
        ("2 million barrels", 2_000_000, "barrel"),
        ("3 metric tons", 3, "t"),
        ("40 pcs", 40, "item"),
    ],
)
def test_amounts_as_people_write_them(text: str, amount: float, unit: str) -> None:
    assert parse_amount(text) == (amount, unit)


@pytest.mark.parametrize("text", ["", "many", "5", "5 furlongs", "1.2.3 t", "-", "t"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(FactsError):
        parse_amount(text)


@pytest.mark.parametrize(
    ("words", "barrels"),
    [
        ("diesel", 7.46),
        ("gasoline", 8.35),
        ("crude oil", 4_000_000 / 525_000),
        ("LPG", 11.6),
        ("lamp oil", 7.98),
    ],
)
def test_a_tonne_in_barrels_by_product(words: str, barrels: float) -> None:
    found = convert(Amount(amount=1, unit="t"), "barrel", GoodsItem(words=words))
    assert found is not None
    assert found.amount == pytest.approx(barrels)
    assert found.how


def test_money_does_not_become_tonnes() -> None:
    assert convert(Amount(amount=5, unit="USD"), "t", None) is None
    assert convert(Amount(amount=5, unit="CNY"), "USD", None) is None


@given(amount=st.floats(0, 1e9), words=st.sampled_from(["diesel", "crude oil", "tar"]))
def test_barrels_and_tonnes_go_back_and_forth(amount: float, words: str) -> None:
    item = GoodsItem(words=words)
    there = convert(Amount(amount=amount, unit="t"), "barrel", item)
    assert there is not None
    back = convert(Amount(amount=there.amount, unit="barrel"), "t", item)
    assert back is not None
    assert back.amount == pytest.approx(amount)

"""Birth dates agree as far as they are precise, and speak against a namesake."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.lists.dates import read_date
from article41.lists.entity import PartialDate
from article41.screening.birth import compare_births


def birth(text: str) -> PartialDate:
    found = read_date(text)
    assert found is not None
    return found


def degree(one: str, other: str) -> float:
    found = compare_births((birth(one),), (birth(other),))
    assert found is not None
    return found.degree


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("1957-10-03", "1957-10-03", 1.0, 1.0),
        ("1957-10-03", "1957-03-10", 0.6, 0.9),  # day and month swapped: no contradiction
        ("1957", "1957-10-03", 0.4, 0.6),
        ("1957-10", "1957-10-03", 0.6, 0.9),
        ("1957-10", "1957-11-03", -0.5, 0.4),
        ("1955 to 1958", "1957-10-03", 0.2, 0.5),
        ("circa 1957", "1957-10-03", 0.2, 0.5),
        ("circa 1957", "1959-10-03", 0.0, 0.2),
        ("circa 1957", "1962", -1.0, -1.0),
        ("1957-10-03", "1957-11-30", -0.1, 0.1),
        ("1957-10-03", "1957-10-04", 0.1, 0.4),
        ("1957-10-03", "1967-10-03", 0.2, 0.5),  # one figure misread
        ("1957-12-31", "1958-01-01", -0.4, -0.1),
        ("1957", "1958", -0.4, -0.1),
        ("1957", "1959", -0.8, -0.5),
        ("1957-10-03", "1978-02-01", -1.0, -1.0),
        ("1955 to 1958", "1975", -1.0, -1.0),
    ],
)
def test_agreement_follows_precision(one: str, other: str, least: float, most: float):
    assert least <= degree(one, other) <= most
    assert degree(one, other) == degree(other, one)


def test_the_best_of_several_dates_counts():
    found = compare_births((birth("1978"),), (birth("1957"), birth("1978-01-01")))
    assert found is not None
    assert found.degree > 0


def test_an_unknown_date_says_nothing():
    assert compare_births((), (birth("1957"),)) is None
    assert compare_births((birth("1957"),), ()) is None


@given(st.dates(date(1900, 1, 1), date(2020, 12, 31)), st.dates(date(1900, 1, 1), date(2020, 12, 31)))
def test_comparison_is_symmetric_and_exact_dates_win(one: date, other: date):
    assert degree(str(one), str(other)) == degree(str(other), str(one))
    assert degree(str(one), str(one)) == 1.0
    assert -1.0 <= degree(str(one), str(other)) <= 1.0

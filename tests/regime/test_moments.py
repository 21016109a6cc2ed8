"""Counting days as the Member States counted them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.errors import LawError
from article41.regime.moments import parse_moment, shift, working_days_before


@pytest.mark.parametrize(
    ("adopted", "moment", "day"),
    [
        ("2017-09-11", "adopted+P90D", "2017-12-10"),
        ("2017-09-11", "adopted+P120D", "2018-01-09"),
        ("2017-09-11", "adopted+P135D", "2018-01-24"),
        ("2017-12-22", "adopted+P30D", "2018-01-21"),
        ("2017-12-22", "adopted+P45D", "2018-02-05"),
        ("2017-12-22", "adopted+P24M", "2019-12-22"),
        ("2017-12-22", "adopted+P15M", "2019-03-22"),
        ("2016-11-30", "adopted+P90D", "2017-02-28"),
        ("2016-03-02", "adopted+P90D", "2016-05-31"),
        ("2006-10-14", "adopted+P30D", "2006-11-13"),
    ],
)
def test_deadlines_match_those_states_published(adopted: str, moment: str, day: str) -> None:
    bound = parse_moment(moment).bind(date.fromisoformat(adopted))
    assert bound.resolve({}) == date.fromisoformat(day)


def test_a_cycle_gives_the_first_multiple_on_or_after_conduct() -> None:
    cycle = parse_moment("adopted+nP90D").bind(date(2017, 12, 22))
    assert cycle.resolve({"conduct": date(2018, 1, 5)}) == date(2018, 3, 22)
    assert cycle.resolve({"conduct": date(2018, 3, 22)}) == date(2018, 3, 22)
    assert cycle.resolve({"conduct": date(2018, 3, 23)}) == date(2018, 6, 20)


def test_a_month_from_the_31st_is_the_last_of_a_short_month() -> None:
    assert shift(date(2024, 1, 31), 1, 0) == date(2024, 2, 29)


def test_working_days_skip_weekends() -> None:
    assert working_days_before(date(2014, 5, 20), 5) == date(2014, 5, 13)


@given(day=st.dates(date(1990, 1, 1), date(2100, 1, 1)), count=st.integers(0, 40))
def test_working_days_back_lie_on_weekdays_and_before(day: date, count: int) -> None:
    found = working_days_before(day, count)
    assert found <= day - timedelta(days=count)
    assert count == 0 or found.weekday() < 5


@given(text=st.text(max_size=30))
def test_any_text_is_a_moment_or_a_clear_error(text: str) -> None:
    with suppress(LawError):
        assert str(parse_moment(text, where="x.yaml:1"))

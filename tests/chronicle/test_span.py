"""Dates as exact as the record has them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.chronicle.span import day_span, read_span

days = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2017-12-22", date(2017, 12, 22), date(2017, 12, 22)),
        ("2017/2024-04", date(2017, 1, 1), date(2024, 4, 30)),
    ],
)
def test_a_date_means_its_first_to_its_last_day(text: str, first: date, last: date) -> None:
    span = read_span(text)
    assert (span.first, span.last, str(span)) == (first, last, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "17",
        "2017-13",
        "2017-02-30",
        "2018/2017",
        "2017-1-1",
        "\uff12\uff10\uff11\uff17",
        "0000",
        "2017-12-22T00",
        "x",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|before"):
        read_span(text)


@given(days)
def test_a_day_reads_back_as_itself(day: date) -> None:
    assert read_span(day.isoformat()) == day_span(day)
    assert read_span(day.isoformat()).is_day


@given(days, st.integers(0, 500))
def test_the_gap_between_two_days_is_their_distance_both_ways(day: date, apart: int) -> None:
    other = day + timedelta(days=apart)
    assert day_span(day).gap(day_span(other)) == day_span(other).gap(day_span(day)) == apart

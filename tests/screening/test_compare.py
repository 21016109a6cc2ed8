"""Two parties: dates, countries and numbers move the score of the names, and say so."""

from __future__ import annotations

import pytest

import article41
from article41.errors import FactsError
from article41.service.compare import compare, compare_rows


def test_a_birth_date_decides_between_namesakes():
    same = compare(
        "Kim Yong Chol", "김영철", birth_date1="1962-02-18", birth_date2="1962-02-18", schema="Person"
    )
    other = compare(
        "Kim Yong Chol", "김영철", birth_date1="1962-02-18", birth_date2="1946-05-10", schema="Person"
    )
    assert same.score > 0.95
    assert other.score < 0.70
    assert "birth date" in other.because


def test_day_and_month_swapped_still_speak_for():
    found = compare("Ivan Petrov", "Ivan Petrov", birth_date1="1969-09-01", birth_date2="1969-01-09")
    assert found.qualifiers[0].points > 0


def test_what_one_side_does_not_state_is_not_held_against_it():
    assert compare("Ivan Petrov", "Ivan Petrov", birth_date1="1969", country2="RU").score == 1.0


def test_another_country_says_less_where_the_birthday_is_the_same():
    known = {"country1": "KP", "country2": "EG", "schema": "Person"}
    alone = compare("Pak Chun Il", "Pak Chun Il", **known)
    born = compare("Pak Chun Il", "Pak Chun Il", birth_date1="1954-07-28", birth_date2="1954-07-28", **known)
    assert alone.score < born.score


def test_the_best_of_several_names_counts():
    assert compare("Neil Tsang; Tsang Yung Yuan", "Yun Yuan Tsang", schema="Person").score >= 0.7


def test_an_equal_number_lifts():
    found = compare(
        "Wise Honest", "Song I", schema="Vessel", identifier1="imo:8905490", identifier2="imo:8905490"
    )
    assert any(one.name == "identifier" and one.points > 0 for one in found.qualifiers)


def test_errors_say_what_to_do():
    with pytest.raises(FactsError, match="birth date"):
        compare("a b", "c d", birth_date1="yesterday")
    with pytest.raises(FactsError, match="no field"):
        compare("a b", "c d", colour1="red")
    with pytest.raises(FactsError, match="empty"):
        compare("", "c d")


def test_it_is_at_hand_from_the_package():
    assert article41.compare("Kim Jong Un", "金正恩").score > 0.9


def test_a_file_of_pairs_goes_on_after_a_bad_row(tmp_path):
    file = tmp_path / "pairs.csv"
    file.write_text(
        "name1,name2,schema,birth_date1\nKim Jong Un,김정은,Person,\nA B,C D,Person,never\nX Y,,Person,\n",
        encoding="utf-8",
    )
    rows = list(compare_rows(file))
    assert rows[0]["same"] is True
    assert "birth date" in rows[1]["error"]
    assert "empty" in rows[2]["error"]

"""A misspelt word of a company name is no number, for numbers tell one bureau from another."""

from __future__ import annotations

import article41


def alike(one: str, other: str) -> float:
    return article41.compare(one, other, schema="Company").score


def test_trust_badly_read_is_not_first() -> None:
    assert alike("Koryo Global irust Bank", "Koryo Global Trust Bank") > 0.7


def test_an_ordinal_with_two_letters_swapped_is_still_that_ordinal() -> None:
    assert alike("Seocnd Academy of Natural Sciences", "Second Academy of Natural Sciences") > 0.9


def test_second_with_any_one_slip_is_still_second() -> None:
    for slip in ("aecond", "secnd", "secoond"):
        assert alike(f"{slip} Academy of Natural Sciences", "Second Academy of Natural Sciences") > 0.9


def test_another_number_is_another_bureau() -> None:
    assert alike("First Machine Bureau", "Second Machine Bureau") < 0.7

"""Who was listed on a day: boundary days, gaps between editions, and entries that come back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.errors import UnknownNameError
from article41.lists.embedded import embedded
from article41.lists.entity import Entity, Listing, Name, Schema
from article41.lists.history import as_of, spans
from article41.lists.snapshot import Snapshot


def entity(key: str, listed: date | None) -> Entity:
    row = Listing(source="x", reference=key, listed_on=listed)
    return Entity(id=f"x:{key}", schema=Schema.PERSON, names=(Name(text=key, primary=True),), listings=(row,))


def snapshot(day: date, *entities: Entity) -> Snapshot:
    return Snapshot(source="x", edition=day, digest=str(day), entities=entities)


def roll(editions: Sequence[Snapshot], day: date) -> tuple[list[str], list[str]]:
    found = as_of(editions, day)
    return [row.caption for row in found.listed], [row.caption for row in found.uncertain]


def test_the_1718_list_grows_on_its_days() -> None:
    def people(day: date) -> int:
        return sum(row.id.startswith("un-sc:KPi") for row in as_of([embedded()], day).listed)

    assert people(date(2006, 10, 14)) == 0
    assert people(date(2009, 7, 15)) == 0
    assert people(date(2009, 7, 16)) == 5
    assert people(date(2018, 3, 29)) == 79
    assert people(date(2018, 3, 30)) == 80


def test_delisted_between_two_editions_is_uncertain_in_between() -> None:
    a, b = entity("a", date(2010, 1, 1)), entity("b", date(2011, 1, 1))
    editions = [snapshot(date(2020, 1, 1), a, b), snapshot(date(2021, 1, 1), b)]
    assert roll(editions, date(2009, 12, 31)) == ([], [])
    assert roll(editions, date(2010, 1, 1)) == (["a"], [])
    assert roll(editions, date(2020, 1, 1)) == (["a", "b"], [])
    assert roll(editions, date(2020, 6, 1)) == (["b"], ["a"])
    assert roll(editions, date(2021, 1, 1)) == (["b"], [])


def test_without_a_listing_date_only_editions_tell() -> None:
    editions = [snapshot(date(2020, 1, 1), entity("a", None))]
    assert roll(editions, date(2019, 12, 31)) == ([], ["a"])
    assert roll(editions, date(2020, 1, 1)) == (["a"], [])


def test_one_that_comes_back_with_its_old_date_was_gone_in_between() -> None:
    a, b = entity("a", date(2006, 12, 23)), entity("b", date(2001, 1, 1))
    days = [date(2020, 1, 1), date(2022, 1, 1), date(2024, 1, 1)]
    editions = [snapshot(days[0], a, b), snapshot(days[1], b), snapshot(days[2], a, b)]
    assert roll(editions, date(2010, 1, 1)) == (["a", "b"], [])
    assert roll(editions, days[1]) == (["b"], [])
    assert roll(editions, date(2023, 1, 1)) == (["b"], ["a"])
    assert roll(editions, days[2]) == (["a", "b"], [])
    assert len([span for span in spans(editions) if span.entity.caption == "a"]) == 2


def test_an_edition_without_an_entry_outweighs_an_older_listing_date() -> None:
    a = entity("a", date(2006, 12, 23))
    editions = [snapshot(date(2024, 1, 1)), snapshot(date(2025, 1, 1)), snapshot(date(2026, 1, 1), a)]
    assert roll(editions, date(2006, 12, 22)) == ([], [])
    assert roll(editions, date(2010, 1, 1)) == ([], ["a"])  # not to be told from these editions
    assert roll(editions, date(2024, 6, 1)) == ([], [])
    assert roll(editions, date(2025, 6, 1)) == ([], ["a"])
    assert roll(editions, date(2026, 1, 1)) == (["a"], [])


def test_a_history_is_of_one_list() -> None:
    other = Snapshot(source="y", edition=date(2020, 1, 1), digest="", entities=())
    with pytest.raises(UnknownNameError):
        as_of([snapshot(date(2020, 1, 1)), other], date(2020, 1, 1))
    with pytest.raises(UnknownNameError):
        as_of([], date(2020, 1, 1))


@given(st.lists(st.sets(st.sampled_from("abcd")), min_size=1, max_size=6))
def test_on_the_day_of_an_edition_the_roll_is_the_edition(held: list[set[str]]) -> None:
    start = date(2020, 1, 1)
    editions = [
        snapshot(start + timedelta(days=30 * index), *(entity(key, date(2019, 1, 1)) for key in sorted(keys)))
        for index, keys in enumerate(held)
    ]
    for edition, keys in zip(editions, held, strict=True):
        listed, uncertain = roll(editions, edition.edition)
        assert set(listed) == keys
        assert not set(uncertain) & keys

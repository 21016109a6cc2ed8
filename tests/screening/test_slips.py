"""Every word within reach of a misspelling is found: checked against comparing with each word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from article41.screening.slips import Slips, reach_of

WORD = st.text("abcdeé김", min_size=1, max_size=9)


@given(st.lists(WORD, min_size=1, max_size=30, unique=True), WORD)
def test_no_word_within_reach_is_missed(words: list[str], asked: str):
    slips = Slips(words, [reach_of(word) for word in words])
    found = set(slips.near(asked, reach_of(asked)).tolist())
    for number, word in enumerate(words):
        if OSA.distance(asked, word) <= min(reach_of(asked), reach_of(word)):
            assert number in found


@given(st.lists(WORD, min_size=1, max_size=20, unique=True), st.lists(WORD, min_size=1, max_size=8))
def test_many_at_once_find_what_each_finds_alone(words: list[str], asked: list[str]):
    slips = Slips(words, [reach_of(word) for word in words])
    places, numbers = slips.near_all(asked, [reach_of(word) for word in asked])
    for place, word in enumerate(asked):
        alone = slips.near(word, reach_of(word))
        assert set(numbers[places == place].tolist()) == set(alone.tolist())


def test_an_empty_dictionary_finds_nothing():
    assert len(Slips([], []).near("kim", 1)) == 0

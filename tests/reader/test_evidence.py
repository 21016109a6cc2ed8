"""Evidence or nothing: on any text every quoted stretch is in it, letter for letter, and nothing raises."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.reader.scoring import TEXTS

from article41.reader.document import Document, Evidence
from article41.reader.items import Reading
from article41.reader.pipeline import MAX_CHARACTERS, read

DAY = date(2022, 3, 25)
WORDS = st.sampled_from(
    [
        *(
            "North Korea",
            "China",
            "Russia",
            "the two countries",
            "said",
            "“",
            "”",
            '"',
            "'",
            ",",
            ".",
            ";",
            "(",
            ")",
        ),
        *(
            "sanctions",
            "lift",
            "ease",
            "tighten",
            "U.N.",
            "the Council",
            "voted",
            "vetoed",
            "resolution 2397",
        ),
        *("on Friday", "last month", "Dec. 22, 2017", "between 2017 and", "April 2024", "refined petroleum"),
        *(
            "cap of",
            "500,000 barrels a year",
            "Kim Jong Un",
            "Mr.",
            "he",
            "who",
            ", the envoy,",
            "according to",
        ),
        *("until", "only if", "not", "draft", "circulated", "\n", "\n\n", "\r\n", "nuclear test", "fired"),
        *(
            "missiles",
            "stole",
            "$1.5 billion",
            "crypto",
            "panel of experts",
            "mandate",
            "said:",
            "Q: ",
            "A: ",
            "—",
        ),
        *(
            "…",
            "😀",
            "É",
            "İ",
            "\u2028",
            "\u00a0",
            "would",
            "and",
            "but",
            "that",
            "to be",
            "removed",
            "summit",
        ),
        *("with", "Trump", "The US", "spokesperson", "’s"),
    ]
)
NEWSLIKE = st.lists(WORDS, max_size=60).map(
    lambda words: "North Korea sanctions Security Council " + " ".join(words)
)


def stretches(reading: Reading) -> Iterator[Evidence]:
    items: list[Any] = [*reading.statements, *reading.events, *reading.facts, *reading.proposals]
    for item in items:
        assert item.evidence, item
        assert item.rule, item
        yield from item.evidence
    for proposal in reading.proposals:
        for change in proposal.changes:
            assert change.evidence
            assert change.rule
            yield from change.evidence


def assert_sound(text: str) -> None:
    document = Document(text=text, name="x", date=DAY)
    for found in stretches(read(document)):
        assert document.holds(found), found
        assert text[found.start : found.end] == found.quote
        assert found.quote == found.quote.strip()


@settings(max_examples=60)
@given(NEWSLIKE)
@example("North Korea sanctions: İİİ Kim Jong Un said sanctions must be lifted. China said so.")
@example(
    "North Korea sanctions Security Council “ China said, ‘ the US said ” \r\n\r\n Q: who?\r\nA: he said"
)
def test_every_quote_is_in_the_text_whatever_the_words(text: str):
    assert_sound(text)


@settings(max_examples=40)
@given(st.text(max_size=300))
def test_every_quote_is_in_the_text_whatever_the_letters(text: str):
    assert_sound("North Korea is under Security Council sanctions. " + text)
    assert_sound(text)


@settings(max_examples=40)
@given(
    st.sampled_from(sorted(TEXTS.glob("*.txt"))),
    st.integers(0, 1200),
    st.sampled_from(["", "\r\n", "😀", "\x00", "”"]),
)
def test_a_text_cut_or_disturbed_anywhere_is_still_read(path, place: int, put: str):
    text = path.read_bytes().decode("utf-8")
    assert_sound(text[:place] + put + text[place:])
    assert_sound(text[place:])


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_the_ends_of_lines_make_no_difference_to_what_is_found(ending: str):
    text = (TEXTS / "A02.txt").read_bytes().decode("utf-8")
    plain = read(Document(text=text, date=DAY))
    other = read(Document(text=text.replace("\n", ending), date=DAY))
    assert [(s.speaker, s.stance) for s in other.statements] == [
        (s.speaker, s.stance) for s in plain.statements
    ]
    assert [(e.type, e.date) for e in other.events] == [(e.type, e.date) for e in plain.events]


def test_reading_twice_gives_the_same():
    document = Document(text=(TEXTS / "B02.txt").read_bytes().decode("utf-8"), date=DAY)
    assert read(document) == read(document)


HOSTILE = {
    "quotation marks": '"' * 20_000,
    "single quotation marks": "‘a " * 10_000,
    "commas": "China said" + ", a" * 10_000,
    "one word": "a" * 100_000,
    "full stops": "." * 33_000,
    "capitals": "A " * 16_000,
    "numbers": "1," * 16_000,
    "speakers": "China and " * 3_000,
    "verbs": "China said " * 1_000,
    "relief": "lift sanctions " * 2_000,
    "denials": "no " * 10_000,
    "amounts": "3 million barrels " * 2_000,
    "dates": "in May " * 4_000,
    "brackets": "(" * 20_000,
    "launches": "fired a " * 4_000,
}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_hostile_text_takes_time_in_proportion(name: str):
    """Twice the text may take about twice the time, never four times: no pattern goes back over it again."""
    lead, noise = "North Korea sanctions Security Council. ", HOSTILE[name]
    half = seconds(lead + noise[: len(noise) // 2])
    whole = seconds(lead + noise)
    assert whole < 10
    assert whole < 3.2 * half + 0.4


def seconds(text: str) -> float:
    """The better of two readings: a machine that pauses once is no pattern that goes back."""
    found: list[float] = []
    for _ in range(2):
        start = time.process_time()
        read(Document(text=text))
        found.append(time.process_time() - start)
    return min(found)


@pytest.mark.slow
def test_ten_million_characters_are_read_in_bounded_time_and_the_reading_says_what_was_left_out():
    piece = (TEXTS / "A01.txt").read_bytes().decode("utf-8")
    text = piece * (10_000_000 // len(piece))
    start = time.process_time()
    found = read(Document(text=text))
    assert time.process_time() - start < 60
    assert any(f"only the first {MAX_CHARACTERS:,}" in note for note in found.notes)
    assert all(evidence.end <= MAX_CHARACTERS for evidence in stretches(found))

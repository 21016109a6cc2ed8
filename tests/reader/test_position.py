"""Positions weighed by signs: always one of the labels, always the same, and always with a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.reader.cues import Ground
from article41.reader.items import STANCES
from article41.reader.position import position, stance_weights
from article41.reader.stance import stance

POSITIONS = Path(__file__).parent / "positions.jsonl"
SIDES = st.sampled_from([None, "United States", "China", "North Korea", "France"])
WORDS = st.lists(
    st.sampled_from(
        [
            "sanctions",
            "must",
            "not",
            "ease",
            "lift",
            "until",
            "the",
            "north",
            "gives",
            "up",
            "its",
            "weapons",
            "no",
            "new",
            "pressure",
            "“",
            "”",
            ";",
            "…",
        ]
    ),
    max_size=40,
).map(" ".join)

CONTRASTS = [
    # words, who speaks, the stance; each differs from a neighbour in one turn
    ("said the sanctions should be lifted altogether", "Russia", "lift"),
    ("said lifting the sanctions now would reward bad behaviour", "United States", "oppose-easing"),
    ("said no sanctions would be lifted until the North had disarmed", "United States", "conditional-relief"),
    ("said the sanctions would remain in place", "United States", "maintain"),
    ("said every State must enforce the sanctions in full", "France", "enforce"),
    ("said new and tougher sanctions were needed", "France", "strengthen"),
    ("said new sanctions would solve nothing", "China", "oppose-strengthening"),
    ("said some of the sanctions should be eased to help ordinary people", "China", "ease"),
    ("said it was closely watching the situation", "South Korea", "monitor"),
]


def test_every_weight_has_one_figure_per_stance() -> None:
    weights = stance_weights()
    assert weights.labels == tuple(STANCES)
    assert {len(row) for row in weights.of.values()} == {len(STANCES)}


@given(words=st.one_of(WORDS, st.text(max_size=300)), by=SIDES, kind=st.sampled_from(["say", "pro", "con"]))
def test_any_words_get_one_stance_and_the_same_again(words: str, by: str | None, kind: str) -> None:
    first = position(words, kind, by, Ground())
    assert first.stance in STANCES
    assert first.rule
    assert position(words, kind, by, Ground()) == first
    if first.condition is not None:
        start, end = first.condition
        assert 0 <= start < end <= len(words)


@pytest.mark.parametrize(("words", "by", "label"), CONTRASTS)
def test_one_turn_of_phrase_makes_another_stance(words: str, by: str, label: str) -> None:
    assert position(words, "say", by, Ground()).stance == label


def test_what_overrules_the_rules_names_the_words_that_told() -> None:
    rows = [json.loads(line) for line in POSITIONS.read_text(encoding="utf-8").splitlines()]
    overruled = 0
    for row in rows[:400]:
        found = position(row["words"], row["kind"], row["by"], Ground(row["draft"]))
        if found.stance != stance(row["words"], row["kind"], row["by"], Ground(row["draft"])).stance:
            overruled += 1
            assert found.rule.startswith("stance:weighed (")
    assert overruled > 20

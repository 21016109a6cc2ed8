"""The map from the words of the press to the measures of the law holds no dead ends."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from article41.drafting.words import load_words, words_for
from article41.goods import load_goods
from article41.regime.instrument import Impose, Mandate
from article41.regime.law import Law

SCHEMA = Path(__file__).parents[3] / "shared" / "reading" / "SCHEMA.md"


def imposed(law: Law) -> set[str]:
    return {
        target
        for text in law.resolutions
        for operation in text.operations()
        if isinstance(operation.body, Impose)
        for target in operation.targets
    }


def test_every_measure_named_is_one_of_the_law(law: Law) -> None:
    known = imposed(law)
    for word in load_words().values():
        for name in (*word.measures, *word.others, *word.but_not):
            matching = [one for one in known if re.fullmatch(re.escape(name).replace(r"\*", ".*"), one)]
            assert matching, (word.id, name)


def test_what_a_word_changes_is_in_force_today(law: Law) -> None:
    today = {measure.id for measure in law.regime(date(2026, 11, 22)).measures}
    for word in load_words().values():
        assert {name for name in word.measures if "*" not in name} <= today, word.id


def test_goods_and_bodies_exist(law: Law) -> None:
    sets = set(load_goods().sets)
    bodies = {
        target
        for text in law.resolutions
        for operation in text.operations()
        if isinstance(operation.body, Mandate)
        for target in operation.targets
    }
    for word in load_words().values():
        assert not word.part or word.part in sets
        assert set(word.impose.get("goods", [])) <= sets
        assert not word.body or word.body in bodies


def test_a_new_measure_has_the_id_that_the_drafts_on_record_gave_it(law: Law) -> None:
    drafted = {
        target
        for text in law.drafts
        for operation in text.operations()
        if isinstance(operation.body, Impose)
        for target in operation.targets
    }
    assert {word.impose["id"] for word in load_words().values() if word.impose} <= drafted


def test_a_word_without_a_measure_says_why() -> None:
    for word in load_words().values():
        if not (word.measures or word.body or word.impose):
            assert word.ask or word.outside, word.id


def test_words_are_found_from_measures_and_the_whole_regime_is_not_among_them() -> None:
    assert words_for(["dprk.seafood"]) == {"seafood-export"}
    assert words_for(["panel-of-experts"]) == {"panel-of-experts"}
    assert words_for(["dprk.petroleum.refined"]) == {"refined-petroleum", "oil-supply"}
    assert words_for(["dprk.tobacco.to"]) == {"tobacco"}
    assert words_for(["dprk.joint-ventures"]) == {
        "joint-ventures"
    }  # not the projects it stands in the way of
    assert words_for([]) == frozenset()


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the schema of reading is not at hand")
def test_every_measure_id_of_the_schema_is_in_the_map() -> None:
    section = SCHEMA.read_text(encoding="utf-8").split("## Measure ids")[1].split("\n\n")[0]
    bare = re.sub(r"\([^)]*\)", "", section.split("Free words")[0])
    wanted = set(re.findall(r"[a-z][a-z0-9-]+[a-z0-9]", bare))
    assert len(wanted) > 35
    assert wanted == set(load_words())

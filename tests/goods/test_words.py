"""The reader of goods words: plurals, heads, lists."""

from __future__ import annotations

import pytest

from article41.goods import GoodsCatalogue


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Steel Pipes", ["steel pipe"]),
        ("batteries", ["battery"]),
        ("shoes", ["shoe"]),
        ("knives", ["knife"]),
        ("second-hand men's shirts", ["shirt"]),
        ("machine for making textiles", ["machine"]),
        ("3 bottles of whisky", ["whisky"]),
        ("statues of bronze", ["statue"]),
        ("squid, dried, 5 kg", ["squid"]),
        ("steel toe boots", ["boot"]),
        ("tomatoes", ["tomato"]),
        ("coal, rice & shirts", ["coal", "rice", "shirt"]),
        ("coal/rice", ["coal", "rice"]),
        ("pipes for water and irrigation", ["pipe"]),
        ("humanitarian goods", ["humanitarian good"]),
        ("coal together with rice", ["coal", "rice"]),
        ("payment for squid", ["squid"]),
        ("rice, 20 bags", ["rice"]),
        ("rice 20 bags", ["rice"]),
        ("20 bags of rice", ["rice"]),
        ("beer bottles", ["bottle"]),
        ("20 bottles", ["bottle"]),
        ("zinc bars", ["zinc"]),
        ("coal exports", ["coal"]),
        ("coal insurance", ["insurance"]),
        ("crude oil tanker", ["tanker"]),
    ],
)
def test_the_head_of_each_good_is_found(catalogue: GoodsCatalogue, text: str, goods: list[str]) -> None:
    found = catalogue.lexicon.find(text)
    assert [good.text for good in found] == goods
    assert all(good.senses for good in found)


def test_only_a_whole_phrase_is_exact(catalogue: GoodsCatalogue) -> None:
    assert catalogue.lexicon.find("20 tonnes of coal")[0].exact
    assert not catalogue.lexicon.find("magic coal")[0].exact
    assert not any(good.exact for good in catalogue.lexicon.find("coal and rice"))


def test_singular_and_plural_meet(catalogue: GoodsCatalogue) -> None:
    tokens = catalogue.lexicon.speech.tokens
    for one, many in [
        ("box", "boxes"),
        ("axe", "axes"),
        ("shoe", "shoes"),
        ("bus", "buses"),
        ("glass", "glass"),
        ("berry", "berries"),
        ("valve", "valves"),
        ("potato", "potatoes"),
        ("watch", "watches"),
        ("canoe", "canoes"),
    ]:
        assert tokens(one) == tokens(many)


def test_the_lexicon_is_large_enough_to_be_useful(catalogue: GoodsCatalogue) -> None:
    assert len(catalogue.lexicon.phrases) >= 600

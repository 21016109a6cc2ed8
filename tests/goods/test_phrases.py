"""Everyday phrases as traders write them, and whether the law names such goods, from and to the DPRK."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from article41.goods import GoodsCatalogue
from article41.types import Truth

ARMS = ("arms", "heavy-arms", "small-arms")
FROM = (
    *("coal", "iron", "lead", "copper", "nickel", "silver", "zinc", "gold", "titanium-ore", "vanadium-ore"),
    *("rare-earths", "statues", "seafood", "fishing-rights", "textiles", "food-agriculture", "earth-stone"),
    *("machinery-electrical", "wood", "vessels", *ARMS),
)
TO = (
    *("industrial-machinery", "transport-vehicles", "base-metals", "vessels", "helicopters", "crude-oil"),
    *("refined-petroleum", "condensates-ngl", "aviation-fuel", "luxury", "luxury-2094", "luxury-2270"),
    *("luxury-rugs", "luxury-tableware", "snowmobiles", *ARMS),
)
LISTED = {"yes": True, "no": False, "open": None}

with (Path(__file__).parent / "phrases.csv").open(encoding="utf-8", newline="") as stream:
    PHRASES = [(row["phrase"], LISTED[row["from"]], LISTED[row["to"]]) for row in csv.DictReader(stream)]


def named(catalogue: GoodsCatalogue, phrase: str, sets: tuple[str, ...]) -> Truth:
    """Whether any of the sets holds the goods."""
    controlled = [name for name in catalogue.sets if name.startswith(("wmd", "dual-use", "missile"))]
    reading = catalogue.read(phrase)
    truths = {catalogue.member(reading, name).truth for name in (*sets, *controlled)}
    return True if True in truths else None if None in truths else False


@pytest.mark.parametrize(("phrase", "from_dprk", "to_dprk"), PHRASES)
def test_everyday_goods(catalogue: GoodsCatalogue, phrase: str, from_dprk: Truth, to_dprk: Truth) -> None:
    assert named(catalogue, phrase, FROM) is from_dprk
    assert named(catalogue, phrase, TO) is to_dprk


@pytest.mark.parametrize(
    ("phrase", "codes"),
    [
        ("spare parts for tractors", {"8708"}),
        ("tractor spare parts", {"8708"}),
        ("parts of bicycles", {"8714"}),
        ("tractors and spare parts", {"8701", "8708"}),
        ("steel bowls", {"7323"}),
        ("bowls of glass", {"7013"}),
        ("model 2018 trucks", {"8704"}),
        ("model trucks", {"9503"}),
        ("faux leather jackets", {"3926", "4203", "6113", "6210"}),
        ("rubber coated steel pipes", {"7303", "7304", "7305", "7306"}),
        ("mushrooms in cans", {"2001", "2002", "2003", "2004", "2005"}),
        ("minibus 15 seats", {"8702"}),
        ("tyres 205/55 R16", {"4011"}),
        ("surgical steel pipes", {"7303", "7304", "7305", "7306"}),
        ("insulin pumps", {"9018"}),
        ("insulin and pumps", {"3004", "8413", "8414"}),
    ],
)
def test_neighbours_change_what_a_good_is(catalogue: GoodsCatalogue, phrase: str, codes: set[str]) -> None:
    found = {code for good in catalogue.lexicon.find(phrase) for sense in good.senses for code in sense.codes}
    assert found == codes


@pytest.mark.parametrize("phrase", ["bags of widgets", "steel gizmo", "squid gizmo", "coal, gizmo"])
def test_an_unknown_head_stays_unknown(catalogue: GoodsCatalogue, phrase: str) -> None:
    assert named(catalogue, phrase, TO) is None


@pytest.mark.parametrize(
    "phrase", ["water pumps", "bearings", "valves", "glass fibre", "lathes", "microchips"]
)
def test_a_control_list_opens_no_everyday_good(catalogue: GoodsCatalogue, phrase: str) -> None:
    reading = catalogue.read(phrase)
    for name, goods_set in catalogue.sets.items():
        if goods_set.by_specification:
            assert catalogue.member(reading, name).truth is False

"""What texts would do to measures, in the many words of the press: verbs, passives, nouns, sponsors."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.reader.document import Document
from article41.reader.inflection import forms
from article41.reader.pipeline import read

LEAD = "UN sanctions on North Korea were imposed in 2006.\n\n"
DAY = date(2022, 5, 28)


def put_forward(text: str) -> tuple[set[tuple[str, str]], set[str]]:
    """The changes of a text (an end counts as lifting) and the sponsors."""
    found = read(Document(text=LEAD + text, date=DAY)).proposals
    changes = {("lift" if c.action == "end" else c.action, c.measure) for p in found for c in p.changes}
    return changes, {name for p in found for name in p.sponsors}


CHANGES = [
    (
        (
            "China and Russia have tabled a draft resolution at the Security Council that "
            "would repeal the embargo on North Korean coal, ease the limits on oil and let "
            "inter-Korean railway projects go ahead."
        ),
        [("ease", "oil-supply"), ("exempt", "inter-korean-projects"), ("lift", "coal-export")],
        ["China", "Russia"],
    ),
    (
        ("Moscow's proposal foresees a gradual phase-out of the curbs on seafood and textile exports."),
        [("lift", "seafood-export"), ("lift", "textile-export")],
        ["Russia"],
    ),
    (
        (
            "Under the American draft, the annual ceiling on crude deliveries would be "
            "brought down to 3 million barrels and exports of clocks and watches, minerals "
            "and mineral fuels would be outlawed."
        ),
        [("impose", "mineral-fuels-export"), ("impose", "minerals-export"), ("lower", "crude-oil")],
        ["United States"],
    ),
    (
        ("The Security Council on Friday renewed for another year the mandate of the Panel of Experts."),
        [("extend", "panel-of-experts")],
        [],
    ),
    (
        (
            "Washington wants the Council to cut the refined petroleum quota to 250,000 "
            "barrels, diplomats who have seen its draft said."
        ),
        [("lower", "refined-petroleum")],
        ["United States"],
    ),
    (
        (
            "The draft, penned by Japan, would have all member states inspect vessels bound "
            "for North Korea and would stop the sale of luxury goods."
        ),
        [("impose", "cargo-inspection"), ("impose", "luxury-goods")],
        ["Japan"],
    ),
    (
        (
            "Beijing and Moscow circulated a text on Monday calling for the lifting of the "
            "bans on statues, seafood and textiles and for the removal of the cap on "
            "refined oil."
        ),
        [("lift", "refined-petroleum"), ("lift", "seafood-export"), ("lift", "textile-export")],
        ["China", "Russia"],
    ),
    (
        (
            "Russia and China asked the Council to terminate sanctions on inter-Korean rail "
            "and road projects, according to a draft seen by Reuters."
        ),
        [("lift", "inter-korean-projects")],
        ["China", "Russia"],
    ),
    (
        (
            "The resolution, unanimously adopted on Friday, shuts down joint ventures with "
            "North Korean entities, caps crude at current levels and makes textiles off "
            "limits."
        ),
        [("impose", "crude-oil"), ("impose", "joint-ventures"), ("impose", "textile-export")],
        [],
    ),
    (
        (
            "The 15-member council voted unanimously on Friday to tighten the screws on "
            "Pyongyang, more than halving its imports of refined petroleum and ordering "
            "home its workers."
        ),
        [("impose", "overseas-workers"), ("lower", "refined-petroleum")],
        [],
    ),
    (
        (
            "The two powers put forward a resolution that would roll back restrictions on "
            "machinery exports and scrap the requirement to repatriate North Korean "
            "workers."
        ),
        [("ease", "machinery-export"), ("lift", "overseas-workers")],
        [],
    ),
    (
        (
            "South Korea asked the sanctions committee for a waiver for the delivery of "
            "railway equipment for inter-Korean projects."
        ),
        [("exempt", "inter-korean-projects")],
        ["South Korea"],
    ),
    (
        "A French proposal would see the Panel of Experts' term prolonged until April 2025.",
        [("extend", "panel-of-experts")],
        ["France"],
    ),
    (
        "The US-led text also envisages a prohibition on hiring North Korean labourers.",
        [("impose", "overseas-workers")],
        ["United States"],
    ),
    (
        ("Russia proposed sunsetting all sanctions within a year and disbanding the Panel of Experts."),
        [("lift", "panel-of-experts")],
        ["Russia"],
    ),
    (
        (
            "The plan drawn up by Seoul would suspend the ban on North Korean mineral "
            "exports in return for denuclearization steps."
        ),
        [("ease", "minerals-export")],
        ["South Korea"],
    ),
    (
        (
            "The draft bars the supply of jet fuel, closes off the gold trade and requires "
            "the inspection of all cargo."
        ),
        [("impose", "aviation-fuel"), ("impose", "cargo-inspection"), ("impose", "minerals-export")],
        [],
    ),
    (
        (
            "Tokyo submitted a motion demanding that banks sever ties with North Korean "
            "lenders and that assets of the leadership be frozen."
        ),
        [("impose", "asset-freeze"), ("impose", "financial-restrictions")],
        ["Japan"],
    ),
    (
        (
            "The proposal, which Moscow first floated in 2019, would exempt humanitarian "
            "shipments from sanctions and loosen the cap on oil."
        ),
        [("ease", "oil-supply"), ("exempt", "humanitarian-exemption")],
        ["Russia"],
    ),
    (
        (
            "Exports of coal, lead and seafood would be prohibited by the draft the United "
            "States has put on the table."
        ),
        [("impose", "coal-export"), ("impose", "seafood-export")],
        ["United States"],
    ),
    (
        (
            "It would also prevent new hires of North Korean labor and curtail shipments of "
            "fuel, says the U.S. draft resolution."
        ),
        [("impose", "overseas-workers"), ("lower", "oil-supply")],
        ["United States"],
    ),
    (
        (
            "Restrictions on overseas workers and on textiles would be waived under a draft "
            "resolution co-sponsored by Russia and China."
        ),
        [("exempt", "overseas-workers"), ("exempt", "textile-export")],
        ["China", "Russia"],
    ),
    (
        (
            "Russia vetoed on Thursday a U.S.-drafted resolution that would have extended "
            "the panel of experts for a year."
        ),
        [("extend", "panel-of-experts")],
        ["United States"],
    ),
    (
        (
            "Thursday's veto by China and Russia killed a US-sponsored resolution to ban "
            "tobacco exports to North Korea and to slash oil shipments by a quarter."
        ),
        [("impose", "tobacco"), ("lower", "oil-supply")],
        ["United States"],
    ),
    (
        (
            "Diplomats said the new U.S. draft drops an oil embargo and instead freezes "
            "crude supplies at present levels."
        ),
        [("impose", "crude-oil")],
        ["United States"],
    ),
]


@pytest.mark.parametrize(("text", "changes", "sponsors"), CHANGES)
def test_a_change_is_found_in_whatever_words(text: str, changes: list[tuple[str, str]], sponsors: list[str]):
    found, named = put_forward(text)
    assert found == set(changes)
    assert not sponsors or named == set(sponsors)


@pytest.mark.parametrize(
    "text",
    [
        "Japan, which hosted a meeting on a resolution, extended its embargo on Friday.",
        "Resolution 2397, adopted in 2017, caps refined petroleum at 500,000 barrels a year.",
        "China's imports of North Korean coal fell last year, customs data showed.",
        "The council passed around no text on North Korea.",
    ],
)
def test_no_proposal_is_made_of_background(text: str):
    assert put_forward(text)[0] == set()


def test_what_a_further_test_would_bring_is_no_change_of_the_text():
    text = "The draft would ban coal exports and tighten oil supplies if there is another nuclear test."
    assert put_forward(text)[0] == {("impose", "coal-export")}


def test_amounts_go_with_their_own_measure():
    text = (
        "Under the U.S. draft, crude oil would drop from 4 million barrels a year to 3 million, and refined "
        "products from 500,000 barrels to 375,000."
    )
    [proposal] = read(Document(text=LEAD + text, date=DAY)).proposals
    told = {c.measure: (c.from_values[0].value, c.values[0].value) for c in proposal.changes}
    assert told == {"crude-oil": (4_000_000, 3_000_000), "refined-petroleum": (500_000, 375_000)}


@pytest.mark.parametrize(
    ("verb", "written"),
    [
        ("scrap", ["scrap", "scraps", "scrapped", "scrapped", "scrapping"]),
        ("halve", ["halve", "halves", "halved", "halved", "halving"]),
        ("modify", ["modify", "modifies", "modified", "modified", "modifying"]),
        ("lift", ["lift", "lifts", "lifted", "lifted", "lifting"]),
        ("loosen", ["loosen", "loosens", "loosened", "loosened", "loosening"]),
        ("quash", ["quash", "quashes", "quashed", "quashed", "quashing"]),
    ],
)
def test_verbs_take_their_forms(verb: str, written: list[str]):
    assert list(forms(verb, {}).values()) == written


@given(st.text(alphabet="abcdefgyz", min_size=1, max_size=8))
def test_every_word_has_forms(word: str):
    assert all(forms(word, {}).values())

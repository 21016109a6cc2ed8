"""Who takes which position, when what happened, and what the law says: in the many words of the press."""

from __future__ import annotations

from datetime import date

import pytest

from article41.reader.document import Document
from article41.reader.pipeline import read

LEAD = "The United Nations has kept sanctions on North Korea since 2006.\n\n"

POSITIONS = [
    (
        (
            "“There will be no easing until Pyongyang gives up its weapons,” State "
            "Department spokesman Mark Toner told reporters."
        ),
        "toner",
        "conditional-relief",
    ),
    (
        ("Washington sees no grounds for softening the sanctions, a senior U.S. official said."),
        "official",
        "oppose-easing",
    ),
    ("Nikki Haley, the U.S. envoy, threatened the North with yet harsher penalties.", "haley", "strengthen"),
    (
        (
            "Chinese Foreign Ministry spokesman Geng Shuang argued that the time had come "
            "to give the North some relief."
        ),
        "shuang",
        "ease",
    ),
    (
        ("Sergey Lavrov branded the sanctions a blunt instrument that had outlived its usefulness."),
        "lavrov",
        "oppose-strengthening",
    ),
    ("North Korea's foreign ministry demanded that every sanction be withdrawn at once.", "ministry", "lift"),
    (
        "Japan's Yoshihide Suga insisted that U.N. resolutions be carried out to the letter.",
        "suga",
        "enforce",
    ),
    ("Boris Johnson called for the noose around Pyongyang to be pulled tighter.", "johnson", "strengthen"),
    (
        ("South Korea's Unification Ministry said it was keeping an eye on discussions at the council."),
        "ministry",
        "monitor",
    ),
    (
        "“Sanctions remain our leverage and they are not going anywhere,” said Mike Pompeo.",
        "pompeo",
        "maintain",
    ),
    (
        (
            "Moon Jae-in made the case for loosening sanctions once denuclearization "
            "reaches a point of no return."
        ),
        "jae-in",
        "conditional-relief",
    ),
    (
        ("The North's ambassador, Kim Song, brushed aside the new measures as an act of hostility."),
        "song",
        "oppose-strengthening",
    ),
    (
        ("Russia's Vasily Nebenzia told the council that piling on sanctions was leading to a dead end."),
        "nebenzia",
        "oppose-strengthening",
    ),
    (
        (
            "Wang Yi suggested the council trigger the snap-back clauses and adjust the "
            "sanctions in light of the North's steps."
        ),
        "yi",
        "ease",
    ),
    (
        ("The European Union pledged to plug the gaps through which banned goods reach the North."),
        "union",
        "enforce",
    ),
    (
        "Antonio Guterres appealed to all states to abide by Security Council resolutions.",
        "guterres",
        "enforce",
    ),
    (
        (
            "Kim Yo Jong scoffed at the sanctions and vowed that the North would never "
            "trade its weapons for relief."
        ),
        "jong",
        "oppose-strengthening",
    ),
    (
        (
            "South Korean Foreign Minister Park Jin urged China and Russia to stop "
            "shielding Pyongyang from fresh sanctions."
        ),
        "jin",
        "strengthen",
    ),
    (
        ("“We oppose any unilateral sanctions outside the Security Council,” Hua Chunying said."),
        "chunying",
        "oppose-strengthening",
    ),
    (
        (
            "Tomas Ojea Quintana, the U.N. rapporteur, pleaded for sanctions to be "
            "suspended so that medicine could reach the sick."
        ),
        "quintana",
        "ease",
    ),
    ("Donald Trump said he was in no hurry and that the sanctions would stay on.", "trump", "maintain"),
    (
        ("Germany's Christoph Heusgen stressed that sanctions must be enforced by every member."),
        "heusgen",
        "enforce",
    ),
    ("Australia's Julie Bishop backed a further squeeze on the regime's finances.", "bishop", "strengthen"),
    (
        (
            "Seoul favours exempting the railway survey from sanctions, Unification "
            "Minister Cho Myoung-gyon said."
        ),
        "myoung-gyon",
        "ease",
    ),
    (("Ri Yong Ho said the North wanted five resolutions suspended in exchange for Yongbyon."), "ho", "ease"),
    (
        (
            "“Those who help the North dodge sanctions will be held to account,” Brian "
            "Nelson of the US Treasury warned."
        ),
        "nelson",
        "enforce",
    ),
    ("Samantha Power hailed the resolution as a milestone.", "power", "strengthen"),
    (
        (
            "Beijing resents sanctions imposed behind the council's back, foreign ministry "
            "spokesman Lu Kang said."
        ),
        "kang",
        "oppose-strengthening",
    ),
    (
        "Hwang Joon-kook lamented that the panel's eyes had been put out by a single veto.",
        "joon-kook",
        "enforce",
    ),
    (
        ("The US will not lift a finger on sanctions before the North disarms, John Bolton told Fox News."),
        "bolton",
        "conditional-relief",
    ),
    ("Without sanctions, the North would have no reason to talk, Taro Kono contended.", "kono", "maintain"),
    ("Ban Ki-moon voiced concern over tensions and called for dialogue.", "ki-moon", "neutral"),
    (
        (
            "Sung Kim said the door to talks was open but that Washington would go on "
            "implementing all resolutions."
        ),
        "kim",
        "enforce",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "stance"), POSITIONS)
def test_a_position_is_read_in_whatever_words(text: str, speaker: str, stance: str):
    said = read(Document(text=LEAD + text, date=date(2019, 5, 28))).statements
    assert (speaker, stance) in {(one.speaker.lower().split()[-1], one.stance) for one in said}


EVENTS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "North Korea fired an intermediate-range missile over Japan on Friday.",
        [("missile-launch", "2017-09-15")],
    ),
    ("The sixth nuclear test took place on September 3.", [("nuclear-test", "2017-09-03")]),
    (
        ("Pyongyang tested its most powerful bomb yet on Sept. 3, a nuclear blast that shook the region."),
        [("nuclear-test", "2017-09-03")],
    ),
    ("The council voted unanimously on Monday to toughen sanctions.", [("vote", "2017-09-11")]),
    ("Resolution 2375 was approved 15-0 on Sept. 11.", [("vote", "2017-09-11")]),
    (
        ("The Security Council will hold an emergency meeting on Friday afternoon at the request of Tokyo."),
        [("meeting", "2017-09-15")],
    ),
    (
        "Two ballistic missiles were launched from Sunan on Thursday morning.",
        [("missile-launch", "2017-09-14")],
    ),
    (
        (
            "Hackers linked to the North made off with $81 million from Bangladesh's "
            "central bank in February 2016."
        ),
        [("cyber-theft", "2016-02")],
    ),
    ("Trump and Kim met in Singapore on June 12, 2018.", [("summit", "2018-06-12")]),
    ("The North put a satellite into orbit in December 2012.", [("satellite-launch", "2012-12")]),
    (
        "In July the North twice tested an intercontinental ballistic missile.",
        [("missile-launch", "2017-07")],
    ),
    ("China and Russia blocked the text on Thursday, casting a double veto.", [("vote", "2017-09-14")]),
    (
        "The vote on Monday came eight days after the sixth nuclear test.",
        [("nuclear-test", "2017-09-03"), ("vote", "2017-09-11")],
    ),
    ("Last month's launch of a missile over Hokkaido alarmed Tokyo.", [("missile-launch", "2017-08")]),
    ("Kim Jong Un oversaw Friday's test-firing of a Hwasong-12.", [("missile-launch", "2017-09-15")]),
    ("The Council, meeting on Tuesday, was briefed by Rosemary DiCarlo.", [("meeting", "2017-09-12")]),
    (
        ("Nine countries convened in Vancouver in January 2018 to discuss pressure on the North."),
        [("meeting", "2018-01")],
    ),
    ("The lawmakers said the North could conduct a seventh nuclear test next month.", []),
    ("North Korea detonated its first atomic device on Oct. 9, 2006.", [("nuclear-test", "2006-10-09")]),
    ("The text passed by 13 votes to none with two abstentions on Wednesday.", [("vote", "2017-09-13")]),
]


@pytest.mark.parametrize(("text", "events"), EVENTS)
def test_events_have_their_day(text: str, events: list[tuple[str, str]]):
    lead = "UN sanctions on North Korea have been debated for years.\n\n"
    found = read(Document(text=lead + text, date=date(2017, 9, 15))).events  # a Friday
    assert {(one.type, one.date) for one in found} == set(events)


FACTS: list[tuple[str, list[tuple[str, float | None, str | None]]]] = [
    (
        "Resolution 2397 caps refined petroleum imports at 500,000 barrels a year.",
        [("refined-petroleum", 500000, "barrels")],
    ),
    (
        ("Under U.N. rules the North may import no more than 4 million barrels of crude annually."),
        [("crude-oil", 4000000, "barrels")],
    ),
    ("The North has been sanctioned by the Security Council since 2006.", [("sanctions-regime", None, None)]),
    (
        ("Textile exports, once worth $750 million a year, have been off limits since September 2017."),
        [("textile-export", None, None)],
    ),
    ("The Panel's mandate expired on April 30, 2024.", [("panel-of-experts", None, None)]),
    ("Sales of luxury goods to the North are forbidden.", [("luxury-goods", None, None)]),
    (
        "The council has adopted nine major sanctions resolutions on the North.",
        [("sanctions-regime", 9, "resolutions")],
    ),
    (
        ("Countries must inspect all cargo going to and from North Korea under Resolution 2270."),
        [("cargo-inspection", None, None)],
    ),
    ("The ceiling on coal exports was set at 7.5 million tons a year.", [("coal-export", 7500000, "tonnes")]),
    ("Any further test would trigger more cuts in oil, the resolution says.", [("oil-supply", None, None)]),
    ("Joint ventures with the North are banned by Resolution 2371.", [("joint-ventures", None, None)]),
    (
        "The committee granted South Korea an exemption for the railway survey.",
        [("inter-korean-projects", None, None)],
    ),
    (
        "U.N. sanctions bar Pyongyang from exporting seafood, coal and textiles.",
        [("coal-export", None, None), ("seafood-export", None, None), ("textile-export", None, None)],
    ),
]


@pytest.mark.parametrize(("text", "facts"), FACTS)
def test_law_is_read_in_whatever_words(text: str, facts: list[tuple[str, float | None, str | None]]):
    lead = "UN sanctions on North Korea have been debated for years.\n\n"
    found = read(Document(text=lead + text, date=date(2024, 5, 15))).facts
    assert {(one.measure, one.value, one.unit) for one in found} == set(facts)


@pytest.mark.parametrize(
    ("text", "speaker", "stance", "teller"),
    [
        (
            "Kim Jong Un, Donald Trump told reporters, wanted the sanctions gone in their entirety.",
            "Kim Jong Un", "lift", "Donald Trump",
        ),
        ("China and Russia blocked a US push to sanction five people, diplomats said.", "Russia",
         "oppose-strengthening", None),
        ("Seoul favours exempting the survey from sanctions, Unification Minister Cho Myoung-gyon said.",
         "Cho Myoung-gyon", "ease", None),
        ("In Moscow's eyes, the sanctions are counterproductive.", "Russia", "oppose-strengthening", None),
        ("For Yun Byung-se, South Korea's foreign minister, sanctions must stay until Pyongyang disarms.",
         "Yun Byung-se", "conditional-relief", None),
        ("That was the line of Ambassador Li Baodong, who had said sanctions should be eased.", "Li Baodong",
         "ease", None),
    ],
)  # fmt: skip
def test_whose_position_it_is(text: str, speaker: str, stance: str, teller: str | None):
    said = read(Document(text=LEAD + text, date=date(2019, 5, 28))).statements
    assert (speaker, stance, teller) in {(one.speaker, one.stance, one.reported_by) for one in said}


@pytest.mark.parametrize(
    "text",
    [
        "The new sanctions were announced on Monday.",
        "Washington would not say whether it would back new sanctions on North Korea.",
        "The Security Council voted on Monday to punish North Korea with new sanctions.",
    ],
)
def test_nobody_takes_a_position(text: str):
    assert read(Document(text=LEAD + text, date=date(2019, 5, 28))).statements == ()

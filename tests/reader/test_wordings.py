"""Who takes which position, in the many words of the press."""

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

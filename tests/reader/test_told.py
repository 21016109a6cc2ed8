"""What happened on which day, and what the law says, in the many words of the press."""

from __future__ import annotations

from datetime import date

import pytest

from article41.reader.document import Document
from article41.reader.pipeline import read

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
    (
        "Friday's launch came four days after the Security Council stepped up sanctions.",
        [("missile-launch", "2017-09-15"), ("vote", "2017-09-11")],
    ),
    (
        "Two Rodongs launched on Wednesday fell short; the next day Pyongyang let fly a third missile.",
        [("missile-launch", "2017-09-13"), ("missile-launch", "2017-09-14")],
    ),
    (
        "The two ICBM launches of July 4 and 28 drew a resolution.",
        [("missile-launch", "2017-07-04"), ("missile-launch", "2017-07-28")],
    ),
    (
        "Long-range cruise missiles were tested on Wednesday and Thursday.",
        [("missile-launch", "2017-09-13/2017-09-14")],
    ),
    (
        "Pyongyang has carried out six nuclear tests, two of them in 2016 and the last in September 2017.",
        [("nuclear-test", "2016"), ("nuclear-test", "2017-09")],
    ),
    ("Ten days before the talks the Council had met over the rocket.", []),
    (
        "Half a year after the North's 2013 nuclear test the talks were no nearer.",
        [("nuclear-test", "2013")],
    ),
    ("The weekend's overflight of Japan angered Tokyo.", [("missile-launch", "2017-09-09/2017-09-10")]),
    (
        "Moon Jae-in held a phone call with Shinzo Abe on Thursday, hours after the North's ICBM launch.",
        [("meeting", "2017-09-14"), ("missile-launch", "2017-09-14")],
    ),
    ("The talks planned for Tuesday were called off.", []),
    ("Iran put a satellite into orbit last week.", []),
    ("Kim watched Thursday's ground test of a rocket engine.", []),
    (
        "Moscow told reporters on Monday that hackers had stolen $530 million from Coincheck in late August.",
        [("cyber-theft", "2017-08")],
    ),
    ("The text passed by 13 votes to none with two abstentions on Wednesday.", [("vote", "2017-09-13")]),
]


@pytest.mark.parametrize(("text", "events"), EVENTS)
def test_events_have_their_day(text: str, events: list[tuple[str, str]]):
    lead = "UN sanctions on North Korea have been debated for years.\n\n"
    found = read(Document(text=lead + text, date=date(2017, 9, 15))).events  # a Friday
    assert {(one.type, one.date) for one in found} == set(events)


FACTS: list[tuple[str, list[tuple[str, float | None, str | None]]]] = [
    (
        "No coal from the North may be bought under Resolution 2371, the Panel's lawyers recalled.",
        [("coal-export", None, None)],
    ),
    (
        "The resolution puts a stop to sales of rocket fuel, and rare earths are off limits.",
        [("aviation-fuel", None, None), ("minerals-export", None, None)],
    ),
    (
        "Yachts reached Nampo in spite of the embargo on luxury goods.",
        [("luxury-goods", None, None)],
    ),
    (
        "China asked for the bans on seafood and textiles to be lifted.",
        [("seafood-export", None, None), ("textile-export", None, None)],
    ),
    ("The text would ban sales of tobacco and textiles.", []),
    ("Diplomats said there was no ban on seafood in the paper.", []),
    (
        "The veto killed a text that would have lowered crude from 4 million to 3 million barrels a year.",
        [("crude-oil", 4000000, "barrels")],
    ),
    (
        "Seoul cut off nearly all trade with North Korea after the sinking of the Cheonan in 2010.",
        [("may24-measures", None, None)],
    ),
    (
        "Five of the resolutions, out of 11 adopted against the North, would go.",
        [("sanctions-regime", 11, "resolutions")],
    ),
    (
        "Under the resolution suppliers must report each month to the committee how much crude they ship.",
        [("crude-oil", None, None)],
    ),
    (
        "The UN committee now grants waivers to relief agencies for nine months.",
        [("humanitarian-exemption", 9, "months")],
    ),
    (
        "The eight experts on the UN panel will have to pack up by the end of April.",
        [("panel-of-experts", None, None)],
    ),
    (
        "The Council must, under its 2017 decision, cut oil further if the North fires an ICBM.",
        [("oil-supply", None, None)],
    ),
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

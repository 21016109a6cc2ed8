"""Where a proposal is first told, by whom, and what it would change: wordings of the press."""

from __future__ import annotations

from datetime import date

import pytest

from article41.reader.document import Document
from article41.reader.items import Proposal
from article41.reader.pipeline import read

BEHIND = (
    "\n\nThe United Nations sanctions on North Korea go back to 2006. They have been in the news for years.\n"
)


def proposed(text: str, day: str = "2019-06-12") -> tuple[Proposal, ...]:
    """The proposals of a short report."""
    whole = f"North Korea and the sanctions\n\nUNITED NATIONS (Reuters) - {text}{BEHIND}"
    return read(Document(text=whole, date=date.fromisoformat(day))).proposals


def told(text: str) -> list[tuple[set[str], set[tuple[str, str]]]]:
    """Sponsors, and what is done to which measure."""
    return [(set(p.sponsors), {(c.action, c.measure) for c in p.changes}) for p in proposed(text)]


@pytest.mark.parametrize(
    ("text", "sponsors", "changes"),
    [
        (
            "Australia will ban all ships that have called at North Korean ports, Julie"
            " Bishop announced on Saturday.",
            {"Australia"},
            {("impose", "maritime-measures")},
        ),
        (
            "Seoul lifted its May 24 sanctions on Friday, easing restrictions on travel and trade.",
            {"South Korea"},
            {("lift", "may24-measures")},
        ),
        (
            "South Korea's unification minister said Seoul would seek an exemption from"
            " sanctions to reopen tours"
            " to Mount Kumgang.",
            {"South Korea"},
            {("exempt", "inter-korean-projects")},
        ),
        (
            "North Korea had sought only partial relief, Ri Yong Ho said: the removal of those parts of five"
            " resolutions that get in the way of people's livelihoods.",
            {"North Korea"},
            {("lift", "livelihood-measures")},
        ),
        (
            "Russia cast its veto on Thursday against the United States-drafted"
            " resolution that would have kept"
            " the experts at work until April 30, 2025.",
            {"United States"},
            {("extend", "panel-of-experts")},
        ),
        (
            "The draft worked out jointly with Beijing provides for an end to the"
            " export bans on seafood, as well"
            " as to the duty of countries to repatriate North Korean laborers.",
            {"China"},
            {("end", "seafood-export"), ("end", "overseas-workers")},
        ),
        (
            "Russia blocked a U.S. request to add a Russian bank to the U.N. sanctions list.",
            {"United States"},
            {("impose", "designations")},
        ),
        (
            "Under the text, drawn up by the United States, exports of coal would be"
            " limited to 4 million tonnes a"
            " year and sales of copper and nickel prohibited.",
            {"United States"},
            {("impose", "coal-export"), ("impose", "metals-export")},
        ),
    ],
)
def test_who_puts_forward_what(text: str, sponsors: set[str], changes: set[tuple[str, str]]):
    assert told(text) == [(sponsors, changes)]


@pytest.mark.parametrize(
    "text",
    [
        "Reports that Washington would cut jet fuel supplies have not been"
        " confirmed, and no text has been handed out.",
        "Moscow and Beijing would like humanitarian shipments waved through; they have tabled no text.",
        "China will stop buying coal from North Korea, carrying out the resolution of the Security Council.",
        "Half a year after Russia shut down the Panel of Experts with its veto, others watch the sanctions.",
    ],
)
def test_what_is_denied_wished_or_law_already_is_no_proposal(text: str):
    assert proposed(text) == ()


def test_what_a_draft_no_longer_does_is_left_out():
    [found] = told(
        "A new draft no longer seeks to freeze assets, and would cap crude oil at four million barrels."
    )
    assert found == (set(), {("impose", "crude-oil")})


def test_a_package_is_read_on_over_its_clauses():
    [(sponsors, changes)] = told(
        "The foreign ministers of the European Union have agreed on a new set of"
        " punitive measures. The package"
        " passed on Monday puts an end to trade in gold; European banks are barred"
        " from the North. Twenty people"
        " are henceforth subject to asset freezes."
    )
    assert sponsors == {"European Union"}
    assert {("impose", "financial-restrictions"), ("impose", "asset-freeze")} <= changes


def test_the_day_of_the_test_is_not_the_day_of_the_vote():
    [found] = proposed(
        "The Security Council has passed a resolution to shave $800 million off"
        " North Korea's export earnings, in"
        " response to the explosion which the country carried out on May 9. From"
        " now on it may ship no more than"
        " 7.5 million tonnes of coal a year."
    )
    assert found.status == "adopted"
    assert [change.measure for change in found.changes] == ["coal-export"]

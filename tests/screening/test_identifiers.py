"""Numbers are normalised, checked, and what is wrong with them is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.lists.embedded import embedded
from article41.lists.entity import Identifier, IdentifierKind
from article41.screening.identifiers import (
    check_identifier,
    identifier_key,
    imo_check_holds,
    map_key,
    near_imo,
    stated_identifier,
)

IMO = IdentifierKind.IMO
SIX_DIGITS = st.text("0123456789", min_size=6, max_size=6)


def valid_imo(six: str) -> str:
    return next(six + digit for digit in "0123456789" if imo_check_holds(six + digit))


@pytest.mark.parametrize("written", ["IMO 7303803", "imo7303803", "7303803", " 730-3803 "])
def test_an_imo_number_is_one_number_however_it_is_written(written: str):
    found = check_identifier(IMO, written)
    assert found.key == "7303803"
    assert found.faults == ()


def test_every_listed_ship_of_the_committee_has_a_sound_imo_number():
    marks = [mark for entity in embedded().entities for mark in entity.identifiers]
    numbers = [mark.value for mark in marks if mark.kind is IMO and mark.note != "company"]
    assert len(numbers) == 58
    assert all(imo_check_holds(number) for number in numbers)


def test_a_wrong_check_digit_is_said_and_near_numbers_are_named():
    found = check_identifier(IMO, "7303804")
    assert "check digit is wrong: 730380 calls for 3, not 4" in found.faults[0]
    assert "7303803" in found.near


@given(SIX_DIGITS, st.integers(0, 6), st.sampled_from("0123456789"))
def test_any_single_wrong_digit_is_noticed_or_leads_back(six: str, place: int, digit: str):
    number = valid_imo(six)
    wrong = number[:place] + digit + number[place + 1 :]
    if wrong == number:
        return
    # weights 2 to 7 share factors with 10, so a few slips give another valid number
    assert imo_check_holds(wrong) or number in near_imo(wrong)


@pytest.mark.parametrize("wrong", ["730383", "73038803", "7330803", "7303804"])
def test_a_digit_lost_doubled_swapped_or_changed_leads_back(wrong: str):
    assert "7303803" in check_identifier(IMO, wrong).near


@pytest.mark.parametrize("text", ["730380", "73038033", "73O3803", "", "IMO"])
def test_what_is_no_imo_number_is_said(text: str):
    assert check_identifier(IMO, text).faults


def test_an_mmsi_of_the_dprk_is_told_and_said_to_go_with_the_flag():
    found = check_identifier(IdentifierKind.MMSI, "445 114 000")
    assert found.key == "445114000"
    assert any("DPRK" in note for note in found.notes)
    assert any("flag" in note for note in found.notes)
    assert check_identifier(IdentifierKind.MMSI, "44511400").faults


def test_the_branch_of_a_bank_code_does_not_matter():
    assert identifier_key(IdentifierKind.BIC, "ABCDKPPYXXX") == identifier_key(
        IdentifierKind.BIC, "abcd kppy"
    )


def test_documents_of_different_kinds_share_a_map_but_ships_and_companies_of_imo_do_not():
    passport = Identifier(kind=IdentifierKind.PASSPORT, value="836 410 010")
    national = Identifier(kind=IdentifierKind.NATIONAL_ID, value="836410010")
    assert map_key(passport) == map_key(national)
    ship = Identifier(kind=IMO, value="7303803")
    company = Identifier(kind=IMO, value="7303803", note="company")
    assert map_key(ship) != map_key(company)


@pytest.mark.parametrize(
    ("written", "kind", "country", "value"),
    [
        ("passport:836410010", IdentifierKind.PASSPORT, "", "836410010"),
        ("passport:KP:836410010", IdentifierKind.PASSPORT, "KP", "836410010"),
        ("national_id:kp:1", IdentifierKind.NATIONAL_ID, "KP", "1"),
        ("IMO 7303803", IMO, "", "IMO 7303803"),
        ("someone@example.org", IdentifierKind.EMAIL, "", "someone@example.org"),
        ("0xde709f2102306220921060314715629080e2fb77", IdentifierKind.WALLET, "", None),
        ("12:34:56", IdentifierKind.OTHER, "", "12:34:56"),
    ],
)
def test_an_identifier_is_read_as_users_write_it(
    written: str, kind: IdentifierKind, country: str, value: str | None
):
    found = stated_identifier(written)
    assert (found.kind, found.country) == (kind, country)
    assert found.value == (value or written)


@given(st.sampled_from(list(IdentifierKind)), st.text(max_size=60))
def test_no_text_breaks_the_check(kind: IdentifierKind, text: str):
    assert check_identifier(kind, text).kind is kind

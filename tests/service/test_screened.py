"""Screening reaches the assessment of a transaction as a fact: listed, unknown, or a check."""

from __future__ import annotations

from datetime import date
from typing import Any

from article41.assessment.finding import Outcome
from article41.assessment.read import parse_transaction
from article41.service.desk import Desk
from article41.types import Confidence

DESK = Desk()
PAY = {"date": "2018-06-01", "act": "pay"}


def payment(*parties: dict[str, Any], **more: Any) -> Any:
    facts = {"date": date(2018, 6, 1), "act": "pay", "parties": list(parties), **more}
    return parse_transaction(facts)


def payee(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "role": "payee", "kind": "person", "country": "KP", **more}


def test_a_strong_match_under_another_spelling_is_a_stated_fact():
    tx = payment(payee("RI, Byong Chul"))
    answer, found = DESK.assess_screened(tx)
    assert DESK.assess(tx).outcome is Outcome.UNDETERMINED
    assert answer.outcome is Outcome.PROHIBITED
    assert found[0].effect == "listed"
    assert found[0].matches[0].reference == "KPi.076"
    assert any("RI PYONG CHUL, KPi.076" in line for line in answer.assumed)
    assert answer.confidence is not Confidence.HIGH


def test_a_weaker_match_leaves_it_open_and_is_named_as_the_thing_to_settle():
    answer, found = DESK.assess_screened(payment(payee("Ri Pyong Chil")))
    assert found[0].effect == "unknown"
    assert answer.outcome is Outcome.UNDETERMINED
    asked = [row.ask for row in answer.missing if row.field == "parties.listed"]
    assert any("may be" in ask and found[0].matches[0].reference in ask for ask in asked)


def test_the_name_of_a_country_alone_accuses_nobody():
    tx = parse_transaction(
        {
            "date": date(2019, 5, 10),
            "act": "supply",
            "from": "RU",
            "to": "KP",
            "goods": {"words": "spare parts for passenger aircraft", "hs": "8803"},
            "facts": {"aircraft_safety_spares": True, "state_determined_exempt": True},
            "parties": [{"name": "Air Koryo", "role": "consignee", "kind": "company", "country": "KP"}],
        }
    )
    answer, found = DESK.assess_screened(tx)
    assert found[0].effect == "none"
    assert answer.outcome is Outcome.EXEMPT


def test_no_match_states_nothing():
    tx = payment(payee("Jane Roe"))
    answer, found = DESK.assess_screened(tx)
    assert found[0].effect == "none"
    assert found[0].matches == ()
    assert answer.outcome is DESK.assess(tx).outcome is Outcome.UNDETERMINED


def test_a_stated_no_stays_and_the_contradicting_match_is_a_check():
    tx = payment(payee("Ri Byong Chul", listed=False))
    answer, found = DESK.assess_screened(tx)
    assert found[0].effect == "against"
    assert answer.outcome is DESK.assess(tx).outcome
    assert "KPi.076" in answer.checks[0].ask


def test_the_day_before_the_listing_nobody_is_listed():
    tx = payment(payee("Ri Byong Chul"), date=date(2017, 12, 21))
    _, found = DESK.assess_screened(tx)
    assert found[0].matches == ()
    _, found = DESK.assess_screened(tx, on=date(2017, 12, 22))
    assert found[0].effect == "listed"
    _, found = DESK.assess_screened(tx, on=date(2018, 6, 1), known_on=date(2017, 12, 1))
    assert found[0].matches == ()


def test_the_list_stands_in_the_fingerprint_only_where_somebody_was_screened():
    named, _ = DESK.assess_screened(payment(payee("Jane Roe")))
    assert "list/un-1718@" in named.fingerprint
    nameless, found = DESK.assess_screened(payment({"role": "payee", "country": "KP"}))
    assert "list/" not in nameless.fingerprint
    assert found == ()


def test_a_ship_under_a_new_name_is_known_by_its_number_and_listed_for_its_measures():
    tx = parse_transaction(
        {"date": date(2019, 1, 5), "act": "enter-port", "ships": [{"name": "New Star", "imo": "7303803"}]}
    )
    answer, found = DESK.assess_screened(tx)
    assert found[0].effect == "listed"
    assert answer.outcome is Outcome.PROHIBITED


def test_a_ship_of_a_listed_name_with_another_number_is_not_taken_for_it():
    tx = parse_transaction(
        {"date": date(2019, 1, 5), "act": "enter-port", "ships": [{"name": "An San One", "imo": "9074729"}]}
    )
    _, found = DESK.assess_screened(tx)
    assert found[0].effect == "none"


def test_one_party_is_screened_from_python_in_one_line(monkeypatch: Any, tmp_path: Any):
    import article41

    monkeypatch.setenv("ARTICLE41_HOME", str(tmp_path))
    found = article41.screen("Ri Pyong Chol", birth_date="1948", type="person")
    assert found.answers[0].screened.matches[0].reference == "KPi.076"
    assert found.lists[0].source == "un-1718"

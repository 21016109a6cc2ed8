"""Properties of every answer, over the worked cases and over transactions made up at random."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.assessment.finding import Assessment, Outcome
from article41.assessment.read import parse_transaction
from article41.assessment.transaction import Transaction
from article41.errors import FactsError
from article41.regime.acts import ACTS
from article41.regime.facts import FACTS
from article41.regime.silence import Silence
from article41.service.desk import Desk
from article41.source import read_text, read_yaml

DESK = Desk()
CASES = Path(__file__).parent.parent / "cases"


def stated_facts() -> Iterator[dict[str, Any]]:
    for path in sorted(CASES.glob("*.yaml")):
        for case in read_yaml(read_text(path), path.name) or []:
            yield case["facts"]


FACTS_OF_CASES = list(stated_facts())
OPEN_FACTS = sorted(name for name, (silence, _) in FACTS.items() if silence is Silence.OPEN)

goods = st.sampled_from(
    ["frozen squid", "diesel", "school uniforms", "coal", "antibiotics", "steel pipes", "rice", "gizmos"]
)
transactions = st.fixed_dictionaries(
    {"date": st.dates(date(2006, 1, 1), date(2026, 12, 31)), "act": st.sampled_from(sorted(ACTS))},
    optional={
        "goods": goods,
        "flow": st.sampled_from(["from-dprk", "to-dprk", "neither"]),
        "origin": st.sampled_from(["KP", "CN", "RU"]),
        "facts": st.dictionaries(
            st.sampled_from(sorted(FACTS)), st.sampled_from([True, False, "unknown"]), max_size=4
        ),
        "ships": st.lists(
            st.fixed_dictionaries(
                {}, optional={"flag": st.sampled_from(["KP", "PA"]), "suspected": st.booleans()}
            ),
            max_size=2,
        ),
        "parties": st.lists(
            st.fixed_dictionaries(
                {},
                optional={
                    "country": st.sampled_from(["KP", "CN"]),
                    "listed": st.sampled_from([True, False, "unknown"]),
                },
            ),
            max_size=2,
        ),
        "approvals": st.just([{}]),
    },
)


def assess(data: dict[str, Any]) -> Assessment | None:
    try:
        return DESK.assess(parse_transaction(data))
    except FactsError:
        return None


@given(data=transactions)
def test_every_answer_is_explained(data: dict[str, Any]) -> None:
    found = assess(data)
    if found is None:
        return
    assert found.because
    assert found.fingerprint
    for finding in found.findings:
        assert finding.cites, finding.measure
        assert finding.because
        if finding.outcome is Outcome.UNDETERMINED:
            assert finding.missing, finding.measure
    if found.outcome is Outcome.UNDETERMINED:
        assert found.missing


@given(data=transactions, name=st.sampled_from(OPEN_FACTS), value=st.booleans())
def test_adding_an_open_fact_never_unsettles_an_answer(data: dict[str, Any], name: str, value: bool) -> None:
    before = assess(data)
    if before is None or before.outcome is Outcome.UNDETERMINED or name in data.get("facts", {}):
        return
    after = assess({**data, "facts": {**data.get("facts", {}), name: value}})
    if after is not None:
        assert after.outcome is not Outcome.UNDETERMINED, (before.outcome, after.because)


@pytest.mark.parametrize("facts", FACTS_OF_CASES, ids=range(len(FACTS_OF_CASES)))
def test_a_settled_case_stays_settled_whatever_open_fact_is_added(facts: dict[str, Any]) -> None:
    before = assess(facts)
    if before is None or before.outcome is Outcome.UNDETERMINED:
        return
    for name in OPEN_FACTS:
        if name in facts.get("facts", {}):
            continue
        for value in (True, False):
            after = assess({**facts, "facts": {**facts.get("facts", {}), name: value}})
            if after is not None:
                assert after.outcome is not Outcome.UNDETERMINED, (name, value, after.because)


@given(data=transactions)
def test_not_covered_never_rests_on_an_open_fact_left_out(data: dict[str, Any]) -> None:
    """Whatever open fact is filled in, a not-covered answer does not become a ban."""
    found = assess(data)
    if found is None or found.outcome is not Outcome.NOT_COVERED:
        return
    for name in OPEN_FACTS:
        if name in data.get("facts", {}):
            continue
        for value in (True, False):
            after = assess({**data, "facts": {**data.get("facts", {}), name: value}})
            assert after is None or after.outcome is Outcome.NOT_COVERED, (name, value, after.because)


@given(data=transactions)
def test_not_covered_names_the_adverse_facts_it_took_as_absent(data: dict[str, Any]) -> None:
    """Stating a fact to be checked can turn "not covered" into a ban only if the answer named it."""
    found = assess(data)
    if found is None or found.outcome is not Outcome.NOT_COVERED:
        return
    named = {check.fact for check in found.checks}
    for name, (silence, _) in FACTS.items():
        if silence is not Silence.CHECK or name in data.get("facts", {}):
            continue
        after = assess({**data, "facts": {**data.get("facts", {}), name: True}})
        if after is not None and after.outcome.barred:
            assert name in named, (name, after.because)


@given(data=transactions, known=st.dates(date(2006, 1, 1), date(2026, 12, 31)))
def test_known_on_never_cites_a_later_text(data: dict[str, Any], known: date) -> None:
    try:
        found = DESK.assess(parse_transaction(data), known_on=known)
    except FactsError:
        return
    adopted = {text.id: text.adopted for text in DESK.law.resolutions}
    for finding in found.findings:
        for cite in finding.cites:
            assert adopted[cite.resolution] <= known  # type: ignore[operator]


@pytest.mark.parametrize("facts", FACTS_OF_CASES[::7], ids=range(len(FACTS_OF_CASES[::7])))
def test_the_same_facts_give_the_same_answer(facts: dict[str, Any]) -> None:
    tx: Transaction = parse_transaction(facts)
    assert DESK.assess(tx) == Desk().assess(replace(tx))

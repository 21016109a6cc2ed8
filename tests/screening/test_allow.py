"""Decisions of the allow-list: they name who and why, end, fall with the listing, and survive a crash."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from article41.errors import SourceError
from article41.lists.embedded import embedded
from article41.screening.allow import AllowList, Decision, customer_key, facts_digest
from article41.screening.ask import make_query
from article41.service.decisions import append_decision, read_allow_list

ENTITY = next(one for one in embedded().entities if one.id.endswith("KPi.076"))
DECISION = Decision(
    customer="C1",
    entity=ENTITY.id,
    facts=facts_digest(ENTITY),
    by="A. Smith",
    on=date(2026, 1, 10),
    until=date(2026, 12, 31),
    why="born in Seoul, passport seen",
)
QUERY = make_query("Ri Pyong Chol", id="C1")


def test_a_decision_stands_through_its_last_day():
    allow = AllowList([DECISION])
    for day, stands in ((date(2026, 12, 31), True), (date(2027, 1, 1), False)):
        found = allow.decided(QUERY, ENTITY, day)
        assert found is not None
        assert found.stands is stands
        assert "A. Smith on 2026-01-10: born in Seoul" in found.because


def test_it_falls_when_the_listing_changes_and_not_when_our_own_notes_do():
    allow = AllowList([DECISION])
    changed = replace(ENTITY, birth_places=("Seoul",))
    noted = replace(ENTITY, notes=("a mark of ours",))
    found = allow.decided(QUERY, changed, date(2026, 2, 1))
    assert found is not None
    assert not found.stands
    assert "has changed since" in found.because
    assert (same := allow.decided(QUERY, noted, date(2026, 2, 1))) is not None
    assert same.stands


def test_another_customer_of_the_same_name_is_not_cleared():
    assert AllowList([DECISION]).decided(replace(QUERY, id="C2"), ENTITY, date(2026, 2, 1)) is None


def test_without_a_reference_the_name_and_birth_date_are_the_customer():
    one, other = (
        make_query("RI Pyong-Chol", birth_date="1981"),
        make_query("Ri Pyong Chol", birth_date="1948"),
    )
    assert customer_key(one) != customer_key(other)
    assert customer_key(one) == customer_key(make_query("ri pyong chol", birth_date="1981"))


def test_the_log_keeps_all_and_the_last_word_counts(tmp_path: Path):
    path = tmp_path / "deep" / "allow.jsonl"
    append_decision(DECISION, path)
    append_decision(replace(DECISION, revoked=True, why="was an error"), path)
    assert read_allow_list(path).decisions == ()
    append_decision(DECISION, path)
    assert read_allow_list(path).decisions == (DECISION,)
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3


@pytest.mark.parametrize("line", ["{", "[]", '{"customer": "x"}', json.dumps({"on": "2026-13-01"})])
def test_a_damaged_log_is_refused_with_its_line(tmp_path: Path, line: str):
    path = tmp_path / "allow.jsonl"
    append_decision(DECISION, path)
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(SourceError, match=r"allow\.jsonl:2"):
        read_allow_list(path)

"""Tests and launches against the paragraphs that promised an answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from article41.service.chronicle import ChronicleDesk


def by_id(desk: ChronicleDesk, known_on: date | None = None) -> dict[str, Any]:
    return {answer.triggered.event.id: answer for answer in desk.triggers(known_on=known_on)}


def paras(answer: Any) -> dict[str, bool]:
    return {hit.promise.clause.para: hit.sure for hit in answer.triggered.hits}


def test_the_icbm_of_march_2022_set_off_2397_28_and_the_draft_was_vetoed(desk: ChronicleDesk) -> None:
    answer = by_id(desk)["2022-03-24/icbm-test"]
    assert paras(answer)["2397#28"] is True
    assert answer.triggered.hits[0].promise.binds
    fates = {row.symbol: row.fate for row in answer.followed}
    assert fates["S/2022/431"] == "vetoed"


def test_the_launch_that_led_to_2397_did_not_set_it_off(desk: ChronicleDesk) -> None:
    answer = by_id(desk)["2017-11-29/icbm-test"]
    assert "2397#28" not in paras(answer)
    assert paras(answer)["2375#32"] is True
    assert [row.symbol for row in answer.followed] == ["S/RES/2397 (2017)"]


def test_a_space_launch_sets_2397_28_off_arguably_and_a_short_missile_not(desk: ChronicleDesk) -> None:
    found = by_id(desk)
    assert paras(found["2023-11-21/satellite-launch"])["2397#28"] is False
    assert found["2023-11-21/satellite-launch"].triggered.weighty
    assert "2397#28" not in paras(found["2025-05-08/missile-test"])
    assert not found["2025-05-08/missile-test"].triggered.weighty


def test_the_first_tests_broke_no_promise_yet(desk: ChronicleDesk) -> None:
    found = by_id(desk)
    assert "2006-10-09/nuclear-test" not in found
    assert "2012-12-12/satellite-launch" not in found
    assert "2013-02-12/nuclear-test" in found


@pytest.mark.parametrize("event", ["2023-07-12/icbm-test", "2024-10-31/icbm-test"])
def test_nothing_on_record_is_told_as_nothing(desk: ChronicleDesk, event: str) -> None:
    assert by_id(desk)[event].followed == ()


def test_what_followed_is_not_known_before_it_did(desk: ChronicleDesk) -> None:
    event = "2022-03-24/icbm-test"
    assert by_id(desk, date(2022, 4, 11))[event].followed == ()
    drafts = by_id(desk, date(2022, 5, 25))[event].followed
    assert [row.symbol for row in drafts] == ["United States draft of April 2022"]
    fates = [row.fate for row in by_id(desk, date(2022, 5, 26))[event].followed]
    assert fates[-1] == "vetoed"
    assert event not in by_id(desk, date(2022, 3, 23))


def test_a_clause_not_known_yet_promises_nothing(desk: ChronicleDesk) -> None:
    answer = by_id(desk, date(2017, 9, 10))["2017-09-03/nuclear-test"]
    assert set(paras(answer)) == {"2087#19", "2094#36", "2270#51", "2321#49", "2356#6", "2371#29"}
    assert answer.followed == ()

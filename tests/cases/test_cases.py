"""Every worked case, run as a clerk would run it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from article41.assessment.read import parse_transaction
from article41.errors import FactsError
from article41.service.desk import Desk
from article41.service.plain import plain_assessment
from article41.source import read_text, read_yaml

HERE = Path(__file__).parent
DESK = Desk()


def load_cases() -> list[tuple[str, dict[str, Any]]]:
    """All cases of all files, with their file names."""
    found: list[tuple[str, dict[str, Any]]] = []
    for path in sorted(HERE.glob("*.yaml")):
        found += [(path.stem, case) for case in read_yaml(read_text(path), path.name) or []]
    return found


CASES = load_cases()


@pytest.mark.parametrize("case", [pytest.param(c, id=f"{stem}:{c['id']}") for stem, c in CASES])
def test_case(case: dict[str, Any]) -> None:
    expect = case["expect"]
    if "error" in expect:
        with pytest.raises(FactsError) as caught:
            DESK.assess(parse_transaction(case["facts"], case["id"]))
        assert expect["error"] in str(caught.value)
        return
    tx = parse_transaction(case["facts"], case["id"])
    answer = plain_assessment(DESK.assess(tx))
    shown = f"{case['why']}\n{answer['because']}"
    assert answer["outcome"] == expect["outcome"], shown
    deciding = [f for f in answer["findings"] if f["outcome"] == expect["outcome"]]
    cited = {cite for finding in deciding for cite in finding["cites"]}
    assert set(expect.get("cites", [])) <= cited, shown
    outcomes = {finding["measure"]: finding["outcome"] for finding in answer["findings"]}
    for measure, outcome in expect.get("findings", {}).items():
        assert outcomes.get(measure, "not_covered") == outcome, shown
    asked = {row["field"] for row in answer["missing"]}
    assert set(expect.get("missing", [])) <= asked, shown
    for duty in expect.get("duties", []):
        wanted = {key: str(value) for key, value in duty.items()}
        assert any(
            all(str(row[key]) == value for key, value in wanted.items()) for row in answer["duties"]
        ), f"{shown}\n{answer['duties']}"
    for check in expect.get("checks", []):
        assert check in {row["fact"] for row in answer["checks"]}, shown


def test_case_ids_are_unique() -> None:
    ids = [case["id"] for _, case in CASES]
    assert len(ids) == len(set(ids)), sorted({i for i in ids if ids.count(i) > 1})

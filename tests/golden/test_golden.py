"""The consolidated regime of landmark days has not changed without anybody looking."""

from __future__ import annotations

import difflib
import runpy
from datetime import date
from pathlib import Path

import pytest
import yaml

from article41.regime.law import load_law

HERE = Path(__file__).parent
MAKE = runpy.run_path(str(HERE / "make.py"))
LAW = load_law()
DAYS: dict[date, str] = MAKE["golden_days"](LAW)
SHOWN = 40


@pytest.mark.parametrize("day", sorted(DAYS), ids=str)
def test_the_regime_of_the_day_is_as_it_was_read(day: date) -> None:
    path = HERE / f"{day}.yaml"
    was = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    now = MAKE["render"](LAW, day, DAYS[day]).splitlines()
    lines = list(difflib.unified_diff(was, now, "as read", "as the law folds now", lineterm="", n=1))
    more = f"\n... and {len(lines) - SHOWN} lines more" if len(lines) > SHOWN else ""
    assert not lines, (
        f"the regime of {day} changed:\n" + "\n".join(lines[:SHOWN]) + more + "\n"
        "If the change is meant, run `make golden` and read the diff."
    )


def test_every_golden_day_has_a_file_and_no_file_lacks_a_day() -> None:
    assert {path.stem for path in HERE.glob("*.yaml")} == {str(day) for day in DAYS}


def test_the_files_are_short_enough_to_read() -> None:
    long = {path.name: n for path in HERE.glob("*.yaml") if (n := len(path.read_text().splitlines())) > 1000}
    assert not long


@pytest.mark.parametrize("day", sorted(DAYS), ids=str)
def test_a_file_holds_every_measure_once(day: date) -> None:
    held = yaml.safe_load((HERE / f"{day}.yaml").read_text(encoding="utf-8"))
    assert list(held["measures"]) == [measure.id for measure in LAW.regime(day).measures]

"""A diff says which way each value went."""

from __future__ import annotations

from datetime import date

import pytest

from article41.regime.diff import diff
from article41.regime.law import load_law

LAW = load_law()


def rows(one: str, other: str) -> dict[tuple[str, str], tuple[str, str, str]]:
    changes = diff(LAW.regime(date.fromisoformat(one)), LAW.regime(date.fromisoformat(other)))
    return {(row.measure, row.field): (row.direction.value, row.before, row.after) for row in changes}


@pytest.mark.parametrize(
    ("one", "other", "measure", "field", "direction"),
    [
        ("2016-03-01", "2016-03-02", "dprk.coal", "measure", "added"),
        ("2016-11-29", "2016-11-30", "dprk.coal", "kind", "loosened"),
        ("2016-11-29", "2016-11-30", "dprk.coal", "exception livelihood", "tightened"),
        ("2017-08-04", "2017-08-05", "dprk.coal", "kind", "tightened"),
        ("2016-03-01", "2016-03-02", "dprk.arms.to", "exception salw-notice", "tightened"),
        ("2013-03-06", "2013-03-07", "dprk.cargo-inspection", "force", "tightened"),
        ("2016-03-01", "2016-03-02", "dprk.wmd-catch-all", "force", "tightened"),
        ("2017-12-21", "2017-12-22", "dprk.petroleum.refined", "limit", "tightened"),
        ("2022-12-08", "2022-12-09", "dprk.asset-freeze", "exception humanitarian-2664", "loosened"),
        ("2024-04-30", "2024-05-01", "panel-of-experts", "mandate", "ended"),
    ],
)
def test_the_direction_of_well_known_changes(
    one: str, other: str, measure: str, field: str, direction: str
) -> None:
    assert rows(one, other)[measure, field][0] == direction


def test_the_cap_of_2397_is_told_value_by_value() -> None:
    _, before, after = rows("2017-12-21", "2017-12-22")["dprk.petroleum.refined", "limit"]
    assert "2,000,000 barrel a year" in before
    assert "500,000 barrel a year" in after


def test_names_listed_are_told_one_by_one() -> None:
    listed = [field for _, field in rows("2017-12-21", "2017-12-22") if field.startswith("designation KPi.")]
    assert len(listed) == 16


def test_nothing_changes_on_an_ordinary_day() -> None:
    assert rows("2019-05-05", "2019-05-06") == {}

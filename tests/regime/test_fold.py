"""The fold: order of files, the two times, and what a lawyer knows of single days."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.regime.diff import diff
from article41.regime.fold import change_days, fold, suppose
from article41.regime.law import load_law

LAW = load_law()
CHANGES = change_days(LAW.resolutions)
ADOPTIONS = sorted({text.adopted for text in LAW.resolutions if text.adopted})
days = st.dates(min_value=date(2006, 1, 1), max_value=date(2027, 1, 1))


@given(seed=st.integers(0, 10_000), day=st.sampled_from(CHANGES))
def test_the_order_of_files_never_matters(seed: int, day: date) -> None:
    shuffled = list(LAW.resolutions)
    random.Random(seed).shuffle(shuffled)
    assert fold(shuffled, as_of=day) == fold(LAW.resolutions, as_of=day)


@given(one=days, other=days)
def test_diff_mirrors(one: date, other: date) -> None:
    there = diff(LAW.regime(one), LAW.regime(other))
    back = diff(LAW.regime(other), LAW.regime(one))
    strip = lambda rows: sorted((r.direction, r.measure, r.field, r.before, r.after) for r in rows)  # noqa: E731
    assert strip(there) == strip(change.mirrored() for change in back)


@given(day=days)
def test_a_regime_does_not_differ_from_itself(day: date) -> None:
    assert diff(LAW.regime(day), LAW.regime(day)) == ()


@given(as_of=days, known=days)
def test_known_on_never_sees_the_future(as_of: date, known: date) -> None:
    regime = LAW.regime(as_of, known)
    adopted = {text.id: text.adopted for text in LAW.resolutions}
    assert all(adopted[name] <= known for name in regime.texts)  # type: ignore[operator]
    for measure in regime.measures:
        assert all(adopted[step.cite.resolution] <= known for step in measure.history)  # type: ignore[operator]


@given(as_of=days, known=st.one_of(st.none(), days))
def test_what_is_remembered_is_what_a_fresh_fold_gives(as_of: date, known: date | None) -> None:
    assert LAW.regime(as_of, known) == fold(LAW.resolutions, as_of=as_of, known_on=known)


@pytest.mark.parametrize("known", ADOPTIONS)
def test_a_text_is_known_from_the_day_of_its_adoption(known: date) -> None:
    on_the_day, before = LAW.regime(known, known), LAW.regime(known, known - timedelta(days=1))
    assert set(on_the_day.texts) > set(before.texts)


@given(day=days)
def test_nothing_in_force_began_later(day: date) -> None:
    for measure in LAW.regime(day).measures:
        assert measure.since <= day
        assert all(step.day <= day for step in measure.history)


def test_days_between_two_changes_share_one_regime() -> None:
    for day in (date(2010, 5, 5), date(2014, 1, 1), date(2020, 7, 7)):
        here, there = LAW.regime(day), LAW.regime(day + timedelta(days=1))
        assert diff(here, there) == ()


def test_the_petroleum_ceiling_of_march_2018_as_known_before_and_after_2397() -> None:
    march = date(2018, 3, 1)
    before = LAW.regime(march, known_on=date(2017, 12, 1)).measure("dprk.petroleum.refined").limit
    after = LAW.regime(march, known_on=date(2017, 12, 22)).measure("dprk.petroleum.refined").limit
    assert before is not None
    assert after is not None
    period_before, period_after = before.period(march), after.period(march)
    assert period_before is not None
    assert period_after is not None
    assert dict(period_before.ceiling)["barrel"] == 2_000_000
    assert dict(period_after.ceiling)["barrel"] == 500_000
    kept = after.period(date(2017, 12, 31))
    assert kept is not None
    assert dict(kept.ceiling)["barrel"] == 500_000
    assert kept.end == date(2017, 12, 31)


@pytest.mark.parametrize(
    ("day", "measures"),
    [
        ("2006-07-14", 0),
        ("2006-10-13", 4),
    ],
)
def test_before_the_regime_there_was_little(day: str, measures: int) -> None:
    assert len(LAW.regime(date.fromisoformat(day)).measures) == measures


def test_the_panel_lapsed_after_the_veto_and_would_have_gone_on_without_it() -> None:
    assert LAW.regime(date(2024, 4, 30)).mandate("panel-of-experts") is not None
    assert LAW.regime(date(2024, 5, 1)).mandate("panel-of-experts") is None
    renewed = suppose(LAW.text("us-2024-03-panel"), date(2024, 3, 28))
    term = LAW.regime(date(2024, 5, 1), drafts=(renewed,)).mandate("panel-of-experts")
    assert term is not None
    assert term.last_day == date(2025, 4, 30)
    assert LAW.regime(date(2026, 1, 1)).mandate("committee-1718") is not None


def test_a_vetoed_draft_changes_nothing_unless_supposed() -> None:
    day = date(2022, 6, 1)
    draft = suppose(LAW.text("us-2022-05-final"), date(2022, 5, 26))
    changes = diff(LAW.regime(day), LAW.regime(day, drafts=(draft,)))
    limits = {row.measure: (row.direction, row.after) for row in changes if row.field == "limit"}
    assert limits["dprk.petroleum.refined"][0] == "tightened"
    assert "375,000 barrel" in limits["dprk.petroleum.refined"][1]
    assert "3,000,000 barrel" in limits["dprk.petroleum.crude"][1]
    assert {row.measure for row in changes if row.direction == "added" and row.field == "measure"} >= {
        "dprk.mineral-fuels.from",
        "dprk.clocks.from",
    }


def test_easing_drafts_end_what_they_name() -> None:
    day = date(2021, 12, 1)
    draft = suppose(LAW.text("cn-ru-2021-10"), date(2021, 11, 30))
    changes = diff(LAW.regime(day), LAW.regime(day, drafts=(draft,)))
    ended = {row.measure for row in changes if row.direction == "ended" and row.field == "measure"}
    assert {"dprk.textiles", "dprk.seafood", "dprk.statues"} <= ended


@pytest.mark.parametrize("draft", [text.id for text in LAW.drafts])
def test_every_draft_folds_on_a_day_after_it_was_tabled(draft: str) -> None:
    text = LAW.text(draft)
    year = int((text.tabled or "2022")[:4])
    adopted = date(year, 12, 31)
    regime = LAW.regime(date(2026, 6, 1), drafts=(suppose(text, adopted),))
    assert regime.measures or "sunset" in draft

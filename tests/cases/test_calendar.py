"""The days of the regime: what is owed by when, and how long each body may work, as a lawyer keeps it."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from article41.regime.fold import fold
from article41.regime.instrument import Mandate, Require
from article41.regime.law import load_law
from article41.regime.measure import Duty
from article41.regime.regime import Regime
from article41.source import read_text, read_yaml

FILE = Path(__file__).parent / "calendar" / "calendar.yaml"
CALENDAR: dict[str, list[dict[str, Any]]] = read_yaml(read_text(FILE), FILE.name)
LAW = load_law()


def ref(text: str, para: str) -> str:
    return f"{text.removeprefix('unsc/')}#{para}"


def law_duties() -> set[str]:
    """Duties under the regime as a whole, one line each: paragraph, id, who, day, whether it binds."""
    return {
        f"{ref(duty.cite.resolution, duty.cite.para)} {operation.body.id}: {duty.who}, "
        f"{first_day(duty, operation.start.resolve({}))}, {'duty' if duty.binds else 'call'}"
        for text in LAW.resolutions
        for operation in text.bound
        if isinstance(operation.body, Require) and operation.targets == ("dprk",)
        for duty in operation.body.duties
    }


def first_day(duty: Duty, start: date | None) -> str:
    if duty.by is None:
        return "none"
    if duty.by.is_word:
        return duty.by.anchor
    assert start is not None
    again = duty.by.repeats or duty.by.anchor == "conduct"
    months = f"{duty.by.months}M" if duty.by.months else ""
    days = f"{duty.by.days}D" if duty.by.days else ""
    return f"{duty.by.resolve({'conduct': start})}" + (f" and every P{months}{days}" if again else "")


def law_mandates() -> set[str]:
    return {
        f"{ref(operation.cite.resolution, operation.cite.para)} {operation.targets[0]}: "
        f"{operation.start.resolve({})} to {last.resolve({}) if last else 'open'}, size {operation.body.size}"
        for text in LAW.resolutions
        for operation in text.bound
        if isinstance(operation.body, Mandate)
        for last in [operation.body.last_day]
    }


def test_the_law_holds_the_duties_of_the_calendar_and_no_others() -> None:
    kept = set()
    for row in CALENDAR["duties"]:
        again = f" and every {row['every']}" if "every" in row else ""
        day = f"{row['due']}{again}" if "due" in row else row["when"]
        kind = "call" if row.get("call") else "duty"
        kept.add(f"{row['para']} {row['id']}: {row['who']}, {day}, {kind}")
    assert len(kept) == len(CALENDAR["duties"])
    differ(kept, law_duties())


def test_the_law_holds_the_mandates_of_the_calendar_and_no_others() -> None:
    kept = {
        f"{row['para']} {row['body']}: {row['since']} to {row['last_day']}, size {row.get('size')}"
        for row in CALENDAR["mandates"]
    }
    differ(kept, law_mandates())


def differ(kept: set[str], found: set[str]) -> None:
    lines = [f"only in the calendar: {row}" for row in sorted(kept - found)]
    lines += [f"only in the law:      {row}" for row in sorted(found - kept)]
    assert not lines, "\n".join(lines)


DATED = [row for row in CALENDAR["duties"] if "days" in row or "months" in row]


@pytest.mark.parametrize("row", DATED, ids=lambda row: f"{row['para']}-{row['who']}-{row['due']}")
def test_the_calendar_counts_as_the_texts_do(row: dict[str, Any]) -> None:
    """Counted here by hand, without the law's own arithmetic."""
    adopted = LAW.text(row["para"].split("#")[0]).adopted
    assert adopted is not None
    if "days" in row:
        assert adopted + timedelta(days=row["days"]) == row["due"]
        return
    year, month = divmod(adopted.month - 1 + row["months"], 12)
    year, month = adopted.year + year, month + 1
    last = calendar.monthrange(year, month)[1]
    assert date(year, month, min(adopted.day, last)) == row["due"]


@pytest.mark.parametrize("row", CALENDAR["duties"], ids=lambda row: f"{row['para']}-{row['id']}")
def test_a_duty_stands_from_the_day_its_text_was_adopted(row: dict[str, Any]) -> None:
    adopted = LAW.text(row["para"].split("#")[0]).adopted
    assert adopted is not None

    def told(day: date) -> set[tuple[str, str, date | None]]:
        return {(held.id, held.duty.who, held.due(day)) for held in fold(LAW.resolutions, as_of=day).duties}

    wanted = (row["id"], row["who"], row.get("due"))
    assert wanted in told(adopted)
    assert wanted not in told(adopted - timedelta(days=1))


ROLLING = {date(2007, 1, 12): date(2007, 1, 12), date(2007, 1, 13): date(2007, 4, 12)}


def next_report(regime: Regime) -> date | None:
    return next(held.due(regime.as_of) for held in regime.duties if held.id == "committee-reports-1718")


def test_the_committee_reports_every_90_days_without_end() -> None:
    for day, due in ROLLING.items():
        assert next_report(fold(LAW.resolutions, as_of=day)) == due


def test_the_next_report_is_that_of_the_day_asked_whatever_was_asked_before() -> None:
    law = load_law()
    for day, due in ROLLING.items():
        assert next_report(law.regime(day)) == due


PANEL = [row for row in CALENDAR["mandates"] if row["body"] == "panel-of-experts"]


@pytest.mark.parametrize("row", PANEL, ids=lambda row: row["para"])
def test_a_term_runs_to_its_last_day_and_a_renewal_takes_over_at_once(row: dict[str, Any]) -> None:
    held = LAW.regime(row["since"]).mandate("panel-of-experts")
    assert held is not None
    assert held.last_day == row["last_day"]
    assert ref(held.cite.resolution, held.cite.para) == row["para"]
    alone = LAW.regime(row["last_day"], known_on=row["since"])
    assert alone.mandate("panel-of-experts") is not None
    day_after = row["last_day"] + timedelta(days=1)
    assert LAW.regime(day_after, known_on=row["since"]).mandate("panel-of-experts") is None


def test_the_panel_worked_without_a_gap_until_30_april_2024() -> None:
    for earlier, later in pairwise(PANEL):
        assert later["since"] <= earlier["last_day"] + timedelta(days=1), later["para"]
    assert LAW.regime(date(2024, 4, 30)).mandate("panel-of-experts") is not None
    assert LAW.regime(date(2024, 5, 1)).mandate("panel-of-experts") is None


def test_the_committee_has_no_last_day() -> None:
    assert LAW.regime(date(2006, 10, 13)).mandate("committee-1718") is None
    assert LAW.regime(date(2006, 10, 14)).mandate("committee-1718") is not None
    assert LAW.regime(date(2026, 11, 22)).mandate("committee-1718") is not None

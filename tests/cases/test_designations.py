"""Every listed name bites on its day, by each of its names, and on no day before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from article41.assessment.finding import Assessment, Outcome
from article41.assessment.read import parse_transaction
from article41.regime.instrument import Delist, Designate, Name
from article41.service.desk import Desk

DESK = Desk()
LAW = DESK.law
DAY = timedelta(days=1)

ANNEXES = {
    # text: (persons, entities, ships), as the annexes and the Committee's notices count them
    "committee/2009-04-24": (0, 3, 0),
    "committee/2009-07-16": (5, 5, 0),
    "committee/2012-05-02": (0, 3, 0),
    "unsc/2087": (4, 6, 0),
    "unsc/2094": (3, 2, 0),
    "committee/2014-07-28": (0, 1, 0),
    "unsc/2270": (16, 12, 31),
    "unsc/2321": (11, 10, 0),
    "unsc/2356": (14, 4, 0),
    "unsc/2371": (9, 4, 0),
    "unsc/2375": (1, 3, 0),
    "committee/2017-10-03": (0, 0, 4),
    "unsc/2397": (16, 1, 0),
    "committee/2017-12-28": (0, 0, 4),
    "committee/2018-03-30": (1, 21, 27),
    "committee/2018-10-16": (0, 0, 3),
}
ON_THE_LIST = {"person": 80, "entity": 75}  # the Committee's list, last changed on 7 March 2024

ACT_OF = {
    "dprk.asset-freeze": "pay",
    "dprk.travel-ban": "admit",
    "dprk.vessel-freeze": "charter",
    "dprk.port-entry.listed": "enter-port",
    "dprk.deflag.listed": "register",
}


@dataclass(frozen=True)
class Listed:
    """One name under one measure, from a day on."""

    name: Name
    measure: str
    day: date
    ref: str

    def __str__(self) -> str:
        who = self.name.ref or self.name.name.replace(" ", "-")
        return f"{self.ref}:{who}:{self.measure.removeprefix('dprk.')}"


def listed(kind: type[Designate] | type[Delist] = Designate) -> list[Listed]:
    found: dict[tuple[str, str, str], Listed] = {}
    for text in sorted(LAW.resolutions, key=lambda text: (text.adopted or date.max, text.id)):
        for operation in text.bound:
            if not isinstance(operation.body, kind):
                continue
            day = operation.start.resolve({})
            assert day is not None
            for name in operation.body.names:
                for measure in operation.targets:
                    row = Listed(name, measure, day, text.id.split("/")[-1])
                    found.setdefault((name.name, name.kind, measure), row)
    return list(found.values())


LISTED = listed()


def facts(row: Listed, day: date, stated: dict[str, str]) -> dict[str, Any]:
    """A payment to the name, its entry, the charter of the ship, its port call, its flag."""
    who: dict[str, Any] = {"ships": stated}
    if row.name.kind != "vessel":
        who = {
            "parties": {**stated, "role": "payee", "kind": {"entity": "company"}.get(row.name.kind, "person")}
        }
    return {"date": day.isoformat(), "act": ACT_OF[row.measure], **who}


def answer(row: Listed, day: date, stated: dict[str, str]) -> Assessment:
    return DESK.assess(parse_transaction(facts(row, day, stated)))


def outcome(row: Listed, day: date, stated: dict[str, str]) -> Outcome:
    """What the measure itself answers."""
    found = answer(row, day, stated)
    return next((f.outcome for f in found.findings if f.measure == row.measure), Outcome.NOT_COVERED)


def ways(row: Listed) -> list[dict[str, str]]:
    """Each way to state who it is: the name, each alias, the reference or the IMO number."""
    stated = [{"name": spelling} for spelling in (row.name.name, *row.name.aliases)]
    if row.name.ref:
        stated += [{"ref": row.name.ref}, {"ref": row.name.ref, "name": "A name nobody knows"}]
    if row.name.imo:
        stated += [{"imo": row.name.imo}, {"imo": row.name.imo, "name": row.name.name}]
    return stated


@pytest.mark.parametrize("row", LISTED, ids=str)
def test_a_name_bites_on_the_day_it_is_listed(row: Listed) -> None:
    for stated in ways(row):
        assert outcome(row, row.day, stated) is Outcome.PROHIBITED, stated
        assert answer(row, row.day, stated).outcome.barred, stated


@pytest.mark.parametrize("row", LISTED, ids=str)
def test_a_name_does_not_bite_the_day_before(row: Listed) -> None:
    for stated in ways(row):
        assert not outcome(row, row.day - DAY, stated).barred, stated


@pytest.mark.parametrize(
    "row", [row for row in LISTED if row.name.kind != "vessel"], ids=lambda row: f"{row}-cites"
)
def test_a_bar_cites_the_paragraph_that_listed_the_name(row: Listed) -> None:
    found = answer(row, row.day, {"name": row.name.name})
    finding = next(f for f in found.findings if f.measure == row.measure)
    held = LAW.regime(row.day).designated(row.name.name, ref=row.name.ref)
    assert held is not None
    assert held.cite in finding.cites


@pytest.mark.parametrize("row", [row for row in LISTED if row.name.kind != "vessel"], ids=str)
def test_a_name_is_found_however_it_is_typed(row: Listed) -> None:
    for spelling in (row.name.name.title(), f"  {row.name.name.lower()} ", row.name.name.replace(" ", "  ")):
        assert outcome(row, row.day, {"name": spelling}) is Outcome.PROHIBITED, spelling


@pytest.mark.parametrize("row", [row for row in LISTED if row.name.kind != "vessel"], ids=str)
def test_who_is_once_listed_stays_listed(row: Listed) -> None:
    assert outcome(row, date(2026, 11, 22), {"name": row.name.name}) is Outcome.PROHIBITED


@pytest.mark.parametrize("row", listed(Delist), ids=str)
def test_a_delisted_name_is_free_from_its_day(row: Listed) -> None:
    for stated in ways(row):
        assert outcome(row, row.day - DAY, stated) is Outcome.PROHIBITED, stated
        assert not outcome(row, row.day, stated).barred, stated
        assert not outcome(row, date(2026, 11, 22), stated).barred, stated


def test_there_are_names_that_were_delisted() -> None:
    assert "JIN TENG" in {row.name.name for row in listed(Delist)}


@pytest.mark.parametrize("text", ANNEXES)
def test_an_annex_holds_as_many_names_as_it_has(text: str) -> None:
    names = {
        (name.kind, name.ref or name.name)
        for operation in LAW.text(text).bound
        if isinstance(operation.body, Designate)
        for name in operation.body.names
    }
    kinds = [kind for kind, _ in names]
    assert tuple(kinds.count(kind) for kind in ("person", "entity", "vessel")) == ANNEXES[text]


def test_no_other_text_lists_anybody() -> None:
    texts = {
        text.id
        for text in LAW.resolutions
        for operation in text.bound
        if isinstance(operation.body, Designate)
    }
    assert texts == set(ANNEXES)


def test_the_list_of_today_is_as_long_as_the_committee_says() -> None:
    held = LAW.regime(date(2026, 11, 22)).designations
    assert {kind: sum(d.kind == kind for d in held) for kind in ON_THE_LIST} == ON_THE_LIST


def test_references_run_without_a_gap() -> None:
    held = LAW.regime(date(2026, 11, 22)).designations
    for kind, prefix in (("person", "KPi"), ("entity", "KPe")):
        refs = sorted(d.ref for d in held if d.kind == kind)
        assert refs == [f"{prefix}.{n:03}" for n in range(1, ON_THE_LIST[kind] + 1)]


def test_no_two_ships_of_one_day_share_an_imo_number() -> None:
    shared: dict[str, set[str]] = {}
    for held in LAW.regime(date(2026, 11, 22)).designations:
        if held.imo:
            shared.setdefault(held.imo, set()).add(held.name)
    assert [names for names in shared.values() if len(names) > 1] == []


def test_every_persons_freeze_comes_with_a_travel_ban() -> None:
    for held in LAW.regime(date(2026, 11, 22)).designations:
        if held.kind == "person":
            assert set(held.measures) == {"dprk.asset-freeze", "dprk.travel-ban"}, held.name

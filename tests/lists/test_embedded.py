"""The 1718 list that comes with the program: complete, dated, quick, and facts only."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from datetime import date
from importlib import resources
from pathlib import Path

import pytest
from tests.lists.conftest import one

from article41.lists.embedded import embedded, embedded_ships
from article41.lists.entity import IdentifierKind, Schema
from article41.service.desk import Desk


def test_complete() -> None:
    assert embedded().counts == {"Person": 80, "Organization": 75, "Vessel": 59}
    references = {row.listings[0].reference for row in embedded().entities}
    assert {f"KPi.{number:03}" for number in range(1, 81)} <= references
    assert {f"KPe.{number:03}" for number in range(1, 76)} <= references
    assert embedded().edition == date(2026, 2, 27)
    assert embedded_ships().edition == date(2020, 6, 4)
    assert len(embedded_ships().entities) == 59


def test_every_entry_is_dated_and_says_what_it_brings() -> None:
    for row in embedded().entities:
        (listing,) = row.listings
        assert listing.listed_on is not None
        assert listing.measures
        assert date(2009, 4, 24) <= listing.listed_on <= date(2018, 10, 16)


def test_agrees_with_the_designations_of_the_law() -> None:
    """The law data was written from the decisions; both must name the same 155 references and ships."""
    held = Desk().regime(date(2026, 2, 27)).designations
    law = {row.ref: row.day for row in held if row.ref}
    ships = {row.imo for row in held if row.kind == "vessel" and row.imo}
    ours = {row.listings[0].reference: row.listings[0].listed_on for row in embedded().entities}
    assert {ref: day for ref, day in ours.items() if ref.startswith("KP")} == law
    on_the_list = {ref.removeprefix("IMO") for ref in ours if ref.startswith("IMO")}
    assert on_the_list <= ships  # the annex of 2270 named ships that the list of 2020 no longer has


def test_names_and_numbers() -> None:
    omm = one(embedded(), "KPe.020")
    assert (omm.caption, omm.names[1].text) == ("OCEAN MARITIME MANAGEMENT COMPANY, LIMITED", "OMM")
    kim = one(embedded(), "KPi.035")
    assert "金铁三" in [name.text for name in kim.names]
    assert kim.names[0].parts == (("last", "KIM"), ("first", "CHOL SAM"))
    assert Counter(row.schema for row in embedded().find("445114000")) == {Schema.VESSEL: 2}
    ship_numbers = {
        number.value
        for row in embedded().entities
        if row.schema is Schema.VESSEL
        for number in row.identifiers
        if number.kind is IdentifierKind.IMO
    }
    company_numbers = {
        number.value
        for row in embedded().entities
        if row.schema is Schema.ORGANIZATION
        for number in row.identifiers
        if number.kind is IdentifierKind.IMO
    }
    assert (len(ship_numbers), len(company_numbers)) == (58, 16)
    assert not ship_numbers & company_numbers


def test_facts_only() -> None:
    file = resources.files("article41") / "data" / "lists" / "un-1718.jsonl"
    for line in file.read_text(encoding="utf-8").splitlines():
        assert "COMMENTS" not in line
        assert "other_information" not in line
        assert "raw" not in json.loads(line)
    assert not any(row.raw for row in embedded().entities)


def test_is_what_its_maker_makes(shared: Path) -> None:
    from article41.lists.pack import pack

    sys.path.insert(0, str(Path(__file__).parent))
    try:
        from make_embedded import OUT, make  # type: ignore[import-not-found,unused-ignore]
    finally:
        sys.path.pop(0)
    made = make(
        shared / "un-sc" / "consolidated-2026-02-27.xml.xz",
        shared / "un-1718-vessels" / "1718-designated-vessels-2020-06-04.csv",
    )
    assert "\n".join(pack(made)) + "\n" == OUT.read_text(encoding="utf-8")


@pytest.mark.slow
def test_loads_at_once_in_a_fresh_process() -> None:
    """Measured at 0.02 s; ten times that is left for slow machines."""
    words = (
        "import time; from article41.lists.embedded import embedded; start = time.perf_counter();"
        "embedded(); print(time.perf_counter() - start)"
    )
    times = [
        float(subprocess.run([sys.executable, "-c", words], capture_output=True, check=True).stdout)
        for _ in range(3)
    ]
    assert min(times) < 0.2

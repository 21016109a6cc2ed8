"""timeline, caps, positions and revenue as people and programs meet them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

Run = Any
STYLE = re.compile(r"\x1b\[[0-9;]*m")


def seen(run: Run, *args: str) -> str:
    """What a person sees, without colours."""
    return STYLE.sub("", run(*args, screen=True).out)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user with nothing of his own."""
    monkeypatch.setenv("ARTICLE41_HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    "command", [["timeline"], ["caps"], ["positions"], ["revenue"], ["timeline", "--triggers"]]
)
def test_piped_every_line_is_an_object_with_source_and_confidence(run: Run, command: list[str]) -> None:
    ran = run(*command)
    assert ran.code == 0
    assert ran.err == ""
    assert len(ran.lines) > 10
    for line in ran.lines:
        for row in line.get("rows", [line]) if command == ["caps"] else [line]:
            assert row["source"]
            assert row["confidence"] in ("high", "medium", "low")


def test_a_timeline_of_two_months(run: Run) -> None:
    args = ("timeline", "--from", "2017-11-01", "--to", "2017-12-31", "--type", "council", "--type", "test")
    types = [(line["date"], line["type"]) for line in run(*args).lines]
    assert ("2017-11-29", "icbm-test") in types
    assert ("2017-12-22", "vote") in types
    assert types == sorted(types)


def test_a_person_sees_tables_and_sources_on_request(run: Run) -> None:
    day = ("timeline", "--from", "2017-09-03", "--to", "2017-09-03")
    plain, sourced = seen(run, *day), seen(run, *day, "--sources")
    assert "Sixth and strongest" in plain
    assert "http" not in plain
    assert "http" in sourced


def test_a_cap_in_full_shows_both_series_apart(run: Run) -> None:
    shown = seen(run, "caps", "refined-petroleum", "--year", "2019")
    for words in (
        "by S/RES/2397 (2017), para. 5",
        "declared to the Committee: 458,750 barrel, 91.8%",
        "422,222 to 458,750",
        "75%: reached by 2019-12-31, public by 2020-02-21",
        "90%: reached by 2019-12-31 on one of the figures, not on all",
        "Estimated by others, each on its own",
        "sources differ on RU",
    ):
        assert words in shown, words


def test_a_cap_as_known_before_the_law_changed(run: Run) -> None:
    [line] = run("caps", "refined", "--year", "2018", "--known-on", "2017-12-01").lines
    assert line["units"][0]["ceiling"] == 2_000_000
    assert line["units"][0]["reported"] is None
    assert line["rows"] == []


def test_windows_of_nothing_are_told_in_one_row_and_doubt_is_told(run: Run) -> None:
    shown = seen(run, "caps")
    assert "9 windows" in shown
    coal = shown[shown.index("Coal from the DPRK") :]
    assert re.search(r"2,000,000 .*199\.8%", coal)
    assert re.search(r"\blow\b", coal)


def test_a_year_before_any_cap_says_so(run: Run) -> None:
    assert "no cap of that kind has a window in 2010" in seen(run, "caps", "coal", "--year", "2010")


def test_revenue_says_why_there_is_no_sum(run: Run) -> None:
    shown = seen(run, "revenue", "cyber")
    assert "Nothing here is added up" in shown
    assert "Total" not in shown


def test_positions_of_a_day(run: Run) -> None:
    rows = run("positions", "--on", "2019-12-31").lines
    assert {row["actor"]: row["stance"] for row in rows}["RU"] == "ease"
    assert run("positions", "--actor", "US", "--on", "2016-01-01").lines == []


def test_triggers_tell_what_followed(run: Run) -> None:
    rows = {row["id"]: row for row in run("timeline", "--triggers").lines}
    row = rows["2022-03-24/icbm-test"]
    assert {"S/2022/431": "vetoed"}.items() <= {one["symbol"]: one["fate"] for one in row["followed"]}.items()
    assert rows["2023-07-12/icbm-test"]["nothing_on_record"] is True
    shown = seen(run, "timeline", "--triggers")
    assert "nothing on record" in shown
    assert "2397#28 binding" in shown


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("caps", "gas"), "known: refined-petroleum, crude, coal"),
        (("timeline", "--type", "parley"), "there is no type of event 'parley'"),
        (("positions", "--actor", "Atlantis"), "no position of 'Atlantis' is on record"),
        (("revenue", "gold"), "there is no method 'gold'"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(run: Run, args: tuple[str, ...], told: str) -> None:
    ran = run(*args)
    assert ran.code == 2
    assert told in ran.err
    assert "Traceback" not in ran.err


def test_a_broken_file_of_reported_rows_is_named(run: Run, home: Path) -> None:
    (home / "chronicle").mkdir()
    (home / "chronicle" / "reported.jsonl").write_text("{}\n", encoding="utf-8")
    ran = run("timeline")
    assert ran.code == 2
    assert "reported.jsonl:1" in ran.err


def test_a_reported_row_is_marked_in_the_timeline(run: Run, home: Path) -> None:
    quote = "a theft of 1.2 billion"
    row = {
        "kind": "event",
        "type": "cyber-theft",
        "date": "2025-02-21",
        "actors": ["KP"],
        "value": 1.2e9,
        "unit": "USD",
        "what": quote,
        "evidence": [{"start": 0, "end": len(quote), "quote": quote}],
        "source": "https://example.org/a",
        "published": "2025-02-23",
        "sha256": "0" * 64,
    }
    (home / "chronicle").mkdir()
    (home / "chronicle" / "reported.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    options = ("timeline", "--from", "2025-02-20", "--to", "2025-02-25")
    lines = {line["origin"]: line for line in run(*options).lines}
    assert lines["reported"]["compared"][0]["differs"]
    assert lines["reported"]["document"]["evidence"][0]["quote"] == quote
    shown = seen(run, *options)
    assert "reported a theft" in shown
    assert "differs from 2025-02-21/cyber-theft" in shown

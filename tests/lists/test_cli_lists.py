"""The command `lists`, as people and programs meet it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from tests.lists.conftest import FILES

from article41.cli import main

UN = FILES / "un.xml"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    monkeypatch.setenv("COLUMNS", "140")

    def inner(*words: object, screen: bool = False) -> Ran:
        out = Screen() if screen else io.StringIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            with pytest.raises(SystemExit) as stop:
                main([str(word) for word in ("lists", *words)])
        code = stop.value.code
        return Ran(code if isinstance(code, int) else 0, out.getvalue(), capsys.readouterr().err)

    return inner


Run = Callable[..., Ran]


def test_without_any_list_the_embedded_one_is_in_use(run: Run) -> None:
    (row,) = run("status", "--on", "2026-11-22").lines
    assert (row["source"], row["origin"], row["age_days"]) == ("un-1718", "embedded", 268)
    assert "lists update" in row["warning"]
    assert run("status", "--on", "2026-03-01").lines[0]["warning"] is None
    assert "268 d" in run("status", "--on", "2026-11-22", screen=True).out


def test_add_then_status_then_show(run: Run) -> None:
    (added,) = run("add", UN).lines
    assert (added["source"], added["outcome"], added["entities"]) == ("un-sc", "updated", 3)
    held, ships = run("status", "--on", "2030-03-08").lines
    assert (held["source"], held["warning"], held["age_days"]) == ("un-sc", None, 7)
    assert (ships["source"], ships["edition"]) == ("un-1718-vessels", "2020-06-04")
    assert "stale" in run("status", "--on", "2030-03-09").lines[0]["warning"]
    (kang,) = run("show", "kpi.901").lines
    assert kang["id"] == "un-sc:KPi.901"
    assert kang["list"].startswith("un-sc@2030-03-01:")
    shown = run("show", "KPi.901", screen=True).out
    assert "KANG PYOL BAM" in shown
    assert "Chestnut (weak)" in shown
    assert "Works for a firm" not in shown
    assert "Works for a firm" in run("show", "KPi.901", "--raw", screen=True).out


def test_show_finds_ships_of_the_embedded_list(run: Run) -> None:
    for words in ("9562233", "IMO 9562233", "imo9562233"):
        assert [row["names"][0]["text"] for row in run("show", words).lines] == ["PETREL 8"]
    assert len(run("show", "445114000").lines) == 2  # one MMSI, two ships


def test_show_of_nobody(run: Run) -> None:
    ran = run("show", "KPi.999")
    assert ran.code == 2
    assert "no entry 'KPi.999'" in ran.err
    assert "hint" in ran.err


def test_changes_between_two_files_and_since_a_day(run: Run, tmp_path: Any) -> None:
    newer = tmp_path / "newer.xml"
    text = UN.read_text(encoding="utf-8").replace("2030-03-01", "2030-04-01")
    newer.write_text(
        text.replace("CDi.901", "CDi.902").replace("<VALUE>Clerk<", "<VALUE>Chief<"), encoding="utf-8"
    )
    rows = run("changes", UN, newer).lines
    assert [(row["change"], row["reference"]) for row in rows] == [
        ("listed", "CDi.902"),
        ("amended", "KPi.901"),
        ("delisted", "CDi.901"),
    ]
    assert rows[1]["fields"][0]["removed"] == ["Clerk"]
    run("add", UN)
    run("add", newer)
    assert run("changes", "--source", "un-sc", "--since", "2030-03-15").lines == rows
    shown = run("changes", UN, newer, screen=True).out
    assert "1 listed, 1 amended, 1 delisted" in shown
    early = run("changes", "--source", "un-sc", "--since", "2030-01-01")
    assert early.code == 2
    assert "the oldest is of 2030-03-01" in early.err


def test_the_roll_of_a_day(run: Run) -> None:
    rows = run("roll", "--on", "2009-07-16").lines
    assert len([row for row in rows if row["schema"] == "Person"]) == 5
    assert all(row["status"] == "listed" and row["listed_on"] <= "2009-07-16" for row in rows)
    assert run("roll", "--on", "2009-04-23").lines == []
    assert len(run("roll", "--on", "2018-10-16", "--source", "un-1718-vessels").lines) == 59
    assert "214 listed" in run("roll", "--on", "2026-01-01", screen=True).out
    assert "not held" in run("roll", "--on", "2026-01-01", "--source", "eu-fsf").err
    run("add", UN)
    assert [row["reference"] for row in run("roll", "--on", "2027-05-06", "--source", "un-sc").lines] == [
        "KPi.901",
        "KPe.901",
    ]


def test_usage_errors(run: Run) -> None:
    assert run("changes").code == 2
    assert run("changes", UN).code == 2
    assert run("changes", "--source", "un-sc").code == 2
    assert "not held" in run("changes", "--source", "un-sc", "--since", "2030-01-01").err
    assert run("add", "").code == 2
    assert "no registered list" in run("update", "xx-list").err


def test_bad_files_leave_the_list_as_it_was(run: Run, tmp_path: Any) -> None:
    run("add", UN)
    page = tmp_path / "list.xml"
    page.write_text("<html>Sign in</html>")
    ran = run("add", page)
    assert ran.code == 2
    assert "web page" in ran.err
    assert "Traceback" not in ran.err
    assert run("status", "--on", "2030-03-02").lines[0]["entities"] == 3


def test_an_edition_can_be_stated(run: Run) -> None:
    ran = run("add", FILES / "ofac-csv")
    assert ran.code == 2
    assert "state the edition's date" in ran.err
    (row,) = run("add", FILES / "ofac-csv", "--edition", "2030-01-02").lines
    assert row["edition"] == "2030-01-02"


def test_update_fails_with_a_code_and_goes_on(run: Run) -> None:
    ran = run("update", "jp-mof", "gb-uksl")
    assert ran.code == 2
    assert [row["outcome"] for row in ran.lines] == ["failed", "failed"]
    assert "lists add FILE --source jp-mof" in ran.err

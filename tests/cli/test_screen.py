"""`article41 screen`, `rescreen` and `allow` as a stranger meets them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from article41.lists.embedded import embedded
from article41.lists.pack import pack
from article41.service import rescreen as module


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARTICLE41_HOME", str(tmp_path / "home"))


def test_a_party_is_screened_with_reasons_and_lists(run: Any):
    found = run("screen", "Ri", "Pyong", "Chol", "--birth-date", "1948", "--json").data
    [answer] = found["answers"]
    assert answer["status"] == "match"
    match = answer["matches"][0]
    assert (match["reference"], match["score"]) == ("KPi.076", 1.0)
    assert match["qualifiers"][0]["why"] == "same year"
    assert found["lists"][0]["edition"] == str(embedded().edition)
    assert len(found["lists"][0]["digest"]) == 64


def test_no_match_names_what_it_was_held_against_and_is_never_just_clear(run: Any):
    ran = run("screen", "Jane Roe", screen=True)
    assert "no match on the lists below" in ran.out
    assert f"un-1718, edition {embedded().edition}, 214 parties" in ran.out
    assert "clear" not in ran.out


def test_at_a_desk_the_sum_is_shown_part_by_part(run: Any):
    out = run("screen", "Ri Pyong Chol", "--birth-date", "1948", "--nationality", "KP", screen=True).out
    for words in ("RI PYONG CHUL", "KPi.076", "birth date", "same year", "+0.06", "nationality"):
        assert words in out


def test_a_wrong_imo_number_is_said(run: Any):
    out = run("screen", "--imo", "7303804", screen=True).out
    assert "check digit is wrong" in out
    assert "7303803 is listed: AN SAN 1" in out


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        ((), 4, "neither a name nor a number"),
        (("Kim", "--birth-date", "yesterday"), 4, "no birth date"),
        (("Kim", "--type", "spirit"), 4, "no type of party"),
        (("Kim", "--country", "Atlantis"), 4, "no country"),
        (("Kim", "--list", "nowhere.xml"), 2, "nowhere.xml"),
        (("Kim", "--threshold", "0.9", "--strong", "0.5"), 4, "below --threshold"),
        (("--input", "x.csv"), 4, "needs --output"),
        (("--input", "x.csv", "--output", "y.csv"), 2, "no such file"),
    ],
)
def test_wrong_usage_is_said_and_never_a_traceback(run: Any, args: tuple[str, ...], code: int, words: str):
    ran = run("screen", *args)
    assert ran.code == code
    assert words in ran.err


def test_exit_code_one_only_for_what_nobody_cleared(run: Any):
    asked = ("screen", "Ri Pyong Chol", "--customer", "C1", "--exit-code")
    assert run("screen", "Jane Roe", "--exit-code").code == 0
    assert run(*asked).code == 1
    decision = ("--customer", "C1", "--listing", "KPi.076", "--by", "A. Smith", "--why", "passport seen")
    assert run("allow", "add", *decision).code == 0
    assert run(*asked).code == 0
    assert run(*asked).data["answers"][0]["status"] == "cleared"
    assert "cleared by A. Smith" in run(*asked, screen=True).out
    assert [row["customer"] for row in run("allow", "list").data] == ["C1"]
    assert run("allow", "remove", *decision).code == 0
    assert run(*asked).code == 1
    assert run("allow", "list").data == []


def test_a_decision_needs_a_listed_party_and_a_decision_to_take_back(run: Any):
    decision = ("--customer", "C1", "--listing", "KPi.999", "--by", "A", "--why", "b")
    assert "names no party" in run("allow", "add", *decision).err
    assert "no decision clears C1" in run("allow", "remove", *decision).err


def test_as_of_a_day_before_the_listing(run: Any):
    assert run("screen", "Ri Pyong Chol", "--type", "person", "--as-of", "2017-12-22").data["answers"][0][
        "matches"
    ]
    before = run("screen", "Ri Pyong Chol", "--type", "person", "--as-of", "2017-12-21").data
    assert "KPi.076" not in {match["reference"] for match in before["answers"][0]["matches"]}
    assert before["as_of"] == "2017-12-21"


def test_about_shows_what_was_measured(run: Any):
    measured = run("screen", "--about").data["measured"]
    assert measured["date"] >= "2026-11-22"
    rows = {(row["set"], row["threshold"]): row["rate"] for row in measured["rates"]}
    assert rows["listed names, one slip", 0.65] >= 0.995
    assert rows["innocent people flagged, by name", 0.65] <= 0.01
    assert rows["innocent people flagged, birth date known", 0.65] <= 0.003
    assert "Measured on" in run("screen", "--about", screen=True).out


def test_a_file_is_screened(run: Any, tmp_path: Path):
    source, target = tmp_path / "in.csv", tmp_path / "out.jsonl"
    source.write_text("id,name\n1,Ri Pyong Chol\n2,Jane Roe\n", encoding="utf-8")
    told = run("screen", "--input", str(source), "--output", str(target)).data
    assert told["rows"] == 2
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert rows[0]["status"] == "match"
    assert rows[-1]["status"] == "no match"


# ── monitoring ────────────────────────────────────────────────────────────────────────────────


def editions() -> tuple[Any, Any]:
    """The embedded list, and an older one without KPi.076, with another KPi.024, and with one since gone."""
    new = embedded()
    people = {entity.id: entity for entity in new.entities}
    gone = replace(people["un-sc:KPi.001"], id="un-sc:KPi.990", names=people["un-sc:KPi.001"].names)
    kept = [
        replace(one, birth_places=("Elsewhere",)) if one.id == "un-sc:KPi.024" else one
        for one in new.entities
        if one.id != "un-sc:KPi.076"
    ]
    return replace(new, edition=date(2017, 1, 1), digest="1" * 64, entities=(*kept, gone)), new


def test_monitoring_holds_nothing_but_what_changed():
    old, new = editions()
    found = module.changed([old], [new])
    assert found.changes[new.key, "un-sc:KPi.076"] == "listed"
    assert found.changes[new.key, "un-sc:KPi.024"].startswith("amended: ")
    assert found.changes[old.key, "un-sc:KPi.990"] == "delisted"
    assert sum(len(snapshot.entities) for snapshot in found.snapshots) == 3


def test_rescreening_tells_what_happened_to_the_listed_party(run: Any, tmp_path: Path):
    old, new = editions()
    folder = tmp_path / "home" / "lists" / old.source
    folder.mkdir(parents=True)
    for edition in (old, new):
        lines = "\n".join(pack(edition)) + "\n"
        (folder / f"{edition.edition}-{edition.digest[:12]}.jsonl").write_text(lines, encoding="utf-8")
    source, target = tmp_path / "in.csv", tmp_path / "out.jsonl"
    source.write_text(
        "name,type\nRi Pyong Chol,person\nKim Yong Chol,person\nRi Je Son,person\n", encoding="utf-8"
    )
    told = run(
        "rescreen", "--since", "2018-01-01", "--input", str(source), "--output", str(target), "--exit-code"
    )
    assert told.code == 1, told.err
    assert told.data["changes"][0]["listed"] == 1
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    changes = {row["reference"]: row["change"] for row in rows if row.get("score", 0) > 0.95}
    assert changes["KPi.076"] == "listed"
    assert changes["KPi.024"].startswith("amended")

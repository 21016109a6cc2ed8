"""Files of customers: every row answered, bad rows as rows, and a killed run goes on where it was."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from article41.errors import SourceError
from article41.lists.embedded import embedded
from article41.screening.allow import AllowList, Decision, facts_digest
from article41.screening.batch import RESULT, screen_batch
from article41.screening.query import Thresholds
from article41.service import screen_file as module
from article41.service.screen_file import screen_file
from article41.service.screening import Screener

HEAD = "id,name,dob,type\n"
ROWS = (
    "C1,Ri Pyong Chol,1948,person\n"
    "C2,Jane Roe,1990-01-01,person\n"
    "C3,,,\n"
    "C4,Kim Yong Chul,1970-02-30,person\n"
    "C5,two cells\n"
    'C6,"Korea Mining, Development Trading",,company\n'
    "C7,Ri Pyong Chul,1981,person\n"
)


@pytest.fixture(scope="module")
def screener() -> Screener:
    return Screener([embedded()])


def results(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_is_answered_and_bad_rows_say_why(tmp_path: Path, screener: Screener):
    source, target = tmp_path / "customers.csv", tmp_path / "hits.csv"
    source.write_text(HEAD + ROWS, encoding="utf-8")
    done = screen_file(screener, source, target)
    rows = results(target)
    assert done.rows == 7
    assert [row["row"] for row in rows] == ["1", "2", "3", "4", "5", "6", "7"]
    statuses = ["match", "no match", "error", "error", "error", "match", "set aside"]
    assert [row["status"] for row in rows] == statuses
    assert rows[0]["reference"] == "KPi.076"
    assert "birth date (same year)" in rows[0]["because"]
    assert "neither a name nor a number" in rows[2]["because"]
    assert "'1970-02-30' is no birth date" in rows[3]["because"]
    assert "2 cells where the head has 4" in rows[4]["because"]
    assert "33 years apart" in rows[6]["because"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_broken_bytes_spoil_one_row_only(tmp_path: Path, screener: Screener):
    source, target = tmp_path / "customers.csv", tmp_path / "hits.csv"
    source.write_bytes(HEAD.encode() + b"C1,Ri \xff Chol,,person\nC2,Ri Pyong Chol,,person\n")
    screen_file(screener, source, target)
    assert [row["status"] for row in results(target)] == ["error", "match"]


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".parquet"])
def test_all_formats_in_and_out_say_the_same(tmp_path: Path, screener: Screener, ending: str):
    rows = [
        {"id": "1", "name": "Ri Pyong Chol", "birth_date": "1948"},
        {"id": "2", "name": "Jane Roe", "birth_date": None},
    ]
    source, target = tmp_path / f"in{ending}", tmp_path / f"out{ending}"
    if ending == ".parquet":
        pq.write_table(pa.Table.from_pylist(rows), source)
    elif ending == ".jsonl":
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    else:
        source.write_text("id,name,birth_date\n1,Ri Pyong Chol,1948\n2,Jane Roe,\n", encoding="utf-8")
    screen_file(screener, source, target)
    found: list[Any]
    if ending == ".parquet":
        found = pq.read_table(target).to_pylist()
    elif ending == ".jsonl":
        found = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    else:
        found = results(target)
    assert [row["status"] for row in found] == ["match", "no match"]
    assert float(found[0]["score"]) == 1.0


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("x.txt", "name\nKim\n", "no format"),
        ("x.csv", "colour,size\nred,1\n", "no column"),
        ("x.csv", "", "no column"),
        ("x.parquet", "nonsense", "no Parquet"),
    ],
)
def test_a_file_that_cannot_be_screened_is_refused(
    tmp_path: Path, screener: Screener, name: str, text: str, words: str
):
    source = tmp_path / name
    source.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=words):
        screen_file(screener, source, tmp_path / "out.csv")


def test_a_batch_is_a_pure_function(screener: Screener):
    batch = pa.RecordBatch.from_pylist([{"name": "Ri Pyong Chol"}, {"name": ""}, {"name": "Jane Roe"}])
    found = screen_batch(batch, screener.index, Thresholds())
    assert found.schema == RESULT
    assert found.equals(screen_batch(batch, screener.index, Thresholds()))
    assert found.column("status").to_pylist() == ["match", "error", "no match"]


def test_a_decision_clears_a_row_until_the_listing_changes(tmp_path: Path):
    entity = next(one for one in embedded().entities if one.id.endswith("KPi.076"))
    source, target = tmp_path / "customers.csv", tmp_path / "hits.csv"
    source.write_text("id,name\nC1,Ri Pyong Chol\n", encoding="utf-8")
    for facts, status in ((facts_digest(entity), "cleared"), ("0" * 16, "match")):
        decision = Decision(
            customer="C1", entity=entity.id, facts=facts, by="A", on=date(2026, 1, 1), why="passport seen"
        )
        allowed = Screener([embedded()], allow=AllowList([decision]), today=date(2026, 2, 1))
        screen_file(allowed, source, target)
        [row] = results(target)
        assert row["status"] == status
        assert "passport seen" in row["because"]


# ── a run that dies ───────────────────────────────────────────────────────────────────────────


def many(path: Path, rows: int) -> None:
    names = ["Ri Pyong Chol", "Jane Roe", "Kim Yong Chol", "John Smith", "Korea Mining Development", ""]
    lines = [f"C{n},{names[n % len(names)]} {n % 7 or ''}\n" for n in range(rows)]
    path.write_text("id,name\n" + "".join(lines), encoding="utf-8")


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".parquet"])
def test_a_run_cut_off_anywhere_ends_with_the_same_bytes(
    tmp_path: Path, screener: Screener, monkeypatch: pytest.MonkeyPatch, ending: str
):
    monkeypatch.setattr(module, "CHUNK", 10)
    source, whole, target = tmp_path / "in.csv", tmp_path / f"whole{ending}", tmp_path / f"cut{ending}"
    many(source, 64)
    screen_file(screener, source, whole)

    def die(progress: module.Progress) -> None:
        if progress.rows == 30:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        screen_file(screener, source, target, tell=die)
    assert not target.exists()
    with (tmp_path / f".{target.name}.part").open("ab") as part:
        part.write(b"half a li")  # written after the last state, and lost
    seen: list[int] = []
    screen_file(screener, source, target, tell=lambda progress: seen.append(progress.rows))
    assert seen[0] == 30
    assert target.read_bytes() == whole.read_bytes()


def test_another_input_or_threshold_starts_anew(
    tmp_path: Path, screener: Screener, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "CHUNK", 10)
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    many(source, 40)

    def die(progress: module.Progress) -> None:
        if progress.rows == 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        screen_file(screener, source, target, tell=die)
    seen: list[int] = []
    other = Screener([embedded()], thresholds=Thresholds(possible=0.9))
    screen_file(other, source, target, tell=lambda progress: seen.append(progress.rows))
    assert seen[0] == 0


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
def test_a_run_killed_outright_goes_on_and_ends_with_the_same_bytes(tmp_path: Path):
    source, whole, target = tmp_path / "in.csv", tmp_path / "whole.csv", tmp_path / "cut.csv"
    many(source, 5_000)
    environment = os.environ | {"ARTICLE41_HOME": str(tmp_path / "home")}
    start = "from article41.cli import main; main()"
    launch = [sys.executable, "-c", start, "screen", "--input", str(source), "--output"]
    state = tmp_path / ".cut.csv.state"
    running = subprocess.Popen([*launch, str(target)], env=environment, stdout=subprocess.DEVNULL)
    for _ in range(3_000):
        if state.exists() or running.poll() is not None:
            break
        time.sleep(0.01)
    running.send_signal(signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL
    assert not target.exists()
    assert 0 < json.loads(state.read_text(encoding="utf-8"))["rows"] < 5_000
    for path in (target, whole):
        subprocess.run([*launch, str(path)], env=environment, check=True, stdout=subprocess.DEVNULL)
    assert target.read_bytes() == whole.read_bytes()

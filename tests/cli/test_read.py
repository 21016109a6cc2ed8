"""`article41 read`: one text, a folder, standard input; JSON when piped; errors that name the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.service.test_reading import GOOD, answer, stub

TEXT = "China said on Friday that U.N. sanctions on North Korea should be eased. North Korea agreed.\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ARTICLE41_HOME", str(tmp_path / "home"))
    for name in ("ARTICLE41_MODEL", "ARTICLE41_MODEL_URL"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "home"


def test_one_text_is_one_json_object_when_piped(run: Any, tmp_path: Path):
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    ran = run("read", str(path), "--date", "2022-03-25")
    assert ran.code == 0
    [one] = ran.data["statements"]
    assert (one["speaker"], one["stance"], one["date"]) == ("China", "ease", "2022-03-25")
    span = one["evidence"][0]
    assert TEXT[span["start"] : span["end"]] == span["quote"]
    assert one["rule"]


def test_standard_input_is_read(run: Any):
    ran = run("read", "-", given=TEXT.encode())
    assert ran.data["statements"][0]["speaker"] == "China"


def test_a_person_sees_speaker_stance_and_words(run: Any, tmp_path: Path):
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    ran = run("read", str(path), screen=True)
    assert ran.code == 0
    for word in ("Statements", "China", "ease", "should be eased", "report:verb"):
        assert word in ran.out


def test_a_folder_is_lines_of_json_with_error_rows_and_goes_on(run: Any, tmp_path: Path):
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(TEXT, encoding="utf-8")
    (texts / "b.txt").write_bytes(b"\x00" * 50)
    (texts / "c.txt").write_text("The harvest in Kenya was good.", encoding="utf-8")
    ran = run("read", str(texts))
    assert [Path(row["source"]).name for row in ran.lines] == ["a.txt", "b.txt", "c.txt"]
    assert ran.lines[1]["error"]["message"] == "not a text"
    assert ran.lines[2]["on_topic"] is False
    assert ran.code == 2
    assert "b.txt" in ran.err
    seen = run("read", str(texts), screen=True)
    assert "3 texts" in seen.out
    assert "not a text" in seen.out


def test_readings_are_kept_once_and_not_at_all_with_no_store(run: Any, tmp_path: Path, home: Path):
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    run("read", str(path), "--no-store")
    assert not (home / "readings").exists()
    run("read", str(path))
    run("read", str(path))
    [file] = (home / "readings").iterdir()
    [line] = file.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["text_sha256"] == file.stem


def test_output_writes_a_file_for_each_text(run: Any, tmp_path: Path):
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "07.txt").write_text(TEXT, encoding="utf-8")
    (texts / "08.html").write_text(f"<html><p>{TEXT}</p></html>", encoding="utf-8")
    ran = run("read", str(texts), "--output", str(tmp_path / "out"))
    assert (ran.code, ran.out) == (0, "")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["07.json", "08.json"]
    assert (
        json.loads((tmp_path / "out" / "07.json").read_text(encoding="utf-8"))["schema"] == "article41-news/1"
    )


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["no-such.txt"], "no such file"),
        ([""], "no text was named"),
        (["x.txt", "--compare"], "no model address"),
        (["http://127.0.0.1:9/x"], "cannot be fetched"),
    ],
)
def test_wrong_use_is_one_clear_message(run: Any, args: list[str], message: str):
    ran = run("read", *args)
    assert ran.code == 2
    assert message in ran.err
    assert "Traceback" not in ran.err


def test_a_text_on_something_else_says_so(run: Any, tmp_path: Path):
    path = tmp_path / "x.txt"
    path.write_text("The harvest in Kenya was good.", encoding="utf-8")
    assert "Not about this regime" in run("read", str(path), screen=True).out


def test_two_readings_stand_side_by_side(run: Any, tmp_path: Path, home: Path):
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    with stub([answer(GOOD)]) as url:
        args = ["read", str(path), "--compare", "--model", "m", "--model-url", url]
        seen, piped = run(*args, screen=True), run(*args)
    assert "= China: ease" in seen.out  # found by both
    assert piped.data["rules"]["reader"] == "rules"
    assert piped.data["model"]["reader"] == "model:m"
    [file] = (home / "readings").iterdir()
    assert len(file.read_text(encoding="utf-8").splitlines()) == 2


def test_a_model_that_fails_leaves_the_rules_reading_and_says_so(run: Any, tmp_path: Path):
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    with stub([(401, b"", 0.0)]) as url:
        ran = run("read", str(path), "--compare", "--model", "m", "--model-url", url)
    assert ran.data["rules"]["statements"]
    assert "401" in ran.data["model"]["error"]["message"]

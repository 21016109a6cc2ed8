"""Reading many texts, keeping what was read, and a model as second reader over real HTTP."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from article41.errors import SourceError
from article41.reader.document import Document
from article41.reader.pipeline import read
from article41.service.reading import load, read_all, sources
from article41.service.reading_model import ModelReader, model_reader
from article41.service.reading_store import folder, keep, kept

TEXT = "China said on Friday that U.N. sanctions on North Korea should be eased. North Korea agreed."
DOCUMENT = Document(text=TEXT, name="one", date=date(2022, 3, 25))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ARTICLE41_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


# ── folders ───────────────────────────────────────────────────────────────────────────────────


def test_a_bad_file_becomes_a_row_with_its_error_and_the_next_is_read(tmp_path: Path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00" * 100)
    (tmp_path / "c.txt").write_bytes(b"  \n")
    (tmp_path / "d.html").write_text(f"<html><body><p>{TEXT}</p></body></html>", encoding="utf-8")
    (tmp_path / "e.txt").mkdir()
    (tmp_path / "notes.pdf").write_bytes(b"%PDF")
    rows = list(read_all(sources(str(tmp_path))))
    assert [Path(row.source).name for row in rows] == ["a.txt", "b.txt", "c.txt", "d.html"]
    assert [row.error is None for row in rows] == [True, False, False, True]
    assert [len(row.reading.statements) for row in rows if row.reading] == [1, 1]


def test_the_day_of_publication_may_stand_in_a_file_beside(tmp_path: Path):
    (tmp_path / "01.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "01.json").write_text('{"source": {"date": "2022-03-26"}}', encoding="utf-8")
    assert load(str(tmp_path / "01.txt")).date == date(2022, 3, 26)
    assert load(str(tmp_path / "01.txt"), date(2020, 1, 1)).date == date(2020, 1, 1)
    (tmp_path / "01.json").write_text("[1", encoding="utf-8")
    assert load(str(tmp_path / "01.txt")).date is None


def test_an_empty_folder_and_a_missing_file_are_said_to_be_so(tmp_path: Path):
    with pytest.raises(SourceError, match="holds no text"):
        sources(str(tmp_path))
    with pytest.raises(SourceError, match="no such file"):
        load(str(tmp_path / "none.txt"))


# ── keeping ───────────────────────────────────────────────────────────────────────────────────


def test_reading_again_changes_nothing_and_two_readers_stand_side_by_side(home: Path):
    reading = read(DOCUMENT)
    assert keep(DOCUMENT, reading)
    [path] = folder().iterdir()
    first = path.read_bytes(), path.stat().st_mtime_ns
    assert not keep(DOCUMENT, read(DOCUMENT))
    assert (path.read_bytes(), path.stat().st_mtime_ns) == first
    assert path == home / "readings" / f"{DOCUMENT.sha256}.jsonl"
    with stub([answer(GOOD)]) as url:
        assert keep(DOCUMENT, reader(url)(DOCUMENT))
    assert [row["reader"] for row in kept(DOCUMENT.sha256)] == ["model:m", "rules"]


def test_a_broken_line_in_the_store_is_passed_over_and_put_right():
    keep(DOCUMENT, read(DOCUMENT))
    path = folder() / f"{DOCUMENT.sha256}.jsonl"
    path.write_text('{"reader": "rules"', encoding="utf-8")
    assert kept(DOCUMENT.sha256) == []
    assert keep(DOCUMENT, read(DOCUMENT))
    assert [row["reader"] for row in kept(DOCUMENT.sha256)] == ["rules"]


def test_a_write_that_fails_leaves_the_old_reading_whole(monkeypatch: pytest.MonkeyPatch):
    keep(DOCUMENT, read(DOCUMENT))
    before = kept(DOCUMENT.sha256)

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        keep(Document(text=TEXT, name="renamed"), read(Document(text=TEXT, name="renamed")))
    assert kept(DOCUMENT.sha256) == before
    assert [path.name for path in folder().iterdir()] == [f"{DOCUMENT.sha256}.jsonl"]


# ── a model over HTTP ─────────────────────────────────────────────────────────────────────────

QUOTE = "China said on Friday that U.N. sanctions on North Korea should be eased."
GOOD = {
    "statements": [
        {
            "speaker": "China",
            "speaker_type": "country",
            "stance": "ease",
            "date": "2022-03-25",
            "evidence": [{"start": 7, "end": 9, "quote": QUOTE}],
        }
    ],
    "facts": [
        {"type": "regime", "measure": "sanctions-regime", "evidence": [{"quote": "sanctions on North Korea"}]}
    ],
}
Answer = tuple[int, bytes, float]


def answer(content: Any, status: int = 200, wait: float = 0.0) -> Answer:
    words = content if isinstance(content, str) else json.dumps(content)
    body = json.dumps({"choices": [{"message": {"content": words}}]}).encode()
    return status, body, wait


@contextmanager
def stub(answers: list[Answer], seen: list[dict[str, Any]] | None = None) -> Iterator[str]:
    """A server that gives these answers one after the other, the last one for ever."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            if seen is not None:
                seen.append({"path": self.path, "auth": self.headers.get("authorization"), **body})
            status, content, wait = answers.pop(0) if len(answers) > 1 else answers[0]
            time.sleep(wait)
            self.send_response(status)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def reader(url: str, seconds: float = 5.0) -> ModelReader:
    return ModelReader(url=url, model="m", key="k", seconds=seconds, pause=lambda _: None)


def test_a_model_is_asked_once_and_its_offsets_are_never_trusted():
    seen: list[dict[str, Any]] = []
    with stub([answer(GOOD)], seen) as url:
        found = reader(url)(DOCUMENT)
    [one] = found.statements
    assert (one.speaker, one.stance, one.rule) == ("China", "ease", "model")
    assert (one.evidence[0].start, one.evidence[0].quote) == (0, QUOTE)
    spans = [*found.statements[0].evidence, *found.facts[0].evidence]
    assert all(DOCUMENT.holds(span) for span in spans)
    assert (seen[0]["path"], seen[0]["auth"], seen[0]["model"]) == ("/v1/chat/completions", "Bearer k", "m")
    assert len(seen) == 1
    assert found.dropped == 0


def test_invented_quotes_and_unknown_labels_are_dropped_and_counted():
    invented = {**GOOD["statements"][0], "evidence": [{"quote": "China said sanctions work wonders."}]}
    bare = {**GOOD["statements"][0], "evidence": []}
    odd = {**GOOD["statements"][0], "stance": "cheerful"}
    rows = [GOOD["statements"][0], invented, bare, odd, 7, None, {"speaker": ["x"]}]
    with stub([answer({"statements": rows, "events": "none", "proposals": [{"changes": [3]}]})]) as url:
        found = reader(url)(DOCUMENT)
    assert [one.speaker for one in found.statements] == ["China"]
    assert found.dropped == 7
    assert "7 items" in found.notes[0]


@pytest.mark.parametrize(
    "bad",
    [
        answer("no json at all"),
        answer("[1, 2]"),
        answer('{"statements": [' * 5_000),
        (200, b"not json", 0.0),
        (200, b'{"choices": []}', 0.0),
        (500, b"oops", 0.0),
        (429, b"slow down", 0.0),
        answer(GOOD, wait=1.5),
    ],
    ids=["prose", "list", "deep", "no envelope", "no choice", "500", "429", "timeout"],
)
def test_a_model_that_misbehaves_is_asked_again(bad: Answer):
    with stub([bad, answer(f"```json\n{json.dumps(GOOD)}\n```")]) as url:
        assert len(reader(url, seconds=0.5)(DOCUMENT).statements) == 1


def test_a_model_that_never_answers_is_an_error_that_says_what_to_do():
    with stub([(503, b"", 0.0)]) as url, pytest.raises(SourceError, match="status 503, 3 times") as error:
        reader(url)(DOCUMENT)
    assert "--model" in error.value.hint


def test_a_wrong_key_is_not_tried_again():
    seen: list[dict[str, Any]] = []
    with stub([(401, b"", 0.0)], seen) as url, pytest.raises(SourceError, match="401"):
        reader(url)(DOCUMENT)
    assert len(seen) == 1


def test_nobody_listening_is_an_error_with_the_address():
    with pytest.raises(SourceError) as error:
        reader("http://127.0.0.1:9/v1")(DOCUMENT)
    assert error.value.where == "http://127.0.0.1:9/v1"


def test_a_model_is_off_unless_named(monkeypatch: pytest.MonkeyPatch):
    for name in ("ARTICLE41_MODEL", "ARTICLE41_MODEL_URL", "ARTICLE41_MODEL_KEY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(SourceError, match="no model address"):
        model_reader(None, None)
    monkeypatch.setenv("ARTICLE41_MODEL_URL", "http://127.0.0.1:9/v1")
    with pytest.raises(SourceError, match="no model name"):
        model_reader(None, None)
    assert model_reader("m", None).url == "http://127.0.0.1:9/v1"


# ── addresses ─────────────────────────────────────────────────────────────────────────────────


@contextmanager
def page(status: int, body: bytes, kind: str = "text/html; charset=utf-8") -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("content-type", kind)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/news.html"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_page_is_fetched_and_reduced_to_its_article():
    with page(200, f"<html><body><nav>menu</nav><p>{TEXT}</p></body></html>".encode()) as url:
        found = load(url)
    assert found.text == TEXT
    assert found.url == url


def test_a_page_that_is_not_there_is_an_error_with_its_address():
    with page(404, b"") as url, pytest.raises(SourceError, match="404") as error:
        load(url)
    assert error.value.where == url

"""Fetching from a real server on this machine, which fails in every way that servers fail."""

from __future__ import annotations

import gzip
import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from tests.lists.conftest import FILES

from article41.errors import SourceError
from article41.lists.read import read_list
from article41.service import lists as service
from article41.service.lists import ListDesk, Update
from article41.service.lists_fetch import Fetcher
from article41.service.lists_sources import ListSource, source, sources

UN = (FILES / "un.xml").read_bytes()
START, END = UN.index(b"    <INDIVIDUAL>\n      <FIRST_NAME>MARIA"), UN.index(b"  </INDIVIDUALS>")
SMALLER = (UN[:START] + UN[END:]).replace(b"2030-03-01", b"2030-03-05")
Act = Callable[["Handler"], None]


@dataclass
class Server:
    """What the server does at each path, and what it was asked."""

    url: str = ""
    acts: dict[str, Act] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    book: Server

    def do_GET(self) -> None:
        self.book.asked.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
        self.book.acts[self.path](self)

    def log_message(self, *words: object) -> None:
        """Quiet."""

    def answer(self, body: bytes, status: int = 200, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def server() -> Iterator[Server]:
    book = Server()
    made = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"book": book}))
    made.daemon_threads = True
    made.handle_error = lambda *words: None  # type: ignore[method-assign] # clients leave early on purpose
    book.url = f"http://127.0.0.1:{made.server_address[1]}"
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield book
    made.shutdown()
    made.server_close()
    thread.join(5)


@pytest.fixture
def naps() -> list[float]:
    return []


@pytest.fixture
def fetcher(naps: list[float]) -> Fetcher:
    return Fetcher(timeout=10, deadline=20, attempts=3, max_bytes=2_000_000, sleep=naps.append)


@pytest.fixture
def desk(tmp_path: Path) -> ListDesk:
    return ListDesk(tmp_path / "lists")


@pytest.fixture
def registered(server: Server, monkeypatch: pytest.MonkeyPatch) -> ListSource:
    """The UN list, at the address of the test server."""
    row = replace(source("un-sc"), url=f"{server.url}/list")
    monkeypatch.setattr(service, "sources", lambda: {"un-sc": row})
    monkeypatch.setattr(service, "source", lambda key: {"un-sc": row}[key])
    return row


def serve(server: Server, body: bytes, **headers: Any) -> None:
    server.acts["/list"] = lambda handler: handler.answer(body, **headers)


def updated(desk: ListDesk, fetcher: Fetcher, **options: bool) -> Update:
    (row,) = desk.update(["un-sc"], fetcher=fetcher, **options)
    return row


def test_a_list_is_fetched_read_and_held(
    server: Server, registered: ListSource, desk: ListDesk, fetcher: Fetcher
) -> None:
    serve(server, UN, ETag='"one"', Last_Modified="Fri, 01 Mar 2030 01:00:00 GMT")
    row = updated(desk, fetcher)
    assert (row.outcome, row.edition, row.size, row.error) == ("updated", date(2030, 3, 1), 3, None)
    assert desk.holdings.load("un-sc") == read_list(UN)
    assert server.asked[0][1]["user-agent"].startswith("article41/")


def test_the_second_time_only_the_change_is_asked_for(
    server: Server, registered: ListSource, desk: ListDesk, fetcher: Fetcher
) -> None:
    serve(server, UN, ETag='"one"', Last_Modified="Fri, 01 Mar 2030 01:00:00 GMT")
    updated(desk, fetcher)
    server.acts["/list"] = lambda handler: handler.answer(b"", status=304)
    assert updated(desk, fetcher).outcome == "unchanged"
    asked = server.asked[1][1]
    assert asked["if-none-match"] == '"one"'
    assert asked["if-modified-since"] == "Fri, 01 Mar 2030 01:00:00 GMT"
    newer = UN.replace(b"2030-03-01", b"2030-03-02").replace(b"<VALUE>Clerk<", b"<VALUE>Chief clerk<")
    serve(server, newer, ETag='"two"')
    row = updated(desk, fetcher)
    assert row.delta is not None
    assert [change.reference for change in row.delta.amended] == ["KPi.901"]


def test_marks_of_a_lost_list_are_not_used(
    server: Server, registered: ListSource, desk: ListDesk, fetcher: Fetcher
) -> None:
    serve(server, UN, ETag='"one"')
    updated(desk, fetcher)
    for path in (desk.holdings.folder / "un-sc").glob("*.jsonl"):
        path.unlink()
    assert updated(desk, fetcher).outcome == "updated"
    assert "if-none-match" not in server.asked[-1][1]


def test_failures_that_pass_are_tried_again_with_growing_pauses(
    server: Server, registered: ListSource, desk: ListDesk, fetcher: Fetcher, naps: list[float]
) -> None:
    answers = [503, 429, 200]

    def act(handler: Handler) -> None:
        status = answers.pop(0)
        handler.answer(UN if status == 200 else b"busy", status=status)

    server.acts["/list"] = act
    assert updated(desk, fetcher).outcome == "updated"
    assert naps == [2.0, 4.0]


def broken(handler: Handler) -> None:
    handler.answer(UN[:900], length=len(UN))
    handler.connection.close()


def dripping(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for byte in range(200):
        try:
            handler.wfile.write(UN[byte : byte + 1])
            handler.wfile.flush()
        except OSError:
            return
        time.sleep(0.05)


def silent(handler: Handler) -> None:
    time.sleep(0.6)


def reset(handler: Handler) -> None:
    import socket
    import struct

    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"<" * 65_536)
    except OSError:
        return


def redirecting(handler: Handler) -> None:
    handler.answer(b"", status=302, Location="/list")


def gzip_bomb(handler: Handler) -> None:
    handler.answer(BOMB, Content_Encoding="gzip")


def no_gzip(handler: Handler) -> None:
    handler.answer(b"this is no gzip", Content_Encoding="gzip")


BOMB = gzip.compress(b" " * 20_000_000, compresslevel=1)
FAILURES: list[tuple[Act, str, int]] = [
    (lambda handler: handler.answer(b"oops", status=500), "answered 500, 3 times", 3),
    (lambda handler: handler.answer(b"gone", status=404), "answered 404", 1),
    (lambda handler: handler.answer(b"sign in", status=403), "answered 403", 1),
    (lambda handler: handler.answer(b"<html><body>Sign in</body></html>"), "web page", 1),
    (lambda handler: handler.answer(b""), "sent nothing, 3 times", 3),
    (lambda handler: handler.answer(UN[:1500]), "cut off", 1),
    (lambda handler: handler.answer((FILES / "eu.xml").read_bytes()), "another format", 1),
    (lambda handler: handler.answer(UN.replace(b"2030-", b"2029-")), "older than the edition held", 1),
    (lambda handler: handler.answer(SMALLER), "more than a tenth fewer", 1),
    (broken, "connection failed", 3),
    (silent, "did not answer in time, 3 times", 3),
    (dripping, "took longer than 0.5 seconds", 3),
    (reset, "connection failed", 3),
    (endless, "larger than 2,000,000 bytes", 1),
    (gzip_bomb, "larger than 2,000,000 bytes", 1),
    (no_gzip, "cannot be fetched", 1),
    (redirecting, "redirected without end", 6),
]


@pytest.mark.parametrize(("act", "words", "asked"), FAILURES, ids=[words for _, words, _ in FAILURES])
def test_the_list_held_survives_every_failure(
    act: Act, words: str, asked: int, server: Server, registered: ListSource, desk: ListDesk, fetcher: Fetcher
) -> None:
    serve(server, UN)
    updated(desk, fetcher)
    server.acts["/list"] = act
    slow = replace(fetcher, timeout=0.3, deadline=0.5)
    row = updated(desk, slow if act in (silent, dripping) else fetcher)
    assert row.outcome == "failed"
    assert isinstance(row.error, SourceError)
    assert re.search(words, row.error.message), row.error.message
    assert row.error.where
    assert len(server.asked) == 1 + asked
    assert desk.holdings.load("un-sc") == read_list(UN)


def test_shrinking_can_be_accepted(
    server: Server, registered: ListSource, desk: ListDesk, fetcher: Fetcher
) -> None:
    serve(server, UN)
    updated(desk, fetcher)
    serve(server, SMALLER)
    assert updated(desk, fetcher, accept_shrink=True).outcome == "updated"
    assert len(desk.holdings.load("un-sc").entities) == 2


def test_nobody_there(registered: ListSource, server: Server, desk: ListDesk, fetcher: Fetcher) -> None:
    nowhere = fetcher.fetch
    with pytest.raises(SourceError, match="connection failed"):
        nowhere("http://127.0.0.1:9/list", desk.holdings.folder.parent / "x")
    with pytest.raises(SourceError, match="cannot be fetched"):
        nowhere("ftp://127.0.0.1/list", desk.holdings.folder.parent / "x")


def test_a_real_edition_over_http(
    shared: Path, server: Server, registered: ListSource, desk: ListDesk
) -> None:
    import lzma

    packed = (shared / "un-sc" / "consolidated-2026-02-27.xml.xz").read_bytes()
    plain = lzma.decompress(packed)
    server.acts["/list"] = lambda handler: handler.answer(gzip.compress(plain), Content_Encoding="gzip")
    row = updated(desk, Fetcher(attempts=1))
    assert (row.edition, row.size) == (date(2026, 2, 27), 1003)
    assert desk.find("KPi.033")[0][1].caption == "RI WON HO"


def test_sources_that_need_a_person_say_so(desk: ListDesk) -> None:
    for key in ("un-1718-vessels", "jp-mof", "gb-uksl"):
        (row,) = desk.update([key])
        assert row.error is not None
        assert "cannot be fetched by a program" in row.error.message
        assert sources()[key].page in row.error.hint


def test_the_registry_names_formats_that_can_be_read() -> None:
    from article41.lists.formats.registry import FORMATS

    assert {row.format for row in sources().values()} <= FORMATS.keys()
    assert all(row.url.startswith("https://") for row in sources().values() if row.url)
    assert all(row.licence and row.publisher and row.page for row in sources().values())
    told = json.dumps([row.key for row in sources().values()])
    assert "un-sc" in told

"""Fetching a list from its publisher: politely, with limits, and never half."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx

from article41 import __version__
from article41.errors import SourceError
from article41.lists.intake import MAX_BYTES

TIMEOUT = 30.0  # seconds of silence
DEADLINE = 600.0  # seconds for one download, however slowly it drips
ATTEMPTS = 4
BACK_OFF = 2.0  # seconds before the second attempt, doubled before each next one
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a publisher sent. `unchanged`: it said that the copy held is the current one."""

    unchanged: bool
    etag: str = ""
    last_modified: str = ""
    digest: str = ""

    @property
    def modified_on(self) -> date | None:
        """The day the publisher says the file was changed."""
        try:
            return parsedate_to_datetime(self.last_modified).date() if self.last_modified else None
        except ValueError:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetcher:
    """How to fetch; tests make it quicker and smaller."""

    timeout: float = TIMEOUT
    deadline: float = DEADLINE
    attempts: int = ATTEMPTS
    back_off: float = BACK_OFF
    max_bytes: int = MAX_BYTES
    sleep: Callable[[float], None] = time.sleep

    def fetch(self, url: str, target: Path, *, etag: str = "", last_modified: str = "") -> Fetched:
        """Downloads to `target`, unless the publisher says nothing changed. Raises SourceError.

        Failures that pass (5xx, broken connections) are tried again with growing pauses.
        """
        headers = {"User-Agent": f"article41/{__version__}", "Accept-Encoding": "gzip"}
        if etag:
            headers["If-None-Match"] = etag
        if last_modified:
            headers["If-Modified-Since"] = last_modified
        for attempt in range(1, self.attempts + 1):
            try:
                return self._once(url, target, headers)
            except _PassingError as error:
                if attempt == self.attempts:
                    raise SourceError(
                        f"{error}, {attempt} times",
                        where=url,
                        hint="try later; the list held stays as it is",
                    ) from None
                self.sleep(self.back_off * 2 ** (attempt - 1))
        raise AssertionError("unreachable")

    def _once(self, url: str, target: Path, headers: dict[str, str]) -> Fetched:
        try:
            with (
                httpx.Client(timeout=self.timeout, follow_redirects=True, max_redirects=5) as client,
                client.stream("GET", url, headers=headers) as answer,
            ):
                return self._answer(answer, url, target)
        except httpx.TooManyRedirects:
            raise SourceError(
                "is redirected without end", where=url, hint="the address may have moved"
            ) from None
        except (httpx.DecodingError, httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise SourceError(f"cannot be fetched: {error}", where=url) from None
        except httpx.TimeoutException:
            raise _PassingError("the server did not answer in time") from None
        except httpx.HTTPError as error:
            raise _PassingError(f"the connection failed ({error or type(error).__name__})") from None

    def _answer(self, answer: httpx.Response, url: str, target: Path) -> Fetched:
        if answer.status_code == httpx.codes.NOT_MODIFIED:
            return Fetched(unchanged=True)
        if answer.status_code in _AGAIN:
            raise _PassingError(f"the server answered {answer.status_code}")
        if answer.status_code != httpx.codes.OK:
            raise SourceError(
                f"the server answered {answer.status_code}", where=url, hint="the address may have moved"
            )
        digest = self._save(answer, url, target)
        return Fetched(
            unchanged=False,
            etag=answer.headers.get("ETag", ""),
            last_modified=answer.headers.get("Last-Modified", ""),
            digest=digest,
        )

    def _save(self, answer: httpx.Response, url: str, target: Path) -> str:
        started, total, digest = time.monotonic(), 0, hashlib.sha256()
        with target.open("wb") as file:
            for piece in answer.iter_bytes():
                total += len(piece)
                if total > self.max_bytes:
                    raise SourceError(f"refused: larger than {self.max_bytes:,} bytes", where=url)
                if time.monotonic() - started > self.deadline:
                    raise _PassingError(f"the download took longer than {self.deadline:g} seconds")
                digest.update(piece)
                file.write(piece)
        if total == 0:
            raise _PassingError("the server sent nothing")
        return digest.hexdigest()


class _PassingError(Exception):
    """A failure that may be over at the next attempt."""

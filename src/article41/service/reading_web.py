"""Fetches a page to read: bounded in size and time, http and https only."""

from __future__ import annotations

from datetime import date

from article41.errors import SourceError
from article41.reader.document import Document
from article41.reader.html import MAX_BYTES, document_of

SECONDS = 20.0
_AGENT = "article41 (reads news on sanctions)"


def fetch(url: str, day: date | None = None) -> Document:
    """The article at an address. Raises SourceError when it cannot be had."""
    import httpx

    try:
        with (
            httpx.Client(
                timeout=SECONDS, follow_redirects=True, max_redirects=5, headers={"user-agent": _AGENT}
            ) as client,
            client.stream("GET", url) as answer,
        ):
            if answer.status_code >= 400:
                raise SourceError(
                    f"the server answers {answer.status_code}",
                    where=url,
                    hint="save the page and read the file",
                )
            data = bytearray()
            for piece in answer.iter_bytes():
                data += piece
                if len(data) > MAX_BYTES:
                    raise SourceError(f"larger than {MAX_BYTES:,} bytes", where=url)
            charset = answer.charset_encoding
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise SourceError(f"cannot be fetched: {error or type(error).__name__}", where=url) from None
    document = document_of(bytes(data), name=url, day=day, url=url, charset=charset)
    if not document.text.strip():
        raise SourceError("holds no words", where=url)
    return document

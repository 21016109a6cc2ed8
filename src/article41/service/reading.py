"""Reads news: a file, a folder, standard input or an address becomes documents, and documents readings."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from article41.errors import Article41Error, SourceError
from article41.reader.document import Document
from article41.reader.html import MAX_BYTES, document_of
from article41.reader.items import Reading
from article41.reader.pipeline import read

SUFFIXES = (".txt", ".html", ".htm", ".xhtml", ".text")
Reader = Callable[[Document], Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """One text that was read, or what was wrong with it; `source` says where it came from."""

    source: str
    document: Document | None = None
    reading: Reading | None = None
    error: Article41Error | None = None


def sources(source: str) -> list[str]:
    """What there is to read: the files of a folder in order of their names, or the one thing named."""
    path = Path(source)
    if source == "-" or is_address(source) or not path.is_dir():
        return [source]
    files = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
    visible = [p for p in files if not any(part.startswith(".") for part in p.relative_to(path).parts)]
    if not visible:
        raise SourceError("holds no text", where=source, hint=f"files end in {', '.join(SUFFIXES)}")
    return [str(p) for p in visible]


def read_all(names: list[str], day: date | None = None, reader: Reader = read) -> Iterator[ReadRow]:
    """Reads one after the other; what cannot be read becomes a row with its error, and the next follows."""
    for name in names:
        try:
            document = load(name, day)
            yield ReadRow(source=name, document=document, reading=reader(document))
        except Article41Error as error:
            yield ReadRow(source=name, error=error)
        except OSError as error:
            yield ReadRow(source=name, error=SourceError(f"cannot be read: {error.strerror}", where=name))


def load(name: str, day: date | None = None) -> Document:
    """The document at a path, an address, or `-`. Raises SourceError."""
    if name == "-":
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        return _document(data, "<stdin>", "stdin", day)
    if is_address(name):
        from article41.service.reading_web import fetch

        return fetch(name, day)
    path = Path(name)
    if not path.exists():
        raise SourceError(
            "there is no such file or folder", where=name, hint="give a file, a folder, an address, or -"
        )
    if path.stat().st_size > MAX_BYTES:
        raise SourceError(f"larger than {MAX_BYTES:,} bytes", where=name, hint="split the text")
    return _document(path.read_bytes(), name, path.stem, day or _day_beside(path))


def is_address(name: str) -> bool:
    """Whether a name is a web address."""
    return name.startswith(("http://", "https://"))


def _document(data: bytes, where: str, name: str, day: date | None) -> Document:
    if len(data) > MAX_BYTES:
        raise SourceError(f"larger than {MAX_BYTES:,} bytes", where=where, hint="split the text")
    if data.count(b"\x00") > len(data) // 4 and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise SourceError("not a text", where=where, hint="give plain text or HTML")
    document = document_of(data, name=name, day=day)
    if not document.text.strip():
        raise SourceError("holds no words", where=where)
    return document


def _day_beside(path: Path) -> date | None:
    """The day of publication from a JSON file of the same name, where there is one: `source.date`."""
    beside = path.with_suffix(".json")
    try:
        if not beside.is_file() or beside.stat().st_size > 4_000_000:
            return None
        found = json.loads(beside.read_text(encoding="utf-8"))
        stated = found.get("source", found).get("date")
        return date.fromisoformat(str(stated)[:10])
    except (ValueError, AttributeError, OSError):
        return None

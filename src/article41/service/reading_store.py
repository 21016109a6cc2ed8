"""Keeps readings in the user's data folder: one file of JSON lines a text, named by its SHA-256."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from article41 import settings
from article41.reader.document import Document
from article41.reader.items import Reading
from article41.reader.schema import plain_reading


def folder() -> Path:
    """Where readings are kept."""
    return settings.home() / "readings"


def keep(document: Document, reading: Reading) -> bool:
    """Keeps a reading beside those of other readers of the same text; True if anything changed.

    A text read again gives the same lines, so its file stays as it is. The file is replaced in one
    step: a reader of it never sees half a line.
    """
    path = folder() / f"{reading.sha256}.jsonl"
    rows = {row.get("reader"): row for row in kept(reading.sha256)}
    new = {**plain_reading(reading), "title": document.title, "url": document.url, "date": _day(document)}
    if rows.get(reading.reader) == new:
        return False
    rows[reading.reader] = new
    _replace(path, "".join(json.dumps(row, ensure_ascii=False) + "\n" for _, row in sorted(rows.items())))
    return True


def kept(sha256: str) -> list[dict[str, Any]]:
    """The readings kept of a text; a line that is no JSON is passed over."""
    path = folder() / f"{sha256}.jsonl"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        return []
    rows: list[dict[str, Any]] = []
    for line in lines:
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if isinstance(row, dict):
            rows.append(row)
    return rows


def _day(document: Document) -> str | None:
    return document.date.isoformat() if document.date else None


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".reading-", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            out.write(text)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

"""What the reader found in texts: kept as *reported* rows, apart from the curated record."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date as Day  # noqa: N812 - a field is called `date`
from pathlib import Path
from typing import Any

from article41.chronicle.span import Span, read_span
from article41.errors import SourceError
from article41.fingerprint import digest
from article41.source import read_json

KINDS = ("event", "statement", "fact", "delivery")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of a document: `quote` stands at code points `start` to `end`, end exclusive."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """One thing that one text says. Dates are ISO at the precision of the text, or empty.

    `type` is an event type, a stance, or a type of fact; `about` a measure; `value` an amount in
    `unit`. `published` is the document's date and the day from which the row counts as known.
    """

    kind: str
    type: str
    date: str = ""
    actors: tuple[str, ...] = ()
    speaker: str = ""
    about: str = ""
    value: float | None = None
    unit: str = ""
    qualifier: str = ""
    what: str
    evidence: tuple[Evidence, ...]
    source: str
    title: str = ""
    published: str = ""
    sha256: str

    @property
    def key(self) -> str:
        """The same finding in the same document has the same key, however often it is added."""
        spans = ",".join(f"{span.start}-{span.end}" for span in self.evidence)
        parts = (self.kind, self.type, self.date, ";".join(self.actors), self.speaker, self.about)
        return digest((*parts, repr(self.value), self.unit, self.sha256, spans))

    @property
    def span(self) -> Span | None:
        """When it happened or was said; None where the text does not tell."""
        return read_span(self.date) if self.date else None

    @property
    def known(self) -> Day | None:
        """The last day its document may be of; None where that is not known."""
        return read_span(self.published).last if self.published else None


def load_reported(path: Path) -> tuple[Reported, ...]:
    """The reported rows of a JSON-lines file; none where there is no file. Raises SourceError file:line."""
    return tuple(_rows(path)) if path.exists() else ()


def add_reported(path: Path, rows: Iterable[Reported]) -> tuple[int, int]:
    """Add rows that are not held yet; gives how many were added and how many were held.

    The file is replaced in one step, so that a program stopped half-way leaves the old one whole.
    """
    held = {row.key: row for row in load_reported(path)}
    before = len(held)
    given = 0
    for row in rows:
        given += 1
        check_reported(row, str(path))
        held.setdefault(row.key, row)
    added = len(held) - before
    if added:
        _write(path, held.values())
    return added, given - added


def check_reported(row: Reported, where: str) -> None:
    """Refuses a row with no evidence, a bad date, or offsets that do not fit. Raises SourceError."""
    if row.kind not in KINDS:
        raise SourceError(f"kind: '{row.kind}' is not known", where=where, hint=f"known: {', '.join(KINDS)}")
    for name in ("type", "source", "what"):
        if not getattr(row, name):
            raise SourceError(f"{name}: is missing", where=where)
    if len(row.sha256) != 64 or not set(row.sha256) <= set("0123456789abcdef"):
        raise SourceError("sha256: should be 64 hex digits of the text", where=where)
    _check_evidence(row, where)
    for name in ("date", "published"):
        try:
            read_span(getattr(row, name) or "2000")
        except ValueError as error:
            raise SourceError(f"{name}: {error}", where=where) from None


def _check_evidence(row: Reported, where: str) -> None:
    if not row.evidence:
        raise SourceError("evidence: is missing", where=where, hint="evidence or nothing")
    for span in row.evidence:
        if span.start < 0 or span.end - span.start != len(span.quote) or not span.quote:
            told = f"evidence: {span.start} to {span.end} does not hold {len(span.quote)} characters"
            raise SourceError(told, where=where)


def _rows(path: Path) -> Iterator[Reported]:
    """Line by line, since the file grows with what a user reads."""
    number = 0
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    where = f"{path.name}:{number}"
                    row = _row(read_json(line, where), where)
                    check_reported(row, where)
                    yield row
    except UnicodeDecodeError:
        where = f"{path.name}:{number + 1}"
        raise SourceError("not UTF-8 text", where=where, hint="restore the file from a copy") from None
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", where=str(path)) from None


def _row(data: Any, where: str) -> Reported:
    if not isinstance(data, dict):
        raise SourceError("should be an object", where=where)
    names = {field.name for field in fields(Reported)}
    for key in data:
        if key not in names:
            raise SourceError(f"unknown key '{key}'", where=where)
    try:
        evidence = tuple(
            Evidence(start=int(span["start"]), end=int(span["end"]), quote=str(span["quote"]))
            for span in data["evidence"]
        )
        value = data.get("value")
        texts = {name: str(data.get(name) or "") for name in names - {"evidence", "value", "actors"}}
        return Reported(
            **texts,
            value=float(value) if value is not None else None,
            actors=tuple(str(actor) for actor in data.get("actors") or ()),
            evidence=evidence,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(f"not a reported row: {error}", where=where) from None


def _write(path: Path, rows: Iterable[Reported]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(asdict(row), ensure_ascii=False, sort_keys=True) for row in rows]
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(lines) + "\n")
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

"""A file of customers screened into a file of results, so that a run that dies goes on where it was.

Results grow in a part file beside the output; after each chunk a small state file says how many rows are
done and how many bytes that is. A new run over the same input with the same lists takes up there, cuts
off what was written after, and ends with the same bytes as a run that never died.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from article41.errors import SourceError
from article41.screening.batch import COLUMNS, RESULT, screen_batch
from article41.service.rows import FORMATS, Row, read_rows
from article41.service.screening import Screener

CHUNK = 2_048
Changes = dict[tuple[str, str], str]


@dataclass(slots=True)
class Progress:
    """How far a run is. `rows` customers done, `size` bytes of results, how many rows of each status."""

    job: str
    rows: int
    size: int
    counts: dict[str, int]


def screen_file(
    screener: Screener,
    source: Path,
    target: Path,
    *,
    as_of: date | None = None,
    changes: Changes | None = None,
    tell: Callable[[Progress], None] = lambda _: None,
) -> Progress:
    """Screens a file of customers into another. Raises SourceError. `tell` hears after each chunk."""
    form = FORMATS.get(target.suffix.lower())
    if form is None:
        hint = "use .csv, .jsonl or .parquet"
        raise SourceError(f"'{target.suffix}' is no format of results", where=str(target), hint=hint)
    part, state = _beside(target, ".part"), _beside(target, ".state")
    progress = _taken_up(part, state, _job(screener, source, form, as_of, changes))
    with part.open("r+b" if progress.size else "wb") as file:
        file.truncate(progress.size)
        file.seek(progress.size)
        if not progress.size and form == "csv":
            file.write(_csv_text([dict.fromkeys(RESULT.names)], head=True))
        for rows in _chunks(read_rows(source, progress.rows)):
            tell(progress)
            _screen_chunk(screener, rows, file, form, as_of, changes, progress)
            _save(state, progress)
    if form == "parquet":
        _to_parquet(part)
    os.replace(part, target)
    state.unlink(missing_ok=True)
    tell(progress)
    return progress


def _screen_chunk(
    screener: Screener,
    rows: list[Row],
    file: BinaryIO,
    form: str,
    as_of: date | None,
    changes: Changes | None,
    progress: Progress,
) -> None:
    import pyarrow as pa

    asked = [
        {column: None if (value := row.get(column)) is None else str(value) for column in (*COLUMNS, "error")}
        for row in rows
    ]
    found = screen_batch(
        pa.RecordBatch.from_pylist(asked),
        screener.index,
        screener.thresholds,
        as_of=as_of,
        allow=screener.allow,
        today=screener.today,
        changes=changes,
        first_row=progress.rows + 1,
    ).to_pylist()
    file.write(_csv_text(found) if form == "csv" else _json_text(found))
    file.flush()
    os.fsync(file.fileno())
    progress.rows += len(rows)
    progress.size = file.tell()
    for line in found:
        progress.counts[line["status"]] = progress.counts.get(line["status"], 0) + 1


def _taken_up(part: Path, state: Path, job: str) -> Progress:
    """Where an earlier run over the same input, lists and options stopped; else the start."""
    try:
        held = Progress(**json.loads(state.read_text(encoding="utf-8")))
        if held.job == job and part.stat().st_size >= held.size:
            return held
    except (OSError, ValueError, TypeError):
        pass
    return Progress(job=job, rows=0, size=0, counts={})


def _save(state: Path, progress: Progress) -> None:
    fresh = state.with_name(state.name + ".new")
    fresh.write_text(json.dumps(asdict(progress)), encoding="utf-8")
    os.replace(fresh, state)


def _job(screener: Screener, source: Path, form: str, as_of: date | None, changes: Changes | None) -> str:
    """What makes two runs the same: the input's bytes, lists, thresholds, decisions, day and format."""
    if not source.is_file():
        raise SourceError("there is no such file", where=str(source), hint="give a .csv, .jsonl or .parquet")
    total = sha256()
    with source.open("rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            total.update(block)
    today = screener.today if len(screener.allow) else None
    words = [screener.digest, form, str(as_of), str(today), repr(changes)]
    words += map(repr, screener.allow.decisions)
    total.update("\n".join(words).encode())
    return total.hexdigest()


def _chunks(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _csv_text(rows: list[dict[str, Any]], *, head: bool = False) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, RESULT.names, lineterminator="\n")
    if head:
        writer.writeheader()
    else:
        writer.writerows(rows)
    return out.getvalue().encode()


def _json_text(rows: list[dict[str, Any]]) -> bytes:
    kept = ({key: value for key, value in row.items() if value not in (None, "")} for row in rows)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in kept).encode()


def _to_parquet(part: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    fresh = part.with_name(part.name + ".parquet")
    with part.open(encoding="utf-8") as file, pq.ParquetWriter(fresh, RESULT, compression="zstd") as writer:
        while lines := list(islice(file, 50_000)):
            writer.write_table(pa.Table.from_pylist([json.loads(line) for line in lines], schema=RESULT))
    os.replace(fresh, part)


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f".{target.name}{ending}")

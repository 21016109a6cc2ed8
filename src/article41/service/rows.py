"""Customers from CSV, JSON lines and Parquet, row by row; a bad row comes as its error, never as a stop."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from article41.errors import SourceError

Row = dict[str, Any]
FORMATS = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}
MAX_CELL = 20_000
_RENAMED = {
    "customer_id": "id",
    "full_name": "name",
    "dob": "birth_date",
    "birthdate": "birth_date",
    "date_of_birth": "birth_date",
    "sex": "gender",
    "citizenship": "nationality",
}


def form_of(path: Path) -> str:
    """csv, jsonl or parquet by the file's ending. Raises SourceError."""
    found = FORMATS.get(path.suffix.lower())
    if found is None:
        raise SourceError(
            f"'{path.suffix}' is no format of customers", where=str(path), hint="use .csv, .jsonl or .parquet"
        )
    return found


def read_rows(path: Path, skip: int = 0) -> Iterator[Row]:
    """The rows of a file after the first `skip`, with the names of columns made plain.

    Raises SourceError where there is no such file, or it names no column to screen by.
    """
    if not path.is_file():
        raise SourceError("there is no such file", where=str(path), hint="give a .csv, .jsonl or .parquet")
    reader = {"csv": _csv, "jsonl": _jsonl, "parquet": _parquet}[form_of(path)]
    return islice(reader(path), skip, None)


def count_rows(path: Path) -> int:
    """About how many rows there are, for the progress bar."""
    if form_of(path) == "parquet":
        import pyarrow.parquet as pq

        return int(pq.read_metadata(path).num_rows)
    with path.open("rb") as file:
        lines = sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
    return max(lines - (form_of(path) == "csv"), 0)


def _csv(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        reader = csv.reader(file)
        head = [_plain(name) for name in next(reader, [])]
        _check_head(head, path)
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield {"error": f"is no row of CSV: {error}"}
                continue
            if cells:
                yield _row(head, cells)


def _row(head: list[str], cells: list[str]) -> Row:
    row = dict(zip(head, cells, strict=False))
    if len(cells) != len(head):
        return _clean(row) | {"error": f"has {len(cells)} cells where the head has {len(head)}"}
    return _checked(row)


def _jsonl(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", errors="surrogateescape") as file:
        for line in file:
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise ValueError("not an object")
            except (ValueError, RecursionError) as error:
                yield {"error": f"is no JSON object: {error}"}
                continue
            yield _checked({_plain(str(key)): _joined(value) for key, value in row.items()})


def _parquet(path: Path) -> Iterator[Row]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
    except (pa.ArrowInvalid, OSError) as error:
        raise SourceError(f"is no Parquet file: {error}", where=str(path)) from None
    with file:
        names = [_plain(name) for name in file.schema_arrow.names]
        _check_head(names, path)
        for batch in file.iter_batches(batch_size=4096):
            for row in batch.to_pylist():
                yield _checked({_plain(key): _joined(value) for key, value in row.items()})


def _joined(value: Any) -> Any:
    if value is None or isinstance(value, str):
        return value
    return ";".join(str(item) for item in value) if isinstance(value, list) else str(value)


def _checked(row: Row) -> Row:
    for key, value in row.items():
        if isinstance(value, str) and not value.isascii() and _broken(value):
            return _clean(row) | {"error": f"{key} is not UTF-8 text; save the file as UTF-8"}
        if isinstance(value, str) and len(value) > MAX_CELL:
            return {"error": f"{key} is longer than {MAX_CELL:,} characters"}
    return row


def _broken(text: str) -> bool:
    return any("\ud800" <= sign <= "\udfff" for sign in text)


def _clean(row: Row) -> Row:
    """The row with broken signs replaced, so that it can be written out again."""
    return {key: _mended(value) if isinstance(value, str) else value for key, value in row.items()}


def _mended(text: str) -> str:
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _check_head(head: list[str], path: Path) -> None:
    from article41.screening.batch import COLUMNS

    if not set(head) & (set(COLUMNS) - {"id"}):
        raise SourceError(
            "names no column to screen by", where=f"{path}:1", hint=f"columns: {', '.join(COLUMNS)}"
        )


def _plain(name: str) -> str:
    plain = name.strip().lower().replace(" ", "_").replace("-", "_")
    return _RENAMED.get(plain, plain)

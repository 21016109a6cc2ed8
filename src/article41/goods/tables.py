"""Opens the goods data: tables with file:line for each row, and YAML documents."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from article41.errors import LawError
from article41.source import read_text, read_yaml


def rows(file: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a CSV file, each with its file:line."""
    with file.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        for row in reader:
            where = f"{file.name}:{reader.line_num}"
            if None in row or None in row.values():
                raise LawError("the row has too few or too many columns", where=where)
            yield where, row


def marked(file: Path, key: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The records of a YAML list, each with its file:line."""
    for record in document(file)[key]:
        yield record.where(), record


def document(file: Path) -> Any:
    """A YAML file, read strictly."""
    return read_yaml(read_text(file), file.name)


def check_keys(row: Mapping[str, Any], allowed: frozenset[str], where: str) -> None:
    """Raises LawError at a key that is not allowed."""
    if unknown := sorted(set(row) - allowed):
        raise LawError(f"unknown key {unknown[0]!r}", where=where, hint=f"one of {sorted(allowed)}")

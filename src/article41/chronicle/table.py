"""Reading the record's tables strictly: every fault names file, line and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import isfinite
from pathlib import Path

from article41.chronicle.span import Span, read_span
from article41.errors import SourceError
from article41.source import read_text
from article41.types import Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table, with checked access to its cells."""

    name: str
    line: int
    cells: dict[str, str]

    @property
    def where(self) -> str:
        """`file:line`."""
        return f"{self.name}:{self.line}"

    def fault(self, column: str, message: str, hint: str = "") -> SourceError:
        """An error that names this line and a column."""
        return SourceError(f"{column}: {message}", where=self.where, hint=hint)

    def text(self, column: str) -> str:
        """A cell, which may be empty."""
        return self.cells[column]

    def need(self, column: str) -> str:
        """A cell that must say something. Raises SourceError."""
        if not self.cells[column]:
            raise self.fault(column, "is missing", "every row states its source and how sure it is")
        return self.cells[column]

    def several(self, column: str) -> tuple[str, ...]:
        """Values parted by semicolons."""
        return tuple(part.strip() for part in self.cells[column].split(";") if part.strip())

    def choice(self, column: str, known: object) -> str:
        """A word of a closed list. Raises SourceError."""
        word = self.cells[column]
        if word not in known:  # type: ignore[operator]
            options = ", ".join(sorted(part for part in known if part))  # type: ignore[attr-defined]
            raise self.fault(column, f"'{word}' is not known", f"known: {options}")
        return word

    def choices(self, column: str, known: object) -> tuple[str, ...]:
        """Words of a closed list, parted by semicolons. Raises SourceError."""
        for word in self.several(column):
            if word not in known:  # type: ignore[operator]
                raise self.fault(column, f"'{word}' is not known")
        return self.several(column)

    def confidence(self) -> Confidence:
        """How sure the row is. Raises SourceError."""
        return Confidence(self.choice("confidence", {grade.value for grade in Confidence}))

    def number(self, column: str) -> float | None:
        """A number of nought or more, or None for an empty cell. Raises SourceError."""
        text = self.cells[column]
        if not text:
            return None
        try:
            value = float(text) if text.isascii() and "_" not in text else float("nan")
        except ValueError:
            value = float("nan")
        if not isfinite(value) or value < 0:
            raise self.fault(column, f"'{text}' is not an amount", "digits only, nought or more")
        return value

    def span(self, column: str) -> Span | None:
        """A date as exact as it is known, or None for an empty cell. Raises SourceError."""
        text = self.cells[column]
        if not text:
            return None
        try:
            return read_span(text)
        except ValueError as error:
            raise self.fault(column, str(error), "write YYYY, YYYY-MM or YYYY-MM-DD") from None

    def day(self, column: str) -> date | None:
        """An exact day, or None for an empty cell. Raises SourceError."""
        span = self.span(column)
        if span is not None and not span.is_day:
            raise self.fault(column, f"'{span}' is not one day", "write YYYY-MM-DD")
        return span.first if span else None

    def need_day(self, column: str) -> date:
        """An exact day that must be there. Raises SourceError."""
        self.need(column)
        found = self.day(column)
        assert found is not None
        return found

    def need_span(self, column: str) -> Span:
        """A date that must be there. Raises SourceError."""
        self.need(column)
        found = self.span(column)
        assert found is not None
        return found


def read_table(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a CSV file with exactly these columns. Raises SourceError with file:line."""
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        head = next(reader, [])
        _check_head(head, columns, f"{path.name}:1")
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(columns):
                raise SourceError(
                    f"{len(cells)} cells where the table has {len(columns)} columns",
                    where=f"{path.name}:{reader.line_num}",
                    hint="put a cell with a comma in double quotes",
                )
            trimmed = (cell.strip() for cell in cells)
            yield Row(name=path.name, line=reader.line_num, cells=dict(zip(columns, trimmed, strict=True)))
    except csv.Error as error:
        raise SourceError(f"not valid CSV: {error}", where=f"{path.name}:{reader.line_num}") from None


def _check_head(head: list[str], columns: tuple[str, ...], where: str) -> None:
    unknown = [name for name in head if name not in columns]
    missing = [name for name in columns if name not in head]
    if unknown or missing or tuple(head) != columns:
        told = f"unknown column {unknown[0]!r}" if unknown else "columns differ from the table's format"
        if missing and not unknown:
            told = f"column {missing[0]!r} is missing"
        raise SourceError(told, where=where, hint=f"the columns are {','.join(columns)}")

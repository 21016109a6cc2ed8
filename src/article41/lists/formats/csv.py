"""CSV lists, line by line, with bounded lines and cells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from article41.errors import SourceError
from article41.lists.intake import Intake

END_OF_FILE = "\x1a"  # closes the files OFAC makes: it is no row
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def text_lines(stream: Intake) -> Iterator[str]:
    """Lines of UTF-8 text, each bounded. Raises SourceError on other bytes and control characters."""
    buffered = io.BufferedReader(stream, 65_536)
    number = 0
    while line := buffered.readline(stream.max_record + 1):
        number += 1
        if len(line) > stream.max_record:
            raise SourceError(
                f"a line is larger than {stream.max_record:,} bytes", where=f"{stream.name}:{number}"
            )
        try:
            words = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise SourceError(
                "not UTF-8 text", where=f"{stream.name}:{number}", hint="save it as UTF-8"
            ) from None
        if words.strip() == END_OF_FILE:
            continue
        if _CONTROL.search(words):
            raise SourceError("holds control characters, so it is damaged", where=f"{stream.name}:{number}")
        stream.record_done()
        yield words


def csv_rows(stream: Intake, *, required: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows under a header as (line, cells by column). Raises SourceError where a column is missing."""
    rows = bare_rows(stream)
    _, header = next(rows, (1, []))
    header = [name.strip() for name in header]
    missing = [name for name in required if name not in header]
    if missing:
        raise SourceError(f"column {', '.join(missing)} is missing", where=f"{stream.name}:1")
    for line, cells in rows:
        if len(cells) != len(header):
            raise SourceError(
                f"{len(cells)} cells under {len(header)} columns",
                where=f"{stream.name}:{line}",
                hint="the file is damaged or cut off",
            )
        yield line, dict(zip(header, (cell.strip() for cell in cells), strict=True))


def bare_rows(stream: Intake) -> Iterator[tuple[int, list[str]]]:
    """Rows as (line, cells), empty ones left out. Raises SourceError."""
    reader = csv.reader(text_lines(stream), strict=True)
    try:
        for row in reader:
            if row:
                yield reader.line_num, row
    except csv.Error as error:
        raise SourceError(
            f"not valid CSV: {error}", where=f"{stream.name}:{reader.line_num}", hint="damaged or cut off"
        ) from None

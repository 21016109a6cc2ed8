"""JSON lines, one object to a line, each bounded and without surprises."""

from __future__ import annotations

import json
from collections.abc import Iterator

from article41.errors import SourceError
from article41.lists.formats.csv import text_lines
from article41.lists.formats.record import Record
from article41.lists.intake import Intake


def json_lines(stream: Intake) -> Iterator[tuple[int, Record]]:
    """(line, object) of each line. Raises SourceError for other things than objects."""
    for number, line in enumerate(text_lines(stream), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
            if "\\u" in line:
                json.dumps(value, ensure_ascii=False).encode()  # half a letter cannot be written again
        except (ValueError, RecursionError):
            raise SourceError(
                "not a whole JSON object",
                where=f"{stream.name}:{number}",
                hint="the file is damaged or cut off",
            ) from None
        if not isinstance(value, dict):
            raise SourceError("not a JSON object", where=f"{stream.name}:{number}")
        yield number, value

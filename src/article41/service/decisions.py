"""The allow-list on disk: one JSON object a line, only ever added to."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from datetime import date
from pathlib import Path

from article41.errors import SourceError
from article41.screening.allow import AllowList, Decision
from article41.settings import home

FILE = "allow-list.jsonl"


def allow_list_path() -> Path:
    """Where decisions are kept: in the user's data folder."""
    return home() / FILE


def read_allow_list(path: Path | None = None) -> AllowList:
    """All decisions ever taken. Raises SourceError naming the line that cannot be read."""
    path = path or allow_list_path()
    if not path.exists():
        return AllowList()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"the allow-list cannot be read: {error}", where=str(path)) from None
    return AllowList(_decision(line, f"{path}:{n}") for n, line in enumerate(lines, 1) if line.strip())


def append_decision(decision: Decision, path: Path | None = None) -> None:
    """Adds a decision in one write, so that two users at once cannot mix their lines."""
    path = path or allow_list_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    row = {name: str(value) if isinstance(value, date) else value for name, value in asdict(decision).items()}
    line = json.dumps(row, ensure_ascii=False) + "\n"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(handle, line.encode())
        os.fsync(handle)
    finally:
        os.close(handle)


def _decision(line: str, where: str) -> Decision:
    try:
        row = json.loads(line)
        until = row.pop("until", None)
        on = date.fromisoformat(row.pop("on"))
        return Decision(**row, on=on, until=date.fromisoformat(until) if until else None)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise SourceError(
            "is no decision of the allow-list", where=where, hint="mend or remove the line"
        ) from None

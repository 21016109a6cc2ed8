"""The regular expressions of the reader's grammar, from its data."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from article41.reader.gazetteer import DATA
from article41.source import read_yaml


@cache
def _shipped() -> dict[str, Any]:
    found: dict[str, Any] = read_yaml((DATA / "patterns.yaml").read_text(encoding="utf-8"), "patterns.yaml")
    return found


def pattern(room: str, name: str) -> re.Pattern[str]:
    """One pattern of patterns.yaml: its alternatives joined in their order."""
    entry = _shipped()[room][name]
    return re.compile("|".join(entry["any"]), 0 if entry["case"] else re.IGNORECASE)


def shipped(name: str) -> dict[str, Any]:
    """A table of patterns.yaml: `numbers`, `units`."""
    return dict(_shipped()[name])

"""What was measured of screening: recall and false positives by threshold, from a file a script wrote."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from article41.service.plain_screening import plain_screening
from article41.service.screening import Screener

FILE = "measured.json"


def measured(screener: Screener) -> dict[str, Any]:
    """Lists, thresholds and the measurements; `measured` is None where the file is missing."""
    file = resources.files("article41") / "data" / "screening" / FILE
    about = plain_screening(screener.screen([]))
    rates = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else None
    return {"lists": about["lists"], "thresholds": about["thresholds"], "measured": rates}

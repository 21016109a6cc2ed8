"""Where something was said: the Council, a briefing, an interview, a letter."""

from __future__ import annotations

import re

from article41.reader.patterns import pattern

_VENUES = pattern("setting", "venues")


def venue(masked: str) -> str | None:
    """The venue that a sentence names, quotations left out; None where it names none."""
    match = _VENUES.search(masked)
    if match is None:
        return None
    if match.group("council"):
        return "UN Security Council"
    found = match.group("at") or match.group("told") or ""
    found = re.sub(r"\s+on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*", "", found)
    return found.strip() or None

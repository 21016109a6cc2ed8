"""The day a text is dated."""

from __future__ import annotations

import re
from datetime import date, timedelta

from article41.reader.date_words import MONTH, absolute, iso_of
from article41.reader.patterns import pattern

_HEAD_DATE = pattern("dates", "head_date")


_WIRE = re.compile(
    rf"(?:^|\n)[^\n]{{0,80}}?\b({MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})\b[^\n]{{0,30}}?(?:\(| [-–]|[-–] |—)"
)


def dateline(text: str, published: date | None) -> date | None:
    """The day a text is dated: a full date near its head, else a wire dateline, else publication."""
    head = text[:700]
    for match in _HEAD_DATE.finditer(head):
        if match.start() > 400 or not _in_head(head, match.start(), match.end()):
            continue
        kind = "iso" if match.group()[:2] == "20" and "-" in match.group() else "mdy"
        try:
            return date.fromisoformat(absolute(kind, match.group()))
        except ValueError:
            continue
    if published is None:
        return None
    wire = _WIRE.search(head)
    if wire is not None:
        iso = iso_of("md", wire.group(1), "", published + timedelta(days=2), None)
        if iso is not None:
            return date.fromisoformat(iso)
    return published


def _in_head(head: str, start: int, end: int) -> bool:
    """A date on a line of its own, or before the dash or bracket of a dateline: not one in a sentence."""
    line_start = head.rfind("\n", 0, start) + 1
    line_end = head.find("\n", end)
    line = head[line_start : line_end if line_end >= 0 else len(head)]
    before, after = head[line_start:start], head[end : end + 40]
    if len(line) < 90 and not line.rstrip().endswith((".", "?", "!", "”", '"')):
        return True
    return len(before) < 45 and bool(re.match(r"\s*(?:\([^)]{1,40}\)\s*)?(?:[-–—:]|\()", after))

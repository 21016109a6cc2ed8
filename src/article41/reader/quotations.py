"""What stands within quotation marks, double or single, closed or not."""

from __future__ import annotations

import re

_MARK = re.compile(r"[“„«”»\"]")
_OPEN, _CLOSE = "“„«", "”»"


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What stands within quotation marks (the marks included); an open one runs to the end."""
    found: list[tuple[int, int]] = []
    if _MARK.search(text, start, end) is None:
        return _single(text, start, end)
    opened = -1
    for position in range(start, end):
        sign = text[position]
        if opened < 0:
            if sign in _OPEN or sign == '"':
                opened = position
        elif sign in _CLOSE or (sign == '"' and text[opened] != "“") or (sign == '"' and position == end - 1):
            found.append((opened, position + 1))
            opened = -1
    if opened >= 0:
        found.append((opened, end))
    return found or _single(text, start, end)


_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)[^'‘’\n]{2,400}(?:[’'](?=\w)[^'‘’\n]{1,400}){0,6}['’](?!\w)")


def _single(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [match.span() for match in _SINGLE.finditer(text, start, end)]

"""How a vote went: adopted or vetoed, and the tally."""

from __future__ import annotations

import re

from article41.reader.items import Votes
from article41.reader.patterns import pattern

_NAMES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_WORDS = {word: n for n, word in enumerate(_NAMES.split())} | {
    "all 15": 15,
    "all fifteen": 15,
    "no": 0,
    "none": 0,
}
_DASH = pattern("votes", "dash")
_FAVOUR = pattern("votes", "favour")
_AGAINST = pattern("votes", "against")
_ABSTAIN = pattern("votes", "abstain")
_ALL = pattern("votes", "all")
_ALONE = pattern("votes", "alone")

ADOPTED = pattern("votes", "adopted")
VETOED = pattern("votes", "vetoed")


def tally(text: str) -> Votes | None:
    """The count that the words give; None where they give none."""
    if _ALL.search(text):
        return Votes(in_favour=15, against=0, abstain=0)
    dash = _DASH.search(text)
    if (
        dash is not None
        and re.search(r"\bvot\w*|\bresolution|\bcouncil", text, re.I)
        and int(dash.group(1)) + int(dash.group(2)) <= 15
    ):
        return Votes(
            in_favour=int(dash.group(1)),
            against=int(dash.group(2)),
            abstain=int(dash.group(3)) if dash.group(3) else None,
        )
    favour, against, abstain = (_count(pattern, text) for pattern in (_FAVOUR, _AGAINST, _ABSTAIN))
    if favour is None and (against is None or abstain is None):
        return None
    return Votes(in_favour=favour, against=against, abstain=abstain)


def _count(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    if match is None:
        return None
    word = next(group for group in match.groups() if group).lower()
    return int(word) if word.isdigit() else _WORDS.get(word)

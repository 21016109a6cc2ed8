"""Words and signs of a text with their offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

# Each alternative is a plain run of characters: time grows with the length of the text, no faster.
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S., D.P.R.K.
    r"|[A-Z]\.(?=[ \u00a0]?[A-Z])"  # John R. Bolton, N. Korea
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+(?:[-\u2010\u2011'’][^\W\d_]+)*"
    r"|\w+"
    r"|\S"
)
# "Chinese-Russian draft", "US-led": two words, not one name.
_STATES = {"chinese", "russian", "american", "british", "french", "japanese", "german", "us", "uk", "un"} | {
    "sino",
    "china",
    "russia",
    "washington",
    "moscow",
    "beijing",
    "japan",
    "eu",
}
# "United States-drafted": who made it, and that he did.
_MADE = {"drafted", "led", "sponsored", "proposed", "backed", "written", "authored", "penned", "prepared"}
_POSSESSIVE = ("'s", "’s", "'S", "’S")


class Token(NamedTuple):
    """One word or sign; `low` is its lower-case form with straight apostrophes."""

    start: int
    end: int
    text: str
    low: str
    quoted: bool


def tokenize(text: str, start: int, end: int, quotes: list[tuple[int, int]]) -> list[Token]:
    """The words and signs between two offsets; `quoted` tells those within quotation marks."""
    found: list[Token] = []
    waiting = iter(quotes)
    opened, closed = next(waiting, (end, end))
    for match in _TOKEN.finditer(text, start, end):
        begin, stop = match.span()
        while begin >= closed and closed < end:
            opened, closed = next(waiting, (end, end))
        quoted = opened <= begin < closed
        word = match.group()
        if len(word) > 2 and word.endswith(_POSSESSIVE):
            found.append(Token(begin, stop - 2, word[:-2], plain(word[:-2]), quoted))
            begin, word = stop - 2, word[-2:]
        if "-" in word and _of_two(word):
            head = word.split("-", 1)[0]
            middle = begin + len(head)
            found.append(Token(begin, middle, head, plain(head), quoted))
            found.append(Token(middle, middle + 1, "-", "-", quoted))
            begin, word = middle + 1, word[len(head) + 1 :]
        found.append(Token(begin, stop, word, plain(word), quoted))
    return found


def _of_two(word: str) -> bool:
    """Whether a hyphen joins a State with another, or with what it did."""
    head, tail = (plain(part) for part in word.split("-", 1))
    return head in _STATES or (tail in _MADE and word[0].isupper())


def lowered(text: str) -> str:
    """Lower case of the same length, letter for letter, so that offsets keep their meaning."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if c.isascii() else c for c in text)


def plain(word: str) -> str:
    """Lower case, with straight apostrophes and hyphens."""
    low = word.lower()
    if low.isascii():
        return low
    return low.replace("’", "'").replace("\u2010", "-").replace("\u2011", "-")

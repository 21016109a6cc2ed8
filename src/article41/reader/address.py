"""Phrases that need no office: pronouns, "the two countries", "Mr Trump"."""

from __future__ import annotations

from article41.reader.actor import Actor
from article41.reader.gazetteer import gazetteer, words
from article41.reader.names import name_end, words_of
from article41.reader.tokens import Token

HONORIFICS = frozenset(["mr", "mrs", "ms", "dr", "sir", "madam"])
# "His delegation had asked": the speaker of before, in the words of meeting records.
_OWN_SIDE = frozenset(["delegation", "country", "government", "administration"])
_ITS_SPEAKERS = frozenset({"delegation", "mission", "embassy"})
_HAVE = frozenset(["have", "has", "had", "are", "were", "is", "was", ",", "of"])
_LONGEST_PAIR = 3  # words of "the two countries"


def pronoun_at(tokens: list[Token], first: int) -> Actor | None:
    """A pronoun, or what stands for several named before."""
    low = tokens[first].low
    if low in words("pronouns"):
        return Actor(first, first + 1, "pronoun", low)
    if low in ("his", "her") and _low(tokens, first + 1) in _OWN_SIDE:
        return Actor(first, first + 2, "pronoun", "he" if low == "his" else "she")
    if low == "its" and _low(tokens, first + 1) in _ITS_SPEAKERS:
        return Actor(first, first + 2, "institution", tokens[first + 1].low, None, bare=True)
    if low == "both" and first and (tokens[first - 1].low in _HAVE or tokens[first - 1].text[0].isupper()):
        return None  # "have both spoken out"
    return _pair_at(tokens, first) if low in ("the", "both") else None


def _pair_at(tokens: list[Token], first: int) -> Actor | None:
    for length in range(_LONGEST_PAIR, 0, -1):
        phrase = " ".join(_low(tokens, first + n) for n in range(length))
        alone = length > 1 or _low(tokens, first + 1) not in words("titles")
        if phrase in words("pairs") and alone:
            return Actor(first, first + length, "pronoun", "they")
    return None


def mister_at(tokens: list[Token], first: int) -> Actor | None:
    """`Mr Trump`, `Mrs. May`: a person by family name."""
    at = first + (2 if _low(tokens, first + 1) == "." else 1)
    if at >= len(tokens):
        return None
    known = gazetteer().at(tokens, at)
    if known is not None and known[1].kind == "person":
        entry = known[1]
        return Actor(first, known[0], "person", entry.name, entry.represents, entry.role, True)
    end = name_end(tokens, at)
    if end == at:
        return None
    return Actor(first, end, "person", words_of(tokens, at, end), bare=end - at == 1)


def _low(tokens: list[Token], place: int) -> str:
    return tokens[place].low if place < len(tokens) else ""

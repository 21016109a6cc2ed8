"""Words that make a person's name."""

from __future__ import annotations

from article41.reader.gazetteer import gazetteer, words
from article41.reader.tokens import Token

_PARTICLES = frozenset(["de", "la", "le", "van", "von", "bin", "al", "da", "del", "di"])


def words_of(tokens: list[Token], first: int, last: int) -> str:
    """Tokens as text, with the gaps they had."""
    text = ""
    for n in range(first, last):
        gap = n > first and tokens[n].start > tokens[n - 1].end
        text += (" " if gap else "") + tokens[n].text
    return text


def is_name_word(token: Token) -> bool:
    """Whether a word with a capital may be part of a name."""
    text = token.text
    return (
        text[0].isupper()
        and len(text) > 1
        and token.low not in words("capitalised_but_no_name")
        and (not text.isupper() or len(text) > 5 or text.endswith("."))
    )


def name_end(tokens: list[Token], first: int) -> int:
    """Where a run of name words ends; the place itself where none begins."""
    at = first
    while at < len(tokens) and at - first < 5:
        token = tokens[at]
        known = gazetteer().at(tokens, at)
        if known is not None and not (known[1].kind == "person" and at > first):
            break
        if is_name_word(token):
            at += 1
        elif at > first and token.low in _PARTICLES and at + 1 < len(tokens) and is_name_word(tokens[at + 1]):
            at += 2
        else:
            break
    return at


def past_owner(tokens: list[Token], at: int) -> int:
    """Past the name in `Yoon's deputy adviser`, which says whose office it is."""
    if at + 1 < len(tokens) and tokens[at + 1].low in ("'s", "’s"):
        known = gazetteer().at(tokens, at)
        if known is None or known[1].kind == "person":
            return at + 2
    return at


def two_names(tokens: list[Token], at: int) -> bool:
    """Whether the word begins a person's name: two name words and then a comma or a verb."""
    end = name_end(tokens, at)
    return end - at >= 2 and tokens[end - 1].low not in words("phrase")

"""The signs by which words are weighed: stems, pairs of stems, what is denied, cues, who speaks of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from article41.reader.cues import FRIENDS, TARGET, Act, Ground, Read, cues, find
from article41.reader.gazetteer import words
from article41.reader.tokens import lowered

_WORD = re.compile(r"[a-z][a-z'’]*(?:-[a-z]+)*|[0-9][0-9.,]*|[.;:?!]")
_SIDES = (
    (
        r"\bnorth korea(?:n|ns)?(?:['’]s)?|\bn[.․] ?korea\w*|\bthe north\b|\bpyongyang|\bdprk\b"
        r"|\bkim jong[- ]un",
        "xnorth",
    ),
    (r"\bchina\b|\bbeijing|\bchinese\b|\brussian?\b|\bmoscow|\bkremlin", "xfriend"),
    (r"\bunited states|\bu[.․]s[.․]|\bwashington|\bamericans?\b|\bwhite house", "xstates"),
    (r"\bsouth korea\w*|\bs[.․] ?korea\w*|\bseoul|\brok\b|\bjapan\w*|\btokyo", "xsouth"),
)
_NAMED = tuple((re.compile(words), name) for words, name in _SIDES)
_REACH = 5  # words a negation covers


def signs_of(
    text: str, kind: str, represents: str | None, ground: Ground, acts: tuple[Act, ...], ruled: Read
) -> list[str]:
    """Every sign of some words, once each; `ruled` is what the rules said of them."""
    low, by = lowered(text), _side(represents)
    found = [f"by:{by}", f"kind:{kind}", f"ruled:{ruled.rule}"]
    found += _with(f"ruled:{ruled.stance}", by, kind)
    found += _with(f"draft:{ground.draft}", by, kind)
    for act in acts:
        found += _with(f"act:{act.action}", by, kind)
    for name in cues():
        if find(name, low):
            found += _with(f"cue:{name}", by, kind)
    found += _worded(low)
    return list(dict.fromkeys(found))


def _with(sign: str, by: str, kind: str) -> tuple[str, str, str]:
    return sign, f"{sign}|by:{by}", f"{sign}|kind:{kind}"


def _worded(text: str) -> Iterator[str]:
    for named, name in _NAMED:
        text = named.sub(name, text)
    kept: list[str] = []
    negated = 0
    for word in _WORD.findall(re.sub(r"n['’]t\b", " not", text)):
        if word in ".;:?!":
            negated = 0
            continue
        if word in words("signs_thin"):
            continue
        stem = _stem(word)
        kept.append(stem)
        yield stem
        if negated:
            yield f"not {stem}"
            negated -= 1
        if word in words("signs_negations"):
            negated = _REACH
    for first, second in pairwise(kept):
        yield f"{first} {second}"
    for first, second in zip(kept, kept[2:], strict=False):
        yield f"{first} .. {second}"


@cache
def _stem(word: str) -> str:
    """A word without its commonest endings, so that eased, easing and ease are one."""
    if word[0].isdigit():
        return "#"
    endings = [ending for ending in words("signs_endings") if word.endswith(ending)]
    longest = max((ending for ending in endings if len(word) - len(ending) >= 3), key=len, default="")
    return word.removesuffix(longest)


def _side(represents: str | None) -> str:
    if represents is None:
        return "nobody"
    if represents == TARGET:
        return "target"
    if represents in FRIENDS:
        return "friend"
    return "states" if represents == "United States" else "other"

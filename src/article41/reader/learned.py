"""A position weighed by many small signs, where no single cue decides: a linear model over words.

The weights are learned by `tests/reader/train.py` from sentences labelled by hand and stand in
`data/reader/stance_weights.json`. Reading with them is a sum: the same words always give the same stance,
and the words that weighed most are named in the rule of the item.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from article41.reader.cues import FRIENDS, TARGET, Ground, cues
from article41.reader.gazetteer import DATA

_WORD = re.compile(r"[a-z][a-z'’]*(?:-[a-z]+)*|[0-9][0-9.,]*|[.;:?!]")
_NAMES = (
    (r"\b(?:north korea(?:n|ns)?(?:['’]s)?|n\. ?korea\w*|the north|pyongyang|dprk|d\.p\.r\.k\.?|kim jong[- ]un)", "xnorth"),
    (r"\b(?:china|beijing|chinese|russia|moscow|russian|kremlin)\b", "xfriend"),
    (r"\b(?:united states|u\.s\.|washington|american|white house|us(?= (?:side|government|policy|sanctions)))", "xstates"),
    (r"\b(?:south korea\w*|s\. ?korea\w*|seoul|rok|japan\w*|tokyo)\b", "xsouth"),
)  # fmt: skip
_PLACES = tuple((re.compile(words), name) for words, name in _NAMES)
_NEGATIONS = frozenset(
    "not no never nor neither cannot without n't nothing none against hardly rather instead".split()
)
_STOPS = frozenset("a an the of to in on for and that its his her their our at by with as it is was be been".split())
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ed", "es", "ly", "s", "e")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A stance, how sure the weights are of it (0 to 1), and the words that told most for it."""

    stance: str
    share: float
    signs: tuple[str, ...]


def weigh(text: str, kind: str, represents: str | None, ground: Ground, ruled: str) -> Weighed:
    """The stance of words in lower case, as the weights have it; `ruled` is what the rules said of them."""
    labels, bias, weights = _weights()
    totals = list(bias)
    held = [(sign, weights[sign]) for sign in signs(text, kind, represents, ground, ruled) if sign in weights]
    for _, row in held:
        for place, weight in enumerate(row):
            totals[place] += weight
    best = max(range(len(labels)), key=totals.__getitem__)
    top = totals[best]
    share = 1 / sum(math.exp(total - top) for total in totals)
    held.sort(key=lambda one: -one[1][best])
    told = tuple(sign for sign, row in held if row[best] > 0 and not sign.startswith(("ruled:", "by:")))
    return Weighed(labels[best], share, told[:3])


def signs(text: str, kind: str, represents: str | None, ground: Ground, ruled: str) -> list[str]:
    """What the weights may speak of: words, pairs of words, words under a negation, cues, who speaks."""
    by = _side(represents)
    found = [f"ruled:{ruled}", f"by:{by}", f"kind:{kind}", f"ruled:{ruled}|by:{by}", f"ruled:{ruled}|kind:{kind}"]
    found += [f"draft:{ground.draft}", f"draft:{ground.draft}|by:{by}", f"draft:{ground.draft}|kind:{kind}"]
    for name, cue in cues().items():
        if cue.search(text):
            found += [f"cue:{name}", f"cue:{name}|by:{by}", f"cue:{name}|kind:{kind}"]
    found += _worded(text)
    return list(dict.fromkeys(found))


def _worded(text: str) -> Iterator[str]:
    for place, name in _PLACES:
        text = place.sub(name, text)
    text = re.sub(r"n['’]t\b", " not", text)
    words = [_stem(word) for word in _WORD.findall(text)]
    negated = 0
    kept: list[str] = []
    for word in words:
        if word in ".;:?!":
            negated = 0
            continue
        if word in _STOPS:
            continue
        yield f"w:{word}"
        if negated:
            yield f"not:{word}"
            negated -= 1
        if word in _NEGATIONS:
            negated = 5
        kept.append(word)
    yield from _pairs(kept)


def _pairs(words: list[str]) -> Iterator[str]:
    for first, second in zip(words, words[1:], strict=False):
        yield f"{first} {second}"
    for first, second in zip(words, words[2:], strict=False):
        yield f"{first} .. {second}"


@cache
def _stem(word: str) -> str:
    """A word without its commonest endings, so that eased, easing and ease are one."""
    if word[0].isdigit():
        return "#"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _side(represents: str | None) -> str:
    if represents is None:
        return "nobody"
    if represents == TARGET:
        return "target"
    if represents in FRIENDS:
        return "friend"
    return "states" if represents == "United States" else "other"


@cache
def _weights() -> tuple[tuple[str, ...], tuple[float, ...], dict[str, tuple[float, ...]]]:
    held = json.loads((DATA / "stance_weights.json").read_text(encoding="utf-8"))
    weights = {sign: tuple(row) for sign, row in held["weights"].items()}
    return tuple(held["labels"]), tuple(held["bias"]), weights


def all_signs(rows: Iterable[list[str]]) -> list[str]:
    """Every sign of several rows, in order of first appearance."""
    return list(dict.fromkeys(sign for row in rows for sign in row))

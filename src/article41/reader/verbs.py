"""Verbs and nouns that report a position, found in a sentence as phrases of words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from article41.reader.gazetteer import DATA, words
from article41.reader.inflection import forms
from article41.reader.tokens import Token
from article41.source import read_yaml

_CLASSES = ("say", "pro", "con", "watch")


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting phrase in a sentence: places of its words, its class (say, pro, con, watch), its form."""

    first: int
    last: int
    kind: str
    form: str  # finite, participle, noun
    words: str
    bare: bool = False  # the base form, which may be a noun as well


Phrase = tuple[tuple[str, ...], str, str, bool]


@cache
def _phrases() -> dict[str, list[Phrase]]:
    listed: dict[str, Any] = read_yaml((DATA / "verbs.yaml").read_text(encoding="utf-8"), "verbs.yaml")
    found: dict[str, list[Phrase]] = {}
    for phrase in (*_verbs(listed), *_fixed(listed), *_nouns(listed)):
        found.setdefault(phrase[0][0], []).append(phrase)
    for phrases in found.values():
        phrases.sort(key=lambda one: (-len(one[0]), one[2] == "noun"))
    return found


def _parts(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("|") if part.strip()]


def _verbs(listed: dict[str, Any]) -> Iterator[Phrase]:
    bare, loose = set(_parts(listed["bare"])), set(_parts(listed["loose"]))
    for kind in _CLASSES:
        for verb in _parts(listed[kind]):
            head, *rest = verb.split()
            for name, word in forms(head, listed["irregular"]).items():
                if (name == "base" and verb not in bare) or (name == "ing" and verb in loose):
                    continue
                form = "participle" if name == "ing" else "finite"
                yield (word, *rest), kind, form, name == "base"


def _fixed(listed: dict[str, Any]) -> Iterator[Phrase]:
    for kind in _CLASSES:
        for phrase in _parts(listed["fixed"][kind]):
            yield tuple(phrase.split()), kind, "finite", False


def _nouns(listed: dict[str, Any]) -> Iterator[Phrase]:
    against = tuple(_parts(listed["con_nouns"]))
    for phrase in _parts(listed["nouns"]):
        says = phrase.endswith("that") and not phrase.startswith(("demand", "insistence"))
        yield (
            tuple(phrase.split()),
            "con" if phrase.startswith(against) else "say" if says else "pro",
            "noun",
            False,
        )


def verbs_in(tokens: list[Token]) -> list[Verb]:
    """Reporting phrases outside quotations, the longest at each place."""
    found: list[Verb] = []
    phrases, i = _phrases(), 0
    while i < len(tokens):
        listed = phrases.get(tokens[i].low)
        match = _at(tokens, i, listed) if listed and not tokens[i].quoted else None
        if match is None:
            i += 1
            continue
        found.append(match)
        i = match.last
    return found


def _at(tokens: list[Token], i: int, phrases: list[Phrase]) -> Verb | None:
    for phrase, kind, form, bare in phrases:
        end = i + len(phrase)
        if end <= len(tokens) and (end == i + 1 or _spelled(tokens, i, phrase)):
            if form == "noun" and not (_as_noun(tokens, i) or phrase[-1] == "by"):
                continue
            if form == "finite" and (_as_noun(tokens, i) or (i and tokens[i - 1].low == "to")):
                continue
            if form == "finite" and _is_passive(tokens, i, end):
                continue
            if form == "participle" and i and tokens[i - 1].low in _BE:
                form = "finite"  # "have been pushing for"
            return Verb(i, end, kind, form, " ".join(phrase), bare)
    return None


def _spelled(tokens: list[Token], i: int, phrase: tuple[str, ...]) -> bool:
    return tokens[i + 1].low == phrase[1] and all(
        tokens[i + n].low == phrase[n] for n in range(2, len(phrase))
    )


def _is_passive(tokens: list[Token], i: int, end: int) -> bool:
    """`the launch was announced`: what is said, not who says it; `was condemned by` names its speaker."""
    at = i - 1
    while at > 0 and (tokens[at].low.endswith("ly") or tokens[at].low in ("also", "not", "still", "then")):
        at -= 1
    agent = end < len(tokens) and tokens[end].low == "by"
    happening = tokens[i].low.endswith("ing")  # "have been pushing for"
    return at >= 0 and tokens[at].low in _BE and tokens[i].low not in _BE and not agent and not happening


def _as_noun(tokens: list[Token], i: int) -> bool:
    """Whether the word before makes a noun of it: `a call for`, `China's push to`."""
    before = tokens[i - 1].low if i else ""
    return before in _NOUN_LEADS


_BE = frozenset(["is", "are", "was", "were", "been", "being", "be"])
_NOUN_LEADS = words("verbs_noun_leads")

"""Verbs and nouns that report a position, found in a sentence as phrases of words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from article41.reader.gazetteer import DATA, words
from article41.reader.tokens import Token
from article41.source import read_yaml

_CON_PARTICIPLES = frozenset(["denouncing", "condemning", "rejecting", "opposing", "dismissing"])
_PRO_PARTICIPLES = frozenset(["urging", "calling for", "calling on", "demanding", "asking", "appealing"])
_CON_NOUNS = ("opposition", "objection", "rejection", "refusal", "criticism")


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting phrase in a sentence: places of its words, its class (say, pro, con, watch), its form."""

    first: int
    last: int
    kind: str
    form: str  # finite, participle, noun
    words: str


Phrase = tuple[tuple[str, ...], str, str]


@cache
def _phrases() -> dict[str, list[Phrase]]:
    listed = read_yaml((DATA / "verbs.yaml").read_text(encoding="utf-8"), "verbs.yaml")
    found: dict[str, list[Phrase]] = {}
    for name in ("say", "pro", "con", "watch", "participles", "nouns"):
        for one in listed[name].split("|"):
            phrase = tuple(one.split())
            if phrase:
                found.setdefault(phrase[0], []).append((phrase, *_class(name, " ".join(phrase))))
    for phrases in found.values():
        phrases.sort(key=lambda one: (-len(one[0]), one[2] == "noun"))
    return found


def _class(name: str, words: str) -> tuple[str, str]:
    if name == "participles":
        kind = "con" if words in _CON_PARTICIPLES else "pro" if words in _PRO_PARTICIPLES else "say"
        return kind, "participle"
    if name == "nouns":
        says = words.endswith("that") and not words.startswith(("demand", "insistence"))
        return ("con" if words.startswith(_CON_NOUNS) else "say" if says else "pro"), "noun"
    return name, "finite"


def verbs_in(tokens: list[Token]) -> list[Verb]:
    """Reporting phrases outside quotations, the longest at each place."""
    found: list[Verb] = []
    phrases, i = _phrases(), 0
    while i < len(tokens):
        match = None if tokens[i].quoted else _at(tokens, i, phrases.get(tokens[i].low, ()))
        if match is None:
            i += 1
            continue
        found.append(match)
        i = match.last
    return found


def _at(tokens: list[Token], i: int, phrases: list[Phrase] | tuple[()]) -> Verb | None:
    for phrase, kind, form in phrases:
        end = i + len(phrase)
        if end <= len(tokens) and all(tokens[i + n].low == word for n, word in enumerate(phrase)):
            if form == "noun" and not (_as_noun(tokens, i) or words_of(phrase).endswith(" by")):
                continue
            if form == "finite" and (_as_noun(tokens, i) or (i and tokens[i - 1].low == "to")):
                continue
            return Verb(i, end, kind, form, " ".join(phrase))
    return None


def _as_noun(tokens: list[Token], i: int) -> bool:
    """Whether the word before makes a noun of it: `a call for`, `China's push to`."""
    before = tokens[i - 1].low if i else ""
    return before in _NOUN_LEADS


def words_of(phrase: tuple[str, ...]) -> str:
    """A phrase as text."""
    return " ".join(phrase)


_NOUN_LEADS = words("verbs_noun_leads")

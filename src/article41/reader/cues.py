"""The words by which a position shows, and what a reading of them gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from article41.reader.gazetteer import DATA
from article41.reader.patterns import joined
from article41.source import read_yaml

TARGET = "North Korea"


FRIENDS = frozenset({"China", "Russia"})  # their "in step with" asks for relief; others' withholds it


@dataclass(frozen=True, slots=True)
class Read:
    """A stance with the name of the rule that found it and the words of a condition, if any."""

    stance: str
    rule: str
    condition: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What the text as a whole says: which way its draft goes (ease, strengthen, extend, or unknown)."""

    draft: str | None = None
    adopted: bool = False
    others: tuple[tuple[tuple[str, ...], str], ...] = ()  # sponsors and direction of each draft
    talk: bool = False  # no draft, only what the opening of the text is about


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody's words would do to a measure: the word for it, and the action of the schema."""

    word: str
    action: str


RELIEF = frozenset({"lift", "end", "ease", "exempt", "raise"})
TIGHTENING = frozenset({"impose", "tighten", "lower"})


def act_in(acts: tuple[Act, ...], family: frozenset[str], text: str) -> re.Match[str] | None:
    """The first act of a family, as a match in the text of the words; None where there is none."""
    for act in acts:
        if act.action in family:
            return re.compile(rf"\b{re.escape(act.word)}\b").search(text)
    return None


@cache
def cues() -> dict[str, re.Pattern[str]]:
    """The cues by name, for text in lower case."""
    listed = read_yaml((DATA / "cues.yaml").read_text(encoding="utf-8"), "cues.yaml")["cues"]
    return {name: re.compile(joined([pattern.strip()])) for name, pattern in listed.items()}


@lru_cache(maxsize=2048)
def find(name: str, text: str) -> re.Match[str] | None:
    """The first words of one cue in a text in lower case; remembered, for rules and weights both ask."""
    return cues()[name].search(text)

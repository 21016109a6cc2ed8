"""Reads the words of goods: speech, the three lexicons, compounds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

from article41.errors import LawError
from article41.goods.compounds import Change, Compounds, Rule
from article41.goods.hs import Nomenclature
from article41.goods.senses import Sense
from article41.goods.sets import spans_of
from article41.goods.speech import Speech
from article41.goods.tables import document, rows
from article41.goods.words import Lexicon
from article41.types import Confidence

LEXICONS = ("words.csv", "trade.csv", "controlled.csv")
"""Everyday goods; the speech of customs and aid; what the control lists name."""


def _load_speech(file: Path) -> Speech:
    data = document(file)
    plurals = MappingProxyType({str(key): str(value) for key, value in data["plurals"].items()})
    names = [name for name in data if name not in ("doubts", "plurals")]
    doubts = MappingProxyType({key: frozenset(ids) for key, ids in data["doubts"].items()})
    return Speech(doubts=doubts, plurals=plurals, **{name: frozenset(data[name]) for name in names})


def load_lexicon(folder: Path, nomenclature: Nomenclature, control_lists: frozenset[str]) -> Lexicon:
    """The lexicon from the folder that holds its tables; LawError with file and line if malformed.

    `control_lists`: the sets whose entries go by specification.
    """
    speech = _load_speech(folder / "speech.yaml")
    phrases: dict[tuple[str, ...], tuple[Sense, ...]] = {}
    for name in LEXICONS:
        for where, row in rows(folder / name):
            for key, sense in _senses(row, where, speech, nomenclature):
                phrases[key] = (*phrases.get(key, ()), sense)
    return Lexicon(
        speech=speech,
        phrases=MappingProxyType(phrases),
        longest=max(len(key) for key in phrases),
        compounds=_load_compounds(folder / "compounds.csv", speech, nomenclature),
        control_lists=control_lists,
    )


def _senses(
    row: dict[str, str], where: str, speech: Speech, nomenclature: Nomenclature
) -> Iterator[tuple[tuple[str, ...], Sense]]:
    """The sense of each phrase of a row, under the tokens of the phrase."""
    anything = row["hs"] == "*"
    fields: dict[str, Any] = {
        "codes": () if anything else tuple(_codes(row["hs"], where, nomenclature)),
        "anything": anything,
        "listed_in": row.get("listed_in", ""),
        "find_out": row.get("find_out", ""),
        "confidence": _confidence(row.get("confidence", "high"), where),
        "where": where,
        **_marks(row["sets"], where),
    }
    for phrase in row["words"].split(";"):
        bare, star, _ = phrase.partition(" *")
        key = (*speech.tokens(bare), *(["*"] if star else []))
        if not key:
            raise LawError(f"{phrase!r} holds no word", where=where)
        yield key, Sense(phrase=bare, **fields)


def _confidence(text: str, where: str) -> Confidence:
    try:
        return Confidence(text)
    except ValueError as error:
        raise LawError(f"{text!r} is no confidence", where=where, hint="high, medium or low") from error


def _load_compounds(file: Path, speech: Speech, nomenclature: Nomenclature) -> Compounds:
    """Words that change the good they stand before or after, by the class of the good."""
    found: dict[str, dict[str, tuple[Rule, ...]]] = {"before": {}, "after": {}}
    for where, row in rows(file):
        rules = found.get(row["place"])
        if rules is None:
            raise LawError(f"{row['place']!r} is no place", where=where, hint="before or after")
        rule = _rule(row, where, nomenclature)
        for phrase in row["words"].split(";"):
            word = " ".join(speech.tokens(phrase))
            rules[word] = (*rules.get(word, ()), rule)
    return Compounds(before=MappingProxyType(found["before"]), after=MappingProxyType(found["after"]))


def _rule(row: dict[str, str], where: str, nomenclature: Nomenclature) -> Rule:
    sign, codes = row["hs"][:1], row["hs"][1:]
    if sign not in tuple(Change):
        raise LawError(f"{row['hs']!r} must begin with =, &, + or >", where=where)
    marks = row["sets"].split()
    return Rule(
        change=Change(sign),
        of=() if row["of"] == "*" else tuple(_codes(row["of"], where, nomenclature)),
        codes=tuple(_codes(codes, where, nomenclature)),
        keeps="=" in marks,
        where=where,
        **_marks(" ".join(mark for mark in marks if mark != "="), where),
    )


def _codes(text: str, where: str, nomenclature: Nomenclature) -> Iterator[str]:
    """The codes of a lexicon row; a chapter range such as "50-63" means each chapter of it."""
    for item in text.split():
        first, last = spans_of(item, where=where)
        for number in range(int(first), int(last) + 1):
            code = f"{number:0{len(first)}d}"
            if code[:2] in nomenclature.chapters:
                yield code


def _marks(text: str, where: str) -> dict[str, Any]:
    """Sets after "+" are certain, after "-" excluded, after "?" unsure."""
    found: dict[str, set[str]] = {"+": set(), "-": set(), "?": set()}
    for item in text.split():
        if item[0] not in found:
            raise LawError(f"{item!r} must begin with +, - or ?", where=where)
        found[item[0]].add(item[1:])
    names = {"+": "asserted", "-": "denied", "?": "unsure"}
    return {names[sign]: frozenset(ids) for sign, ids in found.items()}

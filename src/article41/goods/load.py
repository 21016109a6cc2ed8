"""Reads the goods data: the only module of this room that opens files."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from article41.errors import LawError
from article41.fingerprint import digest
from article41.goods.catalogue import GoodsCatalogue
from article41.goods.compounds import Change, Compounds, Rule
from article41.goods.hs import Chapter, Life, Nomenclature
from article41.goods.senses import Sense
from article41.goods.sets import CodeRange, GoodsSet, spans_of
from article41.goods.speech import Speech
from article41.goods.words import Lexicon
from article41.source import read_text, read_yaml
from article41.types import Basis, Confidence

DATA = Path(__file__).parent.parent / "data"

_SET_KEYS = frozenset(
    {
        "id",
        "title",
        "gist",
        "hs",
        "includes",
        "apart",
        "open_ended",
        "by_specification",
        "basis",
        "confidence",
        "source",
        "note",
    }
)
_RANGE_KEYS = frozenset({"codes", "partial", "basis", "confidence", "source"})


def load_goods(path: Path | None = None) -> GoodsCatalogue:
    """The catalogue from a data folder holding `goods/` and `hs/`; the shipped one by default.

    Raises LawError with file and line when a record is malformed. The caller keeps the result.
    """
    root = path or DATA
    nomenclature = load_nomenclature(root / "hs")
    speech = _load_speech(root / "goods" / "speech.yaml")
    return GoodsCatalogue(
        sets=MappingProxyType(_load_sets(root / "goods" / "sets.yaml")),
        lexicon=_load_lexicon(root / "goods" / "words.csv", speech, nomenclature),
        nomenclature=nomenclature,
        digest=_digest(root),
    )


def _digest(root: Path) -> str:
    """A digest of every data file of this room, for fingerprints."""
    files = sorted([*(root / "goods").iterdir(), *(root / "hs").iterdir()])
    return digest(f"{file.name} {file.read_text(encoding='utf-8')}" for file in files)


def load_nomenclature(folder: Path) -> Nomenclature:
    """Chapters, headings and the editions that have them."""
    chapters: dict[str, Chapter] = {}
    for _, row in _rows(folder / "chapters.csv"):
        number = row["chapter"]
        first, last = map(int, row["headings"].split("-"))
        headings = tuple(f"{number}{index:02d}" for index in range(first, last + 1))
        chapters[number] = Chapter(number=number, title=row["title"], headings=headings)
    lives: dict[str, tuple[Life, ...]] = {}
    for _, row in _rows(folder / "revisions.csv"):
        life = Life(first=int(row["from"] or 0), last=int(row["until"] or 9999), note=row["note"])
        lives[row["heading"]] = (*lives.get(row["heading"], ()), life)
    return Nomenclature(chapters=MappingProxyType(chapters), lives=MappingProxyType(lives))


def _load_sets(file: Path) -> dict[str, GoodsSet]:
    sets: dict[str, GoodsSet] = {}
    for where, row in _marked(file, "sets"):
        _check_keys(row, _SET_KEYS, where)
        try:
            goods_set = _goods_set(row, where)
        except (KeyError, ValueError, TypeError) as error:
            raise LawError(f"malformed goods set: {error}", where=where) from error
        if goods_set.id in sets:
            raise LawError(f"goods set {goods_set.id!r} is defined twice", where=where)
        sets[goods_set.id] = goods_set
    return sets


def _goods_set(row: dict[str, Any], where: str) -> GoodsSet:
    ranges = [item for entry in row.get("hs", ()) for item in _ranges(entry, where)]
    return GoodsSet(
        id=row["id"],
        title=row["title"],
        gist=row["gist"],
        ranges=tuple(ranges),
        includes=tuple(row.get("includes", ())),
        apart=tuple(row.get("apart", ())),
        open_ended=row.get("open_ended", False),
        by_specification=row.get("by_specification", False),
        basis=Basis(row["basis"]),
        confidence=Confidence(row["confidence"]),
        source=row["source"],
        note=row.get("note", ""),
        where=where,
    )


def _ranges(entry: dict[str, Any], where: str) -> Iterator[CodeRange]:
    _check_keys(entry, _RANGE_KEYS, where)
    for text in entry["codes"]:
        first, last = spans_of(text, where=where)
        yield CodeRange(
            first=first,
            last=last,
            partial=entry.get("partial", False),
            basis=Basis(entry["basis"]),
            confidence=Confidence(entry["confidence"]),
            source=entry["source"],
        )


def _load_speech(file: Path) -> Speech:
    data = _document(file)
    plurals = MappingProxyType({str(key): str(value) for key, value in data["plurals"].items()})
    names = [name for name in data if name not in ("doubts", "plurals")]
    doubts = MappingProxyType({key: frozenset(ids) for key, ids in data["doubts"].items()})
    return Speech(doubts=doubts, plurals=plurals, **{name: frozenset(data[name]) for name in names})


def _load_lexicon(file: Path, speech: Speech, nomenclature: Nomenclature) -> Lexicon:
    phrases: dict[tuple[str, ...], tuple[Sense, ...]] = {}
    for where, row in _rows(file):
        anything = row["hs"] == "*"
        codes = () if anything else tuple(_codes(row["hs"], where, nomenclature))
        marks = _marks(row["sets"], where)
        for phrase in row["words"].split(";"):
            bare, star, _ = phrase.partition(" *")
            key = (*speech.tokens(bare), *(["*"] if star else []))
            if not key:
                raise LawError(f"{phrase!r} holds no word", where=where)
            sense = Sense(phrase=bare, codes=codes, anything=anything, where=where, **marks)
            phrases[key] = (*phrases.get(key, ()), sense)
    return Lexicon(
        speech=speech,
        phrases=MappingProxyType(phrases),
        longest=max(len(key) for key in phrases),
        compounds=_load_compounds(file.with_name("compounds.csv"), speech, nomenclature),
    )


def _load_compounds(file: Path, speech: Speech, nomenclature: Nomenclature) -> Compounds:
    """Words that change the good they stand before or after, by the class of the good."""
    found: dict[str, dict[str, tuple[Rule, ...]]] = {"before": {}, "after": {}}
    for where, row in _rows(file):
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


def _rows(file: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a CSV file, each with its file:line."""
    with file.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        for row in reader:
            where = f"{file.name}:{reader.line_num}"
            if None in row or None in row.values():
                raise LawError("the row has too few or too many columns", where=where)
            yield where, row


def _marked(file: Path, key: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The records of a YAML list, each with its file:line."""
    for record in _document(file)[key]:
        yield record.where(), record


def _document(file: Path) -> Any:
    return read_yaml(read_text(file), file.name)


def _check_keys(row: Mapping[str, Any], allowed: frozenset[str], where: str) -> None:
    if unknown := sorted(set(row) - allowed):
        raise LawError(f"unknown key {unknown[0]!r}", where=where, hint=f"one of {sorted(allowed)}")

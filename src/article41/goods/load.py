"""Reads the goods data: the catalogue, its sets and the nomenclature."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

from article41.errors import LawError
from article41.fingerprint import digest
from article41.goods.catalogue import GoodsCatalogue
from article41.goods.hs import Chapter, Life, Nomenclature
from article41.goods.load_words import load_lexicon
from article41.goods.sets import CodeRange, GoodsSet, spans_of
from article41.goods.tables import check_keys, marked, rows
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
    sets = _load_sets(root / "goods" / "sets.yaml")
    lists = frozenset(name for name, one in sets.items() if one.by_specification)
    return GoodsCatalogue(
        sets=MappingProxyType(sets),
        lexicon=load_lexicon(root / "goods", nomenclature, lists),
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
    for _, row in rows(folder / "chapters.csv"):
        number = row["chapter"]
        first, last = map(int, row["headings"].split("-"))
        headings = tuple(f"{number}{index:02d}" for index in range(first, last + 1))
        chapters[number] = Chapter(number=number, title=row["title"], headings=headings)
    lives: dict[str, tuple[Life, ...]] = {}
    for _, row in rows(folder / "revisions.csv"):
        life = Life(first=int(row["from"] or 0), last=int(row["until"] or 9999), note=row["note"])
        lives[row["heading"]] = (*lives.get(row["heading"], ()), life)
    return Nomenclature(chapters=MappingProxyType(chapters), lives=MappingProxyType(lives))


def _load_sets(file: Path) -> dict[str, GoodsSet]:
    sets: dict[str, GoodsSet] = {}
    for where, row in marked(file, "sets"):
        check_keys(row, _SET_KEYS, where)
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
    check_keys(entry, _RANGE_KEYS, where)
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

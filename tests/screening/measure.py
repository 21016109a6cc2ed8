"""Measures recall and false positives of screening by threshold, and writes what `screen --about` shows.

    python tests/screening/measure.py [innocent people, 20000 by default]

Listed names are those of the UN Consolidated List, disturbed as clerks and scanners disturb them; innocent
people are drawn from the US census of 1990 and from name lists of 19 languages. Both come from the material
beside the repository; without it there is nothing to measure.
"""

from __future__ import annotations

import csv
import json
import lzma
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from importlib import util
from pathlib import Path
from typing import Any

from article41 import __version__
from article41.lists.entity import Entity, PartialDate, Schema
from article41.lists.read import read_list
from article41.screening.index import Index
from article41.screening.query import Query, Thresholds


def _beside(name: str) -> Any:
    """A module of this folder, which is no package."""
    spec = util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


disturb = _beside("disturb")
ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT / ".." / "shared" / "data"
LIST = SHARED / "un-sc" / "consolidated-2026-02-27.xml.xz"
TARGET = ROOT / "src" / "article41" / "data" / "screening" / "measured.json"
LEVELS = (0.60, 0.65, 0.68, 0.70, 0.75, 0.80, 0.85, 0.90, 0.92, 0.95)
ONE_SLIP = (disturb.typo, disturb.transposition, disturb.ocr_slip, disturb.dropped_vowel)
SEED = 41
DAY_ONE, DAY_LAST = date(1940, 1, 1).toordinal(), date(2007, 12, 31).toordinal()


def main() -> None:
    """Measures, writes the file, prints the table."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    snapshot = read_list(LIST)
    index = Index([snapshot])
    rng = random.Random(SEED)
    rows: list[dict[str, Any]] = []
    for label, ways in (
        ("listed names, one slip", ONE_SLIP),
        ("listed names, two slips", (disturb.two_typos,)),
    ):
        asked = list(disturbed(snapshot.entities, ways, rng))
        rows += rates(label, [found_score(index, query, entity) for query, entity in asked])
    people = [Query(name=name, schema=Schema.PERSON) for name in innocents(size, rng)]
    rows += rates("innocent people flagged, by name", best_scores(index, people))
    dated = [replace(query, birth_dates=(birth(rng),)) for query in people]
    rows += rates("innocent people flagged, birth date known", best_scores(index, dated))
    data = {
        "date": str(date.today()),
        "version": __version__,
        "lists": [snapshot.key],
        "how": "UN Consolidated List of 2026-02-27; seed 41; tests/screening/measure.py",
        "rates": rows,
    }
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    for row in rows:
        share = f"{row['found']:>7,} of {row['size']:>7,}  {row['rate']:.3%}"
        print(f"{row['threshold']:.2f}  {row['set']:44} {share}")


def disturbed(
    entities: tuple[Entity, ...], ways: tuple[Callable[..., str], ...], rng: random.Random
) -> Iterator[tuple[Query, Entity]]:
    """Primary names of six letters or more, each disturbed once."""
    for entity in entities:
        name = entity.caption
        if sum(sign.isalpha() for sign in name) < 6 or not name.isascii():
            continue
        try:
            wrong = rng.choice(ways)(name, rng)
        except IndexError:  # a name that this slip cannot befall
            continue
        if wrong != name:
            yield Query(name=wrong, schema=entity.schema), entity


def found_score(index: Index, query: Query, entity: Entity) -> float:
    """The score by which the right party is found; 0 where it is not."""
    found = index.screen([query], Thresholds(possible=min(LEVELS)))[0]
    return next((match.score for match in found.matches if match.entity.id == entity.id), 0.0)


def best_scores(index: Index, queries: list[Query]) -> list[float]:
    """The best score of each query against anybody."""
    found = []
    for start in range(0, len(queries), 512):
        for one in index.screen(queries[start : start + 512], Thresholds(possible=min(LEVELS))):
            found.append(one.matches[0].score if one.matches else 0.0)
    return found


def rates(label: str, scores: list[float]) -> list[dict[str, Any]]:
    """How many reach each level."""
    counts = [(level, sum(score >= level for score in scores)) for level in LEVELS]
    return [
        {"threshold": level, "set": label, "size": len(scores), "found": n, "rate": round(n / len(scores), 6)}
        for level, n in counts
    ]


def innocents(size: int, rng: random.Random) -> Iterator[str]:
    """Names of people: two in five as in the US census, the rest from 19 languages in equal parts."""
    census = {kind: _census(kind) for kind in ("given-female", "given-male", "surnames")}
    locales: dict[str, dict[str, list[str]]] = {}
    for row in _rows("locale-names.csv.xz"):
        locales.setdefault(row["locale"], {}).setdefault(row["kind"], []).append(row["name"])
    for _ in range(size):
        if rng.random() < 0.4:
            first = _drawn(census[rng.choice(("given-female", "given-male"))], rng)
            yield f"{first} {_drawn(census['surnames'], rng)}".title()
            continue
        kinds = locales[rng.choice(sorted(locales))]
        given = [kind for kind in kinds if kind.startswith("given")]
        family = [kind for kind in kinds if not kind.startswith("given")] or given
        yield f"{rng.choice(kinds[rng.choice(given)])} {rng.choice(kinds[rng.choice(family)])}"


def birth(rng: random.Random) -> PartialDate:
    """A day in the lives of today's adults."""
    day = str(date.fromordinal(rng.randint(DAY_ONE, DAY_LAST)))
    return PartialDate(start=day, end=day)


def _census(kind: str) -> tuple[list[str], list[float]]:
    rows = list(_rows(f"us-census-1990-{kind}.csv.xz"))
    return [row["name"] for row in rows], [float(row["cumulative_percent"]) for row in rows]


def _drawn(table: tuple[list[str], list[float]], rng: random.Random) -> str:
    names, cumulative = table
    return rng.choices(names, cum_weights=cumulative)[0]


def _rows(name: str) -> Iterator[dict[str, str]]:
    with lzma.open(SHARED / "names" / name, "rt", encoding="utf-8") as file:
        yield from csv.DictReader(file)


if __name__ == "__main__":
    main()

"""Two names or parties compared, from words or from a file of pairs."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from article41.errors import FactsError, SourceError
from article41.screening.ask import make_query
from article41.screening.compare import SAME, Comparison, compare_parties

_FIELDS = ("birth_date", "country", "nationality", "gender", "identifier")
COLUMNS = ("name1", "name2", "schema", *(f"{field}{side}" for field in _FIELDS for side in "12"))
_SCHEMATA = {"publicbody": "organization", "thing": "", "asset": ""}
MOST_BYTES = 200_000_000


def compare(name1: str, name2: str, *, schema: str = "", **known: str) -> Comparison:
    """How alike two parties are, with the reasons.

    A name may hold several, separated by `;`. `schema`: person, company, vessel or what else `screen` knows,
    of both. `known`: birth_date1, birth_date2, country1, country2, nationality1... Raises FactsError for a
    date or country that cannot be read.
    """
    kind = schema.strip().lower()
    kind = _SCHEMATA.get(kind, kind)
    for field in known:
        if field not in COLUMNS:
            raise FactsError(f"there is no field '{field}'", hint=f"one of: {', '.join(COLUMNS)}")
    sides = []
    for side, name in (("1", name1), ("2", name2)):
        names = tuple(part.strip() for part in name.split(";") if part.strip())
        if not names:
            raise FactsError(f"name{side} is empty", hint="two names are needed")
        stated = {field: _several(known.get(field + side, "")) for field in _FIELDS}
        sides.append((make_query(names[0], type=kind, **stated), names))
    (one, names1), (other, names2) = sides
    return compare_parties(one, other, names1, names2)


def _several(text: str) -> list[str]:
    return [part.strip() for part in (text or "").split(";") if part.strip()]


def compare_rows(path: Path, threshold: float = SAME) -> Iterator[dict[str, Any]]:
    """A file of pairs (CSV with the columns name1, name2 and any of COLUMNS), compared row by row.

    Each row comes back with `score`, `same` and `because`; a row that cannot be read with its `error`.
    Raises SourceError where the file cannot be read or has no two names.
    """
    if not path.is_file() or path.stat().st_size > MOST_BYTES:
        raise SourceError("no file of pairs that can be read", where=str(path), hint="a CSV of name1,name2")
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            reader = csv.DictReader(file)
            head = set(reader.fieldnames or ())
            if not {"name1", "name2"} <= head:
                raise SourceError(
                    "has no columns name1 and name2", where=f"{path}:1", hint=f"columns: {', '.join(COLUMNS)}"
                )
            for row in reader:
                yield _compared(row, threshold)
        except (UnicodeDecodeError, csv.Error) as error:
            raise SourceError(f"is no CSV in UTF-8: {error}", where=str(path)) from None


def _compared(row: dict[str, Any], threshold: float) -> dict[str, Any]:
    plain = {key: value for key, value in row.items() if isinstance(key, str)}
    known = {key: value for key, value in plain.items() if key in COLUMNS[3:] and value}
    try:
        kind = plain.get("schema") or ""
        found = compare(plain.get("name1") or "", plain.get("name2") or "", schema=kind, **known)
    except FactsError as error:
        return {**plain, "error": error.message}
    return {**plain, "score": found.score, "same": found.score >= threshold, "because": found.because}


def plain_comparison(found: Comparison, threshold: float = SAME) -> dict[str, Any]:
    """A comparison as plain values."""
    return {
        "name1": found.name1,
        "name2": found.name2,
        "score": found.score,
        "same": found.score >= threshold,
        "threshold": threshold,
        "name_score": found.name.score,
        "because": found.because,
        "features": [
            {
                "name": one.name,
                "first": one.query,
                "second": one.listed,
                "score": one.score,
                "weight": one.weight,
                "why": one.why,
            }
            for one in found.name.features
        ],
        "qualifiers": [
            {
                "name": one.name,
                "first": one.query,
                "second": one.listed,
                "points": one.points,
                "why": one.why,
            }
            for one in found.qualifiers
        ],
    }

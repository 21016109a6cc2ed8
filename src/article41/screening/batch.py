"""Screening of many at once: a batch of customers in, a batch of results out, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from article41.errors import Article41Error
from article41.screening.allow import AllowList
from article41.screening.answered import Answered, heed
from article41.screening.ask import make_query
from article41.screening.index import Index
from article41.screening.match import Match
from article41.screening.query import Query, Thresholds

COLUMNS = (
    "id",
    "name",
    "type",
    "birth_date",
    "gender",
    "nationality",
    "country",
    "imo",
    "mmsi",
    "wallet",
    "passport",
    "national_id",
    "registration",
    "tax",
    "bic",
    "identifier",
)
"""What a row may hold; several values in a cell are parted by `;`. Other columns are left alone."""

RESULT = pa.schema(
    [
        ("row", pa.int64()),
        ("id", pa.string()),
        ("name", pa.string()),
        ("status", pa.string()),  # match, possible, set aside, cleared, no match, error
        ("score", pa.float64()),
        ("list", pa.string()),
        ("reference", pa.string()),
        ("listed_name", pa.string()),
        ("caption", pa.string()),
        ("programme", pa.string()),
        ("because", pa.string()),
        ("change", pa.string()),  # in monitoring: listed, amended or delisted since the older edition
    ]
)
"""One row a match; one with `no match` for a customer without any, one with `error` for a bad row."""

_SEVERAL = frozenset(COLUMNS) - {"id", "name", "type", "gender"}
CHUNK = 512
"""Queries looked up together: enough to share the work, few enough to keep the memory small."""


def screen_batch(
    batch: pa.RecordBatch,
    index: Index,
    thresholds: Thresholds,
    *,
    as_of: date | None = None,
    allow: AllowList | None = None,
    today: date | None = None,
    changes: Mapping[tuple[str, str], str] | None = None,
    first_row: int = 1,
) -> pa.RecordBatch:
    """The results of a batch of customers, in their order. A pure function: equal input, equal output.

    `changes` says, by snapshot and entity, what a list change did, for monitoring. `first_row` is the
    number of the first row; `error` in a column of the batch marks a row that could not be read.
    """
    rows = batch.to_pylist()
    results: list[dict[str, Any]] = []
    for start in range(0, len(rows), CHUNK):
        part = rows[start : start + CHUNK]
        asked = [_ask(row) for row in part]
        queries = [one for one in asked if isinstance(one, Query)]
        found = iter(index.screen(queries, thresholds, as_of))
        for number, (row, one) in enumerate(zip(part, asked, strict=True), first_row + start):
            head = {"row": number, "id": row.get("id"), "name": row.get("name")}
            if isinstance(one, Query):
                answer = heed(next(found), allow or AllowList(), as_of or today)
                results += [head | line for line in _lines(answer, thresholds, changes or {})]
            else:
                results.append(head | {"status": "error", "because": one})
    return pa.RecordBatch.from_pylist(results, schema=RESULT)


def _ask(row: dict[str, Any]) -> Query | str:
    """The query of a row, or what is wrong with it."""
    if row.get("error"):
        return str(row["error"])
    stated = {}
    for column in COLUMNS:
        value = row.get(column)
        if value is not None and column != "name":
            text = str(value)
            stated[column] = text.split(";") if column in _SEVERAL else text
    try:
        return make_query(str(row.get("name") or ""), **stated)
    except Article41Error as error:
        return f"{error.message}; {error.hint}" if error.hint else error.message


def _lines(
    answer: Answered, limits: Thresholds, changes: Mapping[tuple[str, str], str]
) -> Iterator[dict[str, Any]]:
    screened = answer.screened
    if not screened.matches and not screened.set_aside:
        yield {"status": "no match", "because": "; ".join(screened.notes)}
    for match in screened.matches:
        decided = answer.decided.get(match.entity.id)
        status = "match" if match.score >= limits.strong else "possible"
        because = match.because
        if decided is not None:
            status = "cleared" if decided.stands else status
            because = f"{because}; {decided.because}"
        line = _line(match, status, "; ".join([because, *screened.notes]))
        yield line | {"change": changes.get((match.snapshot, match.entity.id))}
    for match in screened.set_aside:
        line = _line(match, "set aside", match.because)
        yield line | {"change": changes.get((match.snapshot, match.entity.id))}


def _line(match: Match, status: str, because: str) -> dict[str, Any]:
    return {
        "status": status,
        "score": match.score,
        "list": match.snapshot,
        "reference": match.reference,
        "listed_name": match.name.text if match.name is not None else "",
        "caption": match.entity.caption,
        "programme": "; ".join(match.entity.programmes),
        "because": because,
    }

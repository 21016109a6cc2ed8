"""Transactions from YAML, JSON and NDJSON, with errors that name file, line and field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from article41.assessment.fields import field_meant
from article41.assessment.tidy import FieldError, tidy
from article41.assessment.transaction import Amount, Transaction
from article41.errors import Article41Error, FactsError
from article41.source import line_of, read_json, read_text, read_yaml

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
SUFFIXES = frozenset({".yaml", ".yml", ".json", ".ndjson", ".jsonl"})


def read_transactions(path: Path) -> Iterator[tuple[str, Transaction | Article41Error]]:
    """Each transaction of a file, or of every such file of a folder, with where it came from.

    A bad one comes as its error (SourceError: not readable, FactsError: wrong facts), so that the others
    are still assessed.
    """
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.suffix in SUFFIXES and file.is_file():
                yield from read_transactions(file)
        return
    try:
        text = read_text(path)
    except Article41Error as error:
        yield str(path), error
        return
    yield from parse_transactions(text, str(path), lines=path.suffix in (".ndjson", ".jsonl"))


def parse_transactions(
    text: str, name: str, *, lines: bool = False
) -> Iterator[tuple[str, Transaction | Article41Error]]:
    """Each transaction of a text: YAML, JSON (an object or a list), or one JSON object a line."""
    if lines or _looks_like_ndjson(text):
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                where = f"{name}:{number}"
                yield where, _attempt(partial(read_json, line, where), where)
        return
    read = read_json if text.lstrip()[:1] in ("{", "[") and not name.endswith("yaml") else read_yaml
    try:
        data = read(text, name)
    except Article41Error as error:
        yield name, error
        return
    many = data if isinstance(data, list) else [data]
    for place, item in enumerate(many):
        label = name if len(many) == 1 else f"{name}[{place}]"
        yield label, _attempt(partial(_same, item), label)


def parse_transaction(data: Any, name: str = "transaction") -> Transaction:
    """One Transaction from nested data. Raises FactsError naming the field and what to do."""
    from pydantic import ValidationError

    try:
        found: Transaction = _adapter().validate_python(tidy(data))
    except FieldError as error:
        raise _located(data, name, error.path, error.message, error.hint) from None
    except ValidationError as error:
        first = error.errors()[0]
        path = tuple(step for step in first["loc"] if not _is_union_branch(step))
        raise _located(data, name, path, _plain(first), _hint(first, path)) from None
    try:
        _check_dates(found)
        _check_amounts(found)
        _check_contradictions(found)
    except FieldError as error:
        raise _located(data, name, error.path, error.message, error.hint) from None
    return found


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a transaction in its written-out form."""
    from article41.assessment.schema import publish

    return publish(_adapter().json_schema())


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Transaction)


def _same(item: Any) -> Any:
    return item


def _attempt(read: Callable[[], Any], name: str) -> Transaction | Article41Error:
    try:
        return parse_transaction(read(), name)
    except Article41Error as error:
        return error


def _looks_like_ndjson(text: str) -> bool:
    rows = [line for line in text.splitlines() if line.strip()]
    return len(rows) > 1 and all(row.startswith("{") and row.rstrip().endswith("}") for row in rows)


def _located(data: Any, name: str, path: tuple[str | int, ...], message: str, hint: str) -> FactsError:
    written = tuple(
        {"import_": "import", "from_": "from", "is_": "is"}.get(step, step) if isinstance(step, str) else step
        for step in path
    )
    if written == ("dates", "conduct") and isinstance(data, dict) and "date" in data:
        written = ("date",)
    label = "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in written).lstrip(".")
    where = line_of(data, written) or name
    return FactsError(f"{label}: {message}" if label else message, where=where, hint=hint)


def _is_union_branch(step: Any) -> bool:
    return isinstance(step, str) and bool(re.match(r"(literal|tuple|bool|str|function)\b", step))


def _plain(first: Any) -> str:
    given = first.get("input")
    shown = f" (given: {str(given)[:60]!r})" if not isinstance(given, dict | list) else ""
    if first["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
        return "there is no such field"
    if first["type"] in ("missing", "missing_argument", "missing_keyword_only_argument"):
        return "is missing"
    return str(first["msg"]).replace("Input should be", "should be") + shown


def _hint(first: Any, path: tuple[str | int, ...]) -> str:
    if first["type"] in ("unexpected_keyword_argument", "extra_forbidden") and (meant := field_meant(path)):
        return f"did you mean '{meant}'?"
    if path in (("approvals",), ("notices",)) or path[:-1] in (("approvals",), ("notices",)):
        return "write e.g. {date: 2018-01-31}, {given: no} or, alone, no"
    if "date" in first["type"]:
        return "write dates as YYYY-MM-DD; leave out what is not known"
    if "bool" in first["type"] or "literal" in first["type"]:
        return "write yes, no or unknown; leave out what was not asked"
    return "see: article41 schema transaction"


def _check_dates(found: Transaction) -> None:
    days = {
        ("dates", "conduct"): found.dates.conduct,
        ("dates", "contract"): found.dates.contract,
        ("dates", "import_"): found.dates.import_,
    }
    for path, day in days.items():
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            raise FieldError(path, FactsError(f"{day} is outside 1990 to 2100", hint="write YYYY-MM-DD"))


def _check_amounts(found: Transaction) -> None:
    named: list[tuple[tuple[str | int, ...], Amount | None]] = []
    for place, item in enumerate(found.goods):
        named += [(("goods", place, key), getattr(item, key)) for key in ("quantity", "value", "item_value")]
    for place, tally in enumerate(found.tallies):
        named += [(("tallies", place, "delivered", n), a) for n, a in enumerate(tally.delivered)]
        named += [(("tallies", place, "ceiling", n), a) for n, a in enumerate(tally.ceiling)]
    for path, amount in named:
        if amount is not None and not 0 <= amount.amount < 1e15:
            raise FieldError(
                path,
                FactsError(f"{amount.amount:g} {amount.unit} is not an amount", hint="no negative numbers"),
            )


def _check_contradictions(found: Transaction) -> None:
    wrong_way = {"to-dprk": found.from_.country, "from-dprk": found.to.country}
    right_way = {"to-dprk": found.to.country, "from-dprk": found.from_.country}
    if found.flow in wrong_way and wrong_way[found.flow] == "KP" and right_way[found.flow] != "KP":
        raise FieldError(("flow",), FactsError(f"flow is {found.flow}, but the route runs the other way"))
    if found.facts.get("barred_party") is False and any(
        True in (party.listed, party.acts_for_listed, party.owned_by_listed) for party in found.parties
    ):
        raise FieldError(("facts", "barred_party"), FactsError("says no, but a party is stated as listed"))

"""Every operation of the law has its cases: it bites, it spares, a fact is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from article41.regime.conditions import leaves
from article41.regime.instrument import (
    Amend,
    Delist,
    Designate,
    Except,
    Impose,
    Mandate,
    Operation,
    Require,
    Suspend,
    Terminate,
)
from article41.regime.law import load_law
from article41.regime.silence import Silence
from article41.regime.vocabulary import silence_of
from article41.source import read_text, read_yaml

HERE = Path(__file__).parent
LAW = load_law()


def shown() -> dict[str, set[str]]:
    """Roles shown per operation id."""
    roles: dict[str, set[str]] = {}
    for path in sorted(HERE.glob("*.yaml")):
        for case in read_yaml(read_text(path), path.name) or []:
            for entry in case.get("shows", []):
                operation, role = entry.rsplit(": ", 1)
                assert role in ("bites", "spares", "missing"), f"{path.name}: {entry}"
                roles.setdefault(operation, set()).add(role)
    return roles


def wanted(operation: Operation) -> set[str]:
    """The roles an operation needs. What has no facts of a case to depend on is tested elsewhere:
    designations and mandates in test_designations, duties of the regime in test_calendar."""
    body = operation.body
    if isinstance(body, Designate | Delist | Mandate) or operation.targets == ("dprk",):
        return set()
    if isinstance(body, Terminate | Suspend):
        return {"bites", "spares"}
    if (
        isinstance(body, Amend)
        and not body.restates
        and set(dict(body.adds)) <= {"then_must"}
        and not body.sets
    ):
        return {"bites"} if body.adds else set()
    if isinstance(body, Require) and body.when is None:
        return {"bites"}
    return {"bites", "spares"} | ({"missing"} if _can_lack_a_fact(operation) else set())


def _can_lack_a_fact(operation: Operation) -> bool:
    body = operation.body
    if not operation.binds and not isinstance(body, Except):
        return False
    if isinstance(body, Impose):
        open_condition = any(silence_of(leaf.predicate) is Silence.OPEN for leaf in leaves(body.when))
        return bool(body.goods) or body.flow != "none" or open_condition
    if isinstance(body, Except | Require):
        return any(silence_of(leaf.predicate) is Silence.OPEN for leaf in leaves(body.when))
    return False


def operations() -> Iterator[Operation]:
    for text in LAW.resolutions:
        yield from text.operations()


def test_every_operation_has_its_cases() -> None:
    roles = shown()
    lacking = [
        f"{operation.id}: {', '.join(sorted(wanted(operation) - roles.get(operation.id, set())))}"
        for operation in operations()
        if wanted(operation) - roles.get(operation.id, set())
    ]
    assert not lacking, f"{len(lacking)} operations lack cases:\n" + "\n".join(lacking)


def test_cases_name_operations_that_exist() -> None:
    known = {operation.id for operation in operations()}
    dangling = sorted(set(shown()) - known)
    assert not dangling, dangling


def days_of_cases() -> set[str]:
    """Every day named in the facts of a case (not only in its words)."""
    stated: set[str] = set()
    for path in sorted(HERE.glob("*.yaml")):
        for case in read_yaml(read_text(path), path.name) or []:
            stated |= set(re.findall(r"\d{4}-\d{2}-\d{2}|(?<=date\()[\d, ]+", repr(case["facts"])))
    return {_iso(day) for day in stated}


def _iso(day: str) -> str:
    if "-" in day:
        return day
    year, month, number = (int(part) for part in day.split(","))
    return date(year, month, number).isoformat()


def test_every_boundary_day_has_cases_around_it() -> None:
    """First days of the twelve texts and what they set off, and last days: with the day before and after."""
    first: set[date] = set()
    last: set[date] = set()
    for text in LAW.resolutions:
        for operation in text.bound:
            if isinstance(operation.body, Designate | Delist | Mandate):
                continue
            first |= {day for day in [operation.start.resolve({})] if day}
            last |= {day for day in [operation.until.resolve({}) if operation.until else None] if day}
    around = {day + timedelta(days=n) for day in first for n in (-1, 0)}
    around |= {day + timedelta(days=n) for day in last for n in (-1, 0, 1)}
    lacking = sorted({day.isoformat() for day in around} - days_of_cases())
    assert not lacking, lacking

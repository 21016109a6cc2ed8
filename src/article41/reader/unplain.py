"""Readings from plain data of others: only what bears a known label and a quote that is in the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from article41.reader.document import Document, Evidence
from article41.reader.items import (
    ACTIONS,
    EVENT_TYPES,
    FACT_TYPES,
    KINDS,
    STANCES,
    STATUSES,
    Change,
    Event,
    Fact,
    Proposal,
    Quantity,
    Reading,
    Statement,
)

_SPEAKER_TYPES = ("person", "unnamed", "institution", "country")
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")


class _Unfit(Exception):
    """An item that cannot be taken: no quote, a quote not in the text, an unknown label."""


def reading_of(data: Any, document: Document, reader: str) -> Reading:
    """A reading from untrusted data; items without true evidence are dropped and counted."""
    source = data if isinstance(data, dict) else {}
    dropped = 0
    found: dict[str, list[Any]] = {}
    makers: dict[str, Callable[[dict[str, Any], Document], Any]] = {
        "statements": _statement, "proposals": _proposal, "events": _event, "facts": _fact,
    }  # fmt: skip
    for kind, make in makers.items():
        rows = source.get(kind)
        found[kind] = []
        for row in rows if isinstance(rows, list) else []:
            try:
                found[kind].append(make(row, document))
            except (_Unfit, AttributeError, TypeError, KeyError, ValueError):
                dropped += 1
    return Reading(
        name=document.name,
        sha256=document.sha256,
        on_topic=any(found.values()),
        statements=tuple(found["statements"]),
        proposals=tuple(found["proposals"]),
        events=tuple(found["events"]),
        facts=tuple(found["facts"]),
        reader=reader,
        dropped=dropped,
        notes=(f"{dropped} items without true evidence were dropped",) if dropped else (),
    )


def _evidence(row: dict[str, Any], document: Document) -> tuple[Evidence, ...]:
    """The quotes of an item, each found in the text; offsets of others are checked, never trusted."""
    given = row.get("evidence", row.get("quotes", row.get("quote")))
    spans: list[Evidence] = []
    for one in given if isinstance(given, list) else [given]:
        quote = one.get("quote") if isinstance(one, dict) else one
        if not isinstance(quote, str) or not quote.strip():
            raise _Unfit
        start = one.get("start") if isinstance(one, dict) else None
        if not (type(start) is int and start >= 0 and document.text.startswith(quote, start)):
            start = document.text.find(quote)
        if start < 0:
            raise _Unfit
        spans.append(Evidence(start=start, end=start + len(quote), quote=quote))
    if not spans:
        raise _Unfit
    return tuple(spans)


def _one_of(value: Any, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise _Unfit
    return str(value)


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _date(value: Any) -> str | None:
    return value if isinstance(value, str) and _ISO.fullmatch(value) else None


def _number(value: Any) -> float | int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _Unfit
    return value


def _statement(row: dict[str, Any], document: Document) -> Statement:
    speaker = _text(row.get("speaker"))
    if speaker is None:
        raise _Unfit
    return Statement(
        speaker=speaker,
        speaker_type=_one_of(row.get("speaker_type", "person"), _SPEAKER_TYPES),
        stance=_one_of(row.get("stance"), STANCES),
        evidence=_evidence(row, document),
        rule="model",
        role=_text(row.get("role")),
        represents=_text(row.get("represents")),
        date=_date(row.get("date")),
        venue=_text(row.get("venue")),
        target=_text(row.get("target")),
        target_measure=_text(row.get("target_measure")),
        content=_text(row.get("content")) or "",
        condition=_text(row.get("condition")),
        reported_by=_text(row.get("reported_by")),
    )


def _quantities(rows: Any) -> tuple[Quantity, ...]:
    found: list[Quantity] = []
    for row in rows if isinstance(rows, list) else []:
        value = _number(row.get("value"))
        if value is not None:
            found.append(Quantity(value=value, unit=_text(row.get("unit")), per=_text(row.get("per"))))
    return tuple(found)


def _change(row: dict[str, Any], document: Document) -> Change:
    measure = _text(row.get("measure"))
    if measure is None:
        raise _Unfit
    return Change(
        action=_one_of(row.get("action"), ACTIONS),
        measure=measure,
        evidence=_evidence(row, document),
        rule="model",
        values=_quantities(row.get("values")),
        from_values=_quantities(row.get("from_values")),
        until=_date(row.get("until")),
    )


def _proposal(row: dict[str, Any], document: Document) -> Proposal:
    sponsors = row.get("sponsors") or []
    return Proposal(
        kind=_one_of(row.get("kind", "proposal"), KINDS),
        sponsors=tuple(str(name) for name in sponsors) if isinstance(sponsors, list) else (),
        status=_one_of(row.get("status", "announced"), STATUSES),
        changes=tuple(_change(change, document) for change in row.get("changes") or []),
        evidence=_evidence(row, document),
        rule="model",
        date=_date(row.get("date")),
        resolution=_text(row.get("resolution")),
    )


def _event(row: dict[str, Any], document: Document) -> Event:
    return Event(
        type=_one_of(row.get("type"), EVENT_TYPES),
        evidence=_evidence(row, document),
        rule="model",
        date=_date(row.get("date")),
        place=_text(row.get("place")),
        amounts=_quantities(row.get("amounts")),
        outcome=_text(row.get("outcome")),
        resolution=_text(row.get("resolution")),
    )


def _fact(row: dict[str, Any], document: Document) -> Fact:
    return Fact(
        type=_one_of(row.get("type"), FACT_TYPES),
        measure=_text(row.get("measure")),
        evidence=_evidence(row, document),
        rule="model",
        value=_number(row.get("value")),
        unit=_text(row.get("unit")),
        per=_text(row.get("per")),
        qualifier=_text(row.get("qualifier")),
        resolution=_text(row.get("resolution")),
        date=_date(row.get("date")),
    )

"""From what the reader found in a document to reported rows of the record.

The reading is a plain object of the schema `article41-news/1`: `source`, `text_sha256` and the lists
statements, events and facts, each item with its evidence. Items without evidence are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from article41.chronicle.reported import Evidence, Reported
from article41.chronicle.span import read_span
from article41.chronicle.vocabulary import actor_code
from article41.errors import SourceError

_DELIVERED = frozenset({"refined-petroleum", "crude-oil", "oil-supply", "coal-export"})
_UNITS = {"barrels": "barrel", "barrel": "barrel", "tonnes": "t", "tons": "t", "tonne": "t"}
_SHOWN = 240


def reported_rows(reading: Mapping[str, Any]) -> tuple[Reported, ...]:
    """The rows of one reading. Raises SourceError where it names no document or no digest of its text."""
    source = reading.get("source") or {}
    if not isinstance(source, Mapping):
        raise SourceError("source: should be an object with url, title and date", where="reading")
    name = str(source.get("url") or source.get("title") or reading.get("doc_id") or "")
    document = {
        "source": name,
        "title": str(source.get("title") or ""),
        "published": _date(source.get("date")),
        "sha256": str(reading.get("text_sha256") or ""),
    }
    if not name or not document["sha256"]:
        hint = "give source.url (or title, or doc_id) and text_sha256"
        raise SourceError("the reading does not say which document it is of", where="reading", hint=hint)
    found = [
        *(_statement(item, document) for item in _items(reading, "statements")),
        *(row for item in _items(reading, "events") for row in _event(item, document)),
        *(_fact(item, document) for item in _items(reading, "facts")),
    ]
    return tuple(found)


def _items(reading: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    items = reading.get(name) or []
    if not isinstance(items, list):
        raise SourceError(f"{name}: should be a list", where="reading")
    for item in items:
        if isinstance(item, Mapping) and item.get("evidence"):
            yield item


def _statement(item: Mapping[str, Any], document: Mapping[str, str]) -> Reported:
    party = str(item.get("represents") or (item.get("speaker") if _is_body(item) else "") or "")
    evidence = _evidence(item)
    return _row(
        document,
        kind="statement",
        type=str(item.get("stance") or "neutral"),
        date=_date(item.get("date")) or document["published"],  # said by then, where no day is given
        actors=(actor_code(party),) if party else (),
        speaker=str(item.get("speaker") or ""),
        about=str(item.get("target_measure") or ""),
        what=_words(item.get("content"), evidence),
        evidence=evidence,
    )


def _is_body(item: Mapping[str, Any]) -> bool:
    return item.get("speaker_type") in ("country", "institution")


def _event(item: Mapping[str, Any], document: Mapping[str, str]) -> Iterator[Reported]:
    """One row an event, or one for each amount in a unit that the record compares."""
    evidence = _evidence(item)
    amounts = [amount for amount in item.get("amounts") or [] if isinstance(amount, Mapping)] or [{}]
    for amount in amounts:
        yield _row(
            document,
            kind="event",
            type=str(item.get("type") or "other"),
            date=_date(item.get("date")),
            actors=tuple(dict.fromkeys(actor_code(str(name)) for name in item.get("actors") or ())),
            about=str(item.get("resolution") or ""),
            value=_number(amount.get("value")),
            unit=_unit(amount.get("unit")),
            qualifier=str(amount.get("qualifier") or ""),
            what=_words(item.get("content"), evidence),
            evidence=evidence,
        )


def _fact(item: Mapping[str, Any], document: Mapping[str, str]) -> Reported:
    evidence = _evidence(item)
    measure = str(item.get("measure") or "")
    unit = _unit(item.get("unit"))
    delivered = item.get("type") == "figure" and measure in _DELIVERED and unit in ("barrel", "t")
    return _row(
        document,
        kind="delivery" if delivered else "fact",
        type=str(item.get("type") or "fact"),
        date=_date(item.get("date")),
        about=measure,
        value=_number(item.get("value")),
        unit=unit,
        qualifier=str(item.get("qualifier") or ""),
        what=_words(item.get("content"), evidence),
        evidence=evidence,
    )


def _row(document: Mapping[str, str], **row: Any) -> Reported:
    return Reported(
        **row,
        source=document["source"],
        title=document["title"],
        published=document["published"],
        sha256=document["sha256"],
    )


def _evidence(item: Mapping[str, Any]) -> tuple[Evidence, ...]:
    try:
        return tuple(
            Evidence(start=int(span["start"]), end=int(span["end"]), quote=str(span["quote"]))
            for span in item["evidence"]
        )
    except (KeyError, TypeError, ValueError) as error:
        told = f"evidence: not a list of start, end and quote ({error})"
        raise SourceError(told, where="reading") from None


def _date(value: Any) -> str:
    """A date the record can hold; empty where the reading has none or one it cannot place."""
    text = str(value or "")
    try:
        return read_span(text).text if text else ""
    except ValueError:
        return ""


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _unit(value: Any) -> str:
    text = str(value or "")
    return _UNITS.get(text.lower(), text)


def _words(content: Any, evidence: tuple[Evidence, ...]) -> str:
    text = " ".join(str(content or evidence[0].quote).split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"

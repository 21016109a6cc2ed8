"""The record as loaded from its files: one immutable Chronicle."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from article41.chronicle import vocabulary as words
from article41.chronicle.load_caps import load_caps, load_clauses
from article41.chronicle.load_deliveries import load_claims, load_deliveries
from article41.chronicle.rows import (
    CapRecord,
    Claim,
    Clause,
    Conversion,
    Delivery,
    Event,
    Position,
    Report,
)
from article41.chronicle.table import Row, read_table
from article41.fingerprint import digest
from article41.source import read_text

DATA = Path(__file__).parent.parent / "data" / "chronicle"
FILES = (
    "caps.yaml",
    "conversions.csv",
    "deliveries.csv",
    "events.csv",
    "positions.csv",
    "reports.csv",
    "revenue.csv",
    "triggers.yaml",
)
_EVENTS = (
    "id,date,until,known,type,actors,what,low,high,unit,symbol,answered_by,later,later_on,source,"
    "confidence,note"
)
_REPORTS = "symbol,published,kind,body,issued,points,source,confidence,note"
_POSITIONS = "actor,date,speaker,government,venue,stance,measures,about,what,source,confidence,note"
_CONVERSIONS = "product,barrels_per_tonne,tonnes_per_barrel,rule,basis,source,confidence,note"


@dataclass(frozen=True, kw_only=True)
class Chronicle:
    """The curated record. `digest` changes with any byte of its files."""

    events: tuple[Event, ...]
    reports: tuple[Report, ...]
    deliveries: tuple[Delivery, ...]
    claims: tuple[Claim, ...]
    positions: tuple[Position, ...]
    conversions: tuple[Conversion, ...]
    caps: tuple[CapRecord, ...]
    clauses: tuple[Clause, ...]
    digest: str

    @cached_property
    def events_by_symbol(self) -> dict[str, Event]:
        """Events that are a document of the Council or the Assembly, by its symbol."""
        return {event.symbol: event for event in self.events if event.symbol}

    def conversion(self, product: str) -> Conversion:
        """The factor of a product. Raises KeyError, which the loader rules out for shipped data."""
        return next(row for row in self.conversions if row.product == product)


def load_chronicle(folder: Path | None = None) -> Chronicle:
    """The shipped record, or that of another folder. Raises SourceError with file:line."""
    root = folder or DATA
    conversions = tuple(_conversion(row) for row in _rows(root, "conversions", _CONVERSIONS))
    caps = load_caps(root / "caps.yaml", frozenset(row.product for row in conversions))
    return Chronicle(
        events=_events(root),
        reports=tuple(_report(row) for row in _rows(root, "reports", _REPORTS)),
        deliveries=load_deliveries(root / "deliveries.csv", frozenset(cap.name for cap in caps)),
        claims=load_claims(root / "revenue.csv"),
        positions=tuple(_position(row) for row in _rows(root, "positions", _POSITIONS)),
        conversions=conversions,
        caps=caps,
        clauses=load_clauses(root / "triggers.yaml"),
        digest=digest(read_text(root / name) for name in FILES),
    )


def _rows(root: Path, name: str, columns: str) -> list[Row]:
    return list(read_table(root / f"{name}.csv", tuple(columns.split(","))))


def _events(root: Path) -> tuple[Event, ...]:
    seen: dict[str, str] = {}
    found: list[Event] = []
    for row in _rows(root, "events", _EVENTS):
        event = _event(row)
        if event.id in seen:
            raise row.fault("id", f"'{event.id}' stands already in {seen[event.id]}")
        seen[event.id] = row.where
        found.append(event)
    return tuple(sorted(found, key=lambda event: (event.date.first, event.id)))


def _event(row: Row) -> Event:
    date = row.need_span("date")
    until = row.day("until")
    if until is not None:
        if until < date.first:
            raise row.fault("until", f"{until} is before {date}")
        date = type(date)(first=date.first, last=until, text=f"{date.first}/{until}")
    known = row.day("known") or date.last
    low, high = row.number("low"), row.number("high")
    if (low is None) != (not row.text("unit")) or (high is not None and (low is None or high < low)):
        raise row.fault("low", "an amount has low (and high above it) with a unit, or none of the three")
    later_on = row.day("later_on")
    if bool(row.text("later")) != (later_on is not None):
        raise row.fault("later_on", "what came out later needs the day it did, and the other way round")
    return Event(
        id=row.need("id"),
        date=date,
        known=known,
        type=row.choice("type", words.EVENT_TYPES),
        actors=row.choices("actors", words.ACTORS),
        what=row.need("what"),
        source=row.need("source"),
        confidence=row.confidence(),
        low=low,
        high=high if high is not None else low,
        unit=row.text("unit"),
        symbol=row.text("symbol"),
        answered_by=row.several("answered_by"),
        later=row.text("later"),
        later_on=later_on,
        note=row.text("note"),
    )


def _report(row: Row) -> Report:
    return Report(
        symbol=row.need("symbol"),
        published=row.need_span("published"),
        kind=row.choice("kind", words.REPORT_KINDS),
        body=row.choice("body", words.BODIES),
        issued=row.choice("issued", {"yes", "no"}) == "yes",
        points=row.need("points"),
        source=row.need("source"),
        confidence=row.confidence(),
        note=row.text("note"),
    )


def _position(row: Row) -> Position:
    return Position(
        actor=row.choice("actor", words.ACTORS),
        date=row.need_span("date"),
        speaker=row.need("speaker"),
        government=row.text("government"),
        venue=row.need("venue"),
        stance=row.choice("stance", words.STANCES),
        measures=row.choices("measures", words.MEASURES),
        about=row.need("about"),
        what=row.need("what"),
        source=row.need("source"),
        confidence=row.confidence(),
        note=row.text("note"),
    )


def _conversion(row: Row) -> Conversion:
    factor, inverse = row.number("barrels_per_tonne"), row.number("tonnes_per_barrel")
    if (factor is None) != (inverse is None) or factor == 0:
        raise row.fault("barrels_per_tonne", "give both ways of the factor, or neither")
    if factor is not None and inverse is not None and abs(factor * inverse - 1) > 0.02:
        raise row.fault("tonnes_per_barrel", f"{inverse:g} is not the inverse of {factor:g}")
    rule = row.number("rule")
    return Conversion(
        product=row.need("product"),
        barrels_per_tonne=factor,
        tonnes_per_barrel=inverse,
        rule=int(rule) if rule is not None else None,
        basis=row.need("basis"),
        source=row.need("source"),
        confidence=row.confidence(),
        note=row.text("note"),
    )

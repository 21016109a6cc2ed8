"""One timeline of everything dated: events, votes from the law, reports, and what texts reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - a field is called `date`

from article41.chronicle.compare import Compared, compare_event, compare_statement
from article41.chronicle.load import Chronicle
from article41.chronicle.reported import Reported
from article41.chronicle.rows import Event, Report, is_known
from article41.chronicle.span import Span, day_span, read_span
from article41.regime.instrument import Resolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the timeline. `origin` is curated, law or reported; `compared` is for reported ones."""

    id: str
    date: Span
    known: Day | None
    type: str
    actors: tuple[str, ...]
    what: str
    origin: str
    source: str
    confidence: str
    amount: tuple[float, float, str] | None = None
    symbol: str = ""
    answered_by: tuple[str, ...] = ()
    later: str = ""
    note: str = ""
    evidence: Reported | None = None
    compared: tuple[Compared, ...] = ()


def timeline(
    chronicle: Chronicle,
    texts: Iterable[Resolution],
    reported: Iterable[Reported],
    known_on: Day | None,
) -> list[Entry]:
    """Everything known on a day, in order of dates; a reported row stands with what it is held against."""
    rows = [
        *_curated(chronicle, known_on),
        *_law(chronicle, texts),
        *_reported(chronicle, reported, known_on),
    ]
    known = [row for row in rows if is_known(row, known_on)]
    return sorted(known, key=lambda row: (row.date.first, row.date.last, row.origin == "reported", row.id))


def _curated(chronicle: Chronicle, known_on: Day | None) -> Iterator[Entry]:
    for event in chronicle.events:
        yield event_entry(event, known_on)
    for report in chronicle.reports:
        yield _report(report)


def event_entry(event: Event, known_on: Day | None) -> Entry:
    """An event as a line; what came out later only where it was out by then."""
    later = event.later_on is not None and (known_on is None or event.later_on <= known_on)
    amount = None
    if event.low is not None:
        amount = (event.low, event.high if event.high is not None else event.low, event.unit)
    return Entry(
        id=event.id,
        date=event.date,
        known=event.known,
        type=event.type,
        actors=event.actors,
        what=event.what,
        origin="curated",
        source=event.source,
        confidence=event.confidence.value,
        amount=amount,
        symbol=event.symbol,
        answered_by=event.answered_by,
        later=event.later if later else "",
        note=event.note,
    )


_BODIES = {"panel-of-experts": "Panel of Experts", "msmt": "MSMT"}


def _report(report: Report) -> Entry:
    issued = "" if report.issued else ", never issued"
    kind = "report" if report.kind == "report" else f"{report.kind} report"
    return Entry(
        id=report.symbol,
        date=report.published,
        known=report.known,
        type="report",
        actors=("MSMT",) if report.body == "msmt" else ("UN",),
        what=f"{_BODIES[report.body]}, {kind} {report.symbol}{issued}: {report.points}",
        origin="curated",
        source=report.source,
        confidence=report.confidence.value,
        symbol=report.symbol,
        note=report.note,
    )


def _law(chronicle: Chronicle, texts: Iterable[Resolution]) -> Iterator[Entry]:
    """Votes, Committee decisions and drafts, from the law itself, where the record has no row of its own."""
    told = {(event.type, event.date.first) for event in chronicle.events}
    for text in texts:
        day = _day(text)
        kind = _kind(text)
        if day is None or (kind == "draft" and {("draft", day.first), ("veto", day.first)} & told):
            continue
        votes = dict(text.vote)
        count = "-".join(str(votes[side]) for side in ("for", "against", "abstaining")) if votes else ""
        counted = f", {count}" if count and kind == "vote" else ""
        verb = {"vote": "adopted", "committee": "decided", "draft": "put forward"}[kind]
        yield Entry(
            id=text.id,
            date=day,
            known=day.last,
            type=kind,
            actors=(text.penholder.upper(),) if kind == "draft" and text.penholder else ("UN",),
            what=f"{text.symbol} {verb}{counted}: {text.title}",
            origin="law",
            source=text.url or text.id,
            confidence="high" if text.adopted else "medium",
            symbol=text.symbol,
        )


def _day(text: Resolution) -> Span | None:
    if text.adopted is not None:
        return day_span(text.adopted)
    return read_span(text.tabled) if text.tabled else None


def _kind(text: Resolution) -> str:
    if text.status != "adopted":
        return "draft"
    return "committee" if text.id.startswith("committee") else "vote"


def _reported(chronicle: Chronicle, rows: Iterable[Reported], known_on: Day | None) -> Iterator[Entry]:
    events = [event for event in chronicle.events if is_known(event, known_on)]
    positions = [row for row in chronicle.positions if is_known(row, known_on)]
    for row in rows:
        span = row.span
        if span is None:
            continue
        compared = compare_event(row, events) or compare_statement(row, positions)
        yield Entry(
            id=row.key,
            date=span,
            known=row.known,
            type="statement" if row.kind == "statement" else (row.kind if row.kind != "event" else row.type),
            actors=row.actors,
            what=row.what,
            origin="reported",
            source=row.source,
            confidence="low",
            amount=(row.value, row.value, row.unit) if row.value is not None else None,
            evidence=row,
            compared=compared,
        )

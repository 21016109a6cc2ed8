"""Loading deliveries against caps, and claims of what evasion earned."""

from __future__ import annotations

from pathlib import Path

from article41.chronicle import vocabulary as words
from article41.chronicle.rows import Claim, Delivery
from article41.chronicle.span import Span, read_span
from article41.chronicle.table import Row, read_table

UNITS = ("barrel", "t", "USD")
_DELIVERIES = (
    "cap,series,start,end,by,barrel,t,USD,bound,claimant,document,published,as_of,source,confidence,note"
)
_CLAIMS = (
    "method,start,end,low_usd,high_usd,bound,quantity,unit,claimant,claimant_kind,document,published,"
    "what,source,confidence,note"
)
_SUPPLIERS = frozenset(words.ACTORS) | {"all", "not declared"}


def load_deliveries(path: Path, caps: frozenset[str]) -> tuple[Delivery, ...]:
    """Every reckoning of what went against a cap. Raises SourceError with file:line."""
    return tuple(_delivery(row, caps) for row in read_table(path, tuple(_DELIVERIES.split(","))))


def load_claims(path: Path) -> tuple[Claim, ...]:
    """Every claim of revenue. Raises SourceError with file:line."""
    counts: dict[str, int] = {}
    found: list[Claim] = []
    for row in read_table(path, tuple(_CLAIMS.split(","))):
        method = row.choice("method", words.METHODS)
        counts[method] = counts.get(method, 0) + 1
        found.append(_claim(row, f"{method}-{counts[method]}"))
    return tuple(found)


def _delivery(row: Row, caps: frozenset[str]) -> Delivery:
    start, end = row.need_day("start"), row.need_day("end")
    if end < start:
        raise row.fault("end", f"{end} is before {start}")
    amounts = [(unit, row.number(unit)) for unit in UNITS]
    stated = tuple((unit, amount) for unit, amount in amounts if amount is not None)
    if not stated:
        raise row.fault("barrel", "the row states no amount", "give barrel, t or USD")
    published = row.span("published")
    if published is not None and published.last < start:
        raise row.fault("published", f"{published} is before the period begins")
    if not row.several("by"):
        raise row.fault("by", "is missing", "a State, all, or 'not declared'")
    return Delivery(
        cap=row.choice("cap", caps),
        series=row.choice("series", words.SERIES),
        start=start,
        end=end,
        by=tuple(sorted(row.choices("by", _SUPPLIERS))),
        amounts=stated,
        bound=row.choice("bound", words.BOUNDS),
        claimant=row.need("claimant"),
        document=row.need("document"),
        published=published,
        as_of=row.day("as_of"),
        source=row.need("source"),
        confidence=row.confidence(),
        note=row.text("note"),
        where=row.where,
    )


def _claim(row: Row, name: str) -> Claim:
    start, end = row.need_span("start"), row.need_span("end")
    if end.last < start.first:
        raise row.fault("end", f"{end} is before {start}")
    low, high = row.number("low_usd"), row.number("high_usd")
    if high is not None and (low is None or high < low):
        raise row.fault("high_usd", "is below the low figure, or stands alone")
    if low is None and row.number("quantity") is None:
        raise row.fault("low_usd", "the claim states neither dollars nor a quantity")
    return Claim(
        id=name,
        method=row.choice("method", words.METHODS),
        period=_period(start, end),
        low_usd=low,
        high_usd=high,
        bound=row.choice("bound", words.BOUNDS),
        quantity=row.number("quantity"),
        unit=row.text("unit"),
        claimant=row.need("claimant"),
        claimant_kind=row.choice("claimant_kind", words.CLAIMANT_KINDS),
        document=row.need("document"),
        published=row.need_span("published"),
        what=row.need("what"),
        source=row.need("source"),
        confidence=row.confidence(),
        note=row.text("note"),
    )


def _period(start: Span, end: Span) -> Span:
    return start if start == end else read_span(f"{start}/{end}")

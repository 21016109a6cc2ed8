"""A cap's schedule from its YAML."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from article41.errors import LawError
from article41.regime import reading
from article41.regime.limit import Limit, Window
from article41.regime.moments import parse_moment
from article41.source import Mapping


def parse_limit(data: Any, where: str) -> Limit:
    """A Limit from its YAML. Raises LawError, also where two windows overlap."""
    body = reading.mapping(data, where)
    reading.expect_keys(body, ("counts", "reached", "schedule", "alerts", "stop_at"))
    stop = body.get("stop_at")
    return Limit(
        counts=reading.choice(body, "counts", ("worldwide", "own-baseline"), "worldwide"),
        reached=reading.choice(body, "reached", ("first", "either"), "first"),
        schedule=parse_schedule(body.get("schedule") or [], body.where("schedule")),
        alerts=tuple(float(share) for share in reading.items(body, "alerts")),
        stop_at=float(stop) if stop is not None else None,
    )


def parse_schedule(data: Any, where: str) -> tuple[Window, ...]:
    """Windows in order, none overlapping. Raises LawError."""
    windows = tuple(_window(reading.mapping(item, where)) for item in data)
    for earlier, later in pairwise(windows):
        if earlier.end is None or later.start <= earlier.end:
            raise LawError(
                f"windows overlap at {later.start}",
                where=where,
                hint="list windows in order; an open-ended one comes last",
            )
    return windows


def _window(entry: Mapping) -> Window:
    reading.expect_keys(entry, ("window", "from", "every", "max", "keeps"), ("max",))
    ceiling = reading.mapping(entry["max"], entry.where("max"))
    if any(not isinstance(amount, int | float) or amount < 0 for amount in ceiling.values()):
        raise LawError("a ceiling must be a number, not negative", where=entry.where("max"))
    start, end = _days(entry)
    months = 0
    if "every" in entry:
        months = parse_moment(f"adopted+{entry['every']}", where=entry.where("every")).months
        if months <= 0:
            raise LawError("'every' must be months or years", where=entry.where("every"))
    return Window(
        start=start,
        end=end,
        every_months=months,
        ceiling=tuple((unit, float(amount)) for unit, amount in ceiling.items()),
        keeps=reading.text(entry, "keeps"),
    )


def _days(entry: Mapping) -> tuple[date, date | None]:
    if "window" not in entry:
        start = reading.day(entry, "from")
        if start is None:
            raise LawError("a window needs 'window' or 'from'", where=entry.where())
        return start, None
    try:
        first, last = str(entry["window"]).split("/")
        return date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        raise LawError(
            f"'{entry['window']}' is not a window",
            where=entry.where("window"),
            hint="two dates with a slash: 2017-10-01/2017-12-31",
        ) from None

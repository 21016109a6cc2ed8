"""Drafts and Committee requests from their rows."""

from __future__ import annotations

import calendar
from datetime import date

from article41.council.motion import CommitteeRequest, TabledDraft
from article41.council.stance import Direction
from article41.errors import LawError
from article41.regime import reading
from article41.source import Mapping

_DIRECTIONS = [way.value for way in Direction]
_DRAFT = ("id", "sponsors", "since", "known_by", "form", "direction", "answers", "met", "status", "fate")
_REQUEST = ("id", "day", "sponsors", "others", "direction", "ask", "outcome", "objectors")
_LAST = ("note", "source", "confidence")
_OUTCOMES = ("approved", "blocked", "no-action", "not-known")
_FORMS = ("resolution", "statement", "demand")


def load_drafts(rows: list[Mapping]) -> tuple[TabledDraft, ...]:
    """Drafts in order of the day by which they were known. Raises LawError."""
    found = [_draft(row) for row in rows]
    return tuple(sorted(found, key=lambda draft: (draft.known_by, draft.id)))


def load_requests(rows: list[Mapping]) -> tuple[CommitteeRequest, ...]:
    """Requests to the Committee by day. Raises LawError."""
    return tuple(sorted((_request(row) for row in rows), key=lambda request: request.day))


def last_day(text: str, where: str = "") -> date:
    """The last day of a year, month or day written YYYY, YYYY-MM or YYYY-MM-DD. Raises LawError."""
    parts = text.split("-")
    try:
        year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 12
        day = int(parts[2]) if len(parts) > 2 else calendar.monthrange(year, month)[1]
        return date(year, month, day)
    except (ValueError, IndexError):
        raise LawError(f"'{text}' is not a day, month or year", where=where, hint="YYYY-MM-DD") from None


def _draft(row: Mapping) -> TabledDraft:
    reading.expect_keys(row, (*_DRAFT, *_LAST), ("id", "sponsors", "since", "form", "direction", "source"))
    since = reading.text(row, "since")
    latest = last_day(since, row.where("since"))
    return TabledDraft(
        id=reading.text(row, "id"),
        sponsors=reading.texts(row, "sponsors"),
        since=since,
        known_by=reading.day(row, "known_by") or latest,
        form=reading.choice(row, "form", _FORMS),
        direction=Direction(reading.choice(row, "direction", _DIRECTIONS)),
        answers=reading.text(row, "answers"),
        met=row.get("met") is True,
        status=reading.text(row, "status"),
        fate=reading.text(row, "fate"),
        note=reading.text(row, "note"),
        source=reading.text(row, "source"),
        confidence=reading.confidence(row),
    )


def _request(row: Mapping) -> CommitteeRequest:
    reading.expect_keys(row, (*_REQUEST, *_LAST), ("id", "day", "direction", "ask", "outcome", "source"))
    day = reading.day(row, "day")
    if day is None:
        raise LawError("'day' needs a day", where=row.where("day"))
    return CommitteeRequest(
        id=reading.text(row, "id"),
        day=day,
        sponsors=reading.texts(row, "sponsors"),
        others=reading.whole(row, "others"),
        direction=Direction(reading.choice(row, "direction", _DIRECTIONS)),
        ask=reading.text(row, "ask"),
        outcome=reading.choice(row, "outcome", _OUTCOMES),
        objectors=reading.texts(row, "objectors"),
        note=reading.text(row, "note"),
        source=reading.text(row, "source"),
        confidence=reading.confidence(row),
    )

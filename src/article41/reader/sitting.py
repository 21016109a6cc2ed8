"""The day of words spoken at a sitting of the Council whose day the text gives elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from article41.reader.items import Event, Statement

_AT_THE_COUNCIL = re.compile(r"\b(?:ambassador|envoy|representative|delegate)\b", re.I)
_RECENT = timedelta(days=10)


def on_the_day(said: Statement, happened: tuple[Event, ...], anchor: date | None) -> Statement:
    """A statement spoken at the one recent sitting, with the day of it where it has none of its own."""
    if said.date is not None or anchor is None or said.speaker_type not in ("person", "unnamed"):
        return said
    if said.venue != "UN Security Council" and not _AT_THE_COUNCIL.search(said.role or ""):
        return said
    sittings = [
        event for event in happened if event.type in ("vote", "meeting") and _recent(event.date, anchor)
    ]
    days = {event.date for event in sittings}
    if len(days) != 1:
        return said
    return replace(
        said, date=sittings[0].date, date_text=sittings[0].date_text, rule=f"{said.rule} date:of-the-sitting"
    )


def _recent(iso: str | None, anchor: date) -> bool:
    return iso is not None and len(iso) == 10 and timedelta(0) <= anchor - date.fromisoformat(iso) <= _RECENT

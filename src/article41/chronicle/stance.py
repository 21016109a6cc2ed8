"""Who said what about sanctions, and what each actor's latest word was on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from article41.chronicle.rows import Position


def latest(positions: Iterable[Position], on: date) -> tuple[Position, ...]:
    """Each actor's last position said by a day, in the order of actors on record."""
    found: dict[str, Position] = {}
    for row in positions:
        if row.date.last > on:
            continue
        held = found.get(row.actor)
        if held is None or row.date.last >= held.date.last:
            found[row.actor] = row
    return tuple(found.values())


def about(positions: Iterable[Position], measure: str) -> tuple[Position, ...]:
    """Positions on a measure, by its id in the record, by that of the law, or by words of the subject."""
    wanted = _ALIASES.get(measure.lower(), measure.lower())
    return tuple(row for row in positions if wanted in row.measures or wanted in row.about.lower())


_ALIASES = {
    "dprk.petroleum.refined": "refined-petroleum",
    "dprk.petroleum.crude": "crude-oil",
    "crude": "crude-oil",
    "refined": "refined-petroleum",
    "coal": "coal-export",
    "dprk.coal": "coal-export",
    "dprk.seafood": "seafood-export",
    "dprk.textiles": "textile-export",
    "panel": "panel-of-experts",
    "msmt": "sanctions-monitoring",
    "workers": "overseas-workers",
    "dprk.workers-abroad": "overseas-workers",
}

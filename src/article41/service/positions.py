"""Stated positions of the chronicle as the Council's outlook takes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from article41.chronicle.load import Chronicle, load_chronicle
from article41.chronicle.rows import Position
from article41.council.stance import Stance, Strength

_SYMBOL = re.compile(r"S/\d{4}/\d+")
_TOLD = re.compile(r"\bas told by\b|\bapproximate\b", re.IGNORECASE)


def stances(chronicle: Chronicle | None = None) -> tuple[Stance, ...]:
    """Every stated position on record, once for each measure and each draft it speaks of."""
    record = chronicle or load_chronicle()
    return tuple(stance for position in record.positions for stance in _stances(position))


def _stances(position: Position) -> Iterator[Stance]:
    told = _TOLD.search(f"{position.speaker} {position.note}")
    named = _SYMBOL.findall(position.about)
    for measure in (*named, *position.measures):
        yield Stance(
            actor=position.actor,
            date=position.known,
            measure=measure,
            stance=position.stance,
            strength=Strength.REPORTED if told or not position.date.is_day else Strength.STATED,
            evidence=f"{position.speaker}, {position.venue}: {position.what}",
            confidence=position.confidence,
            source=position.source,
            government=position.government,
        )

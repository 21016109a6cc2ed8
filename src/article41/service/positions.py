"""Stated positions, of the chronicle or read in a text, as the Council's outlook takes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from article41.assessment.countries import country_code
from article41.chronicle.load import Chronicle, load_chronicle
from article41.chronicle.rows import Position
from article41.council.load_drafts import last_day
from article41.council.stance import WHOLE_REGIME, Stance, Strength
from article41.errors import FactsError, LawError, UnknownNameError
from article41.reader.items import Reading, Statement
from article41.types import Confidence

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


def read_stances(reading: Reading) -> tuple[Stance, ...]:
    """Positions of States as a program read them in a text: low confidence, since attribution may be wrong.

    Raises UnknownNameError where the text gives no day, without which no position can be placed in time.
    """
    found: list[Stance] = []
    for statement in reading.statements:
        written = (statement.date or reading.dateline or "").split("/")[-1]
        if not written:
            raise UnknownNameError(
                f"{reading.name} gives no day, so its positions cannot be placed in time",
                hint="begin it with a dateline: NEW YORK, March 25, 2022 -",
            )
        stance = None if statement.retracted else _read(statement, written, reading.name)
        if stance is not None:
            found.append(stance)
    return tuple(found)


def _read(statement: Statement, written: str, name: str) -> Stance | None:
    """One statement as a stance; None where it is not a State's, or its day cannot be read."""
    try:
        actor, day = country_code(statement.represents or ""), last_day(written)
    except (FactsError, LawError):
        return None
    return Stance(
        actor=actor,
        date=day,
        measure=statement.target_measure or WHOLE_REGIME,
        stance=statement.stance,
        strength=Strength.READ,
        evidence=f"{statement.speaker}, as a program read it in {name}",
        confidence=Confidence.LOW,
        source=name,
    )

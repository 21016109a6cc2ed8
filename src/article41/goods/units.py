"""The pieces a text of goods falls into: units, and segments after a relation word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from article41.goods.senses import Sense


@dataclass(frozen=True, slots=True)
class Unit:
    """A listed phrase, or a single token that is in no listed phrase."""

    text: str
    senses: tuple[Sense, ...]
    leads: bool = False
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """Units after a relation word: "for", "of"; the first segment has none."""

    relation: str
    units: list[Unit]

    @property
    def names(self) -> bool:
        """It names a good."""
        return any(unit.senses for unit in self.units)


def split(units: Sequence[Unit], at: frozenset[str]) -> list[list[Unit]]:
    """Divide units at the given words, which are dropped."""
    parts: list[list[Unit]] = [[]]
    for unit in units:
        if unit.text in at and not unit.senses:
            parts.append([])
        else:
            parts[-1].append(unit)
    return parts


def segments(units: Sequence[Unit], relations: frozenset[str]) -> list[Segment]:
    """Divide units at relation words, each of which begins a segment."""
    found = [Segment("", [])]
    for unit in units:
        if unit.text in relations and not unit.senses:
            found.append(Segment(unit.text, []))
        else:
            found[-1].units.append(unit)
    return found

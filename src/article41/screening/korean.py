"""Korean names, read as syllables and sounds whatever script or system they are written in."""

from __future__ import annotations

from dataclasses import dataclass

from article41.screening.tokens import Token


@dataclass(frozen=True, slots=True)
class KoreanReading:
    """One way to read a name as Korean: syllables as written, family name first."""

    syllables: tuple[str, ...]
    weight: float  # how plausible, 0 to 1
    keys: tuple[str, ...] = ()


def korean_readings(
    text: str, tokens: tuple[Token, ...], parts: tuple[tuple[str, str], ...] = ()
) -> tuple[KoreanReading, ...]:
    """The readings of a name as Korean, most plausible first; none when it cannot be."""
    return ()

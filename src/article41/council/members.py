"""The fifteen members of a day, and who presides."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from article41.errors import UnknownNameError
from article41.types import Confidence

SEATS = 15
FIRST_YEAR, LAST_YEAR = 2006, 2026
FIRST_PRESIDENT = "TZ"  # January 2006


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One term of one member; years inclusive, `last` None for a permanent member."""

    country: str
    name: str
    permanent: bool
    first: int
    last: int | None
    source: str
    confidence: Confidence

    def held_in(self, year: int) -> bool:
        """Whether the term covers a year."""
        return self.first <= year and (self.last is None or year <= self.last)


@dataclass(frozen=True, kw_only=True)
class Membership:
    """Every term known. Terms change on 1 January alone."""

    seats: tuple[Seat, ...]

    def on(self, day: date) -> tuple[Seat, ...]:
        """The members of a day, permanent ones first, then by name. Raises UnknownNameError."""
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise UnknownNameError(
                f"the members of {day.year} are not in the data",
                hint=f"it holds {FIRST_YEAR} to {LAST_YEAR}",
            )
        sitting = [seat for seat in self.seats if seat.held_in(day.year)]
        return tuple(sorted(sitting, key=lambda seat: (not seat.permanent, english_order(seat.name))))

    def president(self, day: date) -> Seat:
        """Who presides in the month of a day: members take turns by English alphabetical order.

        Rule 18 of the provisional rules of procedure, counted on from January 2006 (United Republic
        of Tanzania). Worked out, not looked up. Raises UnknownNameError.
        """
        self.on(day)
        return self._presidents[(day.year - FIRST_YEAR) * 12 + day.month - 1]

    def name(self, country: str) -> str:
        """A member's name; the code itself for a State that never sat here since 2006."""
        return next((seat.name for seat in self.seats if seat.country == country), country)

    @cached_property
    def _presidents(self) -> list[Seat]:
        turns: list[Seat] = []
        last = ""
        for month in range((LAST_YEAR - FIRST_YEAR + 1) * 12):
            year = FIRST_YEAR + month // 12
            members = sorted(self.on(date(year, 1, 1)), key=lambda seat: english_order(seat.name))
            if not turns:
                turns.append(next(seat for seat in members if seat.country == FIRST_PRESIDENT))
            else:
                later = [seat for seat in members if english_order(seat.name) > last]
                turns.append((later or members)[0])
            last = english_order(turns[-1].name)
        return turns


def english_order(name: str) -> str:
    """The key by which the Council orders names: letters without accents, case and spaces."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in plain if letter.isalpha() or letter == " ").casefold()

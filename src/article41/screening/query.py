"""Who is asked about: a customer, a party, a ship, a wallet."""

from __future__ import annotations

from dataclasses import dataclass

from article41.lists.entity import Identifier, PartialDate, Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is known of a party. All but one of name and identifiers may be missing.

    `id` is the user's own reference of the customer; decisions of the allow-list hang on it. `schema`
    LegalEntity means that nobody said what it is. Countries are ISO 3166 alpha-2.
    """

    name: str = ""
    id: str = ""
    schema: Schema = Schema.LEGAL_ENTITY
    birth_dates: tuple[PartialDate, ...] = ()
    gender: str = ""
    nationalities: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """From which score on a match is shown, and from which on it counts as the listed party itself.

    Both are the user's to set; the defaults come with measured rates (see the file of measurements).
    """

    possible: float = 0.65
    strong: float = 0.92

"""What a row of the record is. Every row has its source, how sure it is, and the day it became known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - a field is called `date`
from typing import Protocol

from article41.chronicle.span import Span
from article41.types import Confidence


class Known(Protocol):
    """Anything with a day from which it was public; None where that day is not on record."""

    @property
    def known(self) -> Day | None:
        """The first day on which it surely was public."""


def is_known(row: Known, known_on: Day | None) -> bool:
    """Whether a row may be used by one who knows only what was public that day (None: all of it).

    A row with no day of publication on record is left out, since it may be later.
    """
    return known_on is None or (row.known is not None and row.known <= known_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened. `low` and `high` are an amount in `unit`; `answered_by` names what
    followed in the Council (a text of the law, or the symbol of another event); `later` came out after.
    """

    id: str
    date: Span
    known: Day | None
    type: str
    actors: tuple[str, ...]
    what: str
    source: str
    confidence: Confidence
    low: float | None = None
    high: float | None = None
    unit: str = ""
    symbol: str = ""
    answered_by: tuple[str, ...] = ()
    later: str = ""
    later_on: Day | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report of the Panel of Experts or the MSMT; `issued` is no for one known only by a leak."""

    symbol: str
    published: Span
    kind: str
    body: str
    issued: bool
    points: str
    source: str
    confidence: Confidence
    note: str = ""

    @property
    def known(self) -> Day:
        """The day it was published."""
        return self.published.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What went against a cap in a period, by one reckoning.

    `series` keeps apart what States declared (`reported`) and what others say (`estimated`). `by` are
    the declaring or supplying States, or `all`, or `not declared`. `bound` is at-least, at-most or about.
    """

    cap: str
    series: str
    start: Day
    end: Day
    by: tuple[str, ...]
    amounts: tuple[tuple[str, float], ...]
    bound: str
    claimant: str
    document: str
    published: Span | None
    as_of: Day | None
    source: str
    confidence: Confidence
    note: str = ""
    where: str = ""

    @property
    def known(self) -> Day | None:
        """The last day its publication may be of; None where no day of publication is on record."""
        return self.published.last if self.published else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What somebody says a way of evasion earned or moved. Claims overlap and are never added up."""

    id: str
    method: str
    period: Span
    low_usd: float | None
    high_usd: float | None
    bound: str
    quantity: float | None
    unit: str
    claimant: str
    claimant_kind: str
    document: str
    published: Span
    what: str
    source: str
    confidence: Confidence
    note: str = ""

    @property
    def known(self) -> Day:
        """The last day its publication may be of."""
        return self.published.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What an actor said about sanctions on a day. The stance is our reading."""

    actor: str
    date: Span
    speaker: str
    government: str
    venue: str
    stance: str
    measures: tuple[str, ...]
    about: str
    what: str
    source: str
    confidence: Confidence
    note: str = ""

    @property
    def known(self) -> Day:
        """The last day it may have been said."""
        return self.date.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """A factor between tonnes and barrels; `rule` is its place in the Secretary's order, if it has one."""

    product: str
    barrels_per_tonne: float | None
    tonnes_per_barrel: float | None
    rule: int | None
    basis: str
    source: str
    confidence: Confidence
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapRecord:
    """How the record of a cap is kept: its measure in the law, units, factor, and who declares."""

    name: str
    measure: str
    title: str
    units: tuple[str, ...]
    factor: str
    declarers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A paragraph that announces what follows a further test or launch, and the events that set it off."""

    para: str
    sure: frozenset[str]
    arguable: frozenset[str]
    note: str = ""

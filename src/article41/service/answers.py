"""What the desk hands out: one answer, one replayed transaction, the outcome of a what-if."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from article41.assessment.finding import Assessment
from article41.errors import Article41Error
from article41.regime.diff import RegimeChange
from article41.regime.instrument import Resolution

if TYPE_CHECKING:
    from article41.service.screened import PartyMatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One transaction's answer, or what is wrong with it; `source` is where it came from."""

    source: str
    assessment: Assessment | None = None
    error: Article41Error | None = None
    screened: tuple[PartyMatch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """One saved transaction before and after a draft."""

    source: str
    before: Assessment
    after: Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What a draft would change: in the law of a day, and in saved transactions."""

    draft: Resolution
    status: str
    adopted: date
    changes: tuple[RegimeChange, ...]
    replayed: tuple[Replayed, ...]
    errors: tuple[Answer, ...]

    @property
    def changed(self) -> tuple[Replayed, ...]:
        """Transactions whose outcome the draft changes."""
        return tuple(row for row in self.replayed if row.before.outcome is not row.after.outcome)

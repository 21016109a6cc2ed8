"""An answer to a query with what the user's own decisions say of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article41.screening.allow import AllowList, Decided
from article41.screening.index import Screened
from article41.screening.match import Match
from article41.screening.query import Thresholds

MATCH, POSSIBLE, CLEARED, NO_MATCH = "match", "possible", "cleared", "no match"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The answer to one party: `decided` holds, by entity id, what the allow-list says of a match."""

    screened: Screened
    decided: dict[str, Decided]

    @property
    def open(self) -> tuple[Match, ...]:
        """Matches that nobody has cleared."""
        return tuple(match for match in self.screened.matches if not self._cleared(match))

    @property
    def cleared(self) -> tuple[Match, ...]:
        """Matches that a standing decision clears."""
        return tuple(match for match in self.screened.matches if self._cleared(match))

    def status(self, limits: Thresholds) -> str:
        """`match` (the listed party itself), `possible`, `cleared` by a decision, or `no match`."""
        if not self.open:
            return CLEARED if self.cleared else NO_MATCH
        return MATCH if self.open[0].score >= limits.strong else POSSIBLE

    def _cleared(self, match: Match) -> bool:
        found = self.decided.get(match.entity.id)
        return found is not None and found.stands


def heed(screened: Screened, allow: AllowList, day: date | None) -> Answered:
    """An answer with what the allow-list says of its matches on a day; without a day, nothing."""
    decided = {}
    if len(allow) and day is not None:
        for match in screened.matches:
            found = allow.decided(screened.query, match.entity, day)
            if found is not None:
                decided[match.entity.id] = found
    return Answered(screened=screened, decided=decided)

"""What an importer learns about the edition while it reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(slots=True, kw_only=True)
class Facts:
    """Filled by an importer: the edition's date, the records it claims to hold, what is doubtful.

    `source` is the key of the list, `declared` the number of records the file itself claims,
    `not_before` the latest day in it, the best guess where neither file nor name state an edition.
    """

    name: str
    source: str
    edition: date | None = None
    not_before: date | None = None
    declared: int | None = None
    notes: list[str] = field(default_factory=list)

    def saw(self, day: date | None) -> None:
        """Remembers the latest day met."""
        if day is not None and (self.not_before is None or day > self.not_before):
            self.not_before = day

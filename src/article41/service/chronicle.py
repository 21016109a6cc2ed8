"""The record's desk: timeline, caps, positions, revenue and triggers, each as known on any day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from article41.chronicle.load import Chronicle, load_chronicle
from article41.chronicle.overlap import overlapping
from article41.chronicle.reported import Reported, add_reported, load_reported
from article41.chronicle.rows import Claim, Position, is_known
from article41.chronicle.stance import about, latest
from article41.chronicle.vocabulary import ACTORS, METHODS, TIMELINE_TYPES, actor_code
from article41.errors import UnknownNameError
from article41.regime.law import Law, load_law
from article41.service.cap_use import CapUse, cap_record, cap_use
from article41.service.ceilings import cap_windows
from article41.service.chronicle_intake import reported_rows
from article41.service.followups import TriggerAnswer, trigger_answers
from article41.service.timeline import Entry, timeline
from article41.settings import home

KINDS = {
    "launch": frozenset({"icbm-test", "missile-test", "satellite-launch", "missile-launch"}),
    "test": frozenset({"nuclear-test", "icbm-test", "missile-test", "missile-launch"}),
    "council": frozenset({"vote", "veto", "draft", "council-meeting", "committee"}),
}
"""Words that stand for several types of event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAnswer:
    """A claim of revenue and the other claims that cover some of the same days."""

    claim: Claim
    overlaps: tuple[Claim, ...]


def reported_path() -> Path:
    """Where the user's reported rows are kept."""
    return home() / "chronicle" / "reported.jsonl"


class ChronicleDesk:
    """Answers questions from the record. Loads law, record and reported rows when first needed."""

    def __init__(
        self, law: Law | None = None, chronicle: Chronicle | None = None, path: Path | None = None
    ) -> None:
        self._law = law
        self._chronicle = chronicle
        self._path = path

    @cached_property
    def law(self) -> Law:
        """The law. Raises LawErrors."""
        return self._law or load_law()

    @cached_property
    def chronicle(self) -> Chronicle:
        """The curated record. Raises SourceError."""
        return self._chronicle or load_chronicle()

    @property
    def reported(self) -> tuple[Reported, ...]:
        """What the user's texts reported. Raises SourceError."""
        return load_reported(self._path or reported_path())

    def take_in(self, reading: dict[str, object]) -> tuple[int, int]:
        """Add what the reader found in a document; how many rows were new, how many were held already."""
        return add_reported(self._path or reported_path(), reported_rows(reading))

    def timeline(
        self,
        *,
        first: date | None = None,
        last: date | None = None,
        types: Iterable[str] = (),
        actors: Iterable[str] = (),
        known_on: date | None = None,
    ) -> tuple[Entry, ...]:
        """Dated entries, filtered. Raises UnknownNameError for a type that does not exist."""
        wanted = frozenset(kind for name in types for kind in _kinds(name))
        codes = frozenset(actor_code(name) for name in actors)
        texts = (*self.law.resolutions, *self.law.drafts)
        return tuple(
            entry
            for entry in timeline(self.chronicle, texts, self.reported, known_on)
            if (first is None or entry.date.last >= first)
            and (last is None or entry.date.first <= last)
            and (not wanted or entry.type in wanted)
            and (not codes or codes & set(entry.actors))
        )

    def triggers(self, *, known_on: date | None = None) -> tuple[TriggerAnswer, ...]:
        """Tests and launches that set off what the Council had announced, and what followed."""
        return trigger_answers(self.law, self.chronicle, known_on)

    def caps(
        self, name: str | None = None, *, year: int | None = None, today: date, known_on: date | None = None
    ) -> tuple[CapUse, ...]:
        """Windows of one cap or of all, those that touch a year or all that have begun by now."""
        seen_on = known_on or today
        until = date(year, 12, 31) if year else seen_on
        records = (cap_record(self.chronicle, name),) if name else self.chronicle.caps
        reported = self.reported
        return tuple(
            cap_use(self.chronicle, cap, window, seen_on=seen_on, known_on=known_on, reported=reported)
            for cap in records
            for window in cap_windows(self.law, cap.measure, until, known_on)
            if year is None or window.start.year <= year <= window.last.year
        )

    def positions(
        self,
        *,
        actor: str | None = None,
        measure: str | None = None,
        on: date | None = None,
        known_on: date | None = None,
    ) -> tuple[Position, ...]:
        """Positions in order of days; with `on`, each actor's latest by that day."""
        rows = [row for row in self.chronicle.positions if is_known(row, known_on)]
        if actor is not None:
            code = actor_code(actor)
            if code not in {row.actor for row in self.chronicle.positions}:
                known = ", ".join(sorted({row.actor for row in self.chronicle.positions}))
                raise UnknownNameError(f"no position of '{actor}' is on record", hint=f"known: {known}")
            rows = [row for row in rows if row.actor == code]
        if measure is not None:
            rows = list(about(rows, measure))
        found = latest(rows, on) if on is not None else tuple(rows)
        return tuple(sorted(found, key=lambda row: (row.date.first, row.actor)))

    def statements(
        self,
        *,
        actor: str | None = None,
        measure: str | None = None,
        on: date | None = None,
        known_on: date | None = None,
    ) -> tuple[Entry, ...]:
        """What texts report actors said by a day, for showing beside the curated positions."""
        actors = (actor,) if actor else ()
        entries = self.timeline(last=on, types=("statement",), actors=actors, known_on=known_on)
        wanted = (measure or "").lower()
        return tuple(
            entry for entry in entries if entry.evidence is not None and wanted in entry.evidence.about
        )

    def revenue(self, *, method: str | None = None, known_on: date | None = None) -> tuple[ClaimAnswer, ...]:
        """Claims of what evasion earned, by method; never added up. Raises UnknownNameError."""
        if method is not None and method not in METHODS:
            raise UnknownNameError(
                f"there is no method '{method}'", hint=f"known: {', '.join(sorted(METHODS))}"
            )
        known = [claim for claim in self.chronicle.claims if is_known(claim, known_on)]
        return tuple(
            ClaimAnswer(claim=claim, overlaps=overlapping(claim, known))
            for claim in known
            if method is None or claim.method == method
        )


def _kinds(name: str) -> frozenset[str]:
    plain = name.strip().lower()
    if plain in KINDS:
        return KINDS[plain]
    if plain not in TIMELINE_TYPES:
        known = ", ".join(sorted(TIMELINE_TYPES | set(KINDS)))
        raise UnknownNameError(f"there is no type of event '{name}'", hint=f"known: {known}")
    return frozenset({plain})


__all__ = ["ACTORS", "ChronicleDesk", "ClaimAnswer", "reported_path"]

"""Screening: lists chosen, parties screened against them, decisions of the allow-list heeded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from article41.errors import UnknownNameError
from article41.fingerprint import digest
from article41.lists.dates import read_day
from article41.lists.embedded import embedded
from article41.lists.entity import Entity
from article41.lists.read import read_list
from article41.lists.snapshot import Snapshot
from article41.screening.allow import AllowList
from article41.screening.answered import Answered, heed
from article41.screening.ask import make_query
from article41.screening.index import Index
from article41.screening.query import Query, Thresholds
from article41.service.lists import ListDesk
from article41.service.lists_sources import STALE_AFTER, sources

EMBEDDED = "un-1718"
COMMITTEE = ("un-sc", "un-1718-vessels", EMBEDDED)
PROGRAMME = "DPRK"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListUsed:
    """One list that was screened against: an answer is never just "clear"."""

    source: str
    edition: date
    digest: str
    parties: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """Answers, and all they rest on."""

    answers: tuple[Answered, ...]
    lists: tuple[ListUsed, ...]
    thresholds: Thresholds
    as_of: date | None = None


class Screener:
    """Screens parties against some lists, the embedded 1718 list when none is named. Indexes them once."""

    def __init__(
        self,
        snapshots: Sequence[Snapshot] = (),
        *,
        thresholds: Thresholds | None = None,
        allow: AllowList | None = None,
        today: date | None = None,
    ) -> None:
        self.snapshots = tuple(snapshots) or (embedded(),)
        self.thresholds = thresholds or Thresholds()
        self.allow = allow or AllowList()
        self.today = today

    @cached_property
    def index(self) -> Index:
        """The index of the lists."""
        return Index(self.snapshots)

    @property
    def lists(self) -> tuple[ListUsed, ...]:
        """The lists screened against."""
        return tuple(
            ListUsed(
                source=snapshot.source,
                edition=snapshot.edition,
                digest=snapshot.digest,
                parties=len(snapshot.entities),
                notes=(*snapshot.notes, *self._age(snapshot)),
            )
            for snapshot in self.snapshots
        )

    def _age(self, snapshot: Snapshot) -> tuple[str, ...]:
        known = sources().get(snapshot.source)
        age = (self.today - snapshot.edition).days if self.today else 0
        if age <= (known.stale_after if known else STALE_AFTER):
            return ()
        return (f"{age} days old: run `article41 lists update`, or add a newer edition",)

    @property
    def digest(self) -> str:
        """Sixteen hex digits over lists and thresholds: equal answers can be had from an equal digest."""
        limits = self.thresholds
        lists = (f"{snapshot.key} {len(snapshot.entities)}" for snapshot in self.snapshots)
        return digest([*lists, f"{limits.possible} {limits.strong}"])

    def screen(self, queries: Sequence[Query], as_of: date | None = None) -> Screening:
        """The answers to some parties, in their order."""
        found = self.index.screen(queries, self.thresholds, as_of)
        return Screening(
            answers=tuple(heed(one, self.allow, as_of or self.today) for one in found),
            lists=self.lists,
            thresholds=self.thresholds,
            as_of=as_of,
        )


def load_lists(names: Sequence[str] = (), as_of: date | None = None) -> tuple[Snapshot, ...]:
    """Snapshots by name: the key of a list in use, or a file or folder of an official list.

    Without names, all lists in use: those held, and the embedded 1718 list for what is not. With a day,
    lists held in several editions are read as they stood then. Raises SourceError, UnknownNameError.
    """
    desk = ListDesk()
    if not names:
        return tuple(_as_of(desk, snapshot, as_of) for snapshot in desk.current())
    held = desk.holdings.sources()
    found = []
    for name in names:
        if name in held:
            found.append(_as_of(desk, desk.holdings.load(name), as_of))
        else:
            found.append(embedded() if name in (EMBEDDED, "embedded") else read_list(Path(name)))
    return tuple(found)


def committee_list(as_of: date | None = None) -> tuple[Snapshot, ...]:
    """The list of the 1718 Committee, and nothing else: what the law means by "listed"."""
    desk = ListDesk()
    found = []
    for snapshot in desk.current():
        if snapshot.source in COMMITTEE:
            rows = tuple(one for one in snapshot.entities if PROGRAMME in one.programmes)
            found.append(replace(snapshot, entities=rows))
    return tuple(_as_of(desk, snapshot, as_of, PROGRAMME) for snapshot in found)


def _as_of(desk: ListDesk, snapshot: Snapshot, day: date | None, programme: str = "") -> Snapshot:
    """A list held as it stood on a day; those of whom the editions cannot tell stay in."""
    if day is None or snapshot.source not in desk.holdings.sources():
        return snapshot
    roll = desk.roll(snapshot.source, day)
    rows = [one for one in (*roll.listed, *roll.uncertain) if not programme or programme in one.programmes]
    return replace(snapshot, entities=tuple(rows))


def editions_since(names: Sequence[str], newer: Sequence[Snapshot]) -> tuple[Snapshot, ...]:
    """The older editions to compare with: files, or a day on which an edition held was in force.

    For a day, lists of which no older edition is held count as unchanged. Raises SourceError.
    """
    found: list[Snapshot] = []
    desk = ListDesk()
    for name in names:
        day = read_day(name)
        if day is None:
            found.append(read_list(Path(name)))
            continue
        for snapshot in newer:
            held = [row for row in desk.holdings.editions(snapshot.source) if row.edition <= day]
            found.append(desk.holdings.load(snapshot.source, held[-1].edition) if held else snapshot)
    return tuple(found)


def find_listed(reference: str, lists: Sequence[str] = ()) -> Entity:
    """The listed party of a reference. Raises UnknownNameError where there is none, or several."""
    snapshots = load_lists(lists)
    found = [entity for snapshot in snapshots for entity in snapshot.find(reference)]
    if len({entity.id for entity in found}) != 1:
        many = "no party" if not found else f"{len(found)} parties"
        names = ", ".join(snapshot.key for snapshot in snapshots)
        raise UnknownNameError(f"'{reference}' names {many} of {names}", hint="give the list's own reference")
    return found[0]


def screen(name: str = "", *, as_of: date | None = None, **stated: str | Sequence[str]) -> Screening:
    """Screens one party against the lists in use; the fields are those of `make_query`."""
    return Screener(load_lists((), as_of)).screen([make_query(name, **stated)], as_of)

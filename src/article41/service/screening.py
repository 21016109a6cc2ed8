"""Screening: lists chosen, parties screened against them, decisions of the allow-list heeded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from article41.errors import UnknownNameError
from article41.fingerprint import digest
from article41.lists.embedded import embedded
from article41.lists.entity import Entity
from article41.lists.read import read_list
from article41.lists.snapshot import Snapshot
from article41.screening.allow import AllowList
from article41.screening.answered import Answered, heed
from article41.screening.ask import make_query
from article41.screening.index import Index
from article41.screening.query import Query, Thresholds

EMBEDDED = "un-1718"


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
                notes=snapshot.notes,
            )
            for snapshot in self.snapshots
        )

    @property
    def digest(self) -> str:
        """Sixteen hex digits over lists and thresholds: equal answers can be had from an equal digest."""
        limits = self.thresholds
        return digest([*(snapshot.key for snapshot in self.snapshots), f"{limits.possible} {limits.strong}"])

    def screen(self, queries: Sequence[Query], as_of: date | None = None) -> Screening:
        """The answers to some parties, in their order."""
        found = self.index.screen(queries, self.thresholds, as_of)
        return Screening(
            answers=tuple(heed(one, self.allow, as_of or self.today) for one in found),
            lists=self.lists,
            thresholds=self.thresholds,
            as_of=as_of,
        )


def load_lists(names: Sequence[str]) -> tuple[Snapshot, ...]:
    """Snapshots by name: a file or folder of an official list, or the key of the embedded one.

    Raises SourceError for what is neither.
    """
    return tuple(embedded() if name in (EMBEDDED, "embedded") else read_list(Path(name)) for name in names)


def find_listed(reference: str, lists: Sequence[str] = ()) -> Entity:
    """The listed party of a reference. Raises UnknownNameError where there is none, or several."""
    snapshots = load_lists(lists or (EMBEDDED,))
    found = [entity for snapshot in snapshots for entity in snapshot.find(reference)]
    if len(found) != 1:
        many = "no party" if not found else f"{len(found)} parties"
        names = ", ".join(snapshot.key for snapshot in snapshots)
        raise UnknownNameError(f"'{reference}' names {many} of {names}", hint="give the list's own reference")
    return found[0]


def screen(name: str = "", *, as_of: date | None = None, **stated: str | Sequence[str]) -> Screening:
    """Screens one party against the embedded 1718 list; the fields are those of `make_query`."""
    return Screener().screen([make_query(name, **stated)], as_of)

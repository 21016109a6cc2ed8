"""The lists a user holds: fetch, add, look at, compare; and what to screen against."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from article41 import settings
from article41.errors import Article41Error, SourceError, UnknownNameError
from article41.lists.delta import Delta, delta
from article41.lists.embedded import SHIPS, embedded, embedded_ships
from article41.lists.entity import Entity
from article41.lists.history import Roll, as_of
from article41.lists.holdings import Held, Holdings, swap
from article41.lists.read import read_list
from article41.lists.snapshot import Snapshot
from article41.service.lists_sources import STALE_AFTER, ListSource, source, sources

if TYPE_CHECKING:
    from article41.service.lists_fetch import Fetcher


CONSOLIDATED = "un-sc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What became of one source: `outcome` is updated, unchanged or failed."""

    source: str
    outcome: str
    edition: date | None = None
    size: int = 0
    delta: Delta | None = None
    error: Article41Error | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListStatus:
    """An edition in use, its age in days, and a warning where it should not be relied on."""

    source: str
    edition: date
    age: int
    counts: dict[str, int]
    names: int
    digest: str
    origin: str  # held or embedded
    editions: int
    notes: tuple[str, ...]
    warning: str = ""


class ListDesk:
    """Answers questions about lists. `folder` is where they are held, the user's own by default."""

    def __init__(self, folder: Path | None = None) -> None:
        self.holdings = Holdings(folder or settings.home() / "lists")

    def current(self) -> tuple[Snapshot, ...]:
        """What to screen against: every list held, and the embedded 1718 list for what is not."""
        held = tuple(self.holdings.load(key) for key in self.holdings.sources())
        return (*held, *_embedded_beside({snapshot.source for snapshot in held}))

    def update(
        self, keys: Iterable[str] = (), *, accept_shrink: bool = False, fetcher: Fetcher | None = None
    ) -> Iterator[Update]:
        """Fetches sources, all that can be by default; one that fails leaves its list as it was."""
        from article41.service.lists_fetch import Fetcher as Plain

        chosen = [source(key) for key in keys] or [
            row for row in sources().values() if row.url and row.by_default
        ]
        for row in chosen:
            try:
                yield self._updated(row, fetcher or Plain(), accept_shrink)
            except Article41Error as error:
                yield Update(source=row.key, outcome="failed", error=error)

    def add(
        self,
        path: Path,
        *,
        key: str = "",
        edition: date | None = None,
        accept_shrink: bool = False,
        past: bool = False,
    ) -> Update:
        """Reads a file or folder and keeps it. Raises SourceError, leaving the list held as it was."""
        snapshot = read_list(path, source=key, edition=edition)
        return self._kept(snapshot, accept_shrink=accept_shrink, past=past)

    def status(self, today: date) -> tuple[ListStatus, ...]:
        """Every list in use on this day."""
        rows = []
        for key in self.holdings.sources():
            held = self.holdings.current(key)
            if held is not None:
                rows.append(_status_of_held(held, today, len(self.holdings.editions(key))))
        rest = _embedded_beside(set(self.holdings.sources()))
        return (*rows, *(_status_of_embedded(snapshot, today) for snapshot in rest))

    def changes(self, old: str, new: str) -> Delta:
        """What changed between two files. Raises SourceError, UnknownNameError."""
        return delta(read_list(Path(old)), read_list(Path(new)))

    def changes_since(self, key: str, since: date) -> Delta:
        """What changed in a list held since a day: from the edition in force then to the current one."""
        held = self.holdings.editions(key)
        if not held:
            raise UnknownNameError(f"the list '{key}' is not held", hint="run `article41 lists update`")
        older = [row for row in held if row.edition <= since]
        if not older:
            raise UnknownNameError(
                f"no edition of {since} or before is held; the oldest is of {held[0].edition}",
                hint="add an older edition with `article41 lists add FILE --past`",
            )
        return delta(self.holdings.load(key, older[-1].edition), self.holdings.load(key))

    def roll(self, key: str, day: date) -> Roll:
        """Who was listed on a day, from all editions held of a list, or from the embedded one.

        The embedded list is one edition: who was taken off before it is not in its roll. Raises
        UnknownNameError.
        """
        shipped = {row.source: row for row in (embedded(), embedded_ships())}
        held = self.holdings.history(key) or ((shipped[key],) if key in shipped else ())
        if not held:
            raise UnknownNameError(
                f"the list '{key}' is not held",
                hint="held or shipped: " + ", ".join(sorted({*self.holdings.sources(), *shipped})),
            )
        return as_of(held, day)

    def find(self, words: str) -> tuple[tuple[Snapshot, Entity], ...]:
        """Entries by reference or number in every list in use. Raises UnknownNameError."""
        found = tuple((snapshot, row) for snapshot in self.current() for row in snapshot.find(words))
        if not found:
            raise UnknownNameError(
                f"no entry '{words}' in the lists in use",
                hint="give a reference (KPi.001), an IMO number, a passport or an address of a wallet",
            )
        return found

    def _updated(self, row: ListSource, fetcher: Fetcher, accept_shrink: bool) -> Update:
        if not row.url:
            raise SourceError(
                "cannot be fetched by a program" + (f": {row.note}" if row.note else ""),
                where=row.key,
                hint=f"get it from {row.page} and use `article41 lists add FILE --source {row.key}`",
            )
        marks = self.holdings.folder / row.key / "fetched.json"
        known = _marks(marks) if self.holdings.current(row.key) else {}
        if known.get("url") != row.url:
            known = {}
        with tempfile.TemporaryDirectory(prefix="article41-") as folder:
            target = Path(folder) / row.key
            got = fetcher.fetch(
                row.url, target, etag=known.get("etag", ""), last_modified=known.get("last_modified", "")
            )
            if got.unchanged:
                held = self.holdings.current(row.key)
                return Update(source=row.key, outcome="unchanged", edition=held.edition if held else None)
            snapshot = read_list(target, name=row.url, source=row.key, edition=got.modified_on)
        if snapshot.format != row.format:
            raise SourceError(f"is in another format ({snapshot.format}) than expected", where=row.url)
        done = self._kept(snapshot, accept_shrink=accept_shrink)
        told = {"url": row.url, "etag": got.etag, "last_modified": got.last_modified}
        swap(marks, json.dumps(told).encode())
        return done

    def _kept(self, snapshot: Snapshot, *, accept_shrink: bool = False, past: bool = False) -> Update:
        before = self.holdings.load(snapshot.source) if self.holdings.current(snapshot.source) else None
        new = self.holdings.keep(snapshot, accept_shrink=accept_shrink, past=past)
        return Update(
            source=snapshot.source,
            outcome="updated" if new else "unchanged",
            edition=snapshot.edition,
            size=len(snapshot.entities),
            delta=delta(before, snapshot) if new and before and not past else None,
        )


def _embedded_beside(held: set[str]) -> tuple[Snapshot, ...]:
    """The embedded list, as far as what is held does not hold it. Nobody stands in two of them."""
    if CONSOLIDATED not in held:
        whole = embedded()
        left = tuple(row for row in whole.entities if row.listings[0].source not in held)
        return (replace(whole, entities=left),)
    return () if SHIPS in held else (embedded_ships(),)


def _status_of_held(held: Held, today: date, editions: int) -> ListStatus:
    known = sources().get(held.source)
    limit = known.stale_after if known else STALE_AFTER
    age = (today - held.edition).days
    return ListStatus(
        source=held.source,
        edition=held.edition,
        age=age,
        counts=held.counts,
        names=held.names,
        digest=held.digest,
        origin="held",
        editions=editions,
        notes=held.notes,
        warning=f"stale: {age} days old, more than {limit}" if age > limit else "",
    )


def _status_of_embedded(rest: Snapshot, today: date) -> ListStatus:
    age = (today - rest.edition).days
    return ListStatus(
        source=rest.source,
        edition=rest.edition,
        age=age,
        counts=rest.counts,
        names=rest.names,
        digest=rest.digest,
        origin="embedded",
        editions=1,
        notes=rest.notes,
        warning=(
            f"{age} days old, as shipped: run `article41 lists update`"
            if age > STALE_AFTER and rest.source != SHIPS
            else ""
        ),
    )


def _marks(path: Path) -> dict[str, str]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return {str(key): str(value) for key, value in told.items()}
    except (OSError, ValueError, AttributeError):
        return {}

"""The lists a user holds, on disk: every edition kept, and one of each source current.

    lists/un-sc/2026-02-27-66b392a4c1d2.jsonl       an edition: a head, then an entity to a line
    lists/un-sc/2026-02-27-66b392a4c1d2.raw.gz      its raw records, read when somebody asks
    lists/un-sc/current                             the name of the edition to screen against

A file is written under another name, forced to disk and then renamed, and `current` changes last: whoever
reads, or pulls the plug, finds the old edition or the new one and nothing between.
"""

from __future__ import annotations

import gzip
import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from article41.errors import SourceError, UnknownNameError
from article41.lists.pack import pack, pack_raw, read_head, unpack, unpack_raw
from article41.lists.snapshot import Snapshot

SHRINK = 0.10  # a new edition may be this much smaller than the one held, without being asked about
_SOURCE = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_EDITION = re.compile(r"(\d{4}-\d{2}-\d{2})-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An edition on disk, as its head tells; the entities are not loaded."""

    source: str
    edition: date
    digest: str
    format: str
    counts: dict[str, int]
    names: int
    notes: tuple[str, ...]
    current: bool
    path: Path

    @property
    def size(self) -> int:
        """How many entities it holds."""
        return sum(self.counts.values())


class Holdings:
    """The folder of lists. Nothing is created before something is kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def sources(self) -> tuple[str, ...]:
        """Keys of the lists held."""
        if not self.folder.is_dir():
            return ()
        return tuple(
            sorted(p.name for p in self.folder.iterdir() if p.is_dir() and _SOURCE.fullmatch(p.name))
        )

    def editions(self, source: str) -> tuple[Held, ...]:
        """Editions held of a source, the oldest first. Raises SourceError for a damaged one."""
        current = self._current(source)
        return tuple(_held(path, path.stem == current) for path in self._files(source))

    def current(self, source: str) -> Held | None:
        """The edition to screen against, or None where the source is not held."""
        name = self._current(source)
        return _held(self._path(source, name), True) if name else None

    def load(self, source: str, edition: date | None = None) -> Snapshot:
        """The current edition, or that of a day. Raises UnknownNameError, SourceError."""
        name = self._current(source) if edition is None else self._named(source, edition)
        if not name:
            wanted = f" of {edition}" if edition else ""
            raise UnknownNameError(
                f"no edition{wanted} of the list '{source}' is held",
                hint="held: " + (", ".join(self.sources()) or "none; run `article41 lists update`"),
            )
        path = self._path(source, name)
        return unpack(_text(path), str(path), raw_reader=partial(_raw, path.with_suffix(".raw.gz")))

    def history(self, source: str) -> tuple[Snapshot, ...]:
        """All editions held of a source, loaded, the oldest first."""
        return tuple(self.load(source, held.edition) for held in self.editions(source))

    def keep(self, snapshot: Snapshot, *, accept_shrink: bool = False, past: bool = False) -> bool:
        """Keeps an edition and makes it current; False where it is the one held already.

        `past` keeps it for the history only. Raises SourceError, and leaves everything as it was, for an
        edition that is older than the one held or smaller by more than a tenth.
        """
        if not _SOURCE.fullmatch(snapshot.source):
            raise SourceError(f"'{snapshot.source}' is no key of a source", hint="use letters, digits and -")
        held = self.current(snapshot.source)
        if held is not None and held.digest == snapshot.digest:
            return False
        if held is not None and not past:
            _refuse(snapshot, held, accept_shrink)
        self._write(snapshot, current=not past or held is None)
        return True

    def _write(self, snapshot: Snapshot, *, current: bool) -> None:
        folder = self.folder / snapshot.source
        folder.mkdir(parents=True, exist_ok=True)
        for stale in folder.glob(".new-*"):
            stale.unlink(missing_ok=True)
        name = f"{snapshot.edition}-{snapshot.digest[:12]}"
        raw = "\n".join(pack_raw(snapshot.entities)).encode()
        swap(folder / f"{name}.raw.gz", gzip.compress(raw, compresslevel=4, mtime=0))
        swap(folder / f"{name}.jsonl", ("\n".join(pack(snapshot)) + "\n").encode())
        if current:
            swap(folder / "current", f"{name}\n".encode())

    def _files(self, source: str) -> list[Path]:
        folder = self.folder / source
        if not folder.is_dir():
            return []
        return sorted(path for path in folder.glob("*.jsonl") if _EDITION.fullmatch(path.stem))

    def _path(self, source: str, name: str) -> Path:
        return self.folder / source / f"{name}.jsonl"

    def _current(self, source: str) -> str:
        """The name the pointer tells; the newest edition where the pointer is gone or points nowhere."""
        names = [path.stem for path in self._files(source)]
        try:
            told = (self.folder / source / "current").read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            told = ""
        return told if told in names else (names[-1] if names else "")

    def _named(self, source: str, edition: date) -> str:
        current = self._current(source)
        names = [path.stem for path in self._files(source) if path.stem.startswith(edition.isoformat())]
        return current if current in names else (names[-1] if names else "")


def _refuse(snapshot: Snapshot, held: Held, accept_shrink: bool) -> None:
    where = f"{snapshot.source} of {snapshot.edition}"
    if snapshot.edition < held.edition:
        raise SourceError(
            f"older than the edition held, of {held.edition}: the list held stays",
            where=where,
            hint="add it with --past to keep it for the history",
        )
    least = held.size * (1 - SHRINK)
    if len(snapshot.entities) < least and not accept_shrink:
        raise SourceError(
            f"{len(snapshot.entities):,} entries where the edition held has {held.size:,}, more than a tenth"
            " fewer: the list held stays",
            where=where,
            hint="check with the publisher; if they were delisted, use --accept-shrink",
        )


def _held(path: Path, current: bool) -> Held:
    with path.open("rb") as file:
        head = read_head(_decoded(file.readline(1_000_000), path), str(path))
    try:
        return Held(
            source=head["source"],
            edition=date.fromisoformat(head["edition"]),
            digest=head["digest"],
            format=head["format"],
            counts=dict(head["counts"]),
            names=int(head["names"]),
            notes=tuple(head["notes"]),
            current=current,
            path=path,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(f"is damaged: {error}", where=str(path), hint="fetch it anew") from None


def _text(path: Path) -> str:
    try:
        return _decoded(path.read_bytes(), path)
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", where=str(path)) from None


def _decoded(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise SourceError("is damaged: not UTF-8", where=str(path), hint="fetch it anew") from None


@lru_cache(maxsize=4)
def _raw(path: Path) -> Mapping[str, dict[str, Any]]:
    """The raw records; none where their file is gone or damaged, since no answer rests on them."""
    try:
        lines: Iterable[str] = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
        return unpack_raw(line for line in lines if line)
    except (OSError, EOFError, ValueError, KeyError, IndexError):
        return {}


def swap(path: Path, data: bytes) -> None:
    """Puts a file in place at one stroke, forced to disk before and after."""
    handle, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Makes a rename last; not every system lets a folder be opened."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

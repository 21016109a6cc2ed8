"""Indexes of large lists kept on disk, since reading tens of thousands of names takes many seconds.

What is kept is named by all it rests on: the editions, the package, and the code and tables by which
names are read. It can be thrown away at any time; a damaged file is made anew.
"""

from __future__ import annotations

import gc
import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

import numpy as np

from article41 import __version__, settings
from article41.fingerprint import digest
from article41.lists.holdings import swap
from article41.lists.snapshot import Snapshot
from article41.screening.candidates import NameIndex
from article41.screening.index import Index

WORTH_KEEPING = 3_000
"""Names from which on an index is kept; smaller ones are made in a moment."""
KEPT = 4
"""Indexes kept at most; the one used longest ago goes first."""


def kept_index(snapshots: Sequence[Snapshot]) -> Index:
    """The index of some snapshots, from disk where it was made before."""
    if sum(snapshot.names for snapshot in snapshots) < WORTH_KEEPING:
        return Index(snapshots)
    with settled():
        return _kept(snapshots)


@contextmanager
def settled() -> Iterator[None]:
    """No search for garbage while an index is made, nor in what was made, as long as the program runs.

    An index is some hundred thousand objects that all live on: looking through them again and again would
    take a fifth of the time of making them, and a tenth of that of every batch screened later.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


def _kept(snapshots: Sequence[Snapshot]) -> Index:
    path = settings.home() / "index" / f"{_mark(snapshots)}.npz"
    names = _read(path)
    index = Index(snapshots, names)
    if index.names is not names:
        _keep(path, index.names)
    return index


def _mark(snapshots: Sequence[Snapshot]) -> str:
    """What the index rests on, in sixteen digits."""
    editions = [f"{snapshot.key} {len(snapshot.entities)} {snapshot.names}" for snapshot in snapshots]
    return digest([__version__, *editions, *_code()])


def _code() -> list[str]:
    """Name, size and time of the files by which names are read."""
    root = Path(str(resources.files("article41")))
    folders = [root / "screening", root / "data" / "names", root / "data" / "korean"]
    files = sorted(
        path for folder in folders if folder.is_dir() for path in folder.iterdir() if path.is_file()
    )
    return [f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in files]


def _read(path: Path) -> NameIndex | None:
    try:
        with np.load(path, allow_pickle=False) as file:
            found = NameIndex.from_parts({name: file[name] for name in file.files})
        path.touch()
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return None
    return found


def _keep(path: Path, names: NameIndex) -> None:
    """Writes the index; a folder that cannot be written costs time, not answers."""
    data = io.BytesIO()
    np.savez(data, allow_pickle=False, **names.parts())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        swap(path, data.getvalue())
        kept = sorted(path.parent.glob("*.npz"), key=lambda one: one.stat().st_mtime)
        for old in kept[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return

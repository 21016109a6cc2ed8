"""Reading a list in whatever known format it comes, to a snapshot that can be trusted or not at all."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO

from article41.errors import SourceError
from article41.lists.dates import read_day
from article41.lists.entity import Entity
from article41.lists.formats.facts import Facts
from article41.lists.formats.registry import FORMATS, Format, recognise
from article41.lists.intake import Intake
from article41.lists.pack import without_collector
from article41.lists.snapshot import Snapshot

_DAY = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")
Given = Path | str | bytes | Mapping[str, bytes]


def read_list(given: Given, *, name: str = "", source: str = "", edition: date | None = None) -> Snapshot:
    """A list from a path (file, or folder for formats of several files), bytes, or named bytes.

    The format is told from the bytes; .xz and .gz are unpacked. `edition` is used where the file does
    not state its own. Raises SourceError, and no other error, for anything that is no whole list.
    """
    name = name or (str(given) if isinstance(given, Path | str) else "the list")
    with _opened(given, name) as streams:
        form = _format_of(streams, name)
        facts = Facts(name=name, source=source or form.source)
        with without_collector():
            entities = tuple(_checked(form.read(streams, facts), facts))
        digest = _digest(streams)
    return Snapshot(
        source=facts.source,
        edition=_edition(facts, edition),
        digest=digest,
        entities=entities,
        format=form.key,
        notes=tuple(facts.notes),
    )


def _checked(entities: Iterator[Entity], facts: Facts) -> Iterator[Entity]:
    seen: set[str] = set()
    for entity in entities:
        if not entity.names:
            raise SourceError(f"{entity.id} has no name", where=facts.name, hint="the file is damaged")
        if entity.id in seen:
            raise SourceError(f"{entity.id} stands twice", where=facts.name, hint="the file is damaged")
        seen.add(entity.id)
        yield entity
    if not seen:
        raise SourceError("holds no listed party", where=facts.name, hint="fetch it again")
    if facts.declared is not None and facts.declared != len(seen):
        raise SourceError(
            f"says it holds {facts.declared:,} records and holds {len(seen):,}",
            where=facts.name,
            hint="it is cut off or damaged: fetch it again",
        )


def _edition(facts: Facts, stated: date | None) -> date:
    if facts.edition is not None:
        return facts.edition
    if stated is not None:
        facts.notes.append("the edition's date was stated by the user, not by the file")
        return stated
    found = [day for day in map(read_day, _DAY.findall(facts.name)) if day]
    if not found and facts.not_before is not None:
        facts.notes.append("the file states no date of edition: the latest day in it is used")
        return facts.not_before
    if not found:
        raise SourceError(
            "does not say of which day it is", where=facts.name, hint="state the edition's date (YYYY-MM-DD)"
        )
    facts.notes.append("the edition's date was taken from the file's name")
    return found[-1]


def _digest(streams: Mapping[str, Intake]) -> str:
    digests = {name: stream.digest() for name, stream in streams.items()}
    if len(digests) == 1:
        return next(iter(digests.values()))
    lines = "".join(f"{name} {digest}\n" for name, digest in sorted(digests.items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def _format_of(streams: Mapping[str, Intake], name: str) -> Format:
    for form in FORMATS.values():
        if form.files and form.takes(list(streams)):
            return form
    if len(streams) != 1:
        raise SourceError(
            "the files of this folder are no list together",
            where=name,
            hint="name one file, or a folder with sdn.csv or sanctioned_addresses_*.txt",
        )
    return recognise(next(iter(streams.values())).head, name)


@contextmanager
def _opened(given: Given, name: str) -> Iterator[dict[str, Intake]]:
    with ExitStack() as stack:
        files: dict[str, BinaryIO]
        if isinstance(given, bytes):
            files = {"": io.BytesIO(given)}
        elif isinstance(given, Mapping):
            files = {key: io.BytesIO(data) for key, data in given.items()}
        else:
            files = {path.name: stack.enter_context(_open(path)) for path in _paths(Path(given))}
        yield {key: Intake(raw, f"{name}/{key}" if len(files) > 1 else name) for key, raw in files.items()}


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", where=str(path)) from None


def _paths(path: Path) -> list[Path]:
    if path.is_dir():
        found = sorted(
            child for child in path.iterdir() if child.is_file() and not child.name.startswith(".")
        )
        if not found:
            raise SourceError("is an empty folder", where=str(path))
        return found
    return [path]

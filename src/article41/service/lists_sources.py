"""The registry of official lists: who publishes them, where, and when an edition counts as stale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from article41.errors import UnknownNameError
from article41.source import read_yaml

STALE_AFTER = 7  # days, for lists that are not in the registry


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSource:
    """An official list. `url` is empty where it must be added by hand, from `page`."""

    key: str
    publisher: str
    title: str
    page: str
    format: str
    licence: str
    url: str = ""
    note: str = ""
    by_default: bool = True
    stale_after: int = STALE_AFTER


@cache
def sources() -> dict[str, ListSource]:
    """All registered sources by key."""
    file = resources.files("article41") / "data" / "lists" / "sources.yaml"
    table = read_yaml(file.read_text(encoding="utf-8"), "sources.yaml")
    return {key: ListSource(key=key, **row) for key, row in table.items()}


def source(key: str) -> ListSource:
    """A source by its key. Raises UnknownNameError."""
    if key not in sources():
        raise UnknownNameError(f"'{key}' is no registered list", hint="known: " + ", ".join(sources()))
    return sources()[key]

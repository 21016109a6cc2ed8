"""The 1718 list that comes with the program: an answer on the first day, without a network."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import resources

from article41.lists.pack import unpack
from article41.lists.snapshot import Snapshot

FILE = "un-1718.jsonl"
SHIPS = "un-1718-vessels"
_SHIPS_OF = re.compile(r"Designated Vessels List of (\d{4}-\d{2}-\d{2})")


@cache
def embedded() -> Snapshot:
    """80 persons, 75 entities and 59 ships, as facts only; `notes` say of which days they are."""
    file = resources.files("article41") / "data" / "lists" / FILE
    data = file.read_bytes()
    return replace(unpack(data.decode("utf-8"), FILE), digest=hashlib.sha256(data).hexdigest())


def embedded_ships() -> Snapshot:
    """Only the ships, under their own key and edition: for one who holds the Consolidated List itself."""
    whole = embedded()
    of = next(found[1] for note in whole.notes if (found := _SHIPS_OF.search(note)))
    return replace(
        whole,
        source=SHIPS,
        edition=date.fromisoformat(of),
        entities=tuple(row for row in whole.entities if row.listings[0].source == SHIPS),
        notes=("no newer list of ships was known in August 2026; a newer one has to be added by hand",),
    )

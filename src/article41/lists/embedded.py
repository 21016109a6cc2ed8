"""The 1718 list that comes with the program: an answer on the first day, without a network."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from importlib import resources

from article41.lists.pack import unpack
from article41.lists.snapshot import Snapshot

FILE = "un-1718.jsonl"


@cache
def embedded() -> Snapshot:
    """80 persons, 75 entities and 59 ships, as facts only; `notes` say of which days they are."""
    file = resources.files("article41") / "data" / "lists" / FILE
    data = file.read_bytes()
    return replace(unpack(data.decode("utf-8"), FILE), digest=hashlib.sha256(data).hexdigest())

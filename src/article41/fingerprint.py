"""Fingerprints: what an answer rested on, so that it can be derived again years later."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache

from article41 import __version__


def digest(parts: Iterable[str]) -> str:
    """Sixteen hex digits over an ordered list of texts."""
    total = hashlib.sha256()
    for part in parts:
        total.update(part.encode())
        total.update(b"\x00")
    return total.hexdigest()[:16]


@lru_cache(maxsize=64)
def fingerprint(
    *,
    rules: str,
    goods: str,
    drafts: tuple[str, ...] = (),
    lists: tuple[str, ...] = (),
    records: tuple[str, ...] = (),
) -> str:
    """One line naming package version, rules, goods data, drafts supposed, lists and record used."""
    parts = [f"article41/{__version__}", f"rules/{rules}", f"goods/{goods}"]
    parts += [f"draft/{name}" for name in sorted(drafts)]
    parts += [f"list/{name}" for name in sorted(lists)]
    parts += [f"chronicle/{name}" for name in sorted(records)]
    return " ".join(parts)

"""Fields of study as people write them, against those the law names."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from article41.source import read_text, read_yaml
from article41.types import Truth

_FILE = Path(__file__).parent.parent / "data" / "subjects.yaml"
_NARROW = frozenset({"space-launch", "satellite-launch", "rocket-launch", "information-technology"})
_LEVELS = ("phd-", "doctoral-", "graduate-", "undergraduate-", "basic-", "introductory-", "advanced-")


@cache
def _table() -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    data = read_yaml(read_text(_FILE), _FILE.name)
    fields: dict[str, set[str]] = {}
    for field, names in data["same_as"].items():
        for name in (field, *names):
            fields.setdefault(name, set()).add(field)
    return {name: frozenset(found) for name, found in fields.items()}, frozenset(data["harmless"])


def subject_slug(text: str) -> str:
    """A subject as the law's data writes it: lower case, words joined by hyphens."""
    return "-".join(text.lower().replace("_", " ").replace("-", " ").split())


def known_subjects() -> list[tuple[str, str]]:
    """Every subject we can place, with the fields of the law it falls in ("harmless" for none)."""
    fields, harmless = _table()
    rows = [(name, ", ".join(sorted(found))) for name, found in fields.items()]
    return sorted([*rows, *((name, "harmless") for name in harmless)])


def in_fields(subject: str, wanted: tuple[str, ...]) -> Truth:
    """Whether a stated subject is one of the law's fields; None where we cannot tell."""
    slug = subject_slug(subject)
    fields, harmless = _table()
    if set(wanted) <= _NARROW and slug not in fields:
        return False  # who means a launch says so
    plain = next((slug.removeprefix(level) for level in _LEVELS if slug.startswith(level)), slug)
    meant = (
        {slug, plain, f"advanced-{plain}"} | fields.get(slug, frozenset()) | fields.get(plain, frozenset())
    )
    if meant & set(wanted):
        return True
    return False if slug in harmless or plain in harmless or slug in fields or plain in fields else None

"""Countries as official lists write them: "Korea, North", "DPRK", "北朝鮮" are all KP."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources

from article41.source import read_yaml

_NOISE = re.compile(r"[^\w]+")


@cache
def country_names() -> dict[str, tuple[str, ...]]:
    """The table: ISO 3166-1 alpha-2 code to the names in use, the one to show first."""
    file = resources.files("article41") / "data" / "lists" / "countries.yaml"
    table = read_yaml(file.read_text(encoding="utf-8"), "countries.yaml")
    return {code: tuple(names) for code, names in table.items()}


@lru_cache(maxsize=4096)
def country_code(text: str) -> str:
    """Two capital letters, or "" where the words name no country of the table.

    A code counts in capitals only: the UN list writes "na" for "not available", which is no Namibia.
    """
    if text.strip() in country_names():
        return text.strip()
    plain = _plain(text)
    codes = _codes()
    return codes.get(plain) or codes.get(plain.removeprefix("the "), "")


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for code, names in country_names().items():
        for name in names:
            codes.setdefault(_plain(name), code)
    return codes


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text)
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _NOISE.sub(" ", kept.replace("'", "").replace("’", "")).strip().casefold()

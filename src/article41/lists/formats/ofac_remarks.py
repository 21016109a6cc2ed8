"""The remarks of OFAC's CSV: all that has a field of its own in the XML, in one line of prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from article41.lists.dates import read_date
from article41.lists.entity import Identifier, NameQuality, PartialDate
from article41.lists.formats.ofac_ids import WALLET, id_types, identifier, is_no_identifier

_ALIAS = re.compile(r"([afn])\.k\.a\. '(.+?)'?$")
_NUMBER = re.compile(
    r"(?P<number>.*?)(?:\s*\((?P<country>[^()]+)\))?(?P<note>(?:;|,|\s)?\s*(?:expires|issued).*)?$"
)
_KEYED = {
    "DOB ": "births",
    "POB ": "birth_places",
    "nationality ": "nationalities",
    "citizen ": "nationalities",
    "Gender ": "genders",
    "Linked To: ": "linked",
    "Former Vessel Flag ": "flags",
}


@dataclass(slots=True)
class Remarks:
    """What a remark says."""

    births: list[PartialDate] = field(default_factory=list)
    birth_places: list[str] = field(default_factory=list)
    nationalities: list[str] = field(default_factory=list)
    genders: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    aliases: list[tuple[str, NameQuality]] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)


def read_remarks(words: str) -> Remarks:
    """The parts of a whole remark (the cut one and its rest already joined)."""
    found = Remarks()
    for part in _split(words.strip().removesuffix(".")):
        part = part.strip().strip("()") if part.strip().startswith("(Linked") else part.strip()
        _read_part(part.removeprefix("alt. "), found)
    return found


def _read_part(part: str, found: Remarks) -> None:
    alias = _ALIAS.match(part)
    if alias is not None:
        found.aliases.append((alias[2], NameQuality.FORMER if alias[1] == "f" else NameQuality.WEAK))
        return
    for key, name in _KEYED.items():
        if part.startswith(key):
            _keep(name, part.removeprefix(key).strip(), found)
            return
    number = _identifier(part)
    if number is not None:
        found.identifiers.append(number)


def _keep(name: str, words: str, found: Remarks) -> None:
    if name == "births":
        born = read_date(words)
        if born is not None:
            found.births.append(born)
        return
    values: list[str] = getattr(found, name)
    values.append(words)


def _identifier(part: str) -> Identifier | None:
    if part.startswith(WALLET):
        currency, _, address = part.removeprefix(WALLET).partition(" ")
        return identifier(WALLET + currency, address)
    if is_no_identifier(part):
        return None
    kind = max((words for words in id_types() if part.startswith(f"{words} ")), key=len, default="")
    if not kind:
        return None
    shape = _NUMBER.match(part.removeprefix(kind).strip())
    if shape is None:
        return None
    return identifier(kind, shape["number"], shape["country"] or "", (shape["note"] or "").strip(" ;,"))


def _split(words: str) -> list[str]:
    """Parts between "; ", but not inside brackets."""
    parts, depth, start = [], 0, 0
    for index, letter in enumerate(words):
        if letter == "(":
            depth += 1
        elif letter == ")":
            depth = max(0, depth - 1)
        elif letter == ";" and words.startswith("; ", index) and depth == 0:
            parts.append(words[start:index])
            start = index + 2
    return [*parts, words[start:]]

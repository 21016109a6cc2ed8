"""Names the reader knows: countries, bodies, people, outlets, and the word lists of its grammar."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from article41.reader.tokens import Token, plain, tokenize
from article41.source import read_yaml

DATA = files("article41") / "data" / "reader"
NO_ACTORS = (
    "York City|Conference on Disarmament|Conference of Disarmament|South China Sea|East China Sea"
    "|Sea of Japan|East Sea|Yellow Sea|Korean Peninsula|Korean peninsula|New York City|New York|Geneva"
    "|North Atlantic|Mar-a-Lago|United Nations Headquarters|U.N. Charter|UN Charter"
    "|United Nations Charter|Security Council resolution"
    "|Security Council resolutions|Security Council Resolution|Panmunjom|Hanoi|Sohae|Punggye-ri"
    "|Hwasong|Kaesong|Kumgang|Vladivostok"
    "|Lazarus Group|Lazarus|U.N. resolutions|UN resolutions|Workers' Party Congress"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One known name: what it is, whom it stands for and, for people, the office."""

    kind: str  # country, adjective, place, body, person, outlet, none
    name: str
    represents: str | None = None
    role: str | None = None
    exact: bool = False  # the letters' case must agree (US, UN, WHO)


Found = tuple[int, Entry]


class Gazetteer:
    """Finds the longest known name at a place in a sentence."""

    def __init__(self, rows: Iterator[tuple[str, Entry]]) -> None:
        self._heads: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for words, entry in rows:
            parts = tuple(token.low for token in tokenize(words, 0, len(words), []))
            self._heads.setdefault(parts[0], []).append((parts, entry))
        for found in self._heads.values():
            found.sort(key=lambda pair: -len(pair[0]))

    def lower_heads(self) -> frozenset[str]:
        """First words of names that the press also writes without a capital (the council)."""
        return frozenset(
            head for head, found in self._heads.items() if any(e.kind == "body" for _, e in found)
        )

    def at(self, tokens: list[Token], i: int) -> Found | None:
        """The longest name beginning at word i and the place after it; None where none begins."""
        second = tokens[i + 1].low if i + 1 < len(tokens) else ""
        for parts, entry in self._heads.get(tokens[i].low, ()):
            if len(parts) > 1 and parts[1] != second:
                continue
            end = i + len(parts)
            if end > len(tokens) or (len(parts) > 2 and not _spelled(tokens, i, parts)):
                continue
            if not _cased(tokens[i:end], entry):
                continue
            if parts[0] == "the" and end < len(tokens) and tokens[end].low.startswith("korea"):
                continue  # "the North" of "the North Korean leader"
            return end, entry
        return None


def _spelled(tokens: list[Token], i: int, parts: tuple[str, ...]) -> bool:
    return all(tokens[i + n].low == parts[n] for n in range(2, len(parts)))


def _cased(tokens: list[Token], entry: Entry) -> bool:
    if entry.exact:
        return tokens[0].text.isupper()
    if entry.kind == "body":
        return True
    start = tokens[0] if tokens[0].low != "the" or len(tokens) == 1 else tokens[1]
    return start.text[0].isupper()


@cache
def gazetteer() -> Gazetteer:
    """The shipped names, loaded once."""
    return Gazetteer(_rows())


@cache
def words(name: str, sign: str | None = None) -> frozenset[str]:
    """One word list of words.yaml; lists of several words are split by a sign."""
    return frozenset(part.strip() for part in _lists()[name].split("|" if name == "pairs" else sign))


@cache
def _lists() -> dict[str, Any]:
    found: dict[str, Any] = read_yaml((DATA / "words.yaml").read_text(encoding="utf-8"), "words.yaml")
    return found


@cache
def people() -> dict[str, Entry]:
    """Known people by plain full name."""
    return {plain(entry.name): entry for _, entry in _rows() if entry.kind == "person"}


@cache
def _surnames() -> dict[str, list[tuple[str, str, Entry]]]:
    """Family names of known people with the months in which they held an office."""
    found: dict[str, list[tuple[str, str, Entry]]] = {}
    for row in table("people.csv"):
        parts = row["name"].replace("-", " ").lower().split()
        entry = Entry("person", row["name"], row["represents"], row["role"])
        first = {parts[0]} if row["represents"] in _FAMILY_FIRST else set()
        for key in {row["name"].lower().split()[-1], *first}:
            found.setdefault(key, []).append((row["from"] or "1900", row["to"] or "2100", entry))
    return found


_FAMILY_FIRST = frozenset({"North Korea", "South Korea", "China"})


def in_office(surname: str, day: date | None) -> Entry | None:
    """The one known person of this family name who held an office on a day; None where it is not one.

    "Kim" alone has meant the leader in the press since he came to power.
    """
    if surname.lower() == "kim":
        return people().get("kim jong un") if day is None or day.year > 2011 else people().get("kim jong il")
    month = day.isoformat()[:7] if day else None
    names = {
        entry.name: entry
        for start, end, entry in _surnames().get(surname.lower(), ())
        if month is None or start <= month <= end + "-99"
    }
    return next(iter(names.values())) if len(names) == 1 else None


def table(name: str) -> list[dict[str, str]]:
    """The rows of a shipped CSV file; lines that begin with # are remarks."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def _forms(text: str) -> list[str]:
    return [form.strip() for form in text.split("|") if form.strip()]


def _rows() -> Iterator[tuple[str, Entry]]:
    yield from _countries()
    for row in table("bodies.csv"):
        for form in [row["name"], *_forms(row["also"])]:
            yield form, Entry("body", row["name"], row["represents"] or None, exact=_is_short(form))
    for row in table("people.csv"):
        entry = Entry("person", row["name"], row["represents"], row["role"])
        for form in {row["name"], *_forms(row["also"])}:
            yield form, entry
    for line in (DATA / "media.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line, Entry("outlet", line, exact=line.isupper())
    for form in _forms(NO_ACTORS):
        yield form, Entry("none", form)


def _countries() -> Iterator[tuple[str, Entry]]:
    for row in table("countries.csv"):
        name = row["name"]
        for kind, column in (("country", "forms"), ("adjective", "adjectives"), ("place", "places")):
            for form in _forms(row[column]):
                yield form, Entry(kind, name, name, exact=_is_short(form))
        yield name, Entry("country", name, name)


def _is_short(form: str) -> bool:
    """Whether a form is a short name in capitals (US, UN, WHO), which small letters would not be."""
    return form.isupper() and len(form) < 8

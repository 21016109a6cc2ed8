"""Letters: what is written, cleaned of what nobody reads, and each script carried into Latin."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import lru_cache
from importlib.resources import files

HANGUL, HAN, KANA, LATIN, CYRILLIC = "hangul", "han", "kana", "latin", "cyrillic"
ABJADS = frozenset({"arabic", "hebrew"})  # scripts that leave short vowels out

_RANGES = (
    (0x0041, 0x024F, LATIN),
    (0x0250, 0x02AF, LATIN),
    (0x0370, 0x03FF, "greek"),
    (0x0400, 0x052F, CYRILLIC),
    (0x0530, 0x058F, "armenian"),
    (0x0590, 0x05FF, "hebrew"),
    (0x0600, 0x077F, "arabic"),
    (0x08A0, 0x08FF, "arabic"),
    (0x1E00, 0x1EFF, LATIN),
    (0x3040, 0x30FF, KANA),
    (0x31F0, 0x31FF, KANA),
    (0x3400, 0x9FFF, HAN),
    (0xAC00, 0xD7A3, HANGUL),
    (0xF900, 0xFAFF, HAN),
    (0x20000, 0x3FFFF, HAN),
)
_SOFT = re.compile("[\u00ad\u034f\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_VOWEL_SIGNS = re.compile("[\u0591-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed]")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a shipped table of names; lines that begin with # are its notes."""
    text = (files("article41") / "data" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines))


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    return {row["letter"]: row["latin"] for row in rows("names/letters.csv")}


@lru_cache(maxsize=1)
def _lookalikes() -> dict[str, str]:
    return {row["letter"]: row["latin"] for row in rows("names/lookalikes.csv")}


@lru_cache(maxsize=8192)
def script_of(letter: str) -> str:
    """The script of one letter; empty for digits, marks and signs."""
    if not letter.isalpha():
        return ""
    code = ord(letter)
    return next((name for low, high, name in _RANGES if low <= code <= high), "other")


def clean(text: str) -> str:
    """Text as the eye reads it: full-width and ligatures resolved, invisible characters gone."""
    if text.isascii():
        return text
    text = _VOWEL_SIGNS.sub("", _SOFT.sub("", text))
    text = unicodedata.normalize("NFKC", text)
    if text.isprintable():  # then none of those below is in it
        return text
    return "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc", "Cs", "Co", "Cn"))


def scripts_of(word: str) -> set[str]:
    """The scripts a word is written in."""
    return {script for script in map(script_of, word) if script}


def unmask(word: str) -> str:
    """A word that mixes Latin with letters that only look Latin, as the eye reads it.

    A mostly Cyrillic word with a few Latin lookalikes is read as Cyrillic.
    """
    if word.isascii():
        return word
    scripts = scripts_of(word)
    if LATIN not in scripts or not scripts & {CYRILLIC, "greek", "armenian"}:
        return word
    strange = [c for c in word if script_of(c) in (CYRILLIC, "greek", "armenian")]
    looks = _lookalikes()
    if all(c in looks for c in strange):
        return "".join(looks.get(c, c) for c in word)
    back = {latin: c for c, latin in reversed(looks.items()) if script_of(c) == CYRILLIC}
    return "".join(back.get(c, c) for c in word)


@lru_cache(maxsize=4096)
def _bare(letter: str) -> str:
    marks = unicodedata.normalize("NFD", letter)
    return "".join(c for c in marks if unicodedata.category(c) != "Mn")


def fold(text: str) -> str:
    """Latin without accents, in lower case."""
    if text.isascii():
        return text.casefold()
    table = _letters()
    plain = "".join(table.get(c, c) for c in text.casefold())
    return "".join(_bare(c) if c < "\u2000" else c for c in plain)  # beyond: kana and Hangul keep their marks


_ONE = re.compile("(?<=[aeiou])1")
_DIGITS = str.maketrans("01358", "oiesb")


def misread(word: str) -> str:
    """A word whose digits a scanner put for letters: k1m is kim, cho1 is chol; others as they are."""
    if word.isalpha() or not sum(map(str.isalpha, word)) * 2 >= len(word) > 1:
        return word
    return _ONE.sub("l", word).translate(_DIGITS)


def to_latin(word: str) -> str:
    """A word of any script in plain Latin letters. Hangul, Han and kana have rooms of their own."""
    if word.isascii():
        return word.casefold()
    plain = fold(word)
    if plain.isascii():
        return plain
    from anyascii import anyascii  # scripts without a table of ours: Greek, Thai, Devanagari...

    return re.sub(r"[^a-z0-9]", "", anyascii(plain).casefold())

"""Japanese cells: dates, names in katakana and Latin letters, labels."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta

from article41.lists.dates import iso_prefix
from article41.lists.entity import Name, NameQuality, PartialDate
from article41.lists.formats.record import squeezed

UNKNOWN = frozenset({"不明", "なし", "無し", "-", "―", "ー", "na", "n/a", "None"})
_DAY = re.compile(r"(\d{4})[.年](\d{1,2})[.月](\d{1,2})日?")
_DATE = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?\s*(頃)?")
_RANGE = re.compile(r"(\d{4})年?\s*(?:から|[-~〜\uff5e―])\s*(\d{4})年(?:まで)?(?:の間)?")
_EXCEL_EPOCH = date(1899, 12, 30)
_ITEM = re.compile(r"\((?:[a-z]{1,2}|[ivx]{1,4}|\d{1,2})\)")
_LABELS = re.compile(
    r"\((?:a\.?k\.?a\.?|also known as)\s*:?|\((?:f\.?k\.?a\.?|formerly)[^:)]{0,20}:?|original script\s*:"
    r"|\((?:別称|別名|旧称|旧名)\)",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\(旧[称名]\)|f\.?k\.?a|formerly", re.IGNORECASE)
_SEPARATORS = re.compile(r"[、;\n]")
_COMMA = re.compile(r",(?!\s*(?:ltd|limited|inc|llc|co\b|corp|s\.a|plc|gmbh|jsc))", re.IGNORECASE)
_TAIL = re.compile(r"^(?P<before>[^()]+?)\s*\((?P<inside>[^()]+)\)$")
_LATIN = re.compile(r"[A-Za-z]")
_ACRONYM = re.compile(r"[A-Z]{2,8}")


def narrow(words: str) -> str:
    """Full-width letters, digits, brackets and blanks as the narrow ones."""
    return unicodedata.normalize("NFKC", words).replace("　", " ")


def days(cell: str) -> list[date]:
    """All full days in a cell: "2009.7.24", "2022.8.3改訂", "2006年4月25日"."""
    found = (iso_prefix(*map(int, groups)) for groups in _DAY.findall(narrow(cell)))
    return [date.fromisoformat(day) for day in found if len(day) == 10]


def births(cell: object) -> Iterator[PartialDate]:
    """Birth dates: an Excel serial number, or Japanese words with ranges and alternatives."""
    if isinstance(cell, int | float):
        if 1 <= cell <= 60_000:
            day = (_EXCEL_EPOCH + timedelta(days=int(cell))).isoformat()
            yield PartialDate(start=day, end=day, text=str(cell))
        return
    words = narrow(str(cell or ""))
    for first, last in _RANGE.findall(words):
        if iso_prefix(int(first)) and iso_prefix(int(last)) and first <= last:
            yield PartialDate(start=first, end=last, text=squeezed(words)[:80])
    for year, month, day_of, about in _DATE.findall(_RANGE.sub("", words)):
        point = iso_prefix(int(year), int(month) if month else None, int(day_of) if day_of else None)
        if point:
            yield PartialDate(start=point, end=point, circa=bool(about), text=squeezed(words)[:80])


def names(cell: str, quality: NameQuality = NameQuality.STRONG) -> Iterator[Name]:
    """The names of a cell; after a label that says "formerly" they are former names."""
    words = narrow(cell)
    position, current = 0, quality
    for label in _LABELS.finditer(words):
        yield from _plain_names(words[position : label.start()], current)
        current = NameQuality.FORMER if _FORMER.search(label[0]) else quality
        position = label.end()
    yield from _plain_names(words[position:], current)


def _plain_names(words: str, quality: NameQuality) -> Iterator[Name]:
    for part in _SEPARATORS.split(_ITEM.sub(";", words)):
        for piece in _COMMA.split(part):
            yield from _with_tail(_balanced(squeezed(piece)), quality)


def _with_tail(words: str, quality: NameQuality) -> Iterator[Name]:
    """ "キム (Kim)" is two names, "Korea Mining (KOMID)" a name and an acronym."""
    found = _TAIL.match(words)
    if found is not None and _ACRONYM.fullmatch(found["inside"]):
        yield from (_name(found["before"], quality), Name(text=found["inside"], quality=NameQuality.WEAK))
    elif found is not None and bool(_LATIN.search(found["before"])) != bool(_LATIN.search(found["inside"])):
        yield from (_name(found["before"], quality), _name(found["inside"], quality))
    elif words and words not in UNKNOWN and len(words) > 1:
        yield _name(words, quality)


def _name(words: str, quality: NameQuality) -> Name:
    japanese = any("\u3040" <= letter <= "\u30ff" for letter in words)
    return Name(text=words.strip(" \"“”「」'"), quality=quality, language="ja" if japanese else "")


def _balanced(words: str) -> str:
    """Without brackets at either end that have no partner."""
    while words.count("(") != words.count(")"):
        if words.endswith(("(", ")")):
            words = words[:-1].rstrip()
        elif words.startswith(("(", ")")):
            words = words[1:].lstrip()
        else:
            break
    return words.strip(" ,.:")

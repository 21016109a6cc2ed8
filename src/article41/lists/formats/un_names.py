"""Names as the UN list writes them: several in one field, acronyms and Han characters in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from article41.lists.entity import Name, NameQuality
from article41.lists.formats.record import Record, distinct, items, squeezed, text

_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_ORDINALS = ("first", "second", "third", "fourth")
_QUALITIES = {"low": NameQuality.WEAK, "f.k.a.": NameQuality.FORMER, "fka": NameQuality.FORMER}
_BRACKET = re.compile(r"^(?P<name>.+?)\s*\((?P<inside>[^()]+)\)$")
_REFERENCE = re.compile(r"[A-Z]{2}[ie]\.\d{3}", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,9}")
_HAN = re.compile(r"[\u3400-\u9fff]+")


def un_names(record: Record, *, person: bool) -> tuple[tuple[Name, ...], tuple[str, ...]]:
    """The names of a record, the main one first, and references of other parties named among them."""
    linked: list[str] = []
    names = [*_main(record, linked, person=person)]
    names += [
        Name(text=words, quality=NameQuality.STRONG, language="")
        for words in (text(record, "NAME_ORIGINAL_SCRIPT"),)
        if words
    ]
    for alias in items(record, "INDIVIDUAL_ALIAS" if person else "ENTITY_ALIAS"):
        quality = _QUALITIES.get(text(alias, "QUALITY").casefold(), NameQuality.STRONG)
        for words in _several(text(alias, "ALIAS_NAME")):
            names += _taken_apart(words, quality, linked)
    return distinct(names), tuple(linked)


def _main(record: Record, linked: list[str], *, person: bool) -> Iterator[Name]:
    if not person:
        for index, words in enumerate(_several(text(record, "FIRST_NAME"))):
            yield from _taken_apart(words, NameQuality.STRONG, linked, primary=index == 0)
        return
    stated = [(part, text(record, part)) for part in _PARTS]
    words = squeezed(" ".join(word for _, word in stated))
    if words:
        yield Name(text=words, primary=True, parts=_parts(record, stated))


def _parts(record: Record, stated: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Koreans: the first field is the family name. Elsewhere only the order is known."""
    filled = [word for _, word in stated if word]
    if text(record, "UN_LIST_TYPE") == "DPRK" and len(filled) > 1:
        return (("last", filled[0]), ("first", " ".join(filled[1:])))
    return tuple((ordinal, word) for ordinal, (_, word) in zip(_ORDINALS, stated, strict=True) if word)


def _several(words: str) -> list[str]:
    return [part for part in (squeezed(part) for part in words.split(";")) if part]


def _taken_apart(
    words: str, quality: NameQuality, linked: list[str], *, primary: bool = False
) -> Iterator[Name]:
    """A name, and what stands in brackets at its end: an acronym, Han characters, another reference."""
    found = _BRACKET.match(words)
    if found is None:
        yield Name(text=words, quality=quality, primary=primary)
        return
    inside, before = found["inside"].strip(), found["name"]
    if _REFERENCE.fullmatch(inside):
        linked.append(inside[:2].upper() + inside[2].lower() + inside[3:])
        yield Name(text=before, quality=quality, primary=primary)
    elif _ACRONYM.fullmatch(inside):
        yield Name(text=before, quality=quality, primary=primary)
        yield Name(text=inside, quality=NameQuality.WEAK)
    elif _HAN.search(inside):
        yield Name(text=before, quality=quality, primary=primary)
        yield Name(text=inside, quality=quality)
    else:
        yield Name(text=words, quality=quality, primary=primary)

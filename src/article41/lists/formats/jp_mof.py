"""Japan's asset-freeze list (Ministry of Finance, XLSX): a sheet a programme, headed in Japanese.

A row's key is the number of its sheet and its number in the notice, which is not a UN number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from article41.lists.countries import country_code
from article41.lists.entity import (
    Address,
    Entity,
    Identifier,
    IdentifierKind,
    Listing,
    Name,
    NameQuality,
    Schema,
)
from article41.lists.formats.facts import Facts
from article41.lists.formats.jp_text import UNKNOWN, births, days, names, narrow
from article41.lists.formats.record import Record, distinct, squeezed, unique
from article41.lists.formats.xlsx import sheets
from article41.lists.identifiers import document
from article41.lists.intake import Intake

_HEADER = "告示日付"
_LIFTED = "【解除】"
_DELETED = "削除"
_NUMBER = re.compile(r"\d+")
_SHEET = re.compile(r"^(\d+)\.(.*)$")
_LATIN_DOCUMENT = re.compile(r"[A-Z]{0,3}\d[A-Z0-9\-]{4,14}")
_ISSUED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_COLUMNS = {
    "english": ("英語表記",),
    "japanese": ("日本語表記",),
    "alias": ("別名", "別称", "別名・別称", "別称・別名", "別称・旧称", "確定可能な別名"),
    "former": ("旧称", "旧称・以前の呼称", "以前の別名", "過去の別名"),
    "weak": ("確定に十分でない別名",),
    "position": ("役職", "肩書", "肩書等"),
    "title": ("称号",),
    "birth": ("生年月日", "生年月日・出生地"),
    "birth_place": ("出生地", "出生地・出身地"),
    "nationality": ("国籍",),
    "passport": ("旅券番号",),
    "identity": ("身分登録番号", "身分証番号", "ID番号"),
    "address": ("住所", "住所・所在地", "所在地", "住所等", "活動地域・住所"),
    "un": ("国連参照番号",),
}
_ROLE = {word: role for role, words in _COLUMNS.items() for word in words}


def read_jp_mof(stream: Intake, facts: Facts) -> Iterator[Entity]:
    """Entities of all sheets that are in force. Raises SourceError."""
    lifted = 0
    for title, rows in sheets(stream):
        sheet = _SHEET.match(title.strip())
        lifted += _LIFTED in title
        if sheet is not None and _LIFTED not in title:
            yield from _sheet(sheet[1], sheet[2].strip(), rows, facts)
    if lifted:
        facts.notes.append(f"{lifted} programmes are marked as lifted and left out")


def _sheet(number: str, title: str, rows: Iterator[tuple[Any, ...]], facts: Facts) -> Iterator[Entity]:
    header: list[str] = []
    seen: dict[str, int] = {}
    for row in rows:
        cells = [cell if isinstance(cell, int | float) else str(cell or "").strip() for cell in row]
        if cells and str(cells[0]).replace("\n", "") == _HEADER:
            header = [squeezed(str(cell)) for cell in cells]
            continue
        record = {key: cell for key, cell in zip(header, cells, strict=False) if key and cell != ""}
        dated = str(record.get(_HEADER, ""))
        if not days(dated) or _DELETED in dated or not ({"英語表記", "日本語表記"} & record.keys()):
            continue
        entity = _entity(number, title, record, facts, seen)
        facts.saw(max(days(dated)))
        if entity.names:
            yield entity


def _entity(number: str, title: str, record: Record, facts: Facts, seen: dict[str, int]) -> Entity:
    cells: dict[str, Any] = {}
    for heading, cell in record.items():
        role = _ROLE.get(heading)
        if role is not None and squeezed(str(cell)) not in UNKNOWN:
            cells[role] = cell
    reference = _reference(number, str(record.get("告示番号", "")), seen)
    addresses = tuple(_addresses(str(cells.get("address", ""))))
    return Entity(
        id=f"{facts.source}:{reference}",
        schema=_schema(title, cells),
        names=_names(cells),
        listings=(_listing(reference, title, record, cells, facts),),
        birth_dates=tuple(births(cells.get("birth"))),
        birth_places=unique([squeezed(str(cells.get("birth_place", "")))]),
        nationalities=unique(
            map(country_code, re.split(r"[、;,\n()]", narrow(str(cells.get("nationality", "")))))
        ),
        countries=unique(place.country for place in addresses),
        identifiers=tuple(_documents(cells)),
        addresses=addresses,
        titles=unique([squeezed(str(cells.get("title", "")))]),
        positions=unique(squeezed(part) for part in str(cells.get("position", "")).split("\n")),
        programmes=(title,),
        raw=record,
    )


def _reference(sheet: str, notice: str, seen: dict[str, int]) -> str:
    found = _NUMBER.search(narrow(notice))
    reference = f"{sheet}-{found[0] if found else 'x'}"
    seen[reference] = seen.get(reference, 0) + 1
    return reference if seen[reference] == 1 else f"{reference}#{seen[reference]}"


def _schema(title: str, cells: dict[str, Any]) -> Schema:
    if "個人" in title or "birth" in cells or "passport" in cells:
        return Schema.PERSON
    return Schema.ORGANIZATION if "団体" in title or "銀行" in title else Schema.LEGAL_ENTITY


def _names(cells: dict[str, Any]) -> tuple[Name, ...]:
    found: list[Name] = []
    for role in ("english", "japanese", "alias", "former", "weak"):
        quality = {"former": NameQuality.FORMER, "weak": NameQuality.WEAK}.get(role, NameQuality.STRONG)
        found += names(str(cells.get(role, "")), quality)
    if not found:
        return ()
    first = found[0]
    main = Name(text=first.text, primary=True, language=first.language)
    return distinct([main, *found[1:]])


def _listing(reference: str, title: str, record: Record, cells: dict[str, Any], facts: Facts) -> Listing:
    noticed: list[date] = days(str(record.get(_HEADER, "")))
    un = re.search(r"[A-Z]{2}[ie]\.\d{3}", narrow(str(cells.get("un", ""))))
    return Listing(
        source=facts.source,
        reference=reference,
        programme=title,
        listed_on=noticed[0],
        amended_on=tuple(sorted(set(noticed[1:]))),
        measures=("asset freeze",),
        un_reference=un[0] if un else "",
    )


def _documents(cells: dict[str, Any]) -> Iterator[Identifier]:
    kinds = {"passport": IdentifierKind.PASSPORT, "identity": IdentifierKind.NATIONAL_ID}
    for role, kind in kinds.items():
        cell = cells.get(role, "")
        words = _ISSUED.sub(" ", narrow(str(int(cell) if isinstance(cell, float) else cell)))
        for number in dict.fromkeys(_LATIN_DOCUMENT.findall(words)):
            found = document(kind, number)
            if found is not None:
                yield found


def _addresses(cell: str) -> Iterator[Address]:
    for part in re.split(r"[;\n]", cell.replace("\uff1b", ";")):
        words = squeezed(part)
        if words and words not in UNKNOWN:
            yield Address(text=words, country=_country(words))


_COUNTRY_WORDS = (
    "北朝鮮",
    "中華人民共和国",
    "ロシア",
    "イラン",
    "シリア",
    "香港",
    "英国",
    "マレーシア",
    "シンガポール",
)


def _country(words: str) -> str:
    """Japanese addresses begin with the country, Latin ones end with it."""
    start = next((word for word in _COUNTRY_WORDS if words.startswith(word)), "")
    return country_code(start) or country_code(words.rpartition(",")[2])

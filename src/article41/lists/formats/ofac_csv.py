"""OFAC's legacy CSV set: sdn.csv, alt.csv, add.csv and sdn_comments.csv, which belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from article41.errors import SourceError
from article41.lists.countries import country_code
from article41.lists.entity import Address, Entity, Identifier, IdentifierKind, Name, NameQuality, Schema
from article41.lists.formats.csv import bare_rows
from article41.lists.formats.facts import Facts
from article41.lists.formats.ofac_remarks import Remarks, read_remarks
from article41.lists.formats.ofac_xml import SCHEMATA, listing, ofac_name
from article41.lists.formats.record import Record, distinct, squeezed, unique
from article41.lists.intake import Intake

_NULL = "-0-"
_SDN = [
    "ent_num",
    "SDN_Name",
    "SDN_Type",
    "Program",
    "Title",
    "Call_Sign",
    "Vess_type",
    "Tonnage",
    "GRT",
    "Vess_flag",
    "Vess_owner",
    "Remarks",
]
_QUALITY = {"fka": NameQuality.FORMER}
Rows = dict[str, list[list[str]]]


def read_ofac_csv(streams: Mapping[str, Intake], facts: Facts) -> Iterator[Entity]:
    """Entities of sdn.csv with what the other files say of them. Raises SourceError."""
    files = {name.casefold().partition(".")[0]: stream for name, stream in streams.items()}
    if "sdn" not in files:
        raise SourceError("sdn.csv is missing", where=facts.name, hint="keep the four files in one folder")
    below = {name: _by_number(files.get(name), width) for name, width in _WIDTHS.items()}
    for name in ("alt", "add", "sdn_comments"):
        if name not in files:
            facts.notes.append(f"{name}.csv was not there: what it holds is missing")
    seen = set()
    for line, cells in bare_rows(files["sdn"]):
        if len(cells) != len(_SDN) or not cells[0].strip().isdigit():
            raise SourceError(f"{len(cells)} cells where 12 belong", where=f"{files['sdn'].name}:{line}")
        record: Record = {
            key: value for key, cell in zip(_SDN, cells, strict=True) if (value := _value(cell))
        }
        number = record.get("ent_num", "")
        seen.add(number)
        yield _entity(record, {name: rows.get(number, []) for name, rows in below.items()}, facts)
    _refuse_orphans(below, seen, facts)


_WIDTHS = {"alt": 5, "add": 6, "sdn_comments": 2}


def _by_number(stream: Intake | None, width: int) -> Rows:
    rows: Rows = defaultdict(list)
    for line, cells in bare_rows(stream) if stream is not None else ():
        if len(cells) != width:
            raise SourceError(
                f"{len(cells)} cells where {width} belong", where=f"{stream.name if stream else ''}:{line}"
            )
        rows[cells[0].strip()].append(cells)
    return rows


def _refuse_orphans(below: dict[str, Rows], seen: set[str], facts: Facts) -> None:
    for name, rows in below.items():
        orphans = sorted(rows.keys() - seen)
        if orphans:
            raise SourceError(
                f"{name}.csv tells of entries that sdn.csv has not: {', '.join(orphans[:3])}",
                where=facts.name,
                hint="the files are of different days, or sdn.csv is cut off: fetch all four again",
            )


def _entity(record: Record, rows: dict[str, list[list[str]]], facts: Facts) -> Entity:
    kind = record.get("SDN_Type", "entity").casefold()
    words = record.get("Remarks", "") + "".join(cells[1] for cells in rows["sdn_comments"])
    remarks = read_remarks(words)
    uid = record["ent_num"]
    programmes = unique(part.strip(" []") for part in record.get("Program", "").split("] ["))
    addresses = tuple(_addresses(rows["add"]))
    countries = [*(place.country for place in addresses), country_code(record.get("Vess_flag", ""))]
    if rows["alt"]:
        record["alt"] = [[cell.strip() for cell in cells] for cells in rows["alt"]]
    record["Remarks"] = words
    return Entity(
        id=f"{facts.source}:{uid}",
        schema=SCHEMATA.get(kind, Schema.LEGAL_ENTITY),
        names=distinct(_names(record, rows["alt"], remarks, kind)),
        listings=(listing(facts.source, uid, programmes),),
        birth_dates=tuple(remarks.births),
        birth_places=unique(remarks.birth_places),
        genders=unique(word.lower() for word in remarks.genders),
        nationalities=unique(map(country_code, remarks.nationalities)),
        countries=unique([*countries, *map(country_code, remarks.flags)]),
        identifiers=(*remarks.identifiers, *_call_signs(record)),
        addresses=addresses,
        positions=unique([record.get("Title", "")]),
        programmes=programmes,
        linked=unique([*remarks.linked, record.get("Vess_owner", "")]),
        raw=record,
    )


def _names(record: Record, rows: list[list[str]], remarks: Remarks, kind: str) -> Iterator[Name]:
    yield _name(record.get("SDN_Name", ""), kind, NameQuality.STRONG, primary=True)
    for cells in rows:
        yield _name(squeezed(cells[3]), kind, _QUALITY.get(cells[2].strip(), NameQuality.STRONG))
    for words, quality in remarks.aliases:
        yield _name(squeezed(words), kind, quality)


def _name(words: str, kind: str, quality: NameQuality, *, primary: bool = False) -> Name:
    last, _, first = words.partition(", ") if kind == "individual" else (words, "", "")
    return ofac_name(last, first, kind, quality=quality, primary=primary)


def _call_signs(record: Record) -> Iterator[Identifier]:
    sign = record.get("Call_Sign", "")
    if sign:
        yield Identifier(kind=IdentifierKind.CALL_SIGN, value=sign.upper(), text=sign)


def _addresses(rows: list[list[str]]) -> Iterator[Address]:
    for cells in rows:
        words = [_value(cell) for cell in cells[2:5]]
        if any(words):
            yield Address(text=", ".join(filter(None, words)), country=country_code(words[2]))


def _value(cell: str) -> str:
    words = squeezed(cell)
    return "" if words == _NULL else words

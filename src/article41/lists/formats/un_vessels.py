"""The 1718 Committee's Designated Vessels List, as a CSV of our own making.

The Committee publishes a PDF. The columns here are its columns: `list_no`, `names`, `imo_number`, `mmsi`,
`flags`, `call_signs`, `vessel_type`, `designated_on`, the five measures as yes or no, `designated_owner`,
`other_information`. Several values in a cell are parted by "; ". A row's key is the IMO number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from article41.errors import SourceError
from article41.lists.countries import country_code
from article41.lists.dates import read_day
from article41.lists.entity import Entity, Identifier, IdentifierKind, Listing, Name, NameQuality, Schema
from article41.lists.formats.csv import csv_rows
from article41.lists.formats.facts import Facts
from article41.lists.formats.record import squeezed, unique
from article41.lists.identifiers import ship_imo
from article41.lists.intake import Intake

MEASURES = {
    "p8d_r1718_p12_r2270": "asset freeze (1718, para. 8 (d); 2270, para. 12)",
    "p12a_r2321": "de-flagging (2321, para. 12 (a))",
    "p12d_r2321": "asset freeze (2321, para. 12 (d))",
    "p6_r2371_p6_r2375": "port entry ban (2371, para. 6; 2375, para. 6)",
    "omm_kpe020": "asset freeze (2270, paras. 12 and 23: resource of KPe.020)",
}
COLUMNS = ("list_no", "names", "imo_number", "designated_on", *MEASURES)
_REFERENCE = re.compile(r"KP([ei])\.(\d{3})", re.IGNORECASE)


def read_un_vessels(stream: Intake, facts: Facts) -> Iterator[Entity]:
    """Ships in file order. Raises SourceError."""
    for line, row in csv_rows(stream, required=COLUMNS):
        ship = _ship(row, line, facts)
        facts.saw(ship.listings[0].listed_on)
        yield ship


def _ship(row: dict[str, str], line: int, facts: Facts) -> Entity:
    names = tuple(_names(row["names"]))
    if not names:
        raise SourceError("a ship has no name", where=f"{facts.name}:{line}")
    imo = ship_imo(row["imo_number"]) if re.search(r"\d", row["imo_number"]) else None
    reference = f"IMO{imo.value}" if imo and imo.kind is IdentifierKind.IMO else names[-1].text
    owner = row.get("designated_owner", "")
    notes = () if imo else ("the list states no IMO number: " + (row["imo_number"] or "empty"),)
    omm = ("KPe.020",) if row["omm_kpe020"] == "yes" else ()
    return Entity(
        id=f"{facts.source}:{reference}",
        schema=Schema.VESSEL,
        names=names,
        listings=(
            Listing(
                source=facts.source,
                reference=reference,
                programme="DPRK",
                listed_on=read_day(row["designated_on"]),
                measures=tuple(words for column, words in MEASURES.items() if row[column] == "yes"),
            ),
        ),
        countries=unique(country_code(flag) for flag in _cells(row.get("flags", ""))),
        identifiers=((imo,) if imo else ()) + tuple(_numbers(row)),
        programmes=("DPRK",),
        linked=unique((*(f"KP{k.lower()}.{n}" for k, n in _REFERENCE.findall(owner)), *omm)),
        notes=notes,
        raw=dict(row),
    )


def _names(cell: str) -> Iterator[Name]:
    """In the order the ship bore them; the list does not say which it bears now, so all are strong."""
    for index, words in enumerate(dict.fromkeys(_cells(cell))):
        yield Name(text=words, quality=NameQuality.STRONG, primary=index == 0)


def _numbers(row: dict[str, str]) -> Iterator[Identifier]:
    for number in _cells(row.get("mmsi", "")):
        yield Identifier(
            kind=IdentifierKind.MMSI, value=number, note="of a flag, not of the hull", text=number
        )
    for sign in _cells(row.get("call_signs", "")):
        yield Identifier(kind=IdentifierKind.CALL_SIGN, value=sign.upper(), text=sign)


def _cells(cell: str) -> list[str]:
    return [word for word in (squeezed(part) for part in cell.split(";")) if word]

"""Writes the embedded 1718 list anew from the two official lists:

python tests/lists/make_embedded.py consolidated.xml vessels.csv

Facts only are kept: names, dates, numbers, posts, addresses and places. The Committee's comments and
reasons are not. Read the diff before you commit it.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from article41.lists.entity import Entity
from article41.lists.pack import pack
from article41.lists.read import read_list
from article41.lists.snapshot import Snapshot

OUT = Path(__file__).resolve().parents[2] / "src" / "article41" / "data" / "lists" / "un-1718.jsonl"


def make(consolidated: Path, vessels: Path) -> Snapshot:
    whole, ships = read_list(consolidated), read_list(vessels)
    parties = [entity for entity in whole.entities if "DPRK" in entity.programmes]
    return Snapshot(
        source="un-1718",
        edition=whole.edition,
        digest="",
        entities=tuple(sorted(map(_facts, (*parties, *ships.entities)), key=lambda entity: entity.id)),
        format="embedded",
        notes=(
            f"persons and entities: UN Security Council Consolidated List of {whole.edition}",
            f"ships: 1718 Designated Vessels List of {ships.edition}",
            "facts only: the Committee's reasons and remarks are left out",
        ),
    )


def _facts(entity: Entity) -> Entity:
    identifiers = tuple(
        replace(number, text="" if number.text == number.value else number.text)
        for number in entity.identifiers
    )
    return replace(entity, identifiers=identifiers, raw={})


if __name__ == "__main__":
    OUT.write_text("\n".join(pack(make(Path(sys.argv[1]), Path(sys.argv[2])))) + "\n", encoding="utf-8")

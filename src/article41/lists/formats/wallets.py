"""Digital currency addresses: files sanctioned_addresses_XBT.txt and so on, one address a line.

They are made by third parties from OFAC's advanced list and do not say whose the addresses are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from article41.errors import SourceError
from article41.lists.entity import Entity, Identifier, Name, Schema
from article41.lists.formats.csv import text_lines
from article41.lists.formats.facts import Facts
from article41.lists.formats.ofac_xml import listing
from article41.lists.identifiers import wallet
from article41.lists.intake import Intake

_FILE = re.compile(r"sanctioned_addresses_([A-Z0-9]{2,10})\.txt", re.IGNORECASE)
_ADDRESS = re.compile(r"[0-9A-Za-z:]{20,120}")


def read_wallets(streams: Mapping[str, Intake], facts: Facts) -> Iterator[Entity]:
    """A wallet for each distinct address, with every currency it stands under. Raises SourceError."""
    facts.notes.append("derived by third parties: the list does not say whose the addresses are")
    held: dict[str, list[Identifier]] = {}
    for name, stream in sorted(streams.items()):
        found = _FILE.match(name)
        if found is None:
            raise SourceError("is no address list", where=stream.name)
        for line, words in enumerate(text_lines(stream), start=1):
            address = words.strip()
            if not address:
                continue
            if not _ADDRESS.fullmatch(address):
                raise SourceError("is no digital currency address", where=f"{stream.name}:{line}")
            number = wallet(found[1], address)
            held.setdefault(number.value, []).append(number)
    for value, numbers in held.items():
        yield Entity(
            id=f"{facts.source}:{value}",
            schema=Schema.WALLET,
            names=(Name(text=numbers[0].text, primary=True),),
            listings=(listing(facts.source, value, ()),),
            identifiers=tuple(numbers),
            raw={number.currency: number.text for number in numbers},
        )

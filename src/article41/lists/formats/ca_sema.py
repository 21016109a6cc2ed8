"""Canada's consolidated list of autonomous sanctions (SEMA XML): flat records without an id.

The key of a record is country, schedule and item. The file states no date of edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from article41.lists.countries import country_code
from article41.lists.dates import read_date, read_day
from article41.lists.entity import Entity, Listing, Name, PartialDate, Schema
from article41.lists.formats.facts import Facts
from article41.lists.formats.record import Record, distinct, squeezed, text, unique
from article41.lists.formats.xml import xml_records
from article41.lists.identifiers import ship_imo
from article41.lists.intake import Intake

_OR = re.compile(r"\s+or\s+", re.IGNORECASE)
_COMPANY_TAIL = re.compile(
    r"^(?:ltd|limited|inc|llc|l\.l\.c|co|corp|jsc|ojsc|pjsc|plc|s\.?a|gmbh|llp)\b", re.IGNORECASE
)


def read_ca_sema(stream: Intake, facts: Facts) -> Iterator[Entity]:
    """Entities of the list in file order. Raises SourceError."""
    seen: dict[str, int] = {}
    for _, record in xml_records(stream, ("record",), lambda *_: None):
        entity = _entity(record, facts, seen)
        facts.saw(entity.listings[0].listed_on)
        yield entity


def _entity(record: Record, facts: Facts, seen: dict[str, int]) -> Entity:
    country = text(record, "Country").partition(" / ")[0].strip()
    person = bool(text(record, "LastName") or text(record, "GivenName"))
    imo = text(record, "ShipIMONumber")
    reference = _reference(record, country, seen)
    title = text(record, "TitleOrShip")
    return Entity(
        id=f"{facts.source}:{reference}",
        schema=Schema.PERSON if person else Schema.VESSEL if imo else Schema.ORGANIZATION,
        names=_names(record, person=person),
        listings=(
            Listing(
                source=facts.source,
                reference=reference,
                programme=country,
                listed_on=read_day(text(record, "DateOfListing")),
                measures=("asset freeze",) if not imo else ("ship-related prohibitions",),
            ),
        ),
        birth_dates=tuple(_births(record)) if person else (),
        identifiers=(ship_imo(imo),) if imo else (),
        countries=unique([country_code(country)]) if not imo else (),
        positions=(title,) if title and person else (),
        programmes=(country,) if country else (),
        raw=record,
    )


def _reference(record: Record, country: str, seen: dict[str, int]) -> str:
    reference = "/".join((country, text(record, "Schedule"), text(record, "Item")))
    seen[reference] = seen.get(reference, 0) + 1
    return reference if seen[reference] == 1 else f"{reference}#{seen[reference]}"


def _names(record: Record, *, person: bool) -> tuple[Name, ...]:
    last, first = text(record, "LastName"), text(record, "GivenName")
    parts = tuple((part, word) for part, word in (("last", last), ("first", first)) if word)
    main = ", ".join(word for _, word in parts) if person else text(record, "EntityOrShip")
    names = [Name(text=main, primary=True, parts=parts if person else ())]
    names += [Name(text=words) for words in _aliases(str(record.get("Aliases", "")))]
    return distinct(names)


def _aliases(words: str) -> list[str]:
    """Parted by semicolons or commas; a comma also stands before "Ltd" and the like."""
    found: list[str] = []
    for part in words.replace("\n", " ").split(";"):
        for piece in part.split(","):
            piece = squeezed(piece)
            if found and _COMPANY_TAIL.match(piece):
                found[-1] = f"{found[-1]}, {piece}"
            elif piece:
                found.append(piece)
    return found


def _births(record: Record) -> Iterator[PartialDate]:
    for words in _OR.split(text(record, "DateOfBirthOrShipBuildDate")):
        found = read_date(words)
        if found is not None:
            yield found

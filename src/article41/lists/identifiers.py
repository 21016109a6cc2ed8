"""Numbers and addresses that tell one bearer from all others, made comparable."""

from __future__ import annotations

import re

from article41.lists.countries import country_code, country_names
from article41.lists.entity import Identifier, IdentifierKind

COMPANY_IMO = "company"  # the note on an IMO number of a company, never to be compared with ships'
NO_IMO = "not an IMO number"

_IMO = re.compile(r"(?:IMO)?\D{0,5}(\d{7})", re.IGNORECASE)
_BLANKS = re.compile(r"[\s.\-/]+")
_EVM = re.compile(r"0x[0-9a-fA-F]{40}")


def imo_is_sound(number: str) -> bool:
    """Whether a ship's seven digits pass the check: weights 7 to 2, sum modulo 10 equals the last."""
    if not re.fullmatch(r"\d{7}", number):
        return False
    return sum(
        int(digit) * weight for digit, weight in zip(number, range(7, 1, -1), strict=False)
    ) % 10 == int(number[6])


def ship_imo(text: str) -> Identifier:
    """The IMO number of a ship. A value that is none is kept as another number, marked so."""
    found = _IMO.fullmatch(text.strip())
    if found is None:
        return Identifier(kind=IdentifierKind.OTHER, value=_plain(text), note=NO_IMO, text=text)
    sound = imo_is_sound(found[1])
    return Identifier(
        kind=IdentifierKind.IMO,
        value=found[1],
        doubtful=not sound,
        note="" if sound else "check digit is wrong",
        text=text,
    )


def company_imo(text: str) -> Identifier | None:
    """The IMO number of a company, or None where there are no seven digits."""
    found = re.search(r"(?<!\d)\d{7}(?!\d)", text)
    if found is None:
        return None
    return Identifier(kind=IdentifierKind.IMO, value=found[0], note=COMPANY_IMO, text=text)


def wallet(currency: str, address: str) -> Identifier:
    """A digital currency address. EVM addresses compare case-blind and are put in lower case."""
    value = "".join(address.split())
    note = "64 hexadecimal digits are no address" if re.fullmatch(r"[0-9a-fA-F]{64}", value) else ""
    return Identifier(
        kind=IdentifierKind.WALLET,
        value=value.lower() if _EVM.fullmatch(value) else value,
        currency=currency.strip().upper(),
        doubtful=bool(note),
        note=note,
        text=address,
    )


def document(
    kind: IdentifierKind, text: str, *, country: str = "", note: str = "", doubtful: bool = False
) -> Identifier | None:
    """A passport, national number and the like: without blanks and marks between the digits.

    A country written before the number ("Jordan 654781") becomes its issuer. None for an empty value.
    """
    words = " ".join(text.split())
    stated = country_code(country)
    issuer, number = _split_country(words)
    value = _plain(number)
    if not value:
        return None
    return Identifier(
        kind=kind, value=value, country=stated or issuer, note=note, doubtful=doubtful, text=words
    )


def _split_country(words: str) -> tuple[str, str]:
    head, _, number = words.rpartition(" ")
    code = country_code(head) if head and any(letter.isdigit() for letter in number) else ""
    return (code, number) if code and head not in country_names() else ("", words)


def _plain(text: str) -> str:
    return _BLANKS.sub("", text).upper()

"""Numbers, documents and addresses: normalised, checked, and compared exactly.

A number that cannot be right is said to be wrong, never quietly dropped: a ship whose IMO number
fails its check digit is either misread or lying, and both are worth knowing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from article41.lists.entity import Identifier, IdentifierKind
from article41.lists.identifiers import COMPANY_IMO
from article41.screening.wallets import looks_like_wallet, read_wallet

DOCUMENTS = frozenset(
    {
        IdentifierKind.PASSPORT,
        IdentifierKind.NATIONAL_ID,
        IdentifierKind.TAX,
        IdentifierKind.REGISTRATION,
        IdentifierKind.OTHER,
    }
)
"""Kinds that people mix up: they share one map, and a find under another kind says so."""

SHORT = 5
"""Document numbers with fewer signs than this are borne by many and prove little."""

_MMSI_DPRK = "445"  # the maritime identification digits of the DPRK in the ITU's table


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """An identifier as read: what it is compared by, what is wrong with it, what may have been meant.

    `faults` are in words for the user; `near` holds valid numbers one slip away from a wrong one.
    """

    kind: IdentifierKind
    key: str
    text: str
    country: str = ""
    faults: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def check_identifier(kind: IdentifierKind, text: str, country: str = "") -> Checked:
    """A number of a stated kind, normalised and checked."""
    if kind is IdentifierKind.IMO:
        return _check_imo(text)
    if kind is IdentifierKind.WALLET:
        wallet = read_wallet(text)
        faults: tuple[str, ...] = (wallet.note,) if wallet.sound is False else ()
        notes: tuple[str, ...] = (f"form of {', '.join(wallet.chains)}",) if wallet.chains else ()
        notes += (wallet.note,) if wallet.note and not faults else ()
        return Checked(kind=kind, key=wallet.key, text=text, faults=faults, notes=notes)
    key = identifier_key(kind, text)
    if kind is IdentifierKind.MMSI:
        return _check_mmsi(key, text)
    faults = () if key else ("holds no letter or digit",)
    if kind in DOCUMENTS and 0 < len(key) < SHORT:
        faults = (f"only {len(key)} signs: many documents share it",)
    return Checked(kind=kind, key=key, text=text, country=country, faults=faults)


def identifier_key(kind: IdentifierKind, value: str) -> str:
    """What two writings of one identifier have in common."""
    if kind is IdentifierKind.WALLET:
        return read_wallet(value).key
    if kind is IdentifierKind.EMAIL:
        return "".join(value.split()).casefold()
    plain = re.sub(r"[\W_]", "", value).upper()
    if kind is IdentifierKind.IMO:
        return plain.removeprefix("IMO")
    if kind is IdentifierKind.PHONE:
        return re.sub(r"\D", "", value).lstrip("0")
    if kind is IdentifierKind.BIC:
        return plain[:8]  # the branch, in 9 to 11, is the same bank
    return plain


def map_key(identifier: Identifier) -> tuple[str, str]:
    """The key under which an index holds it: documents share one map, ships and companies of IMO not."""
    kind = identifier.kind
    room = "document" if kind in DOCUMENTS else kind.value
    if kind is IdentifierKind.IMO and identifier.note == COMPANY_IMO:
        room = "imo of a company"
    return room, identifier_key(kind, identifier.value)


def guess_kind(text: str) -> IdentifierKind:
    """What a number given without its kind most likely is; OTHER looks among all documents."""
    plain = re.sub(r"[\s.-]", "", text)
    if re.fullmatch(r"(?i:imo)\d{7}", plain):
        return IdentifierKind.IMO
    if looks_like_wallet(text):
        return IdentifierKind.WALLET
    if "@" in text:
        return IdentifierKind.EMAIL
    return IdentifierKind.OTHER


def stated_identifier(text: str) -> Identifier:
    """An identifier as a user writes it: `passport:836410010`, `passport:KP:836410010`, or bare."""
    head, mark, rest = text.partition(":")
    kinds = {kind.value: kind for kind in IdentifierKind}
    kind = kinds.get(head.strip().lower().replace("_", "-")) if mark else None
    if kind is None:
        return Identifier(kind=guess_kind(text), value=text.strip(), text=text)
    country, mark, value = rest.partition(":")
    if not mark or not re.fullmatch(r"\s*[A-Za-z]{2}\s*", country):
        country, value = "", rest
    return Identifier(kind=kind, value=value.strip(), country=country.strip().upper(), text=text)


# ── IMO and MMSI ──────────────────────────────────────────────────────────────────────────────


def imo_check_holds(number: str) -> bool:
    """Whether seven digits carry their check: weights 7 to 2 on the first six, last digit of the sum."""
    if not re.fullmatch(r"[0-9]{7}", number):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, range(7, 1, -1), strict=False))
    return total % 10 == int(number[6])


@lru_cache(maxsize=1024)
def near_imo(number: str) -> tuple[str, ...]:
    """Valid IMO numbers one slip away: a digit changed, lost or written twice, or two neighbours swapped."""
    if not re.fullmatch(r"[0-9]{6,8}", number):
        return ()
    if len(number) == 6:
        slips = [number[:place] + digit + number[place:] for place in range(7) for digit in "0123456789"]
    elif len(number) == 8:
        slips = [number[:place] + number[place + 1 :] for place in range(8)]
    else:
        slips = _changed(number)
    return tuple(sorted({slip for slip in slips if imo_check_holds(slip)}))


def _changed(number: str) -> list[str]:
    slips = [
        number[:place] + digit + number[place + 1 :]
        for place in range(7)
        for digit in "0123456789"
        if digit != number[place]
    ]
    swapped = [
        number[:place] + number[place + 1] + number[place] + number[place + 2 :]
        for place in range(6)
        if number[place] != number[place + 1]
    ]
    return slips + swapped


def _check_imo(text: str) -> Checked:
    key = identifier_key(IdentifierKind.IMO, text)
    faults: tuple[str, ...] = ()
    if not re.fullmatch(r"[0-9]{7}", key):
        faults = (f"an IMO number has seven digits, this has {len(key)} signs",)
    elif not imo_check_holds(key):
        faults = (f"its check digit is wrong: {key[:6]} calls for {_check_digit(key)}, not {key[6]}",)
    near = near_imo(key) if faults else ()
    return Checked(kind=IdentifierKind.IMO, key=key, text=text, faults=faults, near=near)


def _check_digit(number: str) -> int:
    return sum(int(digit) * weight for digit, weight in zip(number, range(7, 1, -1), strict=False)) % 10


def _check_mmsi(key: str, text: str) -> Checked:
    kind = IdentifierKind.MMSI
    if not re.fullmatch(r"[0-9]{9}", key):
        return Checked(kind=kind, key=key, text=text, faults=("an MMSI has nine digits",))
    notes: tuple[str, ...] = (
        "an MMSI belongs to a flag, not to a hull: it changes when a ship is reflagged",
    )
    if key.startswith(_MMSI_DPRK):
        notes = ("445 is the code of the DPRK", *notes)
    return Checked(kind=kind, key=key, text=text, notes=notes)

"""Digital currency addresses: which chains a form allows, whether its check holds, how to compare it.

Lists name a ticker, yet the ticker does not tell the chain (USDT lives on several): the form of the
address does. Base58 and Monero forms keep their case; hexadecimal and bech32 forms are compared
without it. Sources of the checks: base58check (Bitcoin), BIP-173 and BIP-350 (bech32, bech32m), CashAddr
(Bitcoin Cash), EIP-55 (Ethereum), the Monero and XRP Ledger address formats.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from article41.screening.keccak import keccak_256
from article41.types import Truth

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_EVM = re.compile(r"0[xX][0-9a-fA-F]{40}")
_VERSIONS: dict[bytes, str] = {
    b"\x00": "BTC BCH BSV BTG",  # 1...
    b"\x05": "BTC BCH BSV LTC",  # 3...
    b"\x30": "LTC",  # L...
    b"\x32": "LTC",  # M...
    b"\x41": "TRX",  # T...
    b"\x4c": "DASH",  # X...
    b"\x10": "DASH",  # 7...
    b"\x1e": "DOGE XVG",  # D...
    b"\x26": "BTG",  # G...
    b"\x17": "BTG",  # A...
    b"\x1c\xb8": "ZEC",  # t1...
    b"\x1c\xbd": "ZEC",  # t3...
}
_SEGWIT = {"bc": "BTC", "ltc": "LTC", "btg": "BTG"}
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CASH_GENERATORS = (0x98F2BC8E61, 0x79B76D99E2, 0xF33E5FB3C4, 0xAE2EABE2A8, 0x1E4F43E470)
_MONERO_BLOCKS = {2: 1, 3: 2, 5: 3, 6: 4, 7: 5, 9: 6, 10: 7, 11: 8}
"""Length of a block in Base58 and in bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wallet:
    """An address read: `key` to compare it by, the chains its form allows, whether its check holds.

    `sound` is None where the form carries no check (hexadecimal in one case) or is unknown; `note` says so.
    """

    key: str
    chains: tuple[str, ...] = ()
    sound: Truth = None
    note: str = ""


def read_wallet(text: str) -> Wallet:
    """The address in any of the known forms; an unknown form is kept as it is, and said."""
    bare = "".join(text.split())
    bare = re.sub(r"^(?:bitcoincash|bitcoin|ethereum|litecoin|dash|tron):", "", bare, flags=re.IGNORECASE)
    if _EVM.fullmatch(bare):
        return _evm(bare)
    if found := _segwit(bare) or _cash(bare):
        return found
    return _monero(bare) or _ripple(bare) or _base58(bare) or Wallet(key=bare, note="no known address form")


def looks_like_wallet(text: str) -> bool:
    """Whether a text can be nothing else than an address."""
    return bool(read_wallet(text).sound) or bool(_EVM.fullmatch(text.strip()))


def _evm(text: str) -> Wallet:
    digits = text[2:]
    chains = ("ETH", "ETC", "BSC", "ARB")
    key = "0x" + digits.lower()
    if digits in (digits.lower(), digits.upper()):
        return Wallet(key=key, chains=chains, note="in one case only, so it carries no check")
    marks = keccak_256(digits.lower().encode()).hex()
    right = all(
        digit.isdigit() or digit.isupper() == (int(mark, 16) > 7)
        for digit, mark in zip(digits, marks, strict=False)
    )
    note = "" if right else "its capitals do not carry the EIP-55 check: a sign may be wrong"
    return Wallet(key=key, chains=chains, sound=right, note=note)


def _segwit(text: str) -> Wallet | None:
    prefix, mark, rest = text.lower().rpartition("1")
    if not mark or prefix not in _SEGWIT or len(rest) < 8 or set(rest) - set(_BECH32):
        return None
    one_case = text in (text.lower(), text.upper())
    values = [_BECH32.index(sign) for sign in rest]
    spread = [ord(sign) >> 5 for sign in prefix] + [0] + [ord(sign) & 31 for sign in prefix]
    wanted = 1 if values[0] == 0 else 0x2BC830A3  # version 0 is bech32, later ones are bech32m
    right = one_case and _polymod(spread + values, 25, _GENERATORS) == wanted
    return Wallet(key=text.lower(), chains=(_SEGWIT[prefix],), sound=right, note=_broken(right))


def _cash(text: str) -> Wallet | None:
    plain = text.lower()
    if len(plain) != 42 or plain[0] not in "qp" or set(plain) - set(_BECH32):
        return None
    spread = [ord(sign) & 31 for sign in "bitcoincash"] + [0]
    right = _polymod(spread + [_BECH32.index(sign) for sign in plain], 35, _CASH_GENERATORS) == 1
    return Wallet(key=plain, chains=("BCH",), sound=right, note=_broken(right))


def _polymod(values: list[int], shift: int, generators: tuple[int, ...]) -> int:
    total = 1
    for value in values:
        top = total >> shift
        total = ((total & ((1 << shift) - 1)) << 5) ^ value
        for bit, generator in enumerate(generators):
            if (top >> bit) & 1:
                total ^= generator
    return total


def _base58(text: str) -> Wallet | None:
    if not 25 <= len(text) <= 36:
        return None
    data = _decode(text, _BASE58)
    if data is None:
        return None
    right = _double_sha(data)
    for size in (2, 1):
        if data[:size] in _VERSIONS:
            chains = tuple(_VERSIONS[data[:size]].split())
            return Wallet(key=text, chains=chains, sound=right, note=_broken(right))
    return None if not right else Wallet(key=text, sound=True, note="a check that holds, of no known chain")


def _ripple(text: str) -> Wallet | None:
    if not text.startswith("r") or not 25 <= len(text) <= 35:
        return None
    data = _decode(text, _RIPPLE)
    if data is None or len(data) != 25:
        return None
    right = _double_sha(data)
    return Wallet(key=text, chains=("XRP",), sound=right, note=_broken(right))


def _monero(text: str) -> Wallet | None:
    if len(text) not in (95, 106) or text[0] not in "48":
        return None
    data = b""
    for start in range(0, len(text), 11):
        block = text[start : start + 11]
        size = _MONERO_BLOCKS[len(block)]
        number = _number(block, _BASE58)
        if number is None or number >> (8 * size):
            return Wallet(key=text, chains=("XMR",), sound=False, note=_broken(False))
        data += number.to_bytes(size, "big")
    right = keccak_256(data[:-4])[:4] == data[-4:]
    return Wallet(key=text, chains=("XMR",), sound=right, note=_broken(right))


def _number(text: str, alphabet: str) -> int | None:
    number = 0
    for sign in text:
        place = alphabet.find(sign)
        if place < 0:
            return None
        number = number * 58 + place
    return number


def _decode(text: str, alphabet: str) -> bytes | None:
    number = _number(text, alphabet)
    if number is None:
        return None
    zeros = len(text) - len(text.lstrip(alphabet[0]))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def _double_sha(data: bytes) -> bool:
    return len(data) > 4 and sha256(sha256(data[:-4]).digest()).digest()[:4] == data[-4:]


def _broken(right: bool) -> str:
    return "" if right else "its check does not hold: a sign is wrong or missing"

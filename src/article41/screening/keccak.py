"""Keccak-256, as Ethereum and Monero use it for the checks in their addresses.

Not SHA3-256: the padding differs, and the standard library has only the latter. Source: the Keccak
reference, version 3.0 (rate 1088, capacity 512, padding 0x01).
"""

from __future__ import annotations

_MASK = (1 << 64) - 1
_RATE = 136
_TURNS = (1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44)
_LANES = (10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1)


def keccak_256(data: bytes) -> bytes:
    """The 32-byte digest of some bytes."""
    padded = bytearray(data)
    padded += b"\x01" + bytes(-(len(data) + 1) % _RATE)
    padded[-1] |= 0x80
    state = [0] * 25
    for start in range(0, len(padded), _RATE):
        for lane in range(_RATE // 8):
            place = start + 8 * lane
            state[lane] ^= int.from_bytes(padded[place : place + 8], "little")
        _permute(state)
    return b"".join(lane.to_bytes(8, "little") for lane in state[:4])


def _permute(state: list[int]) -> None:
    for constant in _CONSTANTS:
        parity = [state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20] for x in range(5)]
        for x in range(5):
            mixed = parity[(x + 4) % 5] ^ _turn(parity[(x + 1) % 5], 1)
            for y in range(0, 25, 5):
                state[x + y] ^= mixed
        held = state[1]
        for lane, turns in zip(_LANES, _TURNS, strict=True):
            state[lane], held = _turn(held, turns), state[lane]
        for y in range(0, 25, 5):
            row = state[y : y + 5]
            for x in range(5):
                state[x + y] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5] & _MASK)
        state[0] ^= constant


def _turn(lane: int, turns: int) -> int:
    return ((lane << turns) | (lane >> (64 - turns))) & _MASK


def _round_constants() -> tuple[int, ...]:
    """The 24 constants, from the shift register that defines them."""
    register, found = 1, []
    for _ in range(24):
        constant = 0
        for bit in range(7):
            if register & 1:
                constant |= 1 << ((1 << bit) - 1)
            register = (register << 1) ^ (0x171 if register & 0x80 else 0)
        found.append(constant)
    return tuple(found)


_CONSTANTS = _round_constants()

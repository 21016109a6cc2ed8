"""Addresses of digital currency: forms, checks, and how they are compared.

Vectors: EIP-55 and BIP-173/350 (their own examples); the addresses of OFAC's list where it is at hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.screening.keccak import keccak_256
from article41.screening.wallets import read_wallet

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "us-ofac" / "digital-currency"
EIP55 = [
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
    "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
    "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
    "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
]
NO_ADDRESS = "5be5543ff73456ab9f2d207887e2af87322c651ea1a873c5b25b7ffae456c320"  # listed as XMR; a hash


def test_keccak_is_the_one_of_ethereum():
    empty = "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"
    abc = "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"
    assert keccak_256(b"").hex() == empty
    assert keccak_256(b"abc").hex() == abc


@pytest.mark.parametrize("size", [135, 136, 137, 272])
def test_keccak_pads_at_the_edges_of_its_blocks(size: int):
    digests = {keccak_256(b"a" * length) for length in (size - 1, size, size + 1)}
    assert len(digests) == 3
    assert all(len(digest) == 32 for digest in digests)


@pytest.mark.parametrize("address", EIP55)
def test_ethereum_addresses_compare_without_case_and_carry_a_check_in_it(address: str):
    assert read_wallet(address).sound is True
    assert read_wallet(address.lower()).sound is None
    assert read_wallet(address).key == read_wallet(address.lower()).key == read_wallet(address.upper()).key
    swapped = address[:-1] + address[-1].swapcase()
    if address[-1].isalpha():
        assert read_wallet(swapped).sound is False
        assert "EIP-55" in read_wallet(swapped).note
        assert read_wallet(swapped).key == read_wallet(address).key


@pytest.mark.parametrize(
    ("address", "chain"),
    [
        ("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "BTC"),
        ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", "BTC"),
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "BTC"),
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "TRX"),
    ],
)
def test_the_form_tells_the_chain_and_one_wrong_sign_breaks_the_check(address: str, chain: str):
    found = read_wallet(address)
    assert found.sound is True
    assert chain in found.chains
    wrong = address[:-1] + ("3" if address[-1] != "3" else "4")
    assert read_wallet(wrong).sound is not True


def test_a_segwit_address_in_mixed_case_is_refused():
    assert read_wallet("bc1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4").sound is False


def test_base58_keeps_its_case():
    address = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"
    assert read_wallet(address).key != read_wallet(address.lower()).key


def test_what_is_no_address_is_kept_and_said():
    found = read_wallet(NO_ADDRESS)
    assert found.key == NO_ADDRESS
    assert found.sound is None
    assert found.note == "no known address form"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the material beside the repository is missing")
def test_every_address_of_the_treasury_has_a_known_form_and_none_fails_its_check():
    lines = {
        line.strip()
        for path in SHARED.rglob("sanctioned_addresses_*.txt")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    }
    assert len(lines) > 600
    assert [line for line in lines if read_wallet(line).sound is False] == []
    assert {line for line in lines if not read_wallet(line).chains} == {NO_ADDRESS}


@given(st.text(max_size=120))
def test_no_text_breaks_the_reading(text: str):
    assert read_wallet(text).key is not None

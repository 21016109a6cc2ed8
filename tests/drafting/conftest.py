"""The law, loaded once."""

from __future__ import annotations

from functools import cache

import pytest

from article41.regime.law import Law, load_law


@cache
def _law() -> Law:
    return load_law()


@pytest.fixture(scope="session")
def law() -> Law:
    return _law()

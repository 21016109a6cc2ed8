"""The record, loaded once."""

from __future__ import annotations

from functools import cache

import pytest

from article41.council.load import load_record
from article41.council.record import Record


@cache
def _record() -> Record:
    return load_record()


@pytest.fixture(scope="session")
def record() -> Record:
    return _record()

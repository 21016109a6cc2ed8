"""The shipped record and law, loaded once for all tests of the room."""

from __future__ import annotations

import pytest

from article41.chronicle.load import Chronicle, load_chronicle
from article41.regime.law import Law, load_law
from article41.service.chronicle import ChronicleDesk


@pytest.fixture(scope="session")
def chronicle() -> Chronicle:
    return load_chronicle()


@pytest.fixture(scope="session")
def law() -> Law:
    return load_law()


@pytest.fixture(scope="session")
def desk(law: Law, chronicle: Chronicle, tmp_path_factory: pytest.TempPathFactory) -> ChronicleDesk:
    """A desk with no reported rows."""
    path = tmp_path_factory.mktemp("home") / "reported.jsonl"
    return ChronicleDesk(law=law, chronicle=chronicle, path=path)

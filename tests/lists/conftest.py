from __future__ import annotations

from pathlib import Path

import pytest

from article41.lists.entity import Entity
from article41.lists.read import read_list
from article41.lists.snapshot import Snapshot

FILES = Path(__file__).parent / "files"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real editions of official lists, kept beside the repository and not in it."""
    if not SHARED.is_dir():
        pytest.skip("the real lists are not beside this checkout: only our own small files are read")
    return SHARED


@pytest.fixture(scope="session")
def sdn_2024(shared: Path) -> Snapshot:
    """The largest real list: 14,966 entities, 36,717 names."""
    return read_list(shared / "us-ofac" / "xml" / "sdn-2024-05-07.xml.xz")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the lists of whoever runs it."""
    monkeypatch.setenv("ARTICLE41_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def one(snapshot: Snapshot, reference: str) -> Entity:
    """The only entity with a reference."""
    (found,) = snapshot.find(reference)
    return found

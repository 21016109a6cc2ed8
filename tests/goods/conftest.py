"""One catalogue for all tests of this room."""

from __future__ import annotations

import pytest

from article41.goods import GoodsCatalogue, load_goods


@pytest.fixture(scope="session")
def catalogue() -> GoodsCatalogue:
    return load_goods()

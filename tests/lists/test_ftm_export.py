"""What is exported as FollowTheMoney is valid against its own model, where that package is installed."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest
from tests.lists.conftest import FILES, one

from article41.lists.embedded import embedded
from article41.lists.read import read_list
from article41.lists.to_ftm import to_ftm

NAMES = (
    "un.xml",
    "vessels-2030-01-02.csv",
    "sdn.xml",
    "eu.xml",
    "uk.jsonl",
    "wallets/2030-02-03",
    "sema.xml",
)


def test_export_in_our_own_words() -> None:
    kang = to_ftm(one(read_list(FILES / "un.xml"), "KPi.901"))
    assert (kang["id"], kang["caption"], kang["schema"]) == ("un-sc:KPi.901", "KANG PYOL BAM", "Person")
    properties = kang["properties"]
    assert properties["name"] == ["KANG PYOL BAM"]
    assert properties["weakAlias"] == ["Chestnut"]
    assert properties["nationality"] == ["kp"]
    assert properties["passportNumber"] == ["900111222"]
    assert set(properties["birthDate"]) == {"1961", "1963", "1959", "1962", "1960-02-29"}
    assert json.loads(json.dumps(kang)) == kang


def test_what_was_exported_can_be_read_again() -> None:
    lines = "\n".join(json.dumps(to_ftm(row), ensure_ascii=False) for row in embedded().entities)
    back = read_list(lines.encode(), name="1718-2026-02-27.ftm.json")
    assert back.counts == embedded().counts
    for ours, theirs in zip(embedded().entities, back.entities, strict=True):
        assert theirs.caption == ours.caption
        assert {name.text for name in theirs.names} == {name.text for name in ours.names}


@pytest.mark.slow
def test_valid_against_the_published_model() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ftm: Any = pytest.importorskip(
            "followthemoney", reason="followthemoney is not installed: pip install followthemoney"
        )
        from followthemoney import model  # type: ignore[import-not-found,unused-ignore]

    assert ftm is not None
    entities = [*embedded().entities]
    for name in NAMES:
        entities += read_list(FILES / name).entities
    for entity in entities:
        told = to_ftm(entity)
        schema = model.get(told["schema"])
        assert schema is not None
        unknown = [name for name in told["properties"] if name not in schema.properties]
        assert not unknown, (entity.id, unknown)
        proxy = model.get_proxy(told, cleaned=False)
        for name, values in told["properties"].items():
            assert proxy.get(name), (entity.id, name, values)
        schema.validate({"properties": told["properties"]})

"""What is told apart before it is compared: never a pair that would have reached the floor."""

from __future__ import annotations

import random
from functools import cache
from importlib import util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from article41.lists.embedded import embedded
from article41.lists.entity import Schema
from article41.screening.candidates import FEW, NameIndex, Pairs
from article41.screening.form import NameForm, read_name
from article41.screening.score import quick_score

OTHERS = (
    ("Mohammed Jafar", "Person"),
    ("محمد جعفر", "Person"),
    ("Abd al-Rahman bin Ali", "Person"),
    ("Abdulrahman Ali", "Person"),
    ("Wang Guoying", "Person"),
    ("Ri Man Gon", "Person"),
    ("Rim An Gon", "Person"),  # the same letters, cut elsewhere
    ("J. K. Rowe", "Person"),
    ("William Carter", "Person"),
    ("Bill Cartwright-Modern", "Person"),
    ("KOMID", "Company"),
    ("Korea Mining Development Trading Corporation", "Company"),
    ("Koreamining Trading Corporation", "Company"),
    ("Chon Myong 1", "Vessel"),
    ("2 Pobeda", "Vessel"),
)


def _sibling(name: str) -> ModuleType:
    spec = util.spec_from_file_location(f"article41_tests_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def listed() -> tuple[NameForm, ...]:
    names = {(name.text, entity.schema.value) for entity in embedded().entities for name in entity.names}
    return tuple(read_name(text, schema) for text, schema in sorted({*names, *OTHERS}))


@cache
def asked() -> tuple[NameForm, ...]:
    """Listed names, each disturbed in one way or another, as what they are or as nobody knows what."""
    disturb, rng = _sibling("disturb"), random.Random(5)
    ways = list(disturb.CHANGES.values())
    out = []
    for form in rng.sample(listed(), 60):
        text = form.text
        for _ in range(2):
            try:
                text = rng.choice(ways)(text, rng)
            except (IndexError, ValueError):  # a name that this slip cannot befall
                continue
        out.append(read_name(text, rng.choice((form.schema, Schema.LEGAL_ENTITY.value))))
    return (*out, *(read_name(text, schema) for text, schema in OTHERS))


@pytest.mark.parametrize("floor", [0.8, 0.65, 0.55, 0.5, 0.4])
def test_no_pair_that_reaches_the_floor_is_left_out_of_all_pairs_there_are(floor: float):
    index = NameIndex(listed())
    size = len(listed())
    places = np.repeat(np.arange(len(asked()), dtype=np.int32), size)
    names = np.tile(np.arange(size, dtype=np.int32), len(asked()))
    found = index.hopeful(asked(), [floor] * len(asked()), Pairs(places, names))
    kept = set(zip(found.places.tolist(), found.names.tolist(), strict=True))
    assert len(kept) < 0.5 * len(names) or floor < 0.5  # and it is worth the trouble
    for place, form in enumerate(asked()):
        for number, other in enumerate(listed()):
            if (place, number) not in kept:
                assert quick_score(form, other, floor) == 0.0, (form.text, other.text)


def test_few_pairs_are_all_compared():
    pairs = Pairs(np.zeros(FEW - 1, dtype=np.int32), np.arange(FEW - 1, dtype=np.int32))
    assert NameIndex(listed()).hopeful(asked()[:1], [0.65], pairs) is pairs


def test_an_index_read_from_its_parts_finds_the_same():
    made = NameIndex(listed())
    again = NameIndex.from_parts(made.parts())
    floors = [0.65] * len(asked())
    for index in (made, again):
        index.candidates(asked(), floors)
    before, after = (i.hopeful(asked(), floors, i.candidates(asked(), floors)) for i in (made, again))
    assert before.places.tolist() == after.places.tolist()
    assert before.names.tolist() == after.names.tolist()
    assert len(before.names) > 0

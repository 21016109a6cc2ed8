"""Floors under the accuracy that the documentation states, on sets of our own making (see evaluate.py)."""

from __future__ import annotations

from importlib import util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def evaluate() -> ModuleType:
    spec = util.spec_from_file_location("article41_tests_evaluate", Path(__file__).parent / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("name", "floor"), [("general.csv", 0.90), ("general-held-out.csv", 0.90)])
def test_f1_of_name_pairs(evaluate, name, floor):
    _, _, f1, wrong = evaluate.names_f1(name)
    assert f1 >= floor, "\n".join(wrong)


def test_f1_of_parties_with_dates_and_countries(evaluate):
    _, _, f1, wrong = evaluate.parties_f1("parties.csv")
    assert f1 >= 0.95, "\n".join(wrong)


def test_korean_spellings_are_found_and_near_misses_kept_out(evaluate):
    found, false = evaluate.korean_variants(seed=41, count=60)
    for hand, share in found.items():
        assert share >= (0.90 if hand in ("Hangul", "Hanja", "Kontsevich", "kana") else 0.95), hand
    assert sum(false.values()) / len(false) <= 0.06


def test_disturbed_korean_names_rank_above_near_misses(evaluate):
    ranking = evaluate.korean_ranking(seed=41, count=40)
    assert ranking["recall at FPR 0.05"] >= 0.80
    assert ranking["recall at FPR 0.10"] >= 0.90
    assert ranking["recall at FPR 0.20"] >= 0.95


def test_one_typo_is_forgiven(evaluate):
    assert evaluate.one_typo(seed=41, count=100) >= 0.85

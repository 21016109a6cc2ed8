"""Consonants compared in arrays say what the score says word by word."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from article41.screening.bones import Bones
from article41.screening.form import read_name
from article41.screening.likeness import likeness

LATIN = "Muhammad Mohamed Ahmad Hanieh Haniyeh Fatimah Khaled Chalid Abu Ali Al-Zawahiri Sadiq S Lee"
BARE = "محمد احمد هنية فاطمة خالد علی الظواهري صادق ابو موسى 42 रश्मी शर्मा ח משה"


def test_arrays_and_words_agree_wherever_enough_consonants_do():
    ours, theirs = read_name(LATIN, "Person").names, read_name(BARE, "Person").names
    pairs = [(i, j) for i, j in product(range(len(ours)), range(len(theirs))) if Bones([theirs[j]]).unlike[0]]
    rows, numbers = np.array(pairs, dtype=np.int32).T
    found = Bones(ours).likenesses(rows, Bones(theirs), numbers)
    told = 0
    for (i, j), likely in zip(pairs, found.tolist(), strict=True):
        if likely:
            told += 1
            assert likely == pytest.approx(likeness(ours[i], theirs[j]), abs=1e-6), (ours[i], theirs[j])
        else:
            assert likeness(ours[i], theirs[j]) < 0.55, (ours[i], theirs[j])
    assert told > 5

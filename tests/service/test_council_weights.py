"""What the outlook says of the past does not hang on the exact weights."""

from __future__ import annotations

import random

import pytest

from article41.council import weighing
from article41.council.outlook import foresee
from article41.service.council import CouncilDesk
from article41.service.motion import motion_of

WEIGHTS = (
    "SPONSOR",
    "THIS_TEXT",
    "COUNTER_DEMAND",
    "SAME_KIND_VOTE",
    "COMMITTEE",
    "SAME_MEASURE",
    "WHOLE_REGIME",
    "OWN_DRAFT",
    "OTHER_VOTE",
    "OTHER_MEASURE",
    "HALF_LIFE_DAYS",
    "MARGIN",
)
DRAWS = 20


def test_weights_halved_or_raised_by_half_at_random_still_show_the_vetoes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk, chance = CouncilDesk(), random.Random(41)
    motions = [
        (vote, motion_of(desk.desk.law.text(vote.text), desk.desk.law, desk.record))
        for vote in desk.record.votes
    ]
    given = {name: getattr(weighing, name) for name in WEIGHTS}
    both = wrong = ballots = 0
    for _ in range(DRAWS):
        for name, value in given.items():
            monkeypatch.setattr(weighing, name, value * chance.uniform(0.5, 1.5))
        seen = 0
        for vote, motion in motions:
            outlook = foresee(motion, vote.day, desk.record, desk.stances)
            seen += bool(vote.decision.vetoes) and outlook.likely_vetoes == vote.decision.vetoes
            read = [row for row in outlook.readings if row.ballot is not None]
            wrong += sum(row.ballot is not vote.ballot(row.seat.country) for row in read)
            ballots += len(read)
        both += seen == 2
    assert both >= 0.9 * DRAWS
    assert wrong < 0.01 * ballots

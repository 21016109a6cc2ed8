"""`article41 council` as people and programs meet it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

Run = Any


def test_members_one_a_line_when_piped(run: Run) -> None:
    ran = run("council", "members", "--on", "2024-03-28")
    assert ran.code == 0
    assert len(ran.lines) == 15
    assert [row["country"] for row in ran.lines if row["president"]] == ["JP"]
    assert sum(row["permanent"] for row in ran.lines) == 5


def test_votes_can_be_narrowed(run: Run) -> None:
    ran = run("council", "votes", "--member", "China", "--ballot", "abstain")
    assert [(row["day"], row["member"], row["ballot"]) for row in ran.lines] == [
        ("2024-03-28", "CN", "abstain")
    ]
    assert ran.lines[0]["ballots"]["against"] == ["RU"]
    ran = run("council", "votes", "--from", "2017-01-01", "--to", "2017-12-31")
    assert [row["text"] for row in ran.lines] == [
        "unsc/2345",
        "unsc/2356",
        "unsc/2371",
        "unsc/2375",
        "unsc/2397",
    ]
    assert run("council", "votes", "--draft", "S/2022/431").lines[0]["vetoes"] == ["CN", "RU"]


def test_procedural_votes_stand_apart(run: Run) -> None:
    ran = run("council", "votes", "--procedural", "--to", "2018-12-31")
    assert [row["held"] for row in ran.lines] == [True, True, True, True, False]
    assert ran.lines[-1]["yes"] is None
    assert run("council", "votes", "--procedural", "--draft", "2397").code == 2


def test_outlook_is_one_object_with_the_evidence(run: Run) -> None:
    answer = run("council", "outlook", "us-2024-03-panel").data
    assert answer["likely_vetoes"] == ["RU"]
    assert answer["votes_for"]["needed"] == 9
    russia = next(row for row in answer["members"] if row["country"] == "RU")
    assert {"day", "points_to", "weight", "counts", "near", "words", "source", "confidence"} <= set(
        russia["evidence"][0]
    )
    assert all(piece["day"] < "2024-03-28" for row in answer["members"] for piece in row["evidence"])
    assert answer["vote"]["result"] == "vetoed"


def test_the_terminal_shows_verdict_suppositions_and_evidence(run: Run) -> None:
    ran = run("council", "outlook", "us-2022-05-final", screen=True)
    assert ran.code == 0
    shown = re.sub(r"\x1b\[[0-9;]*m", "", ran.out)
    for words in ("outlook: not adopted", "CN and RU only abstain", "objected in the Committee", "13-2-0"):
        assert words in shown


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["outlook", "us-2024-03-panle"], 2, "did you mean us-2024-03-panel"),
        (["outlook", "us-2024-03-panel", "--on", "2030-01-01"], 2, "2030"),
        (["members", "--on", "1999-01-01"], 2, "2006 to 2026"),
        (["votes", "--member", "Atlantis"], 2, "has not sat"),
        (["votes", "--from", "yesterday"], 2, "YYYY-MM-DD"),
    ],
)
def test_a_wrong_question_gets_one_clear_message(run: Run, words: list[str], code: int, message: str) -> None:
    ran = run("council", *words)
    assert ran.code == code
    assert message in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["members", "--on", "2022-05-26"], "presides this month"),
        (["votes", "--member", "RU"], "vetoed"),
        (["votes", "--procedural"], "not held"),
        (["mandates", "--on", "2026-01-01"], "no mandate since 2024-05-01"),
        (["mandates", "--on", "2023-01-01"], "119 days left"),
        (["drafts"], "cn-ru-2021-10"),
        (["record"], "405 ballots"),
    ],
)
def test_tables_at_a_desk(run: Run, words: list[str], shown: str) -> None:
    ran = run("council", *words, screen=True)
    assert ran.code == 0
    assert shown in " ".join(ran.out.split())


def test_every_listing_gives_json_lines(run: Run) -> None:
    for words in (["mandates"], ["drafts"], ["record"]):
        ran = run("council", *words)
        assert ran.code == 0
        assert all(isinstance(json.loads(line), dict) for line in ran.out.splitlines())

"""`article41 draft` as people and programs meet it, and `whatif` on what it wrote."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

Run = Any
TEXTS = Path(__file__).parents[1] / "drafting" / "texts"
EASING = TEXTS / "easing.txt"


def test_piped_it_prints_the_draft_which_whatif_reads(run: Run) -> None:
    ran = run("draft", str(EASING))
    assert ran.code == 0
    assert ran.out.startswith("# Drafted from easing.txt against the law of 2025-11-03.")
    tried = run("whatif", "-", "--adopted", "2026-01-05", given=ran.out.encode())
    assert tried.code == 0
    ended = {row["measure"] for row in tried.data["changes"] if row["direction"] == "ended"}
    assert ended == {"dprk.seafood", "dprk.textiles", "dprk.petroleum.refined"}


def test_a_text_may_come_on_standard_input(run: Run) -> None:
    ran = run("draft", "-", "--json", given=EASING.read_bytes())
    assert ran.data["id"] == "draft/stdin"
    assert ran.data["operations"] == 4


def test_a_draft_is_written_to_a_file_and_the_council_can_be_asked_about_it(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "mine.yaml"
    ran = run("draft", str(EASING), "--out", str(out), screen=True)
    assert ran.code == 0
    assert "article41 whatif" in ran.out
    outlook = run("council", "outlook", str(out), "--on", "2025-11-03").data
    assert outlook["direction"] == "ease"
    assert outlook["sponsors"] == ["CN", "RU"]
    russia = next(row for row in outlook["members"] if row["country"] == "RU")
    assert russia["reading"] == "likely for"
    assert all(
        piece["day"] < "2025-11-03" or piece["words"] == "sponsor of this text"
        for row in outlook["members"]
        for piece in row["evidence"]
    )


def test_the_screen_shows_words_operations_and_questions(run: Run) -> None:
    ran = run("draft", str(EASING), screen=True)
    shown = " ".join(re.sub(r"\x1b\[[0-9;]*m|[│┃]", " ", ran.out).split())
    for words in ("4 operations", "terminate dprk.seafood", "“end the cap on refined petroleum”", "2371#9"):
        assert words in shown


def test_changes_of_ones_own_in_a_few_words(run: Run) -> None:
    given = b"Cut crude from four million barrels to three. Sing a song about Pyongyang."
    ran = run("draft", "-", "--own", "--on", "2026-03-02", "--json", given=given)
    [paragraph] = ran.data["paragraphs"]
    assert paragraph["operations"][0]["amend"] == "dprk.petroleum.crude"
    assert paragraph["acts_on"] == ["2397#4"]
    assert ran.data["not_understood"] == ["Sing a song about Pyongyang."]
    shown = run("draft", "-", "--own", "--on", "2026-03-02", given=given).out
    assert "# Not understood: “Sing a song about Pyongyang.”" in shown
    refused = run("draft", "-", given=given)  # as a report it is about nothing
    assert refused.code == 2
    assert "--own" in refused.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["draft", "nowhere.txt"], "no such file"),
        (["draft", str(TEXTS / "off-topic.txt")], "nothing to draft"),
        (["draft", str(EASING), "--proposal", "9"], "no proposal 9"),
        (["draft", str(EASING), "--out", str(TEXTS / "none" / "x.yaml")], "cannot be written"),
        (["whatif", "nowhere.yaml", "--adopted", "2026-01-01"], "No such file"),
    ],
)
def test_a_wrong_call_gets_one_clear_message(run: Run, words: list[str], message: str) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert message in ran.err
    assert "Traceback" not in ran.err


def test_whatif_on_bytes_that_are_no_draft(run: Run) -> None:
    ran = run("whatif", "-", "--adopted", "2026-01-01", given=b"id: draft/x\nparagraf: []\n")
    assert ran.code == 4
    assert "<stdin>:2" in ran.err
    assert "did you mean 'paragraphs'" in ran.err

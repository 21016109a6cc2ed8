"""The Council's questions as one asks them: law, record and stated positions brought together."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from article41.council.stance import Direction, Strength
from article41.drafting.words import load_words
from article41.errors import UnknownNameError
from article41.service.council import CouncilDesk
from article41.service.motion import direction_of, motion_of
from article41.service.positions import stances


@cache
def desk() -> CouncilDesk:
    return CouncilDesk()


# ── the vetoes, from positions stated before the day ──────────────────────────────────────────


@pytest.mark.parametrize(
    ("draft", "day", "vetoes"),
    [
        ("us-2022-05-final", date(2022, 5, 26), ("CN", "RU")),
        ("us-2024-03-panel", date(2024, 3, 28), ("RU",)),
    ],
)
def test_both_vetoes_are_read_from_before_the_day(draft: str, day: date, vetoes: tuple[str, ...]) -> None:
    found = desk().outlook(draft)
    assert found.outlook.on == day
    assert found.outlook.likely_vetoes == vetoes
    assert found.outlook.verdict in ("vetoed", "not adopted")
    assert found.outlook.scenarios[0].decision.result.value == "vetoed"
    assert found.vote is not None
    assert found.vote.decision.vetoes == vetoes
    for reading in found.outlook.readings:
        assert all(piece.day < day or piece.words.startswith("sponsor") for piece in reading.pieces)


def test_no_ballot_cast_was_read_the_wrong_way_and_no_adopted_text_as_failing() -> None:
    rows = list(desk().tried())
    assert len(rows) == 27
    assert sum(row.count("wrong") for row in rows) == 0
    for row in rows:
        assert row.vote.decision.adopted or row.outlook.verdict in ("vetoed", "not adopted")
        assert not row.vote.decision.adopted or row.outlook.verdict in ("adopted", "open")


def test_the_vote_is_shown_only_once_it_was_cast() -> None:
    assert desk().outlook("us-2024-03-panel", date(2024, 3, 27)).vote is None
    assert desk().outlook("us-2024-03-panel", date(2024, 3, 28)).vote is not None


def test_after_its_veto_russia_is_still_read_as_against_a_renewal() -> None:
    outlook = desk().outlook("us-2024-03-panel", date(2026, 11, 22)).outlook
    assert outlook.likely_vetoes == ("RU",)
    assert {r.seat.country for r in outlook.readings if r.silent} >= {"BH", "CD", "LV", "LR"}


def test_a_statement_is_not_voted_and_a_demand_is_no_text() -> None:
    assert "all fifteen" in desk().outlook("us-2022-11-prst").caveat
    assert "demand" in desk().outlook("ru-2024-03-sunset").caveat
    assert desk().outlook("us-2024-03-panel").caveat == ""


# ── which way a text goes ─────────────────────────────────────────────────────────────────────


def test_the_diff_of_the_law_gives_the_direction_on_record() -> None:
    """For every draft that carries operations; the direction on record is stated independently."""
    moved = 0
    for draft in desk().record.drafts:
        found = direction_of(desk().desk.law.text(draft.id), desk().desk.law)
        if found is not Direction.NEUTRAL:
            assert found is draft.direction, draft.id
            moved += 1
    assert moved >= 7


def test_every_vote_is_on_a_text_of_the_law_that_says_the_same() -> None:
    for vote in desk().record.votes:
        text = desk().desk.law.text(vote.text)
        assert text.id == vote.text
        counted = dict(text.vote)
        assert counted["for"] == vote.decision.yes
        assert counted["against"] == vote.decision.no
        assert counted["abstaining"] == vote.decision.abstaining
        assert text.vetoed_by == vote.decision.vetoes
        assert text.meeting in ("", vote.meeting) or not vote.meeting
        if text.status == "adopted":
            assert text.adopted == vote.day


MIXED = """
id: draft/mixed
symbol: Mixed
regime: dprk
status: hypothetical
tabled: "2026-01-01"
paragraphs:
  - {para: c1, verb: Decides, gist: Ends a ban., does: [{terminate: dprk.seafood}]}
  - para: c2
    verb: Decides
    gist: Bans tobacco.
    does:
      - impose: dprk.tobacco.to
        title: Tobacco
        kind: ban
        flow: to-dprk
        acts: [trade]
        goods: [tobacco]
"""


def test_a_text_that_tightens_and_eases_alike_asks_which_weighs_more(tmp_path: Path) -> None:
    file = tmp_path / "mixed.yaml"
    file.write_text(MIXED, encoding="utf-8")
    with pytest.raises(UnknownNameError, match="both tightens and eases") as caught:
        desk().outlook(str(file), date(2026, 2, 1))
    assert "--direction" in caught.value.hint
    said = desk().outlook(str(file), date(2026, 2, 1), "ease")
    assert said.outlook.motion.direction is Direction.EASE


def test_a_motion_is_known_by_its_symbols_and_the_words_for_its_measures() -> None:
    text = desk().desk.law.text("us-2022-05-final")
    motion = motion_of(text, desk().desk.law, desk().record)
    assert {"s/2022/431", "us-2022-05-final"} <= motion.names
    assert {"crude-oil", "refined-petroleum", "tobacco", "mineral-fuels-export"} <= motion.measures
    assert "sanctions-regime" not in motion.measures
    panel = motion_of(desk().desk.law.text("us-2024-03-panel"), desk().desk.law, desk().record)
    assert panel.measures == {"panel-of-experts"}


# ── positions ─────────────────────────────────────────────────────────────────────────────────


def test_positions_keep_their_day_source_and_doubt() -> None:
    every = stances()
    veto = [one for one in every if one.actor == "RU" and one.measure == "S/2022/431"]
    assert [str(one.date) for one in veto] == ["2022-05-26"]
    assert all(one.evidence and one.source and one.measure for one in every)
    told = [one for one in every if "as told by" in one.evidence]
    assert told
    assert all(one.strength is Strength.REPORTED for one in told)


def test_every_word_for_a_measure_in_the_chronicle_is_known_to_the_law_map() -> None:
    words = set(load_words())
    assert {one.measure for one in stances() if not one.measure.startswith("S/")} <= words


# ── mandates ──────────────────────────────────────────────────────────────────────────────────


def test_the_panel_ended_with_30_april_2024() -> None:
    last = next(b for b in desk().mandates(date(2024, 4, 30)) if b.body == "panel-of-experts")
    assert last.active
    assert last.days_left == 0
    over = next(b for b in desk().mandates(date(2024, 5, 1)) if b.body == "panel-of-experts")
    assert not over.active
    assert over.lapsed == date(2024, 5, 1)
    assert over.days_left is None
    failed = over.terms[-1]
    assert failed.failed
    assert failed.vote is not None
    assert failed.vote.decision.vetoes == ("RU",)


def test_a_veto_to_come_is_not_in_the_mandate_of_the_eve() -> None:
    eve = next(b for b in desk().mandates(date(2024, 3, 27)) if b.body == "panel-of-experts")
    assert not any(term.failed for term in eve.terms)


def test_every_renewal_came_before_the_mandate_ran_out() -> None:
    body = next(b for b in desk().mandates(date(2026, 1, 1)) if b.body == "panel-of-experts")
    granted = [term for term in body.terms if not term.failed]
    assert len(granted) == 15
    for earlier, later in pairwise(granted):
        assert earlier.last_day is not None
        assert later.decided is not None
        assert later.decided <= earlier.last_day


def test_before_2009_there_was_a_committee_and_no_panel() -> None:
    bodies = desk().mandates(date(2008, 1, 1))
    assert [(b.body, b.active, b.runs_until) for b in bodies] == [("committee-1718", True, None)]


# ── asking for what is not there ──────────────────────────────────────────────────────────────


def test_a_country_is_found_by_code_or_name_and_others_are_refused() -> None:
    assert desk().country("ru") == desk().country("Russian Federation") == "RU"
    with pytest.raises(UnknownNameError, match="Atlantis"):
        desk().country("Atlantis")


def test_votes_on_a_text_never_put_to_the_vote_are_none_and_unknown_texts_an_error() -> None:
    assert desk().votes(None, None, "cn-ru-2021-10") == ()
    with pytest.raises(UnknownNameError):
        desk().votes(None, None, "2999")


# ── positions read in a text ──────────────────────────────────────────────────────────────────


def test_a_position_read_in_a_text_counts_from_its_day_and_is_marked_as_read(tmp_path: Path) -> None:
    text = tmp_path / "note.txt"
    text.write_text(
        "ISLAMABAD, March 3, 2026 - Pakistan opposes any new U.N. Security Council sanctions on North "
        "Korea, its foreign minister said on Tuesday.\n\nNorth Korea has been under sanctions since 2006.\n",
        encoding="utf-8",
    )
    later, before = date(2026, 3, 10), date(2026, 3, 3)
    for day, pieces in ((later, 1), (before, 0)):
        found = desk().outlook("us-2022-05-final", day, texts=(str(text),)).outlook
        pakistan = next(row for row in found.readings if row.seat.country == "PK")
        read = [piece for piece in pakistan.pieces if piece.source == "note.txt"]
        assert len(read) == pieces
        assert all(piece.confidence.value == "low" for piece in read)


def test_a_text_without_a_day_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "note.txt"
    text.write_text(
        "Pakistan opposes any new U.N. Security Council sanctions on North Korea, its minister said.\n",
        encoding="utf-8",
    )
    with pytest.raises(UnknownNameError, match="gives no day"):
        desk().outlook("us-2022-05-final", date(2026, 3, 10), texts=(str(text),))

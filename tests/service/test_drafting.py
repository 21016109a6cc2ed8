"""From a news text to a draft, end to end: read, choose, write, load, fold, try."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from article41.errors import SourceError, UnknownNameError
from article41.reader.document import Document
from article41.reader.items import Change, Proposal, Reading
from article41.regime.load import load_resolution
from article41.service.desk import Desk
from article41.service.drafting import Drafted, choose, draft_from, plain_drafted

TEXTS = Path(__file__).parents[1] / "drafting" / "texts"
ARTICLES = Path(__file__).parents[3] / "shared" / "reading" / "articles"


@cache
def desk() -> Desk:
    return Desk()


def drafted(name: str, **asked: object) -> Drafted:
    return draft_from(str(TEXTS / name), desk(), **asked)  # type: ignore[arg-type]


def operations(found: Drafted) -> list[tuple[str, object]]:
    rows = [operation for paragraph in found.draft.paragraphs for operation in paragraph.operations]
    return [next(iter(row.items())) for row in rows]


# ── texts of our own ──────────────────────────────────────────────────────────────────────────


def test_a_proposal_to_ease_becomes_operations_on_the_measures_it_names() -> None:
    found = drafted("easing.txt")
    assert found.draft.on == date(2025, 11, 3)  # the day the text was written
    assert found.draft.penholder == "cn, ru"
    assert operations(found) == [
        ("terminate", "dprk.seafood"),
        ("terminate", "dprk.textiles"),
        ("terminate", "dprk.petroleum.refined"),
        ("except", ["dprk.industrial.to", "dprk.joint-ventures"]),
    ]
    assert {(row.direction.value, row.measure) for row in found.changes} == {
        ("ended", "dprk.seafood"),
        ("ended", "dprk.textiles"),
        ("ended", "dprk.petroleum.refined"),
        ("loosened", "dprk.industrial.to"),
        ("loosened", "dprk.joint-ventures"),
    }


def test_a_cut_and_a_new_ban() -> None:
    found = drafted("tightening.txt")
    assert operations(found) == [("amend", "dprk.petroleum.crude"), ("impose", "dprk.tobacco.to")]
    limit = next(row for row in found.changes if row.field == "limit")
    assert limit.after.startswith("2,000,000 barrel or 262,500 t a year")  # as the draft of April 2022 had it


def test_a_renewal_shows_on_the_day_the_mandate_would_have_lapsed() -> None:
    found = drafted("panel.txt")
    assert operations(found) == [("mandate", "panel-of-experts")]
    assert found.compared == date(2024, 5, 1)
    [change] = found.changes
    assert (change.measure, change.after) == ("panel-of-experts", "until 2025-04-30")


def test_a_proposal_without_details_is_left_open_and_changes_nothing() -> None:
    found = drafted("unsettled.txt")
    assert operations(found) == []
    assert found.changes == ()
    assert found.draft.questions > 0


def test_a_text_about_something_else_gives_no_draft() -> None:
    with pytest.raises(UnknownNameError, match="not about the DPRK"):
        drafted("off-topic.txt")


@pytest.mark.parametrize("name", ["easing.txt", "tightening.txt", "panel.txt", "unsettled.txt"])
def test_every_word_quoted_stands_in_the_text_where_it_says(name: str) -> None:
    text = (TEXTS / name).read_bytes().decode("utf-8")
    for paragraph in drafted(name).draft.paragraphs:
        assert paragraph.evidence
        for piece in paragraph.evidence:
            assert text[piece.start : piece.end] == piece.quote


@pytest.mark.parametrize("name", ["easing.txt", "tightening.txt", "panel.txt", "unsettled.txt"])
def test_the_file_loads_and_is_the_same_each_time(name: str, tmp_path: Path) -> None:
    found = drafted(name)
    file = tmp_path / "draft.yaml"
    file.write_text(found.text, encoding="utf-8")
    resolution = load_resolution(file)
    assert resolution.status == "hypothetical"
    assert sum(1 for _ in resolution.operations()) == found.draft.operations
    assert drafted(name).text == found.text


def test_whatif_tries_the_file_on_saved_transactions(tmp_path: Path) -> None:
    file, case = tmp_path / "draft.yaml", tmp_path / "squid.yaml"
    file.write_text(drafted("easing.txt").text, encoding="utf-8")
    case.write_text(
        "date: 2026-02-01\nact: import\nfrom: KP\nto: CN\ngoods: frozen squid\n", encoding="utf-8"
    )
    found = desk().what_if(str(file), date(2026, 1, 5), str(case))
    [row] = found.changed
    assert row.before.outcome.value == "prohibited"
    assert row.after.outcome.value != "prohibited"
    assert found.errors == ()


def test_the_law_of_another_day_may_be_asked() -> None:
    found = drafted("easing.txt", on=date(2017, 1, 2))
    assert operations(found) == []  # none of the measures was there yet
    assert all("holds no" in " ".join(p.questions) for p in found.draft.paragraphs)


def test_plain_data_holds_the_file_the_evidence_and_the_questions() -> None:
    data = plain_drafted(drafted("easing.txt"))
    assert data["operations"] == 4
    assert data["yaml"].startswith("# Drafted from easing.txt")
    assert data["paragraphs"][0]["evidence"][0]["quote"].startswith("lift the bans")
    assert data["day_known"] is True


# ── choosing a proposal ───────────────────────────────────────────────────────────────────────


def reading(*statuses: str, changes: bool = True) -> Reading:
    made = (Change(action="lift", measure="seafood-export", evidence=(), rule="test"),) if changes else ()
    document = Document(text="x", name="x.txt")
    return Reading(
        name="x.txt",
        sha256=document.sha256,
        on_topic=True,
        proposals=tuple(
            Proposal(kind="proposal", sponsors=(), status=status, changes=made, evidence=(), rule="test")
            for status in statuses
        ),
    )


def test_what_is_still_open_comes_before_what_was_voted() -> None:
    assert choose(reading("adopted", "circulated"), "x.txt", None)[0] == 2
    assert choose(reading("adopted", "vetoed"), "x.txt", None)[0] == 1
    assert choose(reading("adopted", "circulated"), "x.txt", 1)[0] == 1


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_proposal_that_is_not_there_is_refused(number: int) -> None:
    with pytest.raises(UnknownNameError, match="no proposal"):
        choose(reading("adopted", "circulated"), "x.txt", number)


# ── files that are none ───────────────────────────────────────────────────────────────────────


def test_a_missing_file_a_folder_and_bytes_that_are_no_text(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        draft_from(str(tmp_path / "none.txt"), desk())
    with pytest.raises(SourceError, match="cannot be read"):
        draft_from(str(tmp_path), desk())
    odd = tmp_path / "odd.txt"
    odd.write_bytes(b"\x00" * 40)
    with pytest.raises(SourceError, match="not a text"):
        draft_from(str(odd), desk())


# ── the three articles ────────────────────────────────────────────────────────────────────────

ORDER = ["dprk.seafood", "dprk.textiles", "dprk.petroleum.refined"]  # as the article names them
articles = pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not at hand")


@articles
@pytest.mark.parametrize("number", ["000", "002", "003"])
def test_an_article_of_the_press_gives_a_draft_that_the_law_can_carry(number: str, tmp_path: Path) -> None:
    [file] = ARTICLES.glob(f"{number}_*.txt")
    found = draft_from(str(file), desk(), on=date(2022, 4, 1))
    text = file.read_bytes().decode("utf-8")
    for paragraph in found.draft.paragraphs:
        for piece in paragraph.evidence:
            assert text[piece.start : piece.end] == piece.quote
    draft = tmp_path / "draft.yaml"
    draft.write_text(found.text, encoding="utf-8")
    assert desk().what_if(str(draft), date(2022, 4, 1)).changes == found.changes


@articles
def test_the_chinese_russian_draft_of_2021_is_found_in_its_article() -> None:
    [file] = ARTICLES.glob("000_*.txt")
    found = draft_from(str(file), desk())
    assert found.draft.on == date(2021, 11, 5)
    assert {"China", "Russia"} == set(found.draft.sponsors)
    ours = {"dprk.seafood", "dprk.textiles", "dprk.petroleum.refined"}
    assert operations(found) == [("terminate", measure) for measure in sorted(ours, key=ORDER.index)]
    # The same ends stand in the draft that was put together from other reports.
    known = desk().law.text("cn-ru-2021-10")
    assert ours <= {target for operation in known.operations() for target in operation.targets}


@articles
def test_an_announcement_without_details_writes_no_law() -> None:
    [file] = ARTICLES.glob("002_*.txt")
    found = draft_from(str(file), desk(), on=date(2022, 3, 25))
    assert operations(found) == []
    assert found.draft.sponsors == ("United States",)


def test_a_page_is_read_like_a_text() -> None:
    found = drafted("page.html")
    assert operations(found) == [("terminate", "dprk.seafood"), ("terminate", "dprk.textiles")]
    assert found.draft.on == date(2025, 11, 3)
    assert found.draft.symbol == "Proposal read in page.html"

"""What texts reported: kept apart, once each, with evidence, and held against the record."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.chronicle.load import Chronicle
from article41.chronicle.reported import Evidence, Reported, add_reported, load_reported
from article41.errors import SourceError
from article41.service.chronicle import ChronicleDesk
from article41.service.chronicle_intake import reported_rows

READINGS = Path(__file__).parents[2].parent / "shared" / "reading" / "dev"
TEXT = (
    "On 21 February 2025 hackers took $1.2 billion. China's envoy said sanctions must stay. "
    "Russia sent 9,000 barrels."
)
SHA = hashlib.sha256(TEXT.encode()).hexdigest()


def evidence(words: str) -> list[dict[str, Any]]:
    start = TEXT.index(words)
    return [{"start": start, "end": start + len(words), "quote": words}]


def reading(**lists: Any) -> dict[str, Any]:
    source = {"url": "https://example.org/a", "title": "A text", "date": "2025-02-23"}
    return {"schema": "article41-news/1", "source": source, "text_sha256": SHA} | lists


THEFT = {
    "type": "cyber-theft",
    "date": "2025-02-21",
    "actors": ["North Korea"],
    "amounts": [{"value": 1.2e9, "unit": "USD"}],
    "evidence": evidence("hackers took $1.2 billion"),
}
STATEMENT = {
    "speaker": "China's envoy",
    "speaker_type": "person",
    "represents": "China",
    "date": "2025-02-22",
    "stance": "maintain",
    "target_measure": "sanctions-regime",
    "evidence": evidence("China's envoy said sanctions must stay"),
}
FIGURE = {
    "type": "figure",
    "measure": "refined-petroleum",
    "value": 9000,
    "unit": "barrels",
    "date": "2025-01",
    "evidence": evidence("Russia sent 9,000 barrels"),
}


def desk_of(tmp_path: Path, chronicle: Chronicle, law: Any) -> ChronicleDesk:
    return ChronicleDesk(law=law, chronicle=chronicle, path=tmp_path / "chronicle" / "reported.jsonl")


def test_a_reading_becomes_rows_with_their_document_and_evidence() -> None:
    rows = reported_rows(reading(events=[THEFT], statements=[STATEMENT], facts=[FIGURE]))
    assert [row.kind for row in rows] == ["statement", "event", "delivery"]
    statement, theft, figure = rows
    assert (statement.actors, statement.type, statement.speaker) == (("CN",), "maintain", "China's envoy")
    assert (theft.actors, theft.value, theft.unit) == (("KP",), 1.2e9, "USD")
    assert (figure.about, figure.value, figure.unit) == ("refined-petroleum", 9000, "barrel")
    for row in rows:
        assert (row.source, row.sha256, row.published) == ("https://example.org/a", SHA, "2025-02-23")
        for span in row.evidence:
            assert TEXT[span.start : span.end] == span.quote


def test_without_evidence_nothing_is_taken_in() -> None:
    bare = {key: value for key, value in THEFT.items() if key != "evidence"}
    assert reported_rows(reading(events=[bare], facts=[FIGURE | {"evidence": []}])) == ()


@pytest.mark.parametrize("lost", ["source", "text_sha256"])
def test_a_reading_of_no_document_is_refused(lost: str) -> None:
    with pytest.raises(SourceError, match="does not say which document"):
        reported_rows({key: value for key, value in reading(events=[THEFT]).items() if key != lost})


@pytest.mark.parametrize("bad", [{"statements": "x"}, {"events": [THEFT | {"evidence": [{"start": 1}]}]}])
def test_a_malformed_reading_is_an_error_with_words(bad: dict[str, Any]) -> None:
    with pytest.raises(SourceError):
        reported_rows(reading(**bad))


def test_a_date_the_text_leaves_open_stays_open() -> None:
    [row] = reported_rows(reading(events=[THEFT | {"date": None}]))
    assert row.span is None


def test_taking_in_twice_adds_once(tmp_path: Path, chronicle: Chronicle, law: Any) -> None:
    desk = desk_of(tmp_path, chronicle, law)
    given_reading = reading(events=[THEFT], statements=[STATEMENT])
    assert desk.take_in(given_reading) == (2, 0)
    assert desk.take_in(given_reading) == (0, 2)
    assert desk.take_in(reading(facts=[FIGURE])) == (1, 0)
    assert len(desk.reported) == 3
    assert [path.name for path in (tmp_path / "chronicle").iterdir()] == ["reported.jsonl"]


def test_a_reported_theft_is_marked_and_its_sum_differs_from_the_record(
    tmp_path: Path, chronicle: Chronicle, law: Any
) -> None:
    desk = desk_of(tmp_path, chronicle, law)
    desk.take_in(reading(events=[THEFT]))
    found = desk.timeline(types=("cyber-theft",), first=date(2025, 1, 1), last=date(2025, 12, 31))
    assert [entry.origin for entry in found] == ["curated", "reported"]
    [compared] = found[1].compared
    assert compared.id == "2025-02-21/cyber-theft"
    assert compared.differs == ("1,200,000,000 USD here, 1,500,000,000 USD in the record",)


@pytest.mark.parametrize(
    ("changed", "differs"),
    [
        ({"amounts": [{"value": 1.46e9, "unit": "USD"}]}, ()),
        ({"amounts": [{"value": 1.5e9, "unit": "EUR"}]}, ()),
        ({"amounts": [], "date": "2025-02-20"}, ("date 2025-02-20 here, 2025-02-21 in the record",)),
        ({"amounts": [], "date": "2025-02"}, ()),
    ],
)
def test_what_differs_and_what_agrees(
    tmp_path: Path, chronicle: Chronicle, law: Any, changed: dict[str, Any], differs: tuple[str, ...]
) -> None:
    desk = desk_of(tmp_path, chronicle, law)
    desk.take_in(reading(events=[THEFT | changed]))
    [entry] = [entry for entry in desk.timeline() if entry.origin == "reported"]
    assert entry.compared[0].differs == differs


def test_another_week_or_another_kind_is_another_event(
    tmp_path: Path, chronicle: Chronicle, law: Any
) -> None:
    desk = desk_of(tmp_path, chronicle, law)
    far = reading(events=[THEFT | {"date": "2025-02-25"}, THEFT | {"type": "summit"}])
    desk.take_in(far)
    assert [entry.compared for entry in desk.timeline() if entry.origin == "reported"] == [(), ()]


def test_a_statement_against_the_stance_on_record_is_shown(
    tmp_path: Path, chronicle: Chronicle, law: Any
) -> None:
    desk = desk_of(tmp_path, chronicle, law)
    row = STATEMENT | {"date": "2019-12-12", "stance": "maintain"}
    desk.take_in(reading(statements=[row]))
    [entry] = desk.statements(actor="China")
    assert entry.compared[0].differs == ("stance maintain here, ease by Zhang Jun in the record",)
    assert all(row.speaker != "China's envoy" for row in desk.positions(actor="CN"))


def test_a_row_about_years_is_held_against_no_single_event(
    tmp_path: Path, chronicle: Chronicle, law: Any
) -> None:
    desk = desk_of(tmp_path, chronicle, law)
    desk.take_in(
        reading(events=[THEFT | {"date": "2017/2024-04"}], statements=[STATEMENT | {"stance": "neutral"}])
    )
    assert [entry.compared for entry in desk.timeline() if entry.origin == "reported"] == [(), ()]


@pytest.mark.skipif(not READINGS.is_dir(), reason="the annotated texts are not beside this checkout")
def test_annotated_texts_are_taken_in_whole_and_their_evidence_holds(
    tmp_path: Path, chronicle: Chronicle, law: Any
) -> None:
    desk = desk_of(tmp_path, chronicle, law)
    texts: dict[str, str] = {}
    for path in sorted(READINGS.glob("*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        texts[found["text_sha256"]] = (READINGS / found["text_file"]).read_bytes().decode("utf-8")
        desk.take_in(found)
    assert len(desk.reported) > 40
    for row in desk.reported:
        for span in row.evidence:
            assert texts[row.sha256][span.start : span.end] == span.quote
    agreed = {one.id for entry in desk.timeline() for one in entry.compared if not one.differs}
    assert {"2006-10-09/nuclear-test", "2017-11-29/icbm-test"} <= agreed


def test_a_reported_delivery_stands_beside_the_cap_and_in_no_figure(
    tmp_path: Path, chronicle: Chronicle, law: Any
) -> None:
    desk = desk_of(tmp_path, chronicle, law)
    [before] = desk.caps("refined", year=2025, today=date(2026, 1, 1))
    desk.take_in(reading(facts=[FIGURE]))
    [after] = desk.caps("refined", year=2025, today=date(2026, 1, 1))
    assert [row.value for row in after.reported] == [9000]
    assert before.units == after.units


def test_a_text_of_a_later_day_is_not_known_earlier(tmp_path: Path, chronicle: Chronicle, law: Any) -> None:
    desk = desk_of(tmp_path, chronicle, law)
    desk.take_in(reading(events=[THEFT]))
    early = desk.timeline(known_on=date(2025, 2, 22))
    assert all(entry.origin != "reported" for entry in early)
    assert any(entry.origin == "reported" for entry in desk.timeline(known_on=date(2025, 2, 23)))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "not valid JSON"),
        ("[]", "should be an object"),
        ('{"kind": "event", "kinds": 1}', "unknown key 'kinds'"),
        ('{"kind": "event"}', "not a reported row"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "reported.jsonl"
    add_reported(path, reported_rows(reading(events=[THEFT])))
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        load_reported(path)
    assert told in caught.value.message
    assert caught.value.where.startswith("reported.jsonl:2")


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    path = tmp_path / "reported.jsonl"
    add_reported(path, reported_rows(reading(events=[THEFT])))
    path.write_bytes(path.read_bytes() + b"\xff\n")
    with pytest.raises(SourceError, match="not UTF-8 text"):
        load_reported(path)


def test_a_long_file_is_still_read(tmp_path: Path) -> None:
    """More than the four megabytes that a file of law or facts may have."""
    path = tmp_path / "reported.jsonl"
    [row] = reported_rows(reading(events=[THEFT]))
    many = [replace(row, date=str(day), what="x" * 2000) for day in range(1000, 3100)]
    assert add_reported(path, many) == (2100, 0)
    assert path.stat().st_size > 4_000_000
    assert len(load_reported(path)) == 2100


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "rumour"),
        ("sha256", "abc"),
        ("date", "soon"),
        ("type", ""),
        ("source", ""),
        ("published", "x"),
    ],
)
def test_a_row_that_says_too_little_is_refused(tmp_path: Path, field: str, value: str) -> None:
    path = tmp_path / "reported.jsonl"
    add_reported(path, reported_rows(reading(events=[THEFT])))
    row = json.loads(path.read_text(encoding="utf-8")) | {field: value}
    path.write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(SourceError, match=field):
        load_reported(path)


def test_offsets_that_do_not_hold_the_quote_are_refused(tmp_path: Path) -> None:
    [row] = reported_rows(
        reading(events=[THEFT | {"evidence": [{"start": 0, "end": 3, "quote": "hackers"}]}])
    )
    with pytest.raises(SourceError, match="does not hold 7 characters"):
        add_reported(tmp_path / "reported.jsonl", [row])
    assert not (tmp_path / "reported.jsonl").exists()


words = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=30)


@given(what=words, quote=words, start=st.integers(0, 10_000), value=st.none() | st.floats(0, 1e12))
def test_a_row_reads_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, what: str, quote: str, start: int, value: float | None
) -> None:
    path = tmp_path_factory.mktemp("home") / "reported.jsonl"
    span = Evidence(start=start, end=start + len(quote), quote=quote)
    row = Reported(
        kind="fact", type="figure", what=what, evidence=(span,), value=value, source="s", sha256=SHA
    )
    assert add_reported(path, [row, row]) == (1, 1)
    assert load_reported(path) == (row,)

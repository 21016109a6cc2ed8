"""What is read enters the record as reported rows: once, with its words, and apart from the curated ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from article41.reader.document import Document
from article41.reader.pipeline import read
from article41.service.chronicle import ChronicleDesk
from article41.service.reading_record import record

TEXT = (
    "UNITED NATIONS, Dec. 17, 2019 - China and Russia put a draft resolution before the Security Council. "
    '"Some sanctions on North Korea should be adjusted," China\'s ambassador Zhang Jun told reporters.\n'
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ARTICLE41_HOME", str(tmp_path))
    return tmp_path


def test_a_statement_that_was_read_stands_in_the_record_with_its_words() -> None:
    document = Document(text=TEXT, name="report.txt")
    assert record(document, read(document)) > 0
    [row] = [row for row in ChronicleDesk().reported if row.kind == "statement" and row.actors == ("CN",)]
    assert str(row.date) == "2019-12-17"  # said by the day of publication, no day being given
    for span in row.evidence:
        assert TEXT[span.start : span.end] == span.quote


def test_reading_again_adds_nothing() -> None:
    document = Document(text=TEXT, name="report.txt")
    first = record(document, read(document))
    assert first > 0
    assert record(document, read(document)) == 0


def test_a_text_about_something_else_reports_nothing() -> None:
    document = Document(text="The league champions beat their rivals by two goals.", date=date(2019, 1, 1))
    assert record(document, read(document)) == 0
    assert ChronicleDesk().reported == ()

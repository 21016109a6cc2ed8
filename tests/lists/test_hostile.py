"""Files made to do harm, or merely broken: one clear error each, soon, and nothing else."""

from __future__ import annotations

import gzip
import io
import lzma
import tracemalloc
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lists.conftest import FILES

from article41.errors import Article41Error, SourceError
from article41.lists import intake
from article41.lists.read import read_list

UN = (FILES / "un.xml").read_bytes()
SDN = (FILES / "sdn.xml").read_bytes()
SINGLE = {path.name: path.read_bytes() for path in sorted(FILES.iterdir()) if path.is_file()}
FOLDERS = {
    "ofac-csv": {path.name: path.read_bytes() for path in (FILES / "ofac-csv").iterdir()},
    "wallets": {path.name: path.read_bytes() for path in (FILES / "wallets" / "2030-02-03").iterdir()},
}
DAY = date(2030, 1, 1)


def refused(data: bytes | Mapping[str, bytes], match: str) -> SourceError:
    with pytest.raises(SourceError, match=match) as found:
        read_list(data, name="list", edition=DAY)
    assert found.value.where.startswith("list")
    return found.value


def test_a_web_page_in_place_of_a_list() -> None:
    refused(b"<!DOCTYPE html><html><body>404 Not Found</body></html>", "web page")
    refused(b"\n <HTML><head><title>Sign in</title></head></HTML>", "web page")


def test_nothing_at_all() -> None:
    refused(b"", "empty")
    refused(b"  \r\n ", "empty")
    refused(gzip.compress(b""), "empty")


def test_unknown_things() -> None:
    for data in (
        b"hello",
        b"%PDF-1.7 ...",
        b'{"error": "rate limited"}',
        b"<rss><channel/></rss>",
        b"\x00" * 99,
    ):
        refused(data, "no list format known")


def test_billion_laughs_and_outside_files() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    for dtd in (
        laughs,
        b'<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE x SYSTEM "x.dtd">',
    ):
        body = UN.replace(b'<?xml version="1.0" encoding="UTF-8"?>', dtd)
        refused(body, "document type|well-formed")
        refused(body.replace(b"Chestnut", b"&b;"), "document type|well-formed")


def test_a_truncated_file_is_refused_wherever_it_breaks() -> None:
    whole = len(UN.rstrip())
    for cut in range(10, whole - 1, 97):
        with pytest.raises(SourceError):
            read_list(UN[:cut])


def test_fewer_records_than_the_file_says() -> None:
    refused(SDN.replace(b"<Record_Count>4<", b"<Record_Count>5<"), "says it holds 5 records and holds 4")


def test_duplicate_and_missing_references() -> None:
    refused(UN.replace(b"CDi.901", b"KPi.901"), "KPi.901 stands twice")
    refused(UN.replace(b"<REFERENCE_NUMBER>CDi.901</REFERENCE_NUMBER>", b""), "no reference number")
    refused(
        UN.replace(
            b"<FIRST_NAME>MARIA</FIRST_NAME><SECOND_NAME>TEST</SECOND_NAME><THIRD_NAME>PERSON</THIRD_NAME>",
            b"",
        ).replace("ماريا".encode(), b""),
        "CDi.901 has no name",
    )


def test_wrong_encodings_and_control_characters() -> None:
    refused(UN.replace("姜別栗".encode(), b"\xff\xfe\xfa"), "well-formed")
    refused(UN.replace(b"Chestnut", b"Chest\x00nut"), "well-formed|no list")
    refused(UN.replace(b"Chestnut", b"Chest\x19nut"), "well-formed")
    vessels = SINGLE["vessels-2030-01-02.csv"]
    refused(vessels.replace(b"LANTERN", b"LAN\x19TERN"), "control characters")
    refused(vessels.replace(b"LANTERN", b"LAN\xffTERN"), "not UTF-8")
    refused(SINGLE["uk.jsonl"].replace(b"Blue Crane", rb"Blue \ud800Crane"), "not a whole JSON object")


def test_utf_16_is_read_like_utf_8() -> None:
    text = UN.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    assert read_list(text.encode("utf-16")).entities == read_list(UN).entities


def test_missing_columns_and_ragged_rows() -> None:
    vessels = SINGLE["vessels-2030-01-02.csv"]
    refused(vessels.replace(b",omm_kpe020", b",omm"), "omm_kpe020 is missing")
    refused(vessels + b"4,HALF A ROW,90", "3 cells under 15 columns")
    refused(vessels + b'4,"NO CLOSING QUOTE,90', "not valid CSV|cells under")


def test_files_of_different_days_do_not_make_a_set() -> None:
    files = dict(FOLDERS["ofac-csv"])
    files["alt.csv"] = files["alt.csv"].replace(b"90002,2", b"99999,2")
    refused(files, "sdn.csv has not: 99999")
    refused({"alt.csv": FOLDERS["ofac-csv"]["alt.csv"]}, "sdn.csv is missing")
    refused({"sdn.csv": FOLDERS["ofac-csv"]["sdn.csv"], "un.xml": UN}, "no list together")


def test_damaged_archives() -> None:
    for packed in (lzma.compress(UN), gzip.compress(UN)):
        refused(packed[:-20], "damaged")
        refused(packed[:40] + bytes(byte ^ 0x55 for byte in packed[40:60]) + packed[60:], "damaged")
    workbook = SINGLE["shisantouketsu-2030-02-05.xlsx"]
    refused(workbook[: len(workbook) // 2], "XLSX")
    refused(b"PK\x03\x04" + b"\x00" * 200, "XLSX")


def test_bombs_stop_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """500 MB of blanks, packed to less than half a megabyte, cost neither memory nor much time."""
    head = UN[: UN.index(b"<INDIVIDUALS>")]
    bombs = [
        gzip.compress(head + b" " * 500_000_000, compresslevel=1),
        b"".join([lzma.compress(head), lzma.compress(b" " * 40_000_000)]),
    ]
    tracemalloc.start()
    for bomb in bombs:
        refused(bomb, "single record is larger|unpacks to more")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60_000_000
    monkeypatch.setattr(
        intake.Intake.__init__, "__kwdefaults__", {"max_bytes": 1000, "max_record": 8_000_000}
    )
    refused(UN, "unpacks to more than 1,000 bytes")


def test_a_workbook_that_unpacks_without_end() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 210_000_000)
    refused(packed.getvalue(), "unpacks to more")


@pytest.mark.parametrize("name", ["vessels-2030-01-02.csv", "uk.jsonl", "un.xml", "eu.xml"])
def test_one_line_that_never_ends(name: str) -> None:
    data = SINGLE[name]
    cut = data.index(b"Blue") if b"Blue" in data else data.index(b"Chestnut")
    refused(data[:cut] + b"A" * 12_000_000 + data[cut:], "larger than|well-formed|not valid CSV")


def test_nesting_without_end() -> None:
    deep = UN.replace(b"<COMMENTS1>", b"<a>" * 5000 + b"</a>" * 5000 + b"<COMMENTS1>", 1)
    refused(deep, "well-formed")
    line = SINGLE["uk.jsonl"].splitlines()[0][:-1] + b', "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    refused(line, "not a whole JSON object")


def test_a_path_that_is_not_there_or_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_list(tmp_path / "missing.xml")
    with pytest.raises(SourceError, match="empty folder"):
        read_list(tmp_path)


# ── anything at all, made from small files ────────────────────────────────────────────────────


def read_or_refuse(data: bytes | Mapping[str, bytes]) -> None:
    try:
        snapshot = read_list(data, name="list", edition=DAY)
    except Article41Error:
        return
    assert snapshot.entities
    assert all(entity.names and entity.caption for entity in snapshot.entities)


def mutate(data: bytes, cuts: list[tuple[int, int, bytes]]) -> bytes:
    for at, length, words in cuts:
        start = at % (len(data) + 1)
        data = data[:start] + words + data[start + length :]
    return data


BITS = st.one_of(
    st.binary(max_size=8),
    st.sampled_from([b"<", b">", b'"', b"\x00", b"\x1a", b"&#0;", b"&amp;", b"-0- ", b"; ", b"\xef\xbb\xbf"]),
    st.sampled_from([b"9" * 400, b"31 Feb 9999", b"0000-00-00", b"\xf0\x9f\x9a\xa2", b"(", b"null", b"[[[{"]),
    st.sampled_from([b"</FIRST_NAME>", b"<uid>1</uid>", b'"schema": 5', b"circa to", b"\r\n", b",,,,"]),
)
CUTS = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 40), BITS), min_size=1, max_size=4)


@pytest.mark.parametrize("name", sorted(SINGLE))
@given(cuts=CUTS)
@settings(max_examples=60)
def test_mutated_files_are_read_or_refused(name: str, cuts: list[tuple[int, int, bytes]]) -> None:
    read_or_refuse(mutate(SINGLE[name], cuts))


@pytest.mark.parametrize("name", sorted(FOLDERS))
@given(data=st.data())
@settings(max_examples=60)
def test_mutated_folders_are_read_or_refused(name: str, data: st.DataObject) -> None:
    files = dict(FOLDERS[name])
    key = data.draw(st.sampled_from(sorted(files)))
    files[key] = mutate(files[key], data.draw(CUTS))
    read_or_refuse(files)


@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_or_refuse(data)

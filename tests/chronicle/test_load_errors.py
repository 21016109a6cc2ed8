"""Faulty record files are refused with file, line and column."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from article41.chronicle.load import DATA, FILES, load_chronicle
from article41.errors import Article41Error, SourceError


def copied(folder: Path) -> Path:
    for name in FILES:
        shutil.copy(DATA / name, folder / name)
    return folder


@pytest.mark.parametrize(
    ("name", "old", "new", "where", "told"),
    [
        ("events.csv", "id,date", "ident,date", "events.csv:1", "unknown column 'ident'"),
        ("events.csv", ",confidence,note", ",note", "events.csv:1", "'confidence' is missing"),
        ("events.csv", "2006-10-09,,", "2006-13-09,,", "events.csv:3", "date: "),
        ("events.csv", "2006-10-09,,", "9 October 2006,,", "events.csv:3", "date: "),
        ("events.csv", ",nuclear-test,KP", ",nuclear-tests,KP", "events.csv:3", "'nuclear-tests'"),
        ("events.csv", "4.2,,magnitude", "4.2,,", "events.csv:3", "low: "),
        ("events.csv", "4.2,,magnitude", "4.2,4.1,magnitude", "events.csv:3", "low: "),
        ("events.csv", "4.2,,magnitude", "four,,magnitude", "events.csv:3", "'four' is not an amount"),
        ("events.csv", ",from knowledge,high,\n", ",,high,\n", "events.csv:5", "source: is missing"),
        ("events.csv", ",from knowledge,high,\n", ",from knowledge,sure,\n", "events.csv:5", "'sure'"),
        ("events.csv", "2006-10-09/nuclear-test,", "2006-07-05/icbm-test,", "events.csv:3", "events.csv:2"),
        ("deliveries.csv", ",reported,2018-01-01", ",guessed,2018-01-01", "deliveries.csv:2", "'guessed'"),
        ("deliveries.csv", "2018-01-01,2018-01-31", "2018-01-31,2018-01-01", "deliveries.csv:2", "end: "),
        ("deliveries.csv", "CN;RU,,570,,", "CN;RU,,,,", "deliveries.csv:2", "no amount"),
        ("deliveries.csv", "CN;RU,,570,,", "CN;RU,,-570,,", "deliveries.csv:2", "not an amount"),
        ("deliveries.csv", "CN;RU,,570,,", "CN;RU,,nan,,", "deliveries.csv:2", "not an amount"),
        ("deliveries.csv", "CN;RU,,570,,", "CN;RU,,1_0,,", "deliveries.csv:2", "not an amount"),
        ("deliveries.csv", "CN;RU,,570,,", "CN;XX,,570,,", "deliveries.csv:2", "'XX'"),
        ("deliveries.csv", "CN;RU,,570,,", "CN;RU,570,,", "deliveries.csv:2", "15 cells"),
        ("deliveries.csv", ",2018-06-28,", ",2017-06-28,", "deliveries.csv:2", "before the period"),
        ("revenue.csv", "cyber,2015-12", "piracy,2015-12", "revenue.csv:2", "'piracy'"),
        ("revenue.csv", "2000000000,2000000000", "2000000000,1", "revenue.csv:2", "high_usd: "),
        ("positions.csv", ",strengthen,", ",strenghten,", "positions.csv:2", "'strenghten'"),
        ("positions.csv", "minerals-export", "mineral-exports", "positions.csv:2", "'mineral-exports'"),
        ("conversions.csv", "11.6,0.086", "11.6,0.86", "conversions.csv:3", "not the inverse"),
        ("reports.csv", ",final,panel", ",finale,panel", "reports.csv:2", "'finale'"),
        ("caps.yaml", "units: [barrel]", "unit: [barrel]", "caps.yaml:8", "unknown key 'unit'"),
        ("caps.yaml", "factor: basket", "factor: baskets", "caps.yaml:9", "'baskets'"),
        ("triggers.yaml", "[nuclear-test, satellite-launch]", "[nuclear]", "triggers.yaml:5", "'nuclear'"),
    ],
)
def test_a_fault_is_named_with_its_line(
    tmp_path: Path, name: str, old: str, new: str, where: str, told: str
) -> None:
    path = copied(tmp_path) / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        load_chronicle(tmp_path)
    assert caught.value.where == where
    assert told in caught.value.message + caught.value.where


def test_a_missing_file_is_an_error_of_its_own(tmp_path: Path) -> None:
    (copied(tmp_path) / "revenue.csv").unlink()
    with pytest.raises(SourceError, match="cannot be read"):
        load_chronicle(tmp_path)


def test_any_change_of_a_file_changes_the_digest(tmp_path: Path) -> None:
    before = load_chronicle(copied(tmp_path)).digest
    path = tmp_path / "deliveries.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",570,", ",571,"), encoding="utf-8")
    assert load_chronicle(tmp_path).digest != before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(name=st.sampled_from(FILES), place=st.floats(0, 1), junk=st.text(max_size=6))
def test_damage_anywhere_loads_or_is_told_and_never_crashes(
    tmp_path: Path, name: str, place: float, junk: str
) -> None:
    path = copied(tmp_path) / name
    text = path.read_text(encoding="utf-8")
    at = int(place * len(text))
    path.write_text(text[:at] + junk + text[at + 1 :], encoding="utf-8", errors="surrogatepass")
    with suppress(Article41Error):
        load_chronicle(tmp_path)

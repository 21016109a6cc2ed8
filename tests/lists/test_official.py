"""The real editions: counts as their publishers and our own notes state them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from tests.lists.conftest import one

from article41.errors import SourceError
from article41.lists.delta import Weight, delta
from article41.lists.entity import IdentifierKind, Schema
from article41.lists.read import read_list
from article41.lists.snapshot import Snapshot

pytestmark = pytest.mark.slow
UN = {
    "2017-07-03": (650, 371, 53, 46),
    "2018-06-07": (693, 405, 80, 75),
    "2018-06-21": (695, 405, 80, 75),
    "2018-08-24": (701, 397, 80, 75),
    "2018-10-29": (703, 390, 80, 75),
    "2020-11-24": (713, 305, 80, 75),
    "2021-03-12": (711, 293, 80, 75),
    "2024-05-15": (682, 193, 80, 75),
    "2025-04-19": (684, 193, 80, 75),
    "2025-11-20": (727, 273, 80, 75),
    "2026-02-27": (730, 273, 80, 75),
}
DELTAS = [(84, 7, 30), (2, 0, 0), (6, 8, 14), (3, 8, 9), (28, 103, 596), (4, 18, 93), (34, 163, 689)]
DELTAS += [(7, 5, 159), (126, 3, 16), (4, 1, 2)]


@pytest.fixture(scope="module")
def un(shared: Path) -> list[Snapshot]:
    return [read_list(shared / "un-sc" / f"consolidated-{day}.xml.xz") for day in UN]


def under(snapshot: Snapshot, start: str) -> int:
    return sum(any(word.startswith(start) for word in row.programmes) for row in snapshot.entities)


def test_eleven_editions_of_the_un_list(un: list[Snapshot]) -> None:
    for snapshot, (day, counts) in zip(un, UN.items(), strict=True):
        kp = Counter(row.listings[0].reference[:3] for row in snapshot.entities)
        assert snapshot.edition == date.fromisoformat(day)
        assert (snapshot.counts["Person"], snapshot.counts["Organization"], kp["KPi"], kp["KPe"]) == counts


def test_changes_between_the_un_editions(un: list[Snapshot]) -> None:
    found = [delta(old, new) for old, new in pairwise(un)]
    assert [(len(row.listed), len(row.delisted), len(row.amended)) for row in found] == DELTAS


def test_phantoms_of_the_2024_edition_are_told_from_amendments(un: list[Snapshot]) -> None:
    """159 entries differ; only 16 of them carry a date of amendment, and those alone are of substance."""
    found = delta(un[7], un[8])
    weights = Counter(row.weight for row in found.amended)
    assert weights == {Weight.PHANTOM: 138, Weight.SUBSTANCE: 16, Weight.FORM: 5}
    assert all(row.dated for row in found.amended if row.weight is Weight.SUBSTANCE)
    assert not any(row.dated for row in found.amended if row.weight is Weight.PHANTOM)


def test_dprk_company_numbers_are_not_ships(un: list[Snapshot]) -> None:
    newest = un[-1]
    numbers = [n for row in newest.entities for n in row.identifiers if n.kind is IdentifierKind.IMO]
    assert len(numbers) == 16
    assert {number.note for number in numbers} == {"company"}


def test_a_birth_date_with_several_readings_is_not_lost(un: list[Snapshot]) -> None:
    several = sum(len(row.birth_dates) > 1 for row in un[-1].entities)
    assert several >= 110


def test_the_mangled_edition_is_refused(shared: Path) -> None:
    with pytest.raises(SourceError, match="not well-formed"):
        read_list(shared / "damaged" / "un-consolidated-2025-08-16-mangled.xml.xz")


def test_1718_ships(shared: Path) -> None:
    snapshot = read_list(shared / "un-1718-vessels" / "1718-designated-vessels-2020-06-04.csv")
    assert snapshot.edition == date(2020, 6, 4)
    assert len(snapshot.entities) == 59
    numbered = [n for row in snapshot.entities for n in row.identifiers if n.kind is IdentifierKind.IMO]
    assert len(numbered) == 58
    assert not any(number.doubtful for number in numbered)
    days = Counter(row.listings[0].listed_on for row in snapshot.entities)
    assert days == {
        date(2017, 6, 21): 22,
        date(2017, 10, 3): 4,
        date(2017, 12, 28): 4,
        date(2018, 3, 30): 26,
        date(2018, 10, 16): 3,
    }
    assert Counter(
        words.split(" (")[0] for row in snapshot.entities for words in row.listings[0].measures
    ) == {
        "asset freeze": 2 + 13 + 22,
        "de-flagging": 14,
        "port entry ban": 35,
    }


def test_ofac_sdn(sdn_2024: Snapshot) -> None:
    snapshot = sdn_2024
    assert snapshot.edition == date(2024, 5, 7)
    assert snapshot.counts == {"Organization": 6884, "Person": 6855, "Vessel": 851, "Airplane": 376}
    assert under(snapshot, "DPRK") == 484
    wallets = [n for row in snapshot.entities for n in row.identifiers if n.kind is IdentifierKind.WALLET]
    assert (len(wallets), len({number.value for number in wallets})) == (603, 587)
    unread = [row for row in snapshot.entities if "dateOfBirthList" in row.raw and not row.birth_dates]
    assert not unread


def test_ofac_2021_in_the_older_namespace_and_in_csv(shared: Path) -> None:
    xml = read_list(shared / "us-ofac" / "xml" / "sdn-2021-03-10.xml.xz")
    assert (len(xml.entities), under(xml, "DPRK")) == (8832, 414)
    csv = read_list(shared / "us-ofac" / "csv-2021-07", edition=date(2021, 7, 7))
    assert (len(csv.entities), under(csv, "DPRK")) == (8976, 414)
    tian = one(csv, "28263")
    assert "snowsjohn" in [name.text for name in tian.names]  # cut as `snowsjo` + `hn`
    assert any(n.value == "1GqChmWqGtsaLrGbHfgdrV5Nkvahtjjuxr" for n in one(csv, "30518").identifiers)
    same = {row.id: row for row in xml.entities}
    both = [(row, same[row.id]) for row in csv.entities if row.id in same]
    assert len(both) > 8000
    agree = sum({n.value for n in a.identifiers} == {n.value for n in b.identifiers} for a, b in both)
    assert agree / len(both) > 0.97  # two formats of one publisher, four months apart


@pytest.mark.parametrize(("day", "count"), [("2024-05-06", 443), ("2025-03-28", 443)])
def test_ofac_consolidated(shared: Path, day: str, count: int) -> None:
    snapshot = read_list(shared / "us-ofac" / "xml" / f"consolidated-nonsdn-{day}.xml.xz")
    assert (snapshot.source, len(snapshot.entities)) == ("us-ofac-cons", count)


def test_wallet_lists_and_their_difference(shared: Path) -> None:
    folder = shared / "us-ofac" / "digital-currency"
    old, new = read_list(folder / "2024-09-27"), read_list(folder / "2025-06-20")

    def rows(snapshot: Snapshot) -> set[tuple[str, str]]:
        return {(n.currency, n.value) for row in snapshot.entities for n in row.identifiers}

    assert (len(rows(old)), len(rows(new))) == (654, 634)
    assert Counter(currency for currency, _ in rows(old) - rows(new)) == {"ETH": 90}
    assert len(rows(new) - rows(old)) == 70


@pytest.mark.parametrize(("day", "records", "prk"), [("2021-03-02", 2269, 224), ("2024-05-13", 4811, 245)])
def test_eu(shared: Path, day: str, records: int, prk: int) -> None:
    snapshot = read_list(shared / "eu-fsf" / f"fsf-full-1.1-{day}.xml.xz")
    assert sum(len(row.raw.get("records", [1])) for row in snapshot.entities) == records
    assert under(snapshot, "PRK") == prk

    if day < "2024":
        return
    ships = [row.caption for row in snapshot.entities if row.schema is Schema.VESSEL]
    assert ships == ["Unica", "New Konk"]
    assert sum("Islamic calendar" in note for row in snapshot.entities for note in row.notes) == 4


def test_uk_canada_japan_and_the_screening_list(shared: Path) -> None:
    uk = read_list(shared / "gb-uksl" / "uk-sanctions-list-2026-08-22.derived.jsonl.xz")
    assert uk.counts == {"Person": 4036, "Organization": 1647, "Vessel": 666}
    un_dprk = {
        row.listings[0].un_reference for row in uk.entities if row.listings[0].un_reference[:2] == "KP"
    }
    assert len(un_dprk) == 155
    canada = read_list(shared / "ca-gac" / "sema-consolidated-last-listing-2025-03-20.xml.xz")
    assert (len(canada.entities), canada.counts["Vessel"]) == (4759, 109)
    us = read_list(shared / "us-ita" / "consolidated-screening-list-2022-04.csv.gz")
    assert us.edition == date(2022, 4, 21)
    assert sum(len(row.raw.get("records", [1])) for row in us.entities) == 14160
    assert under(us, "DPRK") == 428


def test_japan(shared: Path) -> None:
    snapshot = read_list(shared / "jp-mof" / "shisantouketsu-2026-03-05.xlsx")
    sheets = Counter(row.listings[0].reference.split("-")[0] for row in snapshot.entities)
    assert [sheets[str(number)] for number in range(13, 18)] == [16, 75, 80, 75, 84]
    numbered = one(snapshot, "jp-mof:15-6")
    assert numbered.birth_dates[0].start == "1964-06-18"

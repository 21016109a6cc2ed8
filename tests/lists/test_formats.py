"""Every format, on small files of our own: what stands in the file stands in the entity."""

from __future__ import annotations

from datetime import date

import pytest
from tests.lists.conftest import FILES, one

from article41.errors import SourceError
from article41.lists.entity import Entity, IdentifierKind, NameQuality, Schema
from article41.lists.read import read_list
from article41.lists.snapshot import Snapshot

STRONG, WEAK, FORMER = NameQuality.STRONG, NameQuality.WEAK, NameQuality.FORMER


def read(name: str) -> Snapshot:
    return read_list(FILES / name)


def names(entity: Entity) -> list[tuple[str, NameQuality]]:
    return [(name.text, name.quality) for name in entity.names]


def numbers(entity: Entity, kind: IdentifierKind) -> list[str]:
    return [number.value for number in entity.identifiers if number.kind is kind]


def births(entity: Entity) -> list[tuple[str, str, bool]]:
    return [(born.start, born.end, born.circa) for born in entity.birth_dates]


@pytest.mark.parametrize(
    ("name", "source", "edition", "count"),
    [
        ("un.xml", "un-sc", date(2030, 3, 1), 3),
        ("vessels-2030-01-02.csv", "un-1718-vessels", date(2030, 1, 2), 3),
        ("sdn.xml", "us-ofac-sdn", date(2030, 2, 28), 4),
        ("wallets/2030-02-03", "us-ofac-wallets", date(2030, 2, 3), 2),
        ("eu.xml", "eu-fsf", date(2030, 2, 13), 3),
        ("sema.xml", "ca-sema", date(2029, 11, 2), 3),
        ("uk.xml", "gb-uksl", date(2030, 2, 5), 2),
        ("uk.jsonl", "gb-uksl", date(2030, 1, 19), 2),
        ("csl.csv", "us-csl", date(2030, 1, 5), 2),
        ("entities.ftm.json", "ftm", date(2030, 2, 1), 3),
        ("targets.nested.json", "ftm", date(2030, 2, 1), 1),
        ("targets.simple.csv", "ftm", date(2030, 2, 1), 2),
        ("shisantouketsu-2030-02-05.xlsx", "jp-mof", date(2030, 2, 5), 3),
    ],
)
def test_the_format_is_told_from_the_bytes(name: str, source: str, edition: date, count: int) -> None:
    snapshot = read(name)
    assert (snapshot.source, snapshot.edition, len(snapshot.entities)) == (source, edition, count)
    assert len(snapshot.digest) == 64
    assert all(entity.raw for entity in snapshot.entities)


def test_un_person() -> None:
    kang = one(read("un.xml"), "KPi.901")
    assert kang.schema is Schema.PERSON
    assert kang.names[0].parts == (("last", "KANG"), ("first", "PYOL BAM"))
    assert names(kang) == [
        ("KANG PYOL BAM", STRONG),
        ("Kang Byol Bam", STRONG),
        ("姜別栗", STRONG),
        ("KANG PYO’L-BAM", STRONG),
        ("Chestnut", WEAK),
    ]
    assert births(kang) == [
        ("1961", "1961", False),  # "EXACT" with a year alone is a year
        ("1963", "1963", True),
        ("1959", "1962", False),
        ("1960-02-29", "1960-02-29", False),
    ]
    (listing,) = kang.listings
    assert listing.listed_on == date(2027, 5, 6)  # the offset after the day is no part of it
    assert listing.amended_on == (date(2027, 12, 31), date(2028, 1, 2))
    assert kang.nationalities == ("KP",)
    assert kang.birth_places == ("Sinuiju",)  # "na" is not available, and not Namibia
    passport, national = kang.identifiers
    assert (passport.value, passport.doubtful) == ("900111222", True)
    assert (national.kind, national.value, national.country) == (IdentifierKind.NATIONAL_ID, "654781", "JO")


def test_un_entity_with_acronym_second_name_and_company_number() -> None:
    calm = one(read("un.xml"), "KPe.901")
    assert names(calm) == [
        ("MORNING CALM FREIGHT COMPANY, LIMITED", STRONG),
        ("MCF", WEAK),
        ("CALM SEA LINES", STRONG),
        ("EVENING CALM", FORMER),
    ]
    assert calm.linked == ("KPe.902",)
    (number,) = calm.identifiers
    assert (number.kind, number.value, number.note) == (IdentifierKind.IMO, "5571391", "company")


def test_ships_keep_names_numbers_and_measures_apart() -> None:
    snapshot = read("vessels-2030-01-02.csv")
    crane = one(snapshot, "9074729")
    assert [name.text for name in crane.names] == ["Blue Crane", "Chong Hak"]
    assert numbers(crane, IdentifierKind.MMSI) == ["445999001", "515999002"]
    assert crane.linked == ("KPe.020",)
    lantern = one(snapshot, "PAPER LANTERN")
    assert not lantern.identifiers
    assert lantern.notes
    assert lantern.linked == ("KPe.901",)
    assert ["de-flag" in words for words in lantern.listings[0].measures] == [True, False]
    assert one(snapshot, "IMO9074720").identifiers[0].doubtful  # its check digit is wrong


def test_ofac_xml() -> None:
    snapshot = read("sdn.xml")
    kang = one(snapshot, "90001")
    assert names(kang) == [("KANG, Pyol Bam", STRONG), ("CHESTNUT", WEAK), ("GANG, Byol Bam", FORMER)]
    assert births(kang) == [("1960", "1965", True), ("1961-09-08", "1961-09-08", False)]
    assert kang.linked == ("MORNING CALM FREIGHT", "CALM SEA (HK) LINES")
    assert kang.genders == ("male",)
    kinds = [number.kind for number in kang.identifiers]
    assert kinds == [
        IdentifierKind.PASSPORT,
        IdentifierKind.WALLET,
        IdentifierKind.WALLET,
        IdentifierKind.OTHER,
    ]
    crane = one(snapshot, "90003")
    assert numbers(crane, IdentifierKind.IMO) == ["9074729"]  # "RS 999999" is none
    assert crane.countries == ("KP", "KH")
    assert one(snapshot, "90004").schema is Schema.AIRPLANE


def test_a_wallet_is_found_in_either_spelling_and_a_base58_one_in_its_own() -> None:
    kang = one(read("sdn.xml"), "90001")
    assert numbers(kang, IdentifierKind.WALLET) == [
        "1TestTestTestTestTestTestTestTest99",
        "0xabcdef0123456789abcdef0123456789abcdef01",
    ]
    shared = one(read("wallets/2030-02-03"), "0xABCDEF0123456789abcdef0123456789ABCDEF01")
    assert [number.currency for number in shared.identifiers] == ["ETH", "XBT"]


def test_ofac_csv_joins_what_was_cut_in_the_middle_of_a_wallet() -> None:
    with pytest.raises(SourceError, match="does not say of which day"):
        read("ofac-csv")
    snapshot = read_list(FILES / "ofac-csv", edition=date(2030, 1, 1))
    assert len(snapshot.entities) == 3  # the byte 0x1A at the end is no row
    kang = one(snapshot, "90001")
    assert numbers(kang, IdentifierKind.WALLET) == [
        "1TestTestTestTestTestTestTestTest99",
        "1SecondTestAddress2222222222222222",
    ]
    assert births(kang) == [("1987-01-10", "1987-01-10", False), ("1985", "1985", True)]
    assert names(kang) == [
        ("KANG, Pyol Bam", STRONG),
        ("GANG, Byol Bam", STRONG),
        ("CHESTNUT", WEAK),
        ("OLD CHESTNUT", FORMER),
    ]
    assert kang.programmes == ("DPRK3", "CYBER2")
    assert kang.linked == ("MORNING CALM FREIGHT",)
    assert numbers(kang, IdentifierKind.PASSPORT) == ["900111222"]
    assert one(snapshot, "90002").names[0].text == "MORNING CALM FREIGHT, LIMITED"


def test_eu_dates_of_the_islamic_calendar_are_not_gregorian() -> None:
    snapshot = read("eu.xml")
    kang = one(snapshot, "EU.90001.1")
    assert births(kang) == [
        ("1961-09", "1961-09", True),
        ("1982-04-19", "1982-04-19", False),  # the list converted this one itself
        ("1959", "1962", False),
    ]
    assert kang.notes == ("a birth date in the Islamic calendar (1343) was not converted",)
    assert kang.caption == "KANG Pyol Bam"
    assert (kang.names[1].text, kang.names[1].language) == ("강별밤", "ko")
    assert kang.identifiers[0].doubtful
    assert kang.identifiers[0].note == "known to be false"


def test_eu_ships_stand_as_enterprises_and_company_numbers_look_like_ships() -> None:
    snapshot = read("eu.xml")
    assert one(snapshot, "EU.90003.3").schema is Schema.VESSEL
    calm = one(snapshot, "EU.90002.2")
    assert calm.schema is Schema.ORGANIZATION
    assert [n.note for n in calm.identifiers if n.kind is IdentifierKind.IMO] == ["company"]
    assert [row.programme for row in calm.listings] == ["PRK", "SYR"]  # two records, one party


def test_canada() -> None:
    person, company, ship = read("sema.xml").entities
    assert births(person) == [("1972", "1972", False), ("1974", "1974", False)]
    assert [name.text for name in company.names] == ["Calm Sea", "Calm Sea Lines, Ltd", "Stille See"]
    assert (ship.schema, numbers(ship, IdentifierKind.IMO)) == (Schema.VESSEL, ["9074729"])
    assert not ship.birth_dates  # the year it was built is not a birth


def test_japan() -> None:
    snapshot = read("shisantouketsu-2030-02-05.xlsx")
    kang, ri, calm = snapshot.entities
    assert births(kang) == [("1961-09-08", "1961-09-08", False)]  # a serial number of Excel
    assert kang.listings[0].amended_on == (date(2030, 1, 3),)
    assert numbers(kang, IdentifierKind.PASSPORT) == ["900111222"]
    assert ("1967", "1969", False) in births(ri)
    assert ("1961-01", "1961-01", True) in births(ri)
    assert ("Morning Calm Freight Co., Ltd", STRONG) in names(calm)
    assert ("MCF", WEAK) in names(calm)
    assert ("Calm Sea Lines", STRONG) in names(calm)
    assert ("Evening Calm", FORMER) in names(calm)
    assert not any("Lifted" in name.text for row in snapshot.entities for name in row.names)


def test_united_kingdom() -> None:
    kang, crane = read("uk.jsonl").entities
    assert names(kang) == [("Pyol Bam KANG", STRONG), ("Pyol Bam Kang", WEAK), ("강별밤", STRONG)]
    assert kang.listings[0].un_reference == "KPi.901"
    assert crane.listings[0].measures == ("de-flag", "prohibition of port entry")
    assert crane.linked == ("KPe.901",)


def test_united_kingdom_in_its_own_xml() -> None:
    snapshot = read("uk.xml")
    kang, crane = snapshot.entities
    assert names(kang) == [("Pyol Bam KANG", STRONG), ("Chestnut", WEAK), ("강별밤", STRONG)]
    assert births(kang) == [("1961", "1961", False), ("1961-09-08", "1961-09-08", False)]  # dd/mm masked
    assert kang.listings[0].listed_on == date(2029, 10, 3)
    assert kang.listings[0].un_reference == "KPi.901"
    assert numbers(kang, IdentifierKind.PASSPORT) == ["900111222"]
    assert kang.addresses[0].country == "KP"
    assert numbers(crane, IdentifierKind.IMO) == ["9074729"]
    assert any("not yet tried" in note for note in snapshot.notes)


def test_screening_list_of_thirteen_lists() -> None:
    kang, calm = read("csl.csv").entities
    assert kang.id == "us-csl:SDN-90001"
    assert [(n.kind, n.country) for n in kang.identifiers] == [
        (IdentifierKind.PASSPORT, "KP"),
        (IdentifierKind.WALLET, ""),
    ]
    assert calm.id == "us-csl:EL-abc123"
    assert calm.countries == ("KP",)


@pytest.mark.parametrize("name", ["entities.ftm.json", "targets.nested.json"])
def test_follow_the_money(name: str) -> None:
    kang = one(read(name), "KPi.901")
    assert numbers(kang, IdentifierKind.PASSPORT) == ["900111222"]
    assert kang.addresses[0].country == "KP"
    assert kang.listings[0].listed_on == date(2027, 5, 6)
    assert not any("Innocent" in row.caption for row in read(name).entities)


def test_simple_targets_have_numbers_of_unknown_kind() -> None:
    kang, crane = read("targets.simple.csv").entities
    assert [name.text for name in kang.names] == ["Kang Pyol Bam", "Gang Byol Bam", "Kang; the Clerk"]
    assert [number.kind for number in kang.identifiers] == [IdentifierKind.OTHER]
    assert numbers(crane, IdentifierKind.IMO) == ["9074729"]


def test_an_edition_without_a_day_takes_the_one_stated() -> None:
    data = {path.name: path.read_bytes() for path in (FILES / "ofac-csv").iterdir()}
    snapshot = read_list(data, edition=date(2031, 1, 1))
    assert snapshot.edition == date(2031, 1, 1)
    assert any("stated by the user" in note for note in snapshot.notes)


def test_compressed_or_not_it_is_the_same_edition(tmp_path) -> None:
    import gzip
    import lzma

    plain = (FILES / "un.xml").read_bytes()
    assert read_list(lzma.compress(plain)) == read_list(gzip.compress(plain)) == read_list(plain)
    assert (
        read_list(gzip.compress(plain[:900]) + gzip.compress(plain[900:])).digest == read_list(plain).digest
    )

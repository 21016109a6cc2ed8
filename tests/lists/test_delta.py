"""What changed between two editions, and how much a change weighs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.lists.conftest import FILES, one

from article41.errors import UnknownNameError
from article41.lists.delta import Amendment, Weight, delta
from article41.lists.read import read_list
from article41.lists.snapshot import Snapshot

UN = (FILES / "un.xml").read_text(encoding="utf-8")


def un(text: str = UN, edition: str = "2030-03-01") -> Snapshot:
    return read_list(text.replace("2030-03-01", edition).encode())


def amendments(text: str, old: str = "2030-03-01", new: str = "2030-04-01") -> tuple[Amendment, ...]:
    return delta(un(UN, old), un(text, new)).amended


def test_nothing_changed() -> None:
    found = delta(un(), un(edition="2030-04-01"))
    assert (found.listed, found.amended, found.delisted) == ((), (), ())
    assert (found.old, found.new) == (date(2030, 3, 1), date(2030, 4, 1))


def test_listed_and_delisted_by_reference_not_by_order() -> None:
    start, end = UN.index("    <INDIVIDUAL>\n      <FIRST_NAME>MARIA"), UN.index("  </INDIVIDUALS>")
    fewer = UN[:start] + UN[end:]
    assert [row.caption for row in delta(un(), un(fewer)).delisted] == ["MARIA TEST PERSON"]
    assert [row.caption for row in delta(un(fewer), un()).listed] == ["MARIA TEST PERSON"]
    turned = Snapshot(source="un-sc", edition=date(2030, 4, 1), digest="", entities=un().entities[::-1])
    assert delta(un(), turned).amended == ()


def test_a_new_alias_is_an_amendment_of_substance() -> None:
    alias = "<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>K. Bam</ALIAS_NAME></INDIVIDUAL_ALIAS>"
    text = UN.replace("<INDIVIDUAL_ADDRESS>", alias + "<INDIVIDUAL_ADDRESS>", 1)
    (row,) = amendments(text)
    assert (row.reference, row.weight, row.dated) == ("KPi.901", Weight.SUBSTANCE, ())
    (change,) = row.changes
    assert (change.field, change.removed) == ("names", ())
    assert "K. Bam" in change.added[0]


def test_a_date_of_amendment_is_told() -> None:
    (row,) = amendments(
        UN.replace("<VALUE>2028-01-02</VALUE>", "<VALUE>2028-01-02</VALUE><VALUE>2030-03-20</VALUE>")
    )
    assert row.dated == (date(2030, 3, 20),)


def test_a_remark_the_entity_does_not_hold_is_still_an_amendment() -> None:
    (row,) = amendments(UN.replace("Works for a firm", "Died in 2029. Works for a firm"))
    assert [(change.field, change.weight) for change in row.changes] == [("COMMENTS1", Weight.SUBSTANCE)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("KANG PYO’L-BAM", "Kang Pyo'l Bam"),
        ("<DATAID>1</DATAID>", "<DATAID>2</DATAID>"),
        ("MORNING CALM FREIGHT COMPANY, LIMITED", "MORNING CALM FREIGHT COMPANY LIMITED"),
        ("works for a firm", "works for a firm"),
    ],
)
def test_marks_capitals_and_record_numbers_are_form_only(before: str, after: str) -> None:
    for row in amendments(UN.replace(before, after)):
        assert row.weight is Weight.FORM
        assert all(change.because for change in row.changes)


def test_a_lost_birth_date_is_a_phantom_only_in_the_edition_known_for_it() -> None:
    lost = UN.replace(
        "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1963</YEAR>"
        "</INDIVIDUAL_DATE_OF_BIRTH>",
        "",
    )
    assert lost != UN
    (into,) = amendments(lost, "2021-03-12", "2024-05-15")
    assert into.weight is Weight.PHANTOM
    assert "2024-05-15" in into.changes[0].because
    (back,) = delta(un(lost, "2024-05-15"), un(UN, "2025-04-19")).amended
    assert back.weight is Weight.PHANTOM
    (other,) = amendments(lost, "2025-04-19", "2025-11-20")
    assert other.weight is Weight.SUBSTANCE
    dated = lost.replace("<VALUE>2028-01-02</VALUE>", "<VALUE>2024-01-05</VALUE>")
    (real,) = amendments(dated, "2021-03-12", "2024-05-15")
    assert real.weight is Weight.SUBSTANCE  # the list itself says that the entry was amended


def test_a_number_marked_false_is_an_amendment() -> None:
    old = un()
    kang = one(old, "KPi.901")
    numbers = (replace(kang.identifiers[0], doubtful=False), *kang.identifiers[1:])
    new = replace(old, entities=(replace(kang, identifiers=numbers), *old.entities[1:]))
    (row,) = delta(old, new).amended
    assert row.changes[0].field == "identifiers"


def test_two_different_lists_are_not_compared() -> None:
    with pytest.raises(UnknownNameError, match="different lists"):
        delta(un(), read_list(FILES / "eu.xml"))

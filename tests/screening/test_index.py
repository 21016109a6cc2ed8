"""What screening promises: no hole, no order, no surprise from adding a list; and every part explained."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article41.lists.dates import read_date
from article41.lists.embedded import embedded
from article41.lists.entity import Entity, Identifier, IdentifierKind, Listing, Name, NameQuality, Schema
from article41.lists.snapshot import Snapshot
from article41.screening.ask import make_query
from article41.screening.identifiers import imo_check_holds
from article41.screening.index import Index, Screened
from article41.screening.query import Query, Thresholds

NAMES = [(entity, name) for entity in embedded().entities for name in entity.names]
LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyz")


@cache
def index() -> Index:
    return Index([embedded()])


def one(name: str = "", **stated: str | list[str]) -> Screened:
    return index().screen([make_query(name, **stated)])[0]


def hits(screened: Screened) -> set[tuple[str, float]]:
    return {(match.entity.id, match.score) for match in screened.matches}


def party(reference: str, *names: str, source: str = "test", schema: Schema = Schema.PERSON) -> Entity:
    return Entity(
        id=f"{source}:{reference}",
        schema=schema,
        names=tuple(Name(text=name) for name in names),
        listings=(Listing(source=source, reference=reference, listed_on=date(2017, 12, 22)),),
    )


def snapshot(*entities: Entity, source: str = "test") -> Snapshot:
    return Snapshot(source=source, edition=date(2024, 1, 1), digest="0" * 64, entities=entities)


# ── no holes ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("entity", "name"), NAMES, ids=lambda value: getattr(value, "text", ""))
def test_every_listed_name_finds_its_party_with_full_score(entity: Entity, name: Name):
    found = index().screen([Query(name=name.text, schema=entity.schema)])[0]
    mine = next(match for match in found.matches if match.entity.id == entity.id)
    assert mine.name_score == 1.0
    assert mine.score == 1.0


@given(st.sampled_from(NAMES), st.sampled_from(["upper", "lower", "title"]), st.integers(1, 3))
def test_case_and_blanks_do_not_matter(pair: tuple[Entity, Name], case: str, blanks: int):
    entity, name = pair
    written = (" " * blanks).join(getattr(name.text, case)().split())
    found = index().screen([Query(name=f" {written} ", schema=entity.schema)])[0]
    assert any(match.entity.id == entity.id and match.name_score == 1.0 for match in found.matches)


@given(st.permutations(["Saddiq", "Abdulrahman", "Moustafa"]))
def test_the_order_of_words_hardly_matters(words: list[str]):
    listed = Index([snapshot(party("1", "Abdulrahman Moustafa Saddiq"))])
    found = listed.screen([Query(name=" ".join(words), schema=Schema.PERSON)])[0]
    assert found.matches[0].name_score >= 0.95


def test_a_korean_family_name_may_stand_first_or_last():
    for name in ("Ri Pyong Chol", "Pyong Chol Ri", "RI, Pyong-chol"):
        assert best(name).reference == "KPi.076"


@pytest.mark.parametrize(
    ("name", "reference"),
    [
        ("Kmi Yogn Chlo", "KPi.024"),  # every word misspelt
        ("KimYongChol", "KPi.024"),  # run together
        ("Kim Yongchol", "KPi.024"),
        ("김영철", "KPi.024"),
        ("Korea Minnig Developmnet Tradign", "KPe.001"),
        ("Chon Myogn 1", "IMO8712362"),
    ],
)
def test_a_disturbed_name_still_finds_its_party(name: str, reference: str):
    found = one(name, type="vessel" if reference.startswith("IMO") else "")
    assert reference in {match.reference for match in found.matches}


def test_a_record_that_sounds_alike_is_not_lost_to_one_that_shares_a_word():
    listed = snapshot(party("1", "Muhammad Jaafar"), party("2", "Mohamed Smith"), party("3", "Jafar Brown"))
    found = Index([listed]).screen([Query(name="Mohammed Jafar", schema=Schema.PERSON)])[0]
    assert found.matches[0].reference == "1"


@given(st.sampled_from(NAMES), st.data())
def test_one_wrong_letter_in_a_long_name_is_forgiven(pair: tuple[Entity, Name], data: st.DataObject):
    entity, name = pair
    if entity.schema is not Schema.ORGANIZATION or len(name.text) < 20 or not name.text.isascii():
        return
    long = [n for n, sign in enumerate(name.text) if sign.isalpha()]
    place = data.draw(st.sampled_from(long))
    wrong = name.text[:place] + data.draw(LETTERS) + name.text[place + 1 :]
    found = index().screen([Query(name=wrong, schema=entity.schema)])[0]
    assert entity.id in {match.entity.id for match in found.matches}


# ── nothing depends on company ────────────────────────────────────────────────────────────────


QUERIES = [
    Query(name=text, schema=schema)
    for text, schema in [
        ("Ri Pyong Chol", Schema.PERSON),
        ("Kim Jong Sik", Schema.PERSON),
        ("Li Hong Su", Schema.LEGAL_ENTITY),
        ("Korea General Trading", Schema.COMPANY),
        ("Mohammed Ali", Schema.PERSON),
        ("Chon Myong", Schema.VESSEL),
        ("Jane Roe", Schema.PERSON),
        ("", Schema.LEGAL_ENTITY),
    ]
]


def test_adding_a_list_never_removes_or_changes_a_hit():
    more = snapshot(
        *(
            party(str(n), f"Ri Pyong {word}", f"Kim {word} Chol")
            for n, word in enumerate(("Su", "Ho", "Chol"))
        ),
        *(party(f"c{n}", f"Korea {word} Trading", schema=Schema.COMPANY) for n, word in enumerate("abc")),
        source="other",
    )
    alone = index().screen(QUERIES)
    together = Index([embedded(), more]).screen(QUERIES)
    for before, after in zip(alone, together, strict=True):
        assert hits(before) <= hits(after)


@settings(max_examples=20)
@given(st.permutations(QUERIES))
def test_a_batch_gives_what_each_query_gives_alone_in_any_order(queries: list[Query]):
    together = index().screen(queries)
    assert [answer.query for answer in together] == queries
    for query, answer in zip(queries, together, strict=True):
        assert index().screen([query])[0] == answer


@settings(max_examples=10)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_list_does_not_matter(random) -> None:
    entities = list(embedded().entities)
    random.shuffle(entities)
    other = Index([replace(embedded(), entities=tuple(entities))])
    for before, after in zip(index().screen(QUERIES), other.screen(QUERIES), strict=True):
        assert hits(before) == hits(after)


@given(st.text(max_size=80), st.sampled_from(list(Schema)))
def test_no_text_breaks_screening(text: str, schema: Schema):
    found = index().screen([Query(name=text, schema=schema)])[0]
    assert all(0.0 <= match.score <= 1.0 for match in found.matches)


def test_an_empty_index_finds_nothing():
    assert Index([]).screen([Query(name="Ri Pyong Chol")])[0].matches == ()


# ── what speaks for and against ───────────────────────────────────────────────────────────────


def best(name: str = "", **stated: str):
    return one(name, **stated).matches[0]


def test_a_score_is_the_sum_of_its_parts():
    match = best("Ri Pyong Chul", birth_date="1948", nationality="KP")
    total = match.name_score + sum(part.points for part in match.qualifiers)
    assert match.score == pytest.approx(min(1.0, total))
    assert {part.name for part in match.qualifiers} == {"birth date", "nationality"}


def test_another_birth_date_sets_a_namesake_aside_but_does_not_hide_him():
    found = one("Ri Pyong Chul", type="person", birth_date="1981-05-05")
    assert found.matches == ()
    assert [match.reference for match in found.set_aside] == ["KPi.076"]
    assert "33 years apart" in found.set_aside[0].because


def test_an_equal_imo_number_finds_a_ship_under_any_name():
    match = best("Renamed Star", imo="IMO 7303803")
    assert (match.entity.caption, match.score) == ("AN SAN 1", 1.0)
    assert match.by_identifier


def test_a_number_alone_is_enough():
    assert best(imo="7303803").score == 1.0


def test_another_imo_number_speaks_against_a_ship_of_the_same_name():
    found = one("Chon Myong 1", type="vessel", imo="9074729")
    assert found.matches == ()
    assert "another number of the same kind" in found.set_aside[0].because


@pytest.mark.parametrize("wrong", ["8987334", "898733", "89873333", "8978333"])
def test_a_number_that_cannot_exist_next_to_a_listed_one_is_no_clear(wrong: str):
    found = one("Some Ship", type="vessel", imo=wrong)
    match = found.matches[0]
    assert match.entity.caption == "Ryo Myong"
    assert Thresholds().possible <= match.score < Thresholds().strong
    assert match.by_slip
    assert not match.by_identifier
    assert "one slip away from the listed 8987333" in match.because


def test_a_slip_in_the_number_does_not_speak_against_a_ship_of_the_same_name():
    assert best("Ryo Myong", type="vessel", imo="8987334").score == 1.0


def test_a_valid_number_one_digit_away_is_another_ship():
    assert imo_check_holds("8987383")
    found = one("Some Ship", type="vessel", imo="8987383")
    assert (found.matches, found.set_aside) == ((), ())


def test_a_person_is_no_ship_whatever_number_he_gives_but_it_is_shown():
    found = one("Some Body", type="person", imo="8987334")
    assert found.matches == ()
    assert found.set_aside[0].entity.caption == "Ryo Myong"


def test_who_also_states_a_valid_number_of_his_own_is_another_ship():
    found = one("Some Ship", type="vessel", imo=["8987334", "9074729"])
    assert "Ryo Myong" not in [match.entity.caption for match in found.matches]


def test_a_wrong_imo_number_is_said_with_the_listed_one_next_to_it():
    found = one("Renamed Star", imo="7303804")
    assert [match.entity.caption for match in found.matches] == ["AN SAN 1"]
    assert any("check digit is wrong" in note for note in found.notes)
    assert any("7303803 is listed: AN SAN 1" in note for note in found.notes)


def test_a_wallet_is_found_without_regard_to_case_where_the_form_has_none():
    address = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
    wallet = Identifier(kind=IdentifierKind.WALLET, value=address, currency="USDT")
    listed = Index([snapshot(replace(party("1", "Somebody"), identifiers=(wallet,)))])
    found = listed.screen([make_query(wallet=address.lower())])[0].matches[0]
    assert found.score == 1.0
    assert "listed under USDT" in found.because


def test_a_document_flagged_by_the_list_proves_less():
    sound = Identifier(kind=IdentifierKind.PASSPORT, value="PS836420186", country="KP")
    false = replace(sound, doubtful=True, note="false")
    lists = [snapshot(replace(party("1", "Somebody"), identifiers=(mark,))) for mark in (sound, false)]
    scores = [Index([one]).screen([make_query(identifier="passport:KP:PS 836420186")])[0] for one in lists]
    assert scores[0].matches[0].score > 0.95 > scores[1].matches[0].score
    assert "the list flags: false" in scores[1].matches[0].because


def test_a_number_issued_elsewhere_or_too_short_is_no_proof():
    other = Identifier(kind=IdentifierKind.PASSPORT, value="836420186", country="RU")
    short = Identifier(kind=IdentifierKind.NATIONAL_ID, value="123")
    listed = Index([snapshot(replace(party("1", "Somebody"), identifiers=(other, short)))])
    elsewhere = listed.screen([make_query(identifier="passport:KP:836420186")])[0].matches[0]
    assert "issued by RU, not KP" in elsewhere.because
    assert listed.screen([make_query(identifier="national-id:123")])[0].matches == ()


def test_another_kind_of_party_and_another_gender_lower_the_score():
    listed = Index([snapshot(replace(party("1", "Pak Hui"), genders=("female",)))])
    plain = listed.screen([make_query("Pak Hui")])[0].matches[0].score
    man = listed.screen([make_query("Pak Hui", gender="male")])[0]
    ship = listed.screen([make_query("Pak Hui", type="vessel")])[0]
    assert plain == 1.0
    assert [m.score < 1.0 for m in (*man.matches, *man.set_aside)] == [True]
    assert [m.score < 1.0 for m in (*ship.matches, *ship.set_aside)] == [True]


def test_a_weak_alias_counts_less_unless_it_is_the_very_name():
    weak = replace(party("1", "Somebody"), names=(Name(text="Office Ninety", quality=NameQuality.WEAK),))
    strong = replace(party("1", "Somebody"), names=(Name(text="Office Ninety"),))
    scores = [
        Index([snapshot(who)]).screen([make_query("Office Ninty")], Thresholds(possible=0.5))
        for who in (weak, strong)
    ]
    assert scores[0][0].matches[0].score < scores[1][0].matches[0].score
    assert Index([snapshot(weak)]).screen([make_query("Office Ninety")])[0].matches[0].score == 1.0


# ── days ──────────────────────────────────────────────────────────────────────────────────────


def test_as_of_the_day_of_listing_and_the_day_before():
    query = [make_query("Ri Pyong Chul")]
    assert index().screen(query, as_of=date(2017, 12, 22))[0].matches
    assert not index().screen(query, as_of=date(2017, 12, 21))[0].matches


def test_thresholds_are_the_users():
    query = [make_query("Ri Pyong Chil", type="person")]
    low = index().screen(query, Thresholds(possible=0.5))[0]
    high = index().screen(query, Thresholds(possible=0.99))[0]
    assert len(low.matches) > len(high.matches)
    assert all(match.score >= 0.99 for match in high.matches)


def test_birth_dates_come_from_words():
    assert make_query("x", birth_date="circa 1960").birth_dates == (read_date("circa 1960"),)

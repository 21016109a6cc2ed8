"""Names of the rest of the world: what is the same, what is not, and what hostile input does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article41.screening.form import read_name
from article41.screening.score import quick_score, score_names

THRESHOLD = 0.70
SCHEMATA = ("Person", "Company", "Organization", "Vessel", "LegalEntity")


def score(one: str, other: str, schema: str = "Person") -> float:
    return score_names(read_name(one, schema), read_name(other, schema)).score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Владимир Путин", "Wladimir Putin"),
        ("Мухаммад Ёдгорхон", "Muhammad Yodgorkhon"),
        ("محمد حسن", "Mohammed Hassan"),
        ("בנימין נתניהו", "Benjamin Netanyahu"),
        ("Abdul Rahman al-Rashid", "Abdulrahman Al Rasheed"),
        ("Mao Tse-tung", "Mao Zedong"),
        ("Bill Gates", "William Gates"),
        ("Sasha Petrov", "Aleksandr Petrov"),
        ("Vlаdіmir Рutin", "Vladimir Putin"),
        ("Vladimir\u200b Putin", "Vladimir Putin"),
        ("V1adirnir Putin", "Vladimir Putin"),
        ("Putin V.V.", "Vladimir Vladimirovich Putin"),
        ("Jürgen Groß", "Juergen Gross"),
        ("Sheikh Hassan Nasrallah", "Hasan Nasrallah"),
    ],
)
def test_one_person_written_twice(one, other):
    assert score(one, other) >= THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Smith", "Jane Smith"),
        ("Bashar al-Assad", "Maher al-Assad"),
        ("Usama bin Laden", "Hamza bin Laden"),
        ("John A. Smith", "John B. Smith"),
        ("Smith", "John Smith"),
        ("Mohammed Hassan", "Mohamed Hussein"),
    ],
)
def test_relatives_namesakes_and_fragments_are_not_the_person(one, other):
    assert score(one, other) < THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Trading Co. Ltd.", "Acme Trading Company Limited"),
        ("ООО Ромашка", "Romashka LLC"),
        ("KOMID", "Korea Mining Development Trading Corporation"),
        ("FTB", "Foreign Trade Bank"),
        ("조선광선은행", "Korea Kwangson Bank"),
        ("中国银行", "Bank of China"),
        ("2nd Academy of Natural Sciences", "Second Academy of Natural Sciences"),
        ("Green Pine Assocaited Corp", "Green Pine Associated Corporation"),
        ("Nam Chon Gang Corporation", "Namchongang Trading Corporation"),
    ],
)
def test_one_company_written_twice(one, other):
    assert score(one, other, "Company") >= THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Second Economic Committee", "Third Economic Committee"),
        ("Acme Trading Co.", "Apex Trading Co."),
        ("Korea Kumsan Trading Corporation", "Korea Kumryong Trading Corporation"),
        ("Office 39", "Office 38"),
        ("Trading Company Limited", "Acme Trading Company Limited"),
    ],
)
def test_common_words_do_not_make_one_company_of_two(one, other):
    assert score(one, other, "Company") < THRESHOLD


def test_ships_prefix_blanks_and_number():
    assert score("M/V Chong Chon Gang", "CHONGCHONGANG", "Vessel") >= 0.95
    assert score("Petrel VIII", "Petrel 8", "Vessel") >= 0.95
    assert score("Sam Jong 1", "Sam Jong 2", "Vessel") < THRESHOLD


ODD = ("", " ", "...", "\u200b", "(", "a" * 5000, "1", "\U000e0041", "Ḱ́́́", "-- --", "ﷺ")


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("schema", SCHEMATA)
def test_nothing_breaks_on_what_is_no_name(text, schema):
    form = read_name(text, schema)
    assert 0.0 <= score_names(form, read_name("Kim Jong Un", schema)).score <= 1.0
    assert score_names(form, read_name("", schema)).score <= 1.0


WORDS = ("kim", "yong", "chol", "ali", "hassan", "petrov", "smith", "maria", "li", "wei", "abd", "al")
NAMES = st.text(st.characters(codec="utf-8"), max_size=30)


@settings(max_examples=150, deadline=None)
@given(NAMES, NAMES, st.sampled_from(SCHEMATA))
def test_scores_stay_between_0_and_1_and_quick_agrees(one, other, schema):
    a, b = read_name(one, schema), read_name(other, schema)
    found = score_names(a, b).score
    assert 0.0 <= found <= 1.0
    assert quick_score(a, b, 0.0) == found
    assert quick_score(a, b, 0.9) == (found if found >= 0.9 else 0.0)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
def test_a_name_is_like_itself_and_order_of_the_two_matters_little(words):
    name, turned = " ".join(words), " ".join(reversed(words))
    assert score(name, name) == 1.0
    assert abs(score(name, turned) - score(turned, name)) < 0.05

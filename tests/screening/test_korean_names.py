"""A Korean name is the same name in every spelling, and another syllable is another person."""

from __future__ import annotations

import pytest

from article41.screening.form import read_name
from article41.screening.korean import korean_readings
from article41.screening.korean_sounds import hanja, ranks, sounds_of
from article41.screening.score import quick_score, score_names

THRESHOLD = 0.70


def score(one: str, other: str) -> float:
    return score_names(read_name(one, "Person"), read_name(other, "Person")).score


@pytest.mark.parametrize(
    "written",
    [
        "KIM JONG UN",
        "Kim Jong-un",
        "Kim Jongun",
        "Kim Jeong-eun",
        "Kim Jung Eun",
        "Gim Jeong-eun",
        "Kim Chŏng-ŭn",
        "Kim Cho'ng-u'n",
        "Jong-un Kim",
        "KIM, Jong Un",
        "김정은",
        "金正恩",
        "Jin Zheng'en",
        "Ким Чен Ын",
        "Ким Чон Ын",
        "キム・ジョンウン",
        "Gen. Kim Jong Un",
        "Kіm Jоng Un",
        "Kim\u200b Jong Un",
        "K1m J0ng Un",
        "Kirn Jong Un",
    ],
)
def test_one_name_in_many_spellings_and_scripts(written):
    assert score(written, "Kim Jong Un") >= 0.84


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ri Hong Sop", "Lee Hong-seop"),
        ("Ri Hong Sop", "Rhee Hong Sup"),
        ("Ri Hong Sop", "Yi Hong-sŏp"),
        ("Ri Hong Sop", "이홍섭"),
        ("Ri Hong Sop", "리홍섭"),
        ("Ryu Jin", "Yoo Jin"),
        ("Ryang Se Bong", "양세봉"),
        ("Rim Su Gil", "Im Su-gil"),
        ("Ro Kwang Chol", "Noh Kwang-chul"),
        ("Choe Hwi", "Choi Hwi"),
        ("Choe Hwi", "최휘"),
        ("Jang Song Thaek", "Chang Sŏng-t'aek"),
        ("Jang Song Thaek", "Чан Сон Тхэк"),
        ("Hyon Gwang Il", "Hyeon Kwang-il"),
        ("Kang Mun Kil", "Jiang Wenji"),
        ("O Kuk Ryol", "Oh Kuk-ryol"),
        ("U Tong Chuk", "Woo Dong-chuk"),
        ("Min Pyo’ng-ch’o’l", "Min Byong Chol"),
    ],
)
def test_systems_habits_and_the_initial_sound_rule(one, other):
    assert score(one, other) >= 0.8


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Yong Chol", "Kim Yong Chun"),
        ("Ri Hong Sop", "Ri Hong Chol"),
        ("Kim Jong Un", "Kim Jong Nam"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Kim Yong Chol", "Pak Yong Chol"),
        ("Kim Yong Chol", "박영철"),
        ("Kim Yong Chol", "김영춘"),
        ("Ri Yong Ho", "Ri Yong Gil"),
        ("Jang Song Chol", "Jang Sung Nam"),
        ("Kim Chol", "Kim Yong Chol"),
        ("Kim", "Kim Yong Chol"),
        ("Yong Chol", "Kim Yong Chol"),
    ],
)
def test_another_syllable_is_another_name(one, other):
    assert score(one, other) < THRESHOLD


@pytest.mark.parametrize(
    "typo",
    ["Kim Yong Chpl", "Kim Ynog Chol", "Kim Yongg Chol", "Klm Yong Chol", "Kim Yomgchol", "KimYong Choll"],
)
def test_a_slip_that_makes_no_korean_syllable_is_forgiven(typo):
    assert score(typo, "Kim Yong Chol") >= THRESHOLD


def test_scores_are_graded_not_saturated():
    listed = "Kim Yong Chol"
    steps = ["Kim Yong Chol", "Kim Young-cheol", "Kim Yong Chpl", "Kim Y. C.", "Yong Chol", "Kim Tong Su"]
    found = [score(step, listed) for step in steps]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(found)


def test_reasons_name_the_syllables():
    match = score_names(read_name("Kim Jong Un", "Person"), read_name("김정은", "Person"))
    assert [one.name for one in match.features] == ["family name", "given name", "given name"]
    assert "정" in match.features[1].why
    other = score_names(read_name("Ri Hong Sop", "Person"), read_name("Ri Hong Chol", "Person"))
    assert other.features[-1].why == "another syllable"


@pytest.mark.parametrize(
    "name", ["John Smith", "Vladimir Putin", "محمد حسن", "Jean-Claude Juncker", "Ngozi Okonjo"]
)
def test_what_is_not_korean_has_no_korean_reading(name):
    assert korean_readings(name) == ()


def test_chinese_names_are_not_heard_as_korean():
    assert score("Wang Li", "Wang Yi") < THRESHOLD
    assert score("Xi Jinping", "Xi Jianping") < THRESHOLD


def test_names_that_match_share_a_key():
    listed = read_name("Ri Hong Sop", "Person")
    for text in ("Lee Hong-seop", "Rhee Hongsup", "이홍섭", "Ли Хон Соп", "Ri Hong Sp"):
        form = read_name(text, "Person")
        assert quick_score(form, listed, THRESHOLD) > 0
        assert form.keys & listed.keys, text


def test_every_syllable_in_use_can_be_spelled():
    spelled = {s for readings in hanja().values() for s in readings} | set(ranks()["given"])
    for syllable in spelled:
        assert sounds_of(syllable) == {syllable: 1.0}
    assert len(hanja()) >= 400
    assert {"김", "리", "박"} <= set(sounds_of("金") | sounds_of("李") | sounds_of("朴"))

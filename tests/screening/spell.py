"""Korean names as other hands write them: systems and habits, to measure which spellings are still heard.

Written from the systems themselves and apart from the program's own tables: DPRK romanisation,
McCune-Reischauer with its voiced medials, Revised Romanization, Yale, habits of South Korean passports,
Kontsevich, everyday Russian, kana.
"""

from __future__ import annotations

import random

FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
MIDDLE = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"

SYSTEMS: dict[str, tuple[str, str, dict[str, str]]] = {
    "dprk": (
        "k kk n t tt r m p pp s ss - j jj ch kh th ph h",
        "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i",
        {"ㄱ": "k", "ㄴ": "n", "ㄷ": "t", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅇ": "ng"},
    ),
    "mr": (
        "k kk n t tt r m p pp s ss - ch tch ch' k' t' p' h",
        "a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i",
        {"ㄱ": "k", "ㄴ": "n", "ㄷ": "t", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅇ": "ng"},
    ),
    "rr": (
        "g kk n d tt r m b pp s ss - j jj ch k t p h",
        "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i",
        {"ㄱ": "k", "ㄴ": "n", "ㄷ": "t", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅇ": "ng"},
    ),
    "yale": (
        "k kk n t tt l m p pp s ss - c cc ch kh th ph h",
        "a ay ya yay e ey ye yey o wa way oy yo wu we wey wi yu u uy i",
        {"ㄱ": "k", "ㄴ": "n", "ㄷ": "t", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅇ": "ng"},
    ),
    "kontsevich": (
        "к кк н т тт р м п пп с сс - ч чч чх кх тх пх х",
        "а э я йя о е ё йе о ва вэ ве ё у во ве ви ю ы ый и",
        {"ㄱ": "к", "ㄴ": "н", "ㄷ": "т", "ㄹ": "ль", "ㅁ": "м", "ㅂ": "п", "ㅇ": "н"},
    ),
    "russian": (
        "к к н т т р м п п с с - ч ч ч к т п х",
        "а е я я о е е е о ва ве ве ё у во ве ви ю ы и и",
        {"ㄱ": "к", "ㄴ": "н", "ㄷ": "т", "ㄹ": "ль", "ㅁ": "м", "ㅂ": "п", "ㅇ": "н"},
    ),
}


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in text.split())


HABIT_FIRST = _pairs("ㄱ:kg ㄷ:dt ㅂ:bp ㅈ:jc ㄹ:rl")
HABIT_MIDDLE = {"ㅓ": ["u", "eo", "u"], "ㅕ": ["yu", "yeo", "you"], "ㅜ": ["oo", "u"], "ㅡ": ["eu", "u"]}
HABIT_MIDDLE |= {"ㅐ": ["ae", "ai"], "ㅠ": ["yoo", "yu"], "ㅢ": ["ui", "ee"], "ㅚ": ["oi", "oe"]}
HABIT_MIDDLE |= {"ㅣ": ["i", "ee"]}
FAMILY = _pairs(
    "김:Kim 이:Lee 리:Lee 박:Park 최:Choi 정:Jung 조:Cho 임:Lim "
    "림:Lim 오:Oh 우:Woo 류:Yoo 유:Yoo 노:Roh 로:Roh 백:Paik 구:Koo "
)
SOUTH = _pairs("리:이 류:유 림:임 로:노 량:양 라:나 려:여 련:연 ")
KANA_FINAL = _pairs("ㄱ:ク ㄴ:ン ㅁ:ム ㄹ:ル ㅂ:プ ㅇ:ン ㄷ:ッ ")
KANA_ROWS = _pairs(
    "ㄱ:カキクケコ ㄴ:ナニヌネノ ㄷ:タティトゥテト ㄹ:ラリルレロ ㅁ:マミムメモ ㅂ:パピプペポ "
    "ㅅ:サシスセソ ㅇ:アイウエオ ㅎ:ハヒフヘホ "
)
KANA_VOWEL = _pairs(
    "ㅏ:a ㅐ:e ㅑ:ya ㅓ:o ㅔ:e ㅕ:yo ㅖ:e ㅗ:o ㅘ:wa ㅚ:we ㅛ:yo ㅜ:u "
    "ㅝ:wo ㅟ:wi ㅠ:yu ㅡ:u ㅢ:i ㅣ:i ㅙ:we ㅞ:we "
)


def split(syllable: str) -> tuple[str, str, str]:
    code = ord(syllable) - 0xAC00
    finals = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
    return FIRST[code // 588], MIDDLE[code % 588 // 28], finals[code % 28]


def by_system(syllable: str, system: str, after: str = "") -> str:
    """One syllable in a system; `after` is the final before it, which voices a McCune-Reischauer medial."""
    first, middle, last = SYSTEMS[system]
    a, b, c = split(syllable)
    start = first.split()[FIRST.index(a)].replace("-", "")
    if system == "mr" and after in ("vowel", "ㄴ", "ㅁ", "ㅇ", "ㄹ"):
        start = {"k": "g", "t": "d", "p": "b", "ch": "j"}.get(start, start)
    return start + middle.split()[MIDDLE.index(b)] + (last[c] if c else "")


def spell(name: str, system: str) -> str:
    """A Hangul name, family name first, in one of the systems."""
    family, given = name[0], name[1:]
    if system in ("rr", "mr-south"):
        family = SOUTH.get(family, family)
    words = [by_system(family, system)]
    out, before = [], ""
    for syllable in given:
        out.append(by_system(syllable, system, before))
        before = split(syllable)[2] or "vowel"
    words.append("-".join(out) if system not in ("dprk", "kontsevich", "russian") else " ".join(out))
    return " ".join(words).title().replace("'K", "'k")


def passport(name: str, rng: random.Random) -> str:
    family = FAMILY.get(name[0]) or _habit(SOUTH.get(name[0], name[0]), rng).title()
    given = [_habit(s, rng) for s in name[1:]]
    joint = rng.choice(("-", " ", ""))
    full = joint.join(given) if joint != " " else " ".join(given)
    full = full.title() if joint == " " else full.capitalize()
    return rng.choice((f"{family} {full}", f"{full} {family}", f"{family.upper()}, {full}"))


def _habit(syllable: str, rng: random.Random) -> str:
    a, b, c = split(syllable)
    first = SYSTEMS["rr"][0].split()[FIRST.index(a)].replace("-", "")
    if a in HABIT_FIRST:
        first = rng.choice(HABIT_FIRST[a]).replace("c", "ch")
    middle = rng.choice(HABIT_MIDDLE[b]) if b in HABIT_MIDDLE else SYSTEMS["rr"][1].split()[MIDDLE.index(b)]
    if not first and middle in ("u", "oo"):
        middle = "woo"
    return first + middle + (SYSTEMS["rr"][2][c] if c else "")


def kana(name: str) -> str:
    parts = ["".join(_kana(s) for s in part) for part in (name[0], name[1:])]
    return "・".join(parts)


def _kana(syllable: str) -> str:
    a, b, c = split(syllable)
    vowel = KANA_VOWEL[b]
    last = KANA_FINAL[c] if c else ""
    plain = {"ㅋ": "ㄱ", "ㅌ": "ㄷ", "ㅍ": "ㅂ", "ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ"}.get(a, a)
    if plain in "ㅈㅊㅉ":
        glide = {"a": "ャ", "ya": "ャ", "u": "ュ", "yu": "ュ", "o": "ョ", "yo": "ョ", "e": "ェ", "i": ""}
        glide |= {"wa": "ュア", "we": "ェ", "wo": "ョ", "wi": "ィ"}
        return "チ" + glide.get(vowel, "") + last
    row = list(KANA_ROWS[plain])
    if plain == "ㄷ":
        row = ["タ", "ティ", "トゥ", "テ", "ト"]
    if len(vowel) == 1:
        return row["aiueo".index(vowel)] + last
    if vowel[0] == "y":
        if plain == "ㅇ":
            return {"ya": "ヤ", "yu": "ユ", "yo": "ヨ"}[vowel] + last
        return row[1] + {"ya": "ャ", "yu": "ュ", "yo": "ョ"}[vowel] + last
    if plain == "ㅇ":
        return {"wa": "ワ", "we": "ウェ", "wo": "ウォン"[:2], "wi": "ウィ"}[vowel] + last
    return row[2] + {"wa": "ァ", "we": "ェ", "wo": "ォ", "wi": "ィ"}[vowel] + last

"""East Asian scripts into Latin: Hangul by rule, kana by rule, Han characters as pinyin."""

from __future__ import annotations

from functools import lru_cache

_INITIALS = [
    "g",
    "kk",
    "n",
    "d",
    "tt",
    "r",
    "m",
    "b",
    "pp",
    "s",
    "ss",
    "_",
    "j",
    "jj",
    "ch",
    "k",
    "t",
    "p",
    "h",
]
_VOWELS = [
    "a",
    "ae",
    "ya",
    "yae",
    "eo",
    "e",
    "yeo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "eu",
    "ui",
    "i",
]
_FINALS = [
    "_",
    "k",
    "k",
    "k",
    "n",
    "n",
    "n",
    "t",
    "l",
    "k",
    "m",
    "l",
    "l",
    "l",
    "p",
    "l",
    "m",
    "p",
    "p",
    "t",
    "t",
    "ng",
    "t",
    "t",
    "k",
    "t",
    "p",
    "t",
]

_ROWS = {  # kana row -> consonant; the five vowels in the order a i u e o
    "アイウエオ": "",
    "カキクケコ": "k",
    "ガギグゲゴ": "g",
    "サシスセソ": "s",
    "ザジズゼゾ": "z",
    "タチツテト": "t",
    "ダヂヅデド": "d",
    "ナニヌネノ": "n",
    "ハヒフヘホ": "h",
    "バビブベボ": "b",
    "パピプペポ": "p",
    "マミムメモ": "m",
    "ラリルレロ": "r",
}
_KANA = {
    kana: row + vowel for kanas, row in _ROWS.items() for kana, vowel in zip(kanas, "aiueo", strict=True)
}
_KANA |= {"シ": "shi", "ジ": "ji", "チ": "chi", "ヂ": "ji", "ツ": "tsu", "ヅ": "zu", "フ": "fu"}
_KANA |= {"ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヰ": "i", "ヱ": "e", "ヲ": "o", "ン": "n"}
_KANA |= {"ヴ": "vu"}
_SMALL = {
    "ァ": "a",
    "ィ": "i",
    "ゥ": "u",
    "ェ": "e",
    "ォ": "o",
    "ャ": "ya",
    "ュ": "yu",
    "ョ": "yo",
    "ヮ": "wa",
}

COMPOUND_HAN = frozenset(
    [
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "诸葛",
        "諸葛",
        "司徒",
        "皇甫",
        "南宫",
        "南宮",
        "鲜于",
        "鮮于",
        "独孤",
        "獨孤",
        "上官",
        "夏侯",
        "東方",
        "东方",
        "尉迟",
    ]
)
COMPOUND_HANGUL = frozenset(["남궁", "황보", "제갈", "선우", "사공", "서문", "독고", "동방"])


def jamo(syllable: str) -> tuple[int, int, int]:
    """Indices of initial, vowel and final of a Hangul syllable (Unicode 3.12)."""
    code = ord(syllable) - 0xAC00
    return code // 588, code % 588 // 28, code % 28


def revised(syllable: str) -> str:
    """A Hangul syllable in Revised Romanization (2000), letter by letter."""
    first, vowel, last = jamo(syllable)
    return (_INITIALS[first] + _VOWELS[vowel] + _FINALS[last]).replace("_", "")


def hiragana_to_katakana(text: str) -> str:
    """Hiragana as katakana; everything else as it is."""
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in text)


@lru_cache(maxsize=4096)
def romaji(run: str) -> str:
    """A run of kana in Hepburn romanisation; a long vowel is written once."""
    out = ""
    double = False
    for kana in hiragana_to_katakana(run):
        if kana == "ッ":
            double = True
        elif kana in _SMALL:
            small = _SMALL[kana]
            base = out[:-1] if out and out[-1] in "iueo" else out
            out = base + (small[1:] if base[-2:] in ("sh", "ch") or base[-1:] == "j" else small)
        elif kana in _KANA:
            sound = _KANA[kana]
            out += sound[0] + sound if double and sound[0] not in "aiueo" else sound
            double = False
    return out


@lru_cache(maxsize=8192)
def pinyin(run: str) -> str:
    """Han characters in pinyin without tones, the common reading of each."""
    from anyascii import anyascii

    return "".join(c for c in anyascii(run).casefold() if c.isalnum())

"""Sounds: what a romanised word sounds like, whoever spelled it."""

from __future__ import annotations

import re
from functools import lru_cache

# One sound, many spellings. Longest first; upper case marks sounds that one letter does not name.
_SPELLINGS = {
    "shch": "S",
    "tsch": "C",
    "sch": "S",
    "dzh": "J",
    "tch": "C",
    "cz": "C",
    "sz": "S",
    "sh": "S",
    "ch": "C",
    "zh": "Z",
    "dj": "J",
    "kh": "h",
    "gh": "g",
    "ph": "f",
    "th": "t",
    "dh": "d",
    "ck": "k",
    "tz": "ts",
    "ou": "u",
    "oo": "u",
    "ee": "i",
    "ie": "i",
    "iy": "i",
    "yi": "i",
    "yy": "i",
    "ij": "i",
    "ey": "ei",
    "ay": "ai",
    "x": "ks",
    "q": "k",
    "w": "v",
    "j": "J",
    "ce": "se",
    "ci": "si",
    "cy": "si",
    "c": "k",
    "y": "i",
}
_SPELLING = re.compile("|".join(sorted(_SPELLINGS, key=len, reverse=True)))
_DOUBLE = re.compile(r"(.)\1+")
_SILENT_H = re.compile(r"(?<=[bdfgklmnprstvzSCZJ])h|(?<=[aeiou])h$|(?<=[aeiou])h(?=[bdfgklmnprstvz])")
_VOWELS = re.compile(r"[aeiou]+")


@lru_cache(maxsize=1 << 17)
def spoken(word: str) -> str:
    """The word in one spelling for each sound, vowels kept: youssef and yusuf differ in one vowel."""
    if len(word) < 2:
        return word
    spelled = _DOUBLE.sub(r"\1", _SPELLING.sub(lambda match: _SPELLINGS[match[0]], word))
    return _DOUBLE.sub(r"\1", _SILENT_H.sub("", spelled)) if "h" in spelled else spelled


@lru_cache(maxsize=1 << 17)
def skeleton(word: str) -> str:
    """The consonants of the spoken word, with `a` for a vowel at its head: muhammad -> mhmd."""
    sound = spoken(word)
    if not sound:
        return ""
    head = "i" if sound[0] == "i" and len(sound) > 1 and sound[1] in "aou" else ""
    if not head and sound[0] in "aeiou":
        head = "a"
    return head + _DOUBLE.sub(r"\1", _VOWELS.sub("", sound))


@lru_cache(maxsize=1 << 17)
def vowels(word: str) -> str:
    """The vowels of the spoken word in order: what is left to compare when the consonants agree."""
    return "".join(_VOWELS.findall(spoken(word)))


# Chinese syllables, pinyin and Wade-Giles (1892) together: they differ in initials more than in finals.
_CHINESE = re.compile(
    r"(?:(?:zh|ch|sh|hs|ts|tz|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ueng|ieh|ien|iao|ian|ing|ang|eng|ong|ung|uai|uan|uei|ueh|uo|ua|ui|un|ia|ie|iu|in|ai|ao|an"
    r"|ei|en|ou|er|eh|ih|ue|uh|a|o|e|i|u))+"
)
_WADE = (
    (re.compile("^y(?=i)"), ""),
    (re.compile("hs"), "x"),
    (re.compile("tz|ts"), "z"),
    (re.compile("zh|ch|j|q"), "c"),
    (re.compile("sh|s"), "x"),
    (re.compile("z"), "c"),
    (re.compile("d"), "t"),
    (re.compile("b"), "p"),
    (re.compile("g(?!$|[^aeiou])"), "k"),
    (re.compile("ien"), "ian"),
    (re.compile("ieh"), "ie"),
    (re.compile("ueh"), "ue"),
    (re.compile("ung"), "ong"),
    (re.compile("uei"), "ui"),
    (re.compile("ih"), "i"),
    (re.compile("h(?=$)"), ""),
    (re.compile("ou"), "o"),
    (re.compile("uo"), "o"),
    (re.compile("r"), "j"),
)


@lru_cache(maxsize=1 << 15)
def chinese_sound(word: str) -> str:
    """A Chinese word as both pinyin and Wade-Giles write it; empty when it can be no Chinese."""
    if not _CHINESE.fullmatch(word):
        return ""
    for pattern, sound in _WADE:
        word = pattern.sub(sound, word)
    return word

"""Korean syllables behind a spelling: which sounds it may stand for, in any script, and how likely each is.

A spelling is a key: Latin letters (`chol`), Cyrillic (`чхоль`), Hangul (`철`), a Chinese character (`哲`), kana
in Latin letters after `ja:`, pinyin after `zh:`, one letter and a dot for an initial (`c.`).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from article41.screening.east import jamo, pinyin
from article41.screening.letters import rows, script_of

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_SOFT_VOWELS = frozenset("ㅣㅑㅕㅛㅠㅖ")  # before them the South drops an initial ㄹ or ㄴ

Sounds = dict[str, float]  # Hangul syllable -> how readily the spelling stands for it, 0 to 1


def parts(syllable: str) -> tuple[str, str, str]:
    """Initial, vowel and final of a Hangul syllable as letters."""
    first, vowel, last = jamo(syllable)
    return INITIALS[first], VOWELS[vowel], FINALS[last]


def compose(first: str, vowel: str, last: str) -> str:
    """The Hangul syllable of three letters."""
    return chr(0xAC00 + INITIALS.index(first) * 588 + VOWELS.index(vowel) * 28 + FINALS.index(last))


@lru_cache(maxsize=1)
def hanja() -> dict[str, tuple[str, ...]]:
    """Chinese character -> its Korean readings."""
    out: dict[str, tuple[str, ...]] = {}
    for row in rows("korean/hanja.csv"):
        if len(row["reading"]) == 1:
            for character in row["characters"]:
                if row["reading"] not in out.get(character, ()):
                    out[character] = (*out.get(character, ()), row["reading"])
    return out


@lru_cache(maxsize=1)
def ranks() -> dict[str, dict[str, int]]:
    """Position (family, given) -> syllable -> rank, 5 very common to 1 rare."""
    out: dict[str, dict[str, int]] = {"family": {}, "given": {}}
    for row in rows("korean/syllables.csv"):
        for syllable in row["syllables"].split():
            known = out[row["position"]]
            known[syllable] = max(known.get(syllable, 0), int(row["rank"]))
    return out


@lru_cache(maxsize=1)
def _inventory() -> tuple[str, ...]:
    known = {s for table in ranks().values() for s in table if len(s) == 1}
    return tuple(sorted(known | {reading for readings in hanja().values() for reading in readings}))


@lru_cache(maxsize=4)
def table(script: str) -> dict[str, Sounds]:
    """Spelling -> sounds for `latin`, `cyrillic`, `kana` (in Latin letters) or `pinyin`."""
    if script == "pinyin":
        return _pinyin()
    spelled: dict[tuple[str, str], list[tuple[str, float]]] = {}
    for row in rows("korean/spellings.csv"):
        if row["script"] == script:
            key = (row["part"], row["letter"])
            spelled.setdefault(key, []).append((row["spelling"], float(row["weight"])))
    out: dict[str, Sounds] = {}
    for syllable in _inventory():
        for spelling, weight in _spell(syllable, spelled, script):
            sounds = out.setdefault(spelling, {})
            sounds[syllable] = max(sounds.get(syllable, 0.0), weight)
    if script == "latin":
        _add_habits(out)
    return out


def _spell(
    syllable: str, spelled: dict[tuple[str, str], list[tuple[str, float]]], script: str
) -> list[tuple[str, float]]:
    first, vowel, last = parts(syllable)
    choices = [
        spelled.get((part, letter), [])
        for part, letter in (("initial", first), ("vowel", vowel), ("final", last))
    ]
    out = []
    for (a, x), (b, y), (c, z) in product(*choices):
        if c and b.endswith("h"):
            continue  # ah, oh, uh only at the end of a syllable
        text = _adapt(a + b + c, a, b, c, script)
        if (weight := x * y * z) >= 0.1:
            out.append((text, weight))
            if script == "latin" and text.startswith("si"):
                out.append(("sh" + text[1:], weight))
    return out


def _adapt(text: str, first: str, vowel: str, last: str, script: str) -> str:
    """Spellings that depend on neighbours: shi, tsu and fu in kana."""
    if script != "kana":
        return text
    if first == "s" and vowel == "i":
        return "sh" + vowel + last
    if first in ("ch", "j") and vowel[0] == "y":
        return first + vowel[1:] + last
    if first == "h" and vowel == "u":
        return "f" + vowel + last
    return "ts" + vowel + last if first == "t" and vowel == "u" else text


def _add_habits(out: dict[str, Sounds]) -> None:
    for row in rows("korean/habits.csv"):
        for spelling in row["spellings"].split():
            sounds = out.setdefault(spelling, {})
            weight = float(row["weight"]) * 0.9
            sounds[row["syllable"]] = max(sounds.get(row["syllable"], 0.0), weight)


def _pinyin() -> dict[str, Sounds]:
    out: dict[str, Sounds] = {}
    for character, readings in hanja().items():
        sounds = out.setdefault(pinyin(character), {})
        for reading in readings:
            sounds[reading] = 0.9
    return out


@lru_cache(maxsize=1 << 15)
def sounds_of(spelling: str) -> Sounds:
    """The syllables a spelling may stand for; empty when Korean has none like it."""
    if spelling.startswith("zh:"):
        return table("pinyin").get(spelling[3:], {})
    if spelling.startswith("ja:"):
        return table("kana").get(spelling[3:], {})
    if len(spelling) == 1:
        script = script_of(spelling)
        if script == "hangul":
            return {spelling: 1.0}
        if script == "han":
            return dict.fromkeys(hanja().get(spelling, ()), 1.0)
    if script_of(spelling[:1]) == "cyrillic":
        return table("cyrillic").get(spelling, {})
    return table("latin").get(spelling, {})


@lru_cache(maxsize=1 << 15)
def plausible(spelling: str, position: str) -> float:
    """How plausible a spelling is as a family or given syllable, 0 to 1."""
    known = ranks()[position]
    least = 0.0 if position == "family" else 0.15
    share = (least, 0.3, 0.45, 0.65, 0.85, 1.0)
    return max((w * share[known.get(s, 0)] for s, w in sounds_of(spelling).items()), default=0.0)


@lru_cache(maxsize=4096)
def partner(syllable: str) -> str:
    """The same syllable across the initial-sound rule: 리 and 이, 로 and 노; empty where there is none."""
    first, vowel, last = parts(syllable)
    if first == "ㄹ":
        return compose("ㅇ" if vowel in _SOFT_VOWELS else "ㄴ", vowel, last)
    if first == "ㅇ" and vowel in _SOFT_VOWELS:
        return compose("ㄹ", vowel, last)
    return compose("ㄹ", vowel, last) if first == "ㄴ" and vowel not in _SOFT_VOWELS else ""


@lru_cache(maxsize=1 << 15)
def codes(spelling: str) -> tuple[str, ...]:
    """Coarse codes of a spelling for blocking: place of the initial, height of the vowel."""
    sounds = sounds_of(spelling)
    best = max(sounds.values(), default=0.0)
    found = {_code(s) for s, w in sounds.items() if w >= 0.4 * best}
    found |= {_code(p) for s, w in sounds.items() if w >= 0.4 * best and (p := partner(s))}
    return tuple(sorted(found))[:8]


_PLACES = dict(zip(INITIALS, "KKNTTLMPPSS_CCCKTPH", strict=True))
_HEIGHTS = dict(zip(VOWELS, "aeaeoeoeoaeeoooeioiii", strict=True)) | {"ㅡ": "o"}


def _code(syllable: str) -> str:
    first, vowel, _ = parts(syllable)
    return _PLACES[first] + _HEIGHTS[vowel]

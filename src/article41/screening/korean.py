"""Korean names, read as syllables and sounds whatever script or system they are written in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from article41.screening.east import COMPOUND_HANGUL, romaji
from article41.screening.korean_cuts import MOST_SYLLABLES, Syllables, cut_word
from article41.screening.korean_sounds import codes, hanja, plausible, sounds_of
from article41.screening.letters import clean, fold, misread, script_of, unmask
from article41.screening.words import known_word

MOST_READINGS = 3
_MARKED = re.compile("[\u014f\u016d\u01d2\u01d4]")  # o and u with a breve, or a caron in its place
_VOWEL_MARK = re.compile("([ou])[\u0306\u030c]")
_BREVE = re.compile("([ou])['’‘`ʻʼ](?=[ -]|[a-z])")
_BOUND = re.compile("(?<=[ng])['’‘`ʻʼ](?=[a-z])")
_SIGNS = re.compile("['’‘`´ʻʼ]")
_WORDS = re.compile(r"[^\W_]+\.?")


@dataclass(frozen=True, slots=True)
class KoreanReading:
    """One way to read a name as Korean.

    `syllables` are spellings as `korean_sounds` knows them, family name first where it could be told;
    `weight` says how plausible the reading is, 0 to 1; `loose`: no boundary written between given syllables.
    """

    syllables: Syllables
    weight: float
    loose: bool = False
    turned: bool = False  # the family name stood last
    strange: bool = False  # a syllable is no Korean as it stands
    keys: tuple[str, ...] = ()
    chinese: bool = False  # the syllables are read as pinyin


@lru_cache(maxsize=1 << 14)
def korean_readings(text: str, parts: tuple[tuple[str, str], ...] = ()) -> tuple[KoreanReading, ...]:
    """The readings of a name as Korean, most plausible first; none when it cannot be."""
    words: list[str] = []
    choices: list[tuple[tuple[float, Syllables], ...]] = []
    strange: list[int] = []
    for word in korean_words(text):
        cuts = _segments(word)
        if not cuts:
            if known_word(word.rstrip("."), ("title",)):
                continue
            strange.append(len(words))
            if len(strange) > 1:  # most names that are not Korean
                return ()
        words.append(word)
        choices.append(cuts)
    if not words or len(words) > MOST_SYLLABLES or len(strange) == len(words):
        return ()
    if strange:
        choices[strange[0]] = _loose_segments(words[strange[0]])
    found: dict[Syllables, KoreanReading] = {}
    for combination in product(*choices):
        for reading in _assemble(combination):
            before = found.get(reading.syllables)
            if before is None or before.weight < reading.weight:
                found[reading.syllables] = reading
    return _best(found.values())


def _best(readings: object) -> tuple[KoreanReading, ...]:
    ordered = sorted(readings, key=lambda r: -r.weight)  # type: ignore[call-overload]
    best = [r for r in ordered[:MOST_READINGS] if r.weight >= 0.12 and r.weight >= 0.3 * ordered[0].weight]
    marked = [
        KoreanReading(
            r.syllables,
            r.weight,
            r.loose,
            r.turned,
            _strange(r.syllables),
            _keys(r.syllables),
            r.syllables[0].startswith("zh:"),
        )
        for r in best
    ]
    return tuple(r for r in marked if not r.strange or r.weight >= 0.3)


def _strange(syllables: Syllables) -> bool:
    return any(s and not s.endswith(".") and not sounds_of(s) for s in syllables)


@lru_cache(maxsize=1 << 14)
def korean_words(text: str) -> list[str]:
    """The words of a name in lower case, breves read as eo and eu."""
    text = clean(text).casefold()
    if not text.isascii() and _MARKED.search(text):
        text = unicodedata.normalize("NFD", text)
        text = _VOWEL_MARK.sub(r"e\1", text)
        text = unicodedata.normalize("NFC", text)
    if _SIGNS.search(text):
        text = _SIGNS.sub("", _BOUND.sub("-", _BREVE.sub(r"e\1", text)))
    return [plain for word in _WORDS.findall(text) if (plain := _plain(word))]


@lru_cache(maxsize=1 << 15)
def _plain(word: str) -> str:
    word = unmask(word)
    word = word if script_of(word[0]) == "cyrillic" else fold(word)
    bare = word.rstrip(".")
    bare = misread(bare) if bare.isascii() else bare
    return bare + "." if len(bare) == 1 and word.endswith(".") else bare


@lru_cache(maxsize=1 << 15)
def _segments(word: str) -> tuple[tuple[float, Syllables], ...]:
    """The ways to cut one word into syllables, best first; empty when there is none."""
    script = script_of(word[0])
    if script == "hangul":
        return ((1.0, tuple(word)),) if len(word) <= MOST_SYLLABLES + 1 else ()
    if script == "han":
        return _characters(word)
    if script == "kana":
        return cut_word(romaji(word), "ja:")
    if len(word.rstrip(".")) == 1 and word[0].isascii() and word[0].isalpha():
        initial = (0.5, (word[0] + ".",))
        return (initial,) if word.endswith(".") or not sounds_of(word) else ((0.9, (word,)), initial)
    return cut_word(word, "") + (cut_word(word, "zh:") if word.isascii() else ())


def _characters(word: str) -> tuple[tuple[float, Syllables], ...]:
    if not 1 <= len(word) <= MOST_SYLLABLES:
        return ()
    unknown = sum(c not in hanja() for c in word)
    return ((0.9 / (1 + 2 * unknown), tuple(word)),) if unknown * 2 < len(word) else ()


@lru_cache(maxsize=4096)
def _loose_segments(word: str) -> tuple[tuple[float, Syllables], ...]:
    """A word that is no Korean as it stands: one slip of the pen in one of its syllables."""
    if not word.isalpha() or len(word) > 14:
        return ()
    out: list[tuple[float, Syllables]] = [(0.3, (word,))] if len(word) <= 7 else []
    for cut in range(1, len(word)):
        head, tail = word[:cut], word[cut:]
        if len(tail) <= 6 and (fit := plausible(head, "given")) > 0.5:
            out.append((0.3 * fit, (head, tail)))
        if len(head) <= 6 and (fit := plausible(tail, "given")) > 0.5:
            out.append((0.3 * fit, (head, tail)))
    return tuple(sorted(out, reverse=True)[:5])


def _assemble(combination: tuple[tuple[float, Syllables], ...]) -> list[KoreanReading]:
    """The readings of words already cut: family name first, or last, or missing."""
    pieces = [cut for _, cut in combination]
    flat = tuple(s for cut in pieces for s in cut)
    if not 2 <= len(flat) <= MOST_SYLLABLES or _mixed(flat):
        return []
    out = []
    loose = any(len(cut) > 1 for cut in pieces)
    first = 1.0 if len(pieces[0]) == 1 or len(pieces) == 1 else 0.5
    out.append(_weigh(flat, first, loose=loose, turned=False))
    if len(pieces[-1]) == 1 and len(pieces) > 1:
        out.append(_weigh((flat[-1], *flat[:-1]), 0.9, loose=loose, turned=True))
    if len(flat) == 2 and max(reading.weight for reading in out) < 0.5:
        given = [plausible(s, "given") for s in flat]
        out.append(KoreanReading(("", *flat), 0.5 * min(given), loose))
    return out


def _mixed(flat: Syllables) -> bool:
    """Pinyin and Korean spelling do not meet in one name."""
    chinese = [s.startswith("zh:") for s in flat if not s.endswith(".")]
    return any(chinese) and not all(chinese)


def _weigh(flat: Syllables, factor: float, *, loose: bool, turned: bool) -> KoreanReading:
    if len(flat) > 3:
        factor *= 0.9 if _compound(flat[:2]) else 0.25
        family = 0.8
    else:
        family = plausible(flat[0], "family") if not flat[0].endswith(".") else 0.4
    given = [0.45 if s.endswith(".") else plausible(s, "given") or 0.3 for s in flat[1:]]
    if not family and len(flat) == 3 and all(g > 0.5 for g in given):
        family = 0.25  # a slip in the family name
    weight = family
    for one in given:
        weight *= one
    weight = weight ** (1 / len(flat)) * factor * (0.85 if flat[0].startswith("zh:") else 1.0)
    return KoreanReading(flat, round(weight, 4), loose, turned)


@lru_cache(maxsize=512)
def _compound(pair: Syllables) -> bool:
    sounds = [sounds_of(s) for s in pair]
    return any(name[0] in sounds[0] and name[1] in sounds[1] for name in COMPOUND_HANGUL)


@lru_cache(maxsize=1 << 14)
def _keys(syllables: Syllables) -> tuple[str, ...]:
    """Any two syllables that agree find the name: coarse codes in pairs, order kept."""
    coded = [codes(s) for s in syllables]
    out: set[str] = set()
    for i in range(len(coded)):
        for j in range(i + 1, len(coded)):
            out.update(f"k:{a}{b}" for a in coded[i] for b in coded[j])
    return tuple(sorted(out))

"""Words of a name as tokens: how each is spelled, how it sounds, and how much it tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from article41.screening.east import COMPOUND_HAN, COMPOUND_HANGUL, pinyin, revised, romaji
from article41.screening.letters import (
    ABJADS,
    HAN,
    HANGUL,
    KANA,
    clean,
    fold,
    misread,
    rows,
    script_of,
    scripts_of,
    to_latin,
    unmask,
)
from article41.screening.sounds import skeleton
from article41.screening.words import known_word, slipped_word, split_unspaced

NAME, INITIAL, FORM, PARTICLE, TITLE, NUMBER, WEAK = (
    "name",
    "initial",
    "form",
    "particle",
    "title",
    "number",
    "weak",
)
WEIGHTS = {NAME: 1.0, INITIAL: 0.55, FORM: 0.06, PARTICLE: 0.08, TITLE: 0.04, NUMBER: 0.9, WEAK: 0.35}

_APOSTROPHES = re.compile("['’‘`´ʻʼʹʾʿ′]")
_ABBREVIATION = re.compile(r"(?<!\w)(?:[^\W\d_][./]){1,4}[^\W\d_](?:\.|(?!\w))")
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u0900-\u109f\u1780-\u17ff])+")  # signs of Indic scripts too
_RUN = re.compile(
    r"[\u3040-\u30ff\u31f0-\u31ff]+|[\u3400-\u9fff\uf900-\ufaff]+|[\uac00-\ud7a3]+|[^\u3040-\u31ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]+"
)
_HONG_KONG = re.compile(r"\bhong kong\b", re.IGNORECASE)
_HAMZA = str.maketrans("أإآٱ", "اااا")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name.

    `text` is plain Latin in lower case, `sound` its consonants, `weight` how much it tells (a name 1),
    `kind` one of name, initial, form, particle, title, number, weak. `bare`: its script leaves vowels out.
    """

    text: str
    sound: str
    weight: float
    kind: str
    original: str
    bare: bool = False


def person_kinds() -> tuple[str, ...]:
    """The kinds of known words looked for in names of persons."""
    return ("title", "particle")


def split_words(text: str, *, join_abbreviations: bool) -> list[str]:
    """The words of a name, cleaned: abbreviations joined (S.A. is sa) or taken apart (J.K. is j, k)."""
    text = clean(text)
    if not text.isascii():
        text = text.translate(_HAMZA)
    text = _APOSTROPHES.sub("", text).replace("&", " and ")
    if join_abbreviations and ("." in text or "/" in text):
        text = _ABBREVIATION.sub(lambda match: re.sub(r"[./]", "", match.group()) + " ", text)
    return _WORD.findall(_HONG_KONG.sub("hongkong", text))


@lru_cache(maxsize=1)
def _arabic_names() -> dict[str, str]:
    return {row["written"]: row["latin"] for row in rows("names/arabic-names.csv")}


@lru_cache(maxsize=1)
def _frequent() -> dict[str, float]:
    table = rows("names/frequent.csv")
    return {name: float(row["weight"]) for row in table for name in row["names"].split()}


def make_token(text: str, kind: str, original: str, *, bare: bool = False) -> Token:
    """A token with the sound and weight of its kind."""
    weight = _frequent().get(text, 1.0) if kind == NAME else WEIGHTS[kind]
    return Token(text, skeleton(text), weight, kind, original, bare)


@lru_cache(maxsize=1 << 16)
def person_tokens(word: str) -> tuple[Token, ...]:
    """The tokens of one word of a person's name."""
    out: list[Token] = []
    for run in _RUN.findall(unmask(word)):
        script = script_of(run[0])
        if script == HANGUL:
            out += _family_first(run, COMPOUND_HANGUL, lambda part: "".join(map(revised, part)))
        elif script == HAN:
            out += _family_first(run, COMPOUND_HAN, pinyin)
        elif script == KANA:
            out.append(make_token(romaji(run), NAME, run))
        else:
            out += _plain(run, ("title", "particle"), ocr=True)
    return tuple(out)


@lru_cache(maxsize=1 << 14)
def craft_tokens(word: str) -> tuple[Token, ...]:
    """The tokens of one word of a ship's name: no titles, no particles."""
    out = [t for run in _RUN.findall(unmask(word)) for t in _plain(run, ("number",), ocr=False)]
    return tuple(t if t.kind != INITIAL else make_token(t.text, NAME, t.original) for t in out)


@lru_cache(maxsize=1 << 16)
def company_tokens(word: str) -> tuple[Token, ...]:
    """The tokens of one word of a company's name; known words by what they mean."""
    out: list[Token] = []
    for run in _RUN.findall(unmask(word)):
        script = script_of(run[0])
        if script in (HANGUL, HAN):
            for part in split_unspaced(run):
                latin = pinyin(part) if script == HAN else "".join(map(revised, part))
                out.append(_known(part, latin, ("form", "weak", "number")))
        elif script == KANA:
            out.append(_known(run, romaji(run), ("form", "weak")))
        else:
            out += _plain(run, ("form", "weak", "number", "particle"), ocr=False)
    return tuple(out)


def _known(original: str, latin: str, kinds: tuple[str, ...]) -> Token:
    found = known_word(original.casefold(), kinds)
    return make_token(found.means, found.kind, original) if found else make_token(latin, NAME, original)


def _family_first(run: str, compounds: frozenset[str], latin: object) -> list[Token]:
    assert callable(latin)
    if len(run) > 5 or len(run) < 2:
        return [make_token(latin(run), NAME, run)]
    size = 2 if run[:2] in compounds and len(run) > 2 else 1
    return [make_token(latin(part), NAME, part) for part in (run[:size], run[size:])]


def _plain(run: str, kinds: tuple[str, ...], *, ocr: bool) -> list[Token]:
    folded = fold(run)
    if found := known_word(folded, kinds):
        return [make_token(found.means, found.kind, run)]
    if len(run) > 4 and run.startswith("ال"):
        return [make_token("al", PARTICLE, run[:2]), *_plain(run[2:], kinds, ocr=ocr)]
    if run in _arabic_names():
        return [make_token(_arabic_names()[run], NAME, run)]
    latin = folded if folded.isascii() else to_latin(run)
    latin = misread(latin) if ocr or len(latin) > 4 else latin
    if not latin:
        return []
    if latin.isdigit():
        return [make_token(latin.lstrip("0") or "0", NUMBER, run)]
    if not ocr and "form" in kinds and (found := slipped_word(latin)):
        return [make_token(found.means, found.kind, run)]
    # Indic scripts too leave vowels unwritten: the inherent one.
    bare = not run.isascii() and (bool(scripts_of(run) & ABJADS) or "\u0900" <= run[0] <= "\u0dff")
    kind = INITIAL if len(latin) == 1 else NAME
    return [make_token(latin, kind, run, bare=bare)]

"""Ways in which a name gets disturbed on its way into a form: for measuring how many are still found."""

from __future__ import annotations

import random
from collections.abc import Callable

KEYS = {
    "q": "wa",
    "w": "qes",
    "e": "wrd",
    "r": "etf",
    "t": "ryg",
    "y": "tuh",
    "u": "yij",
    "i": "uok",
    "o": "ipl",
    "p": "ol",
    "a": "qsz",
    "s": "adwx",
    "d": "sfec",
    "f": "dgrv",
    "g": "fhtb",
    "h": "gjyn",
    "j": "hkum",
    "k": "jlim",
    "l": "kop",
    "z": "asx",
    "x": "zsdc",
    "c": "xdfv",
    "v": "cfgb",
    "b": "vghn",
    "n": "bhjm",
    "m": "njk",
}
LOOKS = {"a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "y": "у", "x": "х", "i": "і"}  # Cyrillic
OCR = {"o": "0", "l": "1", "i": "1", "s": "5", "b": "8", "m": "rn", "g": "q", "e": "c", "u": "v"}
TITLES = ("Mr", "Gen.", "Dr", "Col.", "Comrade", "H.E.", "Minister")

Change = Callable[[str, random.Random], str]


def _letters(name: str) -> list[int]:
    return [i for i, c in enumerate(name) if c.isalpha()]


def typo(name: str, rng: random.Random) -> str:
    at = rng.choice(_letters(name))
    letter = name[at].lower()
    kind = rng.choice(("near", "any", "drop", "double", "insert"))
    if kind == "near":
        return name[:at] + rng.choice(KEYS.get(letter, "e")) + name[at + 1 :]
    if kind == "any":
        return name[:at] + rng.choice("abcdefghijklmnoprstuvwyz".replace(letter, "")) + name[at + 1 :]
    if kind == "drop":
        return name[:at] + name[at + 1 :]
    added = letter if kind == "double" else rng.choice("abcdefghijklmnoprstuvwyz")
    return name[: at + 1] + added + name[at + 1 :]


def two_typos(name: str, rng: random.Random) -> str:
    return typo(typo(name, rng), rng)


def transposition(name: str, rng: random.Random) -> str:
    places = [i for i in _letters(name)[:-1] if name[i + 1].isalpha() and name[i + 1].lower() != name[i].lower()]
    at = rng.choice(places)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def ocr_slip(name: str, rng: random.Random) -> str:
    places = [i for i in _letters(name) if name[i].lower() in OCR]
    at = rng.choice(places)
    return name[:at] + OCR[name[at].lower()] + name[at + 1 :]


def initials(name: str, rng: random.Random) -> str:
    words = name.replace("-", " ").split()
    at = rng.randrange(1, len(words))
    return " ".join(w[0] + "." if i == at else w for i, w in enumerate(words))


def dropped_vowel(name: str, rng: random.Random) -> str:
    places = [i for i, c in enumerate(name) if c.lower() in "aeiou"]
    at = rng.choice(places)
    return name[:at] + name[at + 1 :]


def dropped_token(name: str, rng: random.Random) -> str:
    words = name.replace("-", " ").split()
    del words[rng.randrange(len(words))]
    return " ".join(words)


def homoglyphs(name: str, rng: random.Random) -> str:
    return "".join(LOOKS.get(c.lower(), c) if rng.random() < 0.5 else c for c in name)


def invisible(name: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(name))
    return name[:at] + rng.choice("\u200b\u200d\u00ad\u2060\ufeff") + name[at:]


def title(name: str, rng: random.Random) -> str:
    return f"{rng.choice(TITLES)} {name}"


def reordered(name: str, rng: random.Random) -> str:
    words = name.replace("-", " ").split()
    return " ".join((*words[1:], words[0]))


def joined(name: str, rng: random.Random) -> str:
    words = name.replace("-", " ").split()
    at = rng.randrange(len(words) - 1)
    return " ".join((*words[:at], words[at] + words[at + 1].lower(), *words[at + 2 :]))


def hyphen(name: str, rng: random.Random) -> str:
    words = name.replace("-", " ").split()
    return " ".join((words[0], "-".join(words[1:])))


CHANGES: dict[str, Change] = {
    "typo": typo,
    "two typos": two_typos,
    "transposition": transposition,
    "ocr slip": ocr_slip,
    "initials": initials,
    "dropped vowel": dropped_vowel,
    "dropped token": dropped_token,
    "homoglyphs": homoglyphs,
    "invisible": invisible,
    "title": title,
    "reordered": reordered,
    "joined": joined,
    "hyphen": hyphen,
}

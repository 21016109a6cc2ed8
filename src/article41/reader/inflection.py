"""The forms of English verbs: `scrap, scraps, scrapped, scrapping`."""

from __future__ import annotations

VOWELS = "aeiou"
_UNDOUBLED = ("w", "x", "y")


def forms(verb: str, irregular: dict[str, list[str]]) -> dict[str, str]:
    """Each form of a verb by name: base, s, past, part, ing."""
    if verb in irregular:
        third, past, part, ing = irregular[verb]
    else:
        third, past, ing = _third(verb), _past(verb), _ing(verb)
        part = past
    return {"base": verb, "s": third, "past": past, "part": part, "ing": ing}


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    return verb[:-1] + "ies" if _consonant_y(verb) else verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if _consonant_y(verb):
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _ing(verb: str) -> str:
    return verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith("ee") else _doubled(verb) + "ing"


def _consonant_y(verb: str) -> bool:
    return len(verb) > 1 and verb.endswith("y") and verb[-2] not in VOWELS


def _doubled(verb: str) -> str:
    """`scrap` doubles its last letter: one vowel, then one consonant, in a word of one syllable."""
    if len(verb) < 3 or verb[-1] in VOWELS or verb[-1] in _UNDOUBLED:
        return verb
    single = verb[-2] in VOWELS and verb[-3] not in VOWELS
    syllables = sum(
        letter in VOWELS and (n == 0 or verb[n - 1] not in VOWELS) for n, letter in enumerate(verb)
    )
    return verb + verb[-1] if single and syllables == 1 else verb

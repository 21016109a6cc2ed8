"""Whether a text is about the sanctions regime on the DPRK at all."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from article41.reader.patterns import joined, pattern

_NAMED = pattern("topic", "named")
_NORTH = re.compile(r"\b[Tt]he North\b(?! of| American| Atlantic| Sea| Pole)|\bKoreas\b|\binter-Korean\b")
_SURE = pattern("topic", "sure")
_LAW = pattern("topic", "law")
_ARMS = pattern("topic", "arms")
_THEFT = re.compile(r"\b(?:crypto\w*|cyber\w*|hack\w*|Lazarus|virtual assets?)\b", re.I)
_OTHERS = {
    "Iran": re.compile(r"\b(?:Iran\w*|Tehran|JCPOA)\b"),
    "Russia's war and oil": re.compile(
        r"\b(?:Ukrain\w+|Gazprom|Rosneft|Surgutneftegas|Lukoil|shadow fleet|price cap|Crimea|Donbas|Kyiv)\b"
    ),
    "Syria": re.compile(r"\b(?:Syria\w*|Damascus|Assad)\b"),
    "Venezuela": re.compile(r"\b(?:Venezuela\w*|Caracas|Maduro)\b"),
    "Cuba": re.compile(r"\b(?:Cuba\w*|Havana)\b"),
    "Myanmar": re.compile(r"\b(?:Myanmar\w*|Burm\w+|junta)\b"),
    "Belarus": re.compile(r"\b(?:Belarus\w*|Minsk|Lukashenko)\b"),
    "Sudan": re.compile(r"\b(?:Sudan\w*|Darfur|Khartoum)\b"),
    "Libya": re.compile(r"\b(?:Libya\w*|Tripoli)\b"),
    "Iraq": re.compile(r"\b(?:Iraq\w*|Baghdad|Saddam)\b"),
    "Afghanistan": re.compile(r"\b(?:Afghan\w*|Taliban|Kabul)\b"),
    "Yemen": re.compile(r"\b(?:Yemen\w*|Houthi\w*|Sanaa)\b"),
    "Africa": re.compile(r"\b(?:Mali|Malian|Bamako|Congo\w*|Somali\w*|Zimbabwe\w*|Eritrea\w*)\b"),
    "Haiti": re.compile(r"\b(?:Haiti\w*|Port-au-Prince)\b"),
    "Gaza": re.compile(r"\b(?:Gaza\w*|Hamas|Israel\w*)\b"),
}
_EVERY_OTHER = re.compile(joined([found.pattern for found in _OTHERS.values()]))
_LEAD = 500  # characters; a text says early what it is about


@dataclass(frozen=True, slots=True)
class _Counts:
    named: int
    law: int
    arms: int
    theft: int
    rival: str
    rivals: int
    early: bool
    sure: bool


def on_topic(text: str, limit: int) -> tuple[bool, str]:
    """The answer with its reason in words. Only the first `limit` characters are looked at."""
    found = _count(text[:limit])
    if found.named == 0:
        return False, "the DPRK is not named"
    if found.law == 0 and found.arms < 2 and found.theft < 2 and not found.sure:
        return False, "the DPRK is named, but neither sanctions nor its weapons nor thefts"
    if found.rivals > found.named * (1.5 if not found.sure else 3):
        return False, f"mainly about {found.rival}"
    if found.sure or found.early:
        return True, "sanctions or weapons of the DPRK"
    if found.named >= 2 and found.law:
        return True, "sanctions on the DPRK"
    return False, "the DPRK is named in passing"


def _count(text: str) -> _Counts:
    direct = len(_NAMED.findall(text))
    north = len(_NORTH.findall(text))
    if direct == 0 and "Korea" not in text:
        north = 0
    others = Counter(_whose(match.group()) for match in _EVERY_OTHER.finditer(text))
    rival, rivals = others.most_common(1)[0] if others else ("", 0)
    return _Counts(
        named=direct + north,
        law=len(_LAW.findall(text)),
        arms=len(_ARMS.findall(text)),
        theft=len(_THEFT.findall(text)),
        rival=rival,
        rivals=rivals,
        early=(_NAMED if direct else _NORTH).search(text[: max(_LEAD, len(text) // 3)]) is not None,
        sure=_SURE.search(text) is not None and direct + north > 0,
    )


def _whose(word: str) -> str:
    """Which other country or matter a word belongs to."""
    return next((name for name, words in _OTHERS.items() if words.match(word)), "")

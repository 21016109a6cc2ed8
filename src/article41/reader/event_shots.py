"""Where a sentence tells of tests and launches that took place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from article41.reader.dates import DateFound
from article41.reader.patterns import pattern

_NUCLEAR = pattern("events", "nuclear")
_MISSILE = pattern("events", "missile")
_SATELLITE = pattern("events", "satellite")
_UNNAMED = pattern("events", "unnamed")
_ONE_OF_THEM = pattern("events", "one_of_them")
_UNREAL = pattern("events", "unreal")
_UNREAL_NEAR = pattern("events", "unreal_near")
_OF_OTHERS = pattern("events", "of_others")
_TRIED = re.compile(r"\b(?:bid|attempts?|tried|trying|failed|fail(?:ure|ing)?) to\b[^;,.]{0,20}$", re.I)
_NO_DEED = re.compile(
    r"^[^,;.]{0,30}\b(?:banned|prohibited|forbidden|would|could|can be|outlawed|if|site"
    r"|moratorium|ban|program\w*|capabilit\w+|technolog\w+|engines?|motors?)\b"
)
_ANOTHER = re.compile(r"\banother\b")
_DAY_NEAR = re.compile(r"\b(?:on|in|last|this|earlier) (?:[A-Z]|\d)|\b(?:days?|week) (?:ago|later|earlier)")
_CLAUSE_ENDS = re.compile(r"[;:]|, (?:and|but|which|who)\b|, (?=[A-Z])|\bafter\b|\bfollowing\b")
_CARRIER = re.compile(
    r"(?<!short-range )(?<!artillery )(?<!range )\brocket\b(?! (?:launcher|engine|motor))", re.I
)
_WEAPON = re.compile(r"missile|ICBM|SLBM|projectile|Hwasong", re.I)
_ORBIT = re.compile(
    r"satellite|orbit|Unha|Chollima|Malligyong|Kwangmyong|space rocket|long-range rocket", re.I
)
_ATOMIC = re.compile(r"nuclear|atomic|hydrogen|\bbomb\b|underground|Punggye", re.I)
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth)\b", re.I)
_MANY = re.compile(
    r"(?:launches|tests|attempts|missiles|firings|blasts|rockets|explosions|ICBMs|satellites)$", re.I
)
# A sentence with none of these tells of no test and no launch: "its nuclear and missile programmes".
_DEED = re.compile(
    r"launch|fir(?:ed|ing|es)|test|shot|shoot|lob|flew|fl(?:y|ight|own)|orbit|blast|explo|deton|salvo|volley"
    r"|barrage|set(?:ting)? off|device|bomb|satellite|quake|tremor|seismic|attempt|hurl|loft|sent|send|sail"
    r"|soar|arc|land|splash|plung|fell|came down|took off|lift|trial|unleash|rose|eject|put|drop|crash|broke"
)
_CHAIN = re.compile(r"\s*(?:,|,? and|,? then)\s*(?:on |in |again )*", re.I)
# By type: its words, and what a sentence must hold for them to be looked for; most hold none of it.
_SHOTS = (
    (
        "nuclear-test",
        _NUCLEAR,
        re.compile(
            r"bomb|device|test|blast|explo|deton|set(?:ting)? off|blew|blown|quake|tremor|seismic|magnitude"
            r"|nuclear club"
        ),
    ),
    (
        "satellite-launch",
        _SATELLITE,
        re.compile(r"satellite|orbit|space|malligyong|chollima|kwangmyong|unha|rocket"),
    ),
    (
        "missile-launch",
        _MISSILE,
        re.compile(
            r"missile|icbm|irbm|slbm|projectile|hwasong|rocket|musudan|rodong|nodong|scud|taepo|pukguk|bukkeuk"
            r"|iskander|kn-?\d|range one|launched one|ballistic one|cruise one|hypersonic one|cruise weapon"
            r"|day['’]s (?:[\w-]+ ){0,3}(?:launch|firing|salvo)|the (?:latest|last|most recent)"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that tell of an event: its type, and where they stand."""

    type: str
    start: int
    end: int


def shots_in(text: str, low: str, dates: tuple[DateFound, ...], before: str) -> Iterator[Hit]:
    """Tests and launches that took place; `before` is the type of the one told last in the text."""
    if _DEED.search(low) is None:
        return
    found: list[Hit] = []
    told: list[tuple[int, int]] = []
    for name, words, needed in _SHOTS:
        if needed.search(low):
            found.extend(_named(text, name, words, told))
    if dates or ":" in text:
        found.extend(_unnamed(text, before, told))
    yield from found
    yield from _of_one_kind(text, found, dates)


def _named(text: str, name: str, words: re.Pattern[str], told: list[tuple[int, int]]) -> Iterator[Hit]:
    for match in words.finditer(text):
        told.append(match.span())
        site = re.match(r"\w* ?(?:Ground|Station|Cent)", text[match.end() :])
        if site or (name == "missile-launch" and _carries_satellite(text, match)):
            continue
        if _real(text, match):
            carrier = name == "missile-launch" and _is_carrier(match.group())
            yield Hit("satellite-launch" if carrier else name, match.start(), match.end())


def _is_carrier(words: str) -> bool:
    """One rocket of long range is what carries a satellite; missiles are called by their name."""
    return _CARRIER.search(words) is not None and _WEAPON.search(words) is None


def _carries_satellite(text: str, match: re.Match[str]) -> bool:
    """A rocket that is said to carry a satellite is told as that, not as a missile too."""
    reach = match.end() + (60 if "rocket" in match.group().lower() else 0)
    return _SATELLITE.search(text, match.start(), reach) is not None


def _unnamed(text: str, before: str, told: list[tuple[int, int]]) -> Iterator[Hit]:
    """`Friday's launch`, `the 29 March test`: what was launched or tested is told elsewhere."""
    for match in _UNNAMED.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in told):
            continue
        if _real(text, match):
            yield Hit(_kind(text, match.group().lower(), before), match.start(), match.end())


def _kind(text: str, words: str, before: str) -> str:
    if re.search(r"blast|explosion|detonation", words):
        return "nuclear-test"
    if _ORBIT.search(text) and not re.search(r"missile|ICBM", text, re.I):
        return "satellite-launch"
    if "test" in words and "launch" not in words:
        if _WEAPON.search(text):
            return "missile-launch"
        atomic = _ATOMIC.search(text) or _ORDINAL.search(words)
        return "nuclear-test" if atomic else before or "missile-launch"
    if _WEAPON.search(text) or before == "nuclear-test":
        return "missile-launch"
    return before or "missile-launch"


def _of_one_kind(text: str, found: list[Hit], dates: tuple[DateFound, ...]) -> Iterator[Hit]:
    """The further days of what is told as many: `launches in May and August`, `the last in September`."""
    for match in _ONE_OF_THEM.finditer(text) if found else ():
        ahead = [hit for hit in found if hit.end <= match.start()]
        if ahead:
            yield Hit(max(ahead, key=lambda hit: hit.end).type, match.start(), match.end())
    for hit in found:
        if not _MANY.search(text[hit.start : hit.end]):
            continue
        at, first = hit.end, True
        for day in dates:
            if day.start < at or day.iso is None or "/" in day.iso:
                continue
            between = text[at : day.start] + ("and" if day.text.startswith("and ") else "")
            if not (len(between) < 30 and "." not in between if first else _CHAIN.fullmatch(between)):
                break
            if not first:
                yield Hit(hit.type, day.start, day.end)
            at, first = day.end, False


def _real(text: str, match: re.Match[str]) -> bool:
    """An event that took place, not one feared, banned, planned or promised."""
    left = _CLAUSE_ENDS.split(text[max(0, match.start() - 60) : match.start()])[-1]
    if _UNREAL_NEAR.search(text[max(0, match.start() - 40) : match.start()]):
        return False
    if _OF_OTHERS.search(left):
        return False
    undated = _DAY_NEAR.search(text, match.end(), match.end() + 60) is None
    if undated and _ANOTHER.search(text, max(0, match.start() - 25), match.end()):
        return False
    if _UNREAL_NEAR.search(match.group()[:30] + " ") or _UNREAL.search(match.group()):
        return False
    if _UNREAL.search(left.replace("May", "")) and not _TRIED.search(left):  # the month, not "may"
        return False
    return _NO_DEED.search(text[match.end() : match.end() + 45]) is None

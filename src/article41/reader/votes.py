"""How a vote went: adopted or vetoed, and the tally."""

from __future__ import annotations

import re

from article41.reader.items import Votes

_N = r"(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|all 15|all fifteen)"
_WORDS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
} | {"all 15": 15, "all fifteen": 15, "no": 0, "none": 0}
_DASH = re.compile(r"\b(1[0-5]|[0-9])[-–—](\d{1,2})(?:[-–—](\d{1,2}))?\b(?! ?(?:month|year|day|member|point|percent))")
_FAVOUR = re.compile(_N + r"(?: (?:votes?|members?|countries|states|nations|of the 15 members?))?(?: (?:voted|voting|cast))? (?:in favou?r|for\b(?! (?:a|the|more))|supported|backed|approv)", re.I)
_AGAINST = re.compile(_N + r"(?: (?:votes?|members?|countries))?(?: (?:voted|voting))? against|(no)(?: votes?)? against", re.I)
_ABSTAIN = re.compile(_N + r"(?: (?:members?|countries|states|nations))? ?(?:abstain\w*|abstention)|(no) abstention|\band (\d{1,2}) abstain", re.I)
_ALL = re.compile(r"\bunanim\w+|\bwith all (?:15|fifteen) votes|\ball (?:15|fifteen) (?:members|votes|council)|\bevery member\b|\b15-0\b", re.I)
_ALONE = re.compile(r"\bthe only (?:one|country|member|state)? ?(?:to )?(?:vote|abstain)|\b(\w+) abstained\b", re.I)

ADOPTED = re.compile(r"\b(?:adopt(?:ed|s|ing)|passed|approv(?:ed|es)|agreed on|endorsed)\b|\bvoted? (?:[\w-]+ ){0,6}(?:to (?!discuss|hold))|\bunanim\w+ (?:vote|adopt\w*|approv\w*|pass\w*|back\w*|imposed|voted)|\bvoted unanimously|\btightened|\bslapped|\brenewed\b|\bextended\b|\bCouncil (?:on \w+ )?(?:has )?(?:capped|banned|imposed|slapped|toughened|expanded|punished|strengthened|barred|ordered|outlawed)\b", re.I)
VETOED = re.compile(r"\bveto(?:ed|es)\b|\b(?:cast|used|wielded|exercised|casting|using|wielding)(?: \w+){0,4} vetoe?s?\b|\b(?:double|joint|Russian|Chinese|Russia['’]s|their|Moscow['’]s|its) vetoe?s?\b|\bvetoing\b|\bblocked (?:by|the (?:renewal|extension|resolution|draft))", re.I)


def tally(text: str) -> Votes | None:
    """The count that the words give; None where they give none."""
    if _ALL.search(text):
        return Votes(in_favour=15, against=0, abstain=0)
    dash = _DASH.search(text)
    if dash is not None and re.search(r"\bvot\w*|\bresolution|\bcouncil", text, re.I) and int(dash.group(1)) + int(dash.group(2)) <= 15:
        return Votes(in_favour=int(dash.group(1)), against=int(dash.group(2)), abstain=int(dash.group(3)) if dash.group(3) else None)
    favour, against, abstain = (_count(pattern, text) for pattern in (_FAVOUR, _AGAINST, _ABSTAIN))
    if favour is None and (against is None or abstain is None):
        return None
    return Votes(in_favour=favour, against=against, abstain=abstain)


def _count(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    if match is None:
        return None
    word = next(group for group in match.groups() if group).lower()
    return int(word) if word.isdigit() else _WORDS.get(word)

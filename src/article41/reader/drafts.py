"""Whether a sentence speaks of a draft or a plan, and how far it has come."""

from __future__ import annotations

from article41.reader.patterns import pattern
from article41.reader.votes import VETOED

_TEXTS = pattern("proposals", "texts")
_DRAFTING = pattern("proposals", "drafting")
_LED = pattern("proposals", "led")
_OLD_LAW = pattern("proposals", "old_law")
_STILL_DRAFT = pattern("proposals", "still_draft")
_OF_COUNCIL = pattern("proposals", "of_council")
_SHELVED = pattern("proposals", "shelved")
_ANNOUNCED = pattern("proposals", "announced")
_CIRCULATED = pattern("proposals", "circulated")
_TO_VOTE = pattern("proposals", "to_vote")
_THREAT = pattern("proposals", "veto_threat")
_PLAN = pattern("proposals", "plan")
# Cheap to look for; most sentences have none of them.
_NEEDED = (
    "draft", "resolution", "propos", "text", "plan", "motion", "blueprint", "initiative", "package",
    "amendment", "request", "demand", "bid", "document", "offer", "appeal", "formula", "road", "scheme",
    "measure",
)  # fmt: skip
_NEAR = 70  # characters between what is drafted and the verb


def about_a_draft(text: str, *, numbered: bool) -> str:
    """`draft-resolution` or `proposal` where a sentence speaks of one; empty otherwise.

    `numbered` tells that the sentence names a resolution by its number: then it speaks of law, unless it
    says that it is still a draft.
    """
    low = text.lower()
    if not any(word in low for word in _NEEDED) or (not _LED.search(text) and not _drafted(text)):
        return ""
    still = _STILL_DRAFT.search(text)
    if (numbered or _OLD_LAW.search(text)) and not still:
        return ""
    if _OF_COUNCIL.search(text):
        return "draft-resolution"
    return "proposal" if _PLAN.search(text) else ""


def _drafted(text: str) -> bool:
    """A text and a verb of drafting, close to each other in one clause."""
    named = [match.span() for match in _TEXTS.finditer(text)]
    if not named:
        return False
    return any(
        max(match.start() - end, start - match.end()) <= _NEAR
        and not any(sign in text[min(end, match.end()) : max(start, match.start())] for sign in ".;")
        and (match.start(), match.end()) != (start, end)
        for match in _DRAFTING.finditer(text)
        for start, end in named
        if not start <= match.start() < end
    )


def status_of(text: str) -> str:
    """How far a draft has come, by the words about it; empty where they do not tell."""
    if VETOED.search(text) and not _THREAT.search(text):
        return "vetoed"
    if _SHELVED.search(text):
        return "shelved"
    if _TO_VOTE.search(text):
        return "put-to-vote"
    if _ANNOUNCED.search(text):
        return "announced"
    return "circulated" if _CIRCULATED.search(text) else ""

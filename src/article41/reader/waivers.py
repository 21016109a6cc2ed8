"""What a waiver is for, where its words name the purpose and not the measure."""

from __future__ import annotations

import re

from article41.reader.document import Document
from article41.reader.items import Change
from article41.reader.measures import measures_in
from article41.reader.objects import is_special
from article41.reader.segment import Sentence

_WAIVER = re.compile(r"\b(?:exemption|waiver|exception)s?\b", re.I)
_AID = re.compile(
    r"\b(?:humanitarian|medic\w+|relief|aid|covid\S*|vaccin\w+|hospital\w*|drugs?|tamiflu|tuberculosis|unicef"
    r"|red cross|charit\w+|reunions?|water|sanitation)\b",
    re.I,
)
_NORTH_AND_SOUTH = re.compile(r"\b(?:inter-korean|rail\w*|trains?|kaesong|kumgang|liaison|road)\b", re.I)
_TRAVEL = re.compile(r"\b(?:travel\w*|attend|visit|delegation)\b", re.I)


def waived(document: Document, sentence: Sentence) -> Change | None:
    """The exemption that a sentence speaks of, by what it is wanted for; None where that is not said."""
    text = sentence.flat
    word = _WAIVER.search(text)
    measure = _purpose(text) if word else None
    if word is None or measure is None:
        return None
    return Change(
        action="exempt",
        measure=measure,
        evidence=(document.evidence(sentence.start + word.start(), sentence.end),),
        rule="change:exempt:purpose",
    )


def _purpose(text: str) -> str | None:
    if _NORTH_AND_SOUTH.search(text):
        return "inter-korean-projects"
    if _AID.search(text):
        return "humanitarian-exemption"
    if _TRAVEL.search(text):
        return "travel-ban"
    return next((m.id for m in measures_in(text) if is_special(m)), None)

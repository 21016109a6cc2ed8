"""Where a text, a vote, a request, an offer or a measure of one's own is first spoken of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from article41.reader.actors import sentence_actors
from article41.reader.changes import changes_in
from article41.reader.dates import DateFound
from article41.reader.document import Document, Evidence
from article41.reader.drafts import about_a_draft, status_of
from article41.reader.items import Change
from article41.reader.own_measures import may_take, takes_of
from article41.reader.patterns import pattern
from article41.reader.proposal_group import Group
from article41.reader.segment import Sentence
from article41.reader.sponsors import sponsors
from article41.reader.vote_news import first_day, recent, vote_day, vote_news
from article41.reader.votes import ADOPTED, tally
from article41.reader.waivers import waived

_REQUEST = pattern("proposals", "request")
_GRANTED = pattern("proposals", "granted")
_UNION = pattern("proposals", "union")
_ASKED = pattern("proposals", "waiver_asked")
_OFFER = pattern("proposals", "offer")
_WISH = pattern("proposals", "wish")
_HARDER = pattern("proposals", "harder")
_DEMAND = pattern("proposals", "demand")
_BARGAIN = pattern("proposals", "bargain")
_NUMBER = re.compile(r"[Rr]esolution (?:No\. )?(\d{4})\b")
_EARLY = 4  # paragraphs in which what a State does by itself is the news
_FREEING = frozenset({"lift", "end", "ease", "exempt", "raise"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with what several ways of reading it ask for."""

    document: Document
    sentence: Sentence
    place: int
    anchor: date | None
    dates: tuple[DateFound, ...]
    text: str
    low: str
    day: DateFound | None

    def evidence(self) -> list[Evidence]:
        """The whole sentence."""
        return [self.document.evidence(self.sentence.start, self.sentence.end)]

    def changes(self) -> list[Change]:
        """What it says is changed."""
        return changes_in(self.document, self.sentence)

    def special(self) -> bool:
        """Whether it changes a measure of its own, not the sanctions in general."""
        return any(change.measure != "sanctions-regime" for change in self.changes())

    def group(self, kind: str, named: list[str], status: str, rule: str) -> Group:
        """A text put forward by those named, first told in this sentence."""
        return Group(kind, named, status, self.evidence(), f"proposal:{rule}", self.day, paragraph=self.place)


def first_mention(
    document: Document, sentence: Sentence, place: int, anchor: date | None, dates: tuple[DateFound, ...]
) -> Group | None:
    """A group where this sentence speaks of a text, a vote, a request or an offer; else None."""
    text = sentence.flat
    told = _Told(document, sentence, place, anchor, dates, text, text.lower(), first_day(dates))
    return next((group for way in _WAYS if (group := way(told)) is not None), None)


def number_in(text: str) -> str | None:
    """The number of the resolution that a text names."""
    found = _NUMBER.search(text)
    return found.group(1) if found else None


def _voted(told: _Told) -> Group | None:
    news = vote_news(told.text, told.dates, told.anchor, told.place)
    if not news:
        return None
    group = told.group(
        "resolution" if news == "adopted" else "draft-resolution",
        sponsors(told.sentence, voted_down=news == "vetoed"),
        news,
        "vote",
    )
    group.date, group.resolution = vote_day(told.text, told.dates), number_in(told.text)
    group.vote = tally(told.text)
    return group


def _of_union(told: _Told) -> Group | None:
    if not _UNION.search(told.text):
        return None
    fresh = told.day is None and told.place <= 1 and _HARDER.search(told.text) and ADOPTED.search(told.text)
    if fresh or (told.special() and recent(told.day, told.anchor)):
        return told.group("proposal", ["European Union"], "adopted", "union")
    return None


def _drafted(told: _Told) -> Group | None:
    kind = about_a_draft(told.text, numbered=number_in(told.text) is not None)
    return told.group(kind, sponsors(told.sentence), status_of(told.text), "draft") if kind else None


def _waiver(told: _Told) -> Group | None:
    """`the committee granted an exemption for ...`, `Seoul has asked for a waiver so that ...`."""
    if not ("exempt" in told.low or "waiver" in told.low or "exception" in told.low):
        return None
    named = sponsors(told.sentence)
    granted = _GRANTED.search(told.text) is not None
    if not granted and not (_ASKED.search(told.text) and named):
        return None
    spoken = any(c.action == "exempt" and c.measure != "sanctions-regime" for c in told.changes())
    implied = None if spoken else waived(told.document, told.sentence)
    if granted and not (named or ((spoken or implied) and recent(told.day, told.anchor))):
        return None  # nobody's exemption of some day long past
    if granted and not (spoken or implied):
        return None
    group = told.group(
        "request", named, "adopted" if granted else "circulated", "granted" if granted else "request"
    )
    group.changes = [implied] if implied else []
    return group


def _requested(told: _Told) -> Group | None:
    if ("committee" in told.low or "council" in told.low) and _REQUEST.search(told.text):
        named = sponsors(told.sentence)
        return told.group("request", named, "circulated", "request") if named else None
    return None


def _offered(told: _Told) -> Group | None:
    if ("exchange" in told.low or "return" in told.low or " if " in told.low) and _OFFER.search(told.text):
        bargain = "exchange" in told.low or "return" in told.low
        return (
            told.group("proposal", sponsors(told.sentence), "announced", "offer")
            if bargain or told.special()
            else None
        )
    return None


def _demanded(told: _Told) -> Group | None:
    """`North Korea had sought only partial relief: the removal of ...`: what the target put on the table."""
    cue = _DEMAND.search(told.sentence.masked)
    if cue is None or not any(change.action in _FREEING for change in told.changes()):
        return None
    before = [
        a for a in sentence_actors(told.sentence)
        if a.represents and told.sentence.tokens[a.first].start - told.sentence.start < cue.start()
    ]  # fmt: skip
    if not before or before[-1].represents != "North Korea":
        return None
    if not (told.special() or _BARGAIN.search(told.text)):
        return None
    return told.group("proposal", ["North Korea"], "announced", "demand")


def _wished(told: _Told) -> Group | None:
    if _WISH.search(told.sentence.masked) and (named := sponsors(told.sentence)) and told.special():
        return told.group("proposal", named, "announced", "wish")
    return None


def _by_itself(told: _Told) -> Group | None:
    """`Tokyo will lift its ban on travel`: what a State does of its own accord, where it is the news."""
    dated = told.day is not None and not told.day.text.startswith("May 24")  # the name of measures
    if told.place > _EARLY or not may_take(told.sentence) or (dated and not recent(told.day, told.anchor)):
        return None
    named, status = takes_of(told.sentence, [c for c in told.changes() if c.measure != "sanctions-regime"])
    return told.group("proposal", named, status, "own-measures") if named else None


_WAYS = (_voted, _of_union, _drafted, _waiver, _requested, _offered, _demanded, _wished, _by_itself)

"""Proposals: drafts, resolutions whose vote is the news, requests and offers, with what each would change."""

from __future__ import annotations

import re
from datetime import date

from article41.reader.actors import sentence_actors
from article41.reader.changes import changes_by_reference, changes_in
from article41.reader.dates import DateFound, dates_in
from article41.reader.document import Document
from article41.reader.drafts import about_a_draft, status_of
from article41.reader.items import Change, Proposal
from article41.reader.own_measures import takes_of
from article41.reader.patterns import pattern
from article41.reader.proposal_group import Group, finished, join, same_text, take, tidied
from article41.reader.reporting import frames
from article41.reader.segment import Paragraph, Sentence
from article41.reader.sponsors import named_by, named_by_adjective, sponsors
from article41.reader.vote_news import first_day, recent, vote_day, vote_news
from article41.reader.votes import tally

_REQUEST = pattern("proposals", "request")
_GRANTED = pattern("proposals", "granted")
_UNION = pattern("proposals", "union")
_ASKED = pattern("proposals", "waiver_asked")
_OFFER = pattern("proposals", "offer")
_WISH = pattern("proposals", "wish")
_EFFECT = pattern("proposals", "effect")
_SUBJECT = pattern("proposals", "subject")
_BACKGROUND = pattern("proposals", "background")
_WOULD = pattern("proposals", "would")
_NUMBER = re.compile(r"[Rr]esolution (?:No\. )?(\d{4})\b")
_LISTED = re.compile(r"\s*(?:[-–—•*·▪]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s+\w")  # an item of a list
_EARLY = 4  # paragraphs in which what a State does by itself is the news
_NEAR = 3  # paragraphs over which a text is still spoken of


def proposals(document: Document, blocks: list[Paragraph], anchor: date | None) -> tuple[Proposal, ...]:
    """The proposals of a text, in its order."""
    groups: list[Group] = []
    running = [block for block in blocks if not block.head]
    for place, block in enumerate(running):
        for sentence in block.sentences:
            _sentence(document, sentence, place, anchor, groups)
    return tuple(finished(group) for group in tidied(groups))


def _sentence(
    document: Document, sentence: Sentence, place: int, anchor: date | None, groups: list[Group]
) -> None:
    dates = dates_in(sentence.flat, anchor)
    new = _started(document, sentence, place, anchor, dates)
    if new is None:
        _continue(document, sentence, place, dates, groups)
        return
    new.year = str(anchor.year) if anchor else ""
    if groups and not new.sponsors and _SUBJECT.match(sentence.flat):
        new.date = None  # "The draft also includes measures first proposed two years ago"
    if new.kind in ("draft-resolution", "resolution"):
        new.sponsors = [name for name in new.sponsors if name not in ("North Korea", "United Nations")]
    host = next((g for g in groups if same_text(g, new)), None)
    if host is not None:
        join(host, new)
    else:
        groups.append(new)
    group = host or new
    before = len(group.changes)
    take(group, document, sentence)
    if len(group.changes) > before:
        group.paragraph = place
    if not group.changes and group.kind == "draft-resolution":
        group.changes.extend(changes_by_reference(document, sentence))
    if host is None and not group.changes and _EFFECT.search(sentence.flat):
        group.changes.append(_to_that_effect(document, sentence))


def _to_that_effect(document: Document, sentence: Sentence) -> Change:
    evidence = (document.evidence(sentence.start, sentence.end),)
    return Change(action="ease", measure="sanctions-regime", evidence=evidence, rule="change:to-that-effect")


# ── where a text is first spoken of ───────────────────────────────────────────────────────────


def _started(
    document: Document, sentence: Sentence, place: int, anchor: date | None, dates: tuple[DateFound, ...]
) -> Group | None:
    """A group where this sentence speaks of a text, a vote, a request or an offer; else None."""
    text, low = sentence.flat, sentence.flat.lower()
    evidence = [document.evidence(sentence.start, sentence.end)]
    number = _NUMBER.search(text)
    if news := vote_news(text, dates, anchor, place):
        kind = "resolution" if news == "adopted" else "draft-resolution"
        return Group(
            kind, sponsors(sentence, voted_down=news == "vetoed"), news, evidence, "proposal:vote",
            vote_day(text, dates), number.group(1) if number else None, tally(text), paragraph=place,
        )  # fmt: skip
    day = first_day(dates)
    if _UNION.search(text) and _special(document, sentence) and recent(day, anchor):
        return Group(
            "proposal", ["European Union"], "adopted", evidence, "proposal:union", day, paragraph=place
        )
    if kind := about_a_draft(text, numbered=number is not None):
        named = sponsors(sentence)
        return Group(kind, named, status_of(text), evidence, "proposal:draft", day, paragraph=place)
    if (
        ("exempt" in low or "waiver" in low or "exception" in low)
        and _GRANTED.search(text)
        and any(c.action == "exempt" for c in changes_in(document, sentence))
    ):
        named = sponsors(sentence)
        return Group("request", named, "adopted", evidence, "proposal:granted", day, paragraph=place)
    if ("exempt" in low or "waiver" in low) and _ASKED.search(text) and (named := sponsors(sentence)):
        return Group("request", named, "circulated", evidence, "proposal:request", day, paragraph=place)
    if ("committee" in low or "council" in low) and _REQUEST.search(text) and (named := sponsors(sentence)):
        return Group("request", named, "circulated", evidence, "proposal:request", day, paragraph=place)
    if ("exchange" in low or "return" in low or " if " in low) and _OFFER.search(text):
        named = sponsors(sentence)
        return Group("proposal", named, "announced", evidence, "proposal:offer", day, paragraph=place)
    if _WISH.search(sentence.masked) and (named := sponsors(sentence)):
        made = Group("proposal", named, "announced", evidence, "proposal:wish", day, paragraph=place)
        return made if _special(document, sentence) else None
    return _by_itself(document, sentence, place, day, anchor)


def _by_itself(
    document: Document, sentence: Sentence, place: int, day: DateFound | None, anchor: date | None
) -> Group | None:
    """`Tokyo will lift its ban on travel`: what a State does of its own accord, where it is the news."""
    found = [c for c in changes_in(document, sentence) if c.measure != "sanctions-regime"]
    if not found or place > _EARLY or (day is not None and not recent(day, anchor)):
        return None
    named, status = takes_of(sentence, found)
    if not named:
        return None
    evidence = [document.evidence(sentence.start, sentence.end)]
    return Group("proposal", named, status, evidence, "proposal:own-measures", day, paragraph=place)


def _special(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence changes a measure of its own, not the sanctions in general."""
    return any(change.measure != "sanctions-regime" for change in changes_in(document, sentence))


# ── where it is spoken of further ─────────────────────────────────────────────────────────────


def _continue(
    document: Document, sentence: Sentence, place: int, dates: tuple[DateFound, ...], groups: list[Group]
) -> None:
    near = [group for group in reversed(groups) if place - group.paragraph <= _NEAR]
    if near and near[0].rule == "proposal:granted" and not near[0].sponsors:
        near[0].sponsors = named_by(sentence, sentence_actors(sentence))
    group = next((one for one in near if _goes_on(document, sentence, one, place, dates)), None)
    if group is None:
        return
    before = len(group.changes)
    take(group, document, sentence)
    if len(group.changes) > before:
        group.paragraph = place
    found = sentence_actors(sentence)
    group.sponsors = group.sponsors or named_by(sentence, found) or named_by_adjective(sentence, found)


def _goes_on(
    document: Document, sentence: Sentence, group: Group, place: int, dates: tuple[DateFound, ...]
) -> bool:
    """Whether a sentence goes on telling what a text does: its subject is the text, or what it orders."""
    text = sentence.flat
    if sum(token.quoted for token in sentence.tokens) > 0.3 * len(sentence.tokens):
        return False
    if _SUBJECT.match(text) or _LISTED.match(text):
        return not _spoken(sentence, opening=True)
    if group.kind == "request" or group.rule in ("proposal:wish", "proposal:offer"):
        return False
    found = changes_in(document, sentence)
    if not found or (group.status != "adopted" and not _WOULD.search(text)):
        return False
    first = min(change.evidence[0].start for change in found) - sentence.start
    if _spoken(sentence, before=first):
        return False
    return group.status != "adopted" or not _of_the_past(text[:first], group, dates)


def _of_the_past(text: str, group: Group, dates: tuple[DateFound, ...]) -> bool:
    """Background: another resolution, a day long before the text, or what is said to be old."""
    number = _NUMBER.search(text)
    if number is not None and group.resolution is not None and number.group(1) != group.resolution:
        return True
    if _BACKGROUND.search(text):
        return True
    day = group.date.iso if group.date else None
    return day is not None and any(
        d.iso and d.start < len(text) and d.iso[:7] < day[:7] and not day.startswith(d.iso) for d in dates
    )


def _spoken(sentence: Sentence, *, opening: bool = False, before: int = 0) -> bool:
    """Whether somebody speaks in a sentence `before` a place, and so the text does not speak for itself."""
    found = sentence_actors(sentence)
    if any(a.kind in ("person", "unnamed") and not a.bare for a in found[:1]):
        return True
    if opening:
        return False
    return any(
        actor.kind in ("person", "unnamed", "country", "institution") and frame.verb.form == "finite"
        for frame in frames(sentence, found)
        for actor in frame.subjects
        if actor.name != "UN Security Council"
        and sentence.tokens[actor.first].start - sentence.start < before
    )

"""Proposals: drafts, resolutions whose vote is the news, requests and offers, with what each would change."""

from __future__ import annotations

import re
from datetime import date

from article41.reader.actors import sentence_actors
from article41.reader.changes import changes_by_reference, changes_in
from article41.reader.dates import DateFound, dates_in
from article41.reader.document import Document
from article41.reader.first_mention import first_mention, number_in
from article41.reader.items import Change, Proposal
from article41.reader.patterns import pattern
from article41.reader.proposal_group import Group, finished, join, same_text, take, tidied
from article41.reader.reporting import frames
from article41.reader.segment import Paragraph, Sentence
from article41.reader.sponsors import named_by, named_by_adjective

_EFFECT = pattern("proposals", "effect")
_SUBJECT = pattern("proposals", "subject")
_BACKGROUND = pattern("proposals", "background")
_HARDER = pattern("proposals", "harder")
_RELAXED = pattern("proposals", "relaxed")
_WANTED = pattern("proposals", "wanted")
_WOULD = pattern("proposals", "would")
_LISTED = re.compile(r"\s*(?:[-–—•*·▪]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s+\w")  # an item of a list
_THEY = re.compile(
    r"(?:The|These|Those|Both|Their) (?:two |three |same )?"
    r"(?:countries|powers|allies|governments|sponsors)\b|They\b"
)
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
    new = first_mention(document, sentence, place, anchor, dates)
    if new is None:
        _continue(document, sentence, place, dates, groups)
        return
    new.year = str(anchor.year) if anchor else ""
    if groups and not new.sponsors and (_SUBJECT.match(sentence.flat) or _THEY.match(sentence.flat)):
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
    if not group.changes:
        group.changes.extend(_untold(document, sentence, group, first=host is None))


def _untold(document: Document, sentence: Sentence, group: Group, *, first: bool) -> list[Change]:
    """What a text would change where no verb with its measure says so."""
    if group.kind == "draft-resolution" and (found := changes_by_reference(document, sentence)):
        return found
    if first and _EFFECT.search(sentence.flat):
        return [_general(document, sentence, "ease", "to-that-effect")]
    if group.kind == "draft-resolution" and _RELAXED.search(sentence.flat):
        return [_general(document, sentence, "ease", "relaxed")]
    if group.kind == "draft-resolution" and group.status != "vetoed" and _HARDER.search(sentence.flat):
        return [_general(document, sentence, "tighten", "harder")]
    return []


def _general(document: Document, sentence: Sentence, action: str, rule: str) -> Change:
    evidence = (document.evidence(sentence.start, sentence.end),)
    return Change(action=action, measure="sanctions-regime", evidence=evidence, rule=f"change:{rule}")


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
    if group.kind == "request" or group.rule in ("proposal:wish", "proposal:offer", "proposal:demand"):
        return False
    found = changes_in(document, sentence)
    if not found or (group.status != "adopted" and not _WOULD.search(text)):
        return False
    first = min(change.evidence[0].start for change in found) - sentence.start
    if _spoken(sentence, before=first) or _WANTED.search(text[: max(first, 0)]):
        return False
    return group.status != "adopted" or not _of_the_past(text[:first], group, dates)


def _of_the_past(text: str, group: Group, dates: tuple[DateFound, ...]) -> bool:
    """Background: another resolution, a day long before the text, or what is said to be old."""
    number = number_in(text)
    if number is not None and group.resolution is not None and number != group.resolution:
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

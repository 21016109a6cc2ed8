"""The default reader: named steps over one text, deterministic, offline, each item with its rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article41.reader.dateline import dateline
from article41.reader.direction import ground_of, with_ceilings
from article41.reader.document import Document
from article41.reader.events import events
from article41.reader.facts import facts, with_adopted
from article41.reader.items import Reading
from article41.reader.proposals import proposals
from article41.reader.segment import Paragraph, paragraphs
from article41.reader.sitting import on_the_day
from article41.reader.statements import statements
from article41.reader.topic import on_topic

MAX_CHARACTERS = 400_000  # some 250 pages of news; what lies behind is not read, and the reading says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A text made ready: its day and its paragraphs."""

    document: Document
    anchor: date | None
    blocks: list[Paragraph]


def prepare(document: Document) -> Prepared:
    """Dates a text and cuts it into paragraphs, sentences and words."""
    return Prepared(
        document=document,
        anchor=dateline(document.text, document.date),
        blocks=list(paragraphs(document.text, MAX_CHARACTERS)),
    )


def read(document: Document) -> Reading:
    """Everything the rules find in a text. Never raises for what a text may hold."""
    about, reason = on_topic(document.text, MAX_CHARACTERS)
    notes = [f"topic: {reason}"]
    if len(document.text) > MAX_CHARACTERS:
        notes.append(f"only the first {MAX_CHARACTERS:,} of {len(document.text):,} characters were read")
    if not about:
        return Reading(name=document.name, sha256=document.sha256, on_topic=False, notes=tuple(notes))
    ready = prepare(document)
    proposed = proposals(ready.document, ready.blocks, ready.anchor)
    stated = facts(document, ready.blocks, ready.anchor)
    proposed = with_ceilings(proposed, stated)
    stated = with_adopted(stated, proposed)
    ground = ground_of(proposed, document.text)
    happened = events(document, ready.blocks, ready.anchor)
    said = statements(document, ready.blocks, ground, ready.anchor)
    return Reading(
        name=document.name,
        sha256=document.sha256,
        on_topic=True,
        dateline=ready.anchor.isoformat() if ready.anchor else None,
        statements=tuple(on_the_day(one, happened, ready.anchor) for one in said),
        proposals=proposed,
        events=happened,
        facts=stated,
        notes=tuple(notes),
    )

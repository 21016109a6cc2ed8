"""Changes in somebody's own words: "lift the bans on seafood and textiles, cut crude to three million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from article41.reader.changes import changes_ordered
from article41.reader.document import Document
from article41.reader.items import Change, Proposal, Reading
from article41.reader.pipeline import MAX_CHARACTERS
from article41.reader.quantities import quantities_in
from article41.reader.segment import paragraphs

# Verbs that look like nouns ("a cut", "the ban"): where a clause begins with one, it is an order.
_ORDER = r"(?:cut|ban|cap|limit|restrict|stop|halt|close|freeze|order|target)\b"
_CLAUSE = re.compile(rf"[,;]\s*(?:and\s+)?(?={_ORDER})|\s+and\s+(?={_ORDER})", re.IGNORECASE)
_MARK = re.compile(r"\s*(?:[-*•]|\(?\w{1,2}[.)])\s+")
UNREAD = "not understood: "
_TO = re.compile(r"(?:\s+(?:a|per)\s+year)?\s+to\s+([\w.,]*\w)", re.IGNORECASE)


def read_own(document: Document) -> Reading:
    """A text taken as a list of changes to the DPRK regime, not as a report of somebody's proposal.

    Clauses in which no change was understood are told in the notes, so that nothing falls out unseen.
    """
    changes: list[Change] = []
    unread: list[str] = []
    for start, clause in _clauses(document):
        found = changes_ordered(document, clause, start)
        changes += [_with_amount(change, document, start + len(clause)) for change in found]
        if not found:
            unread.append(" ".join(clause.split()))
    proposal = Proposal(
        kind="proposal",
        sponsors=(),
        status="announced",
        changes=tuple(changes),
        evidence=(),
        rule="own words",
    )
    return Reading(
        name=document.name,
        sha256=document.sha256,
        on_topic=True,
        dateline=document.date.isoformat() if document.date else None,
        proposals=(proposal,),
        notes=tuple(f"{UNREAD}{clause}" for clause in unread),
    )


def _with_amount(change: Change, document: Document, end: int) -> Change:
    """The amount of "from four million barrels to three", whose unit and scale stand with the first."""
    if change.values or len(change.from_values) != 1 or not change.evidence:
        return change
    last = change.evidence[-1]
    match = _TO.match(document.text[last.end : end])
    counted, _, rest = change.from_values[0].text.partition(" ")
    read = quantities_in(f"{match[1]} {rest}") if match and counted and rest else []
    if len(read) != 1:
        return change
    assert match is not None
    evidence = (*change.evidence[:-1], document.evidence(last.start, last.end + match.end()))
    return replace(change, values=(read[0][1],), evidence=evidence)


def _clauses(document: Document) -> Iterator[tuple[int, str]]:
    """Sentences and lines, cut where a new order begins, each with its place in the text."""
    for paragraph in paragraphs(document.text, MAX_CHARACTERS):
        for sentence in paragraph.sentences:
            at = sentence.start
            for line in sentence.text.splitlines(keepends=True):
                yield from _parts(line, at)
                at += len(line)


def _parts(line: str, at: int) -> Iterator[tuple[int, str]]:
    mark = _MARK.match(line)
    begin = mark.end() if mark else 0
    for cut in (*_CLAUSE.finditer(line, begin), None):
        end = cut.start() if cut else len(line)
        if re.search(r"[^\W\d_]{2}", line[begin:end]):
            yield at + begin, line[begin:end]
        begin = cut.end() if cut else end

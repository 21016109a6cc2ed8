"""A draft as it is being written: paragraphs with operations, evidence and open questions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from article41.reader.document import Evidence
from article41.types import Confidence

Operation = dict[str, Any]
"""One operation in the law's own format, as plain data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What one change comes to in the law: a gist in our words, operations, and what stays open.

    Without operations the change cannot be written, and `questions` say why.
    """

    gist: str
    operations: tuple[Operation, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftParagraph:
    """One paragraph, the words of the text it rests on, and its open questions.

    `acts_on` cites the paragraphs of the law from which the changed measures stem.
    """

    para: str
    gist: str
    action: str
    word: str
    operations: tuple[Operation, ...]
    acts_on: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    questions: tuple[str, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft resolution read from a text, against the law of the day `on`.

    `unread` holds clauses of a list of changes in which nothing was understood.
    """

    id: str
    symbol: str
    title: str
    tabled: str
    penholder: str
    sponsors: tuple[str, ...]
    note: str
    source: str
    on: date
    paragraphs: tuple[DraftParagraph, ...]
    unread: tuple[str, ...] = ()

    @property
    def operations(self) -> int:
        """How many operations it carries."""
        return sum(len(paragraph.operations) for paragraph in self.paragraphs)

    @property
    def questions(self) -> int:
        """How many questions it leaves open."""
        return sum(len(paragraph.questions) for paragraph in self.paragraphs)

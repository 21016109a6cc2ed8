"""A text as the reader sees it, and the words in it that an item rests on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A stretch of a text: `text[start:end] == quote`, in Unicode code points, end exclusive."""

    start: int
    end: int
    quote: str

    def overlaps(self, other: Evidence) -> bool:
        """Whether two stretches share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text with what is known about it from outside: its name, title, address, day of publication.

    Offsets of all evidence count in `text` as it is, without newline translation.
    """

    text: str
    name: str = ""
    date: date | None = None
    title: str = ""
    url: str = ""

    @property
    def sha256(self) -> str:
        """The fingerprint of the text, by which a reading of it is kept."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def evidence(self, start: int, end: int) -> Evidence:
        """The stretch from start to end without the white space around it."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        piece = piece.strip()
        return Evidence(start=start, end=start + len(piece), quote=piece)

    def holds(self, evidence: Evidence) -> bool:
        """Whether the stretch stands in this text with exactly these words."""
        return (
            0 <= evidence.start < evidence.end <= len(self.text)
            and self.text[evidence.start : evidence.end] == evidence.quote
        )

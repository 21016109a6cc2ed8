"""Paragraphs, quotations and sentences of a text, as offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from article41.reader.gazetteer import words
from article41.reader.quotations import quotations
from article41.reader.tokens import Token, tokenize

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_STOP = re.compile(r"[.!?…][.!?…\"”’'»)\]]{0,6}(?=[\s\u00a0]|$)")
_CLOSED = re.compile(r"[.!?…:;\"”’)][\s]*$")
_SHORT = words("segment_short")
# Words that begin a sentence after "the U.S." more often than they go on with it.
_STARTERS = words("segment_starters")
MAX_SENTENCE = 2_000


@dataclass(slots=True)
class Sentence:
    """One sentence: offsets, words, its place in the text and the quotations that touch it."""

    start: int
    end: int
    text: str
    paragraph: int
    first: bool  # the first of its paragraph
    tokens: list[Token] = field(default_factory=list)
    masked: str = ""  # the text with quoted words blanked, letter for letter
    actors: list[Any] | None = None  # phrases that can speak, found when first asked for
    done: list[Any] | None = None  # what is done to which measure, found when first asked for
    opening: int = 0  # length of the dateline before the first word; blank in `masked` and `flat`
    flat: str = ""  # the text with the dots of initials (U.N.) as another sign: a dot ends a clause


@dataclass(slots=True)
class Paragraph:
    """A paragraph; `head` tells titles, bylines and captions, which make no statements."""

    index: int
    start: int
    end: int
    text: str
    head: bool
    quotes: list[tuple[int, int]]
    sentences: list[Sentence]


_INITIALS = re.compile(r"\b(?:[A-Z]\.)+|\b(?:Mr|Dec|Nov|Oct|Sept|Aug|Feb|Jan)\.")


# "HANOI, Vietnam (March 1, 2019) — ": where and when a text was written, and nothing that it tells.
_DATELINE = re.compile(
    r"[A-Z][A-Z.]{2,}[^—–\n]{0,70}?(?: ?[—–] ?| --? |/[A-Z]{3,9}/\.? |\([A-Z]\w{1,12}\)[:.] ?)(?=[\"“A-Z])"
)


def flat(text: str) -> str:
    """A text of the same length whose initials and short months have no full stops."""
    return _INITIALS.sub(lambda found: found.group().replace(".", "․"), text)


def paragraphs(text: str, limit: int) -> Iterator[Paragraph]:
    """The paragraphs up to a limit of characters, with sentences and words."""
    for index, (start, end) in enumerate(_blocks(text, limit)):
        quotes = quotations(text, start, end)
        block = Paragraph(index, start, end, text[start:end], _is_head(text[start:end]), quotes, [])
        for first, (begin, stop) in enumerate(_sentences(text, start, end)):
            tokens = tokenize(text, begin, stop, quotes)
            if tokens:
                piece = text[begin:stop]
                sentence = Sentence(begin, stop, piece, index, first == 0, tokens)
                place = _DATELINE.match(piece) if first == 0 else None
                sentence.opening = place.end() if place else 0
                blank = " " * sentence.opening
                sentence.masked = blank + _mask(piece, begin, quotes)[sentence.opening :]
                sentence.flat = blank + flat(piece)[sentence.opening :]
                block.sentences.append(sentence)
        if block.sentences:
            yield block


def _blocks(text: str, limit: int) -> Iterator[tuple[int, int]]:
    """Lines joined to paragraphs: a text wrapped at a fixed width is put together again."""
    lines = [match.span() for match in _LINE.finditer(text, 0, limit) if match.group().strip()]
    start, end = 0, 0
    for begin, stop in lines:
        if end and _goes_on(text, start, end, begin):
            end = stop
            continue
        if end:
            yield start, end
        start, end = begin, stop
    if end:
        yield start, end


def _goes_on(text: str, start: int, end: int, begin: int) -> bool:
    gap = text[end:begin]
    if gap.count("\n") > 1 or gap.count("\r") > 1 or end - start > 20_000:
        return False
    if _CLOSED.search(text, max(start, end - 4), end):
        return False
    follows = text[begin : begin + 1]
    last_line = end - max(text.rfind("\n", start, end), start)
    return follows.islower() or (last_line >= 66 and not _looks_like_title(text[start:end]))


def _looks_like_title(line: str) -> bool:
    words = line.split()
    return len(line) < 140 and not line.rstrip().endswith((".", ",")) and len(words) < 22


def _is_head(block: str) -> bool:
    stripped = block.strip()
    if not stripped or any(mark in stripped for mark in _CAPTIONS):
        return True
    if stripped[-1] in '.!?"”’…»;:' and " " in stripped:
        byline = stripped.lower().startswith(_BYLINES) and len(stripped) < _LONG_BYLINE
        return len(stripped) < 25 or byline
    return len(stripped) < 200 and not re.search(r"[.!?][\"”]? [A-Z“\"]", flat(stripped))


_CAPTIONS = ("REUTERS/", "(123rf)", "Getty Images", "File photo", "AP Photo", "(Photo", "EPA-EFE", "/AFP")
_LONG_BYLINE = 120  # "By a vote of 13 in favour, the Council ..." is longer, and no byline
_BYLINES = ("by ", "published", "updated", "reporting by", "write:", "photo", "editing by", "copyright", "©")


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _STOP.finditer(text, start, end):
        stop = match.end()
        if stop - begin < MAX_SENTENCE and not _ends_here(text, match.start(), stop, end):
            continue
        yield from _trimmed(text, begin, stop)
        begin = stop
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    for start in range(begin, stop, MAX_SENTENCE):
        piece = text[start : min(stop, start + MAX_SENTENCE)]
        if inner := piece.strip():
            lead = len(piece) - len(piece.lstrip())
            yield start + lead, start + lead + len(inner)


def _ends_here(text: str, dot: int, stop: int, end: int) -> bool:
    follows = text[stop : stop + 40].lstrip()
    if not follows or stop >= end:
        return True
    if text[dot] == "…" and follows[0].islower():
        return False
    if follows[0].islower():
        return False
    if text[dot] != "." or stop - dot > 1:
        return True
    before = re.search(r"[^\s(“\"]*$", text[max(0, dot - 20) : dot])
    word = before.group().lower() if before else ""
    if word in _SHORT:
        return word in ("no", "nos", "art", "para", "res", "fig") and not follows[0].isdigit()
    if "." in word or (len(word) == 1 and word.isalpha()):  # U.S. and initials
        first = re.match(r"[\"“]?(\w+)", follows)
        return bool(first) and first is not None and first.group(1).lower() in _STARTERS
    return True


def _mask(piece: str, begin: int, quotes: list[tuple[int, int]]) -> str:
    end = begin + len(piece)
    for opened, closed in quotes:
        if opened < end and closed > begin:
            left, right = max(opened, begin) - begin, min(closed, end) - begin
            piece = piece[:left] + "¤" * (right - left) + piece[right:]
    return piece

"""Verbs of saying that tell no position of their subject."""

from __future__ import annotations

import re

from article41.reader.actor import Actor
from article41.reader.saying import Heard
from article41.reader.subjects import Frame


def unspoken(one: Heard, frame: Frame) -> bool:
    """A verb of saying that tells no position: a veto told as background, `asked not to be named`."""
    if frame.verb.kind == "con" and _background(one, frame):
        return True
    if _doubted(one, frame):
        return True
    if frame.verb.kind == "con" and _not(one, frame):
        return True  # "had not ruled out": no refusal
    if frame.verb.kind == "say" and _denied(one, frame):
        return True
    if frame.verb.first and one.sentence.tokens[frame.verb.first - 1].low == "having":
        return True  # "Russia having vetoed an extension"
    paper = _OF_PAPER.match(one.sentence.text)
    verb = one.sentence.tokens[frame.verb.first].start - one.sentence.start
    if paper and verb >= paper.end() and all(_before(one, actor, paper.end()) for actor in frame.subjects):
        return True
    after = one.sentence.text[one.sentence.tokens[frame.verb.last - 1].end - one.sentence.start :][:40]
    if frame.verb.words in ("declined", "declines", "refused", "refuses") and _SILENT.match(after):
        return True
    return _UNNAMED.match(after) is not None


def _not(one: Heard, frame: Frame) -> bool:
    return frame.verb.first > 0 and one.sentence.tokens[frame.verb.first - 1].low in ("not", "n't", "never")


def _denied(one: Heard, frame: Frame) -> bool:
    """`would not say`, `did not believe`: nothing said, as far as we are told."""
    before = one.sentence.tokens[frame.verb.first - 1].low if frame.verb.first else ""
    mute = frame.verb.words.startswith(("say", "react", "comment", "respond", "repl"))
    return before in ("not", "n't", "yet") and mute


def _doubted(one: Heard, frame: Frame) -> bool:
    """`would not say whether it would back`: no position, a question."""
    words = [t.low for t in one.sentence.tokens[max(0, frame.verb.first - 6) : frame.verb.first]]
    return "whether" in words and not {",", ".", ";"} & set(words[words.index("whether") :])


# "Resolution 1874, which Washington drew up, calls on ...": the resolution calls, not Washington.
_OF_PAPER = re.compile(
    r"(?:The |This |A )?(?:new |draft )?(?:[Rr]esolution|text|draft)(?: \d{4})?,"
    r" [^,]{3,120},(?! (?:and|or)\b)"
)


def _before(one: Heard, actor: Actor, place: int) -> bool:
    return one.sentence.tokens[actor.first].start - one.sentence.start < place


_SILENT = re.compile(
    r" to (?:discuss|comment|elaborate|answer|speculate|say|be drawn|give (?:any )?details)\b"
)
_UNNAMED = re.compile(
    r" (?:not to be|to be|to remain|to stay|for|on condition of) "
    r"(?:named|identified|quoted|unnamed|unidentified|anonym\w+)\b",
    re.I,
)


def _background(one: Heard, frame: Frame) -> bool:
    """`since Moscow vetoed`, `after China blocked`: told as what went before."""
    first = min(actor.first for actor in frame.subjects)
    return first > 0 and one.sentence.tokens[first - 1].low in (
        "since",
        "after",
        "when",
        "before",
        "once",
        "because",
        "which",
    )

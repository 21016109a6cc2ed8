"""Goes through a text and yields each act of saying: who, under which verb, with which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from article41.reader.actors import sentence_actors
from article41.reader.coreference import Memory
from article41.reader.gazetteer import words
from article41.reader.patterns import pattern
from article41.reader.phrase import Actor
from article41.reader.reporting import frames
from article41.reader.segment import Paragraph, Sentence
from article41.reader.subjects import Frame

_TURN = pattern("talk", "turn")


@dataclass(frozen=True, slots=True)
class Saying:
    """One speaker's words in one sentence. `inside` names who tells it where the speaker is absent."""

    speaker: Actor
    kind: str  # class of the verb
    verb: str
    rule: str
    sentence: Sentence
    start: int
    end: int
    spans: tuple[tuple[int, int], ...]  # where the words stand, the verb included
    inside: Actor | None = None


@dataclass(slots=True)
class Heard:
    """A sentence with its actors and frames, and what was said in it."""

    sentence: Sentence
    actors: list[Actor]
    frames: list[Frame]


def sayings(blocks: list[Paragraph], day: date | None = None) -> Iterator[Saying]:
    """Every act of saying in the running text; titles, bylines and captions only introduce people."""
    memory, last = Memory(day=day), None
    for block in blocks:
        heard = [Heard(sentence, sentence_actors(sentence), []) for sentence in block.sentences]
        if block.head:
            for one in heard:
                _introduce(memory, one)
            continue
        turn = _TURN.match(block.text)
        if turn is not None and (turn.group(1) or turn.group(2) or _known_turn(memory, turn.group(3))):
            yield from _turn(memory, heard, turn)
            continue
        made: list[Saying] = []
        for one in heard:
            made.extend(_heard(memory, one))
        continued = list(_continued(block, heard, made, last))
        every = [*made, *continued]
        told = [_told(heard[0], saying, saying.sentence.text) for saying in every]
        every = sorted([*every, *(t for t in told if t)], key=lambda saying: saying.start)
        yield from every
        direct = [saying for saying in every if saying.inside is None]
        if direct:
            last = direct[-1]


def _introduce(memory: Memory, one: Heard) -> None:
    for actor in one.actors:
        memory.meet(actor)
        if actor.kind == "person" and actor.role:
            memory.speakers.append(actor)


def _known_turn(memory: Memory, name: str | None) -> bool:
    return bool(name) and (name or "").split()[-1].lower() in memory.people


def _turn(memory: Memory, heard: list[Heard], turn: re.Match[str]) -> Iterator[Saying]:
    """A turn of a transcript: the answer is the spokesperson's, or of the one whose name leads it."""
    if turn.group(1):
        for one in heard:
            for actor in one.actors:
                memory.meet(actor)
        return
    people = [actor for actor in memory.speakers if actor.kind == "person"]
    named = memory.people.get(turn.group(3).split()[-1].lower()) if turn.group(3) else None
    speaker = named or (people[-1] if people and not turn.group(3) else None)
    if speaker is None:
        return
    for one in heard:
        start = one.sentence.start + (turn.end() if one.sentence.first else 0)
        if start < one.sentence.end:
            yield Saying(
                speaker,
                "say",
                "",
                "report:transcript",
                one.sentence,
                start,
                one.sentence.end,
                ((start, one.sentence.end),),
            )


def _heard(memory: Memory, one: Heard) -> list[Saying]:
    for actor in one.actors:
        memory.meet(actor)
    memory.speakers.extend(_taking_the_floor(one))
    one.frames = frames(one.sentence, one.actors)
    made: list[Saying] = []
    speakers_of: list[list[Actor]] = []
    for frame in one.frames:
        if _unspoken(one, frame):
            speakers_of.append([])
            continue
        speakers = [who for subject in frame.subjects for who in memory.who(subject)]
        outer = speakers_of[frame.inside] if frame.inside >= 0 else []
        folded = bool(outer) and (
            not speakers or _same_side(speakers, outer) or frame.subjects[0].kind == "pronoun"
        )
        if folded:
            speakers = outer
        speakers_of.append(speakers)
        teller = outer[0] if outer and not folded else None
        made.extend(_sayings(one, frame, speakers, teller))
        if frame.inside < 0 or folded:
            memory.speakers.extend(speakers)
        if not folded:
            memory.meet_together([speaker for speaker in speakers if speaker.kind == "country"])
    _pairs(memory, one)
    if made and made[0].inside is None:
        for token in one.sentence.tokens:
            if token.low in words("papers") and not token.quoted:
                memory.papers.setdefault(token.low, made[0].speaker)
    return made


def _unspoken(one: Heard, frame: Frame) -> bool:
    """A verb of saying that tells no position: a veto told as background, `asked not to be named`."""
    if frame.verb.words in ("vetoed", "blocked", "block") and _background(one, frame):
        return True
    paper = _OF_PAPER.match(one.sentence.text)
    verb = one.sentence.tokens[frame.verb.first].start - one.sentence.start
    if paper and verb >= paper.end() and all(_before(one, actor, paper.end()) for actor in frame.subjects):
        return True
    after = one.sentence.text[one.sentence.tokens[frame.verb.last - 1].end - one.sentence.start :][:40]
    if frame.verb.words in ("declined", "declines", "refused", "refuses") and _SILENT.match(after):
        return True
    return _UNNAMED.match(after) is not None


# "Resolution 1874, which Washington drew up, calls on ...": the resolution calls, not Washington.
_OF_PAPER = re.compile(
    r"(?:The |This |A )?(?:new |draft )?(?:[Rr]esolution|text|draft)(?: \d{4})?, (?:which|that|dr[aeu]\w+"
    r"|sponsored|adopted|passed|tabled|proposed) [^,]{3,120},"
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


def _pairs(memory: Memory, one: Heard) -> None:
    """`China and Russia` anywhere in a sentence may be "the two countries" of the next."""
    listed = [actor for actor in one.actors if actor.kind == "country"]
    for left, right in pairwise(listed):
        between = [token.low for token in one.sentence.tokens[left.last : right.first]]
        if between in (["and"], ["'s", "and"], ["and", "the"]) and left.represents != right.represents:
            memory.meet_together([left, right])
            return


_FLOOR = re.compile(
    r"\b(?:account|version|view|tone|line|speech|(?:press|news) (?:conference|briefing)|interview|briefing"
    r"|addressed|disagreed|none of it|went further|blunt\w*|differed|took the floor|statement|answer)\b"
)


def _taking_the_floor(one: Heard) -> list[Actor]:
    """Who begins to speak with no verb of saying: `Ri gave another account`. The next "he" is theirs."""
    if not one.actors or not _FLOOR.search(one.sentence.masked):
        return []
    first = one.actors[0]
    named = first.kind == "person" or (first.kind == "unnamed" and not first.group)
    return [first] if named and not first.bare and first.first <= 5 else []


def _same_side(speakers: list[Actor], outer: list[Actor]) -> bool:
    """An ambassador who tells what his own government believes speaks for himself."""
    sides = {actor.represents for actor in outer}
    return all(
        actor.represents in sides and actor.kind in ("country", "institution", "pronoun")
        for actor in speakers
    )


def _sayings(one: Heard, frame: Frame, speakers: list[Actor], teller: Actor | None) -> Iterator[Saying]:
    verb = one.sentence.tokens[frame.verb.first]
    opening = (
        min(verb.start, *(one.sentence.tokens[a.first].start for a in frame.subjects))
        if frame.subjects
        else verb.start
    )
    last = one.sentence.tokens[frame.verb.last - 1].end
    first = last if frame.verb.kind == "con" else verb.start
    spans = [(first, frame.end)] if frame.end > first else []
    if frame.start < opening and frame.rule not in ("report:participle", "report:same-subject"):
        spans.insert(0, (frame.start, opening))
    if not spans:
        spans = [(frame.start, frame.end)]
    for speaker in speakers:
        yield Saying(
            speaker,
            frame.verb.kind,
            frame.verb.words,
            frame.rule,
            one.sentence,
            frame.start,
            frame.end,
            tuple(spans),
            teller,
        )


_THEY = pattern("talk", "they")


def _told(one: Heard, saying: Saying, text: str) -> Saying | None:
    """What an absent North Korea wants, in another's quoted words: "they wanted the sanctions lifted"."""
    if saying.speaker.represents in (None, "North Korea", "China", "Russia") or saying.inside is not None:
        return None
    for match in _THEY.finditer(text):
        place = saying.sentence.start + match.start()
        quoted = any(token.quoted and token.start <= place < token.end for token in saying.sentence.tokens)
        if quoted and re.search(r"\bsanction|\brelief\b", text[match.end() : match.end() + 90], re.I):
            stop = re.search(r"[.;]|\b(?:and|but) (?:we|i|it|that)\b", text[match.end() :], re.I)
            end = match.end() + (stop.start() if stop else len(text) - match.end())
            north = Actor(0, 1, "country", "North Korea", "North Korea")
            start = saying.sentence.start
            return replace(
                saying,
                speaker=north,
                kind="pro",
                rule="report:told-of-an-absent-party",
                inside=saying.speaker,
                start=start + match.start(),
                end=start + end,
                spans=((start + match.start(), start + end),),
            )
    return None


def _continued(
    block: Paragraph, heard: list[Heard], made: list[Saying], last: Saying | None
) -> Iterator[Saying]:
    """Sentences of pure quotation: the words go on with whoever the quotation is given to."""
    for one in heard:
        sentence = one.sentence
        if any(saying.sentence is sentence for saying in made) or not _quoted(sentence):
            continue
        mine = [q for q in block.quotes if q[0] < sentence.end and q[1] > sentence.start]
        owner = next(
            (s for s in made if any(q[0] < s.sentence.end and q[1] > s.sentence.start for q in mine)), None
        )
        if owner is None:
            earlier = [s for s in made if s.sentence.end <= sentence.start]
            owner = earlier[-1] if earlier else (made[0] if made else last)
        if owner is not None:
            yield replace(
                owner, kind="say", verb="", rule="report:quotation-goes-on", sentence=sentence, inside=None,
                start=sentence.start, end=sentence.end, spans=((sentence.start, sentence.end),),
            )  # fmt: skip


def _quoted(sentence: Sentence) -> bool:
    quoted = sum(token.quoted for token in sentence.tokens)
    return quoted >= 3 and quoted > 0.75 * len(sentence.tokens)

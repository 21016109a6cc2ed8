"""Goes through a text and yields each act of saying: who, under which verb, with which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from article41.reader.actor import Actor
from article41.reader.actors import sentence_actors
from article41.reader.coreference import Memory
from article41.reader.gazetteer import words
from article41.reader.quoted_on import continued, told
from article41.reader.reporting import frames
from article41.reader.saying import Heard, Saying
from article41.reader.segment import Paragraph
from article41.reader.silence import unspoken
from article41.reader.subjects import Frame, depends
from article41.reader.transcript import answer, turn_of


def sayings(blocks: list[Paragraph], day: date | None = None) -> Iterator[Saying]:
    """Every act of saying in the running text; titles, bylines and captions only introduce people."""
    texts = [
        (block, [Heard(sentence, sentence_actors(sentence), []) for sentence in block.sentences])
        for block in blocks
    ]
    memory, last = Memory(day=day, ahead=_people(texts)), None
    for block, heard in texts:
        if block.head:
            for one in heard:
                _introduce(memory, one)
            continue
        turn = turn_of(memory, block)
        made = [saying for one in heard for saying in _heard(memory, one)]
        if turn is not None:
            speaker, label = turn
            yield from made
            yield from answer(speaker, heard, label, made)
            memory.speakers.append(speaker)
            continue
        every = [*made, *continued(block, heard, made, last)]
        absent = [told(saying, saying.sentence.text) for saying in every]
        every = sorted([*every, *(one for one in absent if one)], key=lambda saying: saying.start)
        yield from every
        direct = [saying for saying in every if saying.inside is None]
        if direct:
            last = direct[-1]


def _people(texts: list[tuple[Paragraph, list[Heard]]]) -> list[Actor]:
    """Everybody the text names with an office: "its foreign minister" may be named only further down."""
    every = (actor for _, heard in texts for one in heard for actor in one.actors)
    return [actor for actor in every if actor.kind == "person" and actor.role and not actor.bare]


def _introduce(memory: Memory, one: Heard) -> None:
    for actor in one.actors:
        memory.meet(actor)
        if actor.kind == "person" and actor.role:
            memory.speakers.append(actor)


def _heard(memory: Memory, one: Heard) -> list[Saying]:
    for actor in one.actors:
        memory.register(actor)
    one.frames = frames(one.sentence, one.actors)
    if not one.frames or _FLOOR.search(one.sentence.masked):
        memory.speakers.extend(_taking_the_floor(memory, one))
    waiting = list(one.actors)
    made: list[Saying] = []
    speakers_of: dict[int, list[Actor]] = {}
    order = sorted(range(len(one.frames)), key=lambda n: one.frames[n].inside > n)
    for place in order:  # "Seoul favours ..., the minister said": who speaks of it before what is told
        frame = one.frames[place]
        if unspoken(one, frame):
            continue
        while waiting and waiting[0].first < min(subject.first for subject in frame.subjects):
            _meet(memory, one, waiting.pop(0))
        made.extend(_of_frame(memory, one, place, speakers_of))
    for actor in waiting:
        _meet(memory, one, actor)
    _pairs(memory, one)
    _papers(memory, one, made)
    return made


def _of_frame(
    memory: Memory, one: Heard, place: int, speakers_of: dict[int, list[Actor]]
) -> Iterator[Saying]:
    """The sayings of one frame; a speaker who tells his own side's view speaks for himself."""
    frame = one.frames[place]
    speakers = [who for subject in frame.subjects for who in memory.who(subject)]
    outer = speakers_of.get(frame.inside, [])
    folded = bool(outer) and (
        not speakers
        or {s.name for s in speakers} == {s.name for s in outer}
        or _same_side(speakers, outer)
        or frame.subjects[0].kind == "pronoun"
    )
    if folded:
        speakers = outer
    speakers_of[place] = speakers
    told = bool(outer) and not folded and not outer[0].group  # "diplomats said" only vouches for it
    yield from _sayings(one, frame, speakers, outer[0] if told else None)
    if frame.inside < 0 or folded:
        memory.speakers.extend(speakers)
    if not folded:
        memory.meet_together([speaker for speaker in speakers if speaker.kind == "country"])


def _papers(memory: Memory, one: Heard, made: list[Saying]) -> None:
    """Whose letter or report it is, of which a later sentence says "the letter reads"."""
    if not made or made[0].inside is not None:
        return
    for token in one.sentence.tokens:
        if token.low in words("papers") and not token.quoted:
            memory.papers.setdefault(token.low, made[0].speaker)


def _meet(memory: Memory, one: Heard, actor: Actor) -> None:
    memory.meet(actor, subject=not depends(one.sentence.tokens, actor))


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


_SUBJECT_WITHIN = 12  # words of a sentence in which its subject stands, time and place before it


def _taking_the_floor(memory: Memory, one: Heard) -> list[Actor]:
    """Whom a sentence without a verb of saying is about: `Ri gave another account`. The next "he" is his."""
    tokens = one.sentence.tokens
    for actor in one.actors:
        if actor.first > _SUBJECT_WITHIN or tokens[actor.first].quoted:
            return []
        named = actor.kind == "person" or (actor.kind == "unnamed" and not actor.group and not actor.bare)
        if named and not depends(tokens, actor):
            return memory.who(actor)
    return []


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
        if teller is not None and speaker.name == "UN Security Council":
            continue
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

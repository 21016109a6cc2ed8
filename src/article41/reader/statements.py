"""Statements: the sayings of a text with their stance, one record for each speaker and stance."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from article41.reader.actor import Actor
from article41.reader.changes import done_in
from article41.reader.cues import Act, Ground, Read
from article41.reader.dates import DateFound, dates_in
from article41.reader.document import Document, Evidence
from article41.reader.items import Statement
from article41.reader.measures import main_measure
from article41.reader.outcome import action_of
from article41.reader.patterns import pattern
from article41.reader.position import position
from article41.reader.saying import Saying
from article41.reader.segment import Paragraph, flat
from article41.reader.setting import venue
from article41.reader.talk import sayings
from article41.reader.votes import ADOPTED

# The Council's votes and its experts' findings are events and facts; they take sides when they ask.
_OBSERVERS = frozenset(
    {"UN Security Council", "UN Panel of Experts", "1718 Committee", "experts", "monitors"}
)
_DEMANDS = re.compile(r"\b(?:must|urg\w+|call\w* (?:on|for)|recommend\w*|demand\w*)\b", re.I)
_ECHO = pattern("statements", "echo")
_RETRACT = pattern("statements", "retract")


@dataclass(slots=True)
class _Record:
    saying: Saying
    read: Read
    evidence: list[Evidence]
    date: DateFound | None = None
    condition: str | None = None
    aliases: set[str] = field(default_factory=set)
    words: str = ""


def statements(
    document: Document, blocks: list[Paragraph], ground: Ground, anchor: date | None
) -> tuple[Statement, ...]:
    """The statements of a text."""
    records: list[_Record] = []
    said_on: dict[str, DateFound] = {}
    for saying in sayings(blocks, anchor):
        record = _record(document, saying, ground, anchor)
        if records and _echoes(record):
            record.read = Read(records[-1].read.stance, "stance:echoed")
        if record.date is not None:
            said_on[saying.speaker.name] = record.date
        else:
            record.date = said_on.get(saying.speaker.name)
        _add(records, record)
    kept = _settled(records)
    return tuple(_statement(document, record, blocks) for record in kept)


def _echoes(record: _Record) -> bool:
    """`Karen Pierce agreed with him`: the position told before, of another person."""
    somebody = record.saying.speaker.kind in ("person", "unnamed")
    return somebody and record.read.stance == "neutral" and _ECHO.search(record.words) is not None


def _record(document: Document, saying: Saying, ground: Ground, anchor: date | None) -> _Record:
    text = flat(" ".join(document.text[start:end] for start, end in saying.spans))
    read = position(text, saying.kind, saying.speaker.represents, ground, acts_of(saying))
    evidence = document.evidence(saying.sentence.start, saying.sentence.end)
    record = _Record(saying, read, [evidence], words=text)
    if saying.speaker.name in _OBSERVERS and saying.kind == "say" and not _DEMANDS.search(text):
        record.read = Read("neutral", "stance:observer")
    if read.condition is not None:
        record.condition = text[slice(*read.condition)].strip() or None
    masked = saying.sentence.masked
    found = dates_in(masked if "¤" in masked else saying.sentence.flat, anchor)
    near = [d for d in found if saying.start <= saying.sentence.start + d.start <= saying.end]
    record.date = next((d for d in near if d.iso and _dates_the_saying(masked, d)), None)
    return record


def acts_of(saying: Saying) -> tuple[Act, ...]:
    """What the words would do to the measures, in the words for it."""
    sentence = saying.sentence
    return tuple(
        Act(sentence.flat[deed.start : deed.end].lower(), action_of(sentence.flat, deed, measure, (), ()))
        for deed, measure, _ in done_in(sentence)
        if not deed.weak and any(start <= sentence.start + deed.start < end for start, end in saying.spans)
    )


def _dates_the_saying(masked: str, found: DateFound) -> bool:
    """A day or a recent span, not the year of a law that is spoken of."""
    iso = found.iso or ""
    if found.of_what_follows:
        return False
    if re.search(r"\b(?:since|until|by|from|before|after|of)\s*$", masked[: found.start], re.I):
        return False
    return len(iso) >= 10 and not found.text.lower().startswith(("since", "by ", "until"))


def _add(records: list[_Record], new: _Record) -> None:
    """One record for each speaker and stance: repeats become further evidence."""
    for record in records:
        same = record.saying.speaker.name == new.saying.speaker.name
        if same and record.read.stance == new.read.stance and _teller(record) == _teller(new):
            record.evidence.extend(e for e in new.evidence if e not in record.evidence)
            record.condition = record.condition or new.condition
            record.date = record.date or new.date
            return
    records.append(new)


def _teller(record: _Record) -> str | None:
    return record.saying.inside.name if record.saying.inside else None


def _settled(records: list[_Record]) -> list[_Record]:
    """Leaves out what repeats another record, and silence beside a position."""
    kept: list[_Record] = []
    records = [record for record in records if not _votes(record)]
    spoken = {r.saying.speaker.name for r in records if r.read.stance != "neutral"}
    for record in records:
        speaker = record.saying.speaker
        if (
            speaker.group
            and speaker.represents is None
            and not any(t.quoted for t in record.saying.sentence.tokens)
        ):
            continue  # "diplomats said": they vouch for what is told, and take no position
        if record.read.stance == "neutral" and (record.saying.speaker.name in spoken or not _worth(record)):
            continue
        kept.append(record)
    firm = {r.saying.speaker.name for r in kept if r.read.stance == "conditional-relief"}
    kept = [r for r in kept if not (r.read.stance == "maintain" and r.saying.speaker.name in firm)]
    merged: list[_Record] = []
    for record in sorted(kept, key=lambda r: _rank(r.saying.speaker)):
        host = next((other for other in merged if _speaks_for(other, record)), None)
        if host is None:
            merged.append(record)
            continue
        host.evidence.extend(e for e in record.evidence if e not in host.evidence)
        host.aliases.add(record.saying.speaker.name)
        host.condition = host.condition or record.condition
        host.date = host.date or record.date
    merged.sort(key=lambda r: r.evidence[0].start)
    return merged


def _votes(record: _Record) -> bool:
    """The Council's own vote is an event, and what it decides is law: neither is a position."""
    return (
        record.saying.speaker.name == "UN Security Council"
        and ADOPTED.search(record.saying.sentence.masked) is not None
    )


def _worth(record: _Record) -> bool:
    """Whether speech without a position on sanctions is worth a record."""
    speaker = record.saying.speaker
    if record.saying.verb.startswith("agree") and "¤" not in record.saying.sentence.masked:
        return False  # what a meeting agreed on
    if speaker.group or record.saying.inside is not None:
        return False
    if speaker.name in _OBSERVERS:
        return False
    if speaker.kind == "person" and not (speaker.represents or speaker.role or speaker.known):
        return "¤" in record.saying.sentence.masked  # a firm, a ship: a name that nobody introduced
    if (
        record.saying.rule in ("report:noun", "report:participle", "report:with")
        or record.saying.kind == "con"
    ):
        return speaker.kind == "person" and record.saying.kind == "say"
    return speaker.kind in ("person", "institution") or (
        speaker.kind == "unnamed" and bool(speaker.represents)
    )


def _rank(speaker: Actor) -> int:
    return (
        ("person", "unnamed", "institution", "country").index(speaker.kind)
        if speaker.kind in ("person", "unnamed", "institution", "country")
        else 4
    )


def _speaks_for(host: _Record, record: _Record) -> bool:
    """Whether a body's or country's position is the one its own speaker is on record with."""
    one, other = host.saying.speaker, record.saying.speaker
    if (
        one is other
        or _teller(host) != _teller(record)
        or host.read.stance != record.read.stance
        or other.kind == "person"
    ):
        return False
    if one.represents is None or one.represents != other.represents:
        return False
    if other.kind == "unnamed":
        return one.kind == "person" and other.bare
    if other.name in ("UN Security Council", "UN Panel of Experts", "1718 Committee"):
        return False
    return _rank(one) < _rank(other)


def _statement(document: Document, record: _Record, blocks: list[Paragraph]) -> Statement:
    saying, speaker = record.saying, record.saying.speaker
    words = record.words
    measure = main_measure(words)
    if record.read.stance not in ("neutral", "monitor"):
        measure = measure or "sanctions-regime"
    target = None
    if measure:
        target = "UN sanctions on DPRK" if measure == "sanctions-regime" else measure.replace("-", " ")
    quoted = [token.quoted for token in saying.sentence.tokens]
    share = sum(quoted) / max(len(quoted), 1)
    form = "direct" if share > 0.6 else "mixed" if share > 0 else "indirect"
    sentence = record.evidence[0].quote
    return Statement(
        speaker=speaker.name,
        speaker_type=speaker.kind
        if speaker.kind in ("person", "unnamed", "institution", "country")
        else "unnamed",
        stance=record.read.stance,
        evidence=tuple(sorted(record.evidence, key=lambda e: e.start)),
        rule=f"{saying.rule} {record.read.rule}".strip(),
        role=speaker.role,
        represents=speaker.represents,
        aliases=tuple(sorted(record.aliases)),
        date=record.date.iso if record.date else None,
        date_text=record.date.text if record.date else None,
        venue=venue(saying.sentence.masked),
        target=target,
        target_measure=measure,
        form=form,
        content=sentence,
        condition=record.condition,
        reported_by=_teller(record),
        retracted=bool(_RETRACT.search(saying.sentence.masked)),
    )

"""What a proposal would do to which measure, read from its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from article41.reader.amounts import amounts, tail, values
from article41.reader.dates import dates_in
from article41.reader.deeds import Deed, deeds
from article41.reader.document import Document
from article41.reader.government import clause_start, governing, stop_after
from article41.reader.items import Change
from article41.reader.measures import MeasureFound, measures_in
from article41.reader.objects import EXCLUDED, Clause, is_special, objects_of, special
from article41.reader.outcome import action_of
from article41.reader.patterns import pattern
from article41.reader.segment import Sentence, flat
from article41.reader.tokens import tokenize

_AID = re.compile(r"\b(?:humanitarian|medical|medicine|relief|aid|covid\S*|food|vaccine)", re.I)
_SOLD = re.compile(r"\b(?:sell|export|sale of|sales of)\w*", re.I)
_REACH = 260  # characters behind a verb in which its object stands
_BACK = 170  # characters before a passive in which its subject stands
_REFERENCE = pattern("changes", "reference")
_HYPOTHETICAL = pattern("changes", "hypothetical")
_UNTIL = re.compile(r"until|to|through")


def changes_in(document: Document, sentence: Sentence) -> list[Change]:
    """The changes that a sentence names."""
    return _distinct([_change(document, sentence, *one) for one in done_in(sentence)])


_ORDER = "to "  # "cut crude to three million" is read as what somebody wants "to cut"


def changes_ordered(document: Document, clause: str, start: int) -> list[Change]:
    """The changes of an order in somebody's own words; `start` is the place of the clause in the document."""
    text, base = _ORDER + clause, start - len(_ORDER)
    words_of = tokenize(text, 0, len(text), [])
    tokens = [token._replace(start=token.start + base, end=token.end + base) for token in words_of]
    sentence = Sentence(base, base + len(text), text, 0, False, tokens, masked=text, flat=flat(text))
    return changes_in(document, sentence)


Done = tuple[Deed, MeasureFound, tuple[int, int]]


def done_in(sentence: Sentence) -> list[Done]:
    """Each deed of a sentence with a measure it is done to and how far its clause reaches; found once."""
    if sentence.done is None:
        sentence.done = list(_done(sentence))
    found: list[Done] = sentence.done
    return found


def _done(sentence: Sentence) -> Iterator[Done]:
    text = sentence.flat
    every = deeds(sentence)
    named = _named(text, every) if every else []
    taken: set[int] = set()
    for clause in _clauses(text, governing(text, every, named), named):
        if _HYPOTHETICAL.match(text, clause.reach):
            continue
        for measure in special(objects_of(text, clause, taken)):
            if measure.start in taken:
                continue
            taken.add(measure.start)
            if measure.id == "industrial-goods" and _SOLD.search(text[clause.deed.start : measure.start]):
                measure = measure._replace(id="machinery-export")
            if measure.id == "sanctions-regime" and clause.deed.action == "exempt" and _AID.search(text):
                measure = measure._replace(id="humanitarian-exemption")
            later = [m.start for m in clause.right if m.start > measure.start]
            yield clause.deed, measure, (clause.reach, min(later, default=clause.reach))


def _named(text: str, every: list[Deed]) -> list[MeasureFound]:
    """The measures named between one deed and the next: no name of a measure reaches across a verb."""
    whole = measures_in(text)
    verbs = [deed.start for deed in every if deed.kind not in ("limit", "noun")]
    if not any(m.start < cut < m.end for m in whole for cut in verbs):
        return [m for m in whole if m.id not in EXCLUDED]
    cuts = sorted({0, len(text), *verbs})
    return [
        m._replace(start=m.start + start, end=m.end + start)
        for start, end in pairwise(cuts)
        for m in measures_in(text[start:end])
        if m.id not in EXCLUDED
    ]


def _clauses(text: str, done: list[Deed], named: list[MeasureFound]) -> list[Clause]:
    made: list[Clause] = []
    for n, deed in enumerate(done):
        following = done[n + 1].start if n + 1 < len(done) else len(text)
        reach = min(following, stop_after(text, deed.end), deed.end + _REACH)
        opening = max(done[n - 1].end if n else 0, deed.start - _BACK, clause_start(text, deed.start))
        left = tuple(m for m in named if opening <= m.start and m.end <= deed.start)
        right = tuple(m for m in named if deed.start <= m.start < reach and m.end > deed.end)
        made.append(Clause(deed, left, right, reach))
    return made


def changes_by_reference(document: Document, sentence: Sentence) -> list[Change]:
    """`a draft that would do away with the duty`: the measure is the one the text spoke of before."""
    start = sentence.start
    spoken_of = [m for m in measures_in(document.text[max(0, start - 1500) : start]) if is_special(m)]
    if not spoken_of:
        return []
    found: list[Change] = []
    for deed in deeds(sentence):
        named = _REFERENCE.match(sentence.flat, deed.end)
        if named:
            measure = MeasureFound(named.start(), named.end(), spoken_of[-1].id, named.group())
            found.append(_change(document, sentence, deed, measure, (named.end(), named.end())))
    return _distinct(found)


def _change(
    document: Document, sentence: Sentence, deed: Deed, measure: MeasureFound, limits: tuple[int, int]
) -> Change:
    text, start = sentence.flat, sentence.start
    reach, following = limits
    first, last = min(deed.start, measure.start), max(deed.end, measure.end)
    new, old = values(text, (deed.start, deed.end), (measure.start, measure.end), limits)
    if new and following < reach and amounts(text[measure.end : following]):
        reach = following
    return Change(
        action=action_of(text, deed, measure, new, old),
        measure=measure.id,
        values=new,
        from_values=old,
        until=_until(text) if deed.action == "extend" else None,
        evidence=(
            document.evidence(start + first, start + min(max(last, tail(text, last, reach)), len(text))),
        ),
        rule=f"change:{deed.action}:{deed.kind}",
    )


def _until(text: str) -> str | None:
    return next(
        (
            d.iso
            for d in dates_in(text, None)
            if d.iso and _UNTIL.search(text[max(0, d.start - 12) : d.start + 6])
        ),
        None,
    )


def _distinct(found: list[Change]) -> list[Change]:
    kept: list[Change] = []
    for change in found:
        if (change.action, change.measure) not in [(other.action, other.measure) for other in kept]:
            kept.append(change)
    return kept

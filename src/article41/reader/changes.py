"""What a proposal would do to which measure, read from its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from article41.reader.amounts import amounts, tail, values
from article41.reader.dates import dates_in
from article41.reader.deeds import Deed, about, deeds
from article41.reader.document import Document
from article41.reader.government import clause_start, governing, stop_after
from article41.reader.items import Change
from article41.reader.measures import MeasureFound, measures_in
from article41.reader.outcome import action_of
from article41.reader.patterns import pattern
from article41.reader.segment import Sentence

_TO_WHAT = re.compile(r" (?:from|under|to|of|in|by|at) ")
_OF = re.compile(r" (?:of|on|from|for|in|to)\b")
# What follows a participle that has no object: "crude capped at ...", "seafood freed, and ..."
_NO_OBJECT = re.compile(
    r"\s*(?:[,.;)]|(?:at|to|by|and|or|from|until|for|in|under|as|over|after|entirely|altogether)\b)"
)
_EXCLUDED = frozenset({"nuclear-test-ban", "ballistic-missile-ban", "cyber"})
_CARGO = re.compile(r"\b(?:cargo|ship|vessel|freight|container|shipment|flight|plane)", re.I)
_AND = re.compile(r"\band\b")
_AID = re.compile(r"\b(?:humanitarian|medical|medicine|relief|aid|covid\S*|food|vaccine)", re.I)
_SOLD = re.compile(r"\b(?:sell|export|sale of|sales of)\w*", re.I)
_IT = re.compile(r" (?:(?:of|on|from|for|in|to) )?(?:it|them|these|those|this)\b")
# "Sanctions should not be endless", "a limit for the sanctions": nothing is forbidden or limited.
_OF_MEASURES_ONLY = frozenset({"modal", "limit"})
_STRETCH = 60  # characters of a clause that show who is sent home or put on a list
_COMPOUND = 12  # characters between a measure and the noun it is written before
_REACH = 260  # characters behind a verb in which its object stands
_BACK = 170  # characters before a passive in which its subject stands
_REFERENCE = pattern("changes", "reference")
_HYPOTHETICAL = pattern("changes", "hypothetical")
_UNTIL = re.compile(r"until|to|through")


@dataclass(frozen=True, slots=True)
class _Clause:
    """A deed with how far its clause reaches to both sides, and the measures that stand there."""

    deed: Deed
    left: tuple[MeasureFound, ...]
    right: tuple[MeasureFound, ...]
    reach: int


def changes_in(document: Document, sentence: Sentence) -> list[Change]:
    """The changes that a sentence names."""
    return _distinct([_change(document, sentence, *one) for one in done_in(sentence)])


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
        for measure in _special(_objects(text, clause, taken)):
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
        return [m for m in whole if m.id not in _EXCLUDED]
    cuts = sorted({0, len(text), *verbs})
    return [
        m._replace(start=m.start + start, end=m.end + start)
        for start, end in pairwise(cuts)
        for m in measures_in(text[start:end])
        if m.id not in _EXCLUDED
    ]


def _clauses(text: str, done: list[Deed], named: list[MeasureFound]) -> list[_Clause]:
    made: list[_Clause] = []
    for n, deed in enumerate(done):
        following = done[n + 1].start if n + 1 < len(done) else len(text)
        reach = min(following, stop_after(text, deed.end), deed.end + _REACH)
        opening = max(done[n - 1].end if n else 0, deed.start - _BACK, clause_start(text, deed.start))
        left = tuple(m for m in named if opening <= m.start and m.end <= deed.start)
        right = tuple(m for m in named if deed.start <= m.start < reach and m.end > deed.end)
        made.append(_Clause(deed, left, right, reach))
    return made


def _objects(text: str, clause: _Clause, taken: set[int]) -> list[MeasureFound]:
    """The measures that a deed is done to: before a passive, behind an active verb."""
    deed = clause.deed
    left, right = [m for m in clause.left if m.start not in taken], list(clause.right)
    if deed.kind in _OF_MEASURES_ONLY:
        left, right = list(filter(_is_special, left)), list(filter(_is_special, right))
    own = about(deed.lemma)
    if own == "cargo-inspection":
        return _inspected(text, deed, (*left, *right))
    if own == "designations" or (own and not any(map(_is_special, (*left, *right)))):
        end = max(deed.end, min(clause.reach, deed.end + _STRETCH))
        return [MeasureFound(deed.start, end, own, text[deed.start : end])]
    if deed.kind == "goes":
        return [*left, *(m for m in right if _with_amount(text, deed, m, clause.reach))]
    if deed.kind in ("noun", "limit"):
        return _of_noun(text, deed, left, right)
    return _of_verb(text, deed, left, right)


def _with_amount(text: str, deed: Deed, measure: MeasureFound, reach: int) -> bool:
    """`crude would drop to 3 million barrels, and refined products to 375,000`: the verb told once."""
    return _AND.search(text, deed.end, measure.start) is not None and bool(amounts(text[measure.end : reach]))


def _of_noun(
    text: str, deed: Deed, left: list[MeasureFound], right: list[MeasureFound]
) -> list[MeasureFound]:
    """`removal of the ban on coal`, `a coal export ban`, `an exemption for it`."""
    if _IT.match(text, deed.end) and not right:
        return left
    if _OF.match(text, deed.end):
        return right
    return [m for m in left if deed.start - m.end <= _COMPOUND] or ([] if deed.kind == "limit" else right)


def _of_verb(
    text: str, deed: Deed, left: list[MeasureFound], right: list[MeasureFound]
) -> list[MeasureFound]:
    """`lifts the ban on coal`, `may no longer sell coal`, `spares aid work from the freeze`, `lift it`."""
    if deed.kind == "modal" and " be" not in deed.lemma and "exceed" not in deed.lemma:
        return right or left
    if deed.passive or deed.kind == "modal":
        return _of_passive(text, deed, left, right)
    if deed.until is not None and (between := [m for m in right if m.end <= deed.until and _is_special(m)]):
        return between
    if deed.form == "part" and left and (not right or _NO_OBJECT.match(text, deed.end)):
        return left
    return left if not right and _IT.match(text, deed.end) else right


def _inspected(text: str, deed: Deed, near: tuple[MeasureFound, ...]) -> list[MeasureFound]:
    """Cargo and ships are searched; a railway that is inspected is no matter of sanctions."""
    if not _CARGO.search(text):
        return []
    named = [m for m in near if m.id == "cargo-inspection"]
    return named[:1] or [MeasureFound(deed.start, deed.end, "cargo-inspection", text[deed.start : deed.end])]


def _of_passive(
    text: str, deed: Deed, left: list[MeasureFound], right: list[MeasureFound]
) -> list[MeasureFound]:
    """`coal is banned`; but `banned from exporting coal`, and of both sides the one that names a measure."""
    special_left, special_right = any(map(_is_special, left)), any(map(_is_special, right))
    if special_right and (not special_left or (deed.until and not left)):
        return right
    if special_right and special_left and deed.until and _TO_WHAT.match(text, deed.end):
        return right
    return left or right


def _is_special(measure: MeasureFound) -> bool:
    return measure.id not in _EXCLUDED and measure.id != "sanctions-regime"


def _special(measures: list[MeasureFound]) -> list[MeasureFound]:
    """The measures named, each once, without the general word where special ones stand beside it."""
    special = [m for m in measures if m.id != "sanctions-regime"]
    kept: list[MeasureFound] = []
    for measure in special or measures:
        if measure.id not in [other.id for other in kept]:
            kept.append(measure)
    if {"crude-oil", "refined-petroleum"} & {m.id for m in kept}:
        kept = [m for m in kept if m.id != "oil-supply"]
    return kept


def changes_by_reference(document: Document, sentence: Sentence) -> list[Change]:
    """`a draft that would do away with the duty`: the measure is the one the text spoke of before."""
    start = sentence.start
    spoken_of = [m for m in measures_in(document.text[max(0, start - 1500) : start]) if _is_special(m)]
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

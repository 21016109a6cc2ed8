"""Goods in words that may be several things: settled where every reading leads to the same outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from article41.assessment.case import Case
from article41.assessment.finding import Finding, Outcome
from article41.goods.reading import Reading

_MOST = 12
"""More readings than this are not tried out: goods so vague need a better word or a code."""

Findings = tuple[Finding, ...]


def agreed(cases: list[Case], settle_all: Callable[[list[Case]], Findings]) -> tuple[Findings, str]:
    """The findings on which all readings of one line of goods agree, and a note; else ((), "").

    Tried for cases left open: "copper wire" is HS 7408 or 8544, which different paragraphs bar, so that no
    single measure surely reaches it although the outcome is the same either way.
    """
    for item in dict.fromkeys(case.item for case in cases if _several(case.reading)):
        reading = next(case.reading for case in cases if case.item is item)
        assert reading is not None
        tried = _alike(settle_all(_as(cases, one)) for one in reading.each_code())
        if tried:
            note = (
                f"{reading.words!r} may be HS {' or '.join(reading.codes)}: the outcome is the same for each"
            )
            return _joined(tried), note
    return (), ""


def _alike(readings: Iterator[Findings]) -> list[Findings]:
    """The findings of all readings where their outcome is settled and the same, else nothing."""
    tried: list[Findings] = []
    first: Outcome | None = None
    for findings in readings:
        outcome = Outcome.strictest(found.outcome for found in findings)
        if outcome is Outcome.UNDETERMINED or (first is not None and outcome is not first):
            return []
        first = outcome
        tried.append(findings)
    return tried


def _several(reading: Reading | None) -> bool:
    return reading is not None and reading.hs is None and 1 < len(reading.each_code()) <= _MOST


def _as(cases: list[Case], reading: Reading) -> list[Case]:
    """The cases with the line of goods of those words read so."""
    return [
        case.read_as(reading) if case.reading is not None and case.reading.words == reading.words else case
        for case in cases
    ]


def _joined(tried: list[Findings]) -> Findings:
    held: dict[str, Finding] = {}
    for finding in chain.from_iterable(tried):
        before = held.get(finding.measure)
        if before is None or finding.outcome.rank < before.outcome.rank:
            held[finding.measure] = finding
    return tuple(
        sorted(held.values(), key=lambda found: (found.outcome.rank, not found.binds, found.measure))
    )

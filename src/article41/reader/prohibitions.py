"""What is banned, and what States must do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from article41.reader.amounts import values
from article41.reader.changes import done_in
from article41.reader.gazetteer import words
from article41.reader.items import Fact, Quantity
from article41.reader.law_sentence import NOT_BANNED, LawSentence
from article41.reader.measures import MeasureFound
from article41.reader.outcome import action_of
from article41.reader.patterns import fact_pattern

_BAN = fact_pattern("ban")
_OUTRIGHT = fact_pattern("outright")
_BANNED_BEFORE = fact_pattern("banned_before")
_DUTY = fact_pattern("duty")
_REPORTING = fact_pattern("reporting_duty")
_SHIPS = fact_pattern("ships_duty")
_SAYS_LAW = fact_pattern("says_law")
_OF_LAW = fact_pattern("of_law")
_ANSWERED = fact_pattern("answered")
_HAPPENED = fact_pattern("happened")
_HIRING = fact_pattern("hiring")
_QUESTION = re.compile(r"\bhow\b|\?")
_WHICH = re.compile(r",? (?:which|that) \w+")
_ARMS = words("facts_arms")
_OIL = frozenset({"refined-petroleum", "crude-oil", "oil-supply"})
_VAGUE = frozenset({"financial-restrictions", "maritime-measures", "industrial-goods"})
_DUTIES = frozenset({"overseas-workers", "cargo-inspection"})
_NEVER_ALONE = frozenset({"nuclear-missile-items", "oil-supply", "maritime-measures", "may24-measures"})
_LAW_MADE = frozenset({"impose", "lower", "tighten"})
_CLOSE = 60  # characters between a ban and a measure in general words


def bans(law: LawSentence) -> Iterator[Fact]:
    """What is banned, and the share of it where a percentage is given."""
    cue = _BAN.search(law.text)
    if cue is None or not (law.resolution or _SAYS_LAW.search(law.text) or _OF_LAW.search(law.text)):
        return
    for measure in law.special():
        share = _share(law, measure)
        if not _answered(law.text, measure) and _is_banned(law.text, measure, cue, share):
            yield law.fact("ban", measure.id, law.day(), share)


def _share(law: LawSentence, measure: MeasureFound) -> Quantity | None:
    return next(
        (q for o, q in law.quantities if q.unit == "percent" and 0 <= measure.start - o <= _CLOSE), None
    )


def _answered(text: str, measure: MeasureFound) -> bool:
    """`punishing Pyongyang for the nuclear test`: what the law answers, not what it bans."""
    return measure.id in ("nuclear-test-ban", "ballistic-missile-ban") and (
        _ANSWERED.search(text[max(0, measure.start - 40) : measure.start]) is not None
        or _HAPPENED.match(text, measure.end) is not None
    )


def _is_banned(text: str, measure: MeasureFound, cue: re.Match[str], share: Quantity | None) -> bool:
    """Whether the words of a ban are said of a measure, as each kind of measure asks."""
    if measure.id in _ARMS:
        return _OUTRIGHT.search(text) is not None
    if measure.id in _OIL:
        return share is not None or _BANNED_BEFORE.search(text[: measure.start]) is not None
    if measure.id == "may24-measures":
        return _WHICH.match(text, measure.end) is not None
    if measure.id in ("cargo-inspection", "inter-korean-projects"):
        return False
    if measure.id == "overseas-workers":
        return _HIRING.search(text) is not None
    return measure.id not in _VAGUE or abs(measure.start - cue.start()) <= _CLOSE


def acts(law: LawSentence) -> Iterator[Fact]:
    """What the law does to a measure, in whatever verb: `shuts the door on joint ventures`."""
    if not (law.resolution or _SAYS_LAW.search(law.text)):
        return
    for deed, measure, limits in done_in(law.sentence):
        if deed.action not in _LAW_MADE or deed.weak or measure.id in _NEVER_ALONE | NOT_BANNED:
            continue
        new, old = values(law.text, (deed.start, deed.end), (measure.start, measure.end), limits)
        share = next((q for q in new if q.unit == "percent"), None)
        lawful = action_of(law.text, deed, measure, new, old) in _LAW_MADE
        if lawful and (share is not None or (deed.action == "impose" and not new)):
            yield law.fact("obligation" if measure.id in _DUTIES else "ban", measure.id, law.day(), share)


def duties(law: LawSentence) -> Iterator[Fact]:
    """What States must do: send workers home, inspect cargo, report, strike ships off."""
    if _REPORTING.search(law.text):
        oil = next((m.id for m in law.measures if m.id in _OIL), law.before)
        if oil in _OIL:
            yield law.fact("obligation", oil)
    if _SHIPS.search(law.text) and any(m.id == "maritime-measures" for m in law.measures):
        yield law.fact("obligation", "maritime-measures", law.day())
    if not _DUTY.search(law.text) or _QUESTION.search(law.text):
        return
    for measure in law.special():
        if measure.id in _DUTIES:
            months = next((q for _, q in law.quantities if q.unit == "months"), None)
            term = months if measure.id == "overseas-workers" else None
            yield law.fact("obligation", measure.id, law.deadline(), term)

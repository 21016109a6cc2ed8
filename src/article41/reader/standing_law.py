"""What stands: the regime, what a further test brings, exemptions, the terms of those who monitor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from article41.reader.gazetteer import words
from article41.reader.items import Fact, Quantity
from article41.reader.law_sentence import LawSentence
from article41.reader.patterns import fact_pattern, shipped

_TRIGGER = fact_pattern("trigger")
_TRIGGERED = fact_pattern("triggered")
_COMMITTED = fact_pattern("committed")
_COUNCIL = fact_pattern("the_council")
_EXEMPT = fact_pattern("exempt")
_GRANTED = fact_pattern("granted")
_LIVING = fact_pattern("living")
_SPARED = fact_pattern("spared")
_RELIEF_WORK = fact_pattern("relief_work")
_MONTHS = fact_pattern("months_of_waiver")
_OWN = fact_pattern("own_sanctions")
_OWN_AUTHOR = fact_pattern("own_author")
_ASKED = fact_pattern("asked")
_REGIME = fact_pattern("regime")
_SPAN = re.compile(r"\b(?:19|20)\d\d\b|\bfor [^.;]{0,30}\byears\b")
_COUNT = fact_pattern("count")
_COUNT_OF_ALL = fact_pattern("count_of_all")
_COUNTED = fact_pattern("counted")
_DEMANDED = fact_pattern("demanded")
_MANDATE = fact_pattern("mandate")
_TO_BE_RENEWED = fact_pattern("to_be_renewed")
_NEW_TEAM = re.compile(r"MSMT|Multilateral")
_OF_MONITORS = ("anel", "xpert", "onitor", "MSMT", "atchdog", "andate")
_OIL = frozenset({"oil-supply", "refined-petroleum", "crude-oil"})
_EXEMPTED = words("facts_exempted")
_NUMBERS: dict[str, float] = shipped("numbers")


def triggers(law: LawSentence) -> Iterator[Fact]:
    """What a further test or launch would bring."""
    cue = _TRIGGER.search(law.text)
    if cue is None or not all(words_of.search(law.text) for words_of in (_TRIGGERED, _COUNCIL, _COMMITTED)):
        return
    measure = "oil-supply" if any(m.id in _OIL for m in law.measures) else "sanctions-regime"
    yield law.fact("trigger", measure, trigger=cue.group())


def exemptions(law: LawSentence) -> Iterator[Fact]:
    """Exemptions that exist or were granted."""
    if _GRANTED.search(law.text):
        for measure in law.special():
            if measure.id in _EXEMPTED:
                yield law.fact("exemption", measure.id, law.day())
    if not law.proposed and _LIVING.search(law.text):
        yield law.fact("exemption", "livelihood-measures")
    for measure in law.special() if not law.proposed else ():
        if measure.id == "inter-korean-projects" and _SPARED.search(law.text):
            yield law.fact("exemption", measure.id, law.day())
    if _RELIEF_WORK.search(law.text) and _EXEMPT.search(law.text) and not _ASKED.search(law.text):
        yield law.fact("exemption", "humanitarian-exemption", law.day(), _term(law))


def _term(law: LawSentence) -> Quantity | None:
    """For how many months an exemption is good."""
    if not _MONTHS.search(law.text):
        return None
    return next((quantity for _, quantity in law.quantities if quantity.unit == "months"), None)


def regimes(law: LawSentence) -> Iterator[Fact]:
    """Sanctions in place: since when, in how many resolutions."""
    count = _COUNT_OF_ALL.search(law.text) or _counted(law.text)
    if count is not None:
        word = next(group for group in count.groups() if group).lower()
        value = int(word) if word.isdigit() else int(_NUMBERS[word])
        amount = Quantity(value=value, unit="resolutions")
        yield law.fact("regime", "sanctions-regime", law.day(), amount)
    elif _SPAN.search(law.text) and _REGIME.search(law.text) and not _MANDATE.search(law.text):
        yield law.fact("regime", "sanctions-regime", law.day())


def own_sanctions(law: LawSentence) -> Iterator[Fact]:
    """What South Korea forbids by itself since 2010."""
    if law.resolution or not _OWN_AUTHOR.search(law.text):
        return
    told = _OWN.search(law.text)
    if told is not None and " would " not in law.text[: told.end()]:
        yield law.fact("ban", "may24-measures", law.day())


def _counted(text: str) -> re.Match[str] | None:
    """A number of resolutions that were passed, not of those that somebody wants gone."""
    return _COUNT.search(text) if _COUNTED.search(text) and not _DEMANDED.search(text) else None


def mandates(law: LawSentence) -> Iterator[Fact]:
    """The terms of those who monitor."""
    if not any(word in law.text for word in _OF_MONITORS) or _TO_BE_RENEWED.search(law.text):
        return
    named = {
        "sanctions-monitoring" if _NEW_TEAM.search(cue.group()) else "panel-of-experts"
        for cue in _MANDATE.finditer(law.text)
    }
    for measure in sorted(named):
        yield law.fact("mandate", measure, law.day())

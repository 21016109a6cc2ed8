"""Facts about the law: bans, caps, duties, exemptions, triggers, since when, and the Panel's mandate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from article41.reader.document import Document
from article41.reader.items import Change, Fact, Proposal, Quantity
from article41.reader.law_sentence import LawSentence
from article41.reader.segment import Paragraph
from article41.reader.sentence_facts import facts_of
from article41.reader.told_bans import PRESUPPOSED


def facts(document: Document, blocks: list[Paragraph], anchor: date | None) -> tuple[Fact, ...]:
    """The facts of a text: one for each measure and value."""
    found: list[Fact] = []
    last_cap: Fact | None = None
    subject: str | None = None
    number: str | None = None
    for block in blocks:
        for sentence in block.sentences if not block.head else ():
            context = LawSentence(document, sentence, anchor, subject, last_cap)
            if not sentence.first and context.resolution is None and not context.proposed:
                context.resolution = number
            number = context.resolution
            for fact in facts_of(context):
                _keep(found, fact)
                if fact.type == "cap":
                    last_cap = fact
            subject = context.subject or subject
    return tuple(sorted(_general_gone(found), key=lambda fact: fact.evidence[0].start))


def _keep(found: list[Fact], new: Fact) -> None:
    for n, fact in enumerate(found):
        if (fact.measure, fact.value, fact.unit) == (new.measure, new.value, new.unit):
            found[n] = replace(
                fact,
                evidence=(*fact.evidence, *(e for e in new.evidence if e not in fact.evidence)),
                resolution=fact.resolution or new.resolution,
                date=fact.date or new.date,
            )
            return
    found.append(new)


def _general_gone(found: list[Fact]) -> list[Fact]:
    """A bare mention of a measure whose amount the text gives says nothing more."""
    valued = {fact.measure for fact in found if fact.value is not None and fact.measure != "sanctions-regime"}
    return [fact for fact in found if fact.value is not None or fact.measure not in valued]


def _only_drafted(fact: Fact, proposed: tuple[Proposal, ...]) -> bool:
    """Whether a text states a ceiling or a ban only as what a draft not adopted would set."""
    changes = (change for one in proposed if one.status != "adopted" for change in one.changes)
    return any(
        change.measure == fact.measure
        and change.action in ("impose", "lower", "raise")
        and (
            fact.value in [value.value for value in change.values]
            if fact.value is not None
            else fact.rule not in ("fact:trigger", PRESUPPOSED) and _told_together(fact, change)
        )
        for change in changes
    )


def _told_together(fact: Fact, change: Change) -> bool:
    return any(one.overlaps(other) for one in fact.evidence for other in change.evidence)


def _cap(change: Change, value: Quantity) -> Fact:
    return Fact(
        type="cap", measure=change.measure, evidence=change.evidence, rule=f"fact:changed {change.rule}",
        value=value.value, unit=value.unit, per=value.per or "year", qualifier=value.qualifier,
    )  # fmt: skip


_KIND_OF = {
    "overseas-workers": "obligation",
    "cargo-inspection": "obligation",
    "panel-of-experts": "mandate",
    "sanctions-monitoring": "mandate",
}


def with_adopted(stated: tuple[Fact, ...], proposed: tuple[Proposal, ...]) -> tuple[Fact, ...]:
    """What an adopted resolution imposes is law, and so is the ceiling that a draft would change.

    What a draft would set is not.
    """
    found = [fact for fact in stated if not _only_drafted(fact, proposed)]
    for change in (change for one in proposed for change in one.changes):
        for value in change.from_values:
            if value.unit in ("barrels", "tonnes") and change.action in ("lower", "raise", "lift"):
                _keep(found, _cap(change, value))
    for proposal in proposed:
        for change in proposal.changes if proposal.status == "adopted" else ():
            known = {fact.measure for fact in found}
            if change.action in _LAW_MADE and change.measure not in known | _NO_LAW:
                found.extend(
                    _imposed(change, value, proposal.resolution) for value in change.values or (None,)
                )
    return tuple(sorted(found, key=lambda fact: fact.evidence[0].start))


_BY_THE_BARREL = frozenset({"refined-petroleum", "crude-oil", "oil-supply"})
_LAW_MADE = frozenset({"impose", "tighten", "lower", "extend"})
_NO_LAW = frozenset({"sanctions-regime", "designations"})


def _imposed(change: Change, value: Quantity | None, resolution: str | None) -> Fact:
    if value and value.unit is None and change.measure in _BY_THE_BARREL:
        value = replace(value, unit="barrels")
    return Fact(
        type="cap" if value else _KIND_OF.get(change.measure, "ban"), measure=change.measure,
        evidence=change.evidence, rule=f"fact:adopted {change.rule}", value=value.value if value else None,
        unit=value.unit if value else None, per=value.per if value else None,
        qualifier=value.qualifier if value else None, resolution=resolution,
    )  # fmt: skip

"""The main job: one transaction against the law of its day, answered with paragraphs and reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from article41.assessment.case import Case
from article41.assessment.checks import Asked, reminders
from article41.assessment.explain import finding_of
from article41.assessment.finding import Assessment, Finding, Outcome
from article41.assessment.flow import flow_of
from article41.assessment.missing import ASK_DAY, asked_of
from article41.assessment.predicates import answer_leaf
from article41.assessment.reach import reach_of
from article41.assessment.readings import agreed
from article41.assessment.settle import settle
from article41.assessment.transaction import GoodsItem, Transaction
from article41.fingerprint import fingerprint
from article41.goods.catalogue import GoodsCatalogue
from article41.regime.acts import TRADE
from article41.regime.instrument import Resolution
from article41.regime.law import Law
from article41.regime.regime import Regime
from article41.types import weakest


def assess(
    tx: Transaction,
    *,
    law: Law,
    goods: GoodsCatalogue,
    on: date | None = None,
    known_on: date | None = None,
    drafts: tuple[Resolution, ...] = (),
) -> Assessment:
    """The answer to a transaction under the law of its day of conduct.

    `on` assesses it as if it happened (and was imported) that day; `known_on` uses only texts that
    existed then; `drafts` are supposed texts (see `suppose`). Goods from the DPRK are judged by the
    day of import where it is stated. Raises FactsError for goods that contradict themselves.
    """
    if on is not None:
        tx = moved(tx, on)
    mark = fingerprint(rules=law.digest, goods=goods.digest, drafts=tuple(d.id for d in drafts))
    day, assumed = assessed_day(tx)
    if day is None:
        return _no_day(tx, mark)
    cases = list(cases_of(tx, law.stretch(day, known_on, drafts), goods, day))
    if tx.goods and tx.origin is None and cases[0].flow == "neither":
        assumed += ("origin not stated: the goods are taken not to be of DPRK origin",)
    asked = Asked()
    findings = _findings(cases, asked)
    outcome = Outcome.strictest(finding.outcome for finding in findings)
    if outcome is Outcome.UNDETERMINED and tx.act:
        settled, note = agreed(cases, lambda read: _findings(read, Asked()))
        if settled:
            findings, assumed = settled, (*assumed, note)
            outcome = Outcome.strictest(finding.outcome for finding in findings)
    if outcome is Outcome.NOT_COVERED and not tx.act:
        outcome = Outcome.UNDETERMINED
    duties = [
        *(duty for found in findings for duty in found.duties),
        *(d for c in cases for d in reminders(c)),
    ]
    if records := tuple({room.record for f in findings for room in f.room if room.record}):
        names = tuple(draft.id for draft in drafts)
        mark = fingerprint(rules=law.digest, goods=goods.digest, drafts=names, records=records)
    return Assessment(
        id=tx.id,
        title=tx.title,
        day=day,
        known_on=known_on,
        outcome=outcome,
        findings=findings,
        goods=tuple(case.reading for case in cases[: len(tx.goods)] if case.reading is not None),
        duties=tuple(dict.fromkeys(duties)),
        unsaid=asked.checks,
        assumed=assumed,
        confidence=weakest(*(found.confidence for found in findings if found.outcome is outcome)),
        fingerprint=mark,
        asks=partial(asked_of, findings, bool(tx.act) or outcome is not Outcome.UNDETERMINED),
    )


def moved(tx: Transaction, on: date) -> Transaction:
    """The transaction as if it happened that day, import and all; its contract stays where it was."""
    imported = on if tx.dates.import_ is not None else None
    return replace(tx, dates=replace(tx.dates, conduct=on, import_=imported))


def assessed_day(tx: Transaction) -> tuple[date | None, tuple[str, ...]]:
    """The day whose law counts, and what was assumed to find it."""
    conduct, imported = tx.dates.conduct, tx.dates.import_
    if imported is not None and (conduct is None or _is_import(tx)):
        if conduct is None:
            return imported, ("the day of import is taken as the day of conduct",)
        if conduct != imported:
            return imported, ("goods from the DPRK are judged by the day of import",)
        return imported, ()
    if conduct is not None and imported is None and "import" in tx.act:
        return conduct, ("the day of import is taken to be the day of conduct",)
    return conduct, ()


def cases_of(tx: Transaction, regime: Regime, goods: GoodsCatalogue, day: date) -> Iterator[Case]:
    """One case per act and line of goods; a transaction without them gives one all the same."""
    items: tuple[GoodsItem | None, ...] = tx.goods or (None,)
    for act in tx.act or (None,):
        for place, item in enumerate(items):
            label = ""
            if len(items) > 1 and item is not None:
                label = item.words or item.hs or f"line {place + 1}"
            yield Case(tx, regime, goods, day, act, item, answer_leaf, label)


def _is_import(tx: Transaction) -> bool:
    return bool(TRADE & set(tx.act)) and flow_of(tx) == "from-dprk"


def _findings(cases: list[Case], asked: Asked) -> tuple[Finding, ...]:
    """The strictest finding of each engaged measure; what silence kept from biting goes to `asked`."""
    found: dict[str, Finding] = {}
    reaches = [reach_of(case) for case in cases]
    for case, reach in zip(cases, reaches, strict=True):
        for measure in reach.measures:
            if case.truth(measure.when) is False:  # what most are: found without settling them
                asked.note_unreached(case, measure)
                continue
            settled = settle(case, measure)
            if settled.engaged is False:
                asked.note_unreached(case, measure)
                continue
            if settled.engaged is None and not measure.binds:
                continue
            asked.note_provisos(case, measure)
            held = found.get(measure.id)
            if held is None or settled.outcome.rank < held.outcome.rank:
                found[measure.id] = finding_of(case, measure, settled)
    for reach in reaches:
        asked.note_control_lists(reach.control_lists)
    return tuple(sorted(found.values(), key=lambda f: (f.outcome.rank, not f.binds, f.measure)))


def _no_day(tx: Transaction, mark: str) -> Assessment:
    return Assessment(
        id=tx.id,
        title=tx.title,
        day=None,
        known_on=None,
        outcome=Outcome.UNDETERMINED,
        findings=(),
        goods=(),
        duties=(),
        unsaid=lambda: (),
        assumed=(),
        confidence=weakest(),
        fingerprint=mark,
        asks=lambda: (ASK_DAY,),
    )

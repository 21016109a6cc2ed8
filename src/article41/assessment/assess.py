"""The main job: one transaction against the law of its day, answered with paragraphs and reasons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from article41.assessment.case import Case
from article41.assessment.duties import due_duty
from article41.assessment.explain import finding_of, settling
from article41.assessment.finding import (
    RANK,
    Assessment,
    Check,
    DueDuty,
    Finding,
    Missing,
    Outcome,
)
from article41.assessment.flow import flow_of
from article41.assessment.predicates import answer_leaf
from article41.assessment.settle import flow_truth, goods_truth, settle, strictest
from article41.assessment.transaction import GoodsItem, Transaction
from article41.fingerprint import fingerprint
from article41.goods.catalogue import GoodsCatalogue
from article41.regime.conditions import Leaf, leaves
from article41.regime.instrument import Resolution
from article41.regime.law import Law
from article41.regime.measure import Cite, Measure
from article41.regime.regime import Regime
from article41.regime.vocabulary import TRADE, question_of
from article41.types import weakest

_REMEMBERED = 20_000
Asked = dict[str, tuple[dict[Cite, None], dict[str, None]]]
"""Per adverse fact left unsaid: the paragraphs and measures that hang on it, in order."""


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
    if tx.goods and tx.origin is None and flow_of(tx) == "neither":
        assumed += ("origin not stated: the goods are taken not to be of DPRK origin",)
    regime = law.stretch(day, known_on, drafts)
    cases = list(_cases(tx, regime, goods, day))
    findings, checks, reminders = _run(cases, regime)
    outcome = strictest([finding.outcome for finding in findings])
    if outcome is Outcome.NOT_COVERED and cases[0].act is None:
        outcome = Outcome.UNDETERMINED
    missing = _merge_missing(findings)
    if outcome is Outcome.UNDETERMINED and not tx.act:
        missing = (_ask_act(), *(row for row in missing if row.fact != "act"))
    deciding = [f for f in findings if f.outcome is outcome]
    records = tuple({room.record for f in findings for room in f.room if room.record})
    if records:
        names = tuple(draft.id for draft in drafts)
        mark = fingerprint(rules=law.digest, goods=goods.digest, drafts=names, records=records)
    return Assessment(
        id=tx.id,
        title=tx.title,
        day=day,
        known_on=known_on,
        outcome=outcome,
        because=_overall(outcome, deciding, regime, day),
        findings=findings,
        missing=missing,
        duties=tuple(dict.fromkeys((*(d for f in findings for d in f.duties), *reminders))),
        checks=checks,
        assumed=assumed,
        confidence=weakest(*(f.confidence for f in deciding)),
        fingerprint=mark,
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


def _is_import(tx: Transaction) -> bool:
    return bool(TRADE & set(tx.act)) and flow_of(tx) == "from-dprk"


def _cases(tx: Transaction, regime: Regime, goods: GoodsCatalogue, day: date) -> Iterable[Case]:
    items: tuple[GoodsItem | None, ...] = tx.goods or (None,)
    many = len(items) > 1
    for act in tx.act or (None,):
        for place, item in enumerate(items):
            label = ""
            if many and item is not None:
                label = item.words or item.hs or f"line {place + 1}"
            yield Case(tx, regime, goods, day, act, item, answer_leaf, label)


def _run(cases: list[Case], regime: Regime) -> tuple[tuple[Finding, ...], tuple[Check, ...], list[DueDuty]]:
    found: dict[str, Finding] = {}
    asked: Asked = {}
    reminders: list[DueDuty] = []
    for case in cases:
        for measure in _reaching(case, regime):
            settled = settle(case, measure)
            if settled.engaged is False:
                _note_checks(case, measure, asked)
                continue
            if settled.engaged is None and not measure.binds:
                continue
            for proviso in measure.provisos:
                assumed = [leaf for leaf in leaves(proviso.when) if case.ask(leaf).assumed]
                _remember(assumed, proviso.cite, measure, asked)
            held = found.get(measure.id)
            if held is None or RANK[settled.outcome] < RANK[held.outcome]:
                found[measure.id] = finding_of(case, measure, settled)
        reminders += _reminders(case, regime)
    findings = sorted(found.values(), key=lambda f: (RANK[f.outcome], not f.binds, f.measure))
    for case in cases:
        _note_lists(case, regime, asked)
    checks = tuple(
        Check(
            fact=name,
            ask=_QUESTIONS.get(name) or question_of(name),
            cites=tuple(cites),
            measures=tuple(measures),
        )
        for name, (cites, measures) in asked.items()
    )
    return tuple(findings), checks, list(dict.fromkeys(reminders))


def _reaching(case: Case, regime: Regime) -> tuple[Measure, ...]:
    """Measures that may reach the act, direction and goods; remembered, since batches repeat them.

    Where the act is not stated, those about the goods.
    """
    if case.act is None and case.item is None:
        return ()
    reading = case.reading
    stated = (reading.words, reading.hs, reading.declared) if reading else None
    key = (case.act, case.flow, stated, case.catalogue.digest)
    held = regime.remembered.get(key)
    if held is None:
        if len(regime.remembered) >= _REMEMBERED:
            regime.remembered.clear()
        acting = regime.by_act(case.act or "supply")
        held = regime.remembered[key] = tuple(
            measure
            for measure in acting
            if (case.act is not None or measure.goods)
            and flow_truth(case, measure) is not False
            and not (measure.goods and _goods_miss(case, measure))
        )
    return held


def _goods_miss(case: Case, measure: Measure) -> bool:
    return all(case.ask(clause.leaf).truth is False for clause in measure.goods)


def _note_checks(case: Case, measure: Measure, asked: Asked) -> None:
    """Remember adverse facts that silence alone made false, where all else would fit."""
    if not measure.binds or measure.when is None or flow_truth(case, measure) is False:
        return
    assumed = case.assumed_leaves(measure.when)
    if not case.tx.ships:
        assumed = [leaf for leaf in assumed if not leaf.predicate.startswith("ship_")]
    if not assumed or (measure.goods and goods_truth(case, measure)[0] is False):
        return
    _remember(assumed, measure.cites[0], measure, asked)


def _remember(assumed: list[Leaf], cite: Cite, measure: Measure, asked: Asked) -> None:
    for leaf in assumed:
        cites, measures = asked.setdefault(leaf.predicate, ({}, {}))
        cites[cite] = None
        measures[measure.id] = None


_QUESTIONS = {
    "control_list": "Is the item on a control list (nuclear, missile, chemical, biological, conventional "
    "dual-use)? Those go by what a thing can do, not by its HS code.",
}


def _note_lists(case: Case, regime: Regime, asked: Asked) -> None:
    """Control lists go by specification: unless the goods are declared to be on one, check that."""
    if case.item is None or case.act is None:
        return
    for measure in _listing(case, regime):
        if all(case.ask(clause.leaf).truth is False for clause in measure.goods):
            cites, measures = asked.setdefault("control_list", ({}, {}))
            cites[measure.cites[-1]] = None
            measures[measure.id] = None


def _listing(case: Case, regime: Regime) -> tuple[Measure, ...]:
    """Measures about control lists that reach the act and direction; remembered."""
    key = ("lists", case.act, case.flow)
    held = regime.remembered.get(key)
    if held is None:
        sets = case.catalogue.sets
        held = regime.remembered[key] = tuple(
            measure
            for measure in regime.by_act(case.act or "")
            if measure.binds
            and flow_truth(case, measure) is True
            and any(sets[clause.set].by_specification for clause in measure.goods)
        )
    return held


def _reminders(case: Case, regime: Regime) -> list[DueDuty]:
    """Duties of others that come with the act, such as inspecting the cargo."""
    if case.act is None:
        return []
    return [
        due_duty(duty, case, measure.id, reminder=True)
        for measure in regime.attending(case.act)
        if measure.binds and flow_truth(case, measure) is True and case.truth(measure.when) is True
        for duty in measure.duties
    ]


def _merge_missing(findings: tuple[Finding, ...]) -> tuple[Missing, ...]:
    """One row per question, those that settle a finding alone first, then those that settle most."""
    rows: dict[tuple[str, str], Missing] = {}
    for finding in findings:
        for row in finding.missing:
            held = rows.get((row.field, row.ask))
            if held is None:
                rows[(row.field, row.ask)] = row
            elif finding.measure not in held.measures:
                rows[(row.field, row.ask)] = Missing(
                    fact=held.fact,
                    field=held.field,
                    ask=held.ask,
                    if_yes=min(held.if_yes, row.if_yes, key=RANK.__getitem__)
                    if held.if_yes and row.if_yes
                    else None,
                    if_no=min(held.if_no, row.if_no, key=RANK.__getitem__)
                    if held.if_no and row.if_no
                    else None,
                    measures=(*held.measures, finding.measure),
                )
    return tuple(sorted(rows.values(), key=lambda row: (settling(row), -len(row.measures))))


def _overall(outcome: Outcome, deciding: list[Finding], regime: Regime, day: date) -> str:
    if outcome is Outcome.NOT_COVERED:
        calls = [f.because for f in deciding if not f.binds]
        return " ".join([f"No measure in force on {day} reaches this.", *calls])
    if not deciding:
        return "What is being done is not stated."
    first = deciding[0].because
    if len(deciding) == 1:
        return first
    others = ", ".join(str(f.cites[0]) for f in deciding[1:])
    return f"{first} Also: {others}."


def _ask_act() -> Missing:
    return Missing(fact="act", field="act", ask="What is being done (supply, import, insure, pay...)?")


def _no_day(tx: Transaction, mark: str) -> Assessment:
    ask = Missing(
        fact="conduct",
        field="dates.conduct",
        ask="On which day does it happen? The law changes by day.",
    )
    return Assessment(
        id=tx.id,
        title=tx.title,
        day=None,
        known_on=None,
        outcome=Outcome.UNDETERMINED,
        because="The day of conduct is not stated, so it is not known which law applies.",
        findings=(),
        missing=(ask,),
        duties=(),
        checks=(),
        assumed=(),
        confidence=weakest(),
        fingerprint=mark,
    )

"""From an outcome to a finding; its words and reason tree are made when somebody reads them."""

from __future__ import annotations

from functools import partial

from article41.assessment.case import Case
from article41.assessment.duties import due_duty
from article41.assessment.finding import Account, DueDuty, Finding, Missing, Outcome
from article41.assessment.missing import missing_of
from article41.assessment.reasons import failed, tree_of
from article41.assessment.settle import Settled, cites_of
from article41.assessment.tried import tried_of
from article41.regime.conditions import leaves
from article41.regime.measure import Duty, Measure
from article41.types import Confidence, weakest

_OWN_DUTIES = frozenset({Outcome.PERMITTED_WITHIN_CAP, Outcome.PERMITTED_IF})


def finding_of(case: Case, measure: Measure, settled: Settled) -> Finding:
    """The finding of one measure, in full."""
    return Finding(
        measure=measure.id,
        title=measure.title,
        outcome=settled.outcome,
        binds=measure.binds,
        cites=cites_of(case, measure, settled),
        duties=_duties(case, measure, settled),
        room=settled.cap.rooms if settled.cap else (),
        confidence=_confidence(case, measure, settled),
        item=case.label,
        asks=partial(missing_of, case, measure, settled),
        told=partial(_account, case, measure, settled),
    )


def _account(case: Case, measure: Measure, settled: Settled, missing: tuple[Missing, ...]) -> Account:
    return Account(
        because=_because(case, measure, settled, missing),
        reason=tree_of(case, measure, settled),
        exceptions=tried_of(case, settled),
        notes=_notes(measure, settled),
    )


def _duties(case: Case, measure: Measure, settled: Settled) -> tuple[DueDuty, ...]:
    """The exception's duties where one holds, else the measure's own where they bear on the outcome."""
    duties: tuple[Duty, ...] = ()
    if settled.granted is not None:
        duties = settled.granted.rule.duties
    elif settled.outcome in _OWN_DUTIES or (measure.kind != "cap" and settled.engaged is True):
        duties = measure.duties if measure.binds else tuple(d for d in measure.duties if d.binds)
    if not duties:
        return ()
    end = settled.cap.period.end if settled.cap and settled.cap.period else None
    return tuple(due_duty(duty, case, measure.id, period_end=end) for duty in duties)


def _confidence(case: Case, measure: Measure, settled: Settled) -> Confidence:
    grades = [measure.confidence]
    if settled.clause is not None and case.reading is not None:
        grades.append(case.catalogue.member(case.reading, settled.clause.set).confidence)
        grades.append(settled.clause.cite.confidence)
    if settled.granted is not None:
        grades.append(settled.granted.rule.confidence)
    if settled.cap is not None:
        grades += [room.confidence for room in settled.cap.rooms if room.note or room.told]
    return weakest(*grades)


def _notes(measure: Measure, settled: Settled) -> tuple[str, ...]:
    notes = list(measure.notes)
    if settled.granted is not None and settled.granted.rule.note:
        notes.append(settled.granted.rule.note)
    if settled.cap is not None:
        notes += [f"{room.unit}: {room.note}" for room in settled.cap.rooms if room.note]
        notes += [room.told for room in settled.cap.rooms if room.told]
    return tuple(dict.fromkeys(notes))


def _because(case: Case, measure: Measure, settled: Settled, missing: tuple[Missing, ...]) -> str:
    source = str(measure.cites[0])
    if not measure.binds:
        return f"{source} calls for it ({measure.title}) but does not bind."
    if measure.suspended is not None:
        return f"{measure.title} is suspended by {measure.suspended}."
    if settled.outcome is Outcome.UNDETERMINED:
        asks = "; ".join(dict.fromkeys(row.ask for row in missing[:3])) or "more facts are needed"
        return f"{measure.title} ({source}) may apply; not known: {asks}"
    if settled.granted is not None:
        rule = settled.granted.rule
        return f"{measure.title} ({source}) applies, but its exception {rule.id} holds ({rule.cites[0]})."
    if settled.cap is not None:
        wanting = [
            f"proviso {p.id} fails: {'; '.join(failed(p.when, case))}"
            for p in measure.provisos
            if case.truth(p.when) is False
        ]
        return f"{measure.title} ({source}): {'; '.join([*wanting, settled.cap.because])}."
    goods = f"; {case.ask(settled.clause.leaf).value}" if settled.clause else ""
    if settled.outcome is Outcome.NEEDS_APPROVAL:
        return f"{measure.title} ({source}) bars it unless {_way_out(settled)}{goods}."
    if measure.kind == "duty":
        if settled.outcome is Outcome.PROHIBITED:
            return f"{measure.title} ({source}) is a duty; not to do it is a breach{goods}."
        return f"{measure.title} ({source}) is a duty that comes with it{goods}: it may go on only so."
    return f"{measure.title} ({source}) bars it{goods}."


def _way_out(settled: Settled) -> str:
    """What would lift the bar: the Committee's approval, or its silence for the days the law names."""
    asked = [one.rule for one in settled.tried if one.awaits is not False]
    if asked and all(rule.kind == "no-objection" for rule in asked):
        days = max(
            leaf.value[3] for rule in asked for leaf in leaves(rule.when) if leaf.predicate == "notified"
        )
        return f"the 1718 Committee has been told and has not said no within {days} working days"
    return "the 1718 Committee approves first"

"""From an outcome to words: the reason tree, the exceptions tried, the facts that would settle it."""

from __future__ import annotations

from article41.assessment.case import Case
from article41.assessment.duties import due_duty
from article41.assessment.finding import (
    DueDuty,
    ExceptionTried,
    Finding,
    Missing,
    Outcome,
    Reason,
)
from article41.assessment.settle import (
    Settled,
    Tried,
    cites_of,
    flow_truth,
    open_conditions,
    settle,
)
from article41.regime.conditions import All, AnyOf, Condition, Leaf, Not
from article41.regime.measure import Duty, Measure
from article41.regime.vocabulary import question_of
from article41.types import Confidence, weakest

_FLOW_WORDS = {
    "from-dprk": "goods come from the DPRK",
    "to-dprk": "goods go to the DPRK",
    "both": "goods come from or go to the DPRK",
}


def finding_of(case: Case, measure: Measure, settled: Settled) -> Finding:
    """The finding of one measure, in full."""
    missing = missing_of(case, measure, settled)
    cites = cites_of(case, measure, settled)
    return Finding(
        measure=measure.id,
        title=measure.title,
        outcome=settled.outcome,
        binds=measure.binds,
        cites=cites,
        because=_because(case, measure, settled, missing),
        reason=_tree(case, measure, settled),
        exceptions=tuple(_tried(case, one, settled) for one in settled.tried),
        duties=_duties(case, measure, settled),
        missing=missing,
        room=settled.cap.rooms if settled.cap else (),
        confidence=_confidence(case, measure, settled),
        notes=_notes(measure, settled),
        item=case.label,
    )


def reason_of(condition: Condition, case: Case) -> Reason:
    """A condition as a tree with the value used at each leaf."""
    if isinstance(condition, Leaf):
        answer = case.ask(condition)
        return Reason(text=_leaf_words(condition), truth=answer.truth, value=answer.value)
    if isinstance(condition, Not):
        if isinstance(condition.part, Leaf):
            answer = case.ask(condition.part)
            words = f"not: {_leaf_words(condition.part)}"
            return Reason(text=words, truth=case.truth(condition), value=answer.value)
        return Reason(text="not", truth=case.truth(condition), parts=(reason_of(condition.part, case),))
    words = "all of" if isinstance(condition, All) else "one of"
    assert isinstance(condition, All | AnyOf)
    parts = tuple(reason_of(part, case) for part in condition.parts)
    return Reason(text=words, truth=case.truth(condition), parts=parts)


def missing_of(case: Case, measure: Measure, settled: Settled) -> tuple[Missing, ...]:
    """The facts that would settle an open finding, those that settle it alone first."""
    if settled.outcome is not Outcome.UNDETERMINED:
        return ()
    found: dict[str, Missing] = {}
    for key, field, ask in _open_questions(case, measure, settled):
        if key not in found:
            yes = settle(case.with_overrides({key: True}), measure).outcome
            no = settle(case.with_overrides({key: False}), measure).outcome
            found[key] = Missing(
                fact=key.split(" ")[0],
                field=field,
                ask=ask,
                if_yes=yes,
                if_no=no,
                measures=(measure.id,),
            )
    rows = list(found.values())
    if settled.cap is not None and settled.cap.fits is None and settled.base is Outcome.UNDETERMINED:
        rows += [
            Missing(fact=fact, field=field, ask=ask, measures=(measure.id,))
            for fact, field, ask in settled.cap.missing
        ]
    return tuple(sorted(rows, key=settling))


def settling(missing: Missing) -> int:
    """0 when either answer settles the finding alone, 1 when one of them does, 2 otherwise."""
    answers = (missing.if_yes, missing.if_no)
    if None in answers:
        return 1
    return sum(answer is Outcome.UNDETERMINED for answer in answers)


def _open_questions(case: Case, measure: Measure, settled: Settled) -> list[tuple[str, str, str]]:
    rows: list[tuple[str, str, str]] = []
    if case.act is None:
        rows.append(("act", "act", "What is being done (supply, import, insure, pay...)?"))
    if flow_truth(case, measure) is None:
        ask = "Do the goods come from the DPRK, or go to it?"
        rows.append((f"flow {measure.flow}", "flow", ask))
    if settled.engaged is None:
        for clause in measure.goods:
            for leaf in (clause.leaf, clause.worth):
                if leaf is not None and case.ask(leaf).truth is None:
                    rows.append((leaf.key, case.ask(leaf).field, question_of(leaf.predicate)))
    for condition in open_conditions(case, measure, settled):
        rows += [
            (leaf.key, case.ask(leaf).field, question_of(leaf.predicate))
            for leaf in case.unknown_leaves(condition)
        ]
    return rows


def _tree(case: Case, measure: Measure, settled: Settled) -> Reason:
    parts: list[Reason] = []
    known = case.act in measure.acts if case.act else None
    parts.append(
        Reason(text="the act is one the measure reaches", truth=known, value=case.act or "not stated")
    )
    if measure.flow != "none":
        parts.append(
            Reason(
                text=_FLOW_WORDS[measure.flow],
                truth=flow_truth(case, measure),
                value=case.flow or "not stated",
            )
        )
    if settled.clause is not None:
        parts.append(reason_of(settled.clause.leaf, case))
        if settled.clause.worth is not None:
            parts.append(reason_of(settled.clause.worth, case))
    if measure.when is not None:
        parts.append(reason_of(measure.when, case))
    for proviso in measure.provisos if settled.cap else ():
        parts.append(
            Reason(
                text=f"proviso {proviso.id} ({proviso.cite})",
                truth=case.truth(proviso.when),
                parts=(reason_of(proviso.when, case),),
            )
        )
    if settled.cap is not None:
        parts.append(
            Reason(
                text="there is room under the cap",
                truth=settled.cap.fits,
                value=settled.cap.because,
            )
        )
    return Reason(text=measure.title, truth=settled.engaged, parts=tuple(parts))


def _tried(case: Case, one: Tried, settled: Settled) -> ExceptionTried:
    rule = one.rule
    because, claimed = _told(case, one)
    return ExceptionTried(
        id=rule.id,
        kind=rule.kind,
        truth=one.truth,
        because=because,
        cite=rule.cites[0],
        used=settled.granted is not None and settled.granted.rule.id == rule.id,
        claimed=claimed,
    )


def _told(case: Case, one: Tried) -> tuple[str, bool]:
    """Why an exception holds or not, in words, and whether anybody claimed it."""
    rule = one.rule
    if one.other_act:
        return f"it is not for the act {case.act}", True
    if one.lapsed:
        return f"its last day was {rule.until}", True
    if one.awaits is True:
        wanting = "approval" if rule.kind in ("prior-approval", "no-objection") else "notice"
        return f"only the {wanting} is wanting", True
    held = case.told.get(id(rule.when))
    if held is None:
        held = case.told[id(rule.when)] = _tell(rule.when, case)
    return held


def _tell(condition: Condition | None, case: Case) -> tuple[str, bool]:
    truth = case.truth(condition)
    if truth is True:
        return "its conditions hold", True
    if truth is None:
        return f"open: {_list(question_of(leaf.predicate) for leaf in case.unknown_leaves(condition))}", True
    return f"fails: {_list(_failed(condition, case))}", not _only_unclaimed(condition, case)


def _only_unclaimed(condition: Condition | None, case: Case) -> bool:
    """Whether a false condition fails by silence alone."""
    if condition is None or case.truth(condition) is not False:
        return False
    if isinstance(condition, Leaf):
        return case.ask(condition).assumed
    if isinstance(condition, Not):
        return False
    return all(_only_unclaimed(part, case) for part in condition.parts if case.truth(part) is False)


def _failed(condition: Condition | None, case: Case) -> list[str]:
    """The values that make a condition false, in words."""
    if condition is None or case.truth(condition) is not False:
        return []
    if isinstance(condition, Leaf):
        return [f"{_leaf_words(condition)}: {case.ask(condition).value}"]
    if isinstance(condition, Not):
        if isinstance(condition.part, Leaf):
            return [f"not {_leaf_words(condition.part)}: {case.ask(condition.part).value}"]
        return ["not"]
    return [words for part in condition.parts for words in _failed(part, case)]


def _duties(case: Case, measure: Measure, settled: Settled) -> tuple[DueDuty, ...]:
    """The exception's duties where one holds, else the measure's own where they bear on the outcome."""
    end = settled.cap.period.end if settled.cap and settled.cap.period else None
    duties: tuple[Duty, ...] = ()
    if settled.granted is not None:
        duties = settled.granted.rule.duties
    elif settled.outcome in _OWN_DUTIES or (measure.kind != "cap" and settled.engaged is True):
        duties = measure.duties if measure.binds else tuple(d for d in measure.duties if d.binds)
    return tuple(due_duty(duty, case, measure.id, period_end=end) for duty in duties)


_OWN_DUTIES = frozenset({Outcome.PERMITTED_WITHIN_CAP, Outcome.PERMITTED_IF})


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
        asks = _list(dict.fromkeys(row.ask for row in missing[:3])) or "more facts are needed"
        return f"{measure.title} ({source}) may apply; not known: {asks}"
    if settled.granted is not None:
        rule = settled.granted.rule
        return f"{measure.title} ({source}) applies, but its exception {rule.id} holds ({rule.cites[0]})."
    if settled.cap is not None:
        failed = [
            f"proviso {p.id} fails: {_list(_failed(p.when, case))}"
            for p in measure.provisos
            if case.truth(p.when) is False
        ]
        return f"{measure.title} ({source}): {_list([*failed, settled.cap.because])}."
    goods = f"; {case.ask(settled.clause.leaf).value}" if settled.clause else ""
    if settled.outcome is Outcome.NEEDS_APPROVAL:
        return f"{measure.title} ({source}) bars it unless the 1718 Committee approves first{goods}."
    verb = "requires it to be handled so" if measure.kind == "duty" else "bars it"
    return f"{measure.title} ({source}) {verb}{goods}."


def _leaf_words(leaf: Leaf) -> str:
    if leaf.predicate == "goods":
        return f"goods in {' or '.join(leaf.value)}"
    shown = leaf.key.replace("_", " ")
    return shown


def _list(words: object) -> str:
    return "; ".join(str(word) for word in words)  # type: ignore[attr-defined]

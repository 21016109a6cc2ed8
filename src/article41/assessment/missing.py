"""The facts that would settle an open answer: which to ask, what hangs on each, fewest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from article41.assessment.case import Case
from article41.assessment.finding import Finding, Missing, Outcome
from article41.assessment.settle import Settled, flow_truth, open_conditions, settle
from article41.regime.conditions import Leaf
from article41.regime.measure import Measure
from article41.regime.vocabulary import question_of

ASK_ACT = Missing(fact="act", field="act", ask="What is being done (supply, import, insure, pay...)?")
ASK_DAY = Missing(
    fact="conduct",
    field="dates.conduct",
    ask="On which day does it happen? The law changes by day.",
)
_ASK_FLOW = "Do the goods come from the DPRK, or go to it?"
_Question = tuple[str, str, str]
"""The key of a question, the field that answers it, and the question in words."""


def missing_of(case: Case, measure: Measure, settled: Settled) -> tuple[Missing, ...]:
    """The facts that would settle an open finding, those that settle it alone first."""
    if settled.outcome is not Outcome.UNDETERMINED:
        return ()
    found: dict[str, Missing] = {}
    for key, field, ask in _open_questions(case, measure, settled):
        if key not in found:
            found[key] = Missing(
                fact=key.split(" ")[0],
                field=field,
                ask=ask,
                if_yes=settle(case.with_overrides({key: True}), measure).outcome,
                if_no=settle(case.with_overrides({key: False}), measure).outcome,
                measures=(measure.id,),
            )
    rows = list(found.values())
    if settled.cap is not None and settled.cap.fits is None and settled.base is Outcome.UNDETERMINED:
        rows += [
            Missing(fact=fact, field=field, ask=ask, measures=(measure.id,))
            for fact, field, ask in settled.cap.missing
        ]
    return tuple(sorted(rows, key=_settling))


def merged(findings: Iterable[Finding]) -> tuple[Missing, ...]:
    """One row per question, those that settle a finding alone first, then those that settle most."""
    rows: dict[tuple[str, str], Missing] = {}
    for finding in findings:
        for row in finding.missing:
            held = rows.get((row.field, row.ask))
            if held is None:
                rows[row.field, row.ask] = row
            elif finding.measure not in held.measures:
                rows[row.field, row.ask] = replace(
                    held,
                    if_yes=_stricter(held.if_yes, row.if_yes),
                    if_no=_stricter(held.if_no, row.if_no),
                    measures=(*held.measures, finding.measure),
                )
    return tuple(sorted(rows.values(), key=lambda row: (_settling(row), -len(row.measures))))


def asked_of(findings: Iterable[Finding], act_stated: bool) -> tuple[Missing, ...]:
    """What an answer asks: what its findings ask, after the act where that is not stated."""
    rows = merged(findings)
    return rows if act_stated else (ASK_ACT, *(row for row in rows if row.fact != ASK_ACT.fact))


def _stricter(one: Outcome | None, other: Outcome | None) -> Outcome | None:
    return Outcome.strictest((one, other)) if one and other else None


def _settling(missing: Missing) -> int:
    """0 when either answer settles the finding alone, 1 when one of them does, 2 otherwise."""
    answers = (missing.if_yes, missing.if_no)
    if None in answers:
        return 1
    return sum(answer is Outcome.UNDETERMINED for answer in answers)


def _open_questions(case: Case, measure: Measure, settled: Settled) -> list[_Question]:
    rows: list[_Question] = []
    if case.act is None:
        rows.append((ASK_ACT.fact, ASK_ACT.field, ASK_ACT.ask))
    if flow_truth(case, measure) is None:
        rows.append((f"flow {measure.flow}", "flow", _ASK_FLOW))
    if settled.engaged is None:
        for clause in measure.goods:
            for leaf in (clause.leaf, clause.worth):
                if leaf is not None and case.ask(leaf).truth is None:
                    rows.append((leaf.key, case.ask(leaf).field, _question(case, leaf)))
    for condition in open_conditions(case, measure, settled):
        rows += [
            (leaf.key, case.ask(leaf).field, _question(case, leaf)) for leaf in case.unknown_leaves(condition)
        ]
    return rows


def _question(case: Case, leaf: Leaf) -> str:
    """The question, and what was stated where that is not enough to answer it."""
    ask = question_of(leaf.predicate)
    if leaf.predicate == "goods" and case.reading is not None:
        return _question_of_goods(ask, case, leaf)
    if leaf.predicate != "subject" or not case.tx.subject:
        return ask
    return f"{ask} Stated: {case.ask(leaf).value}; see `article41 schema subjects`."


def _question_of_goods(ask: str, case: Case, leaf: Leaf) -> str:
    """Where a control list names such goods by specification, what is to be found out of them."""
    assert case.reading is not None
    sets = case.catalogue.sets
    if case.reading.several:
        ask = f"The words name several goods: state each on a line of its own. {ask}"
    if not case.reading.find_out or not any(sets[name].by_specification for name in leaf.value):
        return ask
    return (
        f"Control lists go by specification. To find out: {case.reading.find_out}. Then state under `is` "
        "the list that names the goods, or `uncontrolled`."
    )

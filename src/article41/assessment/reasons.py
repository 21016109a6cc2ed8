"""Why a measure reaches a case or not: conditions as a tree, with the value used at each leaf."""

from __future__ import annotations

from article41.assessment.case import Case
from article41.assessment.finding import Reason
from article41.assessment.settle import Settled, flow_truth
from article41.regime.conditions import All, AnyOf, Condition, Leaf, Not
from article41.regime.measure import Measure

_FLOW_WORDS = {
    "from-dprk": "goods come from the DPRK",
    "to-dprk": "goods go to the DPRK",
    "both": "goods come from or go to the DPRK",
}


def reason_of(condition: Condition, case: Case) -> Reason:
    """A condition as a tree with the value used at each leaf."""
    if isinstance(condition, Leaf):
        answer = case.ask(condition)
        return Reason(text=leaf_words(condition), truth=answer.truth, value=answer.value)
    if isinstance(condition, Not):
        if isinstance(condition.part, Leaf):
            answer = case.ask(condition.part)
            words = f"not: {leaf_words(condition.part)}"
            return Reason(text=words, truth=case.truth(condition), value=answer.value)
        return Reason(text="not", truth=case.truth(condition), parts=(reason_of(condition.part, case),))
    words = "all of" if isinstance(condition, All) else "one of"
    assert isinstance(condition, All | AnyOf)
    parts = tuple(reason_of(part, case) for part in condition.parts)
    return Reason(text=words, truth=case.truth(condition), parts=parts)


def tree_of(case: Case, measure: Measure, settled: Settled) -> Reason:
    """All that was asked to see whether the measure reaches the case: act, direction, goods, conditions."""
    parts = [_act(case, measure)]
    if measure.flow != "none":
        flow = flow_truth(case, measure)
        parts.append(Reason(text=_FLOW_WORDS[measure.flow], truth=flow, value=case.flow or "not stated"))
    if settled.clause is not None:
        parts.append(reason_of(settled.clause.leaf, case))
        if settled.clause.worth is not None:
            parts.append(reason_of(settled.clause.worth, case))
    if measure.when is not None:
        parts.append(reason_of(measure.when, case))
    if settled.cap is not None:
        for proviso in measure.provisos:
            words = f"proviso {proviso.id} ({proviso.cite})"
            inner = (reason_of(proviso.when, case),)
            parts.append(Reason(text=words, truth=case.truth(proviso.when), parts=inner))
        words = "there is room under the cap"
        parts.append(Reason(text=words, truth=settled.cap.fits, value=settled.cap.because))
    return Reason(text=measure.title, truth=settled.engaged, parts=tuple(parts))


def failed(condition: Condition | None, case: Case) -> list[str]:
    """The values that make a condition false, in words."""
    if condition is None or case.truth(condition) is not False:
        return []
    if isinstance(condition, Leaf):
        return [f"{leaf_words(condition)}: {case.ask(condition).value}"]
    if isinstance(condition, Not):
        if isinstance(condition.part, Leaf):
            return [f"not {leaf_words(condition.part)}: {case.ask(condition.part).value}"]
        return ["not"]
    return [words for part in condition.parts for words in failed(part, case)]


def leaf_words(leaf: Leaf) -> str:
    """A predicate as people read it."""
    if leaf.predicate == "goods":
        return f"goods in {' or '.join(leaf.value)}"
    return leaf.key.replace("_", " ")


def _act(case: Case, measure: Measure) -> Reason:
    known = case.act in measure.acts if case.act else None
    return Reason(text="the act is one the measure reaches", truth=known, value=case.act or "not stated")

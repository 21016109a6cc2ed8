"""Which measures may reach an act, direction and goods; remembered, since batches repeat them."""

from __future__ import annotations

from article41.assessment.case import Case
from article41.assessment.settle import flow_truth
from article41.regime.measure import Measure

_REMEMBERED = 20_000


def reaching(case: Case) -> tuple[Measure, ...]:
    """Measures that may reach the case. Where the act is not stated, those about the goods."""
    if case.act is None and case.item is None:
        return ()
    reading = case.reading
    stated = (reading.words, reading.hs, reading.declared) if reading else None
    key = (case.act, case.flow, stated, case.tx.to.country is None, case.catalogue.digest)
    remembered = case.regime.remembered
    held = remembered.get(key)
    if held is None:
        if len(remembered) >= _REMEMBERED:
            remembered.clear()
        held = remembered[key] = tuple(
            measure
            for measure in case.regime.by_act(case.act or "supply")
            if (case.act is not None or measure.goods)
            and flow_truth(case, measure) is not False
            and not (measure.goods and _goods_miss(case, measure))
        )
    return held


def by_control_list(case: Case) -> tuple[Measure, ...]:
    """Binding measures about control lists (which go by specification) that the goods are not known for."""
    if case.item is None or case.act is None:
        return ()
    key = ("lists", case.act, case.flow, case.tx.to.country is None)
    held = case.regime.remembered.get(key)
    if held is None:
        sets = case.catalogue.sets
        held = case.regime.remembered[key] = tuple(
            measure
            for measure in case.regime.by_act(case.act)
            if measure.binds
            and flow_truth(case, measure) is True
            and any(sets[clause.set].by_specification for clause in measure.goods)
        )
    return tuple(measure for measure in held if _goods_miss(case, measure))


def _goods_miss(case: Case, measure: Measure) -> bool:
    return all(case.ask(clause.leaf).truth is False for clause in measure.goods)

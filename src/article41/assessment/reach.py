"""Which measures may reach an act, direction and goods; remembered, since batches repeat them."""

from __future__ import annotations

from typing import NamedTuple

from article41.assessment.case import Case
from article41.assessment.settle import flow_truth
from article41.goods.catalogue import UNCONTROLLED
from article41.regime.measure import Measure

_REMEMBERED = 20_000


class Reach(NamedTuple):
    """Measures that may reach a case, and binding ones about control lists its goods are not known for.

    Control lists go by what a thing can do, so that neither words nor a code rule them out.
    """

    measures: tuple[Measure, ...]
    control_lists: tuple[Measure, ...]


def reach_of(case: Case) -> Reach:
    """The measures to settle. Where the act is not stated, those about the goods."""
    if case.act is None and case.item is None:
        return Reach((), ())
    reading = case.reading
    stated = (reading.words, reading.hs, reading.declared, reading.narrowed_to) if reading else None
    key = (case.act, case.flow, stated, case.tx.to.country is None, case.catalogue.digest)
    remembered = case.regime.remembered
    held = remembered.get(key)
    if held is None:
        if len(remembered) >= _REMEMBERED:
            remembered.clear()
        held = remembered[key] = _reach_anew(case)
    assert isinstance(held, Reach)
    return held


def _reach_anew(case: Case) -> Reach:
    measures: list[Measure] = []
    control_lists: list[Measure] = []
    for measure in case.regime.by_act(case.act or "supply"):
        if (case.act is None and not measure.goods) or flow_truth(case, measure) is False:
            continue
        if not measure.goods or any(case.ask(clause.leaf).truth is not False for clause in measure.goods):
            measures.append(measure)
        elif case.item is not None and case.act is not None and _by_specification(case, measure):
            control_lists.append(measure)
    return Reach(tuple(measures), tuple(control_lists))


def _by_specification(case: Case, measure: Measure) -> bool:
    sets = case.catalogue.sets
    listed = any(sets[clause.set].by_specification for clause in measure.goods)
    cleared = case.reading is not None and UNCONTROLLED in case.reading.declared
    return listed and not cleared and measure.binds and flow_truth(case, measure) is True

"""Adverse facts that silence alone made false: what to check before relying on an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from article41.assessment.case import Case
from article41.assessment.duties import due_duty
from article41.assessment.finding import Check, DueDuty
from article41.assessment.settle import flow_truth, goods_truth
from article41.regime.conditions import leaves
from article41.regime.measure import Cite, Measure
from article41.regime.vocabulary import question_of

_CONTROL_LIST = "control_list"
_NATIONAL_LUXURY = "national_luxury_list"
_ASK_NATIONAL_LUXURY = (
    "It is below the value the resolution names. Does the exporting State's own list of luxury goods go "
    "further, as it may?"
)
_ASK_CONTROL_LIST = (
    "Is the item on a control list (nuclear, missile, chemical, biological, conventional dual-use)? "
    "Those go by what a thing can do, not by its HS code."
)


_ASKS = {_CONTROL_LIST: _ASK_CONTROL_LIST, _NATIONAL_LUXURY: _ASK_NATIONAL_LUXURY}


class Asked:
    """What settling a case passed by: told when somebody reads the checks, since most batches never do."""

    __slots__ = ("_control_lists", "_passed")

    def __init__(self) -> None:
        self._passed: list[tuple[Case, Measure, bool]] = []
        self._control_lists: list[Measure] = []

    def note_unreached(self, case: Case, measure: Measure) -> None:
        """A measure that does not reach the case, perhaps by silence alone."""
        self._passed.append((case, measure, False))

    def note_provisos(self, case: Case, measure: Measure) -> None:
        """A measure whose provisos may hold only because nobody said otherwise."""
        if measure.provisos:
            self._passed.append((case, measure, True))

    def note_control_lists(self, measures: Iterable[Measure]) -> None:
        """Measures to check unless the goods are declared to be on a control list, or not to be."""
        self._control_lists.extend(measures)

    def checks(self) -> tuple[Check, ...]:
        """Per adverse fact left unsaid: what hangs on it, with the question in words."""
        held: dict[str, tuple[dict[Cite, None], dict[str, None]]] = {}
        for fact, cite, measure in self._adverse():
            cites, measures = held.setdefault(fact, ({}, {}))
            cites[cite] = None
            measures[measure.id] = None
        return tuple(
            Check(
                fact=fact,
                ask=_ASKS.get(fact) or question_of(fact),
                cites=tuple(cites),
                measures=tuple(measures),
            )
            for fact, (cites, measures) in held.items()
        )

    def _adverse(self) -> Iterator[tuple[str, Cite, Measure]]:
        """Each fact that would make a measure bite, or fail a proviso, if it were so."""
        for case, measure, reached in self._passed:
            yield from _held_up(case, measure) if reached else _kept_off(case, measure)
        for measure in self._control_lists:
            yield _CONTROL_LIST, measure.cites[-1], measure


def _held_up(case: Case, measure: Measure) -> Iterator[tuple[str, Cite, Measure]]:
    """The provisos that silence alone makes hold."""
    for proviso in measure.provisos:
        for leaf in leaves(proviso.when):
            if case.ask(leaf).assumed:
                yield leaf.predicate, proviso.cite, measure


def _kept_off(case: Case, measure: Measure) -> Iterator[tuple[str, Cite, Measure]]:
    """What silence alone keeps from being so, where all else would fit the measure."""
    for clause in measure.goods:
        if clause.worth and case.truth(clause.leaf) is True and case.truth(clause.worth) is False:
            yield _NATIONAL_LUXURY, clause.cite, measure
    if not measure.binds or measure.when is None:
        return
    facts = [leaf.predicate for leaf in case.assumed_leaves(measure.when)]
    if facts and not case.tx.ships:
        facts = [fact for fact in facts if not fact.startswith("ship_")]
    if not facts or flow_truth(case, measure) is False or goods_truth(case, measure)[0] is False:
        return
    for fact in facts:
        yield fact, measure.cites[0], measure


def reminders(case: Case) -> list[DueDuty]:
    """Duties of others that come with the act, such as inspecting the cargo."""
    if case.act is None:
        return []
    return [
        due_duty(duty, case, measure.id, reminder=True)
        for measure in case.regime.attending(case.act)
        if measure.binds and flow_truth(case, measure) is True and case.truth(measure.when) is True
        for duty in measure.duties
    ]

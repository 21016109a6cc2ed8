"""Adverse facts that silence alone made false: what to check before relying on an answer."""

from __future__ import annotations

from collections.abc import Iterable

from article41.assessment.case import Case
from article41.assessment.duties import due_duty
from article41.assessment.finding import Check, DueDuty
from article41.assessment.settle import flow_truth, goods_truth
from article41.regime.conditions import leaves
from article41.regime.measure import Cite, Measure
from article41.regime.vocabulary import question_of

_CONTROL_LIST = "control_list"
_ASK_CONTROL_LIST = (
    "Is the item on a control list (nuclear, missile, chemical, biological, conventional dual-use)? "
    "Those go by what a thing can do, not by its HS code."
)


class Asked:
    """Per adverse fact left unsaid: the paragraphs and measures that hang on it, in order."""

    __slots__ = ("_held",)

    def __init__(self) -> None:
        self._held: dict[str, tuple[dict[Cite, None], dict[str, None]]] = {}

    def note(self, facts: Iterable[str], cite: Cite, measure: Measure) -> None:
        """Remember that a measure would bite if one of the facts were so."""
        for fact in facts:
            cites, measures = self._held.setdefault(fact, ({}, {}))
            cites[cite] = None
            measures[measure.id] = None

    def note_unreached(self, case: Case, measure: Measure) -> None:
        """A measure that silence alone keeps from reaching the case, where all else would fit."""
        if not measure.binds or measure.when is None:
            return
        facts = [leaf.predicate for leaf in case.assumed_leaves(measure.when)]
        if facts and not case.tx.ships:
            facts = [fact for fact in facts if not fact.startswith("ship_")]
        if not facts or flow_truth(case, measure) is False or goods_truth(case, measure)[0] is False:
            return
        self.note(facts, measure.cites[0], measure)

    def note_provisos(self, case: Case, measure: Measure) -> None:
        """Provisos that hold only because nobody said otherwise."""
        for proviso in measure.provisos:
            facts = [leaf.predicate for leaf in leaves(proviso.when) if case.ask(leaf).assumed]
            self.note(facts, proviso.cite, measure)

    def note_control_lists(self, measures: Iterable[Measure]) -> None:
        """Unless the goods are declared to be on a control list, or not to be, check that."""
        for measure in measures:
            self.note((_CONTROL_LIST,), measure.cites[-1], measure)

    def checks(self) -> tuple[Check, ...]:
        """What to check, with the question in words."""
        return tuple(
            Check(
                fact=fact,
                ask=_ASK_CONTROL_LIST if fact == _CONTROL_LIST else question_of(fact),
                cites=tuple(cites),
                measures=tuple(measures),
            )
            for fact, (cites, measures) in self._held.items()
        )


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

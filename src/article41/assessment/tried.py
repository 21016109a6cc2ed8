"""Exceptions considered: whether each holds, and in words why not."""

from __future__ import annotations

from article41.assessment.case import Case
from article41.assessment.finding import ExceptionTried
from article41.assessment.reasons import failed
from article41.assessment.settle import APPROVAL_KINDS, Settled, Tried
from article41.regime.conditions import Condition, Leaf, Not
from article41.regime.vocabulary import question_of


def tried_of(case: Case, settled: Settled) -> tuple[ExceptionTried, ...]:
    """Every exception of the measure, in the order tried."""
    return tuple(_tried(case, one, settled) for one in settled.tried)


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
        wanting = "approval" if rule.kind in APPROVAL_KINDS else "notice"
        return f"only the {wanting} is wanting", True
    truth = case.truth(rule.when)
    if truth is True:
        return "its conditions hold", True
    if truth is None:
        questions = (question_of(leaf.predicate) for leaf in case.unknown_leaves(rule.when))
        return f"open: {'; '.join(questions)}", True
    return f"fails: {'; '.join(failed(rule.when, case))}", not _only_unclaimed(rule.when, case)


def _only_unclaimed(condition: Condition | None, case: Case) -> bool:
    """Whether a false condition fails by silence alone."""
    if condition is None or case.truth(condition) is not False:
        return False
    if isinstance(condition, Leaf):
        return case.ask(condition).assumed
    if isinstance(condition, Not):
        return False
    return all(_only_unclaimed(part, case) for part in condition.parts if case.truth(part) is False)

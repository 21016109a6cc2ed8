"""The outcome of one measure for one case: does it bite, does an exception hold, is there room."""

from __future__ import annotations

from typing import NamedTuple

from article41.assessment.caps import measure_cap
from article41.assessment.case import Case
from article41.assessment.finding import Outcome
from article41.assessment.listed import listing_cites
from article41.assessment.recorded import CapAnswer
from article41.regime.conditions import Condition
from article41.regime.measure import Cite, ExceptionRule, GoodsClause, Measure
from article41.types import Truth

APPROVAL_KINDS = frozenset({"prior-approval", "no-objection"})
CONDITIONAL_KINDS = frozenset({"wind-down", "notification", "no-objection"})


class Tried(NamedTuple):
    """An exception tried on the case: whether it holds, and whether only the Committee's part is wanting."""

    rule: ExceptionRule
    truth: Truth
    awaits: Truth
    lapsed: bool = False
    other_act: bool = False


class Settled(NamedTuple):
    """What came out for one measure, with everything the explanation needs."""

    engaged: Truth
    outcome: Outcome
    base: Outcome
    tried: tuple[Tried, ...] = ()
    granted: Tried | None = None
    cap: CapAnswer | None = None
    clause: GoodsClause | None = None


_NOT_REACHED = Settled(engaged=False, outcome=Outcome.NOT_COVERED, base=Outcome.NOT_COVERED)


def engagement(case: Case, measure: Measure) -> tuple[Truth, GoodsClause | None]:
    """Whether the measure reaches the case, and by which goods clause. Cheapest questions first."""
    if case.act is not None and case.act not in measure.acts:
        return False, None
    flow = flow_truth(case, measure)
    if flow is False:
        return False, None
    goods, clause = goods_truth(case, measure)
    if goods is False:
        return False, None
    when = case.truth(measure.when)
    if when is False:
        return False, None
    certain = case.act is not None and flow is True and goods is True and when is True
    return (True if certain else None), clause


def flow_truth(case: Case, measure: Measure) -> Truth:
    """Whether the direction fits: from, to, either of the two, or no direction at all."""
    if measure.flow == "none":
        return True
    if case.overrides and (supposed := f"flow {measure.flow}") in case.overrides:
        return case.overrides[supposed]
    if case.flow is None:
        elsewhere = measure.flow == "to-dprk" and case.tx.to.country is not None
        return False if elsewhere else None
    if measure.flow == "both":
        return case.flow in ("from-dprk", "to-dprk")
    return case.flow == measure.flow


def goods_truth(case: Case, measure: Measure) -> tuple[Truth, GoodsClause | None]:
    """Whether the goods are in one of the measure's sets, above its value where it names one.

    A measure that names no goods reaches any.
    """
    if not measure.goods:
        return True, None
    open_clause: GoodsClause | None = None
    for clause in measure.goods:
        truth = clause_truth(case, clause)
        if truth is True:
            return True, clause
        if truth is None and open_clause is None:
            open_clause = clause
    return (None, open_clause) if open_clause else (False, None)


def clause_truth(case: Case, clause: GoodsClause) -> Truth:
    """Whether one goods clause catches the goods."""
    goods = case.truth(clause.leaf)
    if goods is False or clause.worth is None:
        return goods
    worth = case.truth(clause.worth)
    return False if worth is False else (True if goods and worth else None)


def settle(case: Case, measure: Measure) -> Settled:
    """The measure's outcome for the case."""
    engaged, clause = engagement(case, measure)
    if engaged is False:
        return _NOT_REACHED
    base, cap = base_outcome(case, measure)
    if base is Outcome.NOT_COVERED:
        spared = any(case.truth(rule.when) is True for rule in measure.exceptions)
        return Settled(engaged=False if spared else engaged, outcome=base, base=base, clause=clause)
    tried = tuple(try_exception(case, rule) for rule in measure.exceptions)
    granted = next((one for one in tried if one.truth is True), None)
    outcome = (
        granted_outcome(granted.rule)
        if granted
        else _without_grant(base, tried, capped=measure.kind == "cap")
    )
    if engaged is None and outcome is not Outcome.EXEMPT:  # exempt or not reached: clear either way
        outcome = Outcome.UNDETERMINED
    return Settled(engaged, outcome, base, tried, granted, cap, clause)


def base_outcome(case: Case, measure: Measure) -> tuple[Outcome, CapAnswer | None]:
    """What the measure says before its exceptions."""
    if not measure.binds or measure.kind == "vigilance" or measure.suspended is not None:
        return Outcome.NOT_COVERED, None
    if measure.kind == "duty":
        refused = case.tx.facts.get("duty_refused") is True
        return (Outcome.PROHIBITED if refused else Outcome.PERMITTED_IF), None
    if measure.kind != "cap":
        return Outcome.PROHIBITED, None
    cap = measure_cap(case, measure)
    truths = [case.truth(proviso.when) for proviso in measure.provisos] + [cap.fits]
    if False in truths:
        return Outcome.PROHIBITED, cap
    return (Outcome.UNDETERMINED if None in truths else Outcome.PERMITTED_WITHIN_CAP), cap


def try_exception(case: Case, rule: ExceptionRule) -> Tried:
    """Whether an exception holds; for approval kinds also whether it would with the Committee's act."""
    if rule.acts and case.act not in rule.acts:
        return Tried(rule, False, False, other_act=True)
    day = case.imported if rule.kind == "wind-down" and case.imported else case.day
    if rule.until is not None and day > rule.until:
        return Tried(rule, False, False, lapsed=True)
    truth = case.truth(rule.when)
    awaits: Truth = False
    if truth is not True and rule.committee_acts:
        awaits = case.truth_supposing(rule.when, rule.committee_acts)
    return Tried(rule, truth, awaits)


def granted_outcome(rule: ExceptionRule) -> Outcome:
    """What an exception grants when it holds.

    `permitted_if` where it hangs on a contract's day or on notice to the Committee, or leaves duties;
    `exempt` where it takes the case out of the measure for good, by itself or by the Committee's approval.
    """
    if rule.kind in CONDITIONAL_KINDS or rule.duties:
        return Outcome.PERMITTED_IF
    return Outcome.EXEMPT


def _without_grant(base: Outcome, tried: tuple[Tried, ...], *, capped: bool) -> Outcome:
    """The outcome when no exception surely holds.

    An exception that hangs on an unknown fact leaves the answer open, unless what it would grant
    needs an act of the Committee that is not there: then it stays barred either way. Above a cap the
    Committee itself judges the purpose it is asked to approve, so that an unknown one leaves the door open.
    """
    open_door = (True, None) if capped else (True,)
    barred = any(one.awaits in open_door and one.rule.kind in APPROVAL_KINDS for one in tried)
    fallback = base
    if barred and base in (Outcome.PROHIBITED, Outcome.NEEDS_APPROVAL):
        fallback = Outcome.NEEDS_APPROVAL
    if all(one.truth is not None or granted_outcome(one.rule) is fallback for one in tried):
        return fallback
    if base is Outcome.PERMITTED_WITHIN_CAP:
        return base
    return Outcome.UNDETERMINED


def cites_of(case: Case, measure: Measure, settled: Settled) -> tuple[Cite, ...]:
    """The paragraphs an outcome rests on; first the exception that decided, then the measure's own."""
    cites: list[Cite] = []
    if settled.granted is not None:
        held = [one for one in settled.tried if one.truth is True]
        alike = [one for one in held if granted_outcome(one.rule) is settled.outcome]
        cites += [cite for one in alike for cite in one.rule.cites]
    cites += _kept_source(measure, settled)
    if settled.clause is not None:
        caught = [c for c in measure.goods if c is settled.clause or clause_truth(case, c) is True]
        cites += [c.cite for c in caught if c.cite not in measure.cites]
    cites += [cite for part, cite in measure.part_cites if part == f"act:{case.act}"]
    if measure.asks_listing:
        cites += listing_cites(case)
    cites += measure.cites
    if settled.outcome is Outcome.NEEDS_APPROVAL:
        asked = [one for one in settled.tried if one.awaits is True] or [
            one for one in settled.tried if one.awaits is None and one.rule.kind in APPROVAL_KINDS
        ]
        cites += [cite for one in asked for cite in one.rule.cites]
    if settled.base in (Outcome.PERMITTED_WITHIN_CAP, Outcome.UNDETERMINED):
        cites += [proviso.cite for proviso in measure.provisos]
    return tuple(dict.fromkeys(cites))


def _kept_source(measure: Measure, settled: Settled) -> list[Cite]:
    """The older paragraph of a quota period that a later paragraph kept."""
    period = settled.cap.period if settled.cap else None
    if period is None or not period.keeps:
        return []
    return [step.cite for step in measure.history if step.cite.ref == period.keeps][:1]


def open_conditions(case: Case, measure: Measure, settled: Settled) -> list[Condition]:
    """The conditions whose unknown parts keep a finding open."""
    found: list[Condition] = [measure.when] if measure.when is not None else []
    if settled.base is Outcome.UNDETERMINED:
        found += [proviso.when for proviso in measure.provisos]
    if settled.engaged is True:
        found += [one.rule.when for one in settled.tried if one.truth is None and one.rule.when is not None]
    return found

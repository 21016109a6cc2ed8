"""Checks over the whole law: dangling references, missing paragraphs, ambiguous exceptions."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from article41.errors import Article41Error, LawError
from article41.regime.conditions import All, AnyOf, Condition, Leaf, Not, leaves
from article41.regime.fold import change_days, suppose
from article41.regime.instrument import Amend, Impose, Resolution
from article41.regime.law import Law
from article41.regime.measure import ExceptionRule, Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of one text is in the data: paragraphs present of those it has, operations, doubts."""

    text: Resolution
    present: int
    operative: int
    operations: int
    uncertain: int


def coverage(text: Resolution) -> Coverage:
    """Paragraphs present and operations of one text."""
    present = {_top(paragraph.para) for paragraph in text.paragraphs}
    doubtful = sum(paragraph.confidence.value != "high" for paragraph in text.paragraphs)
    return Coverage(
        text=text,
        present=len(present),
        operative=text.operative or len(present),
        operations=sum(1 for _ in text.operations()),
        uncertain=doubtful,
    )


def check_law(law: Law, goods_sets: Collection[str]) -> list[LawError]:
    """Every fault found in the law as loaded; empty when there is none."""
    errors = list(_ids(law))
    for text in (*law.resolutions, *law.drafts):
        errors += _paragraphs(text)
        errors += _goods(text, goods_sets)
    errors += _folds(law)
    return errors


def _ids(law: Law) -> Iterator[LawError]:
    seen: dict[str, str] = {}
    imposed: dict[str, str] = {}
    for text in (*law.resolutions, *law.drafts):
        if text.id in seen:
            yield LawError(f"id {text.id} stands twice (also in {seen[text.id]})", where=text.name)
        seen[text.id] = text.name
    for text in law.resolutions:
        for operation in text.operations():
            if isinstance(operation.body, Impose):
                for target in operation.targets:
                    if target in imposed:
                        yield LawError(
                            f"{target} is imposed twice (also at {imposed[target]})",
                            where=operation.where,
                            hint="use amend",
                        )
                    imposed[target] = operation.where


def _paragraphs(text: Resolution) -> Iterator[LawError]:
    if not text.operative:
        return
    present = {_top(paragraph.para) for paragraph in text.paragraphs}
    if text.status != "adopted":
        return
    for number in range(1, text.operative + 1):
        if str(number) not in present:
            yield LawError(
                f"operative paragraph {number} of {text.symbol} is missing",
                where=text.name,
                hint="add it, with does: [] and because: if it does nothing",
            )


def _goods(text: Resolution, known: Collection[str]) -> Iterator[LawError]:
    for operation in text.operations():
        body = operation.body
        names: list[str] = []
        if isinstance(body, Impose):
            names += [clause.set for clause in body.goods]
        if isinstance(body, Amend):
            names += [c.set for key, value in (*body.sets, *body.adds) if key == "goods" for c in value or ()]
        conditions = [getattr(body, "when", None)]
        names += [
            name
            for condition in conditions
            for leaf in leaves(condition)
            if leaf.predicate == "goods"
            for name in leaf.value
        ]
        for name in names:
            if name not in known:
                close = difflib.get_close_matches(name, known, n=2)
                yield LawError(
                    f"there is no goods set '{name}'",
                    where=operation.where,
                    hint=f"did you mean {' or '.join(close)}?" if close else "see: article41 schema goods",
                )


def _folds(law: Law) -> Iterator[LawError]:
    reported: set[tuple[str, str, str]] = set()
    days = change_days(law.resolutions)
    try:
        for day in days:
            for measure in law.regime(day).measures:
                for one, other in ambiguous(measure):
                    key = (measure.id, one.id, other.id)
                    if key not in reported:
                        reported.add(key)
                        yield LawError(
                            f"{measure.id}: exceptions {one.id} ({one.cites[0]}) and {other.id} "
                            f"({other.cites[0]}) could hold together and grant different outcomes",
                            where=other.where,
                            hint="give one of them a priority (lower wins)",
                        )
        for draft in law.drafts:
            law.regime(days[-1], drafts=(suppose(draft, days[-1]),))
    except Article41Error as error:
        yield LawError(error.message, where=error.where, hint=error.hint)


def ambiguous(measure: Measure) -> Iterator[tuple[ExceptionRule, ExceptionRule]]:
    """Pairs of exceptions of equal priority that can hold together and grant different outcomes."""
    for one, other in itertools.combinations(measure.exceptions, 2):
        if one.priority != other.priority or _grant(one) == _grant(other):
            continue
        if not exclusive(one.when, other.when):
            yield one, other


def exclusive(one: Condition | None, other: Condition | None) -> bool:
    """Whether two conditions contradict one another in a predicate both need."""
    yes, no = _needed(one)
    other_yes, other_no = _needed(other)
    return bool(yes & other_no or no & other_yes)


def _needed(condition: Condition | None) -> tuple[set[str], set[str]]:
    """Predicates a condition needs to be true, and to be false."""
    if isinstance(condition, Leaf):
        return {condition.key}, set()
    if isinstance(condition, Not) and isinstance(condition.part, Leaf):
        return set(), {condition.part.key}
    if isinstance(condition, All) or (isinstance(condition, AnyOf) and len(condition.parts) == 1):
        pairs = [_needed(part) for part in condition.parts]
        return set().union(*(p[0] for p in pairs)), set().union(*(p[1] for p in pairs))
    return set(), set()


def _grant(rule: ExceptionRule) -> str:
    return "permitted_if" if rule.kind == "wind-down" or rule.duties else "exempt"


def _top(para: str) -> str:
    return para.split("(")[0].strip()

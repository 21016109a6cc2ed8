"""Rules in plain words: conditions, limits, exceptions, duties. One place, so that all pages agree."""

from __future__ import annotations

from datetime import date

from article41.regime.acts import GROUPS
from article41.regime.conditions import All, AnyOf, Condition, Leaf, Not
from article41.regime.limit import Limit, Window
from article41.regime.measure import Duty, ExceptionRule, GoodsClause, Measure
from article41.regime.moments import Moment


def condition_words(condition: Condition | None) -> str:
    """A condition on one line; empty when there is none."""
    if condition is None:
        return ""
    if isinstance(condition, Leaf):
        return condition.key.replace("_", " ")
    if isinstance(condition, Not):
        return f"not {_grouped(condition.part)}"
    joint = " and " if isinstance(condition, All) else " or "
    assert isinstance(condition, All | AnyOf)
    return joint.join(_grouped(part) for part in condition.parts)


def acts_words(acts: frozenset[str]) -> str:
    """Acts on one line, groups by their names."""
    words: list[str] = []
    left = set(acts)
    for name, group in GROUPS.items():
        if group <= left:
            words.append(name)
            left -= group
    return ", ".join([*words, *sorted(left)])


def clause_words(clause: GoodsClause) -> str:
    """A goods clause with its threshold."""
    if clause.above is None:
        return clause.set
    return f"{clause.set} above {clause.above:,.0f} {clause.currency}"


def limit_words(limit: Limit | None) -> str:
    """A cap's schedule on one line."""
    if limit is None:
        return ""
    if limit.counts == "own-baseline":
        return "each State's own earlier supply"
    return "; ".join(window_words(window, limit.reached) for window in limit.schedule)


def window_words(window: Window, reached: str = "first") -> str:
    """One window of a cap."""
    joint = " or " if reached == "either" else " / "
    top = joint.join(f"{amount:,.0f} {unit}" for unit, amount in window.ceiling)
    if window.every_months:
        span = "a year" if window.every_months == 12 else f"every {window.every_months} months"
        return f"{top} {span} from {window.start}"
    return f"{top} from {window.start} to {window.end or 'open'}"


def exception_words(rule: ExceptionRule, today: date | None = None) -> str:
    """An exception's id with its kind and last day."""
    last = f", until {rule.until}" if rule.until and rule.until.year < 9999 else ""
    lapsed = " (lapsed)" if today and rule.until and rule.until < today else ""
    return f"{rule.id} ({rule.kind}{last}){lapsed}"


def duty_words(duty: Duty) -> str:
    """Who must do what by when."""
    if duty.verb == "do":
        what = duty.what
    else:
        what = f"{duty.verb} {duty.to}" + (f" of {duty.what}" if duty.what else "")
    return f"{duty.who}: {what}" + (f", {moment_words(duty.by)}" if duty.by else "")


def moment_words(moment: Moment) -> str:
    """When something is due, in words."""
    if moment.is_word:
        return moment.anchor.replace("-", " ")
    if moment.repeats:
        span = f"{moment.days} days" if moment.days else f"{moment.months} months"
        return f"every {span} from {moment.day or moment.anchor}"
    return f"by {moment}"


def goods_words(measure: Measure) -> str:
    """What a measure is about: its goods, or else its acts."""
    if measure.goods:
        return ", ".join(dict.fromkeys(clause_words(clause) for clause in measure.goods))
    return acts_words(measure.acts)


def _grouped(condition: Condition) -> str:
    words = condition_words(condition)
    return f"({words})" if isinstance(condition, All | AnyOf) and len(condition.parts) > 1 else words

"""What changed between two regimes: added, tightened, loosened, ended, value by value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from article41.regime.describe import (
    acts_words,
    clause_words,
    condition_words,
    duty_words,
    limit_words,
)
from article41.regime.limit import Limit
from article41.regime.measure import Cite, ExceptionRule, Measure
from article41.regime.regime import Regime


class Direction(StrEnum):
    """Which way a change goes, seen from those who trade."""

    ADDED = "added"
    ENDED = "ended"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    CHANGED = "changed"


MIRROR = {
    Direction.ADDED: Direction.ENDED,
    Direction.ENDED: Direction.ADDED,
    Direction.TIGHTENED: Direction.LOOSENED,
    Direction.LOOSENED: Direction.TIGHTENED,
    Direction.CHANGED: Direction.CHANGED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegimeChange:
    """One value that differs; `cite` is the paragraph that made the newer value, where there is one."""

    direction: Direction
    measure: str
    field: str
    before: str
    after: str
    cite: Cite | None = None

    def mirrored(self) -> RegimeChange:
        """The same change seen from the other side (the citation stays with the newer text)."""
        return RegimeChange(
            direction=MIRROR[self.direction],
            measure=self.measure,
            field=self.field,
            before=self.after,
            after=self.before,
            cite=self.cite,
        )


_KIND_RANK = {"vigilance": 0, "duty": 1, "cap": 2, "ban": 3, "freeze": 3, "travel-ban": 3}
_EASE = {"prior-approval": 0, "no-objection": 1, "notification": 2, "wind-down": 3, "standing": 4}


def diff(before: Regime, after: Regime) -> tuple[RegimeChange, ...]:
    """Every change from one regime to another. `diff(b, a)` is the mirror of `diff(a, b)`."""
    old = {measure.id: measure for measure in before.measures}
    new = {measure.id: measure for measure in after.measures}
    rows: list[RegimeChange] = []
    for measure_id in sorted({*old, *new}):
        one, other = old.get(measure_id), new.get(measure_id)
        if one is None and other is not None:
            rows.append(_row(Direction.ADDED, other, "measure", "", _whole(other)))
        elif other is None and one is not None:
            rows.append(_row(Direction.ENDED, one, "measure", _whole(one), ""))
        elif one is not None and other is not None and one != other:
            rows += _measure(one, other)
    rows += _designations(before, after)
    rows += _mandates(before, after)
    return tuple(rows)


def _measure(one: Measure, other: Measure) -> Iterator[RegimeChange]:
    if one.kind != other.kind:
        tighter = _KIND_RANK[other.kind] - _KIND_RANK[one.kind]
        yield _row(_sign(tighter), other, "kind", one.kind, other.kind)
    if one.binds != other.binds:
        words = {True: "binding", False: "a call"}
        way = Direction.TIGHTENED if other.binds else Direction.LOOSENED
        yield _row(way, other, "force", words[one.binds], words[other.binds])
    if one.flow != other.flow:
        way = Direction.TIGHTENED if other.flow == "both" else Direction.CHANGED
        way = Direction.LOOSENED if one.flow == "both" else way
        yield _row(way, other, "flow", one.flow, other.flow)
    yield from _sets(other, "acts", one.acts, other.acts)
    yield from _sets(
        other,
        "goods",
        frozenset(clause_words(clause) for clause in one.goods),
        frozenset(clause_words(clause) for clause in other.goods),
    )
    if one.when != other.when:
        way = Direction.CHANGED
        if one.when is None or other.when is None:
            way = Direction.TIGHTENED if other.when is None else Direction.LOOSENED
        yield _row(way, other, "when", condition_words(one.when), condition_words(other.when))
    if one.limit != other.limit:
        yield _limit(one, other)
    if one.suspended != other.suspended and bool(one.suspended) != bool(other.suspended):
        way = Direction.LOOSENED if other.suspended else Direction.TIGHTENED
        yield _row(way, other, "suspended", _yes(one.suspended), _yes(other.suspended))
    yield from _exceptions(one, other)
    yield from _provisos(one, other)
    yield from _duties(one, other)


def _sets(measure: Measure, name: str, one: frozenset[str], other: frozenset[str]) -> Iterator[RegimeChange]:
    show = acts_words if name == "acts" else lambda items: ", ".join(sorted(items))
    if gained := other - one:
        yield _row(Direction.TIGHTENED, measure, name, "", show(gained))
    if lost := one - other:
        yield _row(Direction.LOOSENED, measure, name, show(lost), "")


def _limit(one: Measure, other: Measure) -> RegimeChange:
    before, after = _tops(one.limit), _tops(other.limit)
    way = Direction.CHANGED
    if one.limit is None or other.limit is None:
        way = Direction.CHANGED if one.kind != other.kind else way
    else:
        shared = before.keys() & after.keys()
        lower = any(after[key] < before[key] for key in shared)
        higher = any(after[key] > before[key] for key in shared)
        if lower != higher:
            way = Direction.TIGHTENED if lower else Direction.LOOSENED
    return _row(way, other, "limit", limit_words(one.limit), limit_words(other.limit))


def _tops(limit: Limit | None) -> dict[tuple[object, str], float]:
    if limit is None:
        return {}
    return {(window.start, unit): amount for window in limit.schedule for unit, amount in window.ceiling}


def _exceptions(one: Measure, other: Measure) -> Iterator[RegimeChange]:
    old = {rule.id: rule for rule in one.exceptions}
    new = {rule.id: rule for rule in other.exceptions}
    for name in sorted({*old, *new}):
        before, after = old.get(name), new.get(name)
        if before is None and after is not None:
            yield _row(Direction.LOOSENED, other, f"exception {name}", "", _rule(after), after.cites[0])
        elif after is None and before is not None:
            yield _row(Direction.TIGHTENED, other, f"exception {name}", _rule(before), "")
        elif before is not None and after is not None and _rule(before) != _rule(after):
            ease = _EASE[after.kind] - _EASE[before.kind]
            way = _sign(-ease)
            yield _row(way, other, f"exception {name}", _rule(before), _rule(after), after.cites[0])


def _provisos(one: Measure, other: Measure) -> Iterator[RegimeChange]:
    old = {proviso.id: condition_words(proviso.when) for proviso in one.provisos}
    new = {proviso.id: condition_words(proviso.when) for proviso in other.provisos}
    for name in sorted({*old, *new}):
        if old.get(name) == new.get(name):
            continue
        way = Direction.CHANGED
        if name not in old or name not in new:
            way = Direction.TIGHTENED if name in new else Direction.LOOSENED
        yield _row(way, other, f"proviso {name}", old.get(name, ""), new.get(name, ""))


def _duties(one: Measure, other: Measure) -> Iterator[RegimeChange]:
    old = {duty_words(duty) for duty in one.duties}
    new = {duty_words(duty) for duty in other.duties}
    if gained := new - old:
        yield _row(Direction.TIGHTENED, other, "duties", "", "; ".join(sorted(gained)))
    if lost := old - new:
        yield _row(Direction.LOOSENED, other, "duties", "; ".join(sorted(lost)), "")


def _designations(before: Regime, after: Regime) -> Iterator[RegimeChange]:
    old = {(d.ref or d.name, d.kind): d for d in before.designations}
    new = {(d.ref or d.name, d.kind): d for d in after.designations}
    for key in sorted(new.keys() - old.keys()):
        held = new[key]
        yield RegimeChange(
            direction=Direction.ADDED,
            measure=", ".join(held.measures),
            field=f"designation {held.ref or held.name}",
            before="",
            after=held.name,
            cite=held.cite,
        )
    for key in sorted(old.keys() - new.keys()):
        held = old[key]
        yield RegimeChange(
            direction=Direction.ENDED,
            measure=", ".join(held.measures),
            field=f"designation {held.ref or held.name}",
            before=held.name,
            after="",
            cite=held.cite,
        )


def _mandates(before: Regime, after: Regime) -> Iterator[RegimeChange]:
    for body in sorted({term.body for term in (*before.mandates, *after.mandates)}):
        one, other = before.mandate(body), after.mandate(body)
        if (one is None) != (other is None):
            held = other or one
            assert held is not None
            way = Direction.ADDED if other else Direction.ENDED
            last = f"until {held.last_day or 'further notice'}"
            yield RegimeChange(
                direction=way,
                measure=body,
                field="mandate",
                before="" if other else last,
                after=last if other else "",
                cite=held.cite,
            )


def _row(
    way: Direction, measure: Measure, field: str, before: str, after: str, cite: Cite | None = None
) -> RegimeChange:
    return RegimeChange(
        direction=way,
        measure=measure.id,
        field=field,
        before=before,
        after=after,
        cite=cite or measure.cites[0],
    )


def _sign(tighter: int) -> Direction:
    if tighter == 0:
        return Direction.CHANGED
    return Direction.TIGHTENED if tighter > 0 else Direction.LOOSENED


def _rule(rule: ExceptionRule) -> str:
    last = f" until {rule.until}" if rule.until else ""
    return f"{rule.kind}{last}: {condition_words(rule.when) or 'always'}"


def _whole(measure: Measure) -> str:
    return measure.title


def _yes(value: object) -> str:
    return "yes" if value else "no"

"""Conditions: a small closed language of predicates joined by all, any and not.

It is ours because no library is three-valued, citable and auditable at once.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from article41.errors import LawError
from article41.regime.facts import FACTS
from article41.regime.moments import Moment, parse_moment
from article41.regime.vocabulary import PARTY_KINDS, PREDICATES
from article41.source import Mapping, Sequence

Value = bool | str | Moment | tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One predicate with its argument; `key` identifies the question asked, for memory and display."""

    predicate: str
    value: Any
    key: str

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True)
class All:
    """Every part must hold."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part must hold."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not hold."""

    part: Condition


Condition = Leaf | All | AnyOf | Not

_MOMENT_SIDES = {
    "contract_signed": ("before", "by"),
    "imported": ("by", "before"),
    "conduct": ("before", "by", "from", "after"),
}
_LISTS = ("goods", "listed_party_is", "party_kind", "ship_listed", "subject")
_FLAGS = (
    "new_goods",
    "transit_only",
    "listed_party",
    "with_dprk",
    "ship_dprk_controlled",
    "ship_suspected",
)
_NAMES = ("via_port", "approved_by")
_COUNTRIES = ("origin", "nationality", "ship_flag")


def leaves(condition: Condition | None) -> Iterator[Leaf]:
    """Every predicate in a condition."""
    if isinstance(condition, Leaf):
        yield condition
    elif isinstance(condition, Not):
        yield from leaves(condition.part)
    elif condition is not None:
        for part in condition.parts:
            yield from leaves(part)


def bind_condition(condition: Condition, adopted: date) -> Condition:
    """The condition with moments counted from the adoption day turned into dates."""
    if isinstance(condition, Leaf):
        if isinstance(condition.value, tuple) and any(isinstance(item, Moment) for item in condition.value):
            value = tuple(
                item.bind(adopted) if isinstance(item, Moment) else item for item in condition.value
            )
            return _leaf(condition.predicate, value)
        return condition
    if isinstance(condition, Not):
        return Not(bind_condition(condition.part, adopted))
    return type(condition)(tuple(bind_condition(part, adopted) for part in condition.parts))


def parse_condition(data: Any, *, where: str) -> Condition:
    """A condition from its YAML. Raises LawError naming the place and, for a typo, a close name."""
    if not isinstance(data, Mapping) or not data:
        raise LawError("a condition must be a mapping of predicates", where=where, hint="e.g. {origin: KP}")
    parts = [_part(key, data[key], data.where(key)) for key in data]
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _part(key: str, value: Any, where: str) -> Condition:
    if key in ("all", "any"):
        if not isinstance(value, Sequence) or not value:
            raise LawError(f"'{key}' takes a list of conditions", where=where)
        parts = tuple(parse_condition(item, where=where) for item in value)
        return All(parts) if key == "all" else AnyOf(parts)
    if key == "not":
        return Not(parse_condition(value, where=where))
    if key in FACTS:
        _expect_flag(key, value, where)
        return _truth(_leaf(key, True), value)
    if key not in PREDICATES:
        close = difflib.get_close_matches(key, [*FACTS, *PREDICATES, "all", "any", "not"], n=1)
        raise LawError(
            f"'{key}' is no predicate",
            where=where,
            hint=f"did you mean '{close[0]}'?" if close else "see docs/law-format.md",
        )
    return _predicate(key, value, where)


def _predicate(key: str, value: Any, where: str) -> Condition:
    if key in _FLAGS:
        _expect_flag(key, value, where)
        return _truth(_leaf(key, True), value)
    if key in _MOMENT_SIDES:
        return _leaf(key, _side(key, value, where))
    if key in _COUNTRIES:
        return _country(key, value, where)
    if key in _LISTS:
        items = value if isinstance(value, Sequence) else [value]
        if key == "party_kind" and (bad := [item for item in items if item not in PARTY_KINDS]):
            raise LawError(f"'{bad[0]}' is no kind of party", where=where)
        return _leaf(key, tuple(str(item) for item in items))
    if key in _NAMES:
        return _leaf(key, (str(value),))
    if key == "worth":
        _expect_keys(value, {"above", "currency"}, {"above", "currency"}, where)
        return _leaf(key, (float(value["above"]), str(value["currency"])))
    if key == "notice_kept":
        return _leaf(key, _notice_kept(value, where))
    _expect_keys(value, {"to"}, {"to", "who", "days", "working_days"}, where)
    return _leaf(
        key,
        (
            str(value["to"]),
            str(value.get("who") or ""),
            int(value.get("days") or 0),
            int(value.get("working_days") or 0),
        ),
    )


def _country(key: str, value: Any, where: str) -> Condition:
    if isinstance(value, Mapping):
        _expect_keys(value, {"not"}, {"not"}, where)
        return Not(_leaf(key, (str(value["not"]),)))
    if not isinstance(value, str) or len(value) != 2:
        raise LawError(f"'{key}' takes a two-letter country code", where=where)
    return _leaf(key, (value,))


def _side(key: str, value: Any, where: str) -> tuple[str, Moment]:
    sides = _MOMENT_SIDES[key]
    if not isinstance(value, Mapping) or len(value) != 1 or next(iter(value)) not in sides:
        raise LawError(f"'{key}' takes one of {', '.join(sides)} and a moment", where=where)
    side = next(iter(value))
    return side, parse_moment(value[side], where=where)


def _notice_kept(value: Any, where: str) -> tuple[str, str, Moment | None]:
    _expect_keys(value, {"who"}, {"to", "who", "by"}, where)
    by = parse_moment(value["by"], where=where) if "by" in value else None
    return str(value.get("to") or "committee-1718"), str(value["who"]), by


def _truth(leaf: Leaf, wanted: bool) -> Condition:
    return leaf if wanted else Not(leaf)


def _leaf(predicate: str, value: Any) -> Leaf:
    return Leaf(predicate, value, _words(predicate, value))


def _words(predicate: str, value: Any) -> str:
    """The question in words: it identifies the leaf, so equal words mean equal questions."""
    if value is True:
        return predicate
    if predicate == "notified":
        to, who, days, working_days = value
        ahead = f"{days} days ahead" if days else f"{working_days} working days ahead"
        by = f" by the {who}" if who else ""
        return f"notified {to}{by} {ahead if days or working_days else 'in advance'}"
    if predicate == "notice_kept":
        to, who, by = value
        return f"notice_kept to {to} by the {who}" + (f" by {by}" if by else "")
    return f"{predicate} {' '.join(str(item) for item in value)}"


def _expect_flag(key: str, value: Any, where: str) -> None:
    if not isinstance(value, bool):
        raise LawError(f"'{key}' takes true or false, not {value!r}", where=where)


def _expect_keys(value: Any, needed: set[str], allowed: set[str], where: str) -> None:
    if not isinstance(value, Mapping) or not needed <= set(value) <= allowed:
        raise LawError(f"expected a mapping with {', '.join(sorted(allowed))}", where=where)

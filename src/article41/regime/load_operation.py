"""One operation from its YAML."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from article41.errors import LawError
from article41.regime import reading
from article41.regime.instrument import (
    Amend,
    Body,
    Delist,
    Designate,
    Except,
    Impose,
    Mandate,
    Operation,
    Require,
    Suspend,
    Terminate,
)
from article41.regime.load_limit import parse_limit, parse_schedule
from article41.regime.load_parts import (
    Place,
    parse_acts,
    parse_duties,
    parse_flag,
    parse_goods,
    parse_names,
    parse_when,
)
from article41.regime.moments import parse_moment
from article41.regime.vocabulary import EXCEPTION_KINDS, FLOWS, KINDS
from article41.source import Mapping

VERBS = (
    "impose",
    "amend",
    "except",
    "require",
    "suspend",
    "terminate",
    "designate",
    "delist",
    "mandate",
)
_COMMON = ("in_force", "confidence", "note")
_ADOPTED = parse_moment("adopted")


def parse_operation(data: Any, place: Place, where: str) -> Operation:
    """An Operation from its YAML mapping. Raises LawError with file:line."""
    body_data = reading.mapping(data, where)
    verbs = [key for key in body_data if key in VERBS]
    if len(verbs) != 1:
        raise LawError(
            "an operation needs exactly one verb",
            where=body_data.where(),
            hint=f"one of: {', '.join(VERBS)}",
        )
    verb = verbs[0]
    targets = _targets(body_data, verb)
    body = _BODIES[verb](body_data, place)
    if verb == "terminate" and "/" in targets[0]:
        target, part = targets[0].split("/", 1)
        targets, body = (target,), Terminate(part=part)
    force = body_data.get("in_force")
    start, until = _ADOPTED, None
    if force is not None:
        span = reading.mapping(force, body_data.where("in_force"))
        reading.expect_keys(span, ("from", "until"))
        start = parse_moment(span.get("from", "adopted"), where=body_data.where("in_force"))
        if "until" in span:
            until = parse_moment(span["until"], where=body_data.where("in_force"))
    return Operation(
        verb=verb,
        targets=targets,
        body=body,
        cite=place.cite,
        binds=place.binds,
        start=start,
        until=until,
        confidence=min(reading.confidence(body_data), place.cite.confidence, key=lambda c: c.rank),
        note=reading.text(body_data, "note"),
        where=body_data.where(),
    )


def _targets(data: Mapping, verb: str) -> tuple[str, ...]:
    targets = reading.texts(data, verb)
    if not targets:
        raise LawError(f"'{verb}' names no measure", where=data.where(verb))
    return targets


def _impose(data: Mapping, place: Place) -> Body:
    allowed = ("title", "kind", "flow", "acts", "goods", "when", "nexus", "limit", "then_must")
    reading.expect_keys(data, ("impose", *allowed, "attends", *_COMMON), ("title", "kind", "flow", "acts"))
    return Impose(
        title=reading.text(data, "title"),
        kind=reading.choice(data, "kind", KINDS),
        flow=reading.choice(data, "flow", FLOWS),
        acts=parse_acts(data, "acts"),
        goods=parse_goods(data, "goods", place),
        when=parse_when(data),
        limit=parse_limit(data["limit"], data.where("limit")) if "limit" in data else None,
        duties=parse_duties(data, "then_must", place),
        attends=parse_acts(data, "attends"),
        nexus=reading.texts(data, "nexus"),
    )


def _amend(data: Mapping, place: Place) -> Body:
    reading.expect_keys(data, ("amend", "restates", "set", "add", *_COMMON))
    return Amend(
        restates=reading.text(data, "restates"),
        sets=_fields(data, "set", place),
        adds=_fields(data, "add", place),
    )


def _except(data: Mapping, place: Place) -> Body:
    reading.expect_keys(
        data,
        ("except", "id", "kind", "acts", "when", "then_must", "priority", "but_not", *_COMMON),
        ("id", "kind"),
    )
    return Except(
        id=reading.text(data, "id"),
        kind=reading.choice(data, "kind", EXCEPTION_KINDS),
        when=parse_when(data),
        duties=parse_duties(data, "then_must", place),
        priority=reading.whole(data, "priority", 100),
        but_not=reading.texts(data, "but_not"),
        acts=parse_acts(data, "acts"),
    )


def _require(data: Mapping, place: Place) -> Body:
    reading.expect_keys(data, ("require", "id", "when", "then_must", *_COMMON), ("id",))
    return Require(
        id=reading.text(data, "id"), when=parse_when(data), duties=parse_duties(data, "then_must", place)
    )


def _suspend(data: Mapping, place: Place) -> Body:
    reading.expect_keys(data, ("suspend", *_COMMON))
    return Suspend()


def _terminate(data: Mapping, place: Place) -> Body:
    reading.expect_keys(data, ("terminate", "but_not", *_COMMON))
    return Terminate(but_not=reading.texts(data, "but_not"))


def _designate(data: Mapping, place: Place) -> Body:
    reading.expect_keys(data, ("designate", "annex", "persons", "entities", "vessels", "count", *_COMMON))
    count = data.get("count") or {}
    return Designate(
        names=parse_names(data),
        annex=reading.text(data, "annex"),
        count=tuple((str(key), int(value)) for key, value in count.items()),
    )


def _delist(data: Mapping, place: Place) -> Body:
    reading.expect_keys(data, ("delist", "annex", "persons", "entities", "vessels", *_COMMON))
    return Delist(names=parse_names(data))


def _mandate(data: Mapping, place: Place) -> Body:
    reading.expect_keys(data, ("mandate", "until", "size", *_COMMON))
    until = parse_moment(data["until"], where=data.where("until")) if "until" in data else None
    return Mandate(last_day=until, size=reading.whole(data, "size") or None)


_BODIES: dict[str, Callable[[Mapping, Place], Body]] = {
    "impose": _impose,
    "amend": _amend,
    "except": _except,
    "require": _require,
    "suspend": _suspend,
    "terminate": _terminate,
    "designate": _designate,
    "delist": _delist,
    "mandate": _mandate,
}


_ADD = ("acts", "goods", "then_must", "attends")


def _fields(data: Mapping, key: str, place: Place) -> tuple[tuple[str, Any], ...]:
    if key not in data:
        return ()
    fields = reading.mapping(data[key], data.where(key))
    reading.expect_keys(fields, _FIELDS if key == "set" else _ADD)
    return tuple(
        (name, None if value == "none" and name != "flow" else _FIELDS[name](fields, name, place))
        for name, value in fields.items()
    )


_FIELDS: dict[str, Callable[[Mapping, str, Place], Any]] = {
    "kind": lambda fields, name, place: reading.choice(fields, name, KINDS),
    "flow": lambda fields, name, place: reading.choice(fields, name, FLOWS),
    "acts": lambda fields, name, place: parse_acts(fields, name),
    "attends": lambda fields, name, place: parse_acts(fields, name),
    "goods": parse_goods,
    "when": lambda fields, name, place: parse_when(fields),
    "limit": lambda fields, name, place: parse_limit(fields[name], fields.where(name)),
    "limit.schedule": lambda fields, name, place: parse_schedule(fields[name], fields.where(name)),
    "limit.alerts": lambda fields, name, place: tuple(float(share) for share in fields[name]),
    "binds": parse_flag,
    "then_must": parse_duties,
    "title": lambda fields, name, place: reading.text(fields, name),
}

"""What a text says: a Resolution, its Paragraphs, and the operations each paragraph carries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from article41.regime.conditions import Condition, bind_condition
from article41.regime.limit import Limit
from article41.regime.measure import Cite, Duty, GoodsClause
from article41.regime.moments import Moment
from article41.regime.vocabulary import BINDING_VERBS
from article41.types import Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Impose:
    """A new measure."""

    title: str
    kind: str
    flow: str
    acts: frozenset[str]
    goods: tuple[GoodsClause, ...] = ()
    when: Condition | None = None
    limit: Limit | None = None
    duties: tuple[Duty, ...] = ()
    attends: frozenset[str] = frozenset()
    nexus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amend:
    """A change to a measure: `sets` replaces fields, `adds` extends them, `restates` replaces the source."""

    restates: str = ""
    sets: tuple[tuple[str, Any], ...] = ()
    adds: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Except:
    """A named exception."""

    id: str
    kind: str
    when: Condition | None = None
    duties: tuple[Duty, ...] = ()
    priority: int = 100
    but_not: tuple[str, ...] = ()
    acts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Require:
    """A proviso, a duty, or both."""

    id: str
    when: Condition | None = None
    duties: tuple[Duty, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspend:
    """A measure does not apply for a while."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminate:
    """Measures, or one exception or proviso of one, end."""

    part: str = ""
    but_not: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name in an annex."""

    ref: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    imo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Designate:
    """Names put under measures."""

    names: tuple[Name, ...] = ()
    annex: str = ""
    count: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delist:
    """Names taken off."""

    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """A body and the last day of its mandate."""

    last_day: Moment | None = None
    size: int | None = None


Body = Impose | Amend | Except | Require | Suspend | Terminate | Designate | Delist | Mandate


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One thing a paragraph does: the verb, the measures it does it to, from when until when."""

    verb: str
    targets: tuple[str, ...]
    body: Body
    cite: Cite
    binds: bool
    start: Moment
    until: Moment | None = None
    confidence: Confidence = Confidence.HIGH
    note: str = ""
    where: str = ""

    @property
    def id(self) -> str:
        """A readable name, unique within the law: `unsc/2375#16 except dprk.textiles/wind-down`."""
        part = getattr(self.body, "id", "") or getattr(self.body, "part", "")
        target = ",".join(self.targets) + (f"/{part}" if part else "")
        return f"{self.cite.ref} {self.verb} {target}"

    def bind(self, adopted: date) -> Operation:
        """The same operation with the adoption day put into its moments."""
        return replace(
            self,
            body=_bind_body(self.body, adopted),
            start=self.start.bind(adopted),
            until=self.until.bind(adopted) if self.until else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One operative paragraph, in our words."""

    para: str
    verb: str
    gist: str
    operations: tuple[Operation, ...]
    because: str
    confidence: Confidence
    note: str
    binds: bool
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A Council text, a draft of one, or a decision of its Committee."""

    id: str
    symbol: str
    regime: str
    title: str
    status: str
    adopted: date | None
    tabled: str = ""
    meeting: str = ""
    vote: tuple[tuple[str, int], ...] = ()
    vetoed_by: tuple[str, ...] = ()
    penholder: str = ""
    trigger: str = ""
    operative: int = 0
    operative_confidence: Confidence = Confidence.HIGH
    url: str = ""
    note: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    name: str = ""
    digest: str = field(default="", compare=False)
    bound: tuple[Operation, ...] = field(init=False, compare=False)
    """Its operations with dates worked out; empty for a text neither adopted nor supposed."""

    def operations(self) -> Iterator[Operation]:
        """Every operation of every paragraph, in order."""
        for paragraph in self.paragraphs:
            yield from paragraph.operations

    def __post_init__(self) -> None:
        """Work out the dates of every operation, once."""
        day = self.adopted
        bound = tuple(operation.bind(day) for operation in self.operations()) if day else ()
        object.__setattr__(self, "bound", bound)


def verb_binds(verb: str) -> bool:
    """Whether an operative verb binds: Decides does, Calls upon does not."""
    return verb in BINDING_VERBS


def _bind_body(body: Body, adopted: date) -> Body:
    if isinstance(body, Impose | Except | Require):
        return replace(
            body,
            when=bind_condition(body.when, adopted) if body.when else None,
            duties=_bind_duties(body.duties, adopted),
        )
    if isinstance(body, Amend):
        return replace(body, sets=_bind_fields(body.sets, adopted), adds=_bind_fields(body.adds, adopted))
    if isinstance(body, Mandate) and body.last_day is not None:
        return replace(body, last_day=body.last_day.bind(adopted))
    return body


def _bind_duties(duties: tuple[Duty, ...], adopted: date) -> tuple[Duty, ...]:
    return tuple(replace(duty, by=duty.by.bind(adopted) if duty.by else None) for duty in duties)


def _bind_fields(fields: tuple[tuple[str, Any], ...], adopted: date) -> tuple[tuple[str, Any], ...]:
    bound: list[tuple[str, Any]] = []
    for name, value in fields:
        if name == "when" and value is not None:
            value = bind_condition(value, adopted)
        elif name == "then_must":
            value = _bind_duties(value, adopted)
        bound.append((name, value))
    return tuple(bound)

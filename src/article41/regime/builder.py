"""A measure while operations are being applied to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from article41.errors import LawError
from article41.regime.instrument import Amend, Except, Impose, Operation, Require
from article41.regime.limit import Limit
from article41.regime.measure import (
    Change,
    Cite,
    Duty,
    ExceptionRule,
    GoodsClause,
    Measure,
    Proviso,
)
from article41.types import Confidence, weakest


class MeasureBuilder:
    """Holds a measure's parts, each with the paragraph it comes from."""

    def __init__(self, measure_id: str) -> None:
        self.id = measure_id
        self.fields: dict[str, Any] = {}
        self.cites: list[Cite] = []
        self.part_cites: dict[str, Cite] = {}
        self.goods: list[GoodsClause] = []
        self.acts: set[str] = set()
        self.duties: list[tuple[str, Duty]] = []
        self.exceptions: dict[str, ExceptionRule] = {}
        self.provisos: dict[str, Proviso] = {}
        self.suspended: Cite | None = None
        self.history: list[Change] = []
        self.notes: list[str] = []
        self.confidence = Confidence.HIGH

    @classmethod
    def imposed(cls, measure_id: str, body: Impose, operation: Operation, start: date) -> MeasureBuilder:
        """A new measure as a paragraph imposes it."""
        builder = cls(measure_id)
        builder.fields = {
            "title": body.title,
            "kind": body.kind,
            "flow": body.flow,
            "when": body.when,
            "limit": body.limit,
            "attends": body.attends,
            "nexus": body.nexus,
            "binds": operation.binds,
            "since": start,
        }
        builder.acts = set(body.acts)
        builder.goods = list(body.goods)
        builder.duties = [("", duty) for duty in body.duties]
        builder.cites = [operation.cite]
        builder._log(operation, start, f"imposed: {body.title}")
        return builder

    def amend(self, body: Amend, operation: Operation, start: date) -> None:
        """Apply one amendment. Raises LawError where it restates a paragraph that is not a source."""
        if body.restates:
            self._restate(body.restates, operation)
        elif body.sets:
            self.cites = [operation.cite, *(c for c in self.cites if c != operation.cite)]
        said = [f"{name} set" for name, _ in body.sets] + [f"{name} added" for name, _ in body.adds]
        for name, value in body.sets:
            self._set(name, value)
        for name, value in body.adds:
            self._add(name, value, operation)
        only_adds = bool(body.adds) and not body.sets and not body.restates
        self._log(
            operation,
            start,
            ("restated: " if body.restates else "") + (", ".join(said) or "confirmed"),
            weigh=not only_adds,
        )

    def _restate(self, ref: str, operation: Operation) -> None:
        """Put the new paragraph in the place of the old one and of its sub-paragraphs."""
        old = ref.split("(")[0]
        kept = [cite for cite in self.cites if cite.ref.split("(")[0] != old]
        if len(kept) == len(self.cites):
            raise LawError(
                f"{self.id} does not rest on {ref}",
                where=operation.where,
                hint=f"it rests on {', '.join(cite.ref for cite in self.cites)}",
            )
        self.cites = [operation.cite, *kept]
        self.part_cites = {
            part: cite for part, cite in self.part_cites.items() if cite.ref.split("(")[0] != old
        }
        self.fields["binds"] = operation.binds
        if not kept:
            self.confidence = Confidence.HIGH
            self.notes = []

    def _set(self, name: str, value: Any) -> None:
        if name == "acts":
            self.acts = set(value or ())
        elif name == "goods":
            self.goods = list(value or ())
        elif name == "then_must":
            self.duties = [("", duty) for duty in value or ()]
        elif name in ("limit.schedule", "limit.alerts"):
            limit: Limit = self.fields["limit"] or Limit(
                counts="worldwide", reached="first", schedule=(), alerts=(), stop_at=None
            )
            self.fields["limit"] = replace(limit, **{name.removeprefix("limit."): value})
        else:
            self.fields[name] = value

    def _add(self, name: str, value: Any, operation: Operation) -> None:
        if name == "acts":
            self.acts |= value
            self.part_cites |= {f"act:{act}": operation.cite for act in value}
        elif name == "goods":
            cite = replace(operation.cite, confidence=operation.confidence)
            self.goods += [replace(clause, cite=cite) for clause in value]
        elif name == "attends":
            self.fields["attends"] |= value
        else:
            self.duties += [("", duty) for duty in value]

    def except_(self, body: Except, operation: Operation, start: date, last: date | None) -> None:
        """Attach or restate a named exception; a restated one cites the newest paragraph first."""
        held = self.exceptions.get(body.id)
        self.exceptions[body.id] = ExceptionRule(
            id=body.id,
            kind=body.kind,
            when=body.when,
            since=held.since if held else start,
            until=last,
            duties=body.duties,
            priority=body.priority,
            cites=(operation.cite,),
            confidence=operation.confidence,
            note=operation.note,
            acts=body.acts,
            where=operation.where,
        )
        self._log(operation, start, f"exception {body.id} ({body.kind})")

    def require(self, body: Require, operation: Operation, start: date) -> None:
        """Attach a proviso, a duty, or both."""
        if body.when is not None:
            self.provisos[body.id] = Proviso(id=body.id, when=body.when, cite=operation.cite)
        self.duties = [(name, duty) for name, duty in self.duties if name != body.id]
        self.duties += [(body.id, duty) for duty in body.duties]
        self._log(operation, start, f"requires {body.id}")

    def suspend(self, operation: Operation, start: date) -> None:
        """Mark the measure as suspended."""
        self.suspended = operation.cite
        self._log(operation, start, "suspended")

    def end_part(self, part: str, operation: Operation, start: date) -> None:
        """End an exception, proviso or duty by its id. Raises LawError when there is none."""
        known = part in self.exceptions or part in self.provisos
        if not known and all(name != part for name, _ in self.duties):
            raise LawError(
                f"{self.id} has no '{part}' to end",
                where=operation.where,
                hint=f"it has {', '.join([*self.exceptions, *self.provisos]) or 'none'}",
            )
        self.exceptions.pop(part, None)
        self.provisos.pop(part, None)
        self.duties = [(name, duty) for name, duty in self.duties if name != part]
        self._log(operation, start, f"{part} ended", weigh=False)

    def build(self) -> Measure:
        """The measure as it stands."""
        fields = dict(self.fields)
        fields["nexus"] = tuple(fields["nexus"])
        fields["attends"] = frozenset(fields["attends"] or ())
        return Measure(
            id=self.id,
            acts=frozenset(self.acts),
            goods=tuple(self.goods),
            duties=tuple(duty for _, duty in self.duties),
            cites=tuple(self.cites),
            part_cites=tuple(sorted(self.part_cites.items())),
            exceptions=tuple(sorted(self.exceptions.values(), key=lambda rule: (rule.priority, rule.id))),
            provisos=tuple(self.provisos[name] for name in sorted(self.provisos)),
            suspended=self.suspended,
            history=tuple(self.history),
            confidence=self.confidence,
            notes=tuple(self.notes),
            **fields,
        )

    def _log(self, operation: Operation, start: date, what: str, *, weigh: bool = True) -> None:
        """Remember the step; a step that only adds a part lends its doubt to that part alone."""
        self.history.append(Change(day=start, cite=operation.cite, what=what))
        if weigh and not isinstance(operation.body, Except):
            self.confidence = weakest(self.confidence, operation.confidence)
            if operation.note and operation.note not in self.notes:
                self.notes.append(operation.note)

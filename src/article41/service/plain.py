"""Answers as plain data, ready for JSON."""

from __future__ import annotations

from typing import Any

from article41.assessment.finding import (
    Assessment,
    CapRoom,
    DueDuty,
    ExceptionTried,
    Finding,
    Missing,
    Reason,
)
from article41.regime.describe import (
    acts_words,
    clause_words,
    condition_words,
    duty_words,
    exception_words,
    limit_words,
)
from article41.regime.diff import RegimeChange
from article41.regime.instrument import Paragraph, Resolution
from article41.regime.measure import Measure
from article41.regime.regime import Regime
from article41.service.desk import Answer, WhatIf

Plain = dict[str, Any]


def plain_answer(answer: Answer) -> Plain:
    """One answer; an error has `error` with message, where and hint."""
    if answer.assessment is None:
        error = answer.error
        assert error is not None
        return {
            "source": answer.source,
            "error": {"message": error.message, "where": error.where, "hint": error.hint},
        }
    plain = {"source": answer.source, **plain_assessment(answer.assessment)}
    if answer.screened:
        from article41.service.plain_screening import plain_party

        plain["screened"] = [plain_party(one) for one in answer.screened]
    return plain


def plain_assessment(found: Assessment) -> Plain:
    """An assessment as the object that `assess --json` prints."""
    return {
        "id": found.id,
        "title": found.title,
        "day": _day(found.day),
        "known_on": _day(found.known_on),
        "outcome": found.outcome.value,
        "because": found.because,
        "findings": [_finding(finding) for finding in found.findings],
        "goods": [{"words": one.words, "read": one.how, "known": one.known} for one in found.goods],
        "missing": [_missing(row) for row in found.missing],
        "duties": [_duty(duty) for duty in found.duties],
        "checks": [
            {
                "fact": check.fact,
                "ask": check.ask,
                "cites": [str(cite) for cite in check.cites],
                "measures": list(check.measures),
            }
            for check in found.checks
        ],
        "assumed": list(found.assumed),
        "confidence": found.confidence.value,
        "fingerprint": found.fingerprint,
    }


def _finding(finding: Finding) -> Plain:
    return {
        "measure": finding.measure,
        "title": finding.title,
        "outcome": finding.outcome.value,
        "binds": finding.binds,
        "item": finding.item,
        "cites": [str(cite) for cite in finding.cites],
        "because": finding.because,
        "reason": _reason(finding.account.reason),
        "exceptions": [_exception(tried) for tried in finding.account.exceptions],
        "duties": [_duty(duty) for duty in finding.duties],
        "missing": [_missing(row) for row in finding.missing],
        "room": [_room(room) for room in finding.room],
        "confidence": finding.confidence.value,
        "notes": list(finding.account.notes),
    }


def _reason(reason: Reason) -> Plain:
    words = {True: "yes", False: "no", None: "unknown"}
    row: Plain = {"text": reason.text, "holds": words[reason.truth]}
    if reason.value:
        row["value"] = reason.value
    if reason.parts:
        row["parts"] = [_reason(part) for part in reason.parts]
    return row


def _exception(tried: ExceptionTried) -> Plain:
    words = {True: "yes", False: "no", None: "unknown"}
    return {
        "id": tried.id,
        "kind": tried.kind,
        "holds": words[tried.truth],
        "used": tried.used,
        "claimed": tried.claimed,
        "because": tried.because,
        "cite": str(tried.cite),
    }


def _missing(row: Missing) -> Plain:
    return {
        "fact": row.fact,
        "field": row.field,
        "ask": row.ask,
        "if_yes": row.if_yes.value if row.if_yes else None,
        "if_no": row.if_no.value if row.if_no else None,
        "measures": list(row.measures),
    }


def _duty(duty: DueDuty) -> Plain:
    return {
        "who": duty.who,
        "verb": duty.verb,
        "to": duty.to,
        "what": duty.what,
        "due": _day(duty.due),
        "when": duty.when,
        "cite": str(duty.cite),
        "measure": duty.measure,
        "reminder": duty.reminder,
    }


def _room(room: CapRoom) -> Plain:
    return {
        "unit": room.unit,
        "period": [room.start.isoformat(), room.end.isoformat()],
        "ceiling": room.ceiling,
        "delivered": room.delivered,
        "amount": room.amount,
        "room_before": room.before,
        "room_after": room.after,
        "note": room.note,
        "tally_from": room.told or None,
    }


def plain_change(change: RegimeChange) -> Plain:
    """One line of a diff."""
    return {
        "direction": change.direction.value,
        "measure": change.measure,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "cite": str(change.cite) if change.cite else "",
    }


def plain_whatif(found: WhatIf) -> Plain:
    """A what-if with its changes and the transactions whose outcome changes."""
    return {
        "draft": found.draft.id,
        "status": found.status,
        "adopted": found.adopted.isoformat(),
        "changes": [plain_change(change) for change in found.changes],
        "replayed": len(found.replayed),
        "changed": [
            {
                "source": row.source,
                "title": row.before.title,
                "before": row.before.outcome.value,
                "after": row.after.outcome.value,
                "because_before": row.before.because,
                "because_after": row.after.because,
            }
            for row in found.changed
        ],
        "errors": [plain_answer(row) for row in found.errors],
    }


def plain_measure(measure: Measure) -> Plain:
    """A measure with its provenance."""
    return {
        "id": measure.id,
        "title": measure.title,
        "kind": measure.kind,
        "binds": measure.binds,
        "flow": measure.flow,
        "acts": acts_words(measure.acts),
        "goods": [clause_words(clause) for clause in measure.goods],
        "when": condition_words(measure.when),
        "limit": limit_words(measure.limit),
        "since": measure.since.isoformat(),
        "cites": [str(cite) for cite in measure.cites],
        "exceptions": [
            {
                "id": rule.id,
                "words": exception_words(rule),
                "kind": rule.kind,
                "when": condition_words(rule.when),
                "until": _day(rule.until),
                "duties": [duty_words(duty) for duty in rule.duties],
                "cites": [str(cite) for cite in rule.cites],
            }
            for rule in measure.exceptions
        ],
        "provisos": [
            {"id": p.id, "when": condition_words(p.when), "cite": str(p.cite)} for p in measure.provisos
        ],
        "duties": [duty_words(duty) for duty in measure.duties],
        "suspended": str(measure.suspended) if measure.suspended else "",
        "confidence": measure.confidence.value,
        "notes": list(measure.notes),
        "history": [
            {"day": step.day.isoformat(), "cite": str(step.cite), "what": step.what}
            for step in measure.history
        ],
    }


def plain_regime(regime: Regime) -> Plain:
    """A consolidated regime: everything in force, with where it comes from."""
    return {
        "as_of": regime.as_of.isoformat(),
        "known_on": _day(regime.known_on),
        "texts": list(regime.texts),
        "measures": [plain_measure(measure) for measure in regime.measures],
        "mandates": [
            {
                "body": term.body,
                "since": term.since.isoformat(),
                "last_day": _day(term.last_day),
                "cite": str(term.cite),
            }
            for term in regime.mandates
        ],
        "duties": [
            {
                "id": row.id,
                "words": duty_words(row.duty),
                "due": _day(row.due(regime.as_of)),
                "cite": str(row.duty.cite),
            }
            for row in regime.duties
        ],
        "designations": [
            {
                "ref": held.ref,
                "name": held.name,
                "kind": held.kind,
                "imo": held.imo,
                "day": held.day.isoformat(),
                "measures": list(held.measures),
                "cite": str(held.cite),
            }
            for held in regime.designations
        ],
    }


def plain_paragraph(text: Resolution, paragraph: Paragraph) -> Plain:
    """A paragraph with its operations."""
    return {
        "symbol": text.symbol,
        "para": paragraph.para,
        "verb": paragraph.verb,
        "binds": paragraph.binds,
        "gist": paragraph.gist,
        "note": paragraph.note,
        "confidence": paragraph.confidence.value,
        "because": paragraph.because,
        "operations": [operation.id for operation in paragraph.operations],
        "adopted": _day(text.adopted),
        "url": text.url,
    }


def _day(value: Any) -> str | None:
    return value.isoformat() if value is not None else None

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
from article41.service.answers import Answer

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
        "day": day_text(found.day),
        "known_on": day_text(found.known_on),
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
        "due": day_text(duty.due),
        **({"stated": duty.stated} if duty.stated else {}),
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


def day_text(value: Any) -> str | None:
    """A day as ISO text; None where there is none."""
    return value.isoformat() if value is not None else None

"""Answers from the record as plain data, ready for JSON: every row with source and confidence."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from article41.chronicle.contradictions import Contradiction
from article41.chronicle.overlap import WHY_NOT_SUMMED
from article41.chronicle.reported import Reported
from article41.chronicle.rows import Delivery, Position
from article41.service.cap_use import CapUse, Estimate, UnitUse
from article41.service.chronicle import ClaimAnswer
from article41.service.followups import TriggerAnswer
from article41.service.timeline import Entry

Plain = dict[str, Any]


def plain_entry(entry: Entry) -> Plain:
    """A line of the timeline."""
    row: Plain = {
        "date": str(entry.date),
        "type": entry.type,
        "actors": list(entry.actors),
        "what": entry.what,
        "origin": entry.origin,
        "id": entry.id,
        "symbol": entry.symbol,
        "known": _day(entry.known),
        "later": entry.later,
        "source": entry.source,
        "confidence": entry.confidence,
        "note": entry.note,
    }
    if entry.amount is not None:
        low, high, unit = entry.amount
        row["amount"] = {"low": low, "high": high, "unit": unit}
    if entry.evidence is not None:
        row["speaker"] = entry.evidence.speaker
        row["document"] = _document(entry.evidence)
        row["compared"] = [{"id": one.id, "differs": list(one.differs)} for one in entry.compared]
    return row


def plain_trigger(answer: TriggerAnswer) -> Plain:
    """A test or launch with the paragraphs it set off and what followed."""
    event = answer.triggered.event
    return {
        "date": str(event.date),
        "type": event.type,
        "what": event.what,
        "id": event.id,
        "set_off": [
            {
                "para": hit.promise.clause.para,
                "adopted": hit.promise.adopted.isoformat(),
                "binds": hit.promise.binds,
                "sure": hit.sure,
                "note": hit.promise.clause.note,
            }
            for hit in answer.triggered.hits
        ],
        "followed": [
            {"name": row.name, "symbol": row.symbol, "date": row.date.isoformat(), "fate": row.fate}
            for row in answer.followed
        ],
        "nothing_on_record": not answer.followed,
        "source": event.source,
        "confidence": event.confidence.value,
    }


def plain_cap(use: CapUse) -> Plain:
    """A window of a cap."""
    window = use.window
    return {
        "cap": use.cap.name,
        "measure": window.measure,
        "title": use.cap.title,
        "period": [window.start.isoformat(), window.end.isoformat()],
        "in_force_until": window.last.isoformat(),
        "ended_by": str(window.ended_by) if window.ended_by else None,
        "cite": str(window.cite),
        "counts": window.counts,
        "reached": window.reached,
        "stop_at": window.stop_at,
        "units": [_unit(unit) for unit in use.units],
        "rows": [_delivery(row) for row in use.rows],
        "left_out_undated": use.undated,
        "reported_by_texts": [
            {"what": row.what, "value": row.value, "unit": row.unit, "date": row.date, **_document(row)}
            for row in use.reported
        ],
        "updated": _day(use.updated),
        "age_days": use.age,
    }


def plain_position(row: Position) -> Plain:
    """A position on record."""
    return {
        "actor": row.actor,
        "date": str(row.date),
        "speaker": row.speaker,
        "government": row.government,
        "venue": row.venue,
        "stance": row.stance,
        "measures": list(row.measures),
        "about": row.about,
        "what": row.what,
        "origin": "curated",
        "source": row.source,
        "confidence": row.confidence.value,
        "note": row.note,
    }


def plain_claim(answer: ClaimAnswer) -> Plain:
    """A claim of revenue, with the claims it overlaps and why no sum is given."""
    claim = answer.claim
    return {
        "id": claim.id,
        "method": claim.method,
        "period": str(claim.period),
        "low_usd": claim.low_usd,
        "high_usd": claim.high_usd,
        "bound": claim.bound,
        "quantity": claim.quantity,
        "unit": claim.unit,
        "claimant": claim.claimant,
        "claimant_kind": claim.claimant_kind,
        "document": claim.document,
        "published": str(claim.published),
        "what": claim.what,
        "overlaps": [other.id for other in answer.overlaps],
        "summed": False,
        "why_not_summed": WHY_NOT_SUMMED,
        "source": claim.source,
        "confidence": claim.confidence.value,
        "note": claim.note,
    }


def _unit(use: UnitUse) -> Plain:
    held = use.declared
    return {
        "unit": use.unit,
        "ceiling": use.ceiling,
        "reported": None
        if held is None
        else {
            "amount": held.amount,
            "low": held.low,
            "high": held.high,
            "percent": round(100 * held.amount / use.ceiling, 2) if use.ceiling else None,
            "through": held.through.isoformat(),
            "parts": [
                {
                    "by": list(part.by),
                    "amount": part.reach.amount,
                    "low": part.reach.low,
                    "high": part.reach.high,
                    "through": part.reach.through.isoformat(),
                }
                for part in held.parts
            ],
            "no_figure_from": list(held.missing),
            "factors": list(held.factors),
            "confidence": held.confidence.value,
        },
        "room": None if use.room is None else {"at_least": use.room[0], "at_most": use.room[1]},
        "alerts": [
            {
                "share": alert.share,
                "reached_by": _day(alert.reached_by),
                "disputed_by": _day(alert.disputed_by),
                "public": _day(alert.public),
            }
            for alert in use.alerts
        ],
        "estimated": [_estimate(row) for row in use.estimates],
        "contradictions": [_contradiction(row) for row in use.contradictions],
    }


def _estimate(found: Estimate) -> Plain:
    return {
        "amount": found.amount,
        "percent": round(100 * found.share, 2),
        "how": found.how,
        **_delivery(found.row),
    }


def _contradiction(found: Contradiction) -> Plain:
    return {
        "amount": found.amount,
        "other": found.other,
        "unit": found.unit,
        "percent_apart": round(100 * found.share, 2),
        "by_a_factor": found.converted,
        "row": _delivery(found.row),
        "others": [_delivery(row) for row in found.others],
    }


def _delivery(row: Delivery) -> Plain:
    return {
        "series": row.series,
        "period": [row.start.isoformat(), row.end.isoformat()],
        "by": list(row.by),
        "stated": dict(row.amounts),
        "bound": row.bound,
        "claimant": row.claimant,
        "document": row.document,
        "published": str(row.published) if row.published else None,
        "as_of": _day(row.as_of),
        "source": row.source,
        "confidence": row.confidence.value,
        "note": row.note,
    }


def _document(row: Reported) -> Plain:
    return {
        "source": row.source,
        "title": row.title,
        "published": row.published,
        "sha256": row.sha256,
        "evidence": [asdict(span) for span in row.evidence],
    }


def _day(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None

"""The law as plain data, ready for JSON: changes, measures, regimes, paragraphs, what-ifs."""

from __future__ import annotations

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
from article41.service.answers import WhatIf
from article41.service.plain import Plain, day_text, plain_answer


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
                "acts": sorted(rule.acts),
                "when": condition_words(rule.when),
                "until": day_text(rule.until),
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
        "known_on": day_text(regime.known_on),
        "texts": list(regime.texts),
        "measures": [plain_measure(measure) for measure in regime.measures],
        "mandates": [
            {
                "body": term.body,
                "since": term.since.isoformat(),
                "last_day": day_text(term.last_day),
                "cite": str(term.cite),
            }
            for term in regime.mandates
        ],
        "duties": [
            {
                "id": row.id,
                "words": duty_words(row.duty),
                "due": day_text(row.due(regime.as_of)),
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
        "adopted": day_text(text.adopted),
        "url": text.url,
    }

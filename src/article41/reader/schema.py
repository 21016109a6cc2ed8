"""A reading as plain data in the schema `article41-news/1`, and back."""

from __future__ import annotations

from typing import Any

from article41.reader.document import Evidence
from article41.reader.items import Change, Event, Fact, Proposal, Quantity, Reading, Statement, Votes

Plain = dict[str, Any]
SCHEMA = "article41-news/1"


def plain_reading(reading: Reading) -> Plain:
    """A reading as one JSON object."""
    return {
        "schema": SCHEMA,
        "doc_id": reading.name,
        "on_topic": reading.on_topic,
        "text_sha256": reading.sha256,
        "dateline": reading.dateline,
        "reader": reading.reader,
        "statements": [_statement(n, item) for n, item in enumerate(reading.statements, 1)],
        "proposals": [_proposal(n, item) for n, item in enumerate(reading.proposals, 1)],
        "events": [_event(n, item) for n, item in enumerate(reading.events, 1)],
        "facts": [_fact(n, item) for n, item in enumerate(reading.facts, 1)],
        "notes": list(reading.notes),
        "dropped": reading.dropped,
    }


def _evidence(spans: tuple[Evidence, ...]) -> list[Plain]:
    return [{"start": span.start, "end": span.end, "quote": span.quote} for span in spans]


def _statement(n: int, item: Statement) -> Plain:
    return {
        "id": f"S{n}",
        "speaker": item.speaker,
        "speaker_type": item.speaker_type,
        "speaker_aliases": list(item.aliases),
        "role": item.role,
        "represents": item.represents,
        "date": item.date,
        "date_text": item.date_text,
        "venue": item.venue,
        "stance": item.stance,
        "target": item.target,
        "target_measure": item.target_measure,
        "form": item.form,
        "content": item.content,
        "condition": item.condition,
        "reported_by": item.reported_by,
        "retracted": item.retracted,
        "rule": item.rule,
        "evidence": _evidence(item.evidence),
    }


def _quantity(item: Quantity) -> Plain:
    return {"value": item.value, "unit": item.unit, "per": item.per, "qualifier": item.qualifier}


def _votes(votes: Votes | None) -> Plain | None:
    return {"for": votes.in_favour, "against": votes.against, "abstain": votes.abstain} if votes else None


def _change(item: Change) -> Plain:
    return {
        "action": item.action,
        "measure": item.measure,
        "values": [_quantity(value) for value in item.values],
        "from_values": [_quantity(value) for value in item.from_values],
        "until": item.until,
        "rule": item.rule,
        "evidence": _evidence(item.evidence),
    }


def _proposal(n: int, item: Proposal) -> Plain:
    return {
        "id": f"P{n}",
        "kind": item.kind,
        "sponsors": list(item.sponsors),
        "date": item.date,
        "status": item.status,
        "resolution": item.resolution,
        "vote": _votes(item.vote),
        "changes": [_change(change) for change in item.changes],
        "rule": item.rule,
        "evidence": _evidence(item.evidence),
    }


def _event(n: int, item: Event) -> Plain:
    return {
        "id": f"E{n}",
        "type": item.type,
        "date": item.date,
        "date_text": item.date_text,
        "actors": list(item.actors),
        "place": item.place,
        "amounts": [{**_quantity(amount), "text": amount.text} for amount in item.amounts],
        "outcome": item.outcome,
        "tally": _votes(item.tally),
        "resolution": item.resolution,
        "rule": item.rule,
        "evidence": _evidence(item.evidence),
    }


def _fact(n: int, item: Fact) -> Plain:
    return {
        "id": f"F{n}",
        "type": item.type,
        "measure": item.measure,
        "value": item.value,
        "unit": item.unit,
        "per": item.per,
        "qualifier": item.qualifier,
        "resolution": item.resolution,
        "date": item.date,
        "trigger": item.trigger,
        "rule": item.rule,
        "evidence": _evidence(item.evidence),
    }

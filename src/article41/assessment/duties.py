"""Duties with their days worked out."""

from __future__ import annotations

from datetime import date

from article41.assessment.case import Case
from article41.assessment.committee import same_state
from article41.assessment.finding import DueDuty
from article41.regime.measure import Duty


def due_duty(
    duty: Duty, case: Case, measure: str, *, period_end: date | None = None, reminder: bool = False
) -> DueDuty:
    """The duty as it falls due for this case; without a day where the law gives none."""
    anchors = {**case.anchors, "period-end": period_end}
    due = duty.by.resolve(anchors) if duty.by else None
    when = ""
    if due is None and duty.by is not None:
        when = str(duty.by)
    return DueDuty(
        who=duty.who,
        verb=duty.verb,
        to=duty.to,
        what=duty.what,
        due=due,
        when=when,
        cite=duty.cite,
        measure=measure,
        reminder=reminder,
        stated="" if reminder else _stated(duty, case, due),
    )


def _stated(duty: Duty, case: Case, due: date | None) -> str:
    """What the case itself says of a notice that is due: in time, late, or not given."""
    if duty.verb not in ("notify", "report"):
        return ""
    fitting = [
        notice
        for notice in case.tx.notices
        if notice.to == duty.to and (not notice.who or same_state(case, notice.who, duty.who))
    ]
    days = [notice.date for notice in fitting if notice.given is True and notice.date is not None]
    if days:
        first = min(days)
        return f"late: given on {first}" if due is not None and first > due else f"given on {first}"
    if any(notice.given == "not yet" for notice in fitting):
        return "not yet given"
    return "stated as not given" if any(notice.given is False for notice in fitting) else ""

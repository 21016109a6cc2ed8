"""Duties with their days worked out."""

from __future__ import annotations

from datetime import date

from article41.assessment.case import Case
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
    )

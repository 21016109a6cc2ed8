"""Acts of the Committee and notices to it: presumed absent unless stated."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from article41.assessment.answer import Answer
from article41.assessment.case import Case
from article41.regime.moments import Moment, working_days_before

EXPORTER = frozenset({"exporting-state", "supplier-state"})
IMPORTER = frozenset({"importing-state", "procuring-state"})


def approved_by(case: Case, value: tuple[str, ...]) -> Answer:
    """Whether the Committee has approved by the day of conduct, and the approval still runs."""
    field = "approvals"
    for approval in case.tx.approvals:
        if approval.by not in value:
            continue
        if approval.given == "unknown":
            return Answer(None, "approval stated as unknown", field)
        if approval.given is False:
            return Answer(False, "no approval", field)
        if approval.date is not None and approval.date > case.day:
            return Answer(False, f"approved on {approval.date}, after the conduct", field)
        if approval.until is not None and approval.until < case.day:
            return Answer(False, f"the approval lapsed on {approval.until}", field)
        return Answer(True, f"approved by {approval.by}", field)
    return Answer(False, "no approval stated", field, assumed=True)


def notified(case: Case, value: tuple[str, str, int, int]) -> Answer:
    """Whether notice was given in time, by the State the law means."""
    to, who, days, working_days = value
    best = Answer(False, "no notice stated", "notices", assumed=True)
    for notice in case.tx.notices:
        if notice.to != to:
            continue
        answer = _one_notice(case, notice, who, days, working_days)
        if answer.truth is True:
            return answer
        best = answer
    return best


def notice_kept(case: Case, value: tuple[str, str, Moment | None]) -> Answer:
    """Whether a notice that a permission hangs on may still be, or was, given in time.

    It falls due after the conduct, so that silence leaves it a duty; only what is stated breaks it.
    """
    to, who, by = value
    field = "notices"
    due = by.resolve(case.anchors) if by is not None else None
    fitting = [n for n in case.tx.notices if n.to == to and (not n.who or same_state(case, n.who, who))]
    days = [n.date for n in fitting if n.given is True and n.date is not None]
    if days and due is not None and min(days) > due:
        return Answer(False, f"notice given on {min(days)}, after {due}", field)
    if any(n.given is True for n in fitting):
        return Answer(True, f"notice given on {min(days)}" if days else "notice given", field)
    last = f" by {due}" if due else ""
    if any(n.given is False for n in fitting):
        return Answer(False, f"the notice due{last} is stated as not given", field)
    if case.tx.facts.get("duty_refused") is True:
        return Answer(False, f"the notice due{last} is refused", "facts.duty_refused")
    if any(n.given == "unknown" for n in fitting):
        return Answer(None, f"whether the notice due{last} was given is stated as unknown", field)
    return Answer(True, f"notice due{last}", field)


def _one_notice(case: Case, notice: Any, who: str, days: int, working_days: int) -> Answer:
    field = "notices"
    if working_days and (objection := _objection(case)) is not None:
        return objection
    if notice.given == "unknown":
        return Answer(None, "notice stated as unknown", field)
    if notice.given in (False, "not yet"):
        return Answer(False, "no notice given", field)
    if who and notice.who and not same_state(case, notice.who, who):
        return Answer(False, f"notice by {notice.who}, where the law asks the {who}", field)
    if notice.date is None:
        if days or working_days:
            return Answer(None, "day of the notice not stated", field)
        return Answer(True, "notice given", field)
    last = date.fromordinal(case.day.toordinal() - days)
    if not days and not working_days:
        last -= timedelta(days=1)  # in advance, not on the day
    if working_days:  # the last of them is still the Committee's
        last = working_days_before(case.day, working_days) - timedelta(days=1)
    if notice.date > last:
        return Answer(False, f"notice of {notice.date} came after {last}", field)
    return Answer(True, f"notice of {notice.date}", field)


def _objection(case: Case) -> Answer | None:
    """Where silence of the Committee is enough: what is stated of its answer, if anything is."""
    given = [approval.given for approval in case.tx.approvals]
    if False in given:
        return Answer(False, "the Committee said no", "approvals")
    if "unknown" in given:
        return Answer(None, "whether the Committee said no is stated as unknown", "approvals")
    return None


def same_state(case: Case, stated: str, wanted: str) -> bool:
    """Whether the State that gave notice is the one the law means (2371 moved the duty to the exporter)."""
    roles = EXPORTER if wanted in EXPORTER else IMPORTER if wanted in IMPORTER else {wanted}
    if stated in roles:
        return True
    if len(stated) == 2:
        exporter = case.tx.origin or case.tx.from_.country
        return stated.upper() == (exporter if wanted in EXPORTER else case.tx.to.country)
    return False

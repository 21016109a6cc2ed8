"""Yes/no facts: as stated, or as they follow from other stated facts, or as silence means."""

from __future__ import annotations

from collections.abc import Callable

from article41.assessment.answer import Answer, said
from article41.assessment.case import Case
from article41.assessment.listed import is_listed
from article41.regime.conditions import Leaf
from article41.regime.facts import FACTS
from article41.regime.vocabulary import silence_of


def fact_answer(case: Case, name: str) -> Answer:
    """A fact as stated; else as it follows from other stated facts; else what silence means."""
    stated = case.tx.facts.get(name)
    if stated is None:
        worked_out = _WORKED_OUT.get(name)
        answer = worked_out(case, name) if worked_out else None
        if answer is not None:
            return answer
        return _SILENT[name]
    return said(stated, silence_of(name), f"facts.{name}")


def _said(case: Case, name: str) -> object:
    """What is stated of a fact, or supposed of it."""
    return case.overrides.get(name, case.tx.facts.get(name))


def _no_revenue(case: Case, name: str) -> Answer | None:
    if _said(case, "livelihood_only") is True:
        return Answer(False, "no, being exclusively for livelihood", f"facts.{name}")
    return None


def _no_livelihood(case: Case, name: str) -> Answer | None:
    if _said(case, "programme_revenue") is True:
        return Answer(False, "no, since it earns programme revenue", f"facts.{name}")
    return None


def _approved_purpose(case: Case, name: str) -> Answer | None:
    """What the Committee approved it found consistent; what is only supposed approved, it did not."""
    if not case.overrides and case.ask(_APPROVED).truth is True:
        return Answer(True, "the Committee approved it", f"facts.{name}")
    return None


def _existing(case: Case, name: str) -> Answer | None:
    """What is opened or formed is new."""
    act = case.act or ""
    if act.startswith(("open-", "form-", "expand-")):
        return Answer(False, f"{act} is about something new", "act")
    return None


def _income(case: Case, name: str) -> Answer | None:
    if any("worker" in (party.role, party.kind) for party in case.tx.parties):
        return Answer(True, "stated to be a worker", f"facts.{name}")
    return None


def _grounds(case: Case, name: str) -> Answer | None:
    if any(ship.suspected is True for ship in case.tx.ships):
        return Answer(True, "a ship is stated to be suspected", "ships.suspected")
    return banned_cargo(case)


def banned_cargo(case: Case) -> Answer | None:
    """Grounds that the case itself gives: the goods aboard are of a kind that may not be carried."""
    if case.reading is None or case.is_trade:
        return None
    for measure in case.regime.by_act("transport"):
        if measure.kind != "ban" or not measure.binds or measure.flow not in (case.flow, "both"):
            continue
        for clause in measure.goods:
            if case.catalogue.member(case.reading, clause.set).truth is True:
                return Answer(True, f"{clause.set} aboard, barred by {clause.cite}", "goods")
    return None


def _agent(case: Case, name: str) -> Answer | None:
    if any(party.acts_for_listed is True for party in case.tx.parties):
        return Answer(True, "stated to act for a listed party", "parties.acts_for_listed")
    return None


def _un_aid(case: Case, name: str) -> Answer | None:
    if case.tx.facts.get("humanitarian") is True and any(p.kind == "un" for p in case.tx.parties):
        return Answer(True, "aid of a UN body", f"facts.{name}")
    return None


def _barred_party(case: Case, name: str) -> Answer | None:
    field = f"facts.{name}"
    if not case.tx.parties:
        return None
    truths = [is_listed(party, case.regime) for party in case.tx.parties]
    if any(truth is True for truth in truths):
        return Answer(True, "a party is listed", field)
    if all(truth is False for truth in truths):
        return Answer(False, "no party is listed", field, assumed=True)
    return None


def _end_use(case: Case, name: str) -> Answer | None:
    use = case.tx.end_use
    if use is None:
        return None
    if use == "unknown":
        return Answer(None, "end use unknown", "end_use")
    military = name == "military_use_determined"
    return Answer(use == ("military" if military else "weapons-programme"), f"end use {use}", "end_use")


_APPROVED = Leaf("approved_by", ("committee-1718",), "approved_by committee-1718")
_SILENT = {name: said(None, silence_of(name), f"facts.{name}") for name in FACTS}
_WORKED_OUT: dict[str, Callable[[Case, str], Answer | None]] = {
    "programme_revenue": _no_revenue,
    "livelihood_only": _no_livelihood,
    "barred_party": _barred_party,
    "consistent_purpose": _approved_purpose,
    "military_use_determined": _end_use,
    "wmd_use_determined": _end_use,
    "could_contribute": _end_use,
    "un_coordinated_aid": _un_aid,
    "evader_determined": _agent,
    "reasonable_grounds": _grounds,
    "earns_income": _income,
    "existing_presence": _existing,
    "existing_venture": _existing,
}

"""How each predicate of the law is answered from the stated facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from article41.assessment.answer import Answer
from article41.assessment.listed import is_listed, listed_party, listed_party_is, ship_listed
from article41.assessment.subjects import in_fields
from article41.assessment.transaction import Amount, GoodsItem, Stated
from article41.regime.conditions import Leaf
from article41.regime.moments import working_days_before
from article41.regime.vocabulary import FACTS, Silence, silence_of
from article41.types import any_of

if TYPE_CHECKING:
    from article41.assessment.case import Case

EXPORTER = frozenset({"exporting-state", "supplier-state"})
IMPORTER = frozenset({"importing-state", "procuring-state"})
UNKNOWN = "unknown"
PORTS = {"rajin": frozenset({"rajin", "najin", "rason", "rajin-sonbong", "rajin (rason)", "kprjn"})}


def answer_leaf(case: Case, leaf: Leaf) -> Answer:
    """The answer to one predicate or fact."""
    answer = _ANSWERS.get(leaf.predicate)
    return answer(case, leaf.value) if answer else _fact(case, leaf.predicate)


def said(value: Stated, silence: Silence, field: str) -> Answer:
    """A stated yes, no or unknown; silence read as the predicate declares."""
    if value == "unknown":
        return Answer(None, "stated as unknown", field)
    if value is None:
        if silence is Silence.OPEN:
            return Answer(None, "not stated", field)
        return Answer(False, "not stated", field, assumed=True)
    return Answer(bool(value), "yes" if value else "no", field)


def _fact(case: Case, name: str) -> Answer:
    """A fact as stated; else as it follows from other stated facts; else what silence means."""
    stated = case.tx.facts.get(name)
    if stated is None:
        worked_out = _WORKED_OUT.get(name)
        answer = worked_out(case, name) if worked_out else None
        if answer is not None:
            return answer
        return _SILENT[name]
    return said(stated, silence_of(name), f"facts.{name}")


def _no_revenue(case: Case, name: str) -> Answer | None:
    if case.tx.facts.get("livelihood_only") is True:
        return Answer(False, "no, being exclusively for livelihood", f"facts.{name}")
    return None


def _no_livelihood(case: Case, name: str) -> Answer | None:
    if case.tx.facts.get("programme_revenue") is True:
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
    return _banned_cargo(case)


def _banned_cargo(case: Case) -> Answer | None:
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


def _goods(case: Case, sets: tuple[str, ...]) -> Answer:
    if case.item is None or case.reading is None:
        if case.is_trade or case.act == "assist":
            return Answer(None, "goods not stated", "goods")
        return Answer(False, "no goods stated", "goods")
    field = f"goods ({case.label})" if case.label else "goods"
    unknown = ""
    for name in sets:
        member = case.catalogue.member(case.reading, name)
        if member.truth is True:
            return Answer(True, member.how, field)
        if member.truth is None:
            unknown = member.how
    return Answer(None if unknown else False, unknown or f"not {' or '.join(sets)}", field)


def _each(item: GoodsItem) -> Amount | None:
    """The value of one item, where total value and number of items are stated."""
    if item.value is None or item.quantity is None:
        return None
    if item.quantity.unit != "item" or item.quantity.amount <= 0:
        return None
    return Amount(amount=item.value.amount / item.quantity.amount, unit=item.value.unit)


def _worth(case: Case, value: tuple[float, str]) -> Answer:
    threshold, currency = value
    item = case.item
    amount = item.item_value if item else None
    if amount is None and item is not None:
        amount = _each(item)
    if amount is None:
        return Answer(None, "value of one item not stated", "goods.item_value")
    if amount.unit != currency:
        return Answer(None, f"{amount.amount:g} {amount.unit} is not in {currency}", "goods.item_value")
    return Answer(amount.amount > threshold, f"{amount.amount:g} {currency} each", "goods.item_value")


def _origin(case: Case, value: tuple[str, ...]) -> Answer:
    origin = case.tx.origin
    if origin == UNKNOWN:
        return Answer(None, "origin stated as unknown", "origin")
    if origin is None and case.flow == "from-dprk" and case.tx.transit_only is not True:
        return Answer(value[0] == "KP", "sent from the DPRK, no other origin stated", "origin")
    if origin is None:
        return Answer(None, "origin not stated", "origin")
    return Answer(origin == value[0], f"origin {origin}", "origin")


def _via_port(case: Case, value: tuple[str, ...]) -> Answer:
    ports = [spot.port for spot in (case.tx.from_, case.tx.to, *case.tx.via) if spot.port]
    wanted = PORTS.get(value[0], frozenset({value[0]}))
    if any(port.lower().strip() in wanted for port in ports):
        return Answer(True, f"through {value[0]}", "via")
    shown = ", ".join(ports) if ports else "port not stated"
    return Answer(False, shown, "via", assumed=not ports)


def _by(day: date | None, side: str, limit: date | None, what: str, field: str) -> Answer:
    if day is None:
        return Answer(None, f"{what} not stated", field)
    if limit is None:
        return Answer(None, "the law's day cannot be worked out", field)
    holds = {"before": day < limit, "by": day <= limit, "from": day >= limit, "after": day > limit}
    return Answer(holds[side], f"{what} {day}, {side} {limit}", field)


def _contract_signed(case: Case, value: tuple[str, Any]) -> Answer:
    side, moment = value
    if not case.tx.dates.contract_written:
        return Answer(False, "no written contract", "dates.contract_written")
    limit = moment.resolve(case.anchors)
    return _by(case.tx.dates.contract, side, limit, "contract of", "dates.contract")


def _imported(case: Case, value: tuple[str, Any]) -> Answer:
    side, moment = value
    return _by(case.imported, side, moment.resolve(case.anchors), "import on", "dates.import")


def _conduct(case: Case, value: tuple[str, Any]) -> Answer:
    side, moment = value
    return _by(case.day, side, moment.resolve(case.anchors), "conduct on", "dates.conduct")


def _approved_by(case: Case, value: tuple[str, ...]) -> Answer:
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


def _notified(case: Case, value: tuple[str, str, int, int]) -> Answer:
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


def _one_notice(case: Case, notice: Any, who: str, days: int, working_days: int) -> Answer:
    field = "notices"
    if working_days and any(approval.given is False for approval in case.tx.approvals):
        return Answer(False, "the Committee said no", field)
    if notice.given == "unknown":
        return Answer(None, "notice stated as unknown", field)
    if notice.given is False:
        return Answer(False, "no notice given", field)
    if who and notice.who and not _same_state(case, notice.who, who):
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


def _same_state(case: Case, stated: str, wanted: str) -> bool:
    """Whether the State that gave notice is the one the law means (2371 moved the duty to the exporter)."""
    roles = EXPORTER if wanted in EXPORTER else IMPORTER if wanted in IMPORTER else {wanted}
    if stated in roles:
        return True
    if len(stated) == 2:
        exporter = case.tx.origin or case.tx.from_.country
        return stated.upper() == (exporter if wanted in EXPORTER else case.tx.to.country)
    return False


def _party_kind(case: Case, value: tuple[str, ...]) -> Answer:
    kinds = [party.kind for party in case.tx.parties if party.kind]
    if any(kind in value for kind in kinds):
        return Answer(True, ", ".join(kinds), "parties.kind")
    if len(kinds) < len(case.tx.parties) or not case.tx.parties:
        return Answer(None, "kind of party not stated", "parties.kind")
    return Answer(False, ", ".join(kinds), "parties.kind")


_DPRK_ACTS = frozenset(
    {
        "open-dprk-bank",
        "operate-dprk-bank",
        "test-nuclear",
        "launch",
        "develop-weapons",
        "deploy-chemical-weapons",
    }
)


def _with_dprk(case: Case, value: bool) -> Answer:
    field = "with_dprk"
    if case.tx.with_dprk is not None:
        return said(case.tx.with_dprk, Silence.OPEN, field)
    if any("KP" in (party.country, party.nationality) for party in case.tx.parties):
        return Answer(True, "a party is of the DPRK", field)
    if case.act in _DPRK_ACTS:
        return Answer(True, f"{case.act} is about the DPRK", "act")
    if case.flow in ("from-dprk", "to-dprk"):
        return Answer(True, f"flow {case.flow}", field)
    if any(ship.flag == "KP" or ship.dprk_controlled is True for ship in case.tx.ships):
        return Answer(True, "a ship is of the DPRK", field)
    countries = [party.country or party.nationality for party in case.tx.parties]
    if case.flow is None and case.tx.goods:
        return Answer(None, "neither end of the goods' way is stated", field)
    if countries and all(countries):
        return Answer(False, "no party is of the DPRK", field)
    if case.flow == "neither":
        return Answer(False, "goods go between other States", field, assumed=True)
    return Answer(None, "not stated", field)


def _nationality(case: Case, value: tuple[str, ...]) -> Answer:
    people = ("person", "worker", "official", "diplomat", None)
    held = [p.nationality or p.country for p in case.tx.parties if p.kind in people]
    if value[0] in held:
        return Answer(True, f"nationality {value[0]}", "parties.nationality")
    if not held or None in held:
        return Answer(None, "nationality not stated", "parties.nationality")
    return Answer(False, f"nationality {', '.join(str(item) for item in held)}", "parties.nationality")


def _ship_flag(case: Case, value: tuple[str, ...]) -> Answer:
    if case.act == "fly-flag":  # the flag sought, not the one it flies
        return Answer(value[0] == "KP", "the flag sought is the DPRK's", "act")
    flags = [ship.flag for ship in case.tx.ships]
    if value[0] in flags:
        return Answer(True, f"flag {value[0]}", "ships.flag")
    if not flags or None in flags:
        return Answer(None, "flag not stated", "ships.flag")
    return Answer(False, f"flag {', '.join(str(flag) for flag in flags)}", "ships.flag")


def _suspicion(case: Case) -> Answer | None:
    if case.tx.facts.get("reasonable_grounds") is True:
        return Answer(True, "reasonable grounds are stated", "facts.reasonable_grounds")
    return _banned_cargo(case)


def _ship_said(name: str) -> Callable[[Case, Any], Answer]:
    silence = Silence.CHECK if name == "suspected" else Silence.OPEN

    def answer(case: Case, value: Any) -> Answer:
        field = f"ships.{name}"
        stated: list[Stated] = [getattr(ship, name) for ship in case.tx.ships]
        struck_off = name == "dprk_controlled" and case.tx.facts.get("deregistered_elsewhere") is True
        if struck_off and None in stated:
            return Answer(True, "another State struck it off on this ground", field)
        if name == "suspected" and None in stated and (grounds := _suspicion(case)) is not None:
            return grounds
        for wanted in (True, "unknown", None):
            if wanted in stated:
                return said(wanted, silence, field)
        return said(False if stated else None, silence, field)

    return answer


def _new_goods(case: Case, value: bool) -> Answer:
    return said(case.item.new if case.item else None, Silence.OPEN, "goods.new")


def _transit_only(case: Case, value: bool) -> Answer:
    return said(case.tx.transit_only, Silence.CLAIMED, "transit_only")


def _subject(case: Case, value: tuple[str, ...]) -> Answer:
    if not case.tx.subject:
        return Answer(None, "subject not stated", "subject")
    truth = any_of([in_fields(subject, value) for subject in case.tx.subject])
    shown = ", ".join(case.tx.subject)
    return Answer(truth, f"{shown}: a field we do not know" if truth is None else shown, "subject")


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
_ANSWERS: dict[str, Callable[[Case, Any], Answer]] = {
    "goods": _goods,
    "worth": _worth,
    "new_goods": _new_goods,
    "origin": _origin,
    "via_port": _via_port,
    "transit_only": _transit_only,
    "contract_signed": _contract_signed,
    "imported": _imported,
    "conduct": _conduct,
    "approved_by": _approved_by,
    "notified": _notified,
    "listed_party": listed_party,
    "listed_party_is": listed_party_is,
    "party_kind": _party_kind,
    "with_dprk": _with_dprk,
    "nationality": _nationality,
    "ship_flag": _ship_flag,
    "ship_dprk_controlled": _ship_said("dprk_controlled"),
    "ship_suspected": _ship_said("suspected"),
    "ship_listed": ship_listed,
    "subject": _subject,
}

"""How each predicate of the law is answered from the stated facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from article41.assessment.answer import Answer, said
from article41.assessment.case import Case
from article41.assessment.committee import approved_by, notice_kept, notified
from article41.assessment.flow import PORTS, UNKNOWN
from article41.assessment.listed import listed_party, listed_party_is, ship_listed
from article41.assessment.subjects import in_fields
from article41.assessment.transaction import Amount, GoodsItem, Stated
from article41.assessment.worked_out import banned_cargo, fact_answer
from article41.regime.conditions import Leaf
from article41.regime.silence import Silence
from article41.types import any_of


def answer_leaf(case: Case, leaf: Leaf) -> Answer:
    """The answer to one predicate or fact."""
    answer = _ANSWERS.get(leaf.predicate)
    return answer(case, leaf.value) if answer else fact_answer(case, leaf.predicate)


def _goods(case: Case, sets: tuple[str, ...]) -> Answer:
    if case.item is None or case.reading is None:
        if (case.is_trade and case.act != "tranship") or case.act == "assist":
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
    held = {"before": day < limit, "by": day <= limit, "from": day >= limit, "after": day > limit}[side]
    return Answer(held, f"{what} {day}, {'' if held else 'not '}{side} {limit}", field)


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
    return banned_cargo(case)


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
    # Only a start at Rajin itself shows it: goods that set out elsewhere may have stopped there.
    port = case.tx.from_.port
    leaves_rajin = port is not None and port.lower().strip() in PORTS["rajin"]
    if case.tx.transit_only is None and leaves_rajin:
        if case.tx.origin == UNKNOWN:
            return Answer(None, "origin stated as unknown", "transit_only")
        if case.tx.origin not in (None, "KP"):
            return Answer(True, f"goods of {case.tx.origin} leaving from Rajin", "origin")
    return said(case.tx.transit_only, Silence.CLAIMED, "transit_only")


def _subject(case: Case, value: tuple[str, ...]) -> Answer:
    if not case.tx.subject:
        return Answer(None, "subject not stated", "subject")
    truth = any_of([in_fields(subject, value) for subject in case.tx.subject])
    shown = ", ".join(case.tx.subject)
    return Answer(truth, f"{shown}: a field we do not know" if truth is None else shown, "subject")


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
    "approved_by": approved_by,
    "notified": notified,
    "notice_kept": notice_kept,
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

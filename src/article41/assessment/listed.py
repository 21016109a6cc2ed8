"""Whether parties and ships are listed: as stated, or as the designations of the day say.

Only exact names, references and IMO numbers are looked up here; screening does the rest and its
matches come in as stated facts.
"""

from __future__ import annotations

from article41.assessment.answer import Answer
from article41.assessment.case import Case
from article41.assessment.transaction import Party, Ship
from article41.regime.measure import Cite, Designation
from article41.regime.regime import Regime
from article41.types import Truth


def designation_of(party: Party, regime: Regime) -> Designation | None:
    """The designation of a party by reference or exact name on the regime's day."""
    if not party.name and not party.ref:
        return None
    return regime.designated(party.name or "", ref=party.ref or "")


def is_listed(party: Party, regime: Regime, *, itself: bool = False) -> Truth:
    """Listed, acting for or owned by a listed one; `itself`: by its own name only.

    Silence on all of it is unknown.
    """
    if designation_of(party, regime) is not None:
        return True
    stated = (party.listed,) if itself else (party.listed, party.acts_for_listed, party.owned_by_listed)
    if True in stated:
        return True
    if "unknown" in stated:
        return None
    if party.listed is None and not (_not_yet(party, regime) or _own_side(party)):
        return None
    return False


def _own_side(party: Party) -> bool:
    """A UN body, or a payer outside the DPRK: the side that asks, not the one to be screened."""
    payer = party.role in ("payer", "remitter", "donor") and party.country not in (None, "KP")
    return party.kind == "un" or payer


def _not_yet(party: Party, regime: Regime) -> bool:
    """Whether the party is a name the record knows to be listed only later."""
    return bool(party.name or party.ref) and bool(regime.listed_later(party.name or "", party.ref or ""))


def listed_party(case: Case, value: bool) -> Answer:
    """Whether any party is listed. Open where money or entry is at stake, else a check.

    Entry is barred to those named (1718, para. 8(e)); agents came in with 2094, para. 10, by a State's
    own finding.
    """
    field = "parties.listed"
    for party in case.tx.parties:
        held = designation_of(party, case.regime)
        if held is not None:
            return Answer(True, f"{held.name} ({held.ref or 'by name'}) listed {held.day}", field)
    entry = case.act == "admit"
    truths = [is_listed(party, case.regime, itself=entry) for party in case.tx.parties]
    if any(truth is True for truth in truths):
        return Answer(True, "a party is stated as listed or acting for one", field)
    if truths and all(truth is False for truth in truths):
        return Answer(False, "no party is listed on that day", field)
    if not ({"person"} if entry else {"person", "entity"}) & case.regime.anybody_listed:
        return Answer(False, "nobody was listed yet on that day", field)
    asked = any(
        "unknown" in (party.listed, party.acts_for_listed, party.owned_by_listed) for party in case.tx.parties
    )
    if asked:
        return Answer(None, "whether a party is listed is open", field)
    if case.is_money or case.act in ("admit", "operate-office"):
        return Answer(None, "not stated for every party", field)
    return Answer(False, "not stated", field, assumed=True)


def listing_cites(case: Case) -> list[Cite]:
    """The paragraphs by which parties of the case were listed."""
    held = [designation_of(party, case.regime) for party in case.tx.parties]
    return [designation.cite for designation in held if designation is not None]


def listed_party_is(case: Case, value: tuple[str, ...]) -> Answer:
    """Whether every listed party is one of those named by reference."""
    listed = [party for party in case.tx.parties if is_listed(party, case.regime) is True]
    if not listed:
        return Answer(False, "no listed party stated", "parties.ref", assumed=True)
    refs = [_ref(party, case.regime) for party in listed]
    shown = ", ".join(ref or "no reference" for ref in refs)
    return Answer(all(ref in value for ref in refs), shown, "parties.ref")


def ship_listed(case: Case, value: tuple[str, ...]) -> Answer:
    """Whether a ship is listed for one of the measures."""
    field = "ships.listed"
    unknown = False
    for ship in case.tx.ships:
        marks = _marks(ship, case.regime)
        if marks is None:
            unknown = True
        elif any(mark in value for mark in marks):
            return Answer(True, f"{ship.name or ship.imo or 'ship'}: {', '.join(marks)}", field)
    if unknown:
        return Answer(None, "stated as unknown", field)
    stated = case.tx.ships and all(ship.listed is not None for ship in case.tx.ships)
    return Answer(False, "not listed" if stated else "not stated", field, assumed=not stated)


_SHIP_MEASURES = {
    "dprk.port-entry.listed": "port-ban",
    "dprk.deflag.listed": "deflag",
    "dprk.vessel-freeze": "freeze",
    "dprk.asset-freeze": "freeze",
}


def _marks(ship: Ship, regime: Regime) -> tuple[str, ...] | None:
    """What a ship is listed for; None where that is stated as unknown."""
    if isinstance(ship.listed, tuple):
        return ship.listed
    if ship.listed is True:
        return ("port-ban", "deflag", "freeze")
    named = regime.designations_of(ship.name or "", imo=ship.imo or "")
    measures = [name for held in named if held.kind == "vessel" for name in held.measures]
    if measures:
        return tuple(dict.fromkeys(_SHIP_MEASURES[name] for name in measures if name in _SHIP_MEASURES))
    return None if ship.listed == "unknown" else ()


def _ref(party: Party, regime: Regime) -> str:
    held = designation_of(party, regime)
    return (held.ref if held else None) or party.ref or ""

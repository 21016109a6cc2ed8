"""The closed vocabulary of conditions and operations: predicates, their questions, kinds and verbs."""

from __future__ import annotations

from article41.regime.facts import FACTS
from article41.regime.silence import Silence

PREDICATES: dict[str, tuple[Silence, str]] = {
    "goods": (Silence.OPEN, "What exactly are the goods (HS code, best of 6 digits, or plain words)?"),
    "worth": (Silence.OPEN, "What is the value of one item, and in which currency?"),
    "new_goods": (Silence.OPEN, "Are the goods new, or used?"),
    "origin": (Silence.OPEN, "Where do the goods originate?"),
    "via_port": (Silence.CLAIMED, "Through which port do the goods leave?"),
    "transit_only": (
        Silence.CLAIMED,
        "Did the goods only cross the DPRK, solely for export from that port?",
    ),
    "contract_signed": (Silence.OPEN, "On which day was the written contract signed?"),
    "imported": (Silence.OPEN, "On which day are the goods imported into the territory?"),
    "conduct": (Silence.OPEN, "On which day does it happen?"),
    "approved_by": (Silence.CLAIMED, "Has the 1718 Committee approved it in advance?"),
    "notified": (Silence.CLAIMED, "Has the Committee been notified in advance, by whom and when?"),
    "notice_kept": (
        Silence.CLAIMED,
        "Was the Committee told by the day the permission asks for (yes, with the day; not yet; no)?",
    ),
    "listed_party": (
        Silence.OPEN,
        "Is any party listed, acting for, or owned or controlled by a listed one?",
    ),
    "listed_party_is": (Silence.CLAIMED, "Which listed party is it?"),
    "party_kind": (Silence.OPEN, "What kind of party is it (bank, company, diplomat...)?"),
    "with_dprk": (Silence.OPEN, "Is the other side the DPRK, its nationals or entities?"),
    "nationality": (Silence.OPEN, "What is the person's nationality?"),
    "ship_flag": (Silence.OPEN, "Which flag does the ship fly?"),
    "ship_dprk_controlled": (
        Silence.OPEN,
        "Is the ship owned, controlled or operated by the DPRK?",
    ),
    "ship_suspected": (
        Silence.CHECK,
        "Are there reasonable grounds to link the ship with banned activity or cargo?",
    ),
    "ship_listed": (Silence.CHECK, "Has the Committee listed the ship, and for which measures?"),
    "subject": (Silence.OPEN, "Which field of study or cooperation is it?"),
}

KINDS = frozenset({"ban", "cap", "freeze", "travel-ban", "duty", "vigilance"})
FLOWS = frozenset({"from-dprk", "to-dprk", "both", "none"})
EXCEPTION_KINDS = frozenset({"standing", "prior-approval", "no-objection", "notification", "wind-down"})
PARTY_KINDS = frozenset(
    {
        "person",
        "company",
        "bank",
        "government",
        "official",
        "diplomat",
        "mission",
        "worker",
        "un",
        "ngo",
        "ship-owner",
    }
)
BINDING_VERBS = frozenset(
    {
        "Decides",
        "Requires",
        "Demands",
        "Directs",
        "Authorizes",
        "Clarifies",
        "Reaffirms",
        "Confirms",
        "Affirms",
        "Recalls",
    }
)


def silence_of(predicate: str) -> Silence:
    """What silence means for a predicate or fact. Raises KeyError for an unknown one."""
    return (PREDICATES.get(predicate) or FACTS[predicate])[0]


def question_of(predicate: str) -> str:
    """The question that settles a predicate or fact. Raises KeyError for an unknown one."""
    return (PREDICATES.get(predicate) or FACTS[predicate])[1]

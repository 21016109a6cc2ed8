"""The closed vocabulary of the law's data: acts, predicates, facts, and what silence means for each.

Silence: `open` = not stated is not known; `claimed` = a helpful circumstance that holds only when
stated; `check` = an adverse circumstance taken as absent when not stated, which the answer then
names as a check to make.
"""

from __future__ import annotations

from enum import StrEnum


class Silence(StrEnum):
    """What it means when a fact is not stated."""

    OPEN = "open"
    CLAIMED = "claimed"
    CHECK = "check"


TRADE = frozenset(
    {"supply", "sell", "transfer", "procure", "import", "export", "transport", "broker", "tranship"}
)
MONEY = frozenset(
    {
        "pay",
        "hold-assets",
        "release-assets",
        "make-available",
        "clear-funds",
        "move-cash",
        "move-gold",
        "provide-financial-service",
    }
)
GROUPS = {"trade": TRADE, "money": MONEY}

ACTS: dict[str, str] = {
    "supply": "supply goods to someone",
    "sell": "sell goods",
    "transfer": "hand over goods, sold or not",
    "procure": "buy or order goods (the import may come later)",
    "import": "bring goods into a State's territory",
    "export": "send goods out of a State's territory",
    "transport": "carry goods by ship, aircraft, rail or road",
    "broker": "arrange a deal between others",
    "repair": "send goods for repair, servicing, testing or marketing",
    "pay": "pay, or transfer funds",
    "hold-assets": "hold or manage funds, accounts or other assets of someone",
    "release-assets": "release frozen funds or assets",
    "make-available": "make funds, assets or economic resources available to someone",
    "clear-funds": "clear payments of others through one's territory",
    "move-cash": "carry bulk cash",
    "move-gold": "carry gold as value",
    "provide-financial-service": "provide any other financial service",
    "finance-trade": "give export credit, a guarantee or other financial support for trade",
    "insure-trade": "insure trade or cargo",
    "lend": "lend on concessional terms",
    "grant": "make a grant or give financial assistance",
    "correspond": "keep a correspondent banking relation with a DPRK bank",
    "open-dprk-bank": "let a DPRK bank open a branch, subsidiary or office",
    "operate-dprk-bank": "let an existing DPRK bank branch, subsidiary or office go on",
    "bank-venture": "take or keep a joint venture or ownership interest with a DPRK bank",
    "open-bank-in-dprk": "open an office, subsidiary, branch or account in the DPRK",
    "operate-bank-in-dprk": "keep an existing office, subsidiary or account in the DPRK",
    "operate-office": "let an office or representation go on working",
    "charter-out": "charter one's own ship or aircraft to the DPRK",
    "lease-out": "lease one's own ship or aircraft to the DPRK",
    "provide-crew": "provide crew services to the DPRK",
    "charter": "charter a ship from its owner",
    "lease": "lease a ship from its owner",
    "own-ship": "own a ship",
    "operate-ship": "operate or manage a ship",
    "fly-flag": "register a ship in the DPRK or obtain its flag",
    "classify": "provide classification services to a ship",
    "certify": "certify a ship or provide related services",
    "service-ship": "provide any other service to a ship",
    "insure": "insure or reinsure a ship",
    "register": "enter a ship in a State's register",
    "keep-registered": "leave a ship in a State's register",
    "hire-crew": "hire ship or aircraft crew from the DPRK",
    "bunker": "provide fuel, supplies or servicing to a ship",
    "tranship": "transfer goods from ship to ship at sea",
    "enter-port": "let a ship enter a port",
    "harbour": "have a ship lying in port or in territorial waters",
    "release-ship": "let an impounded ship go",
    "inspect-at-sea": "inspect a ship on the high seas",
    "refuse-inspection": "refuse an inspection at sea (as flag State)",
    "refuel-aircraft": "fuel an aircraft",
    "land": "let an aircraft take off or land",
    "overfly": "let an aircraft fly over the territory",
    "handle-cargo": "let cargo to or from the DPRK pass through one's territory",
    "find-banned-items": "come upon banned items in an inspection",
    "hire": "give a work authorisation to, or hire, a person",
    "retain": "keep a person in work",
    "form-venture": "open a joint venture or cooperative entity",
    "expand-venture": "expand a joint venture by more investment",
    "operate-venture": "maintain or operate a joint venture",
    "train": "teach or train",
    "cooperate": "cooperate in science or technology",
    "assist": "give technical help, advice, services or assistance for goods",
    "host-trainers": "host trainers, advisers or officials for military or police training",
    "admit": "let a person enter or pass through the territory",
    "host": "let a person stay in the territory",
    "open-account": "open a bank account for a mission or diplomat",
    "use-property": "use, or let the DPRK use, real property",
    "trade-privately": "practise a profession or trade for private profit as a diplomat",
    "test-nuclear": "conduct a nuclear test",
    "launch": "launch with ballistic missile technology",
    "develop-weapons": "carry on nuclear, missile or other WMD programmes",
    "deploy-chemical-weapons": "deploy or use chemical weapons",
    "claim": "bring a claim over a contract that sanctions prevented",
}

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

FACTS: dict[str, tuple[Silence, str]] = {
    "livelihood_only": (
        Silence.OPEN,
        "Is it exclusively for the livelihood of DPRK nationals?",
    ),
    "programme_revenue": (
        Silence.OPEN,
        "Does it earn revenue for nuclear or missile programmes or other banned activity?",
    ),
    "barred_party": (
        Silence.OPEN,
        "Is anybody involved who is listed, tied to banned programmes, or helping evasion?",
    ),
    "qualified_provider": (
        Silence.OPEN,
        "Is the provider a UN body, an international or observer humanitarian organisation, "
        "an NGO in a UN response plan, or a partner of one (2664, para. 1)?",
    ),
    "mission_account_exists": (
        Silence.OPEN,
        "Does the mission or officer already hold an account?",
    ),
    "within_existing_number": (
        Silence.OPEN,
        "Does the number of work authorisations stay within that of 5 August 2017?",
    ),
    "earns_income": (Silence.OPEN, "Does the person earn income in the State's jurisdiction?"),
    "public_support": (Silence.OPEN, "Is the financial support public (as opposed to private)?"),
    "existing_presence": (Silence.OPEN, "Did the office, account or relation exist before?"),
    "existing_venture": (Silence.OPEN, "Did the venture exist before the ban?"),
    "diplomatic_use": (Silence.OPEN, "Is the use diplomatic or consular?"),
    "private_profit": (Silence.OPEN, "Is it for personal profit?"),
    "humanitarian": (
        Silence.CLAIMED,
        "Is it humanitarian aid, or work of organisations assisting civilians?",
    ),
    "consistent_purpose": (
        Silence.CLAIMED,
        "Is there another purpose consistent with the resolutions' objectives?",
    ),
    "diplomatic_mission": (
        Silence.CLAIMED,
        "Is it solely for a foreign diplomatic or consular mission in the DPRK?",
    ),
    "dprk_mission": (
        Silence.CLAIMED,
        "Is it for a DPRK mission to the UN or another diplomatic or consular mission of it?",
    ),
    "denuclearization": (Silence.CLAIMED, "Does it serve denuclearization?"),
    "un_coordinated_aid": (Silence.CLAIMED, "Is it aid by, or coordinated with, the UN?"),
    "basic_expenses": (
        Silence.CLAIMED,
        "Is it for basic expenses, reasonable legal fees or routine holding charges?",
    ),
    "extraordinary_expenses": (Silence.CLAIMED, "Is it for extraordinary expenses?"),
    "prior_lien": (
        Silence.CLAIMED,
        "Is there a lien or judgment from before 14 October 2006?",
    ),
    "not_for_listed_benefit": (Silence.CLAIMED, "Is it certain that no listed person benefits?"),
    "development_civilian": (
        Silence.CLAIMED,
        "Is it development aid that meets civilian needs directly?",
    ),
    "essential_need_verified": (
        Silence.CLAIMED,
        "Is it for a verified essential humanitarian need?",
    ),
    "return_flight_fuel": (
        Silence.CLAIMED,
        "Is the fuel only for a civil passenger aircraft's flight to the DPRK and back, "
        "loaded outside the DPRK?",
    ),
    "aircraft_safety_spares": (
        Silence.CLAIMED,
        "Are they spare parts for the safety of DPRK civilian passenger aircraft of the named types?",
    ),
    "emergency": (Silence.CLAIMED, "Is it an emergency?"),
    "return_to_origin_port": (Silence.CLAIMED, "Is the ship returning to its port of origin?"),
    "for_inspection": (Silence.CLAIMED, "Is it only for inspection?"),
    "cargo_cleared": (
        Silence.CLAIMED,
        "Has the cargo been inspected and, where needed, seized?",
    ),
    "public_utility": (
        Silence.CLAIMED,
        "Is it non-commercial public-utility infrastructure without profit?",
    ),
    "existing_hydropower": (
        Silence.CLAIMED,
        "Is it the existing China-DPRK hydroelectric infrastructure?",
    ),
    "rajin_khasan": (
        Silence.CLAIMED,
        "Is it the Rajin-Khasan port and rail project, solely for Russian coal?",
    ),
    "judicial_process": (Silence.CLAIMED, "Is presence needed for a judicial process?"),
    "medical_or_safety": (
        Silence.CLAIMED,
        "Is presence needed only for medical, safety or humanitarian reasons?",
    ),
    "un_headquarters_travel": (Silence.CLAIMED, "Is it travel to UN premises on UN business?"),
    "own_national": (Silence.CLAIMED, "Is the person a national of the admitting State?"),
    "host_national": (Silence.CLAIMED, "Is the person a national of the host State?"),
    "repatriation_barred": (
        Silence.CLAIMED,
        "Is repatriation barred by law (refugee, human-rights, UN headquarters rules)?",
    ),
    "medical_exchange": (Silence.CLAIMED, "Is it a medical exchange?"),
    "state_no_proliferation": (
        Silence.CLAIMED,
        "Has the State found that it will not help proliferation?",
    ),
    "state_determined_exempt": (
        Silence.CLAIMED,
        "Has the State made the finding the exception asks for?",
    ),
    "flag_consent": (Silence.CLAIMED, "Does the flag State consent?"),
    "safeguards_explained": (
        Silence.CLAIMED,
        "Has the State told the Committee how it prevents diversion?",
    ),
    "impound_six_months": (Silence.CLAIMED, "Have six months passed since the impounding?"),
    "religious_or_humanitarian_travel": (
        Silence.CLAIMED,
        "Is the travel for humanitarian need, including religious duty?",
    ),
    "reasonable_grounds": (
        Silence.CHECK,
        "Is there information giving reasonable grounds to believe banned items or activity?",
    ),
    "could_contribute": (
        Silence.CHECK,
        "Could it contribute to banned programmes, other banned activity, or evasion?",
    ),
    "wmd_use_determined": (
        Silence.CHECK,
        "Has the State found that the item could help nuclear, missile or other WMD programmes, or evasion?",
    ),
    "military_use_determined": (
        Silence.CHECK,
        "Has the State found that the item could directly develop the DPRK's armed forces?",
    ),
    "government_link_determined": (
        Silence.CHECK,
        "Has the State linked the Government or Workers' Party entity to banned programmes?",
    ),
    "official_linked": (
        Silence.CHECK,
        "Has the State linked the DPRK official or soldier to banned programmes?",
    ),
    "travels_for_repair": (
        Silence.CHECK,
        "Does the person travel to repair, service, test or market arms or weapons items of the DPRK?",
    ),
    "works_for_dprk_bank": (Silence.CHECK, "Does the person work for a DPRK bank?"),
    "evader_determined": (
        Silence.CHECK,
        "Has the State found that the person acts for a listed party or helps evasion?",
    ),
    "refused_inspection": (Silence.CHECK, "Has the ship refused inspection?"),
    "family_of_listed": (
        Silence.CHECK,
        "Is the person a family member of someone under the travel ban?",
    ),
    "deregistered_elsewhere": (
        Silence.CHECK,
        "Has another State struck the ship from its register on this ground?",
    ),
    "sensitive_contribution": (
        Silence.CHECK,
        "Could the subject help sensitive nuclear work or delivery systems?",
    ),
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


def expand_acts(names: list[str]) -> frozenset[str]:
    """Acts with their groups written out. Raises KeyError with the unknown name."""
    acts: set[str] = set()
    for name in names:
        if name not in GROUPS and name not in ACTS:
            raise KeyError(name)
        acts |= GROUPS.get(name, frozenset({name}))
    return frozenset(acts)

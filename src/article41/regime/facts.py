"""Yes/no facts that conditions of the law ask for: what silence means, and the question in words."""

from __future__ import annotations

from article41.regime.silence import Silence

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
    "duty_refused": (
        Silence.CLAIMED,
        "Does the one who is bound propose not to do what the duty asks?",
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

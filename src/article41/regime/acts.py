"""The acts the law speaks of, and the groups of them that its data may name at once."""

from __future__ import annotations

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
    "release-ship": "let a ship go that is impounded, or would have to be",
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


def expand_acts(names: list[str]) -> frozenset[str]:
    """Acts with their groups written out. Raises KeyError with the unknown name."""
    acts: set[str] = set()
    for name in names:
        if name not in GROUPS and name not in ACTS:
            raise KeyError(name)
        acts |= GROUPS.get(name, frozenset({name}))
    return frozenset(acts)

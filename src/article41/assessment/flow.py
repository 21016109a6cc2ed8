"""Which way the goods go: from the DPRK, to it, or neither; None where that is left open."""

from __future__ import annotations

from article41.assessment.transaction import Transaction

UNKNOWN = "unknown"
"""What a clerk writes for an origin he asked for in vain."""
PORTS = {"rajin": frozenset({"rajin", "najin", "rason", "rajin-sonbong", "rajin (rason)", "kprjn"})}
"""Ports the law names, as people write them."""


def flow_of(tx: Transaction) -> str | None:
    """from-dprk, to-dprk, neither, or None when the stated places leave it open."""
    if tx.flow is not None:
        return tx.flow
    if tx.to.country == "KP":
        return "to-dprk"
    if _resold_at_home(tx):
        return "neither"
    if "transport" in tx.act and any(ship.flag == "KP" for ship in tx.ships):
        return "from-dprk"  # the DPRK may not supply by its flag vessels either, whatever the origin
    crossed = any(
        spot.country == "KP" or (spot.port or "").lower() in PORTS["rajin"] for spot in (*tx.via, tx.from_)
    )
    if crossed or tx.origin == "KP" or tx.from_.country == "KP":
        return "from-dprk"  # what leaves from a DPRK port comes from there, whatever its origin
    for party in tx.parties:
        if party.country == "KP" and party.role in ("buyer", "consignee", "importer", "recipient"):
            return "to-dprk"
        if party.country == "KP" and party.role in ("seller", "shipper", "exporter", "supplier"):
            return "from-dprk"
    if tx.to.country is not None and (tx.origin or tx.from_.country) not in (None, UNKNOWN):
        return "neither"
    return None


def _resold_at_home(tx: Transaction) -> bool:
    """Goods imported earlier and now sold within the country: no longer a purchase from the DPRK."""
    imported, conduct = tx.dates.import_, tx.dates.conduct
    at_home = tx.from_.country is not None and tx.from_.country == tx.to.country != "KP"
    return at_home and imported is not None and conduct is not None and imported < conduct

"""The facts of a case: what a trade clerk, bank, shipper or aid agency can state. All may be missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 - a field is called `date`
from typing import Any, ClassVar, Literal

from article41.types import Confidence

Stated = bool | Literal["unknown"] | None
"""yes, no, unknown (asked, not known), or not stated."""

ShipListed = tuple[Literal["port-ban", "deflag", "freeze"], ...] | Stated
"""Measures a ship is listed for, or yes, no, unknown, or not stated."""

_CONFIG: dict[str, Any] = {"extra": "forbid", "use_attribute_docstrings": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The days that matter."""

    __pydantic_config__: ClassVar[Any] = _CONFIG

    conduct: Day | None = None
    """The day it happens (delivery, payment, port call, hiring...)."""
    contract: Day | None = None
    """The day the written contract was signed; `none` where there is no written contract."""
    import_: Day | None = None
    """Written `import`: the day the goods enter the importing territory."""
    contract_written: bool = True
    """Whether the contract is in writing; wind-downs need that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place: country and port."""

    __pydantic_config__: ClassVar[Any] = _CONFIG

    country: str | None = None
    """ISO 3166 two-letter code; KP is the DPRK."""
    port: str | None = None
    """Name of the port, e.g. Rajin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number with its unit: t, kg, barrel, l, m3, gallon, item; or a currency code."""

    __pydantic_config__: ClassVar[Any] = _CONFIG

    amount: float
    """Not negative."""
    unit: str
    """Unit or ISO currency code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsItem:
    """One line of goods, by HS code, by words, or both."""

    __pydantic_config__: ClassVar[Any] = _CONFIG

    words: str | None = None
    """The goods in plain words: frozen squid, diesel, school uniforms."""
    hs: str | None = None
    """HS code of 2 to 10 digits, quoted: "0307.43"."""
    hs_revision: int | None = None
    """Edition of the HS the code is from: 2002, 2007, 2012, 2017 or 2022."""
    is_: tuple[str, ...] = ()
    """Written `is`: goods sets you know it belongs to, e.g. [wmd-2016], [luxury], [small-arms]; `unknown`
    where it was asked in vain whether a control list names it, `uncontrolled` where it was held against
    the lists and none names it."""
    quantity: Amount | None = None
    """How much: {amount: 500, unit: barrel} or "500 barrels"."""
    value: Amount | None = None
    """Total value: {amount: 12000, unit: USD} or "12000 USD"."""
    item_value: Amount | None = None
    """Value of one item, for luxury goods with a threshold."""
    new: Stated = None
    """Whether the goods are new (as opposed to used)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A person, company or body involved."""

    __pydantic_config__: ClassVar[Any] = _CONFIG

    name: str | None = None
    """Name as in the papers. An exact listed name is recognised as listed."""
    role: str | None = None
    """buyer, seller, payer, payee, shipper, consignee, owner, operator, insurer, worker, student..."""
    kind: str | None = None
    """person, company, bank, government, official, diplomat, mission, worker, un, ngo, ship-owner."""
    country: str | None = None
    """Country of residence or registration, two letters."""
    nationality: str | None = None
    """For persons; two letters. Taken from `country` when not given."""
    listed: Stated = None
    """Whether the party is on the 1718 list on the day of conduct."""
    acts_for_listed: Stated = None
    """Whether it acts for, or at the direction of, a listed party."""
    owned_by_listed: Stated = None
    """Whether it is owned or controlled by a listed party."""
    ref: str | None = None
    """Reference number on the list, e.g. KPe.047."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ship:
    """A ship (or aircraft) concerned."""

    __pydantic_config__: ClassVar[Any] = _CONFIG

    name: str | None = None
    """Name."""
    imo: str | None = None
    """IMO number, seven digits."""
    flag: str | None = None
    """Flag, two letters; KP is the DPRK."""
    dprk_controlled: Stated = None
    """Owned, controlled or operated by the DPRK (also through others)."""
    suspected: Stated = None
    """Reasonable grounds to link it with banned activity or cargo."""
    listed: ShipListed = None
    """Measures the Committee listed it for; `no`, or `unknown`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """An approval the Committee gave."""

    __pydantic_config__: ClassVar[Any] = _CONFIG

    by: str = "committee-1718"
    """Who approved; committee-1718."""
    date: Day | None = None
    """When; it must be by the day of conduct."""
    until: Day | None = None
    """Last day it is good for, where it lapses."""
    given: Stated = True
    """no or unknown, to say so expressly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice given to the Committee."""

    __pydantic_config__: ClassVar[Any] = _CONFIG

    to: str = "committee-1718"
    """Who was told; committee-1718."""
    who: str | None = None
    """Who told: exporting-state, importing-state, supplier-state, flag-state... or a country."""
    date: Day | None = None
    """When; notices in advance must be before conduct."""
    given: Stated | Literal["not yet"] = True
    """no, not yet or unknown, to say so expressly; a permission that hangs on the notice fails with no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How far a cap is used up in the period, before this transaction."""

    __pydantic_config__: ClassVar[Any] = _CONFIG

    cap: str
    """Measure id or its end: dprk.petroleum.refined, refined, crude, coal."""
    delivered: tuple[Amount, ...] = ()
    """Used so far in the period, in each unit known; `unknown` where it was asked in vain."""
    ceiling: tuple[Amount, ...] = ()
    """The State's own ceiling, where the law takes it from the State's earlier supply (2375, para. 15)."""
    as_of: Day | None = None
    """The day the tally is of."""
    stop_notice: Stated = None
    """Whether the notice that 95 per cent is reached has gone out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedTally(Tally):
    """A tally that nobody stated: taken from the record of deliveries, and treated with more care.

    `least` and `most` are the ends of what the record gives per unit; `told` says in words what it
    is, whose figures and how old; `old` that it is too old or too gappy to lean on; `record` is the
    digest of the record.
    """

    least: tuple[Amount, ...] = ()
    """The least that was declared, per unit."""
    most: tuple[Amount, ...] = ()
    """The most that was declared, per unit."""
    told: str = ""
    """Where it comes from, in words."""
    old: bool = False
    """Whether it is old on the day of conduct, or leaves a declaring State out."""
    confidence: Confidence = Confidence.HIGH
    """The weakest of its figures and of the factors they were converted by."""
    record: str = ""
    """Digest of the record it was taken from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """A case to assess. Leave out what you do not know; write `unknown` for what you asked in vain."""

    __pydantic_config__: ClassVar[Any] = _CONFIG

    id: str = ""
    """Your reference."""
    title: str = ""
    """One line that says what it is."""
    note: str = ""
    """For people; not used in the answer."""
    dates: Dates = field(default_factory=Dates)
    """Days; or give `date:` alone for the day of conduct."""
    act: tuple[str, ...] = ()
    """What is done: one act or several. See `article41 schema acts`."""
    flow: Literal["from-dprk", "to-dprk", "neither"] | None = None
    """Direction of the goods; worked out from `from`, `to` and `origin` when not given."""
    origin: str | None = None
    """Country where the goods originate."""
    from_: Spot = field(default_factory=Spot)
    """Written `from`: where the goods are sent from."""
    to: Spot = field(default_factory=Spot)
    """Where the goods go."""
    via: tuple[Spot, ...] = ()
    """Places in between."""
    amount: Amount | None = None
    """How much money is paid, held or insured, e.g. 500 USD; no rule of the regime turns on it."""
    goods: tuple[GoodsItem, ...] = ()
    """The goods; for a service, the goods it is about."""
    parties: tuple[Party, ...] = ()
    """Everyone involved."""
    ships: tuple[Ship, ...] = ()
    """Ships or aircraft concerned."""
    with_dprk: Stated = None
    """Whether the other side is the DPRK, its nationals or entities; else worked out from parties."""
    subject: tuple[str, ...] = ()
    """Field of study or cooperation, e.g. nuclear-engineering, materials-science."""
    transit_only: Stated = None
    """Whether the goods only crossed the DPRK for export from the port given."""
    approvals: tuple[Approval, ...] = ()
    """Approvals by the 1718 Committee."""
    notices: tuple[Notice, ...] = ()
    """Notices to the 1718 Committee."""
    tallies: tuple[Tally, ...] = ()
    """Running totals of caps."""
    end_use: Literal["civil", "military", "weapons-programme", "unknown"] | None = None
    """What the State found the goods will be used for."""
    facts: dict[str, bool | Literal["unknown"]] = field(default_factory=dict)
    """Yes/no answers to the questions of `article41 schema facts`."""

"""What is found in a text. The labels are those of the schema `article41-news/1`.

Dates are ISO text at the precision that the words support: `2006`, `2017-12`, `2022-03-24`, or an
interval `2017/2024-04`. What the text does not say is None.
"""

from __future__ import annotations

from dataclasses import dataclass

from article41.reader.document import Evidence

STANCES = (
    "strengthen",
    "maintain",
    "enforce",
    "ease",
    "lift",
    "oppose-easing",
    "oppose-strengthening",
    "conditional-relief",
    "monitor",
    "neutral",
)
ACTIONS = ("lift", "end", "ease", "exempt", "impose", "tighten", "raise", "lower", "extend")
STATUSES = ("circulated", "announced", "put-to-vote", "adopted", "vetoed", "shelved")
KINDS = ("draft-resolution", "resolution", "proposal", "request", "statement")
EVENT_TYPES = (
    "nuclear-test",
    "missile-launch",
    "satellite-launch",
    "vote",
    "meeting",
    "summit",
    "cyber-theft",
    "report",
    "illicit-trade",
    "designation",
    "other",
)
FACT_TYPES = (
    "ban",
    "cap",
    "obligation",
    "exemption",
    "trigger",
    "regime",
    "mandate",
    "designation",
    "moratorium",
    "implementation",
    "figure",
    "effect",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """An amount with its unit (barrels, USD, percent, tonnes...); `per` is a period such as year."""

    value: float | int
    unit: str | None = None
    per: str | None = None
    qualifier: str | None = None  # nearly, approx, at-least, at-most
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One position of one speaker. `reported_by` is set when somebody else tells it."""

    speaker: str
    speaker_type: str  # person, unnamed, institution, country
    stance: str
    evidence: tuple[Evidence, ...]
    rule: str
    role: str | None = None
    represents: str | None = None  # a country or organisation by its plain English name
    aliases: tuple[str, ...] = ()
    date: str | None = None
    date_text: str | None = None
    venue: str | None = None
    target: str | None = None
    target_measure: str | None = None
    form: str = "indirect"  # direct, indirect, mixed
    content: str = ""
    condition: str | None = None
    reported_by: str | None = None
    retracted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing a proposal would do to one measure."""

    action: str  # one of ACTIONS
    measure: str  # a measure id of the schema
    evidence: tuple[Evidence, ...]
    rule: str
    values: tuple[Quantity, ...] = ()
    from_values: tuple[Quantity, ...] = ()
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """How a vote went; None where the text does not say."""

    in_favour: int | None = None
    against: int | None = None
    abstain: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A draft, a resolution whose vote is the news, or a wish put forward, with its changes.

    Empty `sponsors` means that the text names none.
    """

    kind: str  # one of KINDS
    sponsors: tuple[str, ...]
    status: str  # one of STATUSES
    changes: tuple[Change, ...]
    evidence: tuple[Evidence, ...]
    rule: str
    date: str | None = None
    resolution: str | None = None  # the number as text
    vote: Votes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened on a day or in a period."""

    type: str  # one of EVENT_TYPES
    evidence: tuple[Evidence, ...]
    rule: str
    date: str | None = None
    date_text: str | None = None
    actors: tuple[str, ...] = ()
    place: str | None = None
    amounts: tuple[Quantity, ...] = ()
    outcome: str | None = None  # adopted, vetoed, pending
    tally: Votes | None = None
    resolution: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What the text states about the law or its working."""

    type: str  # one of FACT_TYPES
    measure: str | None
    evidence: tuple[Evidence, ...]
    rule: str
    value: float | int | None = None
    unit: str | None = None
    per: str | None = None
    qualifier: str | None = None
    resolution: str | None = None
    date: str | None = None
    trigger: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything found in one text. Off topic means: not about this regime, so nothing was sought."""

    name: str
    sha256: str
    on_topic: bool
    dateline: str | None = None  # the day against which relative dates were resolved
    statements: tuple[Statement, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    events: tuple[Event, ...] = ()
    facts: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()
    reader: str = "rules"
    dropped: int = 0  # items left out because their quote is not in the text (model readers)

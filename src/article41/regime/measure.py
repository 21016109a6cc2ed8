"""The derived things: a Measure with its exceptions, provisos, duties and where each comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from article41.regime.conditions import Condition, Leaf, leaves
from article41.regime.limit import Limit
from article41.regime.moments import Moment
from article41.types import Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """A paragraph of a resolution, as lawyers write it."""

    resolution: str
    symbol: str
    para: str
    confidence: Confidence = field(default=Confidence.HIGH, compare=False)
    _hash: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work the hash out once: answers gather cites in sets all the time."""
        object.__setattr__(self, "_hash", hash((self.resolution, self.para)))

    def __hash__(self) -> int:
        return self._hash

    @property
    def ref(self) -> str:
        """The short form used in files: `unsc/2375#16`."""
        return f"{self.resolution}#{self.para}"

    def __str__(self) -> str:
        return f"{self.symbol}, para. {self.para}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What somebody must do: `verb` is notify, report, ask or do; `by` a moment.

    `binds` is that of its own paragraph, which may hang a duty on a call that does not bind.
    """

    who: str
    verb: str
    to: str
    what: str
    by: Moment | None
    cite: Cite
    binds: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsClause:
    """A goods set a measure reaches, above a value per item where the law states one."""

    set: str
    above: float | None = None
    currency: str = ""
    cite: Cite
    leaf: Leaf = field(init=False)
    worth: Leaf | None = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the two questions it asks, once."""
        object.__setattr__(self, "leaf", Leaf("goods", (self.set,), f"goods {self.set}"))
        worth = None
        if self.above is not None:
            value = (self.above, self.currency)
            worth = Leaf("worth", value, f"worth {self.above:g} {self.currency}")
        object.__setattr__(self, "worth", worth)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionRule:
    """A named way out of a measure; `until` is the last day it can be used.

    `acts` limits it to some of the measure's acts; empty means all of them.
    """

    id: str
    kind: str
    when: Condition | None
    since: date
    until: date | None
    duties: tuple[Duty, ...]
    priority: int
    cites: tuple[Cite, ...]
    confidence: Confidence = Confidence.HIGH
    note: str = ""
    acts: frozenset[str] = frozenset()
    where: str = field(default="", compare=False)
    committee_acts: tuple[str, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Note which questions only the Committee's act or a notice to it can answer."""
        keys = [leaf.key for leaf in leaves(self.when) if leaf.predicate in ("approved_by", "notified")]
        object.__setattr__(self, "committee_acts", tuple(keys))


@dataclass(frozen=True, slots=True, kw_only=True)
class Proviso:
    """A condition that must hold for anything permitted under a measure."""

    id: str
    when: Condition
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One step in a measure's history: which paragraph did what, from which day."""

    day: date
    cite: Cite
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One rule of the regime as it stands on a day.

    `flow` is from-dprk, to-dprk, both or none; `since` the first day it was imposed; `cites` the
    paragraphs that make up today's text (the newest restatement first); `history` every step.
    """

    id: str
    title: str
    kind: str
    flow: str
    acts: frozenset[str]
    goods: tuple[GoodsClause, ...]
    when: Condition | None
    binds: bool
    limit: Limit | None
    duties: tuple[Duty, ...]
    attends: frozenset[str]
    nexus: tuple[str, ...]
    since: date
    cites: tuple[Cite, ...]
    part_cites: tuple[tuple[str, Cite], ...]
    exceptions: tuple[ExceptionRule, ...]
    provisos: tuple[Proviso, ...]
    suspended: Cite | None
    history: tuple[Change, ...]
    confidence: Confidence
    notes: tuple[str, ...]
    asks_listing: bool = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Note whether it turns on somebody's being listed, which paragraphs of listings then support."""
        asks = any(leaf.predicate == "listed_party" for leaf in leaves(self.when))
        object.__setattr__(self, "asks_listing", asks)

    def exception(self, exception_id: str) -> ExceptionRule | None:
        """The exception of that id, if the measure has it."""
        return next((rule for rule in self.exceptions if rule.id == exception_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """A name put under measures: `kind` is person, entity or vessel; `day` the day of listing."""

    ref: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    imo: str
    measures: tuple[str, ...]
    day: date
    cite: Cite

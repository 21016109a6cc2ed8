"""The shape of an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from operator import attrgetter

from article41.goods.reading import Reading
from article41.regime.measure import Cite
from article41.types import Confidence, Truth


class Outcome(StrEnum):
    """What the law says, the strictest first. Barred: the first two. Never clear: `undetermined`.

    An open question outranks every permission: silence is never clear.
    """

    PROHIBITED = "prohibited"
    NEEDS_APPROVAL = "needs_approval"
    UNDETERMINED = "undetermined"
    PERMITTED_WITHIN_CAP = "permitted_within_cap"
    PERMITTED_IF = "permitted_if"
    EXEMPT = "exempt"
    NOT_COVERED = "not_covered"

    rank: int
    """0 for the strictest. Kept on each member: a batch compares outcomes all the time."""

    @property
    def barred(self) -> bool:
        """Whether it must not happen as things stand."""
        return self in (Outcome.PROHIBITED, Outcome.NEEDS_APPROVAL)

    @staticmethod
    def strictest(outcomes: Iterable[Outcome]) -> Outcome:
        """The overall outcome of several; `not_covered` when there is none."""
        return min(outcomes, key=_RANK, default=Outcome.NOT_COVERED)


for _place, _outcome in enumerate(Outcome):
    _outcome.rank = _place
_RANK = attrgetter("rank")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A node of the reason tree: what was asked, the answer, the value it rests on."""

    text: str
    truth: Truth
    value: str = ""
    parts: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A fact that would help settle the answer: the field to fill in, the question, what hangs on it."""

    fact: str
    field: str
    ask: str
    if_yes: Outcome | None = None
    if_no: Outcome | None = None
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDuty:
    """A duty with its day worked out; `due` None and `when` a word where the law gives no day.

    `stated` is what the case says of a notice that is due: "given on ...", "late: ...", not given.
    """

    who: str
    verb: str
    to: str
    what: str
    due: date | None
    when: str
    cite: Cite
    measure: str
    reminder: bool = False
    stated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionTried:
    """An exception considered: whether it holds, and why. `claimed`: somebody stated something for it."""

    id: str
    kind: str
    truth: Truth
    because: str
    cite: Cite
    used: bool = False
    claimed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CapRoom:
    """A cap's room for this transaction, in one unit.

    `told` says where the tally comes from when it was not stated but taken from the record, whose
    digest is `record`.
    """

    unit: str
    ceiling: float
    delivered: float | None
    amount: float | None
    start: date
    end: date
    note: str = ""
    confidence: Confidence = Confidence.HIGH
    told: str = ""
    record: str = ""

    @property
    def before(self) -> float | None:
        """Room left before the transaction."""
        return None if self.delivered is None else self.ceiling - self.delivered

    @property
    def after(self) -> float | None:
        """Room left after it; negative when the ceiling is passed."""
        if self.before is None or self.amount is None:
            return None
        return self.before - self.amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What is told of a finding: its sentence, its reason tree, the exceptions tried, notes."""

    because: str
    reason: Reason
    exceptions: tuple[ExceptionTried, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """The answer of one measure. What is missing and its account are made when first read, and kept."""

    measure: str
    title: str
    outcome: Outcome
    binds: bool
    cites: tuple[Cite, ...]
    duties: tuple[DueDuty, ...]
    room: tuple[CapRoom, ...]
    confidence: Confidence
    item: str
    asks: Callable[[], tuple[Missing, ...]] = field(compare=False, repr=False)
    told: Callable[[tuple[Missing, ...]], Account] = field(compare=False, repr=False)

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """The facts that would settle an open finding, those that settle it alone first."""
        return self.asks()

    @cached_property
    def account(self) -> Account:
        """The whole account of how the outcome came about."""
        return self.told(self.missing)

    @property
    def because(self) -> str:
        """The outcome in one sentence, with its paragraph."""
        return self.account.because


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """An adverse fact taken as absent because nobody stated it: to be checked before relying on this."""

    fact: str
    ask: str
    cites: tuple[Cite, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """The whole answer to one transaction. `day` None: not stated, so that no law could be chosen.

    `goods` says how each line of goods was read, which matters most where nothing was found to reach it.
    """

    id: str
    title: str
    day: date | None
    known_on: date | None
    outcome: Outcome
    findings: tuple[Finding, ...]
    goods: tuple[Reading, ...]
    duties: tuple[DueDuty, ...]
    assumed: tuple[str, ...]
    confidence: Confidence
    fingerprint: str
    asks: Callable[[], tuple[Missing, ...]] = field(compare=False, repr=False)
    unsaid: Callable[[], tuple[Check, ...]] = field(compare=False, repr=False)

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """Adverse facts that silence alone made false; worked out when first read, and kept."""
        return self.unsaid()

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """The facts that would settle the answer, fewest first; worked out when first read, and kept."""
        return self.asks()

    @property
    def because(self) -> str:
        """The overall outcome in words: the first finding that decides, the others by paragraph."""
        if self.day is None:
            return "The day of conduct is not stated, so it is not known which law applies."
        deciding = [finding for finding in self.findings if finding.outcome is self.outcome]
        if self.outcome is Outcome.NOT_COVERED:
            calls = [finding.because for finding in deciding if not finding.binds]
            return " ".join([f"No measure in force on {self.day} reaches this.", *calls])
        if not deciding:
            return "What is being done is not stated."
        if len(deciding) == 1:
            return deciding[0].because
        others = ", ".join(str(finding.cites[0]) for finding in deciding[1:])
        return f"{deciding[0].because} Also: {others}."

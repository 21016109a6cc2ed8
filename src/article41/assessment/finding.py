"""The shape of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from article41.regime.measure import Cite
from article41.types import Confidence, Truth


class Outcome(StrEnum):
    """What the law says. Barred: the first two. Never clear: `undetermined`."""

    PROHIBITED = "prohibited"
    NEEDS_APPROVAL = "needs_approval"
    PERMITTED_WITHIN_CAP = "permitted_within_cap"
    PERMITTED_IF = "permitted_if"
    EXEMPT = "exempt"
    UNDETERMINED = "undetermined"
    NOT_COVERED = "not_covered"

    @property
    def barred(self) -> bool:
        """Whether it must not happen as things stand."""
        return self in (Outcome.PROHIBITED, Outcome.NEEDS_APPROVAL)


STRICTEST_FIRST = (
    Outcome.PROHIBITED,
    Outcome.NEEDS_APPROVAL,
    Outcome.UNDETERMINED,
    Outcome.PERMITTED_WITHIN_CAP,
    Outcome.PERMITTED_IF,
    Outcome.EXEMPT,
    Outcome.NOT_COVERED,
)
"""For the overall outcome. An open question outranks every permission: silence is never clear."""

RANK = {outcome: place for place, outcome in enumerate(STRICTEST_FIRST)}


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
    """A duty with its day worked out; `due` None and `when` a word where the law gives no day."""

    who: str
    verb: str
    to: str
    what: str
    due: date | None
    when: str
    cite: Cite
    measure: str
    reminder: bool = False


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
class Finding:
    """The answer of one measure."""

    measure: str
    title: str
    outcome: Outcome
    binds: bool
    cites: tuple[Cite, ...]
    because: str
    reason: Reason
    exceptions: tuple[ExceptionTried, ...] = ()
    duties: tuple[DueDuty, ...] = ()
    missing: tuple[Missing, ...] = ()
    room: tuple[CapRoom, ...] = ()
    confidence: Confidence = Confidence.HIGH
    notes: tuple[str, ...] = ()
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """An adverse fact taken as absent because nobody stated it: to be checked before relying on this."""

    fact: str
    ask: str
    cites: tuple[Cite, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The whole answer to one transaction."""

    id: str
    title: str
    day: date | None
    known_on: date | None
    outcome: Outcome
    because: str
    findings: tuple[Finding, ...]
    missing: tuple[Missing, ...]
    duties: tuple[DueDuty, ...]
    checks: tuple[Check, ...]
    assumed: tuple[str, ...]
    confidence: Confidence
    fingerprint: str

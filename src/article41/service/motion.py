"""From a text of the law to a motion before the Council: its direction is read off the regime's own diff."""

from __future__ import annotations

from datetime import date, timedelta

from article41.council.motion import Motion
from article41.council.record import Record
from article41.council.stance import Direction
from article41.drafting.words import words_for
from article41.errors import UnknownNameError
from article41.regime import diff as regime_diff
from article41.regime.fold import suppose
from article41.regime.instrument import Delist, Designate, Mandate, Require, Resolution
from article41.regime.law import Law
from article41.regime.regime import Regime

_TIGHTER = {regime_diff.Direction.ADDED, regime_diff.Direction.TIGHTENED}
_LOOSER = {regime_diff.Direction.ENDED, regime_diff.Direction.LOOSENED}
CLEARLY = 2
"""How many times as many measures must move one way before a mixed text is read as going that way."""


def motion_of(text: Resolution, law: Law, record: Record, direction: Direction | None = None) -> Motion:
    """The motion that a text is. `direction` overrides what the record or the law says of it.

    Raises UnknownNameError where a text both tightens and eases, and nothing says which weighs more.
    """
    tabled = record.draft(text.id)
    vote = record.vote_on(text.id)
    if direction is None:
        known = tabled.direction if tabled else vote.kind.direction if vote else None
        direction = known or direction_of(text, law)
    names = {text.id, text.id.split("/")[-1], text.symbol, vote.draft if vote else ""}
    sponsors = tabled.sponsors if tabled else tuple(text.penholder.upper().replace(",", " ").split())
    return Motion(
        id=text.id,
        title=text.title,
        direction=direction,
        sponsors=sponsors,
        names=frozenset(name.lower() for name in names if name),
        measures=words_for(measures_of(text, law)),
        tabled=tabled.known_by if tabled else None,
    )


def measures_of(text: Resolution, law: Law) -> set[str]:
    """Ids of the measures, and bodies, that a text's operations name."""
    known = {target for old in law.resolutions for one in old.operations() for target in one.targets}
    named: set[str] = set()
    for operation in text.operations():
        for target in operation.targets:
            named |= {one for one in known if target.endswith("*") and one.startswith(target[:-1])}
            named.add(target)
    return {name for name in named if "*" not in name and name != "dprk"}


def direction_of(text: Resolution, law: Law) -> Direction:
    """Which way a text moves the regime, by the diff of the law without it and with it."""
    operations = tuple(text.operations())
    if any(isinstance(operation.body, Mandate) for operation in operations) and all(
        isinstance(operation.body, Mandate | Require) for operation in operations
    ):
        return Direction.MAINTAIN
    tighter, looser = _touched(text, law)
    tighter += sum(isinstance(operation.body, Designate) for operation in operations)
    looser += sum(isinstance(operation.body, Delist) for operation in operations)
    if not tighter and not looser:
        return Direction.NEUTRAL
    if max(tighter, looser) < CLEARLY * min(tighter, looser):
        raise UnknownNameError(
            f"{text.symbol or text.id} both tightens and eases",
            hint="say which weighs more: --direction strengthen, or --direction ease",
        )
    return Direction.STRENGTHEN if tighter > looser else Direction.EASE


def _touched(text: Resolution, law: Law) -> tuple[int, int]:
    """How many measures a text tightens or adds, and how many it eases or ends."""
    before, after = _regimes(text, law)
    changes = regime_diff.diff(before, after)
    rows = [change for change in changes if not change.field.startswith("designation ")]
    tighter = {change.measure for change in rows if change.direction in _TIGHTER}
    looser = {change.measure for change in rows if change.direction in _LOOSER}
    return len(tighter), len(looser)


def _regimes(text: Resolution, law: Law) -> tuple[Regime, Regime]:
    """The regime without a text and with it, on the day its last operation begins."""
    if text.status == "adopted":
        assert text.adopted is not None
        eve = text.adopted - timedelta(days=1)
        return law.regime(text.adopted, eve), law.regime(text.adopted, text.adopted)
    draft = suppose(text, _tabled(text))
    starts = [operation.start.resolve({}) for operation in draft.bound]
    day = max(start for start in (*starts, _tabled(text)) if start is not None)
    return law.regime(day), law.regime(day, drafts=(draft,))


def _tabled(text: Resolution) -> date:
    """The day from which to suppose a draft: when it was tabled, or the first of its month or year."""
    written = text.tabled or "2026"
    return date.fromisoformat(written + {4: "-01-01", 7: "-01"}.get(len(written), ""))

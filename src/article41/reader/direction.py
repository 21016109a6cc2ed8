"""Which way the drafts of a text go, and whether a new ceiling lowers an old one."""

from __future__ import annotations

import re
from dataclasses import replace

from article41.reader.cues import Ground, cues
from article41.reader.items import Change, Fact, Proposal, Quantity
from article41.reader.relief import relief_in

_FAMILY = frozenset({"impose", "tighten"})


_OF_OLD = ("impos", "unilateral")  # what is said of sanctions there are as well
_LEAD = 500  # characters; a text says early what it is about
_EASE = frozenset({"lift", "end", "ease", "exempt", "raise"})


def ground_of(found: tuple[Proposal, ...], text: str) -> Ground:
    """Which way the drafts of a text go: ease, strengthen, extend, or not to be told."""
    for proposal in found:
        granted = proposal.kind == "request" and proposal.status == "adopted"
        if granted and all(change.action in _EASE for change in proposal.changes):
            return Ground(draft="ease", adopted=True)
    drafts = [p for p in found if p.kind in ("draft-resolution", "resolution") and p.changes]
    if drafts:
        others = tuple((p.sponsors, _way(p)) for p in drafts)
        way = others[0][1]
        adopted = way == "strengthen" and drafts[0].status == "adopted"
        return Ground(draft=way, adopted=adopted, others=others)
    if re.search(
        r"\b(?:mandate|panel)\b[^\n]{0,80}\b(?:veto|renew|exten)|\bveto\w*[^\n]{0,100}\b(?:panel"
        r"|monitor|mandate)",
        text[:20_000],
        re.I,
    ):
        return Ground(draft="extend")
    if re.search(
        r"\bveto\w*[^.]{0,100}\b(?:new sanctions|tighten|strengthen|tougher|more sanctions)",
        text[:20_000],
        re.I,
    ):
        return Ground(draft="strengthen")
    if re.search(
        r"\b(?:voted|adopted|approved|passed|imposed|tightened|slapped"
        r"|agreed)\b[^\n.;]{0,120}\b(?:resolution|sanctions|measures)|\b(?:resolution"
        r"|sanctions)\b[^\n.;]{0,80}\b(?:adopted|approved|passed|imposed)\b",
        text[:1500],
        re.I,
    ):
        return Ground(draft="strengthen", adopted=True)
    return _talk_of(text[:_LEAD])


def _way(proposal: Proposal) -> str:
    actions = [change.action for change in proposal.changes]
    if "extend" in actions:
        return "extend"
    return "ease" if 2 * sum(action in _EASE for action in actions) > len(actions) else "strengthen"


def _talk_of(lead: str) -> Ground:
    """Without a draft: what the opening of the text is about, relief or new curbs."""
    low = lead.lower()
    curbs = sum(not match.group().startswith(_OF_OLD) for match in cues()["tighten"].finditer(low))
    relief = 0
    if relief_in(low):
        relief = sum(1 for name in ("lift", "relief") for _ in cues()[name].finditer(low))
    if relief == curbs:
        return Ground()
    return Ground(draft="ease" if relief > curbs else "strengthen", talk=True)


def with_ceilings(found: tuple[Proposal, ...], stated: tuple[Fact, ...]) -> tuple[Proposal, ...]:
    """A new ceiling below one that the text says was in force lowers it."""
    caps = [fact for fact in stated if fact.type == "cap" and fact.value is not None]
    return tuple(
        replace(one, changes=tuple(_lowered(change, caps) for change in one.changes)) for one in found
    )


def _lowered(change: Change, caps: list[Fact]) -> Change:
    if change.action not in _FAMILY or not change.values or change.from_values:
        return change
    new = change.values[0]
    old = [
        c for c in caps if c.measure == change.measure and c.unit == new.unit and (c.value or 0) > new.value
    ]
    if not old:
        return change
    before = Quantity(value=old[0].value or 0, unit=old[0].unit, per=old[0].per, qualifier=old[0].qualifier)
    return replace(
        change, action="lower", from_values=(before,), rule=f"{change.rule} change:below-the-old-ceiling"
    )

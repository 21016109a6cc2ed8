"""One text put forward, as it grows from sentence to sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from article41.reader.changes import changes_in
from article41.reader.dates import DateFound
from article41.reader.document import Document, Evidence
from article41.reader.items import Change, Proposal, Votes
from article41.reader.measures import measures_in
from article41.reader.patterns import pattern
from article41.reader.quantities import quantities_in, yearly
from article41.reader.segment import Sentence

_EARLIER = pattern("proposals", "earlier")
_HELD = pattern("proposals", "held")
_ORDER = ("", "announced", "circulated", "put-to-vote", "shelved", "adopted", "vetoed")
_CEILINGS = frozenset({"impose", "lower", "raise", "tighten"})


@dataclass(slots=True)
class Group:
    """What was read so far about one text."""

    kind: str
    sponsors: list[str]
    status: str
    evidence: list[Evidence]
    rule: str
    date: DateFound | None = None
    resolution: str | None = None
    vote: Votes | None = None
    changes: list[Change] = field(default_factory=list)
    paragraph: int = 0
    year: str = ""


def same_text(group: Group, new: Group) -> bool:
    """Whether a sentence goes on about a text met before: sponsors shared or unsaid, dates not apart."""
    if _EARLIER.search(new.evidence[0].quote) or _EARLIER.search(group.evidence[0].quote[:200]):
        return False
    if not (_is_draft(group) and _is_draft(new)):
        granted = group.rule == new.rule == "proposal:granted" and not (group.sponsors and new.sponsors)
        return group.kind == new.kind and (granted or group.sponsors == new.sponsors)
    if group.sponsors and new.sponsors and not set(group.sponsors) & set(new.sponsors):
        return False
    one, two = (group.date.iso if group.date else None), (new.date.iso if new.date else None)
    if two and not one and group.year and not two.startswith(group.year):
        return False
    if one and two and one[:4] != two[:4]:
        return False
    return not (one and two and len(one) == 7 and len(two) == 10 and not two.startswith(one))


def _is_draft(group: Group) -> bool:
    asked = group.rule == "proposal:request" and "ommittee" not in group.evidence[0].quote
    return group.kind in ("draft-resolution", "resolution") or group.rule == "proposal:draft" or asked


def join(host: Group, new: Group) -> None:
    """Adds to a text what another sentence tells about it."""
    host.status = max(host.status, new.status, key=_ORDER.index)
    if host.kind in ("proposal", "request"):
        host.kind, host.rule = new.kind, new.rule
    host.kind = "resolution" if host.status == "adopted" and host.kind != "request" else host.kind
    host.sponsors = host.sponsors or new.sponsors
    host.vote, host.resolution = host.vote or new.vote, host.resolution or new.resolution
    host.date = host.date or new.date
    host.changes.extend(c for c in new.changes if c.measure not in {old.measure for old in host.changes})
    host.evidence.extend(new.evidence)


def take(group: Group, document: Document, sentence: Sentence) -> None:
    """Adds the changes that a sentence names; of one measure the fuller telling stays."""
    for change in changes_in(document, sentence):
        if group.status == "vetoed" and change.measure == "panel-of-experts":
            change = replace(change, action="extend")  # the veto shuts it down, the text would have kept it
        at = next((n for n, c in enumerate(group.changes) if c.measure == change.measure), None)
        inspected = any(c.measure == "cargo-inspection" for c in group.changes)
        if change.measure == "maritime-measures" and inspected:
            continue
        if at is None:
            group.changes.append(change)
        elif _better(change, group.changes[at]):
            group.changes[at] = change
    _amount_alone(group, document, sentence)


def _needs_sponsor(group: Group) -> bool:
    """A plan of nobody's is none; a draft of the Council may have sponsors that a text leaves unsaid."""
    if group.rule == "proposal:granted" and any(c.measure != "humanitarian-exemption" for c in group.changes):
        return False
    return group.kind in ("proposal", "request")


def _better(new: Change, old: Change) -> bool:
    """A ceiling in figures says more than a share or a bare verb."""
    return bool(new.values) and (
        not old.values or (old.values[0].unit == "percent" and new.values[0].unit != "percent")
    )


def _amount_alone(group: Group, document: Document, sentence: Sentence) -> None:
    """`It holds yearly sales to 7.5 million tonnes`: the amount of the one ceiling told before."""
    amounts = [q for _, q in quantities_in(sentence.flat) if q.unit in ("barrels", "tonnes")]
    bare = [n for n, c in enumerate(group.changes) if not _in_figures(c) and c.action in _CEILINGS]
    if len(bare) != 1 or not amounts or not _HELD.search(sentence.flat):
        return
    if any(map(_in_figures, group.changes)):
        return
    change = group.changes[bare[0]]
    others = (m.id for m in measures_in(sentence.flat[:60]) if m.id != change.measure)
    if any(name.endswith(("-export", "petroleum", "oil")) for name in others):
        return
    amount = amounts[0] if amounts[0].per or not yearly(sentence.flat) else replace(amounts[0], per="year")
    group.changes[bare[0]] = replace(
        change,
        values=(amount,),
        evidence=(*change.evidence, document.evidence(sentence.start, sentence.end)),
        rule=f"{change.rule} change:amount-follows",
    )


def _in_figures(change: Change) -> bool:
    return bool(change.values) and change.values[0].unit != "percent"


def tidied(groups: Iterable[Group]) -> list[Group]:
    """The texts of which anything is known, without the general word where special measures are named."""
    kept = []
    groups = list(groups)
    drafted = next((g.sponsors for g in groups if g.kind == "draft-resolution" and g.sponsors), [])
    for group in groups:
        if group.status == "adopted" and group.kind == "resolution":
            group.sponsors = group.sponsors or drafted  # "the original American draft" of what was passed
        special = [c for c in group.changes if c.measure != "sanctions-regime"]
        if special and group.status != "shelved":
            group.changes = special
        if {"crude-oil", "refined-petroleum"} & {c.measure for c in group.changes}:
            group.changes = [c for c in group.changes if c.measure != "oil-supply"]
        if group.changes and (group.sponsors or not _needs_sponsor(group)):
            kept.append(group)
    return kept


def finished(group: Group) -> Proposal:
    """The text as an item of the reading."""
    return Proposal(
        kind=group.kind,
        sponsors=tuple(group.sponsors),
        status=group.status or ("announced" if group.kind == "proposal" else "circulated"),
        changes=tuple(group.changes),
        evidence=tuple(group.evidence),
        rule=group.rule,
        date=group.date.iso if group.date else None,
        resolution=group.resolution,
        vote=group.vote,
    )

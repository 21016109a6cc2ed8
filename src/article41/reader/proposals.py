"""Proposals: drafts, resolutions whose vote is the news, requests and offers, with what each would change."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from article41.reader.actors import sentence_actors
from article41.reader.changes import changes_by_reference, changes_in
from article41.reader.dates import DateFound, dates_in
from article41.reader.document import Document, Evidence
from article41.reader.items import Change, Proposal, Votes
from article41.reader.measures import measures_in
from article41.reader.patterns import pattern
from article41.reader.quantities import quantities_in, yearly
from article41.reader.segment import Paragraph, Sentence
from article41.reader.sponsors import named_by, named_by_adjective, sponsors
from article41.reader.votes import ADOPTED, VETOED, tally

_CUE = pattern("proposals", "cue")
_TEXT_WORDS = re.compile(r"draft|resolution|ropos|motion|text|plan|document|amendment|initiative|bid|print")
_ADOPTED = pattern("proposals", "adopted")
_COUNCIL = pattern("proposals", "council")
_GOES_ON = pattern("proposals", "goes_on")
_WOULD = pattern("proposals", "would")
_ABOUT_TEXT = pattern("proposals", "about_text")
_REQUEST = pattern("proposals", "request")
_OFFER = pattern("proposals", "offer")
_WISH = pattern("proposals", "wish")
_EFFECT = re.compile(r"\bto (?:that|the same|this) effect\b|\bsimilar\b|\bsuch a\b|\bthe same\b", re.I)
_SHELVED = pattern("proposals", "shelved")
_ANNOUNCED = pattern("proposals", "announced")
_TO_VOTE = pattern("proposals", "to_vote")
_EARLIER = pattern("proposals", "earlier")


@dataclass(slots=True)
class _Group:
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


def proposals(document: Document, blocks: list[Paragraph], anchor: date | None) -> tuple[Proposal, ...]:
    """The proposals of a text, in its order."""
    groups: list[_Group] = []
    running = [block for block in blocks if not block.head]
    for place, block in enumerate(running):
        for sentence in block.sentences:
            _sentence(document, sentence, place, anchor, groups)
    return tuple(_proposal(group) for group in _tidied(groups))


def _sentence(
    document: Document, sentence: Sentence, place: int, anchor: date | None, groups: list[_Group]
) -> None:
    text = sentence.flat
    dates = dates_in(text, anchor)
    new = _started(document, sentence, place, anchor, dates)
    if new is not None:
        new.year = str(anchor.year) if anchor else ""
        if new.kind in ("draft-resolution", "resolution"):
            new.sponsors = [name for name in new.sponsors if name not in ("North Korea", "United Nations")]
        host = next((g for g in groups if _same_text(g, new)), None)
        if host is not None:
            _join(host, new)
            new = host
        else:
            groups.append(new)
        _take(new, document, sentence)
        if not new.changes and new.kind == "draft-resolution":
            new.changes.extend(changes_by_reference(document, sentence))
        if _EFFECT.search(text) and not new.changes and new is not host:
            _to_that_effect(new, groups, document, sentence)
        return
    if groups and place - groups[-1].paragraph <= 3 and _goes_on(sentence, groups[-1], place):
        group = groups[-1]
        before = len(group.changes)
        _take(group, document, sentence)
        named_again = place - group.paragraph <= 1 and _SUBJECT.match(sentence.flat)
        if len(group.changes) > before or named_again:
            group.paragraph = place
        found = sentence_actors(sentence)
        group.sponsors = group.sponsors or named_by(sentence, found) or named_by_adjective(sentence, found)


def _goes_on(sentence: Sentence, group: _Group, place: int) -> bool:
    """Whether a sentence goes on telling what a text does: its subject is the text, or what it orders."""
    text = sentence.flat
    if sum(token.quoted for token in sentence.tokens) > 0.3 * len(sentence.tokens):
        return False
    if any(a.kind in ("person", "unnamed") and not a.bare for a in sentence_actors(sentence)[:1]):
        return False
    if _SUBJECT.match(text) or _LISTED.match(text):
        return True
    if place == group.paragraph and _WOULD.search(text):
        return True
    return bool(_GOES_ON.match(text) and _WOULD.search(text) and _ABOUT_TEXT.search(text))


_SUBJECT = pattern("proposals", "subject")
_LISTED = re.compile(r"\s*(?:[-–—•*·▪]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s+\w")  # an item of a list


def _started(
    document: Document, sentence: Sentence, place: int, anchor: date | None, dates: tuple[DateFound, ...]
) -> _Group | None:
    """A group where this sentence speaks of a text, a vote, a request or an offer; else None."""
    text = sentence.flat
    evidence = [document.evidence(sentence.start, sentence.end)]
    number = re.search(r"[Rr]esolution (?:No\. )?(\d{4})\b", text)
    news = _is_vote_news(text, dates, anchor, place)
    if news:
        return _Group(
            "resolution" if news == "adopted" else "draft-resolution",
            sponsors(sentence, voted_down=news == "vetoed"), news, evidence, "proposal:vote",
            _vote_day(text, dates), number.group(1) if number else None, tally(text), paragraph=place,
        )  # fmt: skip
    if (
        _TEXT_WORDS.search(text)
        and _CUE.search(text)
        and not (number and not re.search(r"\bdraft|propos|circulat|tabl", text))
    ):
        if re.search(r"\badopt|\bpassed\b", text) and not re.search(r"draft|propos", text, re.I):
            return None
        status = _status(text)
        kind = "draft-resolution" if re.search(r"\b(?:draft|resolution|text)\b", text, re.I) else "proposal"
        return _Group(
            kind, sponsors(sentence), status, evidence, "proposal:draft", _day(dates), paragraph=place
        )
    low = text.lower()
    if ("committee" in low or "council" in low) and _REQUEST.search(text) and sponsors(sentence):
        return _Group(
            "request",
            sponsors(sentence),
            "circulated",
            evidence,
            "proposal:request",
            _day(dates),
            paragraph=place,
        )
    if ("exchange" in low or "return" in low or " if " in low) and _OFFER.search(text):
        return _Group(
            "proposal",
            sponsors(sentence),
            "announced",
            evidence,
            "proposal:offer",
            _day(dates),
            paragraph=place,
        )
    if _WISH.search(sentence.masked) and changes_in(document, sentence):
        made = _Group(
            "proposal",
            sponsors(sentence),
            "announced",
            evidence,
            "proposal:wish",
            _day(dates),
            paragraph=place,
        )
        special = any(c.measure != "sanctions-regime" for c in changes_in(document, sentence))
        return made if made.sponsors and special else None
    return None


def _is_vote_news(text: str, dates: tuple[DateFound, ...], anchor: date | None, place: int) -> str:
    """`adopted` or `vetoed` where a vote on the regime is the news of the text; empty for background."""
    if (
        not _ADOPTED.search(text)
        or not _COUNCIL.search(text)
        or re.search(
            r"\b[Cc]ommittee\b[^.;]{0,20}\b(?:approved|adopted|agreed)|\bGeneral Assembly\b"
            r"|\bCongress\b|\bparliament\b|\bwould veto|\bthreaten\w* to veto",
            text,
        )
    ):
        return ""
    vetoed = VETOED.search(text)
    if not vetoed and not (
        ADOPTED.search(text)
        and re.search(
            r"\bresolution|\bsanctions|\btext\b|\bmandate\b|\bmeasures\b|\bdraft\b|\bembargo", text, re.I
        )
    ):
        return ""
    if not vetoed and re.search(
        r"\b(?:last|previously|earlier|since) (?:adopted|passed|approved|imposed)\b|\bnever\b"
        r"|\bnot (?:adopted|passed)",
        text,
    ):
        return ""
    when = _day(dates)
    if when is not None and when.iso and anchor is not None:
        if not _recent(when.iso, anchor):
            return ""
    elif place > 1:
        return ""
    if not vetoed and not re.search(
        r"\bvot|\badopt|\bpass|\bapprov|\bunanim|\btighten|\bimposed|\bslapped|\brenewed|\bextended",
        text,
        re.I,
    ):
        return ""
    if not vetoed and re.search(
        r"\bTo vote\b|\b(?:will|to|would|may|could|is expected to) (?:vote|adopt|approve)\b", text
    ):
        return ""
    return "vetoed" if vetoed else "adopted"


def _recent(iso: str, anchor: date) -> bool:
    last = iso.rsplit("/", 1)[-1]
    if len(last) == 10:
        return timedelta(days=-1) <= anchor - date.fromisoformat(last) <= timedelta(days=12)
    return False


def _status(text: str) -> str:
    if VETOED.search(text) and not re.search(r"would veto|threat", text):
        return "vetoed"
    if _SHELVED.search(text):
        return "shelved"
    if _TO_VOTE.search(text):
        return "put-to-vote"
    return "announced" if _ANNOUNCED.search(text) else "circulated"


def _day(dates: tuple[DateFound, ...]) -> DateFound | None:
    dates = tuple(d for d in dates if not d.of_what_follows)
    return next((d for d in dates if d.iso and not re.match(r"(?:by|until|since|from) ", d.text, re.I)), None)


def _vote_day(text: str, dates: tuple[DateFound, ...]) -> DateFound | None:
    cue = re.search(r"\bvot\w*|\badopt\w*|\bveto\w*|\bpassed|\bapproved|\btightened|\bimposed", text)
    usable = [d for d in dates if d.iso and len(d.iso) >= 7 and not d.of_what_follows]
    if cue is None or not usable:
        return usable[0] if usable else None
    return min(usable, key=lambda d: abs(d.start - cue.start()))


# ── sponsors ──────────────────────────────────────────────────────────────────────────────────


# ── putting together ──────────────────────────────────────────────────────────────────────────


def _take(group: _Group, document: Document, sentence: Sentence) -> None:
    for change in changes_in(document, sentence):
        at = next((n for n, c in enumerate(group.changes) if c.measure == change.measure), None)
        if change.measure == "maritime-measures" and any(
            c.measure == "cargo-inspection" for c in group.changes
        ):
            continue
        if at is None:
            group.changes.append(change)
        elif _better(change, group.changes[at]):
            group.changes[at] = change

    _amount_alone(group, document, sentence)


_HELD = pattern("proposals", "held")


def _amount_alone(group: _Group, document: Document, sentence: Sentence) -> None:
    """`It holds yearly sales to 7.5 million tonnes`: the amount of the one ceiling told before."""
    bare = [
        n
        for n, c in enumerate(group.changes)
        if not c.values and c.action in ("impose", "lower", "raise", "tighten")
    ]
    amounts = [q for _, q in quantities_in(sentence.flat) if q.unit in ("barrels", "tonnes")]
    if (
        len(bare) != 1
        or not amounts
        or not _HELD.search(sentence.flat)
        or any(c.values for c in group.changes)
    ):
        return
    if any(
        m.id != group.changes[bare[0]].measure and m.id.endswith(("-export", "petroleum", "oil"))
        for m in measures_in(sentence.flat[:60])
    ):
        return
    change = group.changes[bare[0]]
    amount = amounts[0] if amounts[0].per or not yearly(sentence.flat) else replace(amounts[0], per="year")
    more = document.evidence(sentence.start, sentence.end)
    group.changes[bare[0]] = replace(
        change,
        values=(amount,),
        evidence=(*change.evidence, more),
        rule=f"{change.rule} change:amount-follows",
    )


def _better(new: Change, old: Change) -> bool:
    """A ceiling in figures says more than a share or a bare verb."""
    return bool(new.values) and (
        not old.values or (old.values[0].unit == "percent" and new.values[0].unit != "percent")
    )


def _same_text(group: _Group, new: _Group) -> bool:
    """Whether a sentence goes on about a text met before: sponsors shared or unsaid, dates not apart."""
    if _EARLIER.search(new.evidence[0].quote) or _EARLIER.search(group.evidence[0].quote[:200]):
        return False
    if group.kind in ("request", "proposal") or new.kind in ("request", "proposal"):
        return group.kind == new.kind and group.sponsors == new.sponsors
    if group.sponsors and new.sponsors and not set(group.sponsors) & set(new.sponsors):
        return False
    if (
        not group.date
        and new.date
        and new.date.iso
        and group.year
        and not new.date.iso.startswith(group.year)
    ):
        return False
    one, two = (group.date.iso if group.date else None), (new.date.iso if new.date else None)
    if one and two and one[:4] != two[:4]:
        return False
    return not (one and two and len(one) == 7 and len(two) == 10 and not two.startswith(one))


def _join(host: _Group, new: _Group) -> None:
    order = ("announced", "circulated", "put-to-vote", "shelved", "adopted", "vetoed")
    host.status = max(host.status, new.status, key=order.index)
    host.kind = "resolution" if host.status == "adopted" else host.kind
    host.sponsors = host.sponsors or new.sponsors
    host.vote, host.resolution = host.vote or new.vote, host.resolution or new.resolution
    host.date = host.date or new.date
    host.evidence.extend(new.evidence)
    host.paragraph = new.paragraph


def _to_that_effect(group: _Group, groups: list[_Group], document: Document, sentence: Sentence) -> None:
    evidence = (document.evidence(sentence.start, sentence.end),)
    group.changes.append(
        Change(action="ease", measure="sanctions-regime", evidence=evidence, rule="change:to-that-effect")
    )


def _tidied(groups: Iterable[_Group]) -> list[_Group]:
    kept = []
    for group in groups:
        special = [c for c in group.changes if c.measure != "sanctions-regime"]
        if special and group.status in ("adopted", "circulated", "announced", "vetoed", "put-to-vote"):
            group.changes = special
        if group.changes:
            kept.append(group)
    return kept


def _proposal(group: _Group) -> Proposal:
    return Proposal(
        kind=group.kind,
        sponsors=tuple(group.sponsors),
        status=group.status,
        changes=tuple(group.changes),
        evidence=tuple(group.evidence),
        rule=group.rule,
        date=group.date.iso if group.date else None,
        resolution=group.resolution,
        vote=group.vote,
    )

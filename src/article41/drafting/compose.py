"""From a proposal read in a text to a draft against the law of a day. Deterministic."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from article41.drafting.draft import Draft, DraftParagraph, Written
from article41.drafting.ease import ease, exempt, lift
from article41.drafting.target import Target, aim, cites
from article41.drafting.tighten import extend, impose, set_higher_or_lower, tighten
from article41.drafting.words import MeasureWord, load_words
from article41.errors import UnknownNameError
from article41.reader.document import Evidence
from article41.reader.items import Change, Proposal
from article41.regime.regime import Regime
from article41.types import Basis, Confidence

ACTIONS: dict[str, Callable[[Target], Written]] = {
    "lift": lift,
    "end": lift,
    "ease": ease,
    "exempt": exempt,
    "impose": impose,
    "tighten": tighten,
    "raise": set_higher_or_lower,
    "lower": set_higher_or_lower,
    "extend": extend,
}
_LABELS = {
    "lift": "ends",
    "end": "ends",
    "ease": "eases",
    "exempt": "exempts",
    "impose": "bans",
    "tighten": "tightens",
    "raise": "raises",
    "lower": "lowers",
    "extend": "extends",
}
_NOTE = (
    "Written from a text by a program and not by its sponsors: no official wording is known, and target "
    "paragraphs are inferred. All operations begin on the day of adoption. The paragraph numbers are ours."
)


def compose(
    proposal: Proposal,
    regime: Regime,
    *,
    source: str,
    penholder: str = "",
    number: int = 1,
    unread: tuple[str, ...] = (),
) -> Draft:
    """The draft that a proposal comes to. `source` names the text, `number` its place among proposals.

    Raises UnknownNameError where the proposal says nothing on any measure.
    """
    changes = merged(proposal.changes)
    if not changes:
        raise UnknownNameError(
            f"the proposal in {source} names no measure it would change",
            hint="nothing can be drafted from it; article41 read shows what was found",
        )
    paragraphs: list[DraftParagraph] = []
    ended: set[str] = set()
    for change in changes:
        paragraphs.append(_paragraph(change, regime, len(paragraphs) + 1, ended))
    return Draft(
        id=f"draft/{slug(source)}" + (f"-{number}" if number > 1 else ""),
        symbol=f"Proposal read in {source}",
        title=_title(paragraphs),
        tabled=_tabled(proposal, regime.as_of),
        penholder=penholder.lower(),
        sponsors=proposal.sponsors,
        note=_NOTE + _status(proposal),
        source=source,
        on=regime.as_of,
        paragraphs=tuple(paragraphs),
        unread=unread,
    )


def merged(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes that say the same of the same measure as one, with the evidence of all.

    Full ends come first: what ends needs no easing beside it.
    """
    found: dict[tuple[str, str], Change] = {}
    for change in changes:
        action = "lift" if change.action == "end" else change.action
        key = (action, change.measure)
        held = found.get(key)
        if held is None:
            found[key] = change
        elif not held.values or held.values == change.values or not change.values:
            found[key] = _joined(held, change)
        else:
            found[(f"{action} {len(found)}", change.measure)] = change
    ranked = sorted(found.values(), key=lambda change: change.action not in ("lift", "end"))
    return tuple(ranked)


def _joined(one: Change, other: Change) -> Change:
    evidence = tuple(dict.fromkeys((*one.evidence, *other.evidence)))
    return Change(
        action=one.action,
        measure=one.measure,
        evidence=evidence,
        rule=one.rule,
        values=one.values or other.values,
        from_values=one.from_values or other.from_values,
        until=one.until or other.until,
    )


def _paragraph(change: Change, regime: Regime, number: int, ended: set[str]) -> DraftParagraph:
    word = load_words().get(change.measure) or _unknown(change.measure)
    target = aim(change, word, regime)
    no_day = change.until is not None and (target.until is None or target.until < target.day)
    written = _no_last_day(target) if no_day else _unless_ended(ACTIONS[change.action](target), ended)
    questions = tuple(dict.fromkeys((*written.questions, *_asked(target, written))))
    for operation in written.operations:
        ended |= {operation["terminate"]} if "terminate" in operation else set()
    return DraftParagraph(
        para=f"c{number}",
        gist=written.gist,
        action=change.action,
        word=word.id,
        operations=written.operations,
        acts_on=cites(target) if written.operations else (),
        evidence=_in_order(change.evidence),
        questions=questions,
        confidence=_confidence(word, questions),
    )


def _no_last_day(target: Target) -> Written:
    """A change for a time whose last day is not known, or is past: without it, it would last for ever."""
    until = target.change.until
    why = f"{until} lies before {target.day}." if target.until else f"Until {until}: which is the last day?"
    return Written(gist=f"Would {target.change.action} {target.word.title} for a time.", questions=(why,))


def _unknown(measure: str) -> MeasureWord:
    ask = "The word is not in our map from the press to the law: which measure is meant?"
    return MeasureWord(id=measure, title=measure.replace("-", " "), measures=(), ask=ask)


def _unless_ended(written: Written, ended: set[str]) -> Written:
    """What is left of a change where an earlier paragraph ends the measure."""
    kept = []
    for operation in written.operations:
        targets = next(iter(operation.values()))
        names = targets if isinstance(targets, list) else [targets]
        alive = [name for name in names if not _covered(name, ended)]
        if alive:
            verb = next(iter(operation))
            kept.append({**operation, verb: alive[0] if len(alive) == 1 else alive})
    if len(kept) == len(written.operations):
        return Written(gist=written.gist, operations=tuple(kept), questions=written.questions)
    why = "An earlier paragraph of this draft ends the measure."
    return Written(gist=written.gist, operations=tuple(kept), questions=(*written.questions, why))


def _covered(name: str, ended: set[str]) -> bool:
    return name in ended or ("dprk.*" in ended and name.startswith("dprk."))


def _asked(target: Target, written: Written) -> tuple[str, ...]:
    """What the word itself leaves open, and which other measures it may mean."""
    word = target.word
    asked = [word.outside, word.ask] if not word.outside else [word.outside]
    if word.others:
        asked.append(f"Also meant? {', '.join(word.others)}.")
    if target.gone and target.measures:
        asked.append(f"Not in force on {target.day}: {', '.join(target.gone)}.")
    return tuple(filter(None, asked))


def _confidence(word: MeasureWord, questions: tuple[str, ...]) -> Confidence:
    """Never high: press words are not the text."""
    return Confidence.MEDIUM if word.basis is Basis.TEXT and not questions else Confidence.LOW


def _in_order(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(sorted(evidence, key=lambda piece: (piece.start, piece.end)))


def _title(paragraphs: list[DraftParagraph]) -> str:
    """What it does, by kind of change: `Ends: seafood from the DPRK; lowers: crude oil for the DPRK`."""
    groups: dict[str, list[str]] = {}
    for paragraph in paragraphs:
        label = _label(paragraph)
        title = load_words()[paragraph.word].title if paragraph.word in load_words() else paragraph.word
        groups.setdefault(label, []).append(title)
    said = [f"{label}: {', '.join(titles)}" for label, titles in groups.items()]
    title = "; ".join(said)
    return title[:1].upper() + title[1:]


def _label(paragraph: DraftParagraph) -> str:
    if not paragraph.operations:
        return "leaves open"
    fields = paragraph.operations[0].get("set", {})
    sets_amount = "limit.schedule" in fields or isinstance(fields.get("limit"), dict)
    return "sets the ceiling for" if sets_amount else _LABELS[paragraph.action]


def _tabled(proposal: Proposal, on: date) -> str:
    """When it was put forward, as exact as the text says; else the day whose law it is set against."""
    written = (proposal.date or "").split("/")[0]
    return written if re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", written) else on.isoformat()


def _status(proposal: Proposal) -> str:
    if proposal.status in ("adopted", "vetoed"):
        number = f" as resolution {proposal.resolution}" if proposal.resolution else ""
        return f" The text says that it was {proposal.status}{number}."
    return ""


def slug(name: str) -> str:
    """A file name as an id: letters, digits and hyphens."""
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0].lower()
    return re.sub(r"[^a-z0-9]+", "-", stem).strip("-") or "text"

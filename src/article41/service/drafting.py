"""From a text to a draft: read it, choose the proposal, write it against the law, check the result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from article41.assessment.countries import country_code
from article41.drafting.compose import compose
from article41.drafting.draft import Draft, DraftParagraph
from article41.drafting.own import UNREAD, read_own
from article41.drafting.write import note_of, to_yaml
from article41.errors import FactsError, SourceError, UnknownNameError
from article41.reader.document import Document
from article41.reader.items import Proposal, Reading
from article41.reader.pipeline import read
from article41.regime.diff import RegimeChange, diff
from article41.regime.fold import suppose
from article41.regime.load import parse_resolution
from article41.regime.regime import Regime
from article41.service.desk import Desk
from article41.service.reading import is_address, load

OPEN = ("circulated", "announced", "put-to-vote")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A draft with its file, what it would change on a day, and the other proposals of the text.

    `dated` is false where neither text nor question gave a day, so that the law of today was taken.
    """

    draft: Draft
    text: str
    proposal: Proposal
    number: int
    others: tuple[tuple[int, Proposal], ...]
    changes: tuple[RegimeChange, ...]
    compared: date
    dated: bool


def draft_from(
    source: str,
    desk: Desk,
    *,
    on: date | None = None,
    number: int | None = None,
    written: date | None = None,
    own: bool = False,
) -> Drafted:
    """The draft that a text comes to, against the law of a day (default: the text's own, else today).

    `source` is a file, a web address, or "-" for standard input; `written` its day where the text does
    not say; `number` chooses one of several proposals; `own` takes the text as a list of changes and
    not as a report. Raises SourceError, UnknownNameError.
    """
    document = open_document(source, written)
    reading = read_own(document) if own else read(document)
    place, proposal = choose(reading, source, number)
    known = on or written or _day(reading.dateline)
    day = known or date.today()
    regime = desk.regime(day)
    draft = compose(
        proposal,
        regime,
        source=document.name,
        penholder=_penholders(proposal.sponsors),
        number=place,
        unread=tuple(n.removeprefix(UNREAD) for n in reading.notes if n.startswith(UNREAD)),
    )
    text = to_yaml(draft)
    resolution = parse_resolution(text, f"{draft.id}.yaml")  # what cannot be loaded is never handed out
    compared = _compared(draft, regime)
    supposed = suppose(resolution, day)
    changes = diff(desk.regime(compared), desk.law.regime(compared, drafts=(supposed,)))
    return Drafted(
        draft=draft,
        text=text,
        proposal=proposal,
        number=place,
        others=tuple((n, one) for n, one in enumerate(reading.proposals, 1) if n != place),
        changes=changes,
        compared=compared,
        dated=known is not None,
    )


def _compared(draft: Draft, regime: Regime) -> date:
    """The day on which its changes show: at once, or once a mandate that it extends would have ended."""
    days = [draft.on]
    for paragraph in draft.paragraphs:
        for operation in paragraph.operations:
            term = regime.mandate(operation["mandate"]) if "mandate" in operation else None
            if term is not None and term.last_day is not None:
                days.append(term.last_day + timedelta(days=1))
    return max(days)


def open_document(source: str, written: date | None = None) -> Document:
    """The text of a file, a web page or standard input, under its file name. Raises SourceError."""
    try:
        document = load(source, written)
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", where=source) from None
    if source == "-" or is_address(source):
        return document
    return replace(document, name=Path(source).name)


def choose(reading: Reading, source: str, number: int | None) -> tuple[int, Proposal]:
    """The proposal asked for; else the first still open that names a change. Raises UnknownNameError."""
    found = list(enumerate(reading.proposals, 1))
    if not found:
        why = "it is not about the DPRK regime" if not reading.on_topic else "no proposal was found in it"
        raise UnknownNameError(
            f"nothing to draft from {source}: {why}",
            hint="for changes of your own, in a few words, and not a report of somebody's: --own",
        )
    if number is not None:
        if not 1 <= number <= len(found):
            raise UnknownNameError(
                f"there is no proposal {number} in {source}",
                hint=f"it has {len(found)}: --proposal 1 and so on",
            )
        return found[number - 1]
    with_changes = [(n, one) for n, one in found if one.changes] or found
    return next(((n, one) for n, one in with_changes if one.status in OPEN), with_changes[0])


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _penholders(sponsors: Sequence[str]) -> str:
    """The sponsors' codes, as the law writes penholders; those we do not know as States are left out."""
    codes: list[str] = []
    for sponsor in sponsors:
        try:
            codes.append(country_code(sponsor))
        except FactsError:
            continue
    return ", ".join(dict.fromkeys(codes))


def plain_drafted(found: Drafted) -> dict[str, Any]:
    """A draft as plain data: its file, and each paragraph with evidence and open questions."""
    from article41.service.plain_law import plain_change

    draft = found.draft
    return {
        "id": draft.id,
        "title": draft.title,
        "source": draft.source,
        "law_of": draft.on.isoformat(),
        "day_known": found.dated,
        "proposal": found.number,
        "sponsors": list(draft.sponsors),
        "status_in_text": found.proposal.status,
        "operations": draft.operations,
        "open_questions": draft.questions,
        "not_understood": list(draft.unread),
        "paragraphs": [_paragraph(paragraph) for paragraph in draft.paragraphs],
        "compared_on": found.compared.isoformat(),
        "changes": [plain_change(change) for change in found.changes],
        "other_proposals": [
            {
                "proposal": number,
                "sponsors": list(one.sponsors),
                "status": one.status,
                "changes": len(one.changes),
            }
            for number, one in found.others
        ],
        "yaml": found.text,
    }


def _paragraph(paragraph: DraftParagraph) -> dict[str, Any]:
    return {
        "para": paragraph.para,
        "gist": paragraph.gist,
        "action": paragraph.action,
        "measure": paragraph.word,
        "operations": [_jsonable(operation) for operation in paragraph.operations],
        "acts_on": list(paragraph.acts_on),
        "evidence": [
            {"start": piece.start, "end": piece.end, "quote": piece.quote} for piece in paragraph.evidence
        ],
        "open": list(paragraph.questions),
        "note": note_of(paragraph),
        "confidence": paragraph.confidence.value,
    }


def _jsonable(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _jsonable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_jsonable(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value

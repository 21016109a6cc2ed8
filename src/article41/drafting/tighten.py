"""Changes that tighten or keep: impose, tighten, raise, lower, extend."""

from __future__ import annotations

import re
from datetime import date

from article41.drafting.cap import set_amount
from article41.drafting.draft import Operation, Written
from article41.drafting.ease import nothing_there
from article41.drafting.target import Target
from article41.regime.moments import shift

_FULL = re.compile(
    r"\b(ban|bans|banned|banning|embargo|prohibit\w*|all|every|total|totally|complete|completely|full|fully|"
    r"entire|entirely|halt\w*|cease\w*|cut off|stop|stops|stopped|stopping|no more)\b",
    re.IGNORECASE,
)
NEXUS = ["territory", "nationals", "flag-vessels", "flag-aircraft"]


def impose(target: Target) -> Written:
    """A new ban where the law has none; where it has a ceiling, an amount or a full ban."""
    word = target.word
    if word.body:
        return extend(target)
    if (amount := set_amount(target)) is not None:
        return amount
    if word.impose and not _held(target):
        return Written(gist=f"Bans {word.title}.", operations=(_ban(target),))
    capped = [measure for measure in target.measures if measure.kind == "cap"]
    if capped and not _total(target):
        return Written(
            gist=f"Would limit {word.title}.",
            questions=("To what amount? The law has a ceiling for it already, and the text names none.",),
        )
    if capped:
        operations: list[Operation] = [
            {"amend": measure.id, "set": {"kind": "ban", "limit": "none"}} for measure in capped
        ]
        return Written(
            gist=f"Bans {word.title} altogether.",
            operations=tuple(operations),
            questions=("The law has a ceiling for it today; is a full ban meant, or only the ceiling?",),
        )
    if word.whole or not target.measures:
        return nothing_there(target, "impose measures on") if not word.whole else _new_measures()
    return Written(
        gist=f"Would ban {word.title}.",
        questions=(f"It is banned already ({_sources(target)}): what is to be added?",),
    )


def _total(target: Target) -> bool:
    """Whether the words speak of a full stop, so that "a cap on oil" never becomes a ban on oil."""
    return any(_FULL.search(piece.quote) for piece in target.change.evidence)


def _new_measures() -> Written:
    return Written(gist="Would impose new sanctions.", questions=("Which? The text names none.",))


def _held(target: Target) -> bool:
    new = target.word.impose.get("id")
    return any(measure.id == new for measure in target.regime.measures)


def _ban(target: Target) -> Operation:
    template = target.word.impose
    return {
        "impose": template["id"],
        "title": template["title"],
        "kind": "ban",
        "flow": template["flow"],
        "acts": list(template["acts"]),
        "goods": list(template["goods"]),
        "nexus": list(NEXUS),
        "in_force": {"from": "adopted"},
    }


def _sources(target: Target) -> str:
    return ", ".join(dict.fromkeys(str(measure.cites[0]) for measure in target.measures))


def tighten(target: Target) -> Written:
    """Stricter than today: an amount where the text gives one, else an open question."""
    word = target.word
    if (amount := set_amount(target)) is not None:
        return amount
    if word.impose and not _held(target):
        return impose(target)
    if word.outside:
        return nothing_there(target, "tighten")
    ask = "To what amount?" if any(m.kind == "cap" for m in target.measures) else "Which measures, and how?"
    return Written(gist=f"Would tighten {word.title}.", questions=(ask,))


def set_higher_or_lower(target: Target) -> Written:
    """Another ceiling."""
    if (amount := set_amount(target)) is not None:
        return amount
    verb = target.change.action
    return Written(gist=f"Would {verb} the ceiling for {target.word.title}.", questions=("To what amount?",))


def extend(target: Target) -> Written:
    """A longer mandate of a body."""
    word = target.word
    if not word.body:
        return Written(
            gist=f"Would extend {word.title}.",
            questions=(
                word.outside or "Until when, and which deadline of it? The measure itself has no last day.",
            ),
        )
    if target.until is not None:
        return Written(
            gist=f"Lets {word.title} work on until {target.until}.",
            operations=({"mandate": word.body, "until": target.until},),
        )
    term = target.regime.mandate(word.body)
    last: date | str = shift(term.last_day, 12, 0) if term and term.last_day else "adopted+P1Y"
    words = f"until {last}" if term else "for a year from adoption"
    return Written(
        gist=f"Lets {word.title} work on {words}.",
        operations=({"mandate": word.body, "until": last},),
        questions=("Until when? The text names no day; a year more is supposed, as before.",),
    )

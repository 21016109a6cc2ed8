"""Changes that loosen: lift, end, ease, exempt."""

from __future__ import annotations

from typing import Any

from article41.drafting.cap import set_amount
from article41.drafting.draft import Operation, Written
from article41.drafting.target import Target
from article41.regime.measure import Measure

APPROVAL = {"approved_by": "committee-1718"}
_PRIORITY = 500


def lift(target: Target) -> Written:
    """An end to measures; to a part of one, an exception; with a last day, a suspension."""
    word = target.word
    if word.body:
        return _end_body(target)
    if word.exception:
        return Written(
            gist=f"Would end {word.title}.",
            questions=("The exemption stands with nearly every measure: with which of them should it end?",),
        )
    if word.part or word.when:
        return exempt(target)
    if word.whole:
        return _end_all(target)
    if not target.measures:
        return nothing_there(target, "end")
    span = _span(target)
    if span and target.until:
        operations: list[Operation] = [{"suspend": measure.id, **span} for measure in target.measures]
        return Written(
            gist=f"Suspends the measures on {word.title} until {target.until}.", operations=(*operations,)
        )
    return Written(
        gist=f"Ends the measures on {word.title}.",
        operations=tuple({"terminate": measure.id} for measure in target.measures),
        questions=tuple(_end_of_cap(measure) for measure in target.measures if measure.kind == "cap"),
    )


def _end_of_cap(measure: Measure) -> str:
    return (
        "Is the ceiling alone to go, or also the reports and conditions that come with it? Ended as a whole "
        "here, since a ban without its ceiling would be stricter."
    )


def _end_body(target: Target) -> Written:
    word = target.word
    if target.regime.mandate(word.body) is None:
        return Written(
            gist=f"Would end {word.title}.",
            questions=(f"It has no mandate on {target.day}: there is nothing to end.",),
        )
    return Written(
        gist=f"Ends {word.title} on the day of adoption.",
        operations=({"mandate": word.body, "until": "adopted"},),
        questions=("On which day should it end?",),
    )


def _end_all(target: Target) -> Written:
    word = target.word
    if _span(target):
        return Written(
            gist=f"Would suspend {word.title} until {target.until}.",
            questions=("Which measures? A suspension must name each.",),
        )
    operation: Operation = {"terminate": word.measures[0], "but_not": list(word.but_not)}
    return Written(
        gist=f"Ends {word.title}.",
        operations=(operation,),
        questions=(
            "Every measure at once, arms embargo and asset freeze too? What binds the DPRK itself (no tests, "
            "no programmes) is no sanction and stays here.",
        ),
    )


def ease(target: Target) -> Written:
    """A loosening that the text leaves open: an amount where it gives one, else a case-by-case approval."""
    word = target.word
    if (amount := set_amount(target)) is not None:
        return amount
    if word.whole or word.exception or word.body or not word.measures:
        return Written(gist=f"Would ease {word.title}.", questions=("Which measures, and how far?",))
    if not target.measures:
        return nothing_there(target, "ease")
    open_for = [measure for measure in target.measures if not _approves(measure)]
    if not open_for:
        return Written(
            gist=f"Would ease {word.title}.",
            questions=("The Committee can already approve cases of it: what more is to be allowed?",),
        )
    return Written(
        gist=f"Lets the Committee approve cases in {word.title}.",
        operations=(_exception(open_for, "eased", "prior-approval", _part(target, APPROVAL), target),),
        questions=("How far is it to be eased? Approval case by case is the least that the word can mean.",),
    )


def _approves(measure: Measure) -> bool:
    """Whether the Committee may already approve anything under the measure, whatever its purpose."""
    return any(
        str(rule.when).count("approved_by") and rule.id == "committee-approval" for rule in measure.exceptions
    )


def exempt(target: Target) -> Written:
    """An exception that needs no approval: for the purpose or the goods the word names."""
    word = target.word
    if word.whole or word.body or not word.measures:
        return Written(gist=f"Would exempt {word.title}.", questions=("From which measures?",))
    if word.exception:
        return _aid(target)
    if not target.measures:
        return nothing_there(target, "exempt")
    when: dict[str, Any] | None = dict(word.when) or None
    ask = "On what conditions, and who checks them?"
    if not when and not word.part and any(len(measure.goods) > 1 for measure in target.measures):
        when = {"state_determined_exempt": True}
        ask = "Which goods? Reports name no list, so a State's own finding stands in for it."
    return Written(
        gist=f"Exempts {word.title}.",
        operations=(_exception(target.measures, _name(target), "standing", _part(target, when), target),),
        questions=(ask,),
    )


def _name(target: Target) -> str:
    return target.word.part or (target.word.id if target.word.when else "exempted")


def _aid(target: Target) -> Written:
    """Aid exempted without the Committee's approval, wherever the Committee may approve it today."""
    name = target.word.exception
    bare = [m.id for m in target.regime.measures if all(rule.id != name for rule in m.exceptions)]
    if len(bare) == len(target.regime.measures):
        return Written(gist="Would exempt aid.", questions=("From which measures?",))
    but_not = [*target.word.but_not, *bare]
    operation: Operation = {"except": "dprk.*", "but_not": but_not, "id": "aid", "kind": "standing"}
    return Written(
        gist="Exempts aid from the measures without the Committee's approval.",
        operations=({**operation, "when": {"humanitarian": True}, "priority": _PRIORITY, **_span(target)},),
    )


def _part(target: Target, when: dict[str, Any] | None) -> dict[str, Any] | None:
    """A condition narrowed to the goods that the word names within a wider measure."""
    if not target.word.part:
        return when
    goods = {"goods": [target.word.part]}
    return {"all": [goods, when]} if when else goods


def _exception(
    measures: tuple[Measure, ...] | list[Measure],
    name: str,
    kind: str,
    when: dict[str, Any] | None,
    target: Target,
) -> Operation:
    ids = [measure.id for measure in measures]
    operation: Operation = {"except": ids[0] if len(ids) == 1 else ids, "id": name, "kind": kind}
    if when:
        operation["when"] = when
    return {**operation, "priority": _PRIORITY, **_span(target)}


def _span(target: Target) -> dict[str, Any]:
    """From adoption to the last day that the text names; empty where it names none."""
    if target.until is None:
        return {}
    return {"in_force": {"from": "adopted", "until": target.until}}


def nothing_there(target: Target, verb: str) -> Written:
    """A change to a measure that the law of the day does not hold."""
    word = target.word
    if word.outside:
        why = word.outside
    elif target.gone:
        why = f"The law of {target.day} holds no {' or '.join(target.gone)}."
    else:
        why = word.ask or f"The law of {target.day} holds no measure on {word.title}."
    return Written(gist=f"Would {verb} {word.title}.", questions=(why,))

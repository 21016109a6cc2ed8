"""Amounts: from "cut crude from four million barrels to three" to a ceiling in the law's format."""

from __future__ import annotations

from datetime import date
from typing import Any

from article41.drafting.draft import Written
from article41.drafting.target import Target, amount_words
from article41.reader.items import Quantity
from article41.regime.limit import Window
from article41.regime.measure import Measure

UNITS = {"barrels": "barrel", "tonnes": "t", "USD": "USD"}
PERIODS = {"year": "P1Y", "quarter": "P3M", "month": "P1M"}
_DOWN = frozenset({"lower", "tighten", "impose"})
_UP = frozenset({"raise", "ease"})
_WAY = {
    "lower": "lowering",
    "tighten": "tightening",
    "impose": "a limit",
    "raise": "raising",
    "ease": "easing",
}


def set_amount(target: Target) -> Written | None:
    """The change as a new ceiling; None where the text gives no amount that fits a ceiling."""
    values = target.change.values
    if not any(value.unit in UNITS or value.unit == "percent" for value in values):
        return None
    if len(target.measures) != 1:
        return Written(
            gist=f"Would set an amount for {target.word.title}.",
            questions=(f"Which measure has the amount of {amount_words(_stated(values))}?",),
        )
    measure = target.measures[0]
    if measure.kind != "cap" and not (measure.kind == "ban" and measure.goods):
        return Written(
            gist=f"Would set an amount for {target.word.title}.",
            questions=(f"What of {measure.title.lower()} is to be counted? It knows no amount.",),
        )
    old = _coming(measure)
    ceiling, questions = _ceiling(target, old)
    wrong = _loosens_a_ban(target) or _contradiction(target.change.action, ceiling, old)
    if not ceiling or wrong:
        return Written(
            gist=f"Would set another amount for {target.word.title}.", questions=(*questions, *wrong)
        )
    every, period_questions = _every(values, measure, target.day)
    if not every:
        return Written(gist=f"Would set an amount for {target.word.title}.", questions=period_questions)
    return Written(
        gist=f"Sets the ceiling for {target.word.title} at {amount_words(ceiling)} {_each(every)}.",
        operations=({"amend": measure.id, "set": _new_limit(measure, ceiling, every, target.day)},),
        questions=(*questions, *period_questions, *_whose(measure), *_sure(values), *_from(target, old)),
    )


def _stated(values: tuple[Quantity, ...]) -> dict[str, float]:
    return {UNITS[value.unit]: float(value.value) for value in values if value.unit in UNITS}


def _coming(measure: Measure) -> dict[str, float]:
    """The ceiling from here on: that of the last window, whatever passing window the day falls in."""
    window = _last(measure)
    return dict(window.ceiling) if window else {}


def _ceiling(target: Target, old: dict[str, float]) -> tuple[dict[str, float], tuple[str, ...]]:
    """The new ceiling by unit, and what had to be supposed for it."""
    stated = _stated(target.change.values)
    if not stated:
        return _by_percent(target, old)
    known = [unit for unit in stated if old.get(unit)]
    left = {unit: amount for unit, amount in old.items() if unit not in stated}
    if not left or not known:
        return {**stated, **({} if known else left)}, ()
    limit = target.measures[0].limit
    if limit is not None and limit.reached == "either":  # equivalent units move together
        ratio = stated[known[0]] / old[known[0]]
        scaled = {unit: round(amount * ratio, 2) for unit, amount in left.items()}
        ask = f"No amount in {' or '.join(left)} is given; {amount_words(scaled)} keeps the present ratio."
        return {**stated, **scaled}, (ask,)
    return {**stated, **left}, (f"The ceiling of {amount_words(left)} is kept: is it meant to stay?",)


def _by_percent(target: Target, old: dict[str, float]) -> tuple[dict[str, float], tuple[str, ...]]:
    share = next(float(value.value) for value in target.change.values if value.unit == "percent")
    action = target.change.action
    if not old:
        return {}, (f"{share:g} percent of what? The law of {target.day} has no ceiling for it.",)
    if action in ("lower", "tighten") and share <= 100:
        factor = 1 - share / 100
    elif action in _UP:
        factor = 1 + share / 100
    else:
        return {}, (f"What is {share:g} percent taken of?",)
    ceiling = {unit: round(amount * factor, 2) for unit, amount in old.items()}
    way = "cut" if factor < 1 else "rise"
    return ceiling, (f"Read as a {way} by {share:g} percent of the present {amount_words(old)}: is it?",)


def _contradiction(action: str, ceiling: dict[str, float], old: dict[str, float]) -> tuple[str, ...]:
    """Why an amount cannot be what the text says, or would change nothing."""
    shared = [unit for unit in ceiling if unit in old]
    if shared and all(ceiling[unit] == old[unit] for unit in shared) and set(ceiling) == set(old):
        return (f"The law already sets {amount_words(old)}: nothing would change.",)
    new, present = amount_words(ceiling), amount_words(old)
    if action in _DOWN and any(ceiling[unit] > old[unit] for unit in shared):
        return (f"The text speaks of {_WAY[action]}, yet {new} is above {present}.",)
    if action in _UP and any(ceiling[unit] < old[unit] for unit in shared):
        return (f"The text speaks of {_WAY[action]}, yet {new} is below {present}.",)
    return ()


def _loosens_a_ban(target: Target) -> tuple[str, ...]:
    """A ceiling said to tighten, where all is banned already, would in truth allow something."""
    measure = target.measures[0]
    if measure.kind == "cap" or target.change.action not in _DOWN:
        return ()
    return (f"It is banned altogether ({measure.cites[0]}): a ceiling would loosen that. Is it meant to?",)


def _every(values: tuple[Quantity, ...], measure: Measure, day: date) -> tuple[str, tuple[str, ...]]:
    """The period of the ceiling (P1Y), empty where it cannot be written, and what was supposed."""
    stated = next((value.per for value in values if value.per), None)
    window = _last(measure)
    present = f"P{window.every_months}M" if window and window.every_months else ""
    if stated is None:
        asked = "" if present else "The text names no period; a year is supposed."
        return present or "P1Y", (asked,) if asked else ()
    if stated not in PERIODS:
        return "", (
            f"A ceiling per {stated} has no place in the law, which counts by year: how much a year?",
        )
    every = PERIODS[stated]
    if present and _months(every) != _months(present):
        return every, (f"The present ceiling counts by {present}, the text by {stated}.",)
    return every, ()


def _months(period: str) -> int:
    return int(period[1:-1]) * (12 if period.endswith("Y") else 1)


def _each(every: str) -> str:
    return {12: "a year", 3: "a quarter", 1: "a month"}.get(_months(every), f"every {every}")


def _last(measure: Measure) -> Window | None:
    return measure.limit.schedule[-1] if measure.limit and measure.limit.schedule else None


def _new_limit(measure: Measure, ceiling: dict[str, float], every: str, day: date) -> dict[str, Any]:
    """The fields to set: the schedule alone where units stay, the whole limit where they change."""
    window = _last(measure)
    shared = measure.limit is not None and measure.limit.counts == "worldwide"
    same_period = window is not None and window.every_months == _months(every) and shared
    start = window.start if window is not None and same_period else _start(measure, day)
    windows = measure.limit.schedule if measure.limit and shared else ()
    schedule = [_row(old) for old in windows if not old.every_months]
    if window is not None and window.every_months and not same_period and window.start < start and shared:
        schedule.append(_ended(window, start))
    schedule.append({"from": start, "every": _written(every), "max": _numbers(ceiling)})
    units = {unit for unit, _ in window.ceiling} if window else set()
    if shared and units == set(ceiling):
        return {"limit.schedule": schedule}
    limit: dict[str, Any] = {
        "counts": "worldwide",
        "reached": "either" if len(ceiling) > 1 else "first",
        "schedule": schedule,
    }
    if measure.limit and measure.limit.alerts:
        limit["alerts"] = list(measure.limit.alerts)
    if measure.limit and measure.limit.stop_at is not None:
        limit["stop_at"] = measure.limit.stop_at
    return {"limit": limit} if measure.kind == "cap" else {"kind": "cap", "limit": limit}


def _start(measure: Measure, day: date) -> date:
    """The first day of a new run of periods: the day asked, or after the fixed windows still to run out."""
    windows = measure.limit.schedule if measure.limit else ()
    fixed = [date.fromordinal(one.end.toordinal() + 1) for one in windows if one.end and not one.every_months]
    return max([day, *fixed])


def _written(every: str) -> str:
    return "P1Y" if _months(every) == 12 else every


def _row(window: Window) -> dict[str, Any]:
    span = {"window": f"{window.start}/{window.end}"} if window.end else {"from": window.start}
    row: dict[str, Any] = {**span, "max": _numbers(dict(window.ceiling))}
    return row | ({"keeps": window.keeps} if window.keeps else {})


def _ended(window: Window, day: date) -> dict[str, Any]:
    """An endless run of periods closed on the eve of the new one."""
    eve = date.fromordinal(day.toordinal() - 1)
    every = f"P{window.every_months}M"
    return {"window": f"{window.start}/{eve}", "every": every, "max": _numbers(dict(window.ceiling))}


def _numbers(ceiling: dict[str, float]) -> dict[str, float | int]:
    return {unit: int(amount) if float(amount).is_integer() else amount for unit, amount in ceiling.items()}


def _whose(measure: Measure) -> tuple[str, ...]:
    if measure.limit is None or measure.limit.counts == "worldwide":
        return ()
    return ("The law holds each State to a ceiling of its own; one for all together is supposed.",)


def _sure(values: tuple[Quantity, ...]) -> tuple[str, ...]:
    vague = [value for value in values if value.qualifier]
    return tuple(f'The text says "{value.text}" ({value.qualifier}): the exact amount?' for value in vague)


def _from(target: Target, old: dict[str, float]) -> tuple[str, ...]:
    """Where the amount that the text starts from is not that of the law."""
    stated = _stated(target.change.from_values)
    wrong = {unit: amount for unit, amount in stated.items() if old.get(unit) not in (None, amount)}
    if not wrong:
        return ()
    return (f"The text starts from {amount_words(wrong)}; the law of {target.day} has {amount_words(old)}.",)

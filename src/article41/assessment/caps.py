"""Room under a cap: the tally before, the amount of this transaction, the room after."""

from __future__ import annotations

from article41.assessment.case import Case
from article41.assessment.finding import CapRoom
from article41.assessment.recorded import CapAnswer, with_care
from article41.assessment.transaction import Amount, RecordedTally, Tally
from article41.assessment.units import Converted, convert
from article41.regime.limit import Limit, Period
from article41.regime.measure import Measure
from article41.types import Truth, weakest

MONEY_UNITS = frozenset({"USD", "EUR", "CNY"})


def measure_cap(case: Case, measure: Measure) -> CapAnswer:
    """Whether the amount fits under the measure's cap on the day of the case."""
    limit = measure.limit
    period = limit.period(case.day) if limit else None
    if limit is None or period is None:
        ask = "The law states no amount for this day; which reading does your State apply?"
        return CapAnswer(
            fits=None,
            rooms=(),
            missing=(("cap.period", "dates.conduct", ask),),
            because=f"no quota period of the cap covers {case.day}",
            period=None,
        )
    tally = _tally(case, measure, period)
    ceilings = _ceilings(limit, period, tally)
    if not ceilings:
        ask = "What was the State's own supply in the twelve months before (its ceiling)?"
        return CapAnswer(
            fits=None,
            rooms=(),
            missing=(("cap.ceiling", "tallies.ceiling", ask),),
            because="the State's own ceiling is not stated",
            period=period,
        )
    if tally is not None and tally.stop_notice is True:
        rooms = tuple(_room(case, measure, unit, top, tally, period) for unit, top in ceilings)
        because = "the notice to stop for the rest of the period is out"
        return CapAnswer(fits=False, rooms=rooms, missing=(), because=because, period=period)
    rooms = tuple(_room(case, measure, unit, top, tally, period) for unit, top in ceilings)
    judged = _judge(limit, rooms, tally, period, case)
    return with_care(judged, tally) if isinstance(tally, RecordedTally) else judged


def _judge(
    limit: Limit, rooms: tuple[CapRoom, ...], tally: Tally | None, period: Period, case: Case
) -> CapAnswer:
    truths = [_fits(room) for room in rooms]
    if limit.reached == "either":
        known = [(truth, room) for truth, room in zip(truths, rooms, strict=True) if truth is not None]
        fits = known[0][0] if known else None
        shown = known[0][1] if known else rooms[0]
    else:
        over = [room for truth, room in zip(truths, rooms, strict=True) if truth is False]
        fits = False if over else (None if None in truths else True)
        unsettled = [room for truth, room in zip(truths, rooms, strict=True) if truth is None]
        shown = (over or unsettled or list(rooms))[0]
    because = _words(shown, fits)
    missing = _missing(rooms, limit) if fits is None else ()
    if fits is True and limit.stop_at and _past_stop(rooms, limit.stop_at):
        stated = tally.stop_notice if tally else None
        if stated is not False:
            fits = None
            share = f"{limit.stop_at:.0%}"
            because = f"deliveries stand at or above {share} of the ceiling"
            ask = f"Has the notice that {share} is reached gone out? Then all must stop."
            missing = (("cap.stop_notice", "tallies.stop_notice", ask),)
    return CapAnswer(fits=fits, rooms=rooms, missing=missing, because=because, period=period)


def _tally(case: Case, measure: Measure, period: Period) -> Tally | None:
    """The stated tally of the cap; one of another period says nothing of this one."""
    for tally in case.tx.tallies:
        if tally.as_of is not None and not period.start <= tally.as_of <= period.end:
            continue
        if names_cap(tally.cap, measure.id):
            return tally
    return None


def names_cap(cap: str, measure_id: str) -> bool:
    """Whether a tally's word for a cap (refined, coal, dprk.petroleum.crude) means a measure."""
    name = cap.lower().replace("_", "-").replace(" ", "-")
    return (
        name == measure_id
        or measure_id.endswith(f".{name}")
        or name.startswith(measure_id.rsplit(".", 1)[-1])
    )


def _ceilings(limit: Limit, period: Period, tally: Tally | None) -> list[tuple[str, float]]:
    if limit.counts == "own-baseline":
        return [(amount.unit, amount.amount) for amount in tally.ceiling] if tally else []
    return list(period.ceiling)


def _room(
    case: Case, measure: Measure, unit: str, ceiling: float, tally: Tally | None, period: Period
) -> CapRoom:
    used = _in_unit(tally.delivered if tally else (), unit, case)
    own = _amount(case, measure, unit)
    known = [converted for converted in (used, own) if converted is not None]
    return CapRoom(
        unit=unit,
        ceiling=ceiling,
        delivered=used.amount if used else None,
        amount=own.amount if own else None,
        start=period.start,
        end=period.end,
        note="; ".join(dict.fromkeys(converted.how for converted in known if converted.how)),
        confidence=weakest(*(converted.confidence for converted in known)),
    )


def _amount(case: Case, measure: Measure, unit: str) -> Converted | None:
    """The amount of all lines of goods that the cap reaches; None where one of them is not stated."""
    lines: list[Converted] = []
    for item in case.tx.goods:
        reading = case.catalogue.read(item.words, item.hs, item.hs_revision, item.is_)
        reached = [case.catalogue.member(reading, clause.set).truth for clause in measure.goods]
        if all(truth is False for truth in reached):
            continue
        stated = item.value if unit in MONEY_UNITS else item.quantity
        converted = convert(stated, unit, item) if stated else None
        if converted is None:
            return None
        lines.append(converted)
    if not lines:
        return None
    return Converted(
        amount=sum(line.amount for line in lines),
        how="; ".join(dict.fromkeys(line.how for line in lines if line.how)),
        confidence=weakest(*(line.confidence for line in lines)),
    )


def _in_unit(amounts: tuple[Amount, ...], unit: str, case: Case) -> Converted | None:
    for amount in sorted(amounts, key=lambda held: held.unit != unit):
        if (amount.unit in MONEY_UNITS) != (unit in MONEY_UNITS):
            continue
        converted = convert(amount, unit, case.item)
        if converted is not None:
            return converted
    return None


def _fits(room: CapRoom) -> Truth:
    if room.amount is not None and room.amount > room.ceiling:
        return False
    if room.delivered is not None and room.delivered > room.ceiling:
        return False
    if room.delivered is not None and room.amount is None and room.delivered >= room.ceiling:
        return False
    if room.after is None:
        return None
    return room.after >= -1e-9 * room.ceiling


def _past_stop(rooms: tuple[CapRoom, ...], share: float) -> bool:
    return any(room.delivered is not None and room.delivered >= share * room.ceiling for room in rooms)


def _missing(rooms: tuple[CapRoom, ...], limit: Limit) -> tuple[tuple[str, str, str], ...]:
    found: list[tuple[str, str, str]] = []
    wanted = rooms if limit.reached == "first" else rooms[:1]
    for room in wanted:
        money = room.unit in MONEY_UNITS
        if room.amount is None:
            field = "goods.value" if money else "goods.quantity"
            found.append((f"cap.amount {room.unit}", field, f"How much is it, in {room.unit}?"))
        if room.delivered is None:
            ask = f"How much has been delivered since {room.start}, in {room.unit}?"
            found.append((f"cap.tally {room.unit}", "tallies.delivered", ask))
    return tuple(found)


def _words(room: CapRoom, fits: Truth) -> str:
    top = f"{room.ceiling:,.0f} {room.unit} from {room.start} to {room.end}"
    if fits is None:
        return f"whether it fits under the ceiling of {top} is not known"
    if room.after is None:
        return f"the ceiling of {top} is {'kept' if fits else 'passed'}"
    left = f"{room.before:,.0f} {room.unit} left before, {max(room.after, 0):,.0f} after"
    if fits:
        return f"it fits under the ceiling of {top}: {left}"
    return f"it passes the ceiling of {top}: {room.before:,.0f} {room.unit} left, {room.amount:,.0f} asked"

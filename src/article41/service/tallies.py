"""The tally of a cap from the record, as a fact, where the user states none.

The rule: only figures that States declared to the Committee count, from the first day of the window
through the day before conduct; estimates are told beside them and never used. Nothing is added where
the record has no figure that begins with the window.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from article41.assessment.caps import names_cap
from article41.assessment.transaction import Amount, RecordedTally, Transaction
from article41.chronicle.load import Chronicle
from article41.chronicle.rows import CapRecord, Delivery, is_known
from article41.chronicle.tally import Tally, tally
from article41.regime.acts import TRADE
from article41.regime.law import Law
from article41.regime.limit import Period
from article41.service.cap_use import cap_factor
from article41.types import weakest

OLD_DAYS = 60
"""Declarations come monthly and a month or so late; beyond two months one is missing."""
_FIRST = date(2016, 11, 30)
_A_DAY = timedelta(days=1)


class RecordTallies:
    """Tallies from one record under one law, remembered by cap and day since batches repeat them."""

    def __init__(self, law: Law, chronicle: Chronicle) -> None:
        self._law = law
        self._chronicle = chronicle
        self._remembered = lru_cache(maxsize=4096)(self._tally)

    def added(self, tx: Transaction, day: date | None, known_on: date | None = None) -> Transaction:
        """The transaction with a recorded tally for each cap it states none for.

        Only figures public by the day of conduct (and by `known_on`) count: on later ones nobody could lean.
        """
        if day is None or not may_need(tx, day):
            return tx
        known_on = min(day, known_on) if known_on else day
        found = [
            held
            for cap in self._chronicle.caps
            if not any(names_cap(stated.cap, cap.measure) for stated in tx.tallies)
            and (held := self._remembered(cap, day, known_on)) is not None
        ]
        return replace(tx, tallies=(*tx.tallies, *found)) if found else tx

    def _tally(self, cap: CapRecord, day: date, known_on: date | None) -> RecordedTally | None:
        period = self._period(cap, day, known_on)
        if period is None:
            return None
        factor = cap_factor(self._chronicle, cap)
        found = [
            tally(
                self._chronicle.deliveries,
                cap,
                unit,
                start=period.start,
                last=day - _A_DAY,
                factor=factor,
                known_on=known_on,
            )
            for unit, _ in period.ceiling
        ]
        held = [one for one in found if one is not None]
        if not held:
            return None
        through = min(one.through for one in held)
        missing = any(one.missing for one in held)
        old = missing or (day - through).days > OLD_DAYS
        return RecordedTally(
            cap=cap.measure,
            delivered=tuple(Amount(amount=one.amount, unit=one.unit) for one in held),
            as_of=through,
            least=tuple(Amount(amount=one.low, unit=one.unit) for one in held),
            most=tuple(Amount(amount=one.high, unit=one.unit) for one in held),
            told=_told(held, day, through, self._claims(cap, period, day, known_on)),
            old=old,
            confidence=weakest(*(one.confidence for one in held)),
            record=self._chronicle.digest,
        )

    def _period(self, cap: CapRecord, day: date, known_on: date | None) -> Period | None:
        measure = self._law.stretch(day, known_on).find(cap.measure)
        if measure is None or measure.kind != "cap" or measure.limit is None:
            return None
        return measure.limit.period(day)

    def _claims(self, cap: CapRecord, period: Period, day: date, known_on: date | None) -> list[Delivery]:
        return [
            row
            for row in self._chronicle.deliveries
            if row.cap == cap.name
            and row.series == "estimated"
            and period.start <= row.start < day
            and is_known(row, known_on)
        ]


def may_need(tx: Transaction, day: date) -> bool:
    """Whether a tally could matter: goods that move, under a law that has caps."""
    return day >= _FIRST and bool(tx.goods) and (not tx.act or bool(TRADE & set(tx.act)))


def _told(held: list[Tally], day: date, through: date, claims: list[Delivery]) -> str:
    amounts = " and ".join(_amount_words(one) for one in held)
    first = held[0]
    parts = ", ".join(f"{'/'.join(part.by)} to {part.reach.through}" for part in first.parts)
    words = [
        f"tally taken from the chronicle: {amounts} reported by Member States to the Committee from "
        f"{first.start} ({parts}), at least"
    ]
    if first.missing:
        words.append(f"no figure from {', '.join(first.missing)}")
    if first.published is not None:
        words.append(f"public by {first.published}")
    age = (day - through).days
    gone = f"it reaches {through}, {age} days before the day of conduct"
    words.append(f"{gone}, which is old" if age > OLD_DAYS else gone)
    words += [f"tonnes at {factor}" for factor in first.factors]
    if claims:
        told = "; ".join(f"{_claim_words(row)}" for row in claims)
        words.append(f"estimated by others and not used: {told}")
    return "; ".join(words)


def _amount_words(one: Tally) -> str:
    if one.high - one.low <= 0.5:
        return f"{one.amount:,.0f} {one.unit}"
    return f"{one.amount:,.0f} {one.unit} ({one.low:,.0f} to {one.high:,.0f} as sources differ)"


def _claim_words(row: Delivery) -> str:
    amounts = ", ".join(f"{amount:,.0f} {unit}" for unit, amount in row.amounts)
    return f"{amounts} from {row.start} to {row.end} ({row.claimant})"

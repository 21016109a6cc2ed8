"""How goods are read, and which measures of a day speak of them: what to look at before assessing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article41.goods.reading import Membership, Reading
from article41.regime.measure import Cite, Measure
from article41.service.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRow:
    """A goods set that the goods are in, or may be in (`membership.truth` None), and who uses it."""

    set_id: str
    title: str
    membership: Membership
    measures: tuple[tuple[Measure, Cite], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsRead:
    """Goods as read on a day. No rows: no set of the law holds such goods, so far as the statement says."""

    reading: Reading
    on: date
    rows: tuple[SetRow, ...]


def read_goods(
    desk: Desk, on: date, words: str | None, hs: str | None = None, revision: int | None = None
) -> GoodsRead:
    """What stated goods are read as, and every set and measure that may reach them.

    Sets open only because nothing says what the goods are come too, so that silence is never clear.
    Raises GoodsError for a code that is none, or words that contradict the code.
    """
    reading = desk.goods.read(words, hs, revision)
    regime = desk.regime(on)
    rows: list[SetRow] = []
    for set_id, goods_set in desk.goods.sets.items():
        found = desk.goods.member(reading, set_id)
        used = tuple(
            (measure, clause.cite)
            for measure in regime.measures
            for clause in measure.goods
            if clause.set == set_id and measure.binds
        )
        if found.truth is not False and used:
            rows.append(SetRow(set_id=set_id, title=goods_set.title, membership=found, measures=used))
    rows.sort(key=lambda row: row.membership.truth is None)
    return GoodsRead(reading=reading, on=on, rows=tuple(rows))

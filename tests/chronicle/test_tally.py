"""Adding up declared deliveries: nothing twice, nothing across a gap, nothing that is an estimate."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.chronicle.alerts import alerts, steps
from article41.chronicle.contradictions import contradictions
from article41.chronicle.figures import figure
from article41.chronicle.load import Chronicle
from article41.chronicle.rows import CapRecord, Conversion, Delivery
from article41.chronicle.span import day_span
from article41.chronicle.tally import tally
from article41.types import Confidence

CAP = CapRecord(
    name="refined-petroleum",
    measure="dprk.petroleum.refined",
    title="Refined",
    units=("barrel",),
    factor="basket",
    declarers=("CN", "RU"),
)
BASKET = Conversion(
    product="basket",
    barrels_per_tonne=8.0,
    tonnes_per_barrel=0.125,
    rule=3,
    basis="test",
    source="test",
    confidence=Confidence.MEDIUM,
)
YEAR: dict[str, Any] = {"start": date(2020, 1, 1), "last": date(2020, 12, 31), "factor": BASKET}


def delivery(start: date, end: date, by: str = "CN", known: date | None = None, **fields: Any) -> Delivery:
    """A declared delivery: barrels=10 or t=10, known from its last day unless said otherwise."""
    amounts = tuple((unit, float(fields.pop(unit))) for unit in ("barrel", "t") if unit in fields)
    told: dict[str, Any] = {
        "cap": "refined-petroleum",
        "series": "reported",
        "bound": "",
        "claimant": "Member States, to the Committee",
        "document": "page",
        "as_of": None,
        "source": "test",
        "confidence": Confidence.HIGH,
        "published": day_span(known or end),
    }
    return Delivery(start=start, end=end, by=tuple(by.split(";")), amounts=amounts, **(told | fields))


JAN, FEB, MAR = (
    (date(2020, 1, 1), date(2020, 1, 31)),
    (date(2020, 2, 1), date(2020, 2, 29)),
    (date(2020, 3, 1), date(2020, 3, 31)),
)


def test_months_that_follow_one_another_are_added() -> None:
    rows = [delivery(*JAN, barrel=10), delivery(*FEB, barrel=20), delivery(*MAR, barrel=30)]
    found = tally(rows, CAP, "barrel", **YEAR)
    assert found is not None
    assert (found.amount, found.through, found.missing) == (60, date(2020, 3, 31), ("RU",))


def test_a_gap_ends_the_sum() -> None:
    found = tally([delivery(*JAN, barrel=10), delivery(*MAR, barrel=30)], CAP, "barrel", **YEAR)
    assert found is not None
    assert (found.amount, found.through) == (10, date(2020, 1, 31))


def test_without_the_first_day_there_is_no_tally() -> None:
    assert tally([delivery(*FEB, barrel=10)], CAP, "barrel", **YEAR) is None


def test_a_whole_and_its_parts_are_counted_once() -> None:
    whole = delivery(JAN[0], FEB[1], barrel=31)
    found = tally([delivery(*JAN, barrel=10), delivery(*FEB, barrel=20), whole], CAP, "barrel", **YEAR)
    assert found is not None
    assert (found.low, found.high) == (30, 31)
    assert found.amount in (30, 31)


def test_each_declarers_own_figures_are_added_and_a_shared_one_is_not_added_to_them() -> None:
    own = [delivery(*JAN, "CN", barrel=10), delivery(*JAN, "RU", barrel=5)]
    shared = delivery(*JAN, "CN;RU", barrel=15)
    found = tally([*own, shared], CAP, "barrel", **YEAR)
    assert found is not None
    assert (found.amount, found.missing) == (15, ())


def test_estimates_are_never_in_it() -> None:
    claim = delivery(*JAN, barrel=999, series="estimated")
    assert tally([claim], CAP, "barrel", **YEAR) is None
    found = tally([claim, delivery(*JAN, barrel=1)], CAP, "barrel", **YEAR)
    assert found is not None
    assert found.high == 1


def test_barrels_as_declared_go_before_tonnes_converted() -> None:
    rows = [delivery(*JAN, t=10), delivery(*JAN, barrel=83)]
    found = tally(rows, CAP, "barrel", **YEAR)
    assert found is not None
    assert (found.amount, found.low, found.high) == (83, 80, 83)
    assert found.factors == ()


def test_a_conversion_states_its_factor_and_lowers_confidence() -> None:
    both = delivery(*JAN, barrel=83, t=10)
    assert figure(both, "barrel", BASKET).how == ""  # type: ignore[union-attr]
    tonnes = figure(delivery(*JAN, t=10), "barrel", BASKET)
    barrels = figure(delivery(*JAN, barrel=80), "t", BASKET)
    assert tonnes is not None
    assert barrels is not None
    assert (tonnes.amount, barrels.amount) == (80, 10)
    assert tonnes.how.startswith("8 barrels to the tonne")
    assert tonnes.confidence is Confidence.MEDIUM
    assert figure(delivery(*JAN, t=10), "barrel", None) is None
    assert figure(delivery(*JAN, t=10), "USD", BASKET) is None


@pytest.mark.parametrize(("day", "amount"), [(date(2020, 2, 28), 10), (date(2020, 2, 29), 30)])
def test_a_figure_counts_from_its_last_day_on(day: date, amount: float) -> None:
    rows = [delivery(*JAN, barrel=10), delivery(*FEB, barrel=20)]
    found = tally(rows, CAP, "barrel", **(YEAR | {"last": day}))
    assert found is not None
    assert found.amount == amount


@pytest.mark.parametrize(
    ("known_on", "amount"), [(date(2020, 3, 9), None), (date(2020, 3, 10), 10), (date(2020, 4, 1), 30)]
)
def test_what_was_not_public_is_not_counted(known_on: date, amount: float | None) -> None:
    rows = [
        delivery(*JAN, barrel=10, known=date(2020, 3, 10)),
        delivery(*FEB, barrel=20, known=date(2020, 4, 1)),
        delivery(*MAR, barrel=40, published=None),
    ]
    found = tally(rows, CAP, "barrel", known_on=known_on, **YEAR)
    assert (found.amount if found else None) == amount


months = st.lists(st.integers(0, 90_000), min_size=1, max_size=12)


@given(months, st.randoms())
def test_the_order_of_rows_and_a_repeated_whole_change_nothing(amounts: list[int], random: object) -> None:
    rows = []
    for number, amount in enumerate(amounts, 1):
        last = date(2020, number, calendar.monthrange(2020, number)[1])
        rows.append(delivery(date(2020, number, 1), last, barrel=amount))
    plain = tally(rows, CAP, "barrel", **YEAR)
    whole = delivery(rows[0].start, rows[-1].end, barrel=sum(amounts))
    mixed = [*rows, whole]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    found = tally(mixed, CAP, "barrel", **YEAR)
    assert plain is not None
    assert found is not None
    assert found.amount == plain.amount == sum(amounts)
    assert found.low == found.high


@given(months)
def test_more_days_never_mean_less(amounts: list[int]) -> None:
    rows = []
    for number, amount in enumerate(amounts, 1):
        last = date(2020, number, calendar.monthrange(2020, number)[1])
        rows.append(delivery(date(2020, number, 1), last, barrel=amount))
    found = steps(rows, CAP, "barrel", **YEAR)
    sums = [held.amount for _, held in found]
    assert sums == sorted(sums)
    assert len(sums) == len(amounts)


@pytest.mark.parametrize(
    ("amounts", "reached"),
    [
        ((374_999, 0, 0), {}),
        ((375_000, 0, 0), {0.75: JAN[1]}),
        ((375_000, 75_000, 25_000), {0.75: JAN[1], 0.90: FEB[1], 0.95: MAR[1]}),
        ((0, 0, 475_000), {0.75: MAR[1], 0.90: MAR[1], 0.95: MAR[1]}),
    ],
)
def test_an_alert_is_reached_at_its_share_to_the_barrel(
    amounts: tuple[int, ...], reached: dict[float, date]
) -> None:
    rows = [delivery(*month, barrel=amount) for month, amount in zip((JAN, FEB, MAR), amounts, strict=True)]
    found = alerts(steps(rows, CAP, "barrel", **YEAR), 500_000, (0.75, 0.90, 0.95))
    assert {alert.share: alert.reached_by for alert in found if alert.reached_by} == reached


def test_an_alert_that_one_figure_alone_reaches_is_disputed() -> None:
    rows = [delivery(*JAN, barrel=380_000), delivery(*JAN, barrel=370_000)]
    [alert] = alerts(steps(rows, CAP, "barrel", **YEAR), 500_000, (0.75,))
    assert alert.reached_by is None
    assert alert.disputed_by == JAN[1]


def test_a_difference_beyond_rounding_is_shown_and_one_within_is_not() -> None:
    near = [delivery(*JAN, barrel=1000), delivery(*JAN, barrel=1004)]
    far = [delivery(*JAN, barrel=1000), delivery(*JAN, barrel=1010)]
    assert contradictions(near, CAP, "barrel", **YEAR) == ()
    [found] = contradictions(far, CAP, "barrel", **YEAR)
    assert {found.amount, found.other} == {1000, 1010}
    assert found.share == pytest.approx(10 / 1010)


def test_a_whole_is_held_against_its_parts_and_a_shared_figure_against_each() -> None:
    parts = [delivery(*JAN, barrel=100), delivery(*FEB, barrel=100)]
    [found] = contradictions([*parts, delivery(JAN[0], FEB[1], barrel=250)], CAP, "barrel", **YEAR)
    assert (found.amount, found.other, len(found.others)) == (250, 200, 2)
    each = [delivery(*JAN, "CN", barrel=100), delivery(*JAN, "RU", barrel=100)]
    [found] = contradictions([*each, delivery(*JAN, "CN;RU", barrel=300)], CAP, "barrel", **YEAR)
    assert (found.amount, found.other) == (300, 200)


# ── the shipped record ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("year", "amount", "low", "high", "through"),
    [
        (2018, 394_234, 386_432, 394_314, date(2018, 12, 31)),
        (2019, 458_750, 422_222, 458_750, date(2019, 12, 31)),
        (2020, 149_000, 149_000, 149_000, date(2020, 12, 31)),
        (2021, 91_909, 91_909, 91_909, date(2021, 12, 31)),
        (2023, 362_706, 356_161, 362_706, date(2023, 12, 31)),
        (2024, 296_207, 296_207, 296_207, date(2024, 1, 31)),
        (2025, 19_904, 19_904, 19_904, date(2025, 2, 28)),
    ],
)
def test_the_years_of_the_refined_cap(
    chronicle: Chronicle, year: int, amount: int, low: int, high: int, through: date
) -> None:
    found = tally(
        chronicle.deliveries,
        chronicle.caps[0],
        "barrel",
        start=date(year, 1, 1),
        last=date(year, 12, 31),
        factor=chronicle.conversion("basket"),
    )
    assert found is not None
    assert (round(found.amount), round(found.low), round(found.high)) == (amount, low, high)
    assert found.through == through


def test_the_russian_figures_of_2019_are_shown_as_a_contradiction(chronicle: Chronicle) -> None:
    found = contradictions(
        chronicle.deliveries,
        chronicle.caps[0],
        "barrel",
        start=date(2019, 1, 1),
        last=date(2019, 12, 31),
        factor=chronicle.conversion("basket"),
    )
    widest = found[0]
    assert widest.row.by == ("RU",)
    assert {round(widest.amount), round(widest.other)} == {240_836, 277_365}
    assert widest.converted


days = st.dates(date(2017, 1, 1), date(2026, 11, 22))


@given(days, days)
def test_nothing_in_a_tally_was_published_after_the_day_of_knowing(
    chronicle: Chronicle, known_on: date, last: date
) -> None:
    found = tally(
        chronicle.deliveries,
        chronicle.caps[0],
        "barrel",
        start=date(last.year, 1, 1),
        last=last,
        factor=chronicle.conversion("basket"),
        known_on=known_on,
    )
    for row in found.rows if found else ():
        assert row.known is not None
        assert row.known <= known_on
        assert row.end <= last


@given(days)
def test_knowing_more_never_lowers_the_most_that_was_declared_through_a_day(
    chronicle: Chronicle, known_on: date
) -> None:
    at: dict[str, Any] = {
        "start": date(2018, 1, 1),
        "last": date(2018, 12, 31),
        "factor": chronicle.conversion("basket"),
    }
    one = tally(chronicle.deliveries, chronicle.caps[0], "barrel", known_on=known_on, **at)
    later = known_on + timedelta(days=365)
    other = tally(chronicle.deliveries, chronicle.caps[0], "barrel", known_on=later, **at)
    if one is not None:
        assert other is not None
        assert other.high >= one.high

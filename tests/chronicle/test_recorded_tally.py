"""assess with the tally from the record: what it may settle, what it says, and when it keeps out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article41.assessment.finding import Assessment, Finding
from article41.assessment.read import parse_transaction
from article41.chronicle.load import Chronicle
from article41.chronicle.rows import Delivery
from article41.goods import load_goods
from article41.regime.law import Law
from article41.service.desk import Desk
from article41.service.plain import plain_assessment
from article41.types import Confidence

FACTS = {"livelihood_only": True, "programme_revenue": False, "barred_party": False}
GOODS = load_goods()


@pytest.fixture(scope="module")
def answers(law: Law, chronicle: Chronicle) -> Desk:
    return Desk(law=law, goods=GOODS, chronicle=chronicle)


def fuel(day: date, barrels: float, **more: Any) -> dict[str, Any]:
    goods = {"words": "diesel", "quantity": f"{barrels} barrels"}
    return {
        "date": day,
        "act": "supply",
        "from": "RU",
        "to": "KP",
        "goods": goods,
        "facts": FACTS,
    } | more


def ask(desk: Desk, facts: dict[str, Any], **options: Any) -> Assessment:
    return desk.assess(parse_transaction(facts), **options)


def refined(found: Assessment) -> Finding:
    return next(row for row in found.findings if row.measure == "dprk.petroleum.refined")


def one_row(chronicle: Chronicle, barrels: float, *others: float, end: date = date(2019, 9, 30)) -> Chronicle:
    """The record with declared totals alone, from the first of January 2019 to a day."""
    model = next(row for row in chronicle.deliveries if row.series == "reported" and row.by == ("CN", "RU"))
    rows: tuple[Delivery, ...] = tuple(
        replace(
            model,
            start=date(2019, 1, 1),
            end=end,
            amounts=(("barrel", amount),),
            confidence=Confidence.HIGH,
        )
        for amount in (barrels, *others)
    )
    return replace(chronicle, deliveries=rows)


def test_the_tally_comes_from_the_record_and_the_answer_says_so(answers: Desk) -> None:
    found = ask(answers, fuel(date(2019, 10, 15), 8_000))
    finding = refined(found)
    [told] = [note for note in finding.account.notes if note.startswith("tally taken from the chronicle")]
    assert "reported by Member States to the Committee from 2019-01-01" in told
    assert "CN to 2019-05-31, RU to 2019-07-31" in told
    assert "public by 2019-09-21" in told  # what came out after the day of conduct is not leaned on
    assert "137 days before the day of conduct, which is old" in told
    assert "7.98 barrels to the tonne" in told
    assert found.outcome == "undetermined"
    assert "tallies.delivered" in {row.field for row in found.missing}
    assert "shows room, but is too old" in finding.account.reason.parts[-1].value
    assert f" chronicle/{answers.tallies._chronicle.digest}" in found.fingerprint
    [room] = plain_assessment(found)["findings"][0]["room"]
    assert room["tally_from"] == told


def test_a_stated_tally_keeps_the_record_out(answers: Desk) -> None:
    stated = {"tallies": {"cap": "refined", "delivered": "330000 barrels", "as_of": date(2019, 9, 30)}}
    found = ask(answers, fuel(date(2019, 10, 15), 8_000, **stated))
    assert not any("chronicle" in note for note in refined(found).account.notes)
    assert "chronicle/" not in found.fingerprint
    assert refined(found).room[0].delivered == 330_000


@pytest.mark.parametrize("day", [date(2019, 1, 10), date(2026, 10, 1), date(2017, 11, 1)])
def test_where_the_record_has_no_figure_nothing_is_invented(answers: Desk, day: date) -> None:
    """Early in a year, after the declarations stopped, and in a window with no row at all."""
    found = ask(answers, fuel(day, 8_000))
    assert found.outcome == "undetermined"
    assert "tallies.delivered" in {row.field for row in found.missing}
    assert "chronicle/" not in found.fingerprint


def test_estimates_alone_settle_nothing(law: Law, chronicle: Chronicle) -> None:
    only = tuple(row for row in chronicle.deliveries if row.series == "estimated")
    desk = Desk(law=law, goods=GOODS, chronicle=replace(chronicle, deliveries=only))
    found = ask(desk, fuel(date(2020, 11, 1), 8_000))
    assert found.outcome == "undetermined"


@pytest.mark.parametrize(
    ("declared", "amount", "outcome"),
    [
        (500_000, 100, "prohibited"),
        (500_001, 100, "prohibited"),
        (499_999, 2, "undetermined"),
        (474_999, 25_001, "permitted_within_cap"),
        (474_999, 25_002, "undetermined"),
        (475_000, 1, "undetermined"),  # 95 per cent: has the notice to stop gone out?
        (0, 500_000, "permitted_within_cap"),
        (0, 500_001, "prohibited"),  # more than the whole ceiling
    ],
)
def test_what_a_recorded_tally_settles_at_the_edge(
    law: Law, chronicle: Chronicle, declared: float, amount: float, outcome: str
) -> None:
    desk = Desk(law=law, goods=GOODS, chronicle=one_row(chronicle, declared))
    assert ask(desk, fuel(date(2019, 10, 15), amount)).outcome == outcome


@pytest.mark.parametrize(
    ("low", "high", "amount", "outcome"),
    [
        (400_000, 460_000, 40_000, "permitted_within_cap"),
        (400_000, 460_000, 40_001, "undetermined"),
        (499_000, 501_000, 10, "undetermined"),
        (500_000, 510_000, 10, "prohibited"),
    ],
)
def test_disputed_figures_bar_by_the_least_and_leave_room_by_the_most(
    law: Law, chronicle: Chronicle, low: float, high: float, amount: float, outcome: str
) -> None:
    desk = Desk(law=law, goods=GOODS, chronicle=one_row(chronicle, low, high))
    found = ask(desk, fuel(date(2019, 10, 15), amount))
    assert found.outcome == outcome
    if outcome == "permitted_within_cap":
        assert found.confidence is Confidence.LOW


@pytest.mark.parametrize(
    ("days_later", "outcome", "old"),
    [(1, "permitted_within_cap", False), (60, "permitted_within_cap", False), (61, "undetermined", True)],
)
def test_past_sixty_days_a_tally_is_old_and_cannot_show_room(
    law: Law, chronicle: Chronicle, days_later: int, outcome: str, old: bool
) -> None:
    desk = Desk(law=law, goods=GOODS, chronicle=one_row(chronicle, 1_000))
    found = ask(desk, fuel(date(2019, 9, 30) + timedelta(days=days_later), 500))
    assert found.outcome == outcome
    if not old:
        assert found.confidence is Confidence.MEDIUM
        assert "by the record and not by a stated tally" in found.because
    assert any("which is old" in note for note in refined(found).account.notes) is old


def test_a_doubtful_figure_makes_a_doubtful_answer(law: Law, chronicle: Chronicle) -> None:
    made = one_row(chronicle, 1_000)
    low = replace(made, deliveries=(replace(made.deliveries[0], confidence=Confidence.LOW),))
    found = ask(Desk(law=law, goods=GOODS, chronicle=low), fuel(date(2019, 10, 15), 500))
    assert (found.outcome, found.confidence) == ("permitted_within_cap", Confidence.LOW)


def test_a_figure_that_ends_on_the_day_of_conduct_is_not_counted(law: Law, chronicle: Chronicle) -> None:
    desk = Desk(law=law, goods=GOODS, chronicle=one_row(chronicle, 1_000))
    assert ask(desk, fuel(date(2019, 9, 30), 500)).outcome == "undetermined"
    assert ask(desk, fuel(date(2019, 10, 1), 500)).outcome == "permitted_within_cap"


def test_only_what_was_public_on_the_day_of_knowing_is_used(answers: Desk) -> None:
    day = date(2019, 10, 15)
    early = ask(answers, fuel(day, 8_000), known_on=date(2019, 4, 22))
    later = ask(answers, fuel(day, 8_000), known_on=date(2019, 4, 23))
    assert refined(early).room == () or refined(early).room[0].delivered is None
    assert refined(later).room[0].delivered == pytest.approx((479 + 690 + 10_358.388) * 7.98, rel=0.001)


def test_a_fact_that_bars_outranks_any_room(answers: Desk) -> None:
    found = ask(answers, fuel(date(2019, 10, 15), 8_000, facts=FACTS | {"livelihood_only": False}))
    assert found.outcome == "prohibited"


def test_the_record_is_not_asked_for_what_no_cap_reaches(answers: Desk) -> None:
    squid = {"date": date(2018, 3, 1), "act": "import", "from": "KP", "to": "CN", "goods": "frozen squid"}
    assert "chronicle/" not in ask(answers, squid).fingerprint
    pay = {"date": date(2019, 10, 15), "act": "pay", "goods": {"words": "diesel"}}
    assert "chronicle/" not in ask(answers, pay).fingerprint


def test_both_ceilings_of_coal_are_filled_from_the_record(answers: Desk) -> None:
    coal = {
        "date": date(2017, 3, 10),
        "act": "import",
        "from": "KP",
        "to": "CN",
        "origin": "KP",
        "goods": {"hs": "2701.11", "quantity": "20000 t", "value": "1800000 USD"},
        "facts": FACTS,
    }
    found = ask(answers, coal)
    assert found.outcome == "permitted_within_cap"
    rooms = {room.unit: room.delivered for room in found.findings[0].room}
    assert rooms == {"USD": 126_000_000, "t": 1_440_000}  # January; February was public in April


def test_the_cap_of_2016_was_passed_by_what_china_declared(answers: Desk) -> None:
    """Known only as a whole for the window, so nothing is said of a day inside it."""
    coal = {"date": date(2016, 12, 20), "act": "import", "from": "KP", "to": "CN", "origin": "KP"}
    goods = {"hs": "2701.11", "quantity": "20000 t", "value": "1800000 USD"}
    found = ask(answers, coal | {"goods": goods, "facts": FACTS})
    assert found.outcome == "undetermined"


@settings(max_examples=40, deadline=None)
@given(
    day=st.dates(date(2018, 1, 1), date(2026, 12, 31)),
    barrels=st.integers(1, 600_000),
    less=st.integers(0, 600_000),
)
def test_a_smaller_cargo_never_gets_a_stricter_answer(
    answers: Desk, day: date, barrels: int, less: int
) -> None:
    order = ["permitted_within_cap", "undetermined", "prohibited", "needs_approval"]
    big = ask(answers, fuel(day, barrels)).outcome
    small = ask(answers, fuel(day, min(barrels, less) or 1)).outcome
    assert order.index(small) <= order.index(big)

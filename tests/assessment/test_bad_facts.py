"""Bad input gets one clear message with the field and what to do."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article41.assessment.read import parse_transaction, parse_transactions, read_transactions
from article41.errors import Article41Error, FactsError, SourceError
from article41.service.desk import Desk


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("date: 2018-02-30\n", "x.yaml:1: 2018-02-30 is not a day of the calendar"),
        ("date: 1817-02-03\n", "x.yaml:1: date: 1817-02-03 is outside"),
        ("date: soon\n", "x.yaml:1: date: should be a valid date"),
        ("date: 2018-01-01\nact: imprt\n", "did you mean import"),
        ("act: import\ncolour: red\n", "x.yaml:2: colour: there is no such field"),
        (
            "act: import\ngoods: {words: squid, quantity: -5 t}\n",
            "x.yaml:2: goods[0].quantity: -5 t is not an amount",
        ),
        ("act: import\ngoods: {words: squid, quantity: 5 furlongs}\n", "'furlongs' is not a unit"),
        ("act: import\ngoods: {words: squid, quantity: 5}\n", "5 has no unit"),
        ("facts: {livelyhood_only: yes}\n", "did you mean 'livelihood_only'?"),
        ("facts: {livelihood_only: maybe}\n", "'maybe' is not yes, no or unknown"),
        ("flow: to-dprk\nfrom: KP\nto: CN\n", "the route runs the other way"),
        ("origin: Atlantis\n", "'Atlantis' is not a country code"),
        ("parties: [{name: X, listed: perhaps}]\n", "parties[0].listed"),
        ("ships: [{flag: 12}]\n", "ships[0].flag"),
        ("date: 2018-01-01\ndate: 2018-01-02\n", "x.yaml:2: key 'date' stands twice"),
        ("date: 2018-01-01\ndates: {conduct: 2018-01-02}\n", "'date' and 'dates.conduct' differ"),
        ("facts: {barred_party: no}\nparties: [{listed: yes}]\n", "a party is stated as listed"),
        ("parties: [{name: X, designated: yes}]\n", "did you mean 'listed'?"),
        ("act: import\ncargo: coal\n", "did you mean 'goods'?"),
        ("act: import\ngoods: {wrds: coal}\n", "did you mean 'words'?"),
        ("act: import\napprovals: soon\n", "{given: no} or, alone, no"),
        ("- not\n- a\n- mapping\n", "a transaction is a mapping"),
        ("a: &b [*b]\n", "anchors and aliases are not allowed"),
        ("", "a transaction is a mapping"),
    ],
)
def test_bad_facts_are_named(text: str, says: str) -> None:
    found = [row for _, row in parse_transactions(text, "x.yaml")]
    assert isinstance(found[0], Article41Error)
    assert says in str(found[0])


def test_a_clerk_may_say_so_in_one_word() -> None:
    short = parse_transaction({"act": "pay", "approvals": False, "notices": "not yet", "amount": "500 USD"})
    long = parse_transaction(
        {
            "act": "pay",
            "approvals": [{"given": False}],
            "notices": [{"given": "not yet"}],
            "amount": {"amount": 500, "unit": "USD"},
        }
    )
    assert short == long
    asked_in_vain = parse_transaction({"act": "import", "dates": {"contract": "unknown"}})
    assert asked_in_vain == parse_transaction({"act": "import"})


@pytest.mark.parametrize(
    ("item", "says"),
    [
        ({"hs": "2799"}, "2799"),
        ({"hs": "7701"}, "77"),
        ({"hs": "abc"}, "abc"),
        ({"hs": "6109", "words": "coal"}, "coal"),
        ({"is": ["textile"]}, "textiles"),
        ({"hs": "8524", "hs_revision": 2012}, "8524"),
    ],
)
def test_bad_goods_are_named(item: dict[str, object], says: str) -> None:
    tx = parse_transaction({"date": "2018-01-01", "act": "import", "from": "KP", "goods": item})
    with pytest.raises(FactsError) as caught:
        Desk().assess(tx)
    assert says in str(caught.value)
    assert caught.value.hint


def test_a_bad_line_does_not_stop_the_others(tmp_path: Path) -> None:
    file = tmp_path / "many.ndjson"
    file.write_text('{"act": "import"}\n{"act": "imp\n{"act": "pay"}\n', encoding="utf-8")
    rows = list(Desk().assess_all(str(file)))
    assert [row.error is None for row in rows] == [True, False, True]
    assert "many.ndjson:2" in rows[1].source


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"a: \x00", b"[" * 5000, b'{"a":' * 5000])
def test_hostile_files_are_refused(tmp_path: Path, content: bytes) -> None:
    for name in ("x.yaml", "x.json"):
        file = tmp_path / name
        file.write_bytes(content)
        rows = [row for _, row in read_transactions(file)]
        assert all(isinstance(row, Article41Error) for row in rows)
        assert rows


def test_an_enormous_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    with file.open("wb") as stream:
        stream.truncate(5_000_000_000)
    row = next(row for _, row in read_transactions(file))
    assert isinstance(row, SourceError)
    assert "larger than" in str(row)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=20),
    lambda children: (
        st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=8), children, max_size=3)
    ),
    max_leaves=8,
)
DESK = Desk()
FIELDS = ["date", "dates", "act", "flow", "origin", "from", "to", "via", "goods", "parties", "ships", "facts"]
FIELDS += ["approvals", "notices", "tallies", "subject", "with_dprk", "transit_only", "end_use", "title"]


@given(data=st.dictionaries(st.sampled_from(FIELDS), json_values, max_size=5))
def test_any_data_is_a_transaction_or_a_clear_error(data: dict[str, object]) -> None:
    with suppress(FactsError):
        assert DESK.assess(parse_transaction(data)).because


@given(text=st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for name in ("x.yaml", "x.json"):
        for _, row in parse_transactions(text, name):
            assert row is not None

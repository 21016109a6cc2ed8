"""`article41 goods`: how a statement of goods is read, before anything is assessed."""

from __future__ import annotations

import json

from click.testing import CliRunner

from article41.cli import group
from article41.cli.goods import command


def read(*args: str) -> dict:
    result = CliRunner().invoke(command, [*args, "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_frozen_squid_is_seafood_and_names_the_measure_and_paragraph_of_the_day():
    found = read("frozen", "squid", "--on", "2018-01-01")
    sets = {row["set"]: row for row in found["sets"]}
    assert sets["seafood"]["member"] is True
    assert {"measure": "dprk.seafood", "flow": "from-dprk", "cite": "S/RES/2371 (2017), para. 9"} in sets[
        "seafood"
    ]["measures"]


def test_the_day_decides_which_measures_use_a_set():
    assert not any(row["set"] == "seafood" for row in read("frozen squid", "--on", "2017-08-04")["sets"])


def test_what_is_only_possible_is_told_from_what_is_certain():
    found = {row["set"]: row["member"] for row in read("copper wire", "--on", "2021-01-01")["sets"]}
    assert found["copper"] is True
    assert found["base-metals"] is None


def test_unknown_goods_are_never_clear():
    found = read("zorbling", "--on", "2021-01-01")
    assert found["known"] is False
    assert len(found["sets"]) > 20


def test_goods_of_no_set_have_no_rows():
    assert read("sticking plasters", "--on", "2021-01-01")["sets"] == []


def test_saying_nothing_is_wrong_usage():
    assert CliRunner().invoke(group, ["goods"]).exit_code == 2

"""Faulty law data: each fault is named with file, line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from article41.errors import Article41Error, LawErrors
from article41.regime.check import check_law
from article41.regime.fold import fold
from article41.regime.law import load_law
from article41.regime.load import parse_resolution

HEAD = """\
id: unsc/9999
symbol: S/RES/9999 (2030)
regime: dprk
status: adopted
adopted: 2030-01-01
operative: 1
paragraphs:
  - para: "1"
    verb: Decides
    gist: Test.
    does:
"""
BAN = """\
      - impose: dprk.tea
        title: Tea
        kind: ban
        flow: to-dprk
        acts: [trade]
"""
OVERLAP = "limit: {schedule: [{from: 2030-01-01, max: {t: 1}}, {from: 2031-01-01, max: {t: 2}}]}"


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("      - impose: dprk.tea\n        titel: Tea\n", 13, "did you mean 'title'"),
        (BAN.replace("kind: ban", "kind: bann"), 14, "did you mean 'ban'"),
        (BAN.replace("acts: [trade]", "acts: [trad]"), 16, "'trad' is no act"),
        (BAN + "        when: {livelyhood_only: true}\n", 17, "did you mean 'livelihood_only'"),
        (BAN + "        when: {imported: {by: someday}}\n", 17, "is not a moment"),
        (BAN + "        when: {imported: {by: 2030-02-30}}\n", 17, "is not a day of the calendar"),
        (BAN + "        kind: ban\n", 17, "stands twice"),
        (BAN + "        when: {humanitarian: yes}\n", 17, "takes true or false"),
        (
            BAN + f"        {OVERLAP}\n",
            17,
            "windows overlap",
        ),
        (BAN + "        limit: {schedule: [{from: 2030-01-01, max: {t: -1}}]}\n", 17, "not negative"),
        ("      - forbid: dprk.tea\n", 12, "exactly one verb"),
    ],
)
def test_a_fault_is_named_with_its_line(body: str, line: int, says: str) -> None:
    with pytest.raises(Article41Error) as caught:
        parse_resolution(HEAD + body, "x.yaml")
    assert f"x.yaml:{line}" in str(caught.value)
    assert says in str(caught.value)


def test_every_fault_of_a_text_is_reported_at_once() -> None:
    second = '  - para: "2"\n    verb: Decides\n    gist: Test.\n    does: []\n'
    with pytest.raises(LawErrors) as caught:
        parse_resolution(HEAD + "      - forbid: dprk.tea\n" + second, "x.yaml")
    assert len(caught.value.errors) == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: &x [1]\nb: *x\n", "anchors and aliases"),
        ("a: !!python/object:os.system {}\n", "tag"),
        ("a: [" * 60 + "]" * 60, "nested too deeply"),
        ("a: 1\n---\nb: 2\n", "more than one YAML document"),
        ("a: \x00\n", "NUL"),
        ("? [1, 2]\n: 3\n", "a key must be a plain word"),
    ],
)
def test_hostile_yaml_is_refused_in_one_message(text: str, says: str) -> None:
    with pytest.raises(Article41Error) as caught:
        parse_resolution(text, "x.yaml")
    assert says in str(caught.value)


def test_a_dangling_reference_names_its_place() -> None:
    text = parse_resolution(HEAD + "      - amend: dprk.tee\n        set: {kind: ban}\n", "x.yaml")
    with pytest.raises(Article41Error) as caught:
        fold((text,), as_of=text.adopted)  # type: ignore[arg-type]
    assert "dprk.tee" in str(caught.value)
    assert "x.yaml:12" in str(caught.value)


def test_two_exceptions_that_could_grant_different_outcomes_need_a_priority(tmp_path: Path) -> None:
    folder = tmp_path / "resolutions"
    folder.mkdir()
    rules = """\
      - except: dprk.tea
        id: aid
        kind: standing
        when: {humanitarian: true}
      - except: dprk.tea
        id: old-contract
        kind: wind-down
        when: {contract_signed: {before: adopted}}
"""
    (folder / "x.yaml").write_text(HEAD + BAN + rules, encoding="utf-8")
    errors = check_law(load_law(folder=tmp_path), frozenset())
    assert any("aid" in str(e) and "old-contract" in str(e) and "priority" in str(e) for e in errors)
    assert any(str(e).startswith("x.yaml:") for e in errors)
    fixed = rules.replace("kind: standing", "kind: standing\n        priority: 1")
    (folder / "x.yaml").write_text(HEAD + BAN + fixed, encoding="utf-8")
    assert not check_law(load_law(folder=tmp_path), frozenset())


def test_a_missing_paragraph_is_a_fault(tmp_path: Path) -> None:
    folder = tmp_path / "resolutions"
    folder.mkdir()
    text = (HEAD + BAN).replace("operative: 1", "operative: 2")
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    errors = check_law(load_law(folder=tmp_path), frozenset())
    assert any("paragraph 2" in str(error) for error in errors)


def test_the_shipped_law_has_no_fault() -> None:
    from article41.service.desk import Desk

    rows, errors = Desk().check()
    assert errors == []
    for row in rows:
        assert row.present == row.operative, row.text.id

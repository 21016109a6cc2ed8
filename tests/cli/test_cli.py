"""The command line as people and programs meet it: what it prints, and the code it ends with."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
LAW = ROOT / "src" / "article41" / "data" / "regimes" / "dprk"
SQUID = b"date: 2018-03-01\nact: import\nfrom: KP\nto: CN\ngoods: frozen squid\n"
COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3|4|9|10)[0-7]m")
STYLE = re.compile(r"\x1b\[[0-9;]*m")
BARRED = {"prohibited", "needs_approval", "undetermined"}
Run = Any


def example(number: int) -> str:
    return str(next(EXAMPLES.glob(f"{number:02}-*.yaml")))


def number_of_examples() -> int:
    return len(list(EXAMPLES.glob("*.yaml")))


# ── assess: the answer ────────────────────────────────────────────────────────────────────────


def test_one_file_gives_one_object(run: Run) -> None:
    ran = run("assess", example(7), "--json")
    assert ran.code == 0
    assert ran.err == ""
    answer = ran.data
    assert {"id", "title", "day", "outcome", "because", "findings", "missing", "duties"} <= set(answer)
    assert {"checks", "assumed", "confidence", "fingerprint", "source"} <= set(answer)
    assert answer["outcome"] == "permitted_within_cap"
    assert answer["fingerprint"].startswith("article41/")
    assert " rules/" in answer["fingerprint"]
    assert " goods/" in answer["fingerprint"]


def test_a_finding_says_what_it_rests_on(run: Run) -> None:
    answer = run("assess", example(7), "--json").data
    finding = next(f for f in answer["findings"] if f["measure"] == "dprk.petroleum.refined")
    wanted = {"measure", "outcome", "cites", "because", "exceptions", "duties", "missing", "confidence"}
    assert wanted <= set(finding)
    assert finding["cites"][0] == "S/RES/2397 (2017), para. 5"
    assert finding["confidence"] in ("high", "medium", "low")
    assert {"id", "kind", "holds", "because", "cite"} <= set(finding["exceptions"][0])
    duty = finding["duties"][0]
    assert {"who", "verb", "to", "what", "due", "when", "cite"} <= set(duty)
    assert any(duty["due"] == "2019-11-14" for duty in finding["duties"])  # 30 days after delivery


def test_what_is_missing_is_asked_for_with_its_field(run: Run) -> None:
    answer = run("assess", example(2), "--json").data
    assert answer["outcome"] == "undetermined"
    asked = {row["fact"]: row for row in answer["missing"]}
    assert {"fact", "field", "ask", "if_yes", "if_no", "measures"} <= set(asked["livelihood_only"])
    assert asked["livelihood_only"]["field"] == "facts.livelihood_only"


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_folder_gives_one_line_each_when_piped(run: Run, options: list[str]) -> None:
    ran = run("assess", str(EXAMPLES), *options)
    assert ran.code == 0
    assert len(ran.lines) == number_of_examples()
    assert [line["source"] for line in ran.lines] == sorted(line["source"] for line in ran.lines)


def test_a_folder_gives_the_same_answers_as_its_files(run: Run) -> None:
    for line in run("assess", str(EXAMPLES)).lines:
        assert run("assess", line["source"]).data == line


@pytest.mark.parametrize(
    ("given", "outcomes"),
    [
        (SQUID, ["prohibited"]),
        (b'{"date": "2018-03-01", "act": "import", "from": "KP", "goods": "frozen squid"}', ["prohibited"]),
        (b'[{"act": "import"}, {"act": "pay"}]', ["undetermined", "undetermined"]),
        (b"- {act: import}\n- {act: pay}\n", ["undetermined", "undetermined"]),
        (b'{"act": "import"}\n{"act": "pay"}\n\n', ["undetermined", "undetermined"]),
        (b"\xef\xbb\xbf" + SQUID, ["prohibited"]),
        (SQUID.replace(b"\n", b"\r\n"), ["prohibited"]),
    ],
    ids=["yaml", "json", "json-list", "yaml-list", "ndjson", "byte-order-mark", "crlf"],
)
def test_standard_input_may_be_yaml_json_or_ndjson(run: Run, given: bytes, outcomes: list[str]) -> None:
    ran = run("assess", "-", given=given)
    assert ran.code == 0
    answers = [ran.data] if len(outcomes) == 1 else ran.lines
    assert [answer["outcome"] for answer in answers] == outcomes
    assert all(answer["source"].startswith("<stdin>") for answer in answers)


def test_a_file_of_several_gives_a_line_each(run: Run, tmp_path: Path) -> None:
    (tmp_path / "two.ndjson").write_text('{"id": "a", "act": "pay"}\n{"id": "b", "act": "pay"}\n')
    assert [line["id"] for line in run("assess", str(tmp_path / "two.ndjson")).lines] == ["a", "b"]


def test_on_asks_for_another_day(run: Run) -> None:
    before, after = (run("assess", example(6), "--on", day).data for day in ("2017-08-04", "2017-09-05"))
    assert before["day"] == "2017-08-04"
    assert (before["outcome"], after["outcome"]) == ("not_covered", "prohibited")


def test_known_on_uses_only_the_texts_of_that_day(run: Run) -> None:
    """On 1 December 2017 the law for 2018 still said two million barrels."""
    facts = b"date: 2018-06-01\nact: supply\nfrom: RU\nto: KP\ngoods: {words: diesel, quantity: 10 barrels}\n"
    facts += b"tallies: {cap: refined, delivered: 100 barrels}\n"

    def ceiling(*options: str) -> float:
        answer = run("assess", "-", *options, given=facts).data
        found = next(f for f in answer["findings"] if f["measure"] == "dprk.petroleum.refined")
        return float(found["room"][0]["ceiling"])

    assert ceiling() == 500_000
    assert ceiling("--known-on", "2017-12-01") == 2_000_000
    assert ceiling("--known-on", "2017-12-22") == 500_000


def test_exit_code_tells_a_script_when_to_stop(run: Run) -> None:
    for number in range(1, number_of_examples() + 1):
        outcome = run("assess", example(number)).data["outcome"]
        assert run("assess", example(number), "--exit-code").code == (1 if outcome in BARRED else 0)
    assert run("assess", str(EXAMPLES), "--exit-code").code == 1


# ── assess: for people ────────────────────────────────────────────────────────────────────────


def test_summary_prints_the_table_also_when_piped(run: Run) -> None:
    ran = run("assess", str(EXAMPLES), "--summary")
    assert ran.code == 0
    assert f"{number_of_examples()} transactions" in ran.out
    for words in ("prohibited", "needs approval", "permitted within cap", "2371#9"):
        assert words in ran.out


def test_a_person_sees_a_table_for_a_folder_and_the_whole_answer_for_one(run: Run) -> None:
    table = run("assess", str(EXAMPLES), screen=True).out
    assert f"{number_of_examples()} transactions" in table
    one = run("assess", example(7), screen=True).out
    for words in (
        "permitted within cap",
        "S/RES/2397 (2017), para. 5",
        "room in barrel",
        "Duties",
        "by 2019-11-14",
    ):
        assert words in one
    assert "needs facts.livelihood_only" in table


@pytest.mark.parametrize("name", ["07-diesel-2019", "07-diesel-2019.yaml"])
def test_full_adds_one_answer_under_the_table(run: Run, name: str) -> None:
    ran = run("assess", str(EXAMPLES), "--full", name)
    assert ran.code == 0
    assert "transactions" in ran.out
    assert "room in barrel" in ran.out


def test_full_of_a_name_that_is_not_there(run: Run) -> None:
    ran = run("assess", str(EXAMPLES), "--full", "nonesuch")
    assert ran.code == 2
    assert "no answer is called 'nonesuch'" in ran.err


@pytest.mark.parametrize("columns", ["60", "20", "200"])
@pytest.mark.parametrize("screen", [True, False])
def test_narrow_and_colourless_terminals_get_their_tables(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str, screen: bool
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("NO_COLOR", "1")
    for args in (
        ["assess", str(EXAMPLES), "--summary"],
        ["assess", str(EXAMPLES), "--full", "07-diesel-2019"],
        ["regime", "show", "--on", "2018-01-01", "--all"],
        ["regime", "diff", "2017-12-21", "2017-12-22"],
        ["regime", "check"],
        ["regime", "cite", "2375#16"],
        ["measures", "show", "dprk.textiles"],
        ["measures", "list"],
        ["whatif", "us-2022-05-final", "--adopted", "2022-05-26", "--replay", str(EXAMPLES)],
    ):
        ran = run(*args, screen=screen)
        assert ran.code == 0, args
        assert not COLOUR.search(ran.out), args
        if args[0] == "assess" or (screen and args[0] != "measures"):
            shown = STYLE.sub("", ran.out)
            assert max(len(line) for line in shown.splitlines()) <= int(columns), args


# ── assess: what goes wrong ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["assess", "nowhere.yaml"], "there is no such file or folder"),
        (["assess", ""], "no file was named"),
        (["assess", "x" * 400], "too long"),
        (["assess"], "Missing argument"),
        (["assess", "examples", "--colour"], "No such option"),
        (["assess", "examples", "--on", "1 May"], "write YYYY-MM-DD"),
        (["assess", "examples", "--on", "2018-02-30"], "write YYYY-MM-DD"),
        (["assess", "examples", "--on", "9999-12-31"], "is outside"),
        (["assess", "examples", "--known-on", "0001-01-01"], "is outside"),
        (["regime", "show", "--on", "9999-12-31"], "is outside"),
        (["regime", "cite", "2375#99"], "hint: it has 1, 2"),
        (["regime", "cite", "2375"], "hint: it has 1, 2"),
        (["regime", "cite", "2357#1"], "did you mean"),
        (["regime", "cite", ""], "there is no text"),
        (["regime", "check", "nowhere"], "does not exist"),
        (["regime", "check", "examples"], "holds no law"),
        (["regime", "export", "--format", "xml"], "'xml' is not one of"),
        (["measures", "show", "dprk.textile"], "did you mean dprk.textiles"),
        (
            ["measures", "show", "dprk.textiles", "--on", "2010-01-01"],
            "there is no measure 'dprk.textiles' on",
        ),
        (["measures", "show", "zzz"], "see: regime show"),
        (["whatif", "us-2022-05-finale", "--adopted", "2022-05-26"], "did you mean us-2022-05-final"),
        (["whatif", "us-2022-05-final"], "Missing option '--adopted'"),
        (["whatif", "us-2022-05-final", "--adopted", "9999-12-31"], "is outside"),
        (["whatif", "us-2022-05-final", "--adopted", "2022-05-26", "--replay", "nowhere"], "no such file"),
        (["schema", "transactions"], "'transactions' is not one of"),
        (["asses", "examples"], "No such command"),
    ],
    ids=lambda value: "-".join(value)[:60] if isinstance(value, list) else "",
)
def test_wrong_usage_ends_with_2_and_says_why(
    run: Run, monkeypatch: pytest.MonkeyPatch, args: list[str], says: str
) -> None:
    monkeypatch.chdir(ROOT)
    ran = run(*args)
    assert ran.code == 2
    assert says in ran.err
    assert ran.out == ""


def test_a_folder_without_transactions_ends_with_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "read.me").write_text("nothing here")
    ran = run("assess", str(tmp_path))
    assert ran.code == 2
    assert "holds no transaction" in ran.err


@pytest.mark.parametrize(
    "given",
    [
        b"",
        b"[1]",
        b"act: imprt\n",
        b"act: import\ngoods: {hs: '7701'}\ndate: 2018-01-01\nfrom: KP\n",
        b"flow: to-dprk\nfrom: KP\nto: CN\n",
    ],
)
def test_bad_facts_end_with_4_and_name_the_place(run: Run, given: bytes) -> None:
    ran = run("assess", "-", given=given)
    assert ran.code == 4
    assert ran.err.startswith("error: <stdin>")
    assert ran.out == ""


@pytest.mark.parametrize(
    "given",
    [
        b"date: 2018-02-30\n",
        b"date: 2018-01-01\ndate: 2018-01-01\n",
        b'{"act": "import"',
        b"a: *b\n",
    ],
)
def test_what_cannot_be_read_ends_with_2_and_names_the_place(run: Run, given: bytes) -> None:
    ran = run("assess", "-", given=given)
    assert ran.code == 2
    assert ran.err.startswith("error: <stdin>")
    assert ran.out == ""


def test_bytes_that_are_no_text_end_with_2(run: Run) -> None:
    ran = run("assess", "-", given=b"\xff\xfe\x00\x01")
    assert ran.code == 2
    assert "not UTF-8 text" in ran.err


def test_a_bad_file_is_told_and_the_others_are_answered(run: Run, tmp_path: Path) -> None:
    shutil.copy(example(6), tmp_path / "good.yaml")
    (tmp_path / "bad.yaml").write_text("act: imprt\n")
    ran = run("assess", str(tmp_path))
    assert ran.code == 4
    bad, good = ran.lines
    assert set(bad) == {"source", "error"}
    assert set(bad["error"]) == {"message", "where", "hint"}
    assert good["outcome"] == "prohibited"
    assert "bad.yaml:1" in ran.err
    assert "did you mean import" in ran.err
    assert run("assess", str(tmp_path), "--exit-code").code == 4
    assert "1 transactions" in run("assess", str(tmp_path), "--summary").out


@settings(max_examples=100)
@given(content=st.binary(max_size=200))
def test_any_bytes_are_answered_or_refused(run: Run, content: bytes) -> None:
    ran = run("assess", "-", given=content)
    assert ran.code in (0, 2, 4)
    assert (ran.code == 0) == bool(ran.out) or ran.lines
    assert ran.code == 0 or "error: " in ran.err


PIECES = [
    *(f"{name}: ".encode() for name in ("date", "act", "goods", "parties", "facts", "ships", "from", "to")),
    *(b"2018-01-01", b"import", b"KP", b"coal", b"unknown", b"yes", b"{hs: '2701'}", b"5000 t", b"-5 t"),
    *(
        b"\n",
        b"\n  ",
        b"- ",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b"'",
        b'"',
        b"\\ud800",
        b"#",
        b"\t",
        b"\x00",
        b"99999999",
    ),
    *(b"{words: ", b"{name: ", b"origin: ", b"tallies: ", b"{cap: refined, delivered: ", b"\xc3\xa9"),
]


@settings(max_examples=100)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=14))
def test_any_shape_of_facts_is_answered_or_refused(run: Run, pieces: list[bytes]) -> None:
    ran = run("assess", "-", given=b"".join(pieces))
    assert ran.code in (0, 2, 4)
    assert ran.code == 0 or "error: " in ran.err


# ── regime and measures ───────────────────────────────────────────────────────────────────────


def test_regime_show_is_the_consolidated_regime(run: Run) -> None:
    data = run("regime", "show", "--on", "2017-12-22").data
    assert data["as_of"] == "2017-12-22"
    assert {"texts", "measures", "mandates", "duties", "designations"} <= set(data)
    measure = next(m for m in data["measures"] if m["id"] == "dprk.textiles")
    assert measure["since"] == "2017-09-11"
    assert measure["cites"] == ["S/RES/2375 (2017), para. 16"]
    assert {rule["id"] for rule in measure["exceptions"]} >= {"committee-approval", "wind-down"}


def test_regime_show_for_people_has_the_traders_tables(run: Run) -> None:
    out = run("regime", "show", "--on", "2018-01-01", screen=True).out
    for words in (
        "In force on 2018-01-01",
        "From the DPRK",
        "To the DPRK",
        "2375#16",
        "committee-1718: mandate",
    ):
        assert words in out
    assert "Duties under the regime as a whole" not in out
    assert "Duties under the regime" in run("regime", "show", "--on", "2018-01-01", "--all").out


def test_before_the_first_text_there_is_no_measure(run: Run) -> None:
    assert run("regime", "show", "--on", "2006-07-14").data["measures"] == []
    assert run("regime", "show", "--on", "2006-07-14", screen=True).code == 0


def test_regime_show_knows_two_times(run: Run) -> None:
    def limit(*options: str) -> str:
        data = run("regime", "show", "--on", "2018-03-01", *options).data
        return str(next(m["limit"] for m in data["measures"] if m["id"] == "dprk.petroleum.refined"))

    assert "2,000,000 barrel a year" in limit("--known-on", "2017-12-21")
    assert "500,000 barrel a year" in limit()


def test_regime_diff_lists_what_changed_and_by_which_paragraph(run: Run) -> None:
    rows = run("regime", "diff", "2017-09-10", "2017-09-11").data
    added = {row["measure"]: row for row in rows if row["direction"] == "added" and row["field"] == "measure"}
    assert added["dprk.textiles"]["cite"] == "S/RES/2375 (2017), para. 16"
    assert run("regime", "diff", "2017-09-11", "2017-09-11").data == []
    assert "dprk.textiles" in run("regime", "diff", "2017-09-10", "2017-09-11", screen=True).out


def test_a_diff_backwards_ends_what_it_began(run: Run) -> None:
    there = run("regime", "diff", "2017-09-10", "2017-09-11").data
    back = run("regime", "diff", "2017-09-11", "2017-09-10").data
    new = {row["measure"] for row in there if row["direction"] == "added" and row["field"] == "measure"}
    gone = {row["measure"] for row in back if row["direction"] == "ended" and row["field"] == "measure"}
    assert new == gone


@pytest.mark.parametrize("ref", ["2375#16", "unsc/2375#16", "S/RES/2375 (2017)#16", "2375# 16"])
def test_regime_cite_gives_a_paragraph_in_our_words(run: Run, ref: str) -> None:
    data = run("regime", "cite", ref).data
    assert (data["symbol"], data["para"], data["binds"]) == ("S/RES/2375 (2017)", "16", True)
    assert "unsc/2375#16 impose dprk.textiles" in data["operations"]
    assert data["gist"] in " ".join(run("regime", "cite", ref, screen=True).out.split())


def test_regime_check_finds_the_shipped_law_whole(run: Run) -> None:
    data = run("regime", "check", "--json").data
    assert data["errors"] == []
    assert all(row["paragraphs"] <= row["operative"] for row in data["texts"])
    ran = run("regime", "check")
    assert ran.code == 0
    assert "no errors" in ran.out


def test_regime_check_of_a_folder_names_file_and_line_and_ends_with_4(run: Run, tmp_path: Path) -> None:
    shutil.copytree(LAW, tmp_path / "law")
    assert run("regime", "check", str(tmp_path / "law")).code == 0
    file = tmp_path / "law" / "resolutions" / "unsc-2375-2017.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("impose: dprk.textiles", "impoze: dprk.textiles"), encoding="utf-8")
    ran = run("regime", "check", str(tmp_path / "law"))
    assert ran.code == 4
    line = 1 + text[: text.index("impose: dprk.textiles")].count("\n")
    assert f"unsc-2375-2017.yaml:{line}" in ran.err
    data = run("regime", "check", str(tmp_path / "law"), "--json")
    assert data.code == 4
    assert data.data["errors"]


def test_export_is_the_same_in_yaml_and_json(run: Run) -> None:
    as_json = run("regime", "export", "--on", "2016-03-02").data
    as_yaml = yaml.safe_load(run("regime", "export", "--on", "2016-03-02", "--format", "yaml").out)
    assert as_yaml == as_json == run("regime", "show", "--on", "2016-03-02", "--json").data


def test_measures_show_tells_history_with_sources(run: Run) -> None:
    data = run("measures", "show", "dprk.petroleum.refined", "--on", "2018-01-01").data
    assert data["history"][0]["cite"] == "S/RES/2375 (2017), para. 14"
    assert data["cites"][0] == "S/RES/2397 (2017), para. 5"
    out = run("measures", "show", "dprk.petroleum.refined", "--on", "2018-01-01", screen=True).out
    assert "S/RES/2397 (2017), para. 5" in out
    assert "500,000 barrel" in out


def test_measures_list_has_every_measure_once(run: Run) -> None:
    rows = run("measures", "list", "--on", "2018-01-01").data
    shown = run("regime", "show", "--on", "2018-01-01").data["measures"]
    assert [row["id"] for row in rows] == [measure["id"] for measure in shown]
    lines = run("measures", "list", "--on", "2018-01-01", screen=True).out.splitlines()
    assert [line.split()[0] for line in lines] == [row["id"] for row in rows]


@pytest.mark.parametrize(
    "measure", ["dprk.textiles", "dprk.coal", "dprk.asset-freeze", "dprk.workers-abroad"]
)
def test_every_measure_can_be_shown(run: Run, measure: str) -> None:
    assert run("measures", "show", measure, "--on", "2018-01-01").data["id"] == measure


# ── whatif ────────────────────────────────────────────────────────────────────────────────────


def test_whatif_replays_saved_transactions(run: Run) -> None:
    ran = run("whatif", "us-2022-05-final", "--adopted", "2022-05-26", "--replay", str(EXAMPLES))
    assert ran.code == 0
    data = ran.data
    assert data["draft"] == "draft/us-2022-05-final" or data["draft"].endswith("us-2022-05-final")
    assert data["replayed"] == number_of_examples()
    assert data["errors"] == []
    rajin = next(row for row in data["changed"] if "rajin" in row["source"])
    assert (rajin["before"], rajin["after"]) == ("permitted_if", "prohibited")
    assert all(row["before"] != row["after"] for row in data["changed"])
    assert any(row["measure"] == "dprk.petroleum.refined" for row in data["changes"])


def test_whatif_for_people_tells_how_many_change(run: Run) -> None:
    ran = run("whatif", "us-2022-05-final", "--adopted", "2022-05-26", "--replay", str(EXAMPLES), screen=True)
    assert f"of {number_of_examples()} transactions change" in ran.out


def test_whatif_takes_a_draft_of_ones_own(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    shutil.copy(LAW / "drafts" / "us-2022-05-final.yaml", mine)
    shipped = run("whatif", "us-2022-05-final", "--adopted", "2022-05-26").data
    assert run("whatif", str(mine), "--adopted", "2022-05-26").data["changes"] == shipped["changes"]


def test_whatif_with_a_bad_transaction_answers_the_rest_and_ends_with_4(run: Run, tmp_path: Path) -> None:
    shutil.copy(example(4), tmp_path / "good.yaml")
    (tmp_path / "bad.yaml").write_text("act: imprt\n")
    ran = run("whatif", "us-2022-05-final", "--adopted", "2022-05-26", "--replay", str(tmp_path))
    assert ran.code == 4
    assert ran.data["replayed"] == 1
    assert len(ran.data["errors"]) == 1
    assert "did you mean import" in ran.err


def test_whatif_with_a_draft_that_is_no_draft(run: Run) -> None:
    ran = run("whatif", example(1), "--adopted", "2020-01-01")
    assert ran.code == 4
    assert "unknown key" in ran.err


# ── schema ────────────────────────────────────────────────────────────────────────────────────

TYPES = {"object", "array", "string", "number", "integer", "boolean", "null"}
KEYWORDS = {
    *("$defs", "$ref", "$schema", "additionalProperties", "anyOf", "const", "default", "description"),
    *("enum", "examples", "format", "items", "maxItems", "minItems", "prefixItems", "properties"),
    *("required", "title", "type"),
}


def schema_nodes(node: Any) -> list[dict[str, Any]]:
    """Every sub-schema; names of properties and definitions are not keywords."""
    if not isinstance(node, dict):
        return []
    found = [node]
    for key in ("properties", "$defs"):
        found += [deep for inner in node.get(key, {}).values() for deep in schema_nodes(inner)]
    for key in ("anyOf", "prefixItems"):
        found += [deep for inner in node.get(key, []) for deep in schema_nodes(inner)]
    for key in ("items", "additionalProperties"):
        found += schema_nodes(node.get(key))
    return found


def test_the_schema_is_a_json_schema(run: Run) -> None:
    schema = run("schema", "transaction").data
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False
    for node in schema_nodes(schema):
        assert set(node) <= KEYWORDS, node
        assert node.get("type", "object") in TYPES
        assert set(node.get("required", [])) <= set(node.get("properties", {}))
        assert "enum" not in node or node["enum"]
        if "$ref" in node:
            assert node["$ref"].removeprefix("#/$defs/") in schema["$defs"]


def test_every_field_of_the_schema_says_what_it_is(run: Run) -> None:
    schema = run("schema", "transaction").data
    for place in (schema, *schema["$defs"].values()):
        for name, field in place["properties"].items():
            assert field.get("description"), name


def fits(value: Any, node: Any, schema: dict[str, Any]) -> bool:
    """Whether a value fits the schema: as much of JSON Schema as ours uses."""
    if "$ref" in node:
        return fits(value, schema["$defs"][node["$ref"].rsplit("/", 1)[1]], schema)
    if "anyOf" in node:
        return any(fits(value, branch, schema) for branch in node["anyOf"])
    if "enum" in node:
        return any(value == choice and type(value) is type(choice) for choice in node["enum"])
    if "const" in node:
        return bool(value == node["const"])
    kind = node.get("type")
    if kind == "object":
        known = node.get("properties", {})
        loose = node.get("additionalProperties", True)
        return (
            isinstance(value, dict)
            and set(node.get("required", [])) <= set(value)
            and all(fits(inner, known[k], schema) if k in known else loose for k, inner in value.items())
        )
    if kind == "array":
        return isinstance(value, list) and all(fits(item, node.get("items", {}), schema) for item in value)
    python: dict[str, tuple[type, ...]] = {
        "string": (str,),
        "number": (int, float),
        "integer": (int,),
        "boolean": (bool,),
        "null": (type(None),),
    }
    if kind in ("number", "integer") and isinstance(value, bool):
        return False
    return kind is None or isinstance(value, python[kind])


def only_fields_of(value: Any, node: Any, schema: dict[str, Any]) -> list[str]:
    """Names used in a value that no branch of the schema knows."""
    if "$ref" in node:
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
    if "anyOf" in node:
        return min((only_fields_of(value, branch, schema) for branch in node["anyOf"]), key=len)
    if "items" in node:  # one may stand without a list
        many = value if isinstance(value, list) else [value]
        return [name for item in many for name in only_fields_of(item, node["items"], schema)]
    if not isinstance(value, dict):
        return []
    known = node.get("properties", {})
    unknown = [] if node.get("additionalProperties") is True else [key for key in value if key not in known]
    return unknown + [n for k, v in value.items() if k in known for n in only_fields_of(v, known[k], schema)]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_an_example_uses_only_fields_of_the_schema(run: Run, path: Path) -> None:
    schema = run("schema", "transaction").data
    facts = json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str))
    assert only_fields_of(facts, schema, schema) == []


WRITTEN_OUT = {
    "id": "K-1",
    "date": "2019-10-15",
    "act": ["supply"],
    "from": {"country": "RU"},
    "to": {"country": "KP"},
    "goods": [{"words": "diesel", "hs": "2710.19", "quantity": {"amount": 1200, "unit": "t"}}],
    "parties": [{"name": "East Oil", "role": "seller", "listed": False}],
    "facts": {"livelihood_only": "yes"},
}


def test_a_written_out_transaction_fits_the_schema_and_is_answered(run: Run) -> None:
    schema = run("schema", "transaction").data
    assert fits(WRITTEN_OUT, schema, schema)
    assert run("assess", "-", given=json.dumps(WRITTEN_OUT).encode()).code == 0


@pytest.mark.parametrize(
    "change",
    [
        {"colour": "red"},
        {"act": "imprt"},
        {"facts": {"livelihood_only": "maybe"}},
        {"flow": "up"},
        {"goods": 5},
    ],
)
def test_what_does_not_fit_the_schema_is_refused_too(run: Run, change: dict[str, Any]) -> None:
    schema = run("schema", "transaction").data
    wrong = {**WRITTEN_OUT, **change}
    assert not fits(wrong, schema, schema)
    assert run("assess", "-", given=json.dumps(wrong).encode()).code == 4


@pytest.mark.parametrize(
    ("what", "word"), [("acts", "tranship"), ("facts", "livelihood_only"), ("goods", "textiles")]
)
def test_the_closed_lists_can_be_printed(run: Run, what: str, word: str) -> None:
    ran = run("schema", what)
    assert ran.code == 0
    assert any(line.startswith(f"{word} ") for line in ran.out.splitlines())


# ── the real thing, in a process of its own ───────────────────────────────────────────────────


PROGRAM = [sys.executable, "-c", "from article41.cli import main; main()"]
ENVIRON = {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def article41(
    *args: str, given: bytes = b"", at: Path = ROOT, **environ: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *args], input=given, capture_output=True, cwd=at, env={**ENVIRON, **environ}, timeout=60
    )


@pytest.mark.parametrize(
    ("args", "given", "code"),
    [
        (["--help"], b"", 0),
        (["--version"], b"", 0),
        (["assess", "examples"], b"", 0),
        (["assess", "examples/06-squid-2018.yaml", "--exit-code"], b"", 1),
        (["assess", "-"], SQUID, 0),
        (["assess", "nowhere"], b"", 2),
        (["assess", "-"], b"act: imprt\n", 4),
        (["assess", "-"], b"\x80", 2),
        (["regime", "cite", "2375#99"], b"", 2),
    ],
)
def test_a_process_ends_with_the_code(args: list[str], given: bytes, code: int) -> None:
    ran = article41(*args, given=given)
    assert ran.returncode == code
    assert b"Traceback" not in ran.stderr
    assert (ran.stderr == b"") == (code in (0, 1))


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_an_output_that_cannot_hold_our_signs_gets_the_words(encoding: str) -> None:
    table = article41("assess", "examples", "--full", "07-diesel-2019", PYTHONIOENCODING=encoding)
    assert table.returncode == 0, table.stderr.decode()
    assert b"permitted within cap" in table.stdout
    regime = article41("regime", "show", "--on", "2018-06-01", "--json", PYTHONIOENCODING=encoding)
    assert regime.returncode == 0
    names = {held["name"] for held in json.loads(regime.stdout.decode(encoding))["designations"]}
    assert "CH'OE SO’K MIN" in names


@pytest.mark.skipif(os.name == "nt", reason="closing a pipe early is a POSIX affair")
def test_a_reader_that_leaves_early_is_no_error() -> None:
    regime = subprocess.Popen(
        [*PROGRAM, "regime", "export", "--on", "2018-01-01"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRON,
    )
    assert regime.stdout is not None
    assert regime.stderr is not None
    first = regime.stdout.readline()
    regime.stdout.close()
    said = regime.stderr.read()
    regime.stderr.close()
    assert (first, said, regime.wait(timeout=60)) == (b"{\n", b"", 0)


def test_answers_do_not_depend_on_the_folder_one_stands_in(tmp_path: Path) -> None:
    file = str(EXAMPLES / "06-squid-2018.yaml")
    inside, outside = (article41("assess", file, at=place).stdout for place in (ROOT, tmp_path))
    assert inside
    assert inside == outside

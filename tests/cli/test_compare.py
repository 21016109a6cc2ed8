"""The command `article41 compare`."""

from __future__ import annotations


def test_two_names_with_reasons(run):
    found = run("compare", "Kim Jong Un", "김정은", screen=True)
    assert found.code == 0
    assert "taken for the same" in found.out
    assert "both may be 정" in found.out


def test_piped_it_is_json_and_the_exit_code_can_tell(run):
    found = run("compare", "Kim Yong Chol", "Kim Yong Chun", "--exit-code")
    assert found.code == 0
    assert found.data["same"] is False
    assert run("compare", "Kim Yong Chol", "김영철", "--exit-code").code == 1


def test_a_file_of_pairs(run, tmp_path):
    pairs, out = tmp_path / "pairs.csv", tmp_path / "out.csv"
    pairs.write_text(
        "name1,name2,schema,birth_date1,birth_date2\nJohn Smith,Jon Smith,Person,1960,1960\n",
        encoding="utf-8",
    )
    assert run("compare", "--input", str(pairs)).lines[0]["same"] is True
    assert run("compare", "--input", str(pairs), "--output", str(out)).code == 0
    assert "because" in out.read_text(encoding="utf-8").splitlines()[0]


def test_wrong_usage_is_told(run, tmp_path):
    assert run("compare", "one name").code == 2
    assert "two names" in run("compare", "one name").err
    missing = run("compare", "--input", str(tmp_path / "none.csv"))
    assert missing.code == 2
    assert "no file of pairs" in missing.err
    assert run("compare", "a b", "c d", "--birth-date1", "never").code == 4

"""The version is written once, in `article41.__version__`."""

import tomllib
from importlib.metadata import version
from pathlib import Path

import article41

ROOT = Path(__file__).parents[2]


def test_pyproject_takes_the_version_from_the_package():
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" not in pyproject["project"]
    assert pyproject["project"]["dynamic"] == ["version"]
    assert pyproject["tool"]["hatch"]["version"]["path"] == "src/article41/__init__.py"


def test_the_installed_version_is_the_one_in_the_source():
    assert version("article41") == article41.__version__


def test_the_changelog_has_a_section_for_the_version():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\n## {article41.__version__}" in changelog

"""No file of the project knows the machine it was written on, or where packages come from."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# A path in a URL has a letter before its first slash; a path on a machine has not.
MACHINE_PATH = r"(?<![\w.~/])/(?:work|root|home|Users)/|\b[A-Z]:\\Users\\"
REGISTRY_HOST = r"\b(?:pypi|pythonhosted|npmjs|(?:deb|snapshot)\.debian)\.(?:org|com)\b"
FORBIDDEN = re.compile(f"{MACHINE_PATH}|{REGISTRY_HOST}")


def project_files() -> list[Path]:
    """What git tracks, and what it would track after `git add`: a slip shows before the commit."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listing = subprocess.run(
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return [ROOT / name for name in listing.split("\0") if name and (ROOT / name).is_file()]


def forbidden_lines(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:  # a picture or another binary file
        return []
    place = path.relative_to(ROOT).as_posix()
    return [f"{place}:{n}: {line}" for n, line in enumerate(lines, 1) if FORBIDDEN.search(line)]


@pytest.mark.parametrize(
    ("line", "forbidden"),
    [
        ("see {}work{}notes.md", True),
        ("'{}root{}x'", True),
        ("https:{0}{0}example.org{0}work{0}notes", False),
        ("src{0}article41{0}data", False),
        ("..{0}root{0}x", False),
    ],
)
def test_a_path_on_a_machine_is_told_from_a_url(line: str, forbidden: bool):
    assert bool(FORBIDDEN.search(line.format("/", "/"))) is forbidden


def test_no_file_names_a_machine_path_or_a_package_registry():
    assert [line for path in project_files() for line in forbidden_lines(path)] == []

"""The README's examples are real: every console block is run on a terminal, and its output compared.

`python tests/docs/test_readme.py` writes the blocks anew. "# first 8 lines" behind a command cuts its output.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
FINGERPRINT = re.compile(r"article41/\S+ rules/\w+ goods/\w+.*")
AGE = re.compile(r"\b\d+ days (old|before)\b")
CUT = re.compile(r"\s+# first (\d+) lines$")
pty = pytest.importorskip("pty") if "pytest" in sys.modules else __import__("pty")


def on_a_terminal(command: str) -> str:
    """What a person sees who types the command in a terminal of 100 columns."""
    cut = CUT.search(command)
    with tempfile.TemporaryDirectory() as home:  # nothing added by whoever runs this
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        env = os.environ | {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "xterm", "PATH": path}
        shown = _shown(CUT.sub("", command), env | {"ARTICLE41_HOME": home})
    text = re.sub(r"\x1b\[[0-9;]*m", "", shown.replace("\r\n", "\n"))
    lines = "\n".join(line.rstrip() for line in text.splitlines()).strip("\n").splitlines()
    if cut and len(lines) > int(cut[1]):
        lines = [*lines[: int(cut[1])], "..."]
    same = AGE.sub(r"... days \1", "\n".join(lines))
    return FINGERPRINT.sub("article41/... rules/... goods/...", same)


def _shown(command: str, env: dict[str, str]) -> str:
    parent, child = pty.openpty()
    process = subprocess.Popen(command, shell=True, stdout=child, stderr=child, env=env, cwd=ROOT)
    os.close(child)
    shown = b""
    while True:
        try:
            part = os.read(parent, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    process.wait()
    os.close(parent)
    return shown.decode()


def rewritten(block: str) -> str:
    """A console block with the output its commands give now."""
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "\n\n".join(f"$ {command}\n{on_a_terminal(command)}" for command in commands) + "\n"


@pytest.mark.parametrize("block", BLOCK.findall(README.read_text(encoding="utf-8")))
def test_console_block_is_what_the_program_prints(block: str) -> None:
    assert rewritten(block) == block, "run: python tests/docs/test_readme.py"


def test_python_example_runs() -> None:
    text = README.read_text(encoding="utf-8")
    for code in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        exec(compile(code, "README.md", "exec"), {})
        assert "assert" in code


if __name__ == "__main__":
    found = README.read_text(encoding="utf-8")
    README.write_text(
        BLOCK.sub(lambda match: f"```console\n{rewritten(match[1])}```", found), encoding="utf-8"
    )

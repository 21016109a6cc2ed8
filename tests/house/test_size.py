"""Files and functions stay short enough to read in one sitting."""

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
FILE_LINES = 400
FUNCTION_LINES = 60


def sources() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            place = f"{path.relative_to(SOURCE)}:{node.lineno} {node.name}"
            yield place, node.end_lineno - node.lineno + 1


def test_no_file_is_longer_than_400_lines():
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    assert lines
    too_long = {str(path.relative_to(SOURCE)): n for path, n in lines.items() if n > FILE_LINES}
    assert too_long == {}


def test_no_function_is_longer_than_60_lines():
    too_long = {
        place: lines for path in sources() for place, lines in functions(path) if lines > FUNCTION_LINES
    }
    assert too_long == {}

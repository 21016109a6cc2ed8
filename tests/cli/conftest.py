"""Runs the command line in this process, with the law loaded once for all tests."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from article41.cli import main
from article41.goods import load_goods
from article41.regime.law import load_law
from article41.service import desk


@dataclass(frozen=True)
class Ran:
    """What a command printed and the code it ended with."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


class Screen(io.StringIO):
    """What a person looks at."""

    def isatty(self) -> bool:
        return True


class Input(io.TextIOWrapper):
    """Bytes on standard input."""

    def __init__(self, content: bytes) -> None:
        super().__init__(io.BytesIO(content), encoding="utf-8")


@cache
def _law() -> Any:
    return load_law()


@cache
def _goods() -> Any:
    return load_goods()


def call(*args: str, given: bytes = b"", screen: bool = False) -> Ran:
    """Run `article41 ARGS`; a traceback would come out of here as the exception it is."""
    out, err = Screen() if screen else io.StringIO(), io.StringIO()
    held = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = Input(given), out, err
    try:
        main(list(args))
    except SystemExit as stop:
        return Ran(int(stop.code or 0), out.getvalue(), err.getvalue())
    finally:
        sys.stdin, sys.stdout, sys.stderr = held
    raise AssertionError("main() returned instead of exiting")


@pytest.fixture(scope="session")
def run() -> Any:
    """`run("assess", "x.yaml", "--json")`, with `given=b"..."` on standard input, `screen=True` at a desk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "160")
        patch.delenv("NO_COLOR", raising=False)
        patch.setattr(
            desk,
            "load_law",
            lambda regime="dprk", folder=None: load_law(regime, folder) if folder else _law(),
        )
        patch.setattr(desk, "load_goods", _goods)
        yield call

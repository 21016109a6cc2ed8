"""The command `article41 assess`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from article41.cli.options import json_option, known_on_option, on_option, piped, print_json
from article41.cli.run import BAD_FACTS, USAGE, show_error
from article41.errors import SourceError

if TYPE_CHECKING:
    from article41.service.answers import Answer


@click.command("assess")
@click.argument("source", metavar="FILE|DIR|-")
@on_option
@known_on_option
@json_option
@click.option("--summary", is_flag=True, help="Print the table only, also when piped.")
@click.option("--full", "full", help="After the table, print this answer in full (file name or id).")
@click.option(
    "--screen/--no-screen", default=True, help="Hold named parties and ships against the 1718 list."
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 when an answer bars or is open.")
def command(
    source: str,
    on: date | None,
    known_on: date | None,
    as_json: bool,
    summary: bool,
    full: str | None,
    screen: bool,
    exit_code: bool,
) -> int:
    """Assess the transactions of a file, a folder, or standard input.

    Prints a table for a folder and the full answer for one transaction; JSON (one object, or one
    line each for several) with --json or when piped.
    """
    from article41.service.desk import Desk

    if not source:  # an unset variable in a script, not this folder
        raise SourceError("no file was named", hint="give a file, a folder, or -")
    for_people = not as_json and (summary or bool(full) or not piped())
    many = source != "-" and Path(source).is_dir()
    answers: list[Answer] = []
    for answer in Desk().assess_all(source, on=on, known_on=known_on, screen=screen):
        answers.append(answer)
        if many and not for_people:
            _print([answer], lines=True)
    if not answers:
        raise SourceError("holds no transaction", where=source, hint="files end in .yaml or .json")
    if for_people:
        _show(answers, summary=summary, full=full)
    elif not many:
        _print(answers, lines=len(answers) > 1)
    return _code(answers, exit_code)


_UNCLEAR = frozenset({"prohibited", "needs_approval", "undetermined"})


def _code(answers: list[Answer], wanted: bool) -> int:
    """Shows what is wrong with bad input; 2 or 4 for it, else 0, or 1 where a bar was asked for."""
    errors = [answer.error for answer in answers if answer.error is not None]
    for error in errors:
        show_error(error)
    if errors:
        return USAGE if all(isinstance(error, SourceError) for error in errors) else BAD_FACTS
    unclear = any(a.assessment and a.assessment.outcome.value in _UNCLEAR for a in answers)
    return 1 if wanted and unclear else 0


def _print(answers: list[Answer], *, lines: bool) -> None:
    """JSON: one object, or one line each. A lone faulty transaction is reported as an error only."""
    from article41.service.plain import plain_answer

    for answer in answers:
        if lines or answer.assessment is not None:
            print_json(plain_answer(answer), indent=None if lines else 2)


def _show(answers: list[Answer], *, summary: bool, full: str | None) -> None:
    from article41.cli.show_answer import show_answer, show_table

    good = [answer for answer in answers if answer.assessment is not None]
    if len(good) != 1 or summary:
        show_table(good)
    if len(good) == 1 and not summary:
        show_answer(good[0])
    elif full:
        show_answer(_picked(good, full))


def _picked(good: list[Answer], name: str) -> Answer:
    for answer in good:
        assert answer.assessment is not None
        if name in (answer.assessment.id, Path(answer.source).stem, Path(answer.source).name):
            return answer
    raise SourceError(f"no answer is called '{name}'", hint="give a file name or an id")

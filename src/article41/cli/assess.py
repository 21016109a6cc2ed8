"""article41 assess"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from article41.cli.options import json_option, known_on_option, on_option, piped, print_json
from article41.cli.run import BAD_FACTS, show_error
from article41.errors import SourceError


@click.command("assess")
@click.argument("source", metavar="FILE|DIR|-")
@on_option
@known_on_option
@json_option
@click.option("--summary", is_flag=True, help="Print the table only, also when piped.")
@click.option("--full", "full", help="After the table, print this answer in full (file name or id).")
@click.option("--exit-code", is_flag=True, help="Exit with 1 when an answer bars or is open.")
def command(
    source: str,
    on: date | None,
    known_on: date | None,
    as_json: bool,
    summary: bool,
    full: str | None,
    exit_code: bool,
) -> int:
    """Assess the transactions of a file, a folder, or standard input.

    Prints a table for a folder and the full answer for one transaction; JSON (one object, or one
    line each for several) with --json or when piped.
    """
    from article41.service.desk import Answer, Desk
    from article41.service.plain import plain_answer

    answers: list[Answer] = []
    many = source != "-" and Path(source).is_dir()
    for answer in Desk().assess_all(source, on=on, known_on=known_on):
        answers.append(answer)
        if (as_json or (piped() and not (summary or full))) and many:
            print_json(plain_answer(answer), indent=None)
    if not answers:
        raise SourceError("holds no transaction", where=source, hint="files end in .yaml or .json")
    if (as_json or (piped() and not (summary or full))) and not many:
        good = [answer for answer in answers if answer.assessment is not None]
        if len(answers) == 1 and good:
            print_json(plain_answer(answers[0]))
        elif len(answers) > 1:
            for answer in answers:
                print_json(plain_answer(answer), indent=None)
    elif not as_json and (summary or full or not piped()):
        _show(answers, summary=summary, full=full)
    bad = [answer for answer in answers if answer.error is not None]
    for answer in bad:
        assert answer.error is not None
        show_error(answer.error)
    if bad:
        return 2 if all(isinstance(a.error, SourceError) for a in bad) else BAD_FACTS
    unclear = any(a.assessment and a.assessment.outcome.value in _UNCLEAR for a in answers)
    return 1 if exit_code and unclear else 0


_UNCLEAR = frozenset({"prohibited", "needs_approval", "undetermined"})


def _show(answers: list, *, summary: bool, full: str | None) -> None:  # type: ignore[type-arg]
    from article41.cli.show_answer import show_answer, show_table

    good = [answer for answer in answers if answer.assessment is not None]
    if len(good) != 1 or summary:
        show_table(good)
    if len(good) == 1 and not summary:
        show_answer(good[0])
    elif full:
        picked = [a for a in good if full in (a.assessment.id, Path(a.source).stem, Path(a.source).name)]
        if not picked:
            raise SourceError(f"no answer is called '{full}'", hint="give a file name or an id")
        show_answer(picked[0])

"""Runs a command and turns errors into messages and exit codes."""

from __future__ import annotations

import io
import os
import sys

import click

from article41.errors import Article41Error, SourceError, UnknownNameError

USAGE, BAD_FACTS = 2, 4


def run(group: click.Group, args: list[str] | None) -> int:
    """Run and exit. Never shows a traceback for what a user can put right."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without our signs still gets the words
    try:
        result = group.main(args=args, prog_name="article41", standalone_mode=False)
        code = result if isinstance(result, int) else 0
    except click.ClickException as error:
        error.show()
        code = USAGE
    except click.exceptions.Abort:
        click.echo("stopped", err=True)
        code = 130
    except Article41Error as error:
        show_error(error)
        code = USAGE if isinstance(error, SourceError | UnknownNameError) else BAD_FACTS
    except SystemExit as stop:  # click leaves so where the reader of a pipe has left before
        left = type(sys.stdout).__name__ == "PacifyFlushWrapper"  # what click puts there then
        code = 0 if left else int(stop.code or 0)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:  # a path too long, a disk that fails
        show_error(SourceError(error.strerror or str(error), where=str(error.filename or "")))
        code = USAGE
    sys.exit(code)


def show_error(error: Article41Error) -> None:
    """One error on standard error: where, what, what to do."""
    place = f"{error.where}: " if error.where else ""
    click.echo(f"error: {place}{error.message}", err=True)
    if error.hint:
        click.echo(f"  hint: {error.hint}", err=True)

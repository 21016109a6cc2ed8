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
    words = list(sys.argv[1:] if args is None else args)
    try:  # not group.main, which has its own mind about pipes whose reader has left
        with group.make_context("article41", words) as context:
            result = group.invoke(context)
        code = result if isinstance(result, int) else 0
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as error:
        error.show()
        code = USAGE
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        code = 130
    except Article41Error as error:
        show_error(error)
        code = USAGE if isinstance(error, SourceError | UnknownNameError) else BAD_FACTS
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

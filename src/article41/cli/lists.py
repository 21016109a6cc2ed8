"""The command `article41 lists`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from article41.cli.options import DAY, json_option, piped, print_json
from article41.cli.run import USAGE, show_error
from article41.errors import SourceError

if TYPE_CHECKING:
    from article41.service.lists import ListDesk


@click.group("lists")
def command() -> None:
    """The sanctions lists in use: update, status, changes, add, roll, show."""


def _desk() -> ListDesk:
    from article41.service.lists import ListDesk

    return ListDesk()


shrink_option = click.option(
    "--accept-shrink", is_flag=True, help="Accept an edition that is more than a tenth smaller."
)


@command.command("update")
@click.argument("source", nargs=-1)
@shrink_option
@json_option
def update(source: tuple[str, ...], accept_shrink: bool, as_json: bool) -> int:
    """Fetch lists from their publishers; all that can be fetched, or those named.

    A list that cannot be had, is damaged, older or much smaller is refused, and the one held stays.
    """
    from article41.cli.show_lists import plain_update, show_update

    failed = False
    for row in _desk().update(source, accept_shrink=accept_shrink):
        failed = failed or row.error is not None
        if as_json or piped():
            print_json(plain_update(row), indent=None)
        else:
            show_update(row)
        if row.error is not None:
            show_error(row.error)
    return USAGE if failed else 0


@command.command("add")
@click.argument("file")
@click.option("--source", "key", default="", help="Key of the list, where the format alone does not tell.")
@click.option("--edition", type=DAY, help="The edition's date, where the file does not state it.")
@click.option("--past", is_flag=True, help="Keep an older edition, for the history only.")
@shrink_option
@json_option
def add(file: str, key: str, edition: date | None, past: bool, accept_shrink: bool, as_json: bool) -> None:
    """Read a list from a file (or a folder of OFAC CSV files or wallet addresses) and keep it."""
    from article41.cli.show_lists import plain_update, show_update

    if not file:
        raise SourceError("no file was named", hint="give a file or a folder")
    row = _desk().add(Path(file), key=key, edition=edition, accept_shrink=accept_shrink, past=past)
    if as_json or piped():
        print_json(plain_update(row), indent=None)
    else:
        show_update(row)


@command.command("status")
@click.option("--on", type=DAY, default="today", help="The day from which age is counted; today by default.")
@json_option
def status(on: date, as_json: bool) -> None:
    """What lists are in use: edition, age, counts, hash. Stale ones are warned about."""
    from article41.cli.show_lists import plain_status, show_status

    rows = _desk().status(on)
    if as_json or piped():
        for row in rows:
            print_json(plain_status(row), indent=None)
        return
    show_status(rows)


@command.command("changes")
@click.argument("files", nargs=-1, metavar="[OLD NEW]")
@click.option("--source", "key", help="A list held, in place of two files.")
@click.option("--since", type=DAY, help="With --source: from the edition in force on this day.")
@click.option("--all", "everything", is_flag=True, help="Also changes of form and phantoms, on a terminal.")
@json_option
def changes(
    files: tuple[str, ...], key: str | None, since: date | None, everything: bool, as_json: bool
) -> None:
    """Who was listed, amended and delisted between two editions."""
    from article41.cli.show_lists import plain_changes, show_changes

    if len(files) == 2 and key is None:
        found = _desk().changes(*files)
    elif not files and key and since:
        found = _desk().changes_since(key, since)
    else:
        raise click.UsageError("give two files, OLD and NEW, or --source and --since")
    if as_json or piped():
        for row in plain_changes(found):
            print_json(row, indent=None)
        return
    show_changes(found, everything=everything)


@command.command("roll")
@click.option("--on", type=DAY, required=True, help="The day.")
@click.option("--source", "key", default="un-1718", help="A list held; the 1718 list as shipped by default.")
@json_option
def roll(on: date, key: str, as_json: bool) -> None:
    """Who was listed on a day, as far as the editions held can tell."""
    from article41.cli.show_lists import plain_roll, show_roll

    found = _desk().roll(key, on)
    if as_json or piped():
        for row in plain_roll(found):
            print_json(row, indent=None)
        return
    show_roll(found, key)


@command.command("show")
@click.argument("reference")
@click.option("--raw", is_flag=True, help="Also the record as its publisher wrote it.")
@json_option
def show(reference: str, raw: bool, as_json: bool) -> None:
    """An entry by its reference (KPi.001), IMO number, passport or wallet address."""
    from article41.cli.show_lists import show_entity
    from article41.lists.pack import pack_entity

    for snapshot, entity in _desk().find(reference):
        if as_json or piped():
            told: dict[str, Any] = {"list": snapshot.key, **pack_entity(entity)}
            print_json({**told, "raw": snapshot.raw(entity)} if raw else told, indent=None)
        else:
            show_entity(snapshot, entity, raw=raw)

"""The command `article41 rescreen`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from article41.cli.options import json_option, piped, print_json


@click.command("rescreen")
@click.option(
    "--since", "since", multiple=True, required=True, help="The older edition: a file, or a day."
)
@click.option("--list", "lists", multiple=True, help="The newer edition; lists in use if left out.")
@click.option("--input", "source", type=click.Path(path_type=Path), required=True, help="Customers.")
@click.option("--output", "target", type=click.Path(path_type=Path), required=True, help="Results.")
@json_option
@click.option("--exit-code", is_flag=True, help="Exit with 1 when the change brought or altered a match.")
def command(
    since: tuple[str, ...],
    lists: tuple[str, ...],
    source: Path,
    target: Path,
    as_json: bool,
    exit_code: bool,
) -> int:
    """Screen customers against what changed between two editions of a list.

    The column `change` says what happened to the listed party: listed, amended (and what), delisted.
    """
    from article41.cli.show_screen import progress_bar, show_counts
    from article41.service.decisions import read_allow_list
    from article41.service.rescreen import changed
    from article41.service.rows import count_rows
    from article41.service.screen_file import screen_file
    from article41.service.screening import Screener, editions_since, load_lists

    newer = load_lists(lists)
    found = changed(editions_since(since, newer), newer)
    screener = Screener(found.snapshots, allow=read_allow_list(), today=date.today())
    with progress_bar(count_rows(source) if source.is_file() else 0) as tell:
        done = screen_file(screener, source, target, changes=found.changes, tell=tell)
    told = [
        {
            "list": one.source,
            "from": str(one.old),
            "to": str(one.new),
            "listed": len(one.listed),
            "amended": len(one.amended),
            "delisted": len(one.delisted),
        }
        for one in found.deltas
    ]
    if as_json or piped():
        print_json({"changes": told, "rows": done.rows, "results": done.counts, "output": str(target)})
    else:
        for row in told:
            click.echo(
                "{list}, {from} to {to}: {listed} listed, {amended} amended, {delisted} gone".format(**row)
            )
        show_counts(done, target, screener)
    return int(exit_code and bool(done.counts.get("match", 0) + done.counts.get("possible", 0)))

"""The command `article41 measures`."""

from __future__ import annotations

from datetime import date

import click

from article41.cli.options import DAY, json_option, known_on_option, piped, print_json


@click.group("measures")
def command() -> None:
    """One measure: its history, exceptions and sources."""


@command.command("show")
@click.argument("measure")
@click.option("--on", type=DAY, default="today", help="The day; today by default.")
@known_on_option
@json_option
def show(measure: str, on: date, known_on: date | None, as_json: bool) -> None:
    """History of one measure with exceptions and provenance."""
    from article41.service.desk import Desk
    from article41.service.plain_law import plain_measure

    data = plain_measure(Desk().regime(on, known_on).measure(measure))
    if as_json or piped():
        print_json(data)
        return
    from article41.cli.show_regime import show_measure

    show_measure(data)


@command.command("list")
@click.option("--on", type=DAY, default="today", help="The day; today by default.")
@json_option
def list_(on: date, as_json: bool) -> None:
    """Ids and titles of the measures in force."""
    from article41.service.desk import Desk

    rows = [(m.id, m.title, m.since) for m in Desk().regime(on).measures]
    if as_json or piped():
        print_json([{"id": i, "title": title, "since": str(day)} for i, title, day in rows])
        return
    for measure_id, title, _ in rows:
        click.echo(f"{measure_id:32} {title}")

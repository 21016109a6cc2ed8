"""The command `article41 timeline`."""

from __future__ import annotations

from datetime import date

import click

from article41.cli.options import DAY, json_option, known_on_option, piped, print_json

sources_option = click.option("--sources", is_flag=True, help="Name the source of every row.")


@click.command("timeline")
@click.option("--from", "first", type=DAY, help="From this day on.")
@click.option("--to", "last", type=DAY, help="Up to this day.")
@click.option("--type", "types", multiple=True, help="A type of event, or test, launch, council; repeatable.")
@click.option("--actor", "actors", multiple=True, help="A State or body, by code or name; repeatable.")
@click.option("--triggers", is_flag=True, help="Tests and launches that the Council said it would answer.")
@known_on_option
@sources_option
@json_option
def command(
    first: date | None,
    last: date | None,
    types: tuple[str, ...],
    actors: tuple[str, ...],
    triggers: bool,
    known_on: date | None,
    sources: bool,
    as_json: bool,
) -> None:
    """What happened: tests, launches, votes, reports, summits, thefts, and what texts reported.

    Votes and drafts come from the law itself. JSON, one line each, with --json or when piped.
    """
    from article41.service.chronicle import ChronicleDesk

    desk = ChronicleDesk()
    if triggers:
        _triggers(desk, first, last, known_on, as_json)
        return
    entries = desk.timeline(first=first, last=last, types=types, actors=actors, known_on=known_on)
    if as_json or piped():
        from article41.service.chronicle_plain import plain_entry

        for entry in entries:
            print_json(plain_entry(entry), indent=None)
        return
    from article41.cli.show_chronicle import show_timeline

    show_timeline(entries, sources=sources)


def _triggers(
    desk: object, first: date | None, last: date | None, known_on: date | None, as_json: bool
) -> None:
    from article41.service.chronicle import ChronicleDesk

    assert isinstance(desk, ChronicleDesk)
    answers = [
        answer
        for answer in desk.triggers(known_on=known_on)
        if (first is None or answer.triggered.event.date.last >= first)
        and (last is None or answer.triggered.event.date.first <= last)
    ]
    if as_json or piped():
        from article41.service.chronicle_plain import plain_trigger

        for answer in answers:
            print_json(plain_trigger(answer), indent=None)
        return
    from article41.cli.show_chronicle import show_triggers

    show_triggers(answers)

"""The command `article41 positions`."""

from __future__ import annotations

from datetime import date

import click

from article41.cli.options import DAY, json_option, known_on_option, piped, print_json
from article41.cli.timeline import sources_option


@click.command("positions")
@click.option("--actor", help="A State or body, by code or name: US, China, KP.")
@click.option("--measure", help="A measure, or a word of what it is about: refined-petroleum, panel.")
@click.option("--on", type=DAY, help="Each actor's latest position by this day.")
@known_on_option
@sources_option
@json_option
def command(
    actor: str | None,
    measure: str | None,
    on: date | None,
    known_on: date | None,
    sources: bool,
    as_json: bool,
) -> None:
    """Who wants what of the sanctions, over time. The stance is our reading of what was said.

    What texts reported is marked so and stands after the curated record.
    """
    from article41.service.chronicle import ChronicleDesk

    desk = ChronicleDesk()
    rows = desk.positions(actor=actor, measure=measure, on=on, known_on=known_on)
    told = desk.statements(actor=actor, measure=measure, on=on, known_on=known_on)
    if as_json or piped():
        from article41.service.chronicle_plain import plain_entry, plain_position

        for row in rows:
            print_json(plain_position(row), indent=None)
        for entry in told:
            print_json(plain_entry(entry), indent=None)
        return
    from article41.cli.show_chronicle import show_positions

    show_positions(rows, told, sources=sources)

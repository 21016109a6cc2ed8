"""The command `article41 caps`."""

from __future__ import annotations

from datetime import date

import click

from article41.cli.options import json_option, known_on_option, piped, print_json
from article41.cli.timeline import sources_option


@click.command("caps")
@click.argument("cap", required=False)
@click.option("--year", type=click.IntRange(2006, 2100), help="The windows that touch this year, in full.")
@known_on_option
@sources_option
@json_option
def command(cap: str | None, year: int | None, known_on: date | None, sources: bool, as_json: bool) -> None:
    """Deliveries against the ceilings: refined-petroleum, crude or coal, or all of them.

    Ceilings come from the law. What States declared and what others estimate stand side by side and
    are never mixed. With --year in full; JSON, one line a window, with --json or when piped.
    """
    from article41.service.chronicle import ChronicleDesk

    uses = ChronicleDesk().caps(cap, year=year, today=date.today(), known_on=known_on)
    if as_json or piped():
        from article41.service.chronicle_plain import plain_cap

        for use in uses:
            print_json(plain_cap(use), indent=None)
        return
    from article41.cli.show_caps import show_cap, show_caps

    if year is None:
        show_caps(uses, sources=sources)
        return
    if not uses:
        click.echo(f"no cap of that kind has a window in {year}")
    for use in uses:
        show_cap(use, sources=sources)

"""The command `article41 whatif`."""

from __future__ import annotations

from datetime import date

import click

from article41.cli.options import DAY, json_option, piped, print_json
from article41.cli.run import BAD_FACTS, show_error


@click.command("whatif")
@click.argument("draft")
@click.option("--adopted", type=DAY, required=True, help="The day on which to suppose it adopted.")
@click.option("--replay", metavar="DIR", help="Re-assess the transactions of a file or folder.")
@click.option("--on", type=DAY, help="Compare the law of this day (default: the adoption day).")
@json_option
def command(draft: str, adopted: date, replay: str | None, on: date | None, as_json: bool) -> int:
    """What DRAFT (an id such as us-2022-05-final, a YAML file, or - for standard input) would change."""
    from article41.service.desk import Desk
    from article41.service.plain_law import plain_whatif

    found = Desk().what_if(draft, adopted, replay, on=on)
    if as_json or piped():
        print_json(plain_whatif(found))
    else:
        from article41.cli.show_whatif import show_whatif

        show_whatif(found)
    for answer in found.errors:
        assert answer.error is not None
        show_error(answer.error)
    return BAD_FACTS if found.errors else 0

"""The command `article41 revenue`."""

from __future__ import annotations

from datetime import date

import click

from article41.cli.options import json_option, known_on_option, piped, print_json
from article41.cli.timeline import sources_option


@click.command("revenue")
@click.argument("method", required=False)
@known_on_option
@sources_option
@json_option
def command(method: str | None, known_on: date | None, sources: bool, as_json: bool) -> None:
    """What evasion is said to earn: by method, with who says so and for which months.

    Nothing is added up, since the claims overlap. METHOD is cyber, coal, arms, it-workers and so on.
    """
    from article41.service.chronicle import ChronicleDesk

    answers = ChronicleDesk().revenue(method=method, known_on=known_on)
    if as_json or piped():
        from article41.service.chronicle_plain import plain_claim

        for answer in answers:
            print_json(plain_claim(answer), indent=None)
        return
    from article41.cli.show_revenue import show_revenue

    show_revenue(answers, sources=sources)

"""The command `article41 council`."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from article41.cli.options import DAY, json_option, piped, print_json


@click.group("council")
def command() -> None:
    """The Security Council: members, votes, mandates, and how a draft would fare."""


_day_option = click.option("--on", type=DAY, default="today", help="The day; today by default.")
_from_option = click.option("--from", "first", type=DAY, help="From this day on.")
_to_option = click.option("--to", "last", type=DAY, help="Up to this day.")


@command.command("members")
@_day_option
@json_option
def members(on: date, as_json: bool) -> None:
    """The fifteen members of a day, and who presides."""
    from article41.service.council import CouncilDesk
    from article41.service.plain_council import plain_sitting

    sitting = CouncilDesk().sitting(on)
    if as_json or piped():
        _print_rows(plain_sitting(sitting))
        return
    from article41.cli.show_council import show_sitting

    show_sitting(sitting)


@command.command("votes")
@_from_option
@_to_option
@click.option("--draft", metavar="TEXT", default="", help="One text: 2397, S/2022/431, us-2024-03-panel.")
@click.option("--member", metavar="COUNTRY", default="", help="How this member voted (RU, or the name).")
@click.option(
    "--ballot",
    type=click.Choice(["for", "against", "abstain", "absent"]),
    help="Only votes in which it (or anybody) voted so.",
)
@click.option("--procedural", is_flag=True, help="The procedural votes instead (no veto).")
@json_option
def votes(
    first: date | None,
    last: date | None,
    draft: str,
    member: str,
    ballot: str | None,
    procedural: bool,
    as_json: bool,
) -> None:
    """Votes on this file: result, counts, who was against, vetoes."""
    from article41.service.council import CouncilDesk
    from article41.service.plain_council import plain_procedural, plain_vote

    if procedural and (draft or ballot):
        raise click.UsageError("--procedural goes with --from, --to and --member only")
    desk = CouncilDesk()
    country = desk.country(member) if member else ""
    as_data = as_json or piped()
    if procedural:
        meetings = desk.procedural(first, last, country)
        if as_data:
            _print_rows([plain_procedural(vote) for vote in meetings])
            return
        from article41.cli.show_council import show_procedural

        show_procedural(meetings, country)
        return
    found = desk.votes(first, last, draft, country, ballot or "")
    if as_data:
        _print_rows([plain_vote(vote, country) for vote in found])
        return
    from article41.cli.show_council import show_votes

    show_votes(found, country)


@command.command("outlook")
@click.argument("draft")
@click.option("--on", type=DAY, help="The day; that of its vote where there was one, else today.")
@click.option(
    "--direction",
    type=click.Choice(["strengthen", "maintain", "ease"]),
    help="Which way the draft moves the regime, where it goes both ways.",
)
@click.option(
    "--text", "texts", multiple=True, metavar="FILE", help="Also count positions read in this text."
)
@click.option("--all", "everything", is_flag=True, help="Every piece of evidence, also what is too old.")
@json_option
def outlook(
    draft: str,
    on: date | None,
    direction: str | None,
    texts: tuple[str, ...],
    everything: bool,
    as_json: bool,
) -> None:
    """How DRAFT (an id, or a YAML file) would fare: likely ballots, their evidence, what decides."""
    from article41.service.council import CouncilDesk
    from article41.service.plain_council import plain_foreseen

    desk = CouncilDesk()
    found = desk.outlook(draft, on, direction or "", texts)
    if as_json or piped():
        print_json(plain_foreseen(found, desk.record.members))
        return
    from article41.cli.show_outlook import show_outlook

    show_outlook(found, everything=everything)


@command.command("mandates")
@_day_option
@json_option
def mandates(on: date, as_json: bool) -> None:
    """Bodies of the regime: mandates, renewals, and renewals that failed."""
    from article41.service.council import CouncilDesk
    from article41.service.plain_council import plain_mandate

    bodies = CouncilDesk().mandates(on)
    if as_json or piped():
        _print_rows([plain_mandate(body) for body in bodies])
        return
    from article41.cli.show_council import show_mandates

    show_mandates(bodies)


@command.command("drafts")
@json_option
def drafts(as_json: bool) -> None:
    """Drafts of texts and what was asked of the 1718 Committee: sponsors, direction, fate."""
    from article41.service.council import CouncilDesk
    from article41.service.plain_council import plain_draft, plain_request

    record = CouncilDesk().record
    if as_json or piped():
        _print_rows([plain_draft(draft, record.members) for draft in record.drafts])
        _print_rows([plain_request(request) for request in record.requests])
        return
    from article41.cli.show_council import show_drafts

    show_drafts(record)


@command.command("record")
@json_option
def record(as_json: bool) -> None:
    """How the outlook would have read each past vote on the day it was called."""
    from article41.service.council import CouncilDesk
    from article41.service.plain_council import plain_tried

    rows = list(CouncilDesk().tried())
    if as_json or piped():
        _print_rows([plain_tried(row) for row in rows])
        return
    from article41.cli.show_outlook import show_tried

    show_tried(rows)


def _print_rows(rows: list[dict[str, Any]]) -> None:
    """One JSON object a line."""
    for row in rows:
        print_json(row, indent=None)

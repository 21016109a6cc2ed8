"""The command `article41 allow`."""

from __future__ import annotations

from datetime import date

import click

from article41.cli.options import DAY, json_option, piped, print_json
from article41.errors import UnknownNameError

list_option = click.option("--list", "lists", multiple=True, help="List file; un-1718 if left out.")
customer_option = click.option(
    "--customer", required=True, help="Your reference, as in --customer or column id."
)
listing_option = click.option("--listing", required=True, help="The list's reference: KPi.001, IMO1234567.")
by_option = click.option("--by", required=True, help="Who decides.")
why_option = click.option("--why", required=True, help="Why: what shows that it is another party.")


@click.group("allow")
def command() -> None:
    """Decisions: this customer is not that listed party. They fall when the listing changes."""


@command.command("add")
@customer_option
@listing_option
@by_option
@why_option
@click.option("--until", type=DAY, help="Last day the decision stands.")
@list_option
def add(customer: str, listing: str, by: str, why: str, until: date | None, lists: tuple[str, ...]) -> None:
    """Clear a customer of a match."""
    from article41.screening.allow import Decision, facts_digest
    from article41.service.decisions import append_decision
    from article41.service.screening import find_listed

    entity = find_listed(listing, lists)
    decision = Decision(
        customer=customer,
        entity=entity.id,
        facts=facts_digest(entity),
        by=by,
        on=date.today(),
        why=why,
        until=until,
    )
    append_decision(decision)
    click.echo(f"{customer} is not {entity.caption} ({listing}): decided by {by} on {decision.on}")


@command.command("remove")
@customer_option
@listing_option
@by_option
@why_option
def remove(customer: str, listing: str, by: str, why: str) -> None:
    """Take a decision back; the log keeps both."""
    from dataclasses import replace

    from article41.service.decisions import append_decision, read_allow_list

    held = [
        one
        for one in read_allow_list().decisions
        if one.customer == customer and listing in (one.entity, one.entity.partition(":")[2])
    ]
    if not held:
        raise UnknownNameError(
            f"no decision clears {customer} of {listing}", hint="see: article41 allow list"
        )
    for one in held:
        append_decision(replace(one, by=by, why=why, on=date.today(), until=None, revoked=True))
    click.echo(f"{customer} is open again for {listing}")


@command.command("list")
@json_option
def list_(as_json: bool) -> None:
    """The decisions that have not been taken back."""
    from article41.service.decisions import allow_list_path, read_allow_list

    held = read_allow_list().decisions
    if as_json or piped():
        names = ("customer", "entity", "by", "on", "until", "why", "facts")
        rows = [{name: getattr(one, name) for name in names} for one in held]
        print_json([{k: v if v is None else str(v) for k, v in row.items()} for row in rows])
        return
    for one in held:
        until = f" until {one.until}" if one.until else ""
        click.echo(f"{one.customer} is not {one.entity}: {one.by}, {one.on}{until}: {one.why}")
    click.echo(f"{len(held)} decisions in {allow_list_path()}")

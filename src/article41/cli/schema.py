"""The command `article41 schema`."""

from __future__ import annotations

import click

from article41.cli.options import print_json


@click.command("schema")
@click.argument("what", type=click.Choice(["transaction", "acts", "facts", "goods", "subjects"]))
def command(what: str) -> None:
    """The JSON Schema of a transaction, or the closed lists it uses."""
    if what == "transaction":
        from article41.assessment.read import json_schema

        print_json(json_schema())
        return
    if what == "goods":
        from article41.service.desk import Desk

        for name, goods_set in sorted(Desk().goods.sets.items()):
            click.echo(f"{name:24} {goods_set.title}")
        return
    if what == "subjects":
        from article41.assessment.subjects import known_subjects

        for name, fields in known_subjects():
            click.echo(f"{name:36} {fields}")
        return
    from article41.regime.acts import ACTS
    from article41.regime.facts import FACTS

    if what == "acts":
        for name, words in ACTS.items():
            click.echo(f"{name:26} {words}")
        return
    for name, (silence, ask) in FACTS.items():
        click.echo(f"{name:34} {silence.value:8} {ask}")

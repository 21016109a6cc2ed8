"""The command `article41 goods`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from article41.cli.options import DAY, json_option, piped, print_json

if TYPE_CHECKING:
    from article41.service.goods import GoodsRead, SetRow


@click.command("goods")
@click.argument("words", nargs=-1)
@click.option("--hs", help='HS code of 2 to 10 digits, "0307.43".')
@click.option("--revision", type=int, help="Edition of the HS the code is from: 2002 to 2022.")
@click.option("--on", type=DAY, default="today", help="The day; today by default.")
@json_option
def command(words: tuple[str, ...], hs: str | None, revision: int | None, on: date, as_json: bool) -> None:
    """How goods in words or by code are read, and which measures may reach them."""
    from article41.service.desk import Desk
    from article41.service.goods import read_goods

    if not words and not hs:
        raise click.UsageError("say what the goods are, in words or by --hs")
    found = read_goods(Desk(), on, " ".join(words) or None, hs, revision)
    if as_json or piped():
        print_json(_plain(found))
        return
    _show(found)


def _plain(found: GoodsRead) -> dict[str, Any]:
    return {
        "words": found.reading.words,
        "read": found.reading.how,
        "known": found.reading.known,
        "find_out": found.reading.find_out or None,
        "on": str(found.on),
        "sets": [_plain_row(row) for row in found.rows],
    }


def _plain_row(row: SetRow) -> dict[str, Any]:
    return {
        "set": row.set_id,
        "title": row.title,
        "member": row.membership.truth,
        "because": row.membership.how,
        "basis": row.membership.basis.value,
        "confidence": row.membership.confidence.value,
        "measures": [
            {"measure": measure.id, "flow": measure.flow, "cite": str(cite)} for measure, cite in row.measures
        ],
    }


def _show(found: GoodsRead) -> None:
    from rich.console import Console
    from rich.table import Table

    out = Console()
    out.print(found.reading.how, markup=False)
    if not found.reading.known:
        out.print(
            "What they are is not known: give an HS code or another word. Until then any set may hold them."
        )
        return
    if not found.rows:
        out.print(f"No goods set in use on {found.on} holds them. Control lists go by what a thing can do.")
        return
    table = Table(title=f"Goods sets in use on {found.on}")
    for head in ("Set", "In it?", "Because", "Sure", "Measures"):
        table.add_column(head, overflow="fold")
    for row in found.rows:
        uses = "\n".join(f"{measure.id} ({cite})" for measure, cite in row.measures)
        member = "yes" if row.membership.truth else "maybe"
        table.add_row(row.set_id, member, row.membership.how, row.membership.confidence.value, uses)
    out.print(table)

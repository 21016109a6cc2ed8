"""Claims of revenue on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from article41.chronicle.overlap import WHY_NOT_SUMMED
from article41.chronicle.rows import Claim
from article41.cli.show_answer import console
from article41.cli.show_chronicle import dollars, sources_list
from article41.service.chronicle import ClaimAnswer

_BOUNDS = {"at-least": "≥ ", "at-most": "≤ ", "about": "≈ "}


def show_revenue(answers: Sequence[ClaimAnswer], *, sources: bool) -> None:
    """One table a method; no table has a total."""
    out = console()
    for method in dict.fromkeys(answer.claim.method for answer in answers):
        rows = [answer for answer in answers if answer.claim.method == method]
        table = Table(title=f"{method}: {len(rows)} claims", title_justify="left")
        for name in ("Period", "USD", "Quantity", "Who says so", "What", "Overlaps", "Conf."):
            table.add_column(name, no_wrap=name in ("Conf.", "USD"))
        for answer in sorted(rows, key=lambda row: (row.claim.period.first, row.claim.period.last)):
            claim = answer.claim
            table.add_row(
                str(claim.period).replace("/", "\n"),
                money(claim),
                f"{claim.quantity:,.10g} {claim.unit}" if claim.quantity is not None else "",
                f"{claim.claimant}, {claim.document} ({claim.published})",
                claim.what,
                str(len(answer.overlaps) or ""),
                claim.confidence.value,
            )
        out.print(table)
    out.print(Text(WHY_NOT_SUMMED, style="bold"))
    if sources:
        for line in sources_list((answer.claim.id, answer.claim.source) for answer in answers):
            out.print(line)


def money(claim: Claim) -> str:
    """The claimed sum or range, with at least, at most or about."""
    if claim.low_usd is None:
        return ""
    bound = _BOUNDS.get(claim.bound, "")
    if claim.high_usd is None or claim.high_usd == claim.low_usd:
        return f"{bound}{dollars(claim.low_usd)}"
    return f"{bound}{dollars(claim.low_usd)}\nto {dollars(claim.high_usd)}"

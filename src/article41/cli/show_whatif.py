"""A what-if on the terminal."""

from __future__ import annotations

from pathlib import Path

from rich.table import Table

from article41.cli.show_answer import console, outcome_text
from article41.cli.show_regime import show_changes
from article41.service.answers import WhatIf


def show_whatif(found: WhatIf) -> None:
    """The changes in the law, then the transactions whose outcome changes and why."""
    out = console()
    draft = found.draft
    out.print(f"{draft.symbol or draft.id}: {draft.title}", style="bold")
    out.print(f"in the record: {found.status}; supposed here: adopted on {found.adopted}")
    for paragraph in draft.paragraphs:
        if paragraph.confidence.value != "high":
            doubt = f" {paragraph.note}" if paragraph.note else ""
            out.print(
                f"{paragraph.confidence.value} confidence: {paragraph.para}: {paragraph.gist}{doubt}",
                style="yellow",
            )
    show_changes(found.changes, f"in the law, adopted {found.adopted}")
    if not found.replayed:
        return
    table = Table(
        title=f"{len(found.changed)} of {len(found.replayed)} transactions change",
        title_justify="left",
    )
    for name in ("Case", "Before", "After", "Why"):
        table.add_column(name, overflow="fold")
    for row in found.changed:
        table.add_row(
            row.before.title or Path(row.source).name,
            outcome_text(row.before.outcome.value),
            outcome_text(row.after.outcome.value),
            row.after.because,
        )
    out.print(table)

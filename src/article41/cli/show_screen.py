"""Matches on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from article41.cli.show_answer import console
from article41.screening.answered import CLEARED, MATCH, NO_MATCH, POSSIBLE, Answered
from article41.screening.match import Match
from article41.screening.query import Thresholds
from article41.service.screen_file import Progress as Done
from article41.service.screening import Screener, Screening

MOST_SHOWN = 8
_STATUS = {
    MATCH: ("match", "bold red"),
    POSSIBLE: ("possible match", "bold yellow"),
    CLEARED: ("cleared by decision", "green"),
    NO_MATCH: ("no match on the lists below", "green"),
}


def show_screening(found: Screening) -> None:
    """Each answer with the table of its matches, then what they were held against."""
    for answer in found.answers:
        _show_answer(answer, found.thresholds)
    out = console()
    out.print()
    day = f" as of {found.as_of}" if found.as_of else ""
    out.print(Text(f"Screened{day} against", style="bold"))
    for used in found.lists:
        out.print(f"  {used.source}, edition {used.edition}, {used.parties:,} parties, {used.digest[:16]}")
        for note in used.notes:
            out.print(f"    {note}", style="dim", markup=False)
    limits = found.thresholds
    out.print(f"  matches from {limits.possible:g}, strong from {limits.strong:g}", style="dim")


def _show_answer(answer: Answered, limits: Thresholds) -> None:
    out, query = console(), answer.screened.query
    status = answer.status(limits)
    words, style = _STATUS[status]
    out.print()
    out.print(Text(query.name or "no name", style="bold").append("  ").append(words, style=style))
    for note in answer.screened.notes:
        out.print(f"  {note}", markup=False, style="yellow")
    shown = answer.screened.matches[:MOST_SHOWN]
    for match in shown:
        _show_match(out, match, answer, limits)
    left = len(answer.screened.matches) - len(shown)
    if left:
        out.print(f"\nand {left} more; --json shows all, --threshold narrows", style="dim")
    if answer.screened.set_aside:
        out.print("\nSet aside: alike by name, but what else is known speaks against", style="bold")
        for match in answer.screened.set_aside[:MOST_SHOWN]:
            out.print(
                f"  {match.score:.2f}  {match.reference}  {match.entity.caption}: {match.because}",
                markup=False,
            )


def _show_match(out: Console, match: Match, answer: Answered, limits: Thresholds) -> None:
    entity = match.entity
    out.print()
    head = Text(f"{match.score:.2f}  ", style="bold red" if match.score >= limits.strong else "bold yellow")
    head.append(f"{entity.caption}", style="bold").append(f"  {match.reference}")
    listed = [str(row.listed_on) for row in entity.listings if row.listed_on]
    told = [entity.schema.value, match.snapshot.partition(":")[0], *entity.programmes]
    head.append(f"  {', '.join(told)}{f', listed {min(listed)}' if listed else ''}", style="dim")
    out.print(head)
    decided = answer.decided.get(entity.id)
    if decided is not None:
        style = "green" if decided.stands else "yellow"
        out.print(Text(f"  {decided.because}", style=style))
    out.print(_features(match))


def _features(match: Match) -> Table:
    table = Table(box=None, pad_edge=False, show_edge=False, padding=(0, 2, 0, 2))
    for name in ("What", "Asked", "Listed", "Points", "Why"):
        table.add_column(name, header_style="dim", justify="right" if name == "Points" else "left")
    if match.name is not None:
        table.add_row("name", "", match.name.text, f"{match.name_score:.2f}", match.name.quality.value)
    for word in match.words:
        table.add_row(f"  {word.name}", word.query, word.listed, f"({word.score:.2f})", word.why, style="dim")
    for one in match.qualifiers:
        table.add_row(one.name, one.query, one.listed, f"{one.points:+.2f}", one.why)
    return table


def show_counts(done: Done, target: Path, screener: Screener) -> None:
    """What a file of customers came to."""
    out = console()
    out.print(f"{done.rows:,} customers screened against {', '.join(screener.index.keys)}")
    for status, count in sorted(done.counts.items()):
        out.print(f"  {status:10} {count:>9,}")
    out.print(f"written to {target}", markup=False)


def show_about(data: dict[str, Any]) -> None:
    """Lists, thresholds, and the measured rates they rest on."""
    out = console()
    for used in data["lists"]:
        out.print(f"{used['source']}, edition {used['edition']}, {used['parties']:,} parties")
    limits = data["thresholds"]
    out.print(f"matches from {limits['possible']:g}, strong from {limits['strong']:g}\n")
    measured = data["measured"]
    if measured is None:
        out.print("nothing has been measured of this version")
        return
    out.print(f"Measured on {measured['date']} with article41 {measured['version']}: {measured['how']}")
    rates = {(row["set"], row["threshold"]): row["rate"] for row in measured["rates"]}
    sets = {row["set"]: row["size"] for row in measured["rates"]}
    table = Table()
    table.add_column("Threshold", justify="right")
    for name, size in sets.items():
        table.add_column(f"{name} ({size:,})", justify="right")
    for level in dict.fromkeys(level for _, level in rates):
        table.add_row(f"{level:.2f}", *(f"{rates[name, level]:.2%}" for name in sets))
    out.print(table)


@contextmanager
def progress_bar(total: int) -> Iterator[Callable[[Done], None]]:
    """A bar on standard error while a file is screened; nothing where nobody looks."""
    bar = Progress(
        TextColumn("screening"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
    )
    with bar:
        task = bar.add_task("screening", total=total)
        yield lambda done: bar.update(task, completed=done.rows)

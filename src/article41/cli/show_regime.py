"""Regimes, changes and measures on the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from article41.cli.show_answer import console
from article41.regime.check import Coverage
from article41.regime.describe import (
    FLOW_WORDS,
    duty_words,
    exception_words,
    goods_words,
    limit_words,
)
from article41.regime.diff import RegimeChange
from article41.regime.measure import Measure
from article41.regime.regime import Regime

_WAYS = {
    "added": "red",
    "tightened": "red",
    "loosened": "green",
    "ended": "green",
    "changed": "yellow",
}
_ORDER = {"from-dprk": 0, "to-dprk": 1, "both": 2, "none": 3}


def show_regime(regime: Regime, *, everything: bool = False) -> None:
    """The trader's table of a day."""
    out = console()
    known = f", as known on {regime.known_on}" if regime.known_on else ""
    table = Table(title=f"In force on {regime.as_of}{known}", title_justify="left")
    for name in ("Measure", "Goods or acts", "Direction", "Since", "Paragraphs", "Exceptions"):
        table.add_column(name, overflow="fold", no_wrap=name == "Since")
    rows = sorted(regime.measures, key=lambda m: (not m.binds, _ORDER[m.flow], m.id))
    for measure in rows:
        table.add_row(*_row(measure, regime))
    out.print(table)
    for term in regime.mandates:
        last = term.last_day or "further notice"
        if regime.mandate(term.body) is term:
            out.print(f"{term.body}: mandate until {last} ({term.cite})")
    if everything:
        out.print("\nDuties under the regime as a whole", style="bold")
        for row in regime.duties:
            due = f" (due {row.due})" if row.due else ""
            out.print(f"  {duty_words(row.duty)}{due}  [{row.duty.cite}]", markup=False)


def _row(measure: Measure, regime: Regime) -> tuple[Text | str, ...]:
    name = Text(measure.title)
    if not measure.binds:
        name.append(" (a call: does not bind)", style="yellow")
    if measure.suspended:
        name.append(" (suspended)", style="yellow")
    what = goods_words(measure)
    if measure.limit:
        what = f"{what}; cap {limit_words(measure.limit)}"
    live = [r for r in measure.exceptions if r.until is None or r.until >= regime.as_of]
    return (
        name,
        what,
        FLOW_WORDS[measure.flow],
        str(measure.since),
        "; ".join(f"{cite.resolution.split('/')[-1]}#{cite.para}" for cite in measure.cites),
        "; ".join(exception_words(rule) for rule in live) or "-",
    )


def show_changes(changes: Sequence[RegimeChange], title: str) -> None:
    """A diff as a table."""
    table = Table(title=f"{len(changes)} changes, {title}", title_justify="left")
    for name in ("", "Measure", "What", "Before", "After", "By"):
        table.add_column(name, overflow="fold")
    for change in changes:
        way = change.direction.value
        table.add_row(
            Text(way, style=_WAYS[way]),
            change.measure,
            change.field,
            change.before or "-",
            change.after or "-",
            str(change.cite or ""),
        )
    console().print(table)


def show_coverage(rows: Sequence[Coverage]) -> None:
    """Paragraphs present and operations, per text."""
    table = Table(title="Coverage of the law", title_justify="left")
    for name in ("Text", "Status", "Paragraphs", "Operations", "Uncertain"):
        table.add_column(name, justify="left" if name in ("Text", "Status") else "right")
    for row in rows:
        table.add_row(
            row.text.symbol or row.text.id,
            row.text.status,
            f"{row.present}/{row.operative}",
            str(row.operations),
            str(row.uncertain),
        )
    table.add_row(
        "all",
        "",
        f"{sum(r.present for r in rows)}/{sum(r.operative for r in rows)}",
        str(sum(r.operations for r in rows)),
        str(sum(r.uncertain for r in rows)),
        style="bold",
    )
    console().print(table)


def show_paragraph(data: dict[str, Any]) -> None:
    """A paragraph in our words."""
    out = console()
    out.print(Text(f"{data['symbol']}, para. {data['para']}", style="bold"))
    out.print(f"{data['verb']} ({'binds' if data['binds'] else 'does not bind'}). {data['gist']}")
    if data["note"]:
        out.print(f"note: {data['note']}", style="dim")
    for operation in data["operations"]:
        out.print(f"  {operation}", markup=False)
    if data["because"]:
        out.print(f"  no operation: {data['because']}")
    out.print(f"confidence: {data['confidence']}; adopted {data['adopted'] or 'not'}; {data['url']}")


def show_measure(data: dict[str, Any]) -> None:
    """One measure: rule, exceptions, provisos, duties, history."""
    out = console()
    out.print(Text(f"{data['id']}: {data['title']}", style="bold"))
    for line in _measure_lines(data):
        out.print(Text(line))
    table = Table(title="History", title_justify="left")
    for name in ("Since", "Paragraph", "What"):
        table.add_column(name)
    for step in data["history"]:
        table.add_row(step["day"], step["cite"], step["what"])
    out.print(table)
    for note in data["notes"]:
        out.print(Text(f"note: {note}", style="dim"))


def _measure_lines(data: dict[str, Any]) -> Iterator[str]:
    for key in ("kind", "flow", "acts", "when", "limit", "since", "confidence", "suspended"):
        if data[key]:
            yield f"  {key}: {data[key]}"
    if data["goods"]:
        yield f"  goods: {', '.join(data['goods'])}"
    yield f"  rests on: {'; '.join(data['cites'])}"
    for rule in data["exceptions"]:
        yield f"  exception {rule['words']}: {rule['when'] or 'always'}  [{'; '.join(rule['cites'])}]"
        yield from (f"    then {duty}" for duty in rule["duties"])
    for proviso in data["provisos"]:
        yield f"  proviso {proviso['id']}: {proviso['when']}  [{proviso['cite']}]"
    yield from (f"  duty {duty}" for duty in data["duties"])

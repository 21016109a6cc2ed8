"""Regimes, changes and measures on the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from article41.cli.show_answer import console, short_cite
from article41.regime.check import Coverage
from article41.regime.describe import (
    duty_words,
    exception_words,
    goods_words,
    limit_words,
)
from article41.regime.diff import RegimeChange
from article41.regime.measure import ExceptionRule, Measure
from article41.regime.regime import Regime

_WAYS = {
    "added": "red",
    "tightened": "red",
    "loosened": "green",
    "ended": "green",
    "changed": "yellow",
}
_SECTIONS = {
    "from-dprk": "From the DPRK",
    "to-dprk": "To the DPRK",
    "both": "Both ways",
    "none": "Services, money, ships, people and the rest",
}


def show_regime(regime: Regime, *, everything: bool = False) -> None:
    """The trader's tables of a day: goods out, goods in, both, services; then mandates and duties."""
    out = console()
    known = f", from texts known on {regime.known_on}" if regime.known_on else ""
    out.print(f"In force on {regime.as_of}{known}", style="bold")
    general = _general(regime)
    for flow, title in _SECTIONS.items():
        rows = [m for m in regime.measures if m.flow == flow]
        if rows:
            out.print(_section(title, rows, regime, {rule.id for rule in general}))
    for rule in general:
        cites = "; ".join(str(cite) for cite in rule.cites)
        out.print(Text(f"Nearly every measure also has: {exception_words(rule)}  [{cites}]"))
    for term in regime.mandates:
        if regime.mandate(term.body) is term:
            last = term.last_day or "further notice"
            out.print(Text(f"{term.body}: mandate until {last}  [{term.cite}]"))
    if everything:
        out.print("\nDuties under the regime as a whole", style="bold")
        for row in regime.duties:
            day = row.due(regime.as_of)
            due = f" (due {day})" if day else ""
            out.print(Text(f"  {duty_words(row.duty)}{due}  [{row.duty.cite}]"))


def _general(regime: Regime) -> list[ExceptionRule]:
    """Exceptions that more than half of the measures share: told once, under the tables."""
    count: dict[str, list[ExceptionRule]] = {}
    for measure in regime.measures:
        for rule in measure.exceptions:
            count.setdefault(rule.id, []).append(rule)
    return [rules[0] for rules in count.values() if len(rules) > len(regime.measures) / 2]


def _section(title: str, rows: list[Measure], regime: Regime, general: set[str]) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", show_lines=False)
    table.add_column("Measure", ratio=5)
    table.add_column("Goods or acts", ratio=6)
    table.add_column("Since", no_wrap=True)
    table.add_column("Paragraphs", ratio=3)
    table.add_column("Exceptions", ratio=4)
    for measure in sorted(rows, key=lambda m: (not m.binds, m.since, m.id)):
        name = Text(measure.title)
        if not measure.binds:
            name.append(" (a call: does not bind)", style="yellow")
        if measure.suspended:
            name.append(" (suspended)", style="yellow")
        what = goods_words(measure)
        if measure.limit:
            what = f"{what}; cap: {limit_words(measure.limit)}"
        live = [
            exception_words(rule)
            for rule in measure.exceptions
            if rule.id not in general and (rule.until is None or rule.until >= regime.as_of)
        ]
        table.add_row(name, what, str(measure.since), _sources(measure), "; ".join(live) or "-")
    return table


def _sources(measure: Measure) -> str:
    cites = [*measure.cites, *(c.cite for c in measure.goods), *(c for _, c in measure.part_cites)]
    return ", ".join(dict.fromkeys(short_cite(cite) for cite in cites))


def show_changes(changes: Sequence[RegimeChange], title: str) -> None:
    """A diff as a table; names listed and delisted are told under it, by paragraph."""
    table = Table(title=f"{len(changes)} changes, {title}", title_justify="left")
    for name in ("", "Measure", "What", "Before", "After", "By"):
        table.add_column(name, overflow="fold", no_wrap=name in ("", "Measure", "By"))
    names: dict[str, list[str]] = {}
    for change in changes:
        if change.field.startswith("designation "):
            head = f"{'listed' if change.after else 'taken off'} by {change.cite}"
            names.setdefault(head, []).append(change.after or change.before)
            continue
        way = change.direction.value
        table.add_row(
            Text(way, style=_WAYS[way]),
            change.measure,
            change.field,
            change.before or "-",
            change.after or "-",
            short_cite(change.cite) if change.cite else "",
        )
    console().print(table)
    for head, listed in names.items():
        console().print(Text(f"{len(listed)} {head}: {', '.join(listed)}"))


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
        only = f" (only to {', '.join(rule['acts'])})" if rule["acts"] else ""
        cites = "; ".join(rule["cites"])
        yield f"  exception {rule['words']}{only}: {rule['when'] or 'always'}  [{cites}]"
        yield from (f"    then {duty}" for duty in rule["duties"])
    for proviso in data["provisos"]:
        yield f"  proviso {proviso['id']}: {proviso['when']}  [{proviso['cite']}]"
    yield from (f"  duty {duty}" for duty in data["duties"])

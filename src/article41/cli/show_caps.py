"""Caps on the terminal: an overview by window, and one window in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from article41.chronicle.alerts import Alert
from article41.chronicle.contradictions import Contradiction
from article41.chronicle.rows import Delivery
from article41.cli.show_answer import console, short_cite
from article41.cli.show_chronicle import sources_list
from article41.service.cap_use import CapUse, UnitUse
from article41.types import Confidence


def show_caps(uses: Sequence[CapUse], *, sources: bool) -> None:
    """One row a window and unit: ceiling, declared, alerts, estimates, and how far they reach."""
    out = console()
    for title in dict.fromkeys(use.cap.title for use in uses):
        rows = [use for use in uses if use.cap.title == title]
        table = Table(title=title, title_justify="left")
        for name in ("Window", "Ceiling", "By", "Declared", "%", "Through", "Alerts", "Estimated by others"):
            table.add_column(name, justify="right" if name in ("Ceiling", "Declared", "%") else "left")
        for run in _runs(rows):
            for row in _overview(run[0]):
                table.add_row(_span(run), *row)
        out.print(table)
    out.print(
        Text(
            "Declared: what States told the Committee, at least; low or medium where it is not sure. "
            "Estimates are claims, each on its own, never added to it. "
            "A window in full: article41 caps CAP --year YEAR.",
            style="dim",
        )
    )
    if sources:
        for line in _sources(row for use in uses for row in use.rows):
            out.print(line)


def _runs(uses: Sequence[CapUse]) -> list[list[CapUse]]:
    """Windows that follow one another with one ceiling and nothing on record are told in one row."""
    runs: list[list[CapUse]] = []
    for use in uses:
        last = runs[-1][-1] if runs else None
        if last and _empty(last) and _empty(use) and last.window.ceiling == use.window.ceiling:
            runs[-1].append(use)
        else:
            runs.append([use])
    return runs


def _empty(use: CapUse) -> bool:
    return not any(unit.declared or unit.estimates for unit in use.units)


def _span(run: list[CapUse]) -> str:
    many = f"\n{len(run)} windows" if len(run) > 1 else ""
    return f"{run[0].window.start}\n{run[-1].window.last}{many}"


def _overview(use: CapUse) -> list[tuple[str | Text, ...]]:
    """The cells after the window: one row a unit, or one in all where nothing is on record."""
    cite = short_cite(use.window.cite)
    nothing = Text("nothing on record", style="dim")
    if _empty(use):
        tops = "\n".join(f"{unit.ceiling:,.0f} {unit.unit}" for unit in use.units)
        return [(tops or "each State's\nown supply", cite, nothing, "", "", "", "")]
    found: list[tuple[str | Text, ...]] = []
    for unit in use.units:
        top = f"{unit.ceiling:,.0f}\n{unit.unit}"
        held = unit.declared
        claims = "\n".join(f"{est.share:.0%} {_short(est.row.claimant)}" for est in unit.estimates)
        if held is None:
            found.append((top, cite, nothing, "", "", "", claims))
            continue
        through = str(held.through) + (f"\nnone: {' '.join(held.missing)}" if held.missing else "")
        percent = f"{unit.share:.1%}" if unit.share is not None else ""
        reached = [_alert_short(alert) for alert in unit.alerts if alert.reached_by or alert.disputed_by]
        shown = Text("\n".join(reached), style="yellow")
        sure = "" if held.confidence is Confidence.HIGH else f"\n{held.confidence.value}"
        found.append((top, cite, f"{held.amount:,.0f}{sure}", percent, through, shown, claims))
    return found


def _short(claimant: str) -> str:
    return claimant.split(",")[0].split(" and ")[0]


def _alert_short(alert: Alert) -> str:
    return f"{alert.share:.0%}" if alert.reached_by else f"{alert.share:.0%} disputed"


def show_cap(use: CapUse, *, sources: bool) -> None:
    """A window in full."""
    out = console()
    window = use.window
    out.print()
    out.print(Text(f"{use.cap.title}, {window.start} to {window.end}", style="bold"))
    out.print(Text(f"by {window.cite}; {window.counts.replace('-', ' ')}"))
    if window.ended_by is not None:
        out.print(Text(f"ended on {window.last}, by {window.ended_by}", style="yellow"))
    if not use.units:
        out.print("The law states no amount: each State's ceiling is its own earlier supply.")
    for unit in use.units:
        for line in _unit_lines(unit):
            out.print(line)
        if unit.estimates:
            out.print(_estimates(unit))
        for found in unit.contradictions:
            out.print(_contradiction(found))
    for line in _closing(use):
        out.print(line)
    if sources:
        for line in _sources(use.rows):
            out.print(line)


def _unit_lines(unit: UnitUse) -> list[Text]:
    lines = [Text(f"\nCeiling {unit.ceiling:,.0f} {unit.unit}", style="bold")]
    held = unit.declared
    if held is None:
        lines.append(Text("  declared: nothing on record that begins with the window", style="yellow"))
        return lines
    declared = f"declared to the Committee: {held.amount:,.0f} {unit.unit}, {unit.share:.1%}"
    lines.append(Text(f"  {declared} ({held.confidence.value} confidence)"))
    if held.high - held.low > 0.5:
        top = unit.ceiling
        told = f"{held.low:,.0f} to {held.high:,.0f}, {held.low / top:.1%} to {held.high / top:.1%}"
        lines.append(Text(f"    by the figures on record: {told}", style="yellow"))
    for part in held.parts:
        by = ", ".join(part.by)
        lines.append(Text(f"    {by}: {part.reach.amount:,.0f} through {part.reach.through}", style="dim"))
    if held.missing:
        lines.append(Text(f"    no figure from the first day on: {', '.join(held.missing)}", style="yellow"))
    lines += [Text(f"    tonnes at {factor}", style="dim") for factor in held.factors]
    assert unit.room is not None
    lines.append(Text(f"  room left: {_room(unit)}"))
    lines += [Text(f"  {_alert(alert)}") for alert in unit.alerts]
    return lines


def _room(unit: UnitUse) -> str:
    assert unit.room is not None
    least, most = unit.room
    if most <= 0:
        return f"none, passed by at least {-most:,.0f} {unit.unit}"
    if least == most or abs(most - least) <= 0.5:
        return f"{most:,.0f} {unit.unit} at most"
    return f"{max(least, 0):,.0f} to {most:,.0f} {unit.unit} at most, by which figure one takes"


def _alert(alert: Alert) -> str:
    share = f"{alert.share:.0%}"
    if alert.reached_by is not None:
        public = f", public by {alert.public}" if alert.public else ""
        return f"{share}: reached by {alert.reached_by}{public}"
    if alert.disputed_by is not None:
        return f"{share}: reached by {alert.disputed_by} on one of the figures, not on all"
    return f"{share}: not reached by declared figures"


def _estimates(unit: UnitUse) -> Table:
    table = Table(title="Estimated by others, each on its own", title_justify="left")
    for name in ("Period", unit.unit, "% of ceiling", "Who says so", "Where", "Conf."):
        table.add_column(name, justify="right" if name in (unit.unit, "% of ceiling") else "left")
    for est in unit.estimates:
        row = est.row
        bound = {"at-least": "≥ ", "at-most": "≤ ", "about": "≈ "}.get(row.bound, "")
        table.add_row(
            f"{row.start}\n{row.end}",
            f"{bound}{est.amount:,.0f}",
            f"{est.share:.0%}",
            f"{row.claimant}. {row.note}",
            row.document,
            row.confidence.value,
        )
    return table


def _contradiction(found: Contradiction) -> Text:
    row = found.row
    by = ", ".join(row.by)
    others = f"{len(found.others)} other rows make" if len(found.others) > 1 else "another row makes"
    factor = ", one side by the factor" if found.converted else ""
    return Text(
        f"  sources differ on {by}, {row.start} to {row.end}: {found.amount:,.0f}, while {others} "
        f"{found.other:,.0f} {found.unit} ({found.share:.1%} apart{factor})",
        style="yellow",
    )


def _closing(use: CapUse) -> list[Text]:
    lines: list[Text] = []
    if use.updated is not None:
        told = f"newest declared figure public by {use.updated}, {use.age:,} days before {use.seen_on}"
        lines.append(Text(f"\n{told}"))
    if use.undated:
        rows = "1 row" if use.undated == 1 else f"{use.undated} rows"
        told = f"{rows} left out: the day of publication is not on record"
        lines.append(Text(told, style="dim"))
    for row in use.reported:
        lines.append(Text(f"reported by {row.title or row.source}: {row.what}", style="yellow"))
    return lines


def _sources(rows: Iterable[Delivery]) -> list[Text]:
    return sources_list(
        (f"{row.start} to {row.end}, {', '.join(row.by)}, {row.series}, {row.claimant}", row.source)
        for row in rows
    )

"""An answer on the terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from article41.assessment.finding import Assessment, Finding, Reason
from article41.regime.measure import Cite
from article41.service.answers import Answer

STYLES = {
    "prohibited": "bold red",
    "needs_approval": "red",
    "undetermined": "bold yellow",
    "permitted_within_cap": "cyan",
    "permitted_if": "cyan",
    "exempt": "green",
    "not_covered": "green",
}
_MARKS = {True: "✔", False: "✘", None: "?"}


def short_cite(cite: Cite) -> str:
    """The short form used in files and options: 2397#7."""
    return f"{cite.resolution.split('/')[-1]}#{cite.para}"


def console() -> Console:
    """A console that keeps a readable width when piped."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS"):
        return Console(highlight=False)
    return Console(width=110, highlight=False)


def outcome_text(outcome: str) -> Text:
    """An outcome in its colour."""
    return Text(outcome.replace("_", " "), style=STYLES[outcome])


def show_table(answers: list[Answer]) -> None:
    """One row an answer."""
    table = Table(title=f"{len(answers)} transactions", title_justify="left")
    for name in ("Case", "Day", "Outcome", "Rests on", "Conf."):
        table.add_column(name, no_wrap=name in ("Day", "Outcome", "Conf."))
    for answer in answers:
        found = answer.assessment
        assert found is not None
        deciding = next((f for f in found.findings if f.outcome is found.outcome), None)
        rests = short_cite(deciding.cites[0]) if deciding else ""
        if found.outcome.value == "undetermined" and found.missing:
            rests = f"{rests} needs {found.missing[0].field}"
        table.add_row(
            found.title or found.id or Path(answer.source).name,
            str(found.day or "-"),
            outcome_text(found.outcome.value),
            rests,
            found.confidence.value,
        )
    console().print(table)


def show_answer(answer: Answer) -> None:
    """One answer in full: outcome, findings with reasons, missing facts, duties, checks."""
    found = answer.assessment
    assert found is not None
    out = console()
    out.print()
    out.print(Text(found.title or found.id or answer.source, style="bold"))
    day = f"{found.day or 'no day stated'}  "
    out.print(Text(day).append_text(outcome_text(found.outcome.value)))
    out.print(found.because, markup=False)
    for goods in found.goods:
        out.print(f"goods: {goods.how}", style="dim", markup=False)
    for note in found.assumed:
        out.print(f"assumed: {note}", style="dim", markup=False)
    for finding in found.findings:
        out.print()
        out.print(_finding_tree(finding))
    told = [*_missing_lines(found), *_duty_lines(found), *_check_lines(found), *_screening_lines(answer)]
    for line in told:
        out.print(line)
    out.print(f"\n{found.fingerprint}", style="dim")


def _finding_tree(finding: Finding) -> Tree:
    head = Text(f"{finding.measure}  ", style="bold").append_text(outcome_text(finding.outcome.value))
    if finding.item:
        head.append(f"  [{finding.item}]")
    head.append(f"  {finding.confidence.value} confidence", style="dim")
    tree = Tree(head)
    tree.add(Text("; ".join(str(cite) for cite in finding.cites), style="italic"))
    _add_reason(tree, finding.account.reason)
    for tried in finding.account.exceptions:
        if not tried.claimed:
            continue
        mark = "✔" if tried.used else _MARKS[tried.truth]
        tree.add(Text(f"{mark} exception {tried.id} ({tried.kind}, {tried.cite}): {tried.because}"))
    silent = [f"{tried.id} ({tried.cite})" for tried in finding.account.exceptions if not tried.claimed]
    if silent:
        tree.add(Text(f"exceptions nobody claims: {', '.join(silent)}", style="dim"))
    for room in finding.room:
        left = "not known" if room.before is None else f"{room.before:,.0f} before"
        if room.after is not None:
            left += f", {room.after:,.0f} after"
        tree.add(f"room in {room.unit}, {room.start} to {room.end}: {left}")
    for note in finding.account.notes:
        tree.add(Text(f"note: {note}", style="dim"))
    return tree


def _missing_lines(found: Assessment) -> list[Text]:
    lines = [Text("\nTo settle it", style="bold")] if found.missing else []
    for row in found.missing:
        hint = ""
        if row.if_yes and row.if_no:
            yes, no = row.if_yes.value, row.if_no.value
            hint = f"  (yes: {yes.replace('_', ' ')}; no: {no.replace('_', ' ')})"
        lines.append(Text(f"  {row.field}: {row.ask}{hint}"))
    return lines


def _duty_lines(found: Assessment) -> list[Text]:
    lines = [Text("\nDuties", style="bold")] if found.duties else []
    for duty in found.duties:
        what = duty.what if duty.verb == "do" else f"{duty.verb} {duty.to} ({duty.what})"
        due = f"by {duty.due}" if duty.due else duty.when.replace("-", " ")
        stated = f" ({duty.stated})" if duty.stated else ""
        lines.append(Text(f"  {duty.who}: {what}, {due}{stated}  [{duty.cite}]"))
    return lines


def _check_lines(found: Assessment) -> list[Text]:
    head = "\nTaken as absent because nothing was stated; check before relying on this"
    lines = [Text(head, style="bold")] if found.checks else []
    for check in found.checks:
        cites = f"  [{'; '.join(str(cite) for cite in check.cites)}]" if check.cites else ""
        lines.append(Text(f"  {check.ask}{cites}"))
    return lines


def _screening_lines(answer: Answer) -> list[Text]:
    lines = [Text("\nScreened against the list, as of the day", style="bold")] if answer.screened else []
    words = {"listed": "taken as listed", "unknown": "may be listed", "against": "stated as not listed"}
    for one in answer.screened:
        if not one.matches:
            lines.append(Text(f"  {one.field} {one.name}: no match", style="dim"))
        for match in one.matches[:1]:
            who = f"{match.entity.caption}, {match.reference}, {match.score:.2f} ({match.because})"
            effect = words.get(one.effect, "as stated")
            lines.append(Text(f"  {one.field} {one.name}: {effect}: {who}"))
    return lines


def _add_reason(tree: Tree, reason: Reason) -> None:
    for part in reason.parts:
        value = f": {part.value}" if part.value else ""
        branch = tree.add(Text(f"{_MARKS[part.truth]} {part.text}{value}"))
        _add_reason(branch, part)

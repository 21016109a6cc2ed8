"""A reading on the terminal."""

from __future__ import annotations

from pathlib import Path

from rich.table import Table
from rich.text import Text

from article41.cli.show_answer import console
from article41.reader.items import Event, Fact, Proposal, Quantity, Reading, Statement, Votes
from article41.service.reading import ReadRow

_STYLES = {
    "strengthen": "red",
    "enforce": "red",
    "maintain": "yellow",
    "oppose-easing": "yellow",
    "conditional-relief": "cyan",
    "ease": "green",
    "lift": "green",
    "oppose-strengthening": "green",
    "monitor": "dim",
    "neutral": "dim",
}


def show_reading(row: ReadRow) -> None:
    """One reading in full: each item with the words it rests on and the rule that found it."""
    reading, out = row.reading, console()
    assert reading is not None
    title = (row.document.title if row.document else "") or Path(row.source).name
    out.print(Text(title, style="bold"))
    out.print(Text(f"relative dates count from {reading.dateline or 'no day: give --date'}", style="dim"))
    for note in reading.notes:
        out.print(Text(note, style="dim"))
    if not reading.on_topic:
        out.print("Not about this regime: nothing was sought.")
        return
    for table in _tables(reading):
        out.print()
        out.print(table)
    if not any((reading.statements, reading.proposals, reading.events, reading.facts)):
        out.print("Nothing was found.")


def _tables(reading: Reading) -> list[Table]:
    tables: list[Table] = []
    if reading.statements:
        table = _table("Statements", "Who", "For", "Stance", "On", "Said", "Words")
        for said in reading.statements:
            table.add_row(*_statement(said))
        tables.append(table)
    if reading.proposals:
        table = _table("Proposals", "Sponsors", "Status", "Change", "Words")
        for proposal in reading.proposals:
            for cells in _proposal(proposal):
                table.add_row(*cells)
        tables.append(table)
    if reading.events:
        table = _table("Events", "What", "When", "Detail", "Words")
        for event in reading.events:
            table.add_row(*_event(event))
        tables.append(table)
    if reading.facts:
        table = _table("Facts", "Kind", "Measure", "Value", "Text", "Words")
        for fact in reading.facts:
            table.add_row(*_fact(fact))
        tables.append(table)
    return tables


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", show_lines=False)
    for name in columns:
        table.add_column(name, ratio=4 if name == "Words" else None, overflow="fold")
    return table


def _words(quote: str, rule: str, more: int = 0) -> Text:
    short = quote if len(quote) <= 160 else quote[:157] + "…"
    text = Text(" ".join(short.split()))
    if more:
        text.append(f" (+{more})", style="dim")
    return text.append(f"  {rule}", style="dim")


def _statement(said: Statement) -> list[str | Text]:
    who = Text(said.speaker)
    if said.role:
        who.append(f"\n{said.role}", style="dim")
    if said.reported_by:
        who.append(f"\nas told by {said.reported_by}", style="italic")
    stance = Text(said.stance, style=_STYLES.get(said.stance, ""))
    if said.condition:
        stance.append(f"\n{said.condition[:60]}", style="dim")
    if said.retracted:
        stance.append("\ntaken back", style="dim")
    when = " ".join(filter(None, (said.date, said.venue)))
    quote = said.evidence[0]
    return [
        who,
        said.represents or "",
        stance,
        said.target_measure or "",
        when,
        _words(quote.quote, said.rule, len(said.evidence) - 1),
    ]


def _proposal(proposal: Proposal) -> list[list[str | Text]]:
    head = ", ".join(proposal.sponsors) or "not said"
    status = " ".join(filter(None, (proposal.status, proposal.date, _votes(proposal.vote))))
    rows: list[list[str | Text]] = []
    for change in proposal.changes:
        values = ", ".join(_amount(value) for value in change.values)
        if change.from_values:
            values += f" from {_amount(change.from_values[0])}"
        until = f" until {change.until}" if change.until else ""
        what = f"{change.action} {change.measure} {values}{until}".rstrip()
        rows.append([head, status, what, _words(change.evidence[0].quote, change.rule)])
        head, status = "", ""
    return rows


def _event(event: Event) -> list[str | Text]:
    detail = ", ".join(
        filter(
            None,
            [
                event.outcome or "",
                _votes(event.tally),
                f"resolution {event.resolution}" if event.resolution else "",
                ", ".join(_amount(amount) for amount in event.amounts),
                event.place or "",
            ],
        )
    )
    return [event.type, event.date or "not said", detail, _words(event.evidence[0].quote, event.rule)]


def _fact(fact: Fact) -> list[str | Text]:
    value = ""
    if fact.value is not None:
        value = _amount(Quantity(value=fact.value, unit=fact.unit, per=fact.per, qualifier=fact.qualifier))
    where = " ".join(filter(None, (f"resolution {fact.resolution}" if fact.resolution else "", fact.date)))
    return [fact.type, fact.measure or "", value, where, _words(fact.evidence[0].quote, fact.rule)]


def _amount(amount: Quantity) -> str:
    per = f" a {amount.per}" if amount.per else ""
    exact = f"{amount.qualifier} " if amount.qualifier else ""
    return f"{exact}{amount.value:,} {amount.unit or ''}{per}".strip()


def _votes(votes: Votes | None) -> str:
    if votes is None:
        return ""
    return "-".join("?" if n is None else str(n) for n in (votes.in_favour, votes.against, votes.abstain))


def show_readings(rows: list[ReadRow]) -> None:
    """A folder's readings: one row a text, errors among them."""
    table = Table(title=f"{len(rows)} texts", title_justify="left")
    for name in ("Text", "Day", "Statements", "Proposals", "Events", "Facts", "Note"):
        table.add_column(
            name, justify="right" if name in ("Statements", "Proposals", "Events", "Facts") else "left"
        )
    for row in rows:
        name = Path(row.source).name
        found = row.reading
        if found is None:
            table.add_row(name, "", "", "", "", "", Text(row.error.message if row.error else "", style="red"))
            continue
        counts = [len(found.statements), len(found.proposals), len(found.events), len(found.facts)]
        note = "" if found.on_topic else (found.notes[0] if found.notes else "off topic")
        if found.dropped:
            note = f"{found.dropped} dropped"
        table.add_row(
            name, found.dateline or "", *(str(n) if n else "" for n in counts), Text(note, style="dim")
        )
    console().print(table)


def show_comparison(row: ReadRow, other: ReadRow | None) -> None:
    """The two readings of one text, the rules' on the left and the model's on the right."""
    out = console()
    table = Table(title=Path(row.source).name, title_justify="left")
    for name in ("", "Rules", "Model"):
        table.add_column(name, ratio=1 if name else None)
    left = _lines(row.reading)
    right = _lines(other.reading if other else None)
    for kind in ("statements", "proposals", "events", "facts"):
        mine, theirs = left.get(kind, []), right.get(kind, [])
        both = set(mine) & set(theirs)
        table.add_row(kind, _marked(mine, both), _marked(theirs, both))
    if other is not None and other.error is not None:
        table.add_row("error", "", Text(other.error.message, style="red"))
    if other is not None and other.reading is not None and other.reading.dropped:
        table.add_row("dropped", "", f"{other.reading.dropped} whose quote is not in the text")
    out.print(table)


def _marked(lines: list[str], both: set[str]) -> Text:
    text = Text()
    for n, line in enumerate(lines):
        text.append(
            ("\n" if n else "") + ("= " if line in both else "  ") + line,
            style="" if line in both else "yellow",
        )
    return text


def _lines(reading: Reading | None) -> dict[str, list[str]]:
    if reading is None:
        return {}
    return {
        "statements": [f"{s.speaker}: {s.stance}" for s in reading.statements],
        "proposals": [
            f"{'+'.join(p.sponsors)}: {c.action} {c.measure}" for p in reading.proposals for c in p.changes
        ],
        "events": [f"{e.type} {e.date or '?'}" for e in reading.events],
        "facts": [
            f"{f.type} {f.measure} {f.value if f.value is not None else ''}".strip() for f in reading.facts
        ],
    }

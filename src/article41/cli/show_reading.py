"""A reading on the terminal."""

from __future__ import annotations

from pathlib import Path

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from article41.cli.show_answer import console
from article41.reader.document import Evidence
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
    for title, rows in _sections(reading):
        out.print(Text(f"\n{title}", style="bold underline"))
        for head, note, words in rows:
            out.print(head)
            if note:
                out.print(Padding(Text(note, style="dim"), (0, 0, 0, 2)))
            out.print(Padding(words, (0, 0, 0, 4)))
    if not any((reading.statements, reading.proposals, reading.events, reading.facts)):
        out.print("Nothing was found.")


Row = tuple[Text, str, Text]


def _sections(reading: Reading) -> list[tuple[str, list[Row]]]:
    """What was found, by kind: a line that says it, a note, and the words it rests on."""
    sections = [
        ("Statements", [_statement(said) for said in reading.statements]),
        ("Proposals", [row for proposal in reading.proposals for row in _proposal(proposal)]),
        ("Events", [_event(event) for event in reading.events]),
        ("Facts", [_fact(fact) for fact in reading.facts]),
    ]
    return [(title, rows) for title, rows in sections if rows]


def _words(spans: tuple[Evidence, ...], rule: str) -> Text:
    """The first quote with its place in the text, how many more there are, and the rule."""
    first = spans[0]
    short = first.quote if len(first.quote) <= 220 else first.quote[:217] + "…"
    text = Text(" ".join(short.split()), style="italic")
    more = f", and {len(spans) - 1} more" if len(spans) > 1 else ""
    return text.append(f"  [{first.start}:{first.end}{more}; {rule}]", style="dim not italic")


def _line(*parts: str | Text | None) -> Text:
    line = Text()
    for part in parts:
        if part:
            line.append("  " if line else "").append(part)
    return line


def _statement(said: Statement) -> Row:
    who = Text(said.speaker, style="bold")
    told = f"as told by {said.reported_by}" if said.reported_by else None
    head = _line(who, Text(said.stance, style=_STYLES.get(said.stance, "")), said.target_measure, told)
    whom = said.represents if said.represents != said.speaker else None
    notes = [said.role, whom and f"for {whom}", said.date, said.venue]
    notes.append(said.condition and f"condition: {said.condition}")
    notes.append("taken back" if said.retracted else None)
    return head, "; ".join(note for note in notes if note), _words(said.evidence, said.rule)


def _proposal(proposal: Proposal) -> list[Row]:
    who = " and ".join(proposal.sponsors) or "sponsor not named"
    number = f"resolution {proposal.resolution}" if proposal.resolution else None
    vote = _votes(proposal.vote)
    note = ", ".join(
        part for part in (who, proposal.kind, number, proposal.status, proposal.date, vote) if part
    )
    rows: list[Row] = []
    for change in proposal.changes:
        values = ", ".join(_amount(value) for value in change.values)
        before = f"from {_amount(change.from_values[0])}" if change.from_values else None
        until = f"until {change.until}" if change.until else None
        head = _line(
            Text(change.action, style="bold"), Text(change.measure, style="bold"), values, before, until
        )
        rows.append((head, note, _words(change.evidence, change.rule)))
    return rows


def _event(event: Event) -> Row:
    head = _line(
        Text(event.type, style="bold"), event.date or "day not said", event.outcome, _votes(event.tally)
    )
    notes = [
        f"resolution {event.resolution}" if event.resolution else None,
        event.place,
        ", ".join(event.actors),
    ]
    notes += [_amount(amount) for amount in event.amounts]
    return head, "; ".join(note for note in notes if note), _words(event.evidence, event.rule)


def _fact(fact: Fact) -> Row:
    value = None
    if fact.value is not None:
        value = _amount(Quantity(value=fact.value, unit=fact.unit, per=fact.per, qualifier=fact.qualifier))
    number = f"resolution {fact.resolution}" if fact.resolution else None
    head = _line(Text(fact.type, style="bold"), fact.measure, value, number, fact.date)
    return head, "", _words(fact.evidence, fact.rule)


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

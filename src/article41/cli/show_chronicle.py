"""Timeline, triggers and positions on the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from article41.chronicle.rows import Position
from article41.cli.show_answer import console
from article41.service.followups import TriggerAnswer
from article41.service.timeline import Entry

_STYLES = {
    "nuclear-test": "bold red",
    "icbm-test": "red",
    "missile-test": "red",
    "missile-launch": "red",
    "satellite-launch": "red",
    "cyber-theft": "magenta",
    "vote": "bold cyan",
    "veto": "bold yellow",
    "report": "blue",
    "summit": "green",
}
_STANCES = {
    "strengthen": "red",
    "maintain": "red",
    "enforce": "red",
    "oppose-easing": "red",
    "conditional-relief": "yellow",
    "ease": "green",
    "lift": "green",
    "oppose-strengthening": "green",
}


def sources_list(rows: Iterable[tuple[str, str]]) -> list[Text]:
    """Numbered sources under a table."""
    return [Text(f"  {label}: {source}", style="dim") for label, source in rows]


def show_timeline(entries: Sequence[Entry], *, sources: bool) -> None:
    """One row an entry; reported ones are marked, with what they are held against."""
    out = console()
    table = Table(title=f"{len(entries)} entries", title_justify="left")
    for name in ("Date", "Type", "By", "What", "Conf."):
        table.add_column(name, no_wrap=name in ("Date", "Type", "Conf."))
    for entry in entries:
        table.add_row(
            str(entry.date).replace("/", "\n"),
            Text(entry.type, style=_STYLES.get(entry.type, "")),
            " ".join(entry.actors[:3]) + (" ..." if len(entry.actors) > 3 else ""),
            entry_words(entry),
            entry.confidence,
        )
    out.print(table)
    if sources:
        for line in sources_list((f"{entry.date} {entry.type}", entry.source) for entry in entries):
            out.print(line)


def entry_words(entry: Entry) -> Text:
    """What happened, what came out later, and how a reported row differs from the record."""
    words = Text()
    if entry.origin == "reported":
        words.append("reported ", style="bold yellow")
        if entry.evidence is not None and entry.evidence.speaker:
            words.append(f"{entry.evidence.speaker}: ")
    words.append(entry.what)
    if entry.amount is not None:
        words.append(f" ({amount_words(*entry.amount)})", style="cyan")
    if entry.later:
        words.append(f". {entry.later}", style="dim")
    for one in entry.compared:
        if one.differs:
            words.append(f"\n  differs from {one.id}: {'; '.join(one.differs)}", style="yellow")
        else:
            words.append(f"\n  agrees with {one.id}", style="dim")
    return words


def amount_words(low: float, high: float, unit: str) -> str:
    """An amount or a range with its unit."""
    if unit == "USD":
        return dollars(low) if low == high else f"{dollars(low)} to {dollars(high)}"
    shown = f"{low:,.10g}" if low == high else f"{low:,.10g} to {high:,.10g}"
    return f"magnitude {shown}" if unit == "magnitude" else f"{shown} {unit}"


def dollars(amount: float) -> str:
    """Dollars in millions or billions, as the field says them."""
    if amount >= 1e9:
        return f"{amount / 1e9:,.4g} bn USD"
    return f"{amount / 1e6:,.4g} m USD" if amount >= 1e6 else f"{amount:,.0f} USD"


def show_triggers(answers: Sequence[TriggerAnswer]) -> None:
    """Tests and launches with the paragraphs they set off and what followed."""
    out = console()
    shown = [answer for answer in answers if answer.triggered.weighty]
    table = Table(title=f"{len(shown)} tests and launches set off a promise", title_justify="left")
    for name in ("Date", "Event", "Sets off", "What followed"):
        table.add_column(name, no_wrap=name == "Date")
    for answer in shown:
        event = answer.triggered.event
        what = Text(event.type, style=_STYLES.get(event.type, "")).append(f"\n{event.what}", style="dim")
        table.add_row(str(event.date), what, _set_off(answer), _followed(answer))
    out.print(table)
    rest = len(answers) - len(shown)
    if rest:
        many = "1 shorter launch is" if rest == 1 else f"{rest} shorter launches are"
        told = (
            f"{many} left out: paragraphs that only announce steps might be read "
            "to reach them (--json shows them)."
        )
        out.print(Text(told, style="dim"))
    out.print(
        Text(
            "2397#28 binds the Council to restrict petroleum further, yet works only through a new text. "
            'The older paragraphs announce, and bind to nothing. "Nothing on record" means that we know '
            "of no text, not that nobody tried.",
            style="dim",
        )
    )


def _set_off(answer: TriggerAnswer) -> Text:
    words = Text()
    hits = answer.triggered.hits
    for place, hit in enumerate(hits[:2]):
        words.append("\n" if place else "")
        words.append(hit.promise.clause.para, style="bold" if hit.promise.binds else "")
        words.append(" binding" if hit.promise.binds else " announced", style="dim")
        if not hit.sure:
            words.append(", arguable", style="yellow")
    if len(hits) > 2:
        words.append(f"\nand {len(hits) - 2} older", style="dim")
    return words


def _followed(answer: TriggerAnswer) -> Text:
    if not answer.followed:
        return Text("nothing on record", style="yellow")
    words = Text()
    for place, row in enumerate(answer.followed):
        words.append("\n" if place else "")
        words.append(row.symbol, style="bold")
        words.append(f", {row.date}: {row.fate}")
    return words


def show_positions(rows: Sequence[Position], told: Sequence[Entry], *, sources: bool) -> None:
    """Curated positions, then what texts reported."""
    out = console()
    table = Table(title=f"{len(rows)} positions", title_justify="left")
    for name in ("Actor", "Date", "Stance", "About", "What", "Conf."):
        table.add_column(name, no_wrap=name in ("Actor", "Date", "Conf."))
    for row in rows:
        who = row.speaker + (f" ({row.government})" if row.government not in row.speaker else "")
        words = Text(f"{row.what}. ").append(f"{who}, {row.venue}", style="dim")
        stance = Text(row.stance, style=_STANCES.get(row.stance, ""))
        table.add_row(row.actor, str(row.date), stance, row.about, words, row.confidence.value)
    out.print(table)
    out.print(Text("The stance is our reading of what was said.", style="dim"))
    if told:
        more = Table(title=f"{len(told)} statements reported by texts", title_justify="left")
        for name in ("Actor", "Date", "Stance", "What"):
            more.add_column(name, no_wrap=name in ("Actor", "Date"))
        for entry in told:
            assert entry.evidence is not None
            more.add_row(" ".join(entry.actors), str(entry.date), entry.evidence.type, entry_words(entry))
        out.print(more)
    if sources:
        for line in sources_list((f"{row.actor} {row.date}", row.source) for row in rows):
            out.print(line)

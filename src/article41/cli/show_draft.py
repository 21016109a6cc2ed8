"""A draft on the terminal: what it does, on which words, and what it leaves open."""

from __future__ import annotations

from collections import Counter

from rich.table import Table
from rich.text import Text

from article41.cli.show_answer import console
from article41.cli.show_regime import show_changes
from article41.drafting.draft import DraftParagraph
from article41.drafting.write import operation_words
from article41.service.drafting import Drafted

_QUOTE = 160
_ROWS = 24
_PLACES = 5


def show_drafted(found: Drafted, out: str) -> None:
    """Paragraphs with evidence and questions, then what would change in the law."""
    draft, screen = found.draft, console()
    screen.print(Text(f"{draft.id}: {draft.title}", style="bold"))
    by = f", put forward by {', '.join(draft.sponsors)}" if draft.sponsors else ""
    screen.print(
        Text(f"read in {draft.source}{by} ({found.proposal.status}); against the law of {draft.on}"),
        style="dim",
    )
    if not found.dated:
        screen.print(
            "The text gives no day: drafted against the law of today; --date says when it was written.",
            style="yellow",
        )
    title = f"{_count(draft.operations, 'operation')}, {_count(draft.questions, 'open question')}"
    table = Table(title=title, title_justify="left")
    for name in ("", "What it does", "On the words", "Open"):
        table.add_column(name, overflow="fold")
    for paragraph in draft.paragraphs:
        table.add_row(
            paragraph.para, _does(paragraph), _words(paragraph), "\n".join(paragraph.questions) or "-"
        )
    screen.print(table)
    for clause in draft.unread:
        screen.print(Text(f"not understood: “{clause}”", style="yellow"))
    _show_changes(found)
    for number, other in found.others:
        by = " and ".join(other.sponsors) or "nobody named"
        screen.print(
            Text(f"also in the text: proposal {number}, by {by} ({other.status}): --proposal {number}"),
            style="dim",
        )
    if out:
        screen.print(Text(f"written to {out}; next: article41 whatif {out} --adopted DATE"))
    else:
        screen.print(
            "--out FILE.yaml writes it; article41 whatif FILE.yaml --adopted DATE tries it", style="dim"
        )


def _show_changes(found: Drafted) -> None:
    """What would change, row by row; in counts where a text sweeps through the whole law."""
    title = f"in the law of {found.compared}, if adopted as drafted"
    if not found.changes:
        console().print(f"Nothing would change {title}.")
    elif len(found.changes) <= _ROWS:
        show_changes(found.changes, title)
    else:
        counts = Counter(change.direction.value for change in found.changes)
        said = ", ".join(f"{count} {way}" for way, count in counts.items())
        console().print(f"{len(found.changes)} changes, {title}: {said}. article41 whatif lists them.")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _does(paragraph: DraftParagraph) -> Text:
    words = Text(paragraph.gist, style="" if paragraph.operations else "yellow")
    for operation in paragraph.operations:
        words.append(f"\n{operation_words(operation)}", style="cyan")
    if paragraph.acts_on:
        words.append(f"\nacts on {', '.join(paragraph.acts_on)}", style="dim")
    return words


def _words(paragraph: DraftParagraph) -> str:
    lines = [
        f"“{_short(' '.join(piece.quote.split()))}” ({piece.start}-{piece.end})"
        for piece in paragraph.evidence[:_PLACES]
    ]
    if len(paragraph.evidence) > _PLACES:
        lines.append(f"and in {len(paragraph.evidence) - _PLACES} more places")
    return "\n".join(lines)


def _short(text: str) -> str:
    return text if len(text) <= _QUOTE else f"{text[: _QUOTE - 1]}…"

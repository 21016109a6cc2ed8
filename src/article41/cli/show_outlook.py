"""The outlook of a draft on the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text

from article41.cli.show_answer import console
from article41.cli.show_council import BALLOT, counts, result_text
from article41.council.evidence import Piece
from article41.council.outlook import Outlook, Reading
from article41.service.council import Foreseen, Tried

_SHOWN = 3


def show_outlook(found: Foreseen, *, everything: bool = False) -> None:
    """The verdict first, then the suppositions, then each member with its evidence."""
    out = console()
    outlook = found.outlook
    out.print(f"{found.text.symbol or found.text.id}: {outlook.motion.title}", style="bold")
    by = f", brought by {', '.join(outlook.motion.sponsors)}" if outlook.motion.sponsors else ""
    out.print(
        f"direction: {outlook.motion.direction.value}{by}; read from what was known before {outlook.on}"
    )
    if found.tabled and found.tabled.known_by > outlook.on:
        out.print(f"This text was tabled only {found.tabled.since}: supposed here.", style="yellow")
    if found.caveat:
        out.print(found.caveat, style="yellow")
    for line in _verdict(outlook):
        out.print(line)
    out.print(_scenarios(outlook))
    out.print(_members(outlook, everything))
    if outlook.custom.texts and outlook.open:
        custom = outlook.custom
        out.print(
            f"On {custom.texts} earlier texts of this kind elected members voted for in {custom.yes} of "
            f"{custom.ballots} ballots; no reading above rests on that."
        )
    if found.vote:
        decision = found.vote.decision
        out.print(
            Text("what happened: ").append_text(result_text(decision.result.value))
            + Text(f" on {found.vote.day}, {counts(decision)}: {decision.because}")
        )
    out.print(
        "A reading of dated deeds and words, newest first, older ones fading; weights are our own judgement "
        "(article41 council record tests them). A permanent member may always abstain or change its mind.",
        style="dim",
    )


def _verdict(outlook: Outlook) -> Iterator[Text]:
    verdict = outlook.verdict
    yield (
        Text("outlook: ", style="bold")
        + result_text(verdict)
        + Text(f": {_range(outlook)} for it, 9 needed" + (_vetoes(outlook) if outlook.likely_vetoes else ""))
    )
    if verdict == "not adopted" and outlook.likely_vetoes:
        yield Text("It fails either way: by the veto if nine are for it, for want of nine otherwise.")
    if outlook.deciders:
        who = ", ".join(outlook.deciders)
        yield Text(f"Were the open members to abstain, one other ballot would turn the result: {who}.")
    elif verdict != "open":
        yield Text("No single member's ballot would turn the result were the open members to abstain.")


def _range(outlook: Outlook) -> str:
    if outlook.fewest == outlook.most:
        return f"{outlook.fewest} likely"
    return f"{outlook.fewest} likely, up to {outlook.most}"


def _vetoes(outlook: Outlook) -> str:
    return f"; likely against: {' and '.join(outlook.likely_vetoes)} (permanent)"


def _scenarios(outlook: Outlook) -> Table:
    table = Table(title=f"If the {len(outlook.open)} open members ...", title_justify="left", title_style="")
    for name in ("Supposing", "Result", "Count", "Because"):
        table.add_column(name)
    for scenario in outlook.scenarios:
        decision = scenario.decision
        table.add_row(
            scenario.supposes, result_text(decision.result.value), counts(decision), decision.because
        )
    return table


def _members(outlook: Outlook, everything: bool) -> Table:
    table = Table(title="Members", title_justify="left", title_style="")
    for name in ("", "Reading", "Evidence from before the day"):
        table.add_column(name, no_wrap=name != "Evidence from before the day")
    for readings, lines in _alike(outlook, everything):
        first = readings[0]
        who = Text("\n").join(_names(readings))
        table.add_row(who, _read(first), Text("\n").join(lines))
    return table


def _alike(outlook: Outlook, everything: bool) -> Iterator[tuple[list[Reading], list[Text]]]:
    """Permanent members one by one; elected ones of whom the same is known together."""
    groups: dict[str, tuple[list[Reading], list[Text]]] = {}
    for reading in outlook.readings:
        lines = _evidence(reading, everything)
        said = "\n".join(line.plain for line in lines)
        key = reading.seat.country if reading.seat.permanent else f"{reading.words} {said}"
        groups.setdefault(key, ([], lines))[0].append(reading)
    yield from groups.values()


def _names(readings: list[Reading]) -> list[Text]:
    """Country codes, three to a line."""
    codes = [reading.seat.country for reading in readings]
    style = "bold" if readings[0].seat.permanent else ""
    return [Text(" ".join(codes[at : at + 3]), style=style) for at in range(0, len(codes), 3)]


def _read(reading: Reading) -> Text:
    if reading.ballot is None:
        return Text(reading.words, style="dim" if reading.silent else "yellow")
    return Text(f"{reading.words} ({reading.strength})", style=BALLOT[reading.ballot])


def _evidence(reading: Reading, everything: bool) -> list[Text]:
    pieces = reading.pieces if everything else [p for p in reading.pieces if p.counts]
    lines = [_piece(piece) for piece in (pieces if everything else pieces[:_SHOWN])]
    if left := len(reading.pieces) - len(lines):
        lines.append(Text(f"({left} more, weaker or too old: --all)", style="dim"))
    return lines or [Text("nothing known", style="dim")]


def _piece(piece: Piece) -> Text:
    mark = {"for": "+", "against": "-", "abstain": "o"}[piece.ballot.value]
    doubt = f" [{piece.confidence.value} confidence]" if piece.confidence.value != "high" else ""
    style = "" if piece.counts else "dim"
    return Text(f"{mark}{piece.weight:.1f} {piece.day} {piece.words}{doubt}", style=style)


def show_tried(rows: Sequence[Tried]) -> None:
    """Past votes against their readings, and what that is worth."""
    table = Table(title="Past votes, each read as of the day it was called", title_justify="left")
    for name in ("Day", "Text", "Verdict", "Result", "Right", "Wrong", "Unclear", "Silent", "Read wrongly"):
        table.add_column(name, justify="right" if name in ("Right", "Wrong", "Unclear", "Silent") else "left")
    for row in rows:
        wrong = [r for r in row.outlook.readings if row.of(r) == "wrong"]
        table.add_row(
            str(row.vote.day),
            row.vote.name,
            result_text(row.outlook.verdict),
            result_text(row.vote.decision.result.value),
            *(str(row.count(what)) for what in ("right", "wrong", "unclear", "silent")),
            ", ".join(f"{r.seat.country} {r.words}" for r in wrong),
        )
    out = console()
    out.print(table)
    sums = {what: sum(row.count(what) for row in rows) for what in ("right", "wrong", "unclear", "silent")}
    ballots = sum(sums.values())
    other = sum(row.vote.decision.no + row.vote.decision.abstaining for row in rows)
    out.print(
        f"{ballots} ballots: " + ", ".join(f"{count} {what}" for what, count in sums.items()) + ". "
        f"All but {other} were for the text, so 'everybody for' would miss only {other}: what counts is "
        "whether the vetoes are seen. The weights were set with these votes in view."
    )

"""Lists on the terminal, and as plain values for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from article41.cli.show_answer import console
from article41.lists.delta import Amendment, Delta, FieldChange, Weight
from article41.lists.entity import Entity, Identifier, Listing, Name, PartialDate
from article41.lists.history import Roll
from article41.lists.pack import pack_entity
from article41.lists.snapshot import Snapshot
from article41.service.lists import ListStatus, Update

Plain = dict[str, Any]
_SHOWN, _LONG = 40, 120


def plain_update(row: Update) -> Plain:
    """What became of a source."""
    told: Plain = {
        "source": row.source,
        "outcome": row.outcome,
        "edition": str(row.edition) if row.edition else None,
        "entities": row.size or None,
        "error": str(row.error) if row.error else None,
    }
    if row.delta is not None:
        told |= {name: len(getattr(row.delta, name)) for name in ("listed", "amended", "delisted")}
    return told


def show_update(row: Update) -> None:
    """One line for a source."""
    style = {"updated": "green", "unchanged": "dim", "failed": "red"}[row.outcome]
    words = Text(f"{row.source:16} ").append(row.outcome, style=style)
    if row.edition:
        words.append(f"  edition of {row.edition}")
    if row.size:
        words.append(f", {row.size:,} entries")
    if row.delta is not None:
        words.append(
            f": {len(row.delta.listed)} listed, {len(row.delta.amended)} amended,"
            f" {len(row.delta.delisted)} delisted"
        )
    console().print(words)


def plain_status(row: ListStatus) -> Plain:
    """A list in use."""
    return {
        "source": row.source,
        "origin": row.origin,
        "edition": row.edition.isoformat(),
        "age_days": row.age,
        "entities": sum(row.counts.values()),
        "counts": row.counts,
        "names": row.names,
        "editions": row.editions,
        "sha256": row.digest,
        "warning": row.warning or None,
        "notes": list(row.notes),
    }


def show_status(rows: Sequence[ListStatus]) -> None:
    """The lists in use as a table, warnings and notes under it."""
    table = Table(title="Lists in use", title_justify="left")
    for name in ("List", "Edition", "Age", "Entries", "Names", "Of which", "SHA-256"):
        right = name in ("Age", "Entries", "Names")
        table.add_column(name, justify="right" if right else "left", no_wrap=name != "Of which")
    for row in rows:
        table.add_row(
            row.source,
            str(row.edition),
            Text(f"{row.age} d", style="yellow" if row.warning else ""),
            f"{sum(row.counts.values()):,}",
            f"{row.names:,}",
            ", ".join(f"{count:,} {schema}" for schema, count in row.counts.items()),
            row.digest[:12],
        )
    out = console()
    out.print(table)
    for row in rows:
        if row.warning:
            out.print(Text(f"warning: {row.source}: {row.warning}", style="yellow"))
        for note in row.notes:
            out.print(Text(f"note: {row.source}: {note}", style="dim"))


def plain_changes(found: Delta) -> Iterator[Plain]:
    """A line for each entry that changed."""
    head = {"source": found.source, "old": str(found.old), "new": str(found.new)}
    for entity in found.listed:
        yield {**head, "change": "listed", "reference": _reference(entity), "entity": pack_entity(entity)}
    for row in found.amended:
        yield {**head, "change": "amended", **_plain_amendment(row)}
    for entity in found.delisted:
        yield {**head, "change": "delisted", "reference": _reference(entity), "entity": pack_entity(entity)}


def _plain_amendment(row: Amendment) -> Plain:
    return {
        "reference": row.reference,
        "name": row.caption,
        "weight": row.weight.value,
        "dated": [str(day) for day in row.dated],
        "fields": [
            {
                "field": change.field,
                "removed": list(change.removed),
                "added": list(change.added),
                "weight": change.weight.value,
                "because": change.because,
            }
            for change in row.changes
        ],
    }


def show_changes(found: Delta, *, everything: bool) -> None:
    """The changes as a table; those of form only and phantoms are counted, and shown when asked for."""
    out = console()
    out.print(
        Text(
            f"{found.source}, {found.old} to {found.new}: {len(found.listed)} listed,"
            f" {len(found.amended)} amended, {len(found.delisted)} delisted",
            style="bold",
        )
    )
    table = Table()
    for name in ("", "Reference", "Name", "What"):
        table.add_column(name, overflow="fold", no_wrap=name in ("", "Reference"))
    for word, style, entities in (("listed", "red", found.listed), ("delisted", "green", found.delisted)):
        for entity in entities:
            day = entity.listings[0].listed_on if word == "listed" and entity.listings else None
            table.add_row(
                Text(word, style=style), _reference(entity), entity.caption, f"listed on {day}" if day else ""
            )
    shown = [row for row in found.amended if everything or row.weight is Weight.SUBSTANCE]
    for row in shown:
        word = "amended" if row.weight is Weight.SUBSTANCE else row.weight.value
        table.add_row(Text(word, style="yellow"), row.reference, row.caption, _told(row))
    if table.row_count:
        out.print(table)
    for weight in (Weight.FORM, Weight.PHANTOM):
        rows = [row for row in found.amended if row.weight is weight]
        if rows and not everything:
            because = next(change.because for change in rows[0].changes if change.weight is weight)
            out.print(Text(f"{len(rows)} more are {weight.value} only, for example: {because} (--all)"))


def _told(row: Amendment) -> str:
    dated = f" (amended {', '.join(map(str, row.dated))})" if row.dated else ""
    return "; ".join(_change(change) for change in row.changes) + dated


def _change(change: FieldChange) -> str:
    """What went and what came; of two long texts only where they part."""
    removed, added = list(change.removed[:3]), list(change.added[:3])
    if len(removed) == len(added) == 1 and len(removed[0]) > _LONG:
        start = max(0, _parting(removed[0], added[0]) - 30)
        removed, added = [f"...{removed[0][start:]}"], [f"...{added[0][start:]}"]
    words = [f"-{word}" for word in removed] + [f"+{word}" for word in added]
    more = len(change.removed[3:]) + len(change.added[3:])
    short = [word if len(word) < _LONG else f"{word[: _LONG - 3]}..." for word in words]
    return f"{change.field}: " + " ".join(short) + (f" and {more} more" if more else "")


def _parting(first: str, second: str) -> int:
    pairs = enumerate(zip(first, second, strict=False))
    return next((index for index, (one, other) in pairs if one != other), min(len(first), len(second)))


def _reference(entity: Entity) -> str:
    return entity.listings[0].reference if entity.listings else entity.id


def plain_roll(found: Roll) -> Iterator[Plain]:
    """A line for each entry that was listed, or of which the editions held cannot tell."""
    for word, entities in (("listed", found.listed), ("uncertain", found.uncertain)):
        for entity in entities:
            yield {
                "on": found.day.isoformat(),
                "status": word,
                "reference": _reference(entity),
                "name": entity.caption,
                "schema": entity.schema.value,
                "listed_on": str(entity.listings[0].listed_on or "") if entity.listings else "",
            }


def show_roll(found: Roll, key: str) -> None:
    """The roll of a day as a table."""
    table = Table(
        title=f"{key} on {found.day}: {len(found.listed)} listed, {len(found.uncertain)} not to be told",
        title_justify="left",
    )
    for name in ("Reference", "Name", "Kind", "Listed on"):
        table.add_column(name, overflow="fold", no_wrap=name != "Name")
    for row in plain_roll(found):
        words = row["listed_on"] if row["status"] == "listed" else Text("not to be told", style="yellow")
        table.add_row(row["reference"], row["name"], row["schema"], words)
    console().print(table)


def show_entity(snapshot: Snapshot, entity: Entity, *, raw: bool) -> None:
    """An entry in full."""
    out = console()
    out.print(Text(f"{entity.caption}  [{entity.schema.value}]", style="bold"))
    out.print(Text(f"  list: {snapshot.source}, edition of {snapshot.edition}"))
    for listing in entity.listings:
        out.print(Text(f"  listed: {_listing(listing)}"))
    for title, values in (
        ("names", map(_name, entity.names)),
        ("born", map(_born, entity.birth_dates)),
        ("born at", entity.birth_places),
        ("gender", entity.genders),
        ("nationality", entity.nationalities),
        ("country", entity.countries),
        ("number", map(_number, entity.identifiers)),
        ("address", (place.text for place in entity.addresses)),
        ("title", entity.titles),
        ("post", entity.positions),
        ("linked to", entity.linked),
        ("note", entity.notes),
    ):
        for value in list(values)[:_SHOWN]:
            out.print(Text(f"  {title}: {value}"))
    if raw:
        out.print(Text(json.dumps(snapshot.raw(entity), ensure_ascii=False, indent=2)))


def _listing(row: Listing) -> str:
    words = [row.reference, row.programme, f"on {row.listed_on}" if row.listed_on else "on a day not stated"]
    if row.amended_on:
        words.append(f"amended {', '.join(map(str, row.amended_on))}")
    return "; ".join(filter(None, [*words, *row.measures]))


def _name(name: Name) -> str:
    return f"{name.text} ({'main' if name.primary else name.quality.value})"


def _born(born: PartialDate) -> str:
    span = born.start if born.start == born.end else f"{born.start} to {born.end}"
    return f"about {span}" if born.circa else span


def _number(number: Identifier) -> str:
    words = f"{number.kind.value} {number.currency} {number.value}".replace("  ", " ")
    extra = ", ".join(filter(None, [number.country, number.note, "doubtful" if number.doubtful else ""]))
    return f"{words} ({extra})" if extra else words

"""The command `article41 read`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from article41.cli.options import DAY, json_option, piped, print_json
from article41.cli.run import USAGE, show_error
from article41.errors import SourceError

if TYPE_CHECKING:
    from article41.service.reading import Reader, ReadRow


@click.command("read")
@click.argument("source", metavar="FILE|DIR|URL|-")
@click.option("--date", "day", type=DAY, help="The day of publication, where the text does not say.")
@json_option
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="DIR", help="Write NAME.json here for each text."
)
@click.option("--no-store", is_flag=True, help="Do not keep the readings, nor report them to the timeline.")
@click.option(
    "--model", metavar="NAME", help="Read with this model instead of the rules (needs an endpoint)."
)
@click.option("--model-url", metavar="URL", help="OpenAI-compatible endpoint, up to and including /v1.")
@click.option("--compare", is_flag=True, help="Read with the rules and with the model, side by side.")
def command(
    source: str,
    day: date | None,
    as_json: bool,
    output: Path | None,
    no_store: bool,
    model: str | None,
    model_url: str | None,
    compare: bool,
) -> int:
    """Find who said what for whom, what is proposed, what happened and what is law, in news texts.

    Every item rests on quoted words with their place in the text, and names the rule that found it.
    The reader needs no network. Readings are kept under the data folder by the text's SHA-256, and what
    they report stands in `timeline` and `positions`, marked so.
    """
    from article41.reader.pipeline import read
    from article41.service.reading import read_all, sources
    from article41.service.reading_model import model_reader

    if not source:
        raise SourceError("no text was named", hint="give a file, a folder, an address, or -")
    names = sources(source)
    second = model_reader(model, model_url) if compare or model or model_url else None
    reader: Reader = second if second is not None and not compare else read
    many = len(names) > 1
    shown = _shown(as_json, output)
    rows: list[ReadRow] = []
    for row in _progress(read_all(names, day, reader), len(names)):
        other = _second(row, second) if compare else None
        _keep(row, no_store)
        if other is not None:
            _keep(other, no_store)
        if output is not None:
            _write(row, output)
        if shown == "json":
            _print(row, other, many)
        rows.append(_slim(row) if many else row)
        if shown == "people" and compare:
            _side_by_side(row, other)
    if shown == "people" and not compare:
        _show(rows, many)
    return _code(rows)


def _shown(as_json: bool, output: Path | None) -> str:
    if as_json or (piped() and output is None):
        return "json"
    return "people" if not piped() else "nothing"


def _progress(rows: Iterable[ReadRow], total: int) -> Iterable[ReadRow]:
    """A bar on standard error while a folder is read by a person."""
    if total < 2 or not sys.stderr.isatty():
        return rows
    from rich.console import Console
    from rich.progress import track

    return track(rows, description="Reading", total=total, console=Console(stderr=True), transient=True)


def _second(row: ReadRow, reader: Reader | None) -> ReadRow | None:
    from article41.errors import Article41Error
    from article41.service.reading import ReadRow

    if row.document is None or reader is None:
        return None
    try:
        return ReadRow(source=row.source, document=row.document, reading=reader(row.document))
    except Article41Error as error:
        return ReadRow(source=row.source, error=error)


def _keep(row: ReadRow, no_store: bool) -> None:
    from article41.service.reading_record import record

    if not no_store and row.document is not None and row.reading is not None:
        record(row.document, row.reading)


def _slim(row: ReadRow) -> ReadRow:
    """Without the text: a folder of many texts need not stay in memory."""
    from article41.service.reading import ReadRow

    return ReadRow(source=row.source, reading=row.reading, error=row.error)


def _write(row: ReadRow, output: Path) -> None:
    import json

    from article41.reader.schema import plain_reading

    if row.reading is None:
        return
    output.mkdir(parents=True, exist_ok=True)
    path = output / f"{Path(row.source).stem if row.source != '-' else 'stdin'}.json"
    path.write_text(
        json.dumps(plain_reading(row.reading), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def _print(row: ReadRow, other: ReadRow | None, many: bool) -> None:
    indent = None if many else 2
    if other is None:
        if row.reading is not None or many:
            print_json(_plain(row), indent=indent)
        return
    print_json({"source": row.source, "rules": _plain(row), "model": _plain(other)}, indent=indent)


def _plain(row: ReadRow) -> dict[str, Any]:
    from article41.reader.schema import plain_reading

    if row.reading is not None:
        return {"source": row.source, **plain_reading(row.reading)}
    error = row.error
    assert error is not None
    return {
        "source": row.source,
        "error": {"message": error.message, "where": error.where, "hint": error.hint},
    }


def _show(rows: list[ReadRow], many: bool) -> None:
    from article41.cli.show_reading import show_reading, show_readings

    if many:
        show_readings(rows)
    elif rows and rows[0].reading is not None:
        show_reading(rows[0])


def _side_by_side(row: ReadRow, other: ReadRow | None) -> None:
    from article41.cli.show_reading import show_comparison

    if row.reading is not None:
        show_comparison(row, other)


def _code(rows: list[ReadRow]) -> int:
    errors = [row.error for row in rows if row.error is not None]
    for error in errors:
        show_error(error)
    return USAGE if errors else 0

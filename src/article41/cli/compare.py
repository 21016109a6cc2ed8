"""The command `article41 compare`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from article41.cli.options import json_option, piped, print_json

if TYPE_CHECKING:
    from article41.screening.compare import Comparison

SHARE = click.FloatRange(0, 1)


@click.command("compare")
@click.argument("names", nargs=-1)
@click.option("--type", "schema", default="", help="person, company, vessel...; unknown if left out.")
@click.option("--birth-date1", default="", help="Of the first: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--birth-date2", default="", help="Of the second.")
@click.option("--country1", default="", help="Of the first: code or name.")
@click.option("--country2", default="", help="Of the second.")
@click.option("--threshold", type=SHARE, help="Score from which on two parties are taken for one.")
@click.option("--input", "source", type=click.Path(path_type=Path), help="CSV: name1,name2,schema,...")
@click.option("--output", "target", type=click.Path(path_type=Path), help="CSV to write, with the scores.")
@json_option
@click.option("--exit-code", is_flag=True, help="Exit with 1 when the two are taken for one.")
def command(names: tuple[str, ...], **options: Any) -> int:
    """Compare two names, in any scripts, and say why they are alike or not.

    NAMES are two, each in quotes; several names of one party may stand in one, separated by `;`. With
    --input, a file of pairs: columns name1, name2, and any of schema, birth_date1, birth_date2, country1,
    country2, gender1, gender2.
    """
    from article41.screening.compare import SAME
    from article41.service.compare import compare, plain_comparison

    threshold = SAME if options["threshold"] is None else options["threshold"]
    if options["source"]:
        return _file(options["source"], options["target"], threshold)
    if len(names) != 2:
        raise click.UsageError('two names are compared: article41 compare "Kim Jong Un" "김정은"')
    known = {key: options[key] for key in ("birth_date1", "birth_date2", "country1", "country2")}
    found = compare(*names, schema=options["schema"], **known)
    if options["as_json"] or piped():
        print_json(plain_comparison(found, threshold))
    else:
        _show(found, threshold)
    return int(options["exit_code"] and found.score >= threshold)


def _show(found: Comparison, threshold: float) -> None:
    from rich.table import Table
    from rich.text import Text

    from article41.cli.show_answer import console

    out = console()
    same = found.score >= threshold
    verdict = "taken for the same" if same else "taken for different"
    out.print(
        Text(f"{found.score:.2f}  ", style="bold red" if same else "bold green").append(
            f"{verdict} (from {threshold:g})", style=""
        )
    )
    table = Table(box=None, pad_edge=False, header_style="dim")
    for head in ("", "first", "second"):
        table.add_column(head)
    table.add_column("score", justify="right")
    table.add_column("why")
    for one in found.name.features:
        table.add_row(one.name, one.query, one.listed, f"{one.score:.2f}", one.why)
    table.add_row("name", found.name1, found.name2, f"{found.name.score:.2f}", "", style="bold")
    for other in found.qualifiers:
        table.add_row(other.name, other.query, other.listed, f"{other.points:+.2f}", other.why)
    out.print(table)


def _file(source: Path, target: Path | None, threshold: float) -> int:
    import csv
    import json

    from article41.service.compare import compare_rows

    rows = compare_rows(source, threshold)
    if target is None:
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
        return 0
    first = next(rows, None)
    if first is None:
        raise click.UsageError(f"{source} holds no pairs")
    head = [key for key in first if key != "error"] + ["error"]
    head += [key for key in ("score", "same", "because") if key not in head]
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, head, extrasaction="ignore")
        writer.writeheader()
        writer.writerow(first)
        writer.writerows(rows)
    click.echo(f"written to {target}")
    return 0

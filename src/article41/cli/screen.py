"""The command `article41 screen`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from article41.cli.options import DAY, json_option, piped, print_json
from article41.errors import FactsError

if TYPE_CHECKING:
    from article41.service.screening import Screener, Screening

SHARE = click.FloatRange(0, 1)


@click.command("screen")
@click.argument("name", nargs=-1)
@click.option("--type", "kind", default="", help="person, company, vessel, aircraft...; unknown if left out.")
@click.option(
    "--birth-date", multiple=True, help="YYYY, YYYY-MM or YYYY-MM-DD; 'circa 1960', '1955 to 1957'."
)
@click.option("--gender", default="", help="male or female.")
@click.option("--nationality", multiple=True, help="Country code or name.")
@click.option("--country", multiple=True, help="Of residence, registration or flag.")
@click.option("--imo", multiple=True, help="IMO number of a ship.")
@click.option("--wallet", multiple=True, help="Digital currency address.")
@click.option("--id", "identifier", multiple=True, help="Other number: KIND:NUMBER or KIND:COUNTRY:NUMBER.")
@click.option("--customer", default="", help="Your own reference of the party, for the allow-list.")
@click.option("--as-of", type=DAY, help="Against who was listed on that day.")
@click.option("--threshold", type=SHARE, help="Score from which on a match is shown.")
@click.option("--strong", type=SHARE, help="Score from which on it counts as the listed party.")
@click.option("--list", "lists", multiple=True, help="A list file, or the key of a list in use.")
@click.option("--input", "source", type=click.Path(path_type=Path), help="Customers: .csv, .jsonl, .parquet.")
@click.option("--output", "target", type=click.Path(path_type=Path), help="Results: .csv, .jsonl, .parquet.")
@click.option("--about", is_flag=True, help="The lists, the thresholds and what was measured of them.")
@json_option
@click.option("--exit-code", is_flag=True, help="Exit with 1 when anything matches that nobody cleared.")
def command(name: tuple[str, ...], **options: Any) -> int:
    """Screen a party, or a file of customers, against sanctions lists.

    NAME is the name in any script; its words need no quotes. Every match shows why, point by point.
    A name without matches is answered with the lists, editions and digests it was held against.
    """
    screener = _screener(options)
    if options["about"]:
        return _about(screener, options)
    if options["source"]:
        return _file(screener, options)
    found = screener.screen([_query(" ".join(name), options)], options["as_of"])
    _print(found, options["as_json"])
    return int(options["exit_code"] and any(answer.open for answer in found.answers))


def _screener(options: dict[str, Any]) -> Screener:
    from article41.screening.query import Thresholds
    from article41.service.decisions import read_allow_list
    from article41.service.screening import Screener, load_lists

    usual = Thresholds()
    possible = usual.possible if options["threshold"] is None else options["threshold"]
    strong = max(usual.strong, possible) if options["strong"] is None else options["strong"]
    if strong < possible:
        raise FactsError(
            f"--strong {strong:g} is below --threshold {possible:g}", hint="a strong match is a match first"
        )
    return Screener(
        load_lists(options["lists"], options["as_of"]),
        thresholds=Thresholds(possible=possible, strong=strong),
        allow=read_allow_list(),
        today=date.today(),
    )


def _query(name: str, options: dict[str, Any]) -> Any:
    from article41.screening.ask import make_query

    return make_query(
        name,
        id=options["customer"],
        type=options["kind"],
        birth_date=options["birth_date"],
        gender=options["gender"],
        nationality=options["nationality"],
        country=options["country"],
        imo=options["imo"],
        wallet=options["wallet"],
        identifier=options["identifier"],
    )


def _print(found: Screening, as_json: bool) -> None:
    if as_json or piped():
        from article41.service.plain_screening import plain_screening

        print_json(plain_screening(found))
        return
    from article41.cli.show_screen import show_screening

    show_screening(found)


def _about(screener: Screener, options: dict[str, Any]) -> int:
    from article41.service.measured import measured

    if options["as_json"] or piped():
        print_json(measured(screener))
        return 0
    from article41.cli.show_screen import show_about

    show_about(measured(screener))
    return 0


def _file(screener: Screener, options: dict[str, Any]) -> int:
    from article41.cli.show_screen import progress_bar, show_counts
    from article41.service.rows import count_rows, read_rows
    from article41.service.screen_file import screen_file

    source, target = options["source"], options["target"]
    if target is None:
        raise FactsError("--input needs --output", hint="name a file: --output hits.csv")
    next(iter(read_rows(source)), None)  # a file that cannot be read is said before anything is indexed
    with progress_bar(count_rows(source)) as tell:
        done = screen_file(screener, source, target, as_of=options["as_of"], tell=tell)
    if options["as_json"] or piped():
        print_json(
            {"rows": done.rows, "results": done.counts, "output": str(target), "lists": screener.index.keys}
        )
    else:
        show_counts(done, target, screener)
    found = done.counts.get("match", 0) + done.counts.get("possible", 0)
    return int(bool(options["exit_code"] and found))

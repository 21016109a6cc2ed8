"""The command `article41 draft`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from article41.cli.options import DAY, json_option, piped, print_json
from article41.errors import SourceError


@click.command("draft")
@click.argument("file")
@click.option("--on", type=DAY, help="The law to draft against (default: of the day the text was written).")
@click.option("--date", "written", type=DAY, help="When the text was written, where it does not say.")
@click.option("--proposal", type=int, metavar="N", help="Which of several proposals of the text.")
@click.option(
    "--own", is_flag=True, help="FILE lists changes in your own words; it reports nobody's proposal."
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the draft to this file.")
@json_option
def command(
    file: str,
    on: date | None,
    written: date | None,
    proposal: int | None,
    own: bool,
    out: Path | None,
    as_json: bool,
) -> None:
    """From FILE to a draft resolution in the law's own format.

    FILE is a news text, a page, a web address, or - for standard input.

    Each operation stands beside the words it rests on; what the text leaves open is asked. Piped, the
    draft itself is printed, for a file or straight for: article41 whatif - --adopted DATE
    """
    from article41.service.desk import Desk
    from article41.service.drafting import draft_from, plain_drafted

    found = draft_from(file, Desk(), on=on, number=proposal, written=written, own=own)
    if out is not None:
        try:
            out.write_text(found.text, encoding="utf-8")
        except OSError as error:
            raise SourceError(f"cannot be written: {error.strerror}", where=str(out)) from None
    if as_json:
        print_json(plain_drafted(found))
    elif out is None and piped():
        click.echo(found.text, nl=False)
    else:
        from article41.cli.show_draft import show_drafted

        show_drafted(found, str(out) if out else "")

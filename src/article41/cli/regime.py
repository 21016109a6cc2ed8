"""The command `article41 regime`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from article41.cli.options import DAY, json_option, known_on_option, piped, print_json
from article41.cli.run import BAD_FACTS, show_error
from article41.errors import SourceError


@click.group("regime")
def command() -> None:
    """The law of a day: show, diff, cite, check, export."""


@command.command("show")
@click.option("--on", type=DAY, default="today", help="The day; today by default.")
@known_on_option
@json_option
@click.option("--all", "everything", is_flag=True, help="Also duties of States and of the Committee.")
def show(on: date, known_on: date | None, as_json: bool, everything: bool) -> None:
    """The trader's table: goods or service, direction, since when, paragraphs, exceptions."""
    from article41.service.desk import Desk
    from article41.service.plain_law import plain_regime

    regime = Desk().regime(on, known_on)
    if as_json or (piped() and not everything):
        print_json(plain_regime(regime))
        return
    from article41.cli.show_regime import show_regime

    show_regime(regime, everything=everything)


@command.command("diff")
@click.argument("one", type=DAY)
@click.argument("other", type=DAY)
@known_on_option
@json_option
def diff(one: date, other: date, known_on: date | None, as_json: bool) -> None:
    """What changed between two days: added, tightened, loosened, ended."""
    from article41.service.desk import Desk
    from article41.service.plain_law import plain_change

    changes = Desk().compare(one, other, known_on)
    if as_json or piped():
        print_json([plain_change(change) for change in changes])
        return
    from article41.cli.show_regime import show_changes

    show_changes(changes, f"{one} to {other}")


@command.command("cite")
@click.argument("ref")
@json_option
def cite(ref: str, as_json: bool) -> None:
    """A paragraph in our words, with what it does: 2375#16."""
    from article41.service.desk import Desk
    from article41.service.plain_law import plain_paragraph

    text, paragraph = Desk().paragraph(ref)
    data = plain_paragraph(text, paragraph)
    if as_json or piped():
        print_json(data)
        return
    from article41.cli.show_regime import show_paragraph

    show_paragraph(data)


@command.command("check")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@json_option
def check(folder: Path | None, as_json: bool) -> int:
    """Validate the law data (or that of a folder) and print its coverage."""
    from article41.service.desk import Desk, check_folder

    rows, errors = check_folder(folder) if folder else Desk().check()
    if not rows and not errors:
        raise SourceError("holds no law", where=str(folder), hint="a law folder has resolutions/*.yaml in it")
    if as_json:
        print_json(
            {
                "texts": [
                    {
                        "id": row.text.id,
                        "status": row.text.status,
                        "paragraphs": row.present,
                        "operative": row.operative,
                        "operations": row.operations,
                        "uncertain": row.uncertain,
                    }
                    for row in rows
                ],
                "errors": [str(error) for error in errors],
            }
        )
    else:
        from article41.cli.show_regime import show_coverage

        show_coverage(rows)
        for error in errors:
            show_error(error)
        click.echo(f"{len(errors)} errors" if errors else "no errors")
    return BAD_FACTS if errors else 0


@command.command("export")
@click.option("--on", type=DAY, default="today", help="The day; today by default.")
@known_on_option
@click.option("--format", "form", type=click.Choice(["json", "yaml"]), default="json")
def export(on: date, known_on: date | None, form: str) -> None:
    """The consolidated regime of a day, whole, for other programs."""
    from article41.service.desk import Desk
    from article41.service.plain_law import plain_regime

    data = plain_regime(Desk().regime(on, known_on))
    if form == "json":
        print_json(data)
        return
    import yaml

    click.echo(yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100))

"""Options that several commands share."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

import click

FIRST_DAY, LAST_DAY = date(1945, 10, 24), date(2100, 12, 31)  # the Charter's first day; as in facts


class Day(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """A date written YYYY-MM-DD, or `today`."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date. Fails with a hint."""
        if isinstance(value, date):
            return value
        if value == "today":
            return date.today()
        try:
            day = date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is not a day: write YYYY-MM-DD", param, ctx)
        if not FIRST_DAY <= day <= LAST_DAY:
            self.fail(f"{day} is outside {FIRST_DAY} to {LAST_DAY}", param, ctx)
        return day


DAY = Day()
on_option = click.option("--on", type=DAY, help="Assess as if it happened on this day.")
known_on_option = click.option("--known-on", type=DAY, help="Use only texts that existed on this day.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def piped() -> bool:
    """Whether the output goes to another program rather than to a person."""
    return not sys.stdout.isatty()


def print_json(data: Any, *, indent: int | None = 2) -> None:
    """Data as JSON on standard output; names keep their letters where the output can hold them."""
    import json

    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    click.echo(json.dumps(data, ensure_ascii=not encoding.lower().startswith("utf"), indent=indent))

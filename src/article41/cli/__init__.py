"""The command line. Commands load when called, so that help answers at once."""

from __future__ import annotations

import importlib
from typing import Any

import click

from article41 import __version__

COMMANDS = {
    "assess": (
        "article41.cli.assess",
        "Assess transactions: a file, a folder, or - for standard input.",
    ),
    "regime": ("article41.cli.regime", "The law of a day: show, diff, cite, check, export."),
    "measures": ("article41.cli.measures", "One measure: its history, exceptions and sources."),
    "whatif": ("article41.cli.whatif", "What a draft would change if it were adopted."),
    "goods": ("article41.cli.goods", "How goods are read, and which measures may reach them."),
    "screen": ("article41.cli.screen", "Screen a party, or a file of customers, against lists."),
    "rescreen": ("article41.cli.rescreen", "Screen customers against what a list change altered."),
    "allow": ("article41.cli.allow", "Decisions: this customer is not that listed party."),
    "lists": ("article41.cli.lists", "The sanctions lists in use: update, status, changes, add, show."),
    "draft": ("article41.cli.draft", "From a news text to a draft resolution, for whatif."),
    "council": (
        "article41.cli.council",
        "The Security Council: members, votes, mandates, a draft's outlook.",
    ),
    "timeline": ("article41.cli.timeline", "Tests, launches, votes, reports, summits and thefts by day."),
    "caps": ("article41.cli.caps", "Deliveries against the ceilings: declared, estimated, room left."),
    "positions": ("article41.cli.positions", "Who wants what of the sanctions, over time."),
    "revenue": ("article41.cli.revenue", "What evasion is said to earn, by method and claimant."),
    "read": (
        "article41.cli.read",
        "Read news: who said what, what is proposed, what happened. File, folder, URL or -.",
    ),
    "schema": ("article41.cli.schema", "What a transaction may state."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported when first used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Command names in the order a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="article41")
def group() -> None:
    """Article 41: a UN sanctions regime (the DPRK's) made executable.

    States facts, answers with paragraphs, reasons, missing facts and duties.
    """


def main(args: list[str] | None = None) -> Any:
    """The entry point. Errors become one clear message and an exit code, never a traceback.

    Exit codes: 0 answered; 1 the answer is "no" where --exit-code asks for it; 2 wrong usage or
    unreadable input; 4 input read, but its facts or law data are wrong.
    """
    from article41.cli.run import run

    return run(group, args)

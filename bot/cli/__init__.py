"""The command line: each command reads its arguments, calls one thing and prints it."""

from __future__ import annotations

import typer

from bot.cli import exchange, hosting, library

app = typer.Typer(
    name="gobbet",
    help="A study and quiz bot for Telegram: cited answers and questions from your own articles.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.add_typer(hosting.commands)
app.add_typer(library.commands)
app.add_typer(exchange.commands)


def main() -> None:
    """The entry point of the command ``gobbet``."""
    app()

"""Commands for those who host the bot: demo, run, check, inbox, backup, restore, healthcheck."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import terminal
from bot.cli.library import AsJson, LibraryFolder
from bot.cli.outcome import attempt, fail, settings, show, until_interrupted
from bot.health.vitals import complaints_in

RUN, TEND = "Run the bot", "Look after it"

commands = typer.Typer()


@commands.command(rich_help_panel=RUN)
def demo(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port of the chat page; 0 takes a free one.")
    ] = 8765,
    library: LibraryFolder = None,
) -> None:
    """Try it without a token: the bot, a Telegram of its own and a chat page, on this machine."""
    from bot.cli.demo import show as show_demo  # noqa: PLC0415 - other commands start faster so

    until_interrupted(lambda: asyncio.run(show_demo(settings(library_dir=library), port)))


@commands.command(rich_help_panel=RUN)
def run() -> None:
    """Run the bot on Telegram, until it is stopped with Ctrl-C or SIGTERM."""
    from bot.app import run as run_bot  # noqa: PLC0415 - as above

    until_interrupted(lambda: asyncio.run(run_bot(settings())))


@commands.command(rich_help_panel=RUN)
def check(
    repair: Annotated[
        bool, typer.Option("--repair", help="Mend the database first; stop the bot before.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Look over settings, token, Telegram, database and library, each with its cure."""
    from bot.cli import checks  # noqa: PLC0415 - as above

    chosen = settings()
    if repair:
        for mended in attempt(lambda: asyncio.run(checks.repair(chosen))):
            terminal.console.print(mended)
    found = asyncio.run(checks.run(chosen))
    show(
        as_json=as_json,
        shape=lambda: {"ok": all(f.ok for f in found), "checks": [f.shape for f in found]},
        view=lambda: "\n".join(finding.line for finding in found),
    )
    if not all(finding.ok for finding in found):
        raise typer.Exit(1)


@commands.command(rich_help_panel=TEND)
def inbox(
    retry: Annotated[bool, typer.Option("--retry", help="Handle them once more.")] = False,
) -> None:
    """List messages that could not be handled, with the reason."""
    from bot.store import beside  # noqa: PLC0415 - as above
    from bot.store import inbox as updates  # noqa: PLC0415 - as above

    path = settings().database_path
    if retry:
        number = attempt(lambda: asyncio.run(beside.write(path, updates.retry)))
        terminal.console.print(f"{number} put in line again.")
    else:
        parked = attempt(lambda: asyncio.run(beside.read(path, updates.parked)))
        terminal.console.print(terminal.parked(parked))


@commands.command(rich_help_panel=TEND)
def backup(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[FOLDER]", help="Default: backups, in the data folder."),
    ] = None,
) -> None:
    """Copy the database, also while the bot runs; the copy is opened and checked."""
    from bot.store.backup import back_up  # noqa: PLC0415 - as above

    chosen = settings()
    if not chosen.database_path.is_file():
        fail(
            f"There is no database at {chosen.database_path}. "
            "Set GOBBET_DATA_DIR to the bot's folder; gobbet run makes the database."
        )
    place = folder or chosen.backup_dir
    copy = attempt(lambda: back_up(chosen.database_path, place, time.time()))
    terminal.console.print(f"[green]✓[/] {copy}")


@commands.command(rich_help_panel=TEND)
def restore(
    copy: Annotated[Path, typer.Argument(metavar="FILE", help="One that gobbet backup made.")],
) -> None:
    """Put a backup in the database's place; stop the bot first. What was there is kept."""
    from bot.store import backup as copies  # noqa: PLC0415 - as above

    path = settings().database_path
    kept = attempt(lambda: copies.restore(copy, path, time.time()))
    words = f"What was there is kept as {kept}." if kept else "There was none before."
    terminal.console.print(f"[green]✓[/] {path} is as it was in {copy}. {words}")


@commands.command(rich_help_panel=TEND)
def healthcheck() -> None:
    """Say whether the running bot does its work: exit code 0, or 1 with the reasons."""
    found = complaints_in(settings().vitals_path, time.time())
    for complaint in found:
        terminal.errors.print(complaint)
    if found:
        raise typer.Exit(1)

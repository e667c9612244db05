"""``gobbet demo``: an answer and a question in the terminal, then the bot in a local Telegram."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr
from rich.rule import Rule

from bot import redaction
from bot.app import opened, running, stop_on_signals
from bot.cli.terminal import answer, console, question
from bot.errors import SettingsError
from bot.playground.classroom import INSTRUCTOR, TOKEN
from bot.playground.server import serve
from bot.services.asking import example as example_of
from bot.settings import Settings
from knowledge import Library


async def show(settings: Settings, port: int) -> None:
    """Print the examples, then serve the playground until Ctrl-C."""
    redaction.log_to_stderr("WARNING", secrets=(TOKEN,))
    stop_on_signals()
    library = await opened(settings)
    print_examples(library)
    with contextlib.suppress(asyncio.CancelledError):
        await _play(settings, library, port)
    console.print("Stopped; the demo keeps nothing.")


async def _play(settings: Settings, library: Library, port: int) -> None:
    with TemporaryDirectory(prefix="gobbet-demo-") as folder:
        try:
            async with serve(port=port) as playground:
                demo = _settings(settings, playground.url, Path(folder))
                async with running(demo, library):
                    _print_address(playground.url)
                    await asyncio.Event().wait()
        except OSError as error:
            raise SettingsError(
                f"Port {port} can't be used ({error.strerror}). Try another: gobbet demo --port 0"
            ) from error


def print_examples(library: Library) -> None:
    """One cited answer and one quiz question, as they look in a terminal."""
    example = example_of(library.questions())
    if example is None:
        console.print("[yellow]![/] The articles yield no question, but you can ask them things.")
        return
    console.print(Rule("A student asks", align="left", style="dim"))
    console.print(f"[bold]> {example.stem}[/]", answer(library.ask(example.stem)), "", sep="\n")
    asked = next((q for q in library.questions() if q.id != example.id), example)
    console.print(Rule("The bot asks", align="left", style="dim"))
    console.print(question(asked, asked.options), f"[dim]Right: {asked.answer}[/]", "", sep="\n")


def _settings(settings: Settings, url: str, folder: Path) -> Settings:
    demo = {
        "bot_token": SecretStr(TOKEN),
        "api_url": url,
        "data_dir": folder,
        "owner_ids": (INSTRUCTOR.id,),
    }
    return settings.model_copy(update=demo)


def _print_address(url: str) -> None:
    console.print(Rule("Talk to it", align="left", style="dim"))
    console.print(f"Open [bold]{url}[/] in a browser: a local Telegram with a class of four.")
    console.print("[dim]Nothing leaves this machine. Ctrl-C stops it.[/]")

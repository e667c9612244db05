"""How a command ends: what it found is printed, an error that people can cure is a sentence."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from typing import Any, NoReturn, TypeVar

import typer
from rich.markup import escape

from bot.cli import terminal
from bot.errors import CannotRun
from bot.settings import Settings, load
from bot.store.errors import StoreError
from knowledge.errors import KnowledgeError

T = TypeVar("T")


def show(*, as_json: bool, shape: Callable[[], Any], view: Callable[[], Any]) -> None:
    """Print what was found, for scripts or for people."""
    if as_json:
        json.dump(shape(), sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    else:
        terminal.console.print(view())


def attempt(action: Callable[[], T]) -> T:
    """The action's value; an error that people can cure becomes its sentence and exit code 2."""
    try:
        return action()
    except (CannotRun, StoreError, KnowledgeError) as error:
        fail(str(error))


def until_interrupted(start: Callable[[], None]) -> None:
    """Run what runs until Ctrl-C."""
    try:
        attempt(start)
    except KeyboardInterrupt:
        terminal.errors.print("Stopped.")


def settings(**given: object) -> Settings:
    """The settings, or a sentence on what is wrong with them."""
    return attempt(lambda: load(**given))


def end_with(problems: Iterable[str]) -> None:
    """Print what did not work; the command has then failed, with all else done."""
    failed = False
    for problem in problems:
        failed = True
        terminal.errors.print(f"[red]✗[/] {escape(problem)}")
    if failed:
        raise typer.Exit(1)


def fail(sentence: str) -> NoReturn:
    """End the command with a sentence."""
    terminal.errors.print(f"[red]gobbet:[/] {escape(sentence)}")
    raise typer.Exit(2)

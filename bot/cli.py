"""The command line: each command reads its arguments, calls one thing and prints it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Annotated, Any, NoReturn, TypeVar

import typer
from rich.markup import escape

from bot import shapes, terminal
from bot.errors import CannotRun
from bot.quiz.arrangement import arranged
from bot.quiz.selection import selected
from bot.settings import Settings, load
from bot.shelf import shelve
from bot.store.errors import StoreError
from knowledge import Library
from knowledge.errors import KnowledgeError
from knowledge.models import Question

T = TypeVar("T")

app = typer.Typer(
    name="gobbet",
    help="A study and quiz bot for Telegram: cited answers and questions from your own articles.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)

LibraryFolder = Annotated[
    Path | None,
    typer.Option("--library", metavar="DIR", help="A folder of articles. Default: the setting."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@app.command(rich_help_panel="Run the bot")
def demo(
    port: Annotated[int, typer.Option(help="Port of the chat page; 0 takes a free one.")] = 8765,
    library: LibraryFolder = None,
) -> None:
    """Try it without a token: the bot, a Telegram of its own and a chat page, on this machine."""
    from bot.demo import show  # noqa: PLC0415 - the other commands start faster without the bot

    _run(lambda: asyncio.run(show(load(library_dir=library), port)))


@app.command(rich_help_panel="Run the bot")
def run() -> None:
    """Run the bot on Telegram, until it is stopped with Ctrl-C or SIGTERM."""
    from bot.app import run as run_bot  # noqa: PLC0415 - as above

    _run(lambda: asyncio.run(run_bot(load())))


@app.command(rich_help_panel="Run the bot")
def check(as_json: AsJson = False) -> None:  # noqa: FBT002 - typer reads flags so
    """Look over settings, token, database and library, each with its cure."""
    from bot import checks  # noqa: PLC0415 - as above

    found = asyncio.run(checks.run(load_or_exit()))
    if as_json:
        _print_json({"ok": all(f.ok for f in found), "checks": [f.shape for f in found]})
    else:
        for finding in found:
            terminal.console.print(finding.line)
    if not all(finding.ok for finding in found):
        raise typer.Exit(1)


@app.command(rich_help_panel="Use the library")
def ask(question: str, library: LibraryFolder = None, as_json: AsJson = False) -> None:  # noqa: FBT002
    """Answer a question with the sentences that say so."""
    found = _open(library).ask(question)
    _show(as_json, lambda: shapes.answer(found), lambda: terminal.answer(found))


@app.command(rich_help_panel="Use the library")
def search(
    query: str,
    library: LibraryFolder = None,
    limit: Annotated[int, typer.Option(min=1, help="How many passages.")] = 10,
    as_json: AsJson = False,  # noqa: FBT002
) -> None:
    """List the passages nearest to a query, best first."""
    hits = _open(library).search(query, limit=limit)
    shape = shapes.search(query, hits)
    _show(as_json, lambda: shape, lambda: terminal.passages(hits))


@app.command(rich_help_panel="Use the library")
def questions(
    library: LibraryFolder = None,
    drafts: Annotated[bool, typer.Option("--drafts", help="Unsure questions too.")] = False,  # noqa: FBT002
    as_json: AsJson = False,  # noqa: FBT002
) -> None:
    """List the questions made from the articles, with answers and evidence."""
    made = _open(library).questions(drafts=drafts)
    _show(as_json, lambda: shapes.questions(made), lambda: terminal.questions(made))


@app.command(rich_help_panel="Use the library")
def facts(library: LibraryFolder = None, as_json: AsJson = False) -> None:  # noqa: FBT002
    """List the facts in the articles, with who says them and what contradicts them."""
    found = _open(library).facts()
    _show(as_json, lambda: shapes.facts(found), lambda: terminal.facts(found))


@app.command(rich_help_panel="Use the library")
def quiz(
    count: Annotated[int, typer.Argument(min=1, help="How many questions.")] = 5,
    library: LibraryFolder = None,
    seed: Annotated[int | None, typer.Option(help="The same seed asks the same quiz.")] = None,
) -> None:
    """Be quizzed in the terminal: type the letter, or the answer in your own words."""
    opened, random = _open(library), Random(seed)  # noqa: S311 - a quiz, not a secret
    chosen = selected(opened.questions(), {}, count, random)
    if not chosen:
        _fail("The articles yield no question yet. Add more: gobbet add FILE")
    right = 0
    with contextlib.suppress(EOFError, KeyboardInterrupt):
        for number, question in enumerate(chosen, start=1):
            right += _ask_in_terminal(opened, question, number, random)
    terminal.console.print(f"\n[bold]{right} of {len(chosen)}[/] right.")


@app.command(rich_help_panel="Use the library")
def add(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files or folders.")],
    library: LibraryFolder = None,
) -> None:
    """Put articles into the library, each checked first."""
    settings = load_or_exit(library_dir=library)
    shelved = _try(lambda: shelve(paths, settings.library_dir))
    for article in shelved.added:
        terminal.console.print(f"[green]✓[/] {escape(article.id)}: {escape(article.title)}")
    for problem in shelved.problems:
        terminal.errors.print(f"[red]✗[/] {escape(problem)}")
    if shelved.problems:
        raise typer.Exit(1)


def main() -> None:
    """The entry point of the command ``gobbet``."""
    app()


def load_or_exit(**given: object) -> Settings:
    """The settings, or a sentence on what is wrong with them."""
    return _try(lambda: load(**given))


def _open(folder: Path | None) -> Library:
    opened = _try(lambda: Library.open(load(library_dir=folder).library_dir))
    for problem in opened.problems:
        terminal.errors.print(f"[yellow]![/] {escape(problem)}")
    return opened


def _ask_in_terminal(library: Library, question: Question, number: int, random: Random) -> bool:
    order = arranged(question, random)
    shown = [question.options[index] for index in order]
    terminal.console.print("", terminal.question(question, shown, number))
    typed = terminal.console.input("> ").strip()
    letters = dict(terminal.lettered(shown))
    grade = library.grade(question, letters.get(typed.lower().rstrip(")."), typed))
    terminal.console.print(terminal.grade(grade, question))
    terminal.console.print(*map(terminal.quote, question.citations[:1]))
    return grade.verdict == "right"


def _show(as_json: bool, shape: Callable[[], Any], view: Callable[[], Any]) -> None:  # noqa: FBT001
    if as_json:
        _print_json(shape())
    else:
        terminal.console.print(view())


def _print_json(shape: Any) -> None:
    json.dump(shape, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def _run(start: Callable[[], None]) -> None:
    try:
        _try(start)
    except KeyboardInterrupt:
        terminal.errors.print("Stopped.")


def _try(action: Callable[[], T]) -> T:
    """The action's value; an error that people can cure becomes its sentence and exit code 2."""
    try:
        return action()
    except (CannotRun, StoreError, KnowledgeError) as error:
        _fail(str(error))


def _fail(sentence: str) -> NoReturn:
    terminal.errors.print(f"[red]gobbet:[/] {escape(sentence)}")
    raise typer.Exit(2)

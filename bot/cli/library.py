"""Commands that use the library: ask, search, questions, facts, quiz, add."""

from __future__ import annotations

import contextlib
from pathlib import Path
from random import Random
from typing import Annotated

import typer
from rich.markup import escape

from bot import exchanging, shapes, terminal
from bot.cli.outcome import attempt, fail, settings, show
from bot.quiz.arrangement import arranged
from bot.quiz.selection import selected
from bot.shelf import shelve
from knowledge import Library
from knowledge.models import Question

commands = typer.Typer()

LibraryFolder = Annotated[
    Path | None,
    typer.Option("--library", metavar="DIR", help="A folder of articles. Default: the setting."),
]
PANEL = "Use the library"
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@commands.command(rich_help_panel=PANEL)
def ask(question: str, library: LibraryFolder = None, as_json: AsJson = False) -> None:
    """Answer a question with the sentences that say so."""
    found = opened(library).ask(question)
    show(as_json=as_json, shape=lambda: shapes.answer(found), view=lambda: terminal.answer(found))


@commands.command(rich_help_panel=PANEL)
def search(
    query: str,
    library: LibraryFolder = None,
    limit: Annotated[int, typer.Option(min=1, help="How many passages.")] = 10,
    as_json: AsJson = False,
) -> None:
    """List the passages nearest to a query, best first."""
    hits = opened(library).search(query, limit=limit)
    shape = shapes.search(query, hits)
    show(as_json=as_json, shape=lambda: shape, view=lambda: terminal.passages(hits))


@commands.command(rich_help_panel=PANEL)
def questions(
    library: LibraryFolder = None,
    drafts: Annotated[bool, typer.Option("--drafts", help="Unsure questions too.")] = False,
    page: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write a page for printing instead."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the questions made from the articles, with answers and evidence."""
    found = opened(library)
    made = found.questions(drafts=drafts)
    if page is not None:
        attempt(lambda: exchanging.write_page(page, found, made))
        terminal.console.print(f"[green]✓[/] {escape(str(page))}: {len(made)} questions")
        return
    show(
        as_json=as_json,
        shape=lambda: shapes.questions(made),
        view=lambda: terminal.questions(made),
    )


@commands.command(rich_help_panel=PANEL)
def facts(library: LibraryFolder = None, as_json: AsJson = False) -> None:
    """List the facts in the articles, with who says them and what contradicts them."""
    found = opened(library).facts()
    show(as_json=as_json, shape=lambda: shapes.facts(found), view=lambda: terminal.facts(found))


@commands.command(rich_help_panel=PANEL)
def quiz(
    count: Annotated[int, typer.Argument(min=1, help="How many questions.")] = 5,
    library: LibraryFolder = None,
    seed: Annotated[int | None, typer.Option(help="The same seed asks the same quiz.")] = None,
) -> None:
    """Be quizzed in the terminal: type the letter, or the answer in your own words."""
    quizzed, random = opened(library), Random(seed)  # noqa: S311 - a quiz, not a secret
    chosen = selected(quizzed.questions(), {}, count, random)
    if not chosen:
        fail("The articles yield no question yet. Add more: gobbet add FILE")
    right = 0
    with contextlib.suppress(EOFError, KeyboardInterrupt):
        for number, question in enumerate(chosen, start=1):
            right += _ask_in_terminal(quizzed, question, number, random)
    terminal.console.print(f"\n[bold]{right} of {len(chosen)}[/] right.")


@commands.command(rich_help_panel=PANEL)
def add(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files or folders.")],
    library: LibraryFolder = None,
) -> None:
    """Put articles into the library, each checked first."""
    folder = settings(library_dir=library).library_dir
    shelved = attempt(lambda: shelve(paths, folder))
    for article in shelved.added:
        terminal.console.print(f"[green]✓[/] {escape(article.id)}: {escape(article.title)}")
    for problem in shelved.problems:
        terminal.errors.print(f"[red]✗[/] {escape(problem)}")
    if shelved.problems:
        raise typer.Exit(1)


def opened(folder: Path | None) -> Library:
    """The library in this folder, or that of the settings; what is left out of it is told."""
    library = attempt(lambda: Library.open(settings(library_dir=folder).library_dir))
    for problem in library.problems:
        terminal.errors.print(f"[yellow]![/] {escape(problem)}")
    return library


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

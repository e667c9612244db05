"""Commands that change the library or carry questions: remove, sources, export, import."""

from __future__ import annotations

import time
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from bot.cli import question_files, terminal
from bot.cli.article_files import unshelve
from bot.cli.library import PANEL, AsJson, LibraryFolder, opened
from bot.cli.outcome import attempt, end_with, fail, settings, show
from bot.telegram.plurals import counted
from knowledge.questions.exchange import FORMATS

commands = typer.Typer()

_BY_ENDING = {".gift.txt": "gift", ".gift": "gift", ".aiken.txt": "aiken", ".aiken": "aiken",
              ".xml": "moodle-xml", ".csv": "csv", ".apkg": "apkg"}  # fmt: skip
File = Annotated[Path, typer.Argument(metavar="FILE", help="Such as questions.csv.")]
FormatName = Annotated[
    str | None,
    typer.Option("--format", help=f"{', '.join(FORMATS)}. Default: what the name ends in."),
]


@commands.command(rich_help_panel=PANEL)
def remove(
    names: Annotated[list[str], typer.Argument(metavar="NAME…", help="Ids, or file names.")],
    library: LibraryFolder = None,
) -> None:
    """Take articles out of the library."""
    folder = settings(library_dir=library).library_dir
    done = attempt(lambda: unshelve(names, folder))
    for name in done.removed:
        terminal.console.print(f"[green]✓[/] {escape(name)}")
    end_with(done.problems)


@commands.command(rich_help_panel=PANEL)
def sources(library: LibraryFolder = None, as_json: AsJson = False) -> None:
    """List the articles of the library."""
    articles = opened(library).articles
    show(
        as_json=as_json,
        shape=lambda: {"articles": [_shape(asdict(article)) for article in articles]},
        view=lambda: "\n".join(f"{escape(a.id)}: {escape(a.title)}" for a in articles),
    )


@commands.command("export", rich_help_panel=PANEL)
def export_questions(
    target: File, format_name: FormatName = None, library: LibraryFolder = None
) -> None:
    """Write the questions to a file for Moodle, spreadsheets or Anki."""
    kept, found = settings(library_dir=library), opened(library)
    questions = attempt(lambda: question_files.askable(kept, found, is_hosts=library is None))
    name = _format(format_name, target)
    exported = attempt(lambda: question_files.write(name, target, found, questions, time.time()))
    count = counted(exported.count, "question")
    terminal.console.print(f"[green]✓[/] {escape(str(target))}: {count}")
    if exported.loss:
        terminal.errors.print(f"[yellow]![/] {escape(exported.loss)}")


@commands.command("import", rich_help_panel=PANEL)
def import_questions(
    source: File,
    format_name: FormatName = None,
    approved: Annotated[
        bool, typer.Option("--approved", help="Ask them without a review in the chat.")
    ] = False,
) -> None:
    """Take the questions of a file into the bot's question bank, as drafts to be reviewed."""
    name = _format(format_name, source)
    taken = attempt(
        lambda: question_files.take(settings(), name, source, approved=approved, now=time.time())
    )
    terminal.console.print(f"[green]✓[/] {taken.added} added, {taken.changed} changed")
    end_with(map(str, taken.problems))


def _format(given: str | None, path: Path) -> str:
    if given:
        return given
    for ending, name in _BY_ENDING.items():
        if path.name.lower().endswith(ending):
            return name
    return fail(f"{path.name} does not tell its format. Add --format: {', '.join(FORMATS)}.")


def _shape(article: dict[str, object]) -> dict[str, object]:
    return {name: article[name] for name in ("id", "title", "source", "language", "licence")}

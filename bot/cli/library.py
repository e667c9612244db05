"""Commands that use the library: ask, search, questions, facts, quiz, add."""

from __future__ import annotations

import contextlib
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Group
from rich.markup import escape
from rich.text import Text

from bot.cli import question_files, shapes, terminal
from bot.cli.article_files import shelve
from bot.cli.outcome import attempt, end_with, fail, settings, show
from bot.quiz.arrangement import arranged
from bot.quiz.selection import selected
from bot.telegram.plurals import counted
from knowledge import Library
from knowledge.models import Question

if TYPE_CHECKING:
    from knowledge.questions.candidates import Candidate

commands = typer.Typer()

LibraryFolder = Annotated[
    Path | None,
    typer.Option(
        "--library", metavar="DIR", help="A folder of articles. Default: GOBBET_LIBRARY_DIR."
    ),
]
PANEL = "Use the library"
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@commands.command(rich_help_panel=PANEL)
def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="In quotation marks.")],
    library: LibraryFolder = None,
    as_json: AsJson = False,
) -> None:
    """Answer a question with the sentences that say so."""
    found = opened(library).ask(question)
    show(as_json=as_json, shape=lambda: shapes.answer(found), view=lambda: terminal.answer(found))


@commands.command(rich_help_panel=PANEL)
def search(
    query: Annotated[str, typer.Argument(metavar="WORDS", help="In quotation marks.")],
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
    explain: Annotated[
        bool, typer.Option("--explain", help="What was tried, and the rules that refused it.")
    ] = False,
    page: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write a page for printing instead."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the questions made from the articles, with answers and evidence."""
    found = opened(library)
    if explain:
        tried = _tried(found)
        show(
            as_json=as_json,
            shape=lambda: {"candidates": [_shape(candidate) for candidate in tried]},
            view=lambda: Group(*map(_judged, tried)),
        )
        return
    made = attempt(lambda: found.questions(drafts=drafts))
    if page is not None:
        attempt(lambda: question_files.write_page(page, found, made))
        count = counted(len(made), "question")
        terminal.console.print(f"[green]✓[/] {escape(str(page))}: {count}")
        return
    show(
        as_json=as_json,
        shape=lambda: shapes.questions(made),
        view=lambda: terminal.questions(made),
    )


@commands.command(rich_help_panel=PANEL)
def facts(
    library: LibraryFolder = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Doubtful ones and gaps in sentences too.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List the facts in the articles, with who says them and what contradicts them."""
    known = attempt(opened(library).facts)
    found = [fact for fact in known if everything or (fact.kind != "gap" and not fact.doubts)]
    show(as_json=as_json, shape=lambda: shapes.facts(found), view=lambda: terminal.facts(found))


@commands.command(rich_help_panel=PANEL)
def quiz(
    count: Annotated[int, typer.Argument(min=1, help="How many questions.")] = 5,
    library: LibraryFolder = None,
    seed: Annotated[int | None, typer.Option(help="The same seed asks the same quiz.")] = None,
) -> None:
    """Be quizzed in the terminal: type the letter, or the answer in your own words."""
    quizzed, random = opened(library), Random(seed)  # noqa: S311 - a quiz, not a secret
    chosen = selected(attempt(quizzed.questions), {}, count, random)
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
    end_with(shelved.problems)


def opened(folder: Path | None) -> Library:
    """The library in this folder, or that of the settings; what is left out of it is told."""
    library = attempt(lambda: Library.open(settings(library_dir=folder).library_dir))
    for problem in library.problems:
        terminal.errors.print(f"[yellow]![/] {escape(problem)}")
    return library


def _tried(library: Library) -> list[Candidate]:
    """Every candidate of the library's facts: those that may be asked first."""
    from knowledge.questions import candidates  # noqa: PLC0415 - other commands start without it

    found = candidates(attempt(library.facts), library.articles)
    return sorted(found, key=lambda each: (bool(each.refused_by), bool(each.doubted_by)))


def _shape(candidate: Candidate) -> dict[str, object]:
    return {
        "kind": candidate.fact.kind,
        "form": candidate.form,
        "article": candidate.fact.citations[0].article,
        "title": candidate.title,
        "stem": candidate.stem,
        "answer": candidate.answer,
        "wrong": list(candidate.distractors),
        "refused_by": list(candidate.refused_by),
        "doubted_by": list(candidate.doubted_by),
        "worth": round(candidate.worth, 2),
    }


def _judged(candidate: Candidate) -> Text:
    """The candidate on one line, and why it is not asked on the next."""
    rules = [f"refused: {rule}" for rule in candidate.refused_by]
    rules += [f"doubted: {rule}" for rule in candidate.doubted_by]
    style = "red" if candidate.refused_by else "yellow" if candidate.doubted_by else "green"
    verdict = ", ".join(rules).replace("_", " ") or "passed"
    verdict += f" ({candidate.worth:.2f})" if 0 < candidate.worth < 1 else ""
    shown = f"{candidate.stem} → {candidate.answer}  [{candidate.fact.kind}]"
    return Text.assemble(f"{shown}\n  ", (verdict, style))


def _ask_in_terminal(library: Library, question: Question, number: int, random: Random) -> bool:
    order = arranged(question, random)
    shown = [question.options[index] for index in order]
    terminal.console.print("", terminal.question(question, shown, number))
    typed = terminal.console.input("> " if shown else "Your answer> ").strip()
    letters = dict(terminal.lettered(shown))
    grade = library.grade(question, letters.get(typed.lower().rstrip(")."), typed))
    terminal.console.print(terminal.grade(grade, question))
    terminal.console.print(*map(terminal.quote, question.citations[:1]))
    return grade.verdict == "right"

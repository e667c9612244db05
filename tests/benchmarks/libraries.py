"""What libraries cost: a book from file to questions; a start with many articles, warm or cold.

    python tests/benchmarks/libraries.py [--articles 2000] [--pages 500] [--make 40]

Every step runs in a process of its own, so that its memory is its own; seconds are by the clock.
The articles are made up from three dozen sentences and random names, the same ones every time.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

FIRST = [
    "Marta",
    "Jonas",
    "Ingrid",
    "Peter",
    "Elena",
    "Tomas",
    "Nadia",
    "Henrik",
    "Sofia",
    "Lukas",
]
LAST = [
    "Lindqvist",
    "Weber",
    "Solberg",
    "Hansen",
    "Petrova",
    "Novak",
    "Rahman",
    "Dahl",
    "Costa",
    "Brandt",
]
CITIES = [
    "Bergen",
    "Oslo",
    "Lisbon",
    "Vienna",
    "Prague",
    "Riga",
    "Porto",
    "Geneva",
    "Turin",
    "Leipzig",
]
NOUNS = [
    "harbour",
    "lighthouse",
    "bridge",
    "museum",
    "railway",
    "library",
    "market",
    "tunnel",
    "garden",
    "factory",
]
ASKED = "How long did Marta Lindqvist meet Jonas Weber?"


def sentences(chance: random.Random, count: int) -> list[str]:
    """``count`` sentences of the kind that facts are found in, among others."""
    made = []
    for _ in range(count):
        one, two = (f"{chance.choice(FIRST)} {chance.choice(LAST)}" for _ in range(2))
        city, noun, number = chance.choice(CITIES), chance.choice(NOUNS), chance.randint(2, 90)
        made.append(
            chance.choice(
                (
                    f"{one} met {two} in {city} on {number % 28 + 1} May 20{number % 20 + 10:02}.",
                    f"{one} and {two} spoke for {number} minutes about the old {noun}.",
                    f"The {noun} of {city} was built in 18{number} and is {number} metres tall.",
                    f"Many visitors came to the {noun}, and the mayor was pleased with them.",
                    f"{one} said that the {noun} would open again before the end of the summer.",
                    f"It rained in {city} on that day, but nobody stayed away from the {noun}.",
                )
            )
        )
    return made


def write_articles(folder: Path, count: int) -> None:
    """Articles of 500 words each, as Markdown."""
    folder.mkdir()
    chance = random.Random(1)
    for number in range(count):
        text = sentences(chance, 40)
        paragraphs = "\n\n".join(" ".join(text[n : n + 5]) for n in range(0, len(text), 5))
        (folder / f"article-{number}.md").write_text(
            f"---\ntitle: Report {number}\nsource: Made up\n---\n\n{paragraphs}\n"
        )


def write_book(path: Path, pages: int) -> None:
    """A book as PDF, 300 words a page."""
    from fpdf import FPDF  # noqa: PLC0415 - only this step needs it

    chance, document = random.Random(2), FPDF()
    document.set_title("A book")
    document.set_font("helvetica", size=12)
    for _ in range(pages):
        document.add_page()
        document.multi_cell(0, 7, " ".join(sentences(chance, 24)))
    path.write_bytes(bytes(document.output()))


def measured(step: str, *arguments: object) -> dict[str, float]:
    """A step in a process of its own: what it says about itself."""
    command = [sys.executable, __file__, "step", step, *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(ran.stdout.splitlines()[-1])


def text(book: str, _: str) -> None:
    """Read the book, in a child as always."""
    from knowledge.articles import read  # noqa: PLC0415 - imports count

    read(Path(book))


def index(book: str, derived: str) -> None:
    """Read and index the book; what is stored is left for the next steps."""
    from bot.services.shelves import Shelf  # noqa: PLC0415 - imports count

    Shelf(Path(book).parent, Path(derived)).open()


def first_answer(folder: str, derived: str) -> None:
    """Start with a library and answer a question."""
    from bot.services.shelves import Shelf  # noqa: PLC0415 - imports count

    Shelf(Path(folder), Path(derived)).open().ask(ASKED)


def reread(folder: str, _: str) -> None:
    """Start and answer without anything stored."""
    from knowledge import Library  # noqa: PLC0415 - imports count

    Library.open(folder).ask(ASKED)


def make(folder: str, _: str) -> None:
    """Make facts and questions."""
    from knowledge import Library  # noqa: PLC0415 - imports count

    Library.open(folder).make()


STEPS: dict[str, Callable[[str, str], None]] = {
    each.__name__: each for each in (text, index, first_answer, reread, make)
}
app = typer.Typer(add_completion=False)


@app.command(hidden=True)
def step(name: str, first: str, second: Annotated[str, typer.Argument()] = "") -> None:
    """Take one step and say what it cost."""
    began = time.perf_counter()
    STEPS[name](first, second)
    seconds = time.perf_counter() - began
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peak = max(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1024
    sys.stdout.write(json.dumps({"seconds": seconds, "mebibytes": peak}) + "\n")


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    articles: Annotated[int, typer.Option()] = 2000,
    pages: Annotated[int, typer.Option()] = 500,
    make: Annotated[int, typer.Option(help="Articles that questions are made of.")] = 40,
) -> None:
    """Measure all of it."""
    if context.invoked_subcommand:
        return
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        (root / "book").mkdir()
        write_book(root / "book" / "book.pdf", pages)
        write_articles(root / "articles", articles)
        write_articles(root / "few", make)
        book, stored = root / "book" / "book.pdf", root / "derived"
        show(f"{pages} pages, text", "text", book)
        show(f"{pages} pages, text and index", "index", book, root / "book-derived")
        show(f"{articles} articles, re-read", "reread", root / "articles")
        show(f"{articles} articles, cold store", "first_answer", root / "articles", stored)
        show(f"{articles} articles, warm store", "first_answer", root / "articles", stored)
        show(f"{make} articles, questions", "make", root / "few")


def show(label: str, *step: object) -> None:
    """Take a step and print a line about it."""
    cost = measured(*map(str, step))
    sys.stdout.write(f"{label:<32}{cost['seconds']:8.1f} s{cost['mebibytes']:8.0f} MiB\n")
    sys.stdout.flush()


if __name__ == "__main__":
    app()

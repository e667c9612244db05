"""What it costs to read a book of 500 pages, by format, and to make it searchable.

    python -m tests.benchmarks.reading [--pages N] [--questions]

Each line is a fresh process, the median of three: seconds by the clock and of the processor, peak
memory of the process that asks and of the child that reads. The book is made here, of sentences
from the shipped articles.
"""

# ruff: noqa: T201 - it prints a table

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import perf_counter

from knowledge import Library
from knowledge.articles import read, sentences

ROUNDS = 3
WORDS_A_PAGE = 300
FORMATS = ("pdf", "docx", "epub", "html", "txt")
ROOT = Path(__file__).parents[2]


def pages(number: int) -> list[str]:
    """Return pages of sentences from the shipped articles, in an order of their own."""
    shipped = [s.text for a in Library.open(ROOT / "seeds").articles for s in sentences(a)]
    chance = Random(7)
    made = []
    for _ in range(number):
        page: list[str] = []
        while sum(text.count(" ") + 1 for text in page) < WORDS_A_PAGE:
            page.append(chance.choice(shipped))
        made.append(" ".join(page))
    return made


def pdf(texts: list[str]) -> bytes:
    from fpdf import FPDF  # noqa: PLC0415 - what is measured does without it

    paper = FPDF()
    paper.set_auto_page_break(False)
    paper.set_font("Times", size=11)
    for number, text in enumerate(texts, 1):
        paper.add_page()
        paper.cell(0, 6, f"A Long Book {number}", new_x="LMARGIN", new_y="NEXT")
        paper.multi_cell(0, 5, text.encode("latin-1", "replace").decode("latin-1"))
    return bytes(paper.output())


def docx(texts: list[str]) -> bytes:
    from tests.knowledge.articles import files  # noqa: PLC0415 - as above

    return files.word(*texts)


def epub(texts: list[str]) -> bytes:
    from tests.knowledge.articles import files  # noqa: PLC0415 - as above

    chapters = [texts[n : n + 20] for n in range(0, len(texts), 20)]
    return files.epub(
        {
            f"c{n}.xhtml": files.xhtml("".join(f"<p>{escaped(text)}</p>" for text in chapter))
            for n, chapter in enumerate(chapters)
        }
    )


def html(texts: list[str]) -> bytes:
    body = "".join(f"<p>{escaped(text)}</p>" for text in texts)
    return f"<html><body><article><h1>A Long Book</h1>{body}</article></body></html>".encode()


def txt(texts: list[str]) -> bytes:
    return "\n\n".join(texts).encode()


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


MAKERS: dict[str, Callable[[list[str]], bytes]] = {
    "pdf": pdf, "docx": docx, "epub": epub, "html": html, "txt": txt,
}  # fmt: skip


def measure(path: Path, task: str) -> dict[str, float]:
    """Do one task in this process and tell what it took."""
    start, worked = perf_counter(), processor_seconds()
    article = read(path, is_trusted=False)
    if task != "read":
        start, worked = perf_counter(), processor_seconds()
        library = Library.of([article])
        library.search("Blinken Beijing")
        if task == "questions":
            library.questions(drafts=True)
    return {
        "seconds": perf_counter() - start,
        "processor": processor_seconds() - worked,
        "words": article.text.count(" ") + 1,
        "own": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "child": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
    }


def processor_seconds() -> float:
    """Return what this process and its children have worked."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def measured(path: Path, task: str, rounds: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.reading", "--measure", task, str(path)]
    figures = [
        json.loads(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)
        for _ in range(rounds)
    ]
    return {name: statistics.median(each[name] for each in figures) for name in figures[0]}


def report(number: int, *, with_questions: bool) -> None:
    texts = pages(number)
    print(f"{number} pages; MiB are peaks of memory\n")
    print(
        f"{'task':22}{'file MB':>9}{'words':>9}{'seconds':>9}{'CPU':>7}{'MiB':>7}{'child MiB':>11}"
    )
    with tempfile.TemporaryDirectory() as folder:
        tasks = [(suffix, "read", ROUNDS) for suffix in FORMATS] + [("txt", "index", ROUNDS)]
        if with_questions:
            tasks.append(("txt", "questions", 1))
        for suffix, task, rounds in tasks:
            path = Path(folder) / f"book.{suffix}"
            if not path.exists():
                path.write_bytes(MAKERS[suffix](texts))
            found = measured(path, task, rounds)
            name = f"{task} {suffix}" if task == "read" else task
            print(
                f"{name:22}{path.stat().st_size / 1e6:9.1f}{found['words']:9,.0f}"
                f"{found['seconds']:9.2f}{found['processor']:7.2f}"
                f"{found['own']:7.0f}{found['child']:11.0f}"
            )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pages", type=int, default=500)
    arguments.add_argument("--questions", action="store_true", help="also make questions (slow)")
    arguments.add_argument("--measure", nargs=2, metavar=("TASK", "FILE"), help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.measure:
        print(json.dumps(measure(Path(given.measure[1]), given.measure[0])))
    else:
        report(given.pages, with_questions=given.questions)


if __name__ == "__main__":
    main()

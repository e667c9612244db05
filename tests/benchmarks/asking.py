"""What questions cost beside a parse: from text to questions, next to spaCy's own pipeline.

    python -m tests.benchmarks.asking [--folder FOLDER]

All on one core, each contender in a fresh process and by turns, the median of three. Speed is what
more texts take: the seconds of all articles less those of a tenth of them, so no start counts.
spaCy is measured twice: given whole texts, as its documentation shows ``nlp.pipe``, and given
paragraphs, whose matrices fit the processor's cache. Without a folder: 25 texts of five genres.
"""

# ruff: noqa: T201 - it prints a table

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from knowledge import Library
from knowledge.articles import read_folder
from knowledge.language.pipeline import SHIPPED, analyse
from knowledge.models import Article

ROUNDS, FEWEST = 3, 2
ROOT = Path(__file__).parents[2]
TEXTS = ROOT / "tests/quality/rated/last102"


Run = Callable[[Sequence[Article]], object]


def spacy_by_texts() -> Run:
    import spacy  # noqa: PLC0415 - only what is measured needs it

    nlp = spacy.load(SHIPPED)
    return lambda articles: sum(len(doc) for doc in nlp.pipe(each.text for each in articles))


def spacy_by_paragraphs() -> Run:
    import spacy  # noqa: PLC0415 - as above

    nlp = spacy.load(SHIPPED)
    return lambda articles: sum(
        len(doc)
        for doc in nlp.pipe(part for each in articles for part in each.text.split("\n") if part)
    )


def parse() -> Run:
    return lambda articles: list(analyse(each.text for each in articles))


def questions() -> Run:
    return lambda articles: Library.of(articles).questions(drafts=True)


CONTENDERS: dict[str, Callable[[], Run]] = {
    "spaCy, whole texts": spacy_by_texts,
    "spaCy, paragraphs": spacy_by_paragraphs,
    "our parse": parse,
    "text to questions": questions,
}


def measure(name: str, folder: Path) -> float:
    """Words a second of one contender, in this process and on one core of it."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    articles = read_folder(folder).articles
    few, run = articles[: max(len(articles) // 10, 1)], CONTENDERS[name]()
    run(few)  # loads what is loaded once
    return (words(articles) - words(few)) / (seconds(run, articles) - seconds(run, few))


def words(articles: Sequence[Article]) -> int:
    return sum(len(each.text.split()) for each in articles)


def seconds(run: Run, articles: Sequence[Article]) -> float:
    start = perf_counter()
    run(articles)
    return perf_counter() - start


def measured(name: str, folder: Path) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.asking", "--measure", name]
    command += ["--folder", str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT)
    return float(done.stdout)


def report(folder: Path) -> None:
    rounds = [{name: measured(name, folder) for name in CONTENDERS} for _ in range(ROUNDS)]
    speeds = {name: statistics.median(each[name] for each in rounds) for name in CONTENDERS}
    slowest = speeds["text to questions"]
    print(f"{'on one core':22}{'words a second':>16}{'questions beside it':>21}")
    for name, speed in speeds.items():
        print(f"{name:22}{speed:16,.0f}{slowest / speed:21.2f}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--folder", type=Path, default=TEXTS, help="texts to read")
    arguments.add_argument("--measure", choices=CONTENDERS, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if len(read_folder(given.folder).articles) < FEWEST:
        arguments.error(f"{given.folder} holds fewer than {FEWEST} articles to compare speeds on")
    if given.measure:
        print(measure(given.measure, given.folder.resolve()))
    else:
        report(given.folder.resolve())


if __name__ == "__main__":
    main()

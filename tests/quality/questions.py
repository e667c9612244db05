"""What questions a folder of texts yields, and which rules refuse the others.

    python tests/quality/questions.py FOLDER [--together] [--pipeline NAME_OR_PATH] [--sample N]
                                             [--ratings FILE]

Prints candidates, questions asked (safe and drafts), both per 500 words, kinds, and refusals by
rule; ``--sample`` also prints questions as raters see them, and ``--ratings`` what raters think of
those that one rule alone holds back. Each article is a library of its own unless ``--together``
is given.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import questions_rated
import typer
from questions_rated import Rating

from knowledge import facts, questions
from knowledge.articles import read_folder
from knowledge.language.pipeline import ParsedSentence, analyse
from knowledge.models import Article, Question
from knowledge.questions.candidates import Candidate

WORDS = 500


def main(
    folder: Path,
    *,
    together: Annotated[bool, typer.Option(help="One library of all articles.")] = False,
    pipeline: Annotated[str | None, typer.Option(help="An installed spaCy pipeline.")] = None,
    sample: Annotated[int, typer.Option(help="How many questions to show.")] = 0,
    seed: Annotated[int, typer.Option(help="Which sample.")] = 1,
    ratings: Annotated[Path | None, typer.Option(help="A table of ratings by digest.")] = None,
) -> None:
    """Measure the questions that the texts of FOLDER yield."""
    articles = read_folder(folder).articles
    start = _seconds_of_start(articles[:1], pipeline)
    started = time.perf_counter()
    parses = _parses(articles, pipeline)
    parsed = time.perf_counter() - start
    libraries = [articles] if together else [(article,) for article in articles]
    read = [(facts.extract(each, parser=partial(_kept, parses)), each) for each in libraries]
    asked = [question for found in read for question in questions.make(*found)]
    made = time.perf_counter() - start
    # every candidate with all its reasons: that takes longer, and no host waits for it
    candidates = [candidate for found in read for candidate in questions.candidates(*found)]
    _report(articles, candidates, asked, parsed - started, made - parsed)
    if ratings is not None:
        _rated(folder, candidates, asked, questions_rated.read(ratings))
    _show(asked, sample, seed)


def _seconds_of_start(some: Sequence[Article], pipeline: str | None) -> float:
    """How long the pipeline takes to start; what questions load once is loaded here as well.

    Neither is speed: a host's library is long, and the ratio is of what grows with it.
    """
    questions.make(facts.extract(some, parser=partial(_kept, _parses(some, pipeline))), some)
    started = time.perf_counter()
    list(analyse([""], pipeline))
    return time.perf_counter() - started


def _parses(articles: Iterable[Article], pipeline: str | None) -> dict[str, list[ParsedSentence]]:
    texts = [facts.without_footnotes(article.text) for article in articles]
    return dict(zip(texts, analyse(texts, pipeline), strict=True))


def _kept(
    parses: dict[str, list[ParsedSentence]], texts: Iterable[str]
) -> list[list[ParsedSentence]]:
    return [parses[text] for text in texts]


def _report(
    articles: Iterable[Article],
    candidates: list[Candidate],
    asked: list[Question],
    parsing: float,
    asking: float,
) -> None:
    words = sum(len(article.text.split()) for article in articles)
    safe = [question for question in asked if question.tier == "safe"]
    rate = WORDS / max(words, 1)
    typer.echo(f"words {words}, candidates {len(candidates)}")
    typer.echo(f"safe {len(safe)} ({len(safe) * rate:.2f} per 500 words)")
    typer.echo(f"safe and drafts {len(asked)} ({len(asked) * rate:.2f} per 500 words)")
    seconds = max(parsing + asking, 1e-9)
    share = parsing / seconds
    typer.echo(f"{words / seconds:.0f} words a second, {share:.2f} of the speed of parsing alone")
    _table("safe by kind", Counter(question.kind for question in safe))
    _table("drafts by kind", Counter(q.kind for q in asked if q.tier == "draft"))
    _table("place of the key", Counter(str(question.key) for question in safe))
    _table("refusals", Counter(rule for c in candidates for rule in c.refused_by))
    _table("doubts", Counter(rule for c in candidates for rule in c.doubted_by))


def _table(title: str, counts: Counter[str]) -> None:
    typer.echo(f"\n{title}")
    for name, count in counts.most_common():
        typer.echo(f"{count:6}  {name}")


def _rated(
    folder: Path, candidates: list[Candidate], asked: list[Question], ratings: dict[str, Rating]
) -> None:
    """Print the price of each rule, and what raters think of what is safe and of the drafts."""
    typer.echo("\nheld back by one rule alone; of these rated, with a mean grade of")
    for rule, tally in questions_rated.by_rule(folder, candidates, ratings).items():
        mean = f"{tally.grades / tally.rated:.2f}" if tally.rated else "-"
        typer.echo(f"{tally.alone:6} {tally.rated:4} {mean:>5}  {rule}")
    for tier in ("safe", "draft"):
        keys = [
            questions_rated.of(folder, q.citations[0].article, q.stem, q.answer)
            for q in asked
            if q.tier == tier
        ]
        grades = [ratings[key].grade for key in keys if key in ratings]
        mean = sum(grades) / max(len(grades), 1)
        typer.echo(f"{tier} and rated {len(grades)} of {len(keys)}, mean grade {mean:.2f}")


def _show(asked: list[Question], sample: int, seed: int) -> None:
    chosen = random.Random(seed).sample(asked, min(sample, len(asked)))
    for question in chosen:
        typer.echo(f"\n[{question.tier} {question.kind}] {question.title}\n{question.stem}")
        for place, option in enumerate(question.options):
            typer.echo(f"  {'*' if place == question.key else ' '} {option}")
        typer.echo(f"  {question.explanation}")


if __name__ == "__main__":
    typer.run(main)

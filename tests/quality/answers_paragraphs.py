"""How well questions asked of paragraphs are answered, in a file laid out as SQuAD is.

    python tests/quality/answers_paragraphs.py FILE [--draws 8] [--wrong 0]

Such a file holds articles of paragraphs, each with questions whose answers stand in it. A passage
is right where it stands in the paragraph, a sentence where one of the answers stands in it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from answers_measures import Outcome, expected_error, overlap, refusing

from knowledge import Article
from knowledge.answers import judged
from knowledge.answers.confidence import confidence
from knowledge.answers.evidence import Evidence
from knowledge.answers.short.choosing import short_answer
from knowledge.models import Passage
from knowledge.search.catalogue import Catalogue

SHORT = frozenset({"date", "count", "duration", "money", "person", "place"})
"""Kinds of questions whose short answers are compared."""


@dataclass(frozen=True)
class Asked:
    """A question, its article, where its paragraph stands there, and its answers."""

    text: str
    article: str
    start: int
    end: int
    answers: tuple[str, ...]

    def stands_in(self, passage: Passage) -> bool:
        """Say whether the passage has something of the paragraph."""
        here = passage.article == self.article
        return here and passage.start < self.end and passage.end > self.start

    def is_answered_by(self, evidence: Evidence) -> bool:
        """Say whether the sentence stands in the paragraph and holds an answer."""
        sentence = evidence.sentence
        here = sentence.article == self.article and self.start <= sentence.start < self.end
        return here and any(answer in sentence.text for answer in self.answers)


def paragraphs(path: Path) -> tuple[list[Article], list[Asked]]:
    """Read articles and the questions that can be answered from them."""
    articles: list[Article] = []
    asked: list[Asked] = []
    for number, each in enumerate(json.loads(path.read_text(encoding="utf-8"))["data"]):
        title, text = each["title"].replace("_", " "), ""
        for paragraph in each["paragraphs"]:
            start, text = len(text), f"{text}{paragraph['context'].strip()}\n\n"
            asked += _asked(paragraph["qas"], str(number), start, len(text))
        articles.append(Article(id=str(number), title=title, text=text))
    return articles, asked


def _asked(questions: Sequence[dict[str, object]], article: str, *span: int) -> Iterator[Asked]:
    start, end = span
    for question in questions:
        given = question["answers"]
        if isinstance(given, list) and given and not question.get("is_impossible"):
            answers = tuple(each["text"] for each in given)
            yield Asked(str(question["question"]), article, start, end, answers)


def shares(catalogue: Catalogue, questions: Sequence[Asked], wrong: int = 0) -> dict[str, float]:
    """Return how often the first passage, the first sentence, one of three is right."""
    passage = best = first = three = 0
    overlaps: list[float] = []
    for question in questions:
        asked, matches, evidence = judged(question.text, catalogue)
        passage += any(question.stands_in(catalogue.passage(each.place)) for each in matches[:1])
        best += any(question.stands_in(catalogue.passage(each.place)) for each in evidence[:1])
        right = [question.is_answered_by(each) for each in evidence[:3]]
        first += any(right[:1])
        three += any(right)
        if asked.kind in SHORT and evidence:
            given = short_answer(asked, evidence[0].sentence.text) or ""
            overlaps.append(max(overlap(given, answer) for answer in question.answers))
        if wrong > 0 and not any(right[:1]):
            wrong -= 1
            said = evidence[0].sentence.text if evidence else ""
            typer.echo(f"? {question.text}\n  = {question.answers[0]}\n  - {said}")
    counts = {
        "first passage by BM25 right": passage,
        "passage of the first sentence right": best,
        "first sentence right": first,
        "right among three": three,
    }
    found = {name: count / len(questions) for name, count in counts.items()}
    return found | {"short answers, token F1": sum(overlaps) / max(len(overlaps), 1)}


def halves(articles: Sequence[Article], questions: Sequence[Asked], draws: int) -> list[Outcome]:
    """Ask all questions of half of the articles, ``draws`` times another half."""
    outcomes: list[Outcome] = []
    for draw in range(draws):
        kept = random.Random(draw).sample(articles, (len(articles) + 1) // 2)
        catalogue, ids = Catalogue.of(kept), {article.id for article in kept}
        for question in questions:
            asked, _, evidence = judged(question.text, catalogue)
            right = any(question.is_answered_by(each) for each in evidence[:1])
            sure = confidence(asked, catalogue, evidence)
            outcomes.append(Outcome(question.article in ids, right, sure))
    return outcomes


def main(
    path: Annotated[Path, typer.Argument(help="File laid out as SQuAD is")],
    *,
    draws: Annotated[int, typer.Option(help="Halves to draw")] = 8,
    wrong: Annotated[int, typer.Option(help="Wrongly answered questions to print")] = 0,
) -> None:
    """Measure and print."""
    articles, questions = paragraphs(path)
    figures = shares(Catalogue.of(articles), questions, wrong)
    if draws:
        outcomes = halves(articles, questions, draws)
        area, answered, right = refusing(outcomes)
        figures["half removed: expected calibration error"] = expected_error(outcomes)
        figures |= {"half removed: AUC": area, "half removed: answered at 5 % false": answered}
        figures["half removed: rightly answered at 5 % false"] = right
    typer.echo(f"{len(articles)} articles, {len(questions)} questions")
    for name, value in figures.items():
        typer.echo(f"{value:6.3f}  {name}")


if __name__ == "__main__":
    typer.run(main)

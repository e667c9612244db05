"""Learns the weights from rated questions and says how well they do on articles not seen.

    python -m knowledge.questions.weighing.train RATINGS TEXTS…

RATINGS is a table with a row for each rated question (``text``, ``digest``, ``grade``: the mean of
0 for no, 0.5 for borderline, 1 for a question that a teacher would ask unchanged); TEXTS are
folders of articles, each a library of its own. Needs scikit-learn (``pip install scikit-learn``),
which nothing else does. Writes ``weights.json``.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from knowledge import facts, questions
from knowledge.articles import read_folder
from knowledge.language.pipeline import ParsedSentence, analyse
from knowledge.models import Article
from knowledge.questions.candidates import Candidate
from knowledge.questions.gate import Seen
from knowledge.questions.weighing import WEIGHTS
from knowledge.questions.weighing.features import Features

_FEWEST: Final = 12
"""In so many rated questions a feature must be seen to be given a weight."""

_STRENGTH: Final = 0.1
"""The inverse of the penalty on large weights (scikit-learn's C), chosen by cross-validation."""

_FOLDS: Final = 10
FEWEST_TO_LEARN_FROM: Final = _FEWEST * _FOLDS
_SHARES: Final = (0.1, 0.2, 0.3, 0.4, 0.6, 0.8)


@dataclass(frozen=True, slots=True)
class Rated:
    """What is seen of a question, which article it is from, and what raters thought of it."""

    article: str
    features: Features
    grade: float


def digest(article: str, stem: str, answer: str) -> str:
    """How a rated question is known again, without its text."""
    return sha256(f"{article}\t{stem}\t{answer}".encode()).hexdigest()[:16]


def rated(ratings: Path, folders: Sequence[Path]) -> Iterator[Rated]:
    """The rated questions that the articles still yield."""
    with ratings.open(encoding="utf-8", newline="") as file:
        grades = {row["digest"]: row["grade"] for row in csv.DictReader(file, delimiter="\t")}
    for name, candidate, seen in candidates(folders):
        grade = grades.get(digest(name, candidate.stem, candidate.answer))
        if grade is not None:
            yield Rated(name, seen.features, float(grade))


def candidates(folders: Sequence[Path]) -> Iterator[tuple[str, Candidate, Seen]]:
    """Every candidate that is weighed, with its article's name and what is seen of it."""
    for folder in folders:
        for article, parse in _parsed(read_folder(folder).articles):
            found = facts.extract([article], partial(_given, [parse]))
            for candidate, seen in questions.seen(found, [article]):
                yield f"{folder.name}/{article.id}", candidate, seen


def _given(parses: list[list[ParsedSentence]], _: object) -> list[list[ParsedSentence]]:
    return parses


def _parsed(articles: Sequence[Article]) -> Iterator[tuple[Article, list[ParsedSentence]]]:
    texts = [facts.without_footnotes(article.text) for article in articles]
    return zip(articles, analyse(texts), strict=True)


def learned(examples: Sequence[Rated]) -> dict[str, float]:
    """The weights of the features that are seen often enough, and ``always`` for the rest."""
    vectorizer, model = _fitted(examples)
    weights = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    kept = {name: round(float(weight), 3) for name, weight in sorted(weights)}
    return {"always": round(float(model.intercept_[0]), 3)} | {n: w for n, w in kept.items() if w}


def _fitted(examples: Sequence[Rated]) -> tuple[Any, Any]:
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 - for training alone
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - as above

    seen = Counter(name for example in examples for name in example.features)
    often = [
        {name: value for name, value in example.features.items() if seen[name] >= _FEWEST}
        for example in examples
    ]
    vectorizer = DictVectorizer()
    rows = vectorizer.fit_transform([*often, *often])
    grades = [example.grade for example in examples]
    model = LogisticRegression(C=_STRENGTH, max_iter=5_000)
    # a grade between 0 and 1 counts as so much of a yes and the rest of a no
    answers = [1] * len(examples) + [0] * len(examples)
    model.fit(rows, answers, sample_weight=[*grades, *(1 - grade for grade in grades)])
    return vectorizer, model


def cross_validated(examples: Sequence[Rated]) -> Iterator[tuple[float, float]]:
    """For each question what the others' articles teach of it, and its grade."""
    for fold in range(_FOLDS):
        held = [example for example in examples if fold_of(example.article) == fold]
        vectorizer, model = _fitted([e for e in examples if fold_of(e.article) != fold])
        if held:
            rows = vectorizer.transform([example.features for example in held])
            worths = model.predict_proba(rows)[:, 1]
            yield from zip(map(float, worths), (e.grade for e in held), strict=True)


def shares(judged: Iterable[tuple[float, float]]) -> Iterator[str]:
    """Of what is held out, by weight: how good the best tenths are."""
    ordered = sorted(judged, reverse=True)
    for share in _SHARES:
        best = ordered[: max(int(share * len(ordered)), 1)]
        grade = sum(grade for _, grade in best) / len(best)
        refused = sum(grade == 0 for _, grade in best) / len(best)
        least = best[-1][0]
        yield f"  best {share:.0%}: mean {grade:.3f}, refused {refused:.3f}, from {least:.2f}"


def fold_of(article: str) -> int:
    """Which tenth of the articles one belongs to: it is held out with these."""
    return int(sha256(article.encode()).hexdigest(), 16) % _FOLDS


def main(
    ratings: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    texts: Annotated[list[Path], typer.Argument(exists=True, file_okay=False)],
) -> None:
    """Learn the weights from RATINGS of questions made from TEXTS, and write them."""
    examples = list(rated(ratings, texts))
    if len(examples) < FEWEST_TO_LEARN_FROM:
        raise typer.BadParameter(
            f"of the questions these texts yield, {len(examples)} are rated in {ratings.name}:"
            " too few to learn from. Name the folders that the ratings speak of."
        )
    mean = sum(example.grade for example in examples) / len(examples)
    typer.echo(f"{len(examples)} rated questions, mean grade {mean:.2f}; by weight, held out:")
    for line in shares(cross_validated(examples)):
        typer.echo(line)
    weights = learned(examples)
    WEIGHTS.write_text(json.dumps(weights, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    typer.echo(f"{len(weights)} weights in {WEIGHTS.name}")


if __name__ == "__main__":
    typer.run(main)

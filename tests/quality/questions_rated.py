"""What raters thought of questions, found again by digest, and what the gate makes of them.

``rated/README.md`` tells who rated what. A question is known by its text, its stem and its answer.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge import facts
from knowledge.articles import read_folder
from knowledge.language.pipeline import analyse
from knowledge.models import Article, Fact
from knowledge.questions.candidates import Candidate
from knowledge.questions.weighing.train import digest

RATED = Path(__file__).with_name("rated")
RATINGS = RATED / "ratings.tsv"
JUDGED = RATED / "judged.tsv"


@dataclass(frozen=True, slots=True)
class Rating:
    """The mean of the raters' grades, from 0 (no) to 1 (asked unchanged), and the faults named."""

    grade: float
    faults: str


@dataclass(slots=True)
class Tally:
    """Candidates that one rule alone keeps from being safe, and the grades of those rated."""

    alone: int = 0
    rated: int = 0
    grades: float = 0.0

    def count(self, rating: Rating | None) -> None:
        """Add a candidate with what the raters think of it, if it was rated."""
        self.alone += 1
        if rating is not None:
            self.rated += 1
            self.grades += rating.grade


def read(path: Path = RATINGS) -> dict[str, Rating]:
    """The ratings by digest."""
    return {row["digest"]: Rating(float(row["grade"]), row["faults"]) for row in _rows(path)}


def folders(table: Path, sample: str = "") -> list[Path]:
    """The folders at hand whose questions a table tells of, all or those of one sample."""
    rows = (row for row in _rows(table) if not sample or row["sample"] == sample)
    names = {row["text"].split("/")[0] for row in rows}
    return [path for name in sorted(names) if (path := RATED / name).is_dir()]


def read_texts(folder: Path, every: int = 1) -> Iterator[tuple[Article, list[Fact]]]:
    """One in so many articles of a folder, each a library of its own, with its facts."""
    articles = read_folder(folder).articles[::every]
    texts = [facts.without_footnotes(article.text) for article in articles]
    for article, parse in zip(articles, analyse(texts), strict=True):
        yield article, facts.extract([article], lambda _, parse=parse: [parse])


def taken(path: Path = JUDGED) -> dict[str, bool]:
    """The judged questions by digest: whether all judges took them and their key is right."""
    return {
        row["digest"]: "no" not in (row["first"], row["second"]) and row["key"] == "right"
        for row in _rows(path)
    }


def _rows(table: Path) -> Iterator[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")


def of(folder: Path, article: str, stem: str, answer: str) -> str:
    """The digest of a question made from an article of a folder."""
    return digest(f"{folder.name}/{article}", stem, answer)


def by_rule(
    folder: Path, candidates: Iterable[Candidate], ratings: dict[str, Rating]
) -> dict[str, Tally]:
    """For each rule the candidates that no other one keeps from being safe."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for candidate in candidates:
        found = (*candidate.refused_by, *candidate.doubted_by)
        if len(found) == 1:
            article = candidate.fact.citations[0].article
            key = of(folder, article, candidate.stem, candidate.answer)
            tallies[found[0]].count(ratings.get(key))
    return dict(sorted(tallies.items(), key=lambda each: -each[1].alone))

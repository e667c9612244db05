"""Questions for measuring: WikiQA as it is distributed, and our own about the shipped articles."""

from __future__ import annotations

import csv
import gzip
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from knowledge import Article
from knowledge.models import Sentence

OWN = Path(__file__).with_name("answers_questions.tsv")


@dataclass(frozen=True)
class Asked:
    """A question, its article, and the labels of the sentences that answer."""

    text: str
    article: str
    answered_by: frozenset[str]


@dataclass
class Labelled:
    """Articles made of labelled sentences, and the questions asked of them."""

    articles: list[Article] = field(default_factory=list)
    questions: list[Asked] = field(default_factory=list)
    spans: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    digest: str = ""

    def label(self, sentence: Sentence) -> str:
        """Return the label of the sentence that overlaps most with ``sentence``."""
        overlaps = (
            (min(end, sentence.end) - max(start, sentence.start), label)
            for start, end, label in self.spans[sentence.article]
        )
        return max(overlaps)[1]


def wikiqa(path: Path) -> Labelled:
    """Read a part of WikiQA; the sentences of each document stand in one paragraph."""
    content = gzip.decompress(path.read_bytes())
    rows = csv.DictReader(content.decode().splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    found = Labelled(digest=blake2b(content, digest_size=8).hexdigest())
    documents: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    questions: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in rows:
        documents[row["DocumentID"], row["DocumentTitle"]][row["SentenceID"]] = row["Sentence"]
        key = (row["QuestionID"], row["Question"], row["DocumentID"])
        questions[key] |= {row["SentenceID"]} if row["Label"] == "1" else set()
    for (article, title), sentences in documents.items():
        _add(found, article, title, sentences)
    found.questions = [
        Asked(text, article, frozenset(labels)) for (_, text, article), labels in questions.items()
    ]
    return found


def _add(found: Labelled, article: str, title: str, sentences: dict[str, str]) -> None:
    text, spans = "", []
    for label, sentence in sentences.items():
        start = len(text)
        text += sentence.strip() + " "
        spans.append((start, len(text) - 1, label))
    found.articles.append(Article(id=article, title=title, text=text))
    found.spans[article] = spans


@dataclass(frozen=True)
class Own:
    """A question of ours, what the answering sentence has ("": none answers), the short answer."""

    text: str
    sentence: str
    short: str

    def is_answered_by(self, quotes: Iterable[str]) -> bool:
        """Say whether one of ``quotes`` holds what answers."""
        return any(re.search(self.sentence, quote) for quote in quotes)


def own() -> list[Own]:
    """Return our own questions about the visit that the shipped articles tell of."""
    with OWN.open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [Own(row["question"], row["sentence"], row["short"]) for row in rows]

"""The passages that a question found: the terms of their sentences and of what is over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import log
from typing import NamedTuple

from knowledge.answers.asked import Asked
from knowledge.models import Sentence
from knowledge.search.catalogue import Catalogue
from knowledge.search.index import K1, B, Match
from knowledge.search.tokens import terms


class Added(NamedTuple):
    """The terms of the question in a sentence, and those that each of its surroundings adds."""

    here: AbstractSet[str]
    before: AbstractSet[str]
    two_before: AbstractSet[str]
    over: AbstractSet[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage with the terms of its sentences, of what stands over it, and of its title."""

    match: Match
    sentences: tuple[Sentence, ...]
    sequences: tuple[tuple[str, ...], ...]
    over: frozenset[str]
    title: frozenset[str]
    around: frozenset[str]

    @property
    def article(self) -> str:
        """The article's id."""
        return self.sentences[0].article

    @property
    def opens_article(self) -> bool:
        """Whether the article begins with this passage."""
        return self.sentences[0].start == 0

    def added(self, asked: Asked) -> list[Added]:
        """Return for each sentence what it and its surroundings have of the question."""
        wanted = asked.weights.keys()
        sets = [wanted & set(sequence) for sequence in self.sequences]
        over = wanted & self.over
        found = []
        for n, here in enumerate(sets):
            before = sets[n - 1] - here if n > 0 else set()
            two_before = sets[n - 2] - here - before if n > 1 else set()
            found.append(Added(here, before, two_before, over - here - before - two_before))
        return found

    def saturation(self, asked: Asked, usual_length: float) -> float:
        """Return how full the passage is of the question: BM25 of what it could be, 0 to 1."""
        counts = Counter(chain(self.over, *self.sequences))
        slack = K1 * (1 - B + B * counts.total() / usual_length)
        full = sum(w * counts[t] / (counts[t] + slack) for t, w in asked.weights.items())
        return full / asked.total if asked.total else 0.0


@dataclass(frozen=True, slots=True)
class Rivals:
    """What is known only when all passages are read."""

    best: float
    length: float
    local: Mapping[str, float]
    articles: Mapping[str, frozenset[str]]
    stated: AbstractSet[tuple[str, int]]


def read(catalogue: Catalogue, match: Match) -> Reading:
    """Read the passage of ``match``."""
    passage = catalogue.passage(match.place)
    sequences = catalogue.sequences(match.place)
    title = frozenset(_terms(catalogue.article(match.place).title))
    over = title.union(_terms(catalogue.heading(match.place)))
    around = over.union(*sequences)
    return Reading(match, passage.sentences, sequences, over, title, around)


def rivals(
    asked: Asked,
    readings: Sequence[Reading],
    usual_length: float,
    stated: AbstractSet[tuple[str, int]],
) -> Rivals:
    """Compare the passages with each other."""
    best = max((reading.match.score for reading in readings), default=0.0)
    articles: dict[str, frozenset[str]] = {}
    for reading in readings:
        articles[reading.article] = articles.get(reading.article, frozenset()) | reading.around
    local = _local(asked, [each for reading in readings for each in reading.sequences])
    return Rivals(best if best > 0 else 1.0, usual_length, local, articles, stated)


@lru_cache(maxsize=1 << 16)
def _terms(text: str) -> tuple[str, ...]:
    """Return the terms of a title or heading; the last ones asked for are kept."""
    return tuple(terms(text))


def _local(asked: Asked, sentences: Iterable[Sequence[str]]) -> dict[str, float]:
    """Return each term's share of the question by its rarity among the rival sentences."""
    sets = list(map(frozenset, sentences))
    counts = {term: sum(term in each for each in sets) for term in asked.weights}
    weights = {
        term: weight * log(1 + (len(sets) - counts[term] + 0.5) / (counts[term] + 0.5))
        for term, weight in _levelled(asked).items()
    }
    total = sum(weights.values())
    return {term: weight / total for term, weight in weights.items()} if total else weights


def _levelled(asked: Asked) -> dict[str, float]:
    """Return 1 for the weightiest term, no less than a half for any other."""
    top = max(asked.weights.values(), default=1.0)
    return {term: 0.5 + 0.5 * weight / top for term, weight in asked.weights.items()}

"""BM25 over lists of terms: rank-bm25 supplies the statistics, a sparse table the speed.

Scores are those of ``BM25Okapi.get_scores``. The table holds, for each term, the texts that have
it; what it adds to the score of each is its weight times what its case there is worth.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from knowledge.search.postings import Postings
from knowledge.search.summing import (
    FEW,
    Column,
    Sums,
    added_up,
    best_of_many,
    best_over_all,
    over_all,
)

K1 = 1.5
B = 0.75


class Match(NamedTuple):
    """A text (by its place among the texts) that shares a term with the query, and its score."""

    place: int
    score: float


class _Statistics(BM25Okapi):  # type: ignore[misc] # rank-bm25 carries no types
    """rank-bm25's idf, taken from counts that stand already in the postings."""

    def _initialize(
        self, counted: tuple[Mapping[str, int], NDArray[np.integer]]
    ) -> Mapping[str, int]:
        frequencies, lengths = counted
        self.corpus_size = len(lengths)
        return frequencies


class Index:
    """Which texts have which terms, and how much each counts there. Texts are known by place."""

    def __init__(self, postings: Postings, k1: float = K1, b: float = B) -> None:
        self.postings = postings
        self.size = len(postings.lengths)
        self.average_length = _average(postings.lengths)
        self._settings = k1, b
        self._vocabulary = postings.vocabulary
        self._starts = postings.starts.data
        self._weights = array("d", _weights(postings, k1, b))
        self._worth = _worth(postings, k1, b)
        self._impacts = self._all_impacts() if self.size <= FEW else None
        self._tops: dict[int, float] = {}
        self._prunes = min(self._weights, default=0.0) >= 0

    @classmethod
    def of(cls, texts: Iterable[Sequence[str]], k1: float = K1, b: float = B) -> Index:
        """Index ``texts``."""
        return cls(Postings.of(texts), k1, b)

    def extended(self, texts: Iterable[Sequence[str]]) -> Index:
        """Return an index with ``texts`` after the others, whose terms aren't counted again."""
        return Index(self.postings.extended(texts), *self._settings)

    def __contains__(self, term: str) -> bool:
        return term in self._vocabulary

    def __iter__(self) -> Iterator[str]:
        return iter(self._vocabulary)

    def spread(self, term: str) -> int:
        """Return in how many texts the term stands."""
        number = self._vocabulary.get(term)
        return 0 if number is None else self._starts[number + 1] - self._starts[number]

    def rarity(self, term: str) -> float:
        """Return how much the term tells apart, above 0 (unlike BM25Okapi's idf)."""
        spread = self.spread(term)
        return log(1 + (self.size - spread + 0.5) / (spread + 0.5))

    def scores(self, query: Iterable[str]) -> NDArray[np.float64]:
        """Return the score of every text, as ``BM25Okapi.get_scores(query)`` does."""
        columns = [(column.texts, column.impacts) for column in self._columns(query)]
        return over_all(columns, self.size)

    def search(self, query: Iterable[str], limit: int) -> list[Match]:
        """Return the best texts that share a term with the query, best first, ties by place."""
        if limit < 1:
            return []
        texts, scores = self._candidates(tuple(query), limit)
        order = (-scores.round(9)).argsort(kind="stable")[:limit]
        return list(map(Match, texts.take(order).tolist(), scores.take(order).tolist()))

    def _candidates(self, query: Sequence[str], limit: int) -> Sums:
        """Return the texts that may be among the best ``limit``, in order, with their scores."""
        if self._impacts is not None:
            found = best_over_all(self._ready(query, self._impacts), self.size, limit)
            if found is not None:
                return found
        columns = list(self._columns(query))
        if not columns:
            return self.postings.texts[:0], self._worth[:0]
        return best_of_many(columns, self.size, limit) if self._prunes else added_up(columns)

    def _ready(self, query: Iterable[str], impacts: NDArray[np.float64]) -> list[Sums]:
        """Return the column of each term, as often as the query says it."""
        texts, starts, find = self.postings.texts, self._starts, self._vocabulary.get
        columns = []
        for term in query:
            number = find(term)
            if number is not None:
                start, end = starts[number], starts[number + 1]
                columns.append((texts[start:end], impacts[start:end]))
        return columns

    def _all_impacts(self) -> NDArray[np.float64]:
        """Return what each posting adds to the score of its text: quick, and 8 bytes for each."""
        impacts = self._worth.take(self.postings.cases)
        impacts *= np.repeat(np.asarray(self._weights), self.postings.spread)
        return impacts

    def _columns(self, query: Iterable[str]) -> Iterator[Column]:
        for term, times in Counter(query).items():
            number = self._vocabulary.get(term)
            if number is not None:
                column = slice(self._starts[number], self._starts[number + 1])
                cases, weight = self.postings.cases[column], self._weights[number] * times
                most = self._top(number, cases) * weight
                yield Column(self.postings.texts[column], cases, self._worth, weight, most)

    def _top(self, number: int, cases: NDArray[np.integer]) -> float:
        """Return what the term's best case is worth; looked for once."""
        top = self._tops.get(number)
        if top is None:
            top = self._tops[number] = float(self._worth[cases].max())
        return top


def _weights(postings: Postings, k1: float, b: float) -> list[float]:
    """Return the idf of each term."""
    if not postings.vocabulary:
        return []
    counted = dict(zip(postings.vocabulary, postings.spread.tolist(), strict=True))
    idf = _Statistics((counted, postings.lengths), k1=k1, b=b).idf
    return [float(idf[term]) for term in counted]


def _worth(postings: Postings, k1: float, b: float) -> NDArray[np.float64]:
    """Return, for each case, what it adds to a score for each unit of idf."""
    norms = k1 * (1 - b + b * postings.sizes / _average(postings.lengths))
    return postings.frequencies * (k1 + 1) / (postings.frequencies + norms)


def _average(lengths: NDArray[np.integer]) -> float:
    return float(lengths.mean()) if lengths.any() else 1.0

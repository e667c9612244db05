"""BM25 over lists of terms: rank-bm25 supplies the statistics, a sparse table the speed.

Scores are those of ``BM25Okapi.get_scores``. The table holds, for each term, what it adds to the
score of each text that has it: a query adds up a few columns. Long columns are read only where a
text can still come among the best (the bound of MaxScore; Turtle and Flood, 1995).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf, log

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from knowledge.search.postings import Postings

K1 = 1.5
B = 0.75

_TIE = 1e-9
"""Scores nearer than this are equal: the order of adding up must not part them."""


@dataclass(frozen=True, slots=True)
class Match:
    """A text (by its place among the texts) that shares a term with the query, and its score."""

    place: int
    score: float


class _Statistics(BM25Okapi):  # type: ignore[misc] # rank-bm25 carries no types
    """rank-bm25's idf, taken from counts that stand already in the postings."""

    def _initialize(
        self, counted: tuple[Mapping[str, int], NDArray[np.int32]]
    ) -> Mapping[str, int]:
        frequencies, lengths = counted
        self.corpus_size = len(lengths)
        return frequencies


@dataclass(frozen=True, slots=True)
class _Column:
    """A term of a query: the texts that have it, what it adds to each, the most it adds."""

    texts: NDArray[np.int32]
    impacts: NDArray[np.float64]
    most: float


class Index:
    """Which texts have which terms, and how much each counts there. Texts are known by place."""

    def __init__(self, postings: Postings, impacts: NDArray[np.float64]) -> None:
        self.postings = postings
        self.impacts = impacts
        self.size = len(postings.lengths)
        self.average_length = _average(postings.lengths)
        self._vocabulary = postings.vocabulary
        self._starts: list[int] = postings.starts.tolist()
        tops = np.maximum.reduceat(impacts, postings.starts[:-1]) if len(impacts) else impacts
        self._tops: list[float] = tops.tolist()
        self._prunes = not len(impacts) or float(impacts.min()) >= 0

    @classmethod
    def of(cls, texts: Iterable[Sequence[str]], k1: float = K1, b: float = B) -> Index:
        """Index ``texts``."""
        postings = Postings.of(texts)
        return cls(postings, _impacts(postings, k1, b))

    def extended(self, texts: Iterable[Sequence[str]], k1: float = K1, b: float = B) -> Index:
        """Return an index with ``texts`` after the others, whose terms aren't counted again."""
        postings = self.postings.extended(texts)
        return Index(postings, _impacts(postings, k1, b))

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
        scores = np.zeros(self.size)
        for column in self._columns(query):
            scores[column.texts] += column.impacts
        return scores

    def search(self, query: Iterable[str], limit: int) -> list[Match]:
        """Return the best texts that share a term with the query, best first, ties by place."""
        columns = sorted(self._columns(query), key=lambda column: len(column.texts))
        if not columns or limit < 1:
            return []
        texts, scores = self._summed(columns, limit)
        order = np.lexsort((texts, -np.round(scores, 9)))[:limit]
        found = zip(texts[order].tolist(), scores[order].tolist(), strict=True)
        return [Match(place, score) for place, score in found]

    def _columns(self, query: Iterable[str]) -> Iterator[_Column]:
        for term, times in Counter(query).items():
            number = self._vocabulary.get(term)
            if number is not None:
                column = slice(self._starts[number], self._starts[number + 1])
                impacts = self.impacts[column] if times == 1 else self.impacts[column] * times
                yield _Column(self.postings.texts[column], impacts, self._tops[number] * times)

    def _summed(
        self, columns: Sequence[_Column], limit: int
    ) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
        """Return the texts that may be among the best ``limit``, with their scores."""
        texts, scores = columns[0].texts, columns[0].impacts
        left = sum(column.most for column in columns[1:])
        for column in columns[1:]:
            bar = self._bar(scores, limit)
            if left < bar:
                able = scores + left >= bar - _TIE
                texts, scores = _looked_up(texts[able], scores[able], column)
            else:
                texts, scores = _merged(texts, scores, column)
            left -= column.most
        able = scores >= self._bar(scores, limit) - _TIE
        return texts[able], scores[able]

    def _bar(self, scores: NDArray[np.float64], limit: int) -> float:
        """Return the score that the best ``limit`` texts reach already."""
        if not self._prunes or len(scores) <= limit:
            return -inf
        return float(np.partition(scores, -limit)[-limit])


def _merged(
    texts: NDArray[np.int32], scores: NDArray[np.float64], column: _Column
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    both = np.concatenate((texts, column.texts))
    order = np.argsort(both, kind="stable")
    both = both[order]
    is_first = np.empty(len(both), bool)
    is_first[0] = True
    np.not_equal(both[1:], both[:-1], out=is_first[1:])
    firsts = np.flatnonzero(is_first)
    added = np.concatenate((scores, column.impacts))[order]
    return both[firsts], np.add.reduceat(added, firsts)


def _looked_up(
    texts: NDArray[np.int32], scores: NDArray[np.float64], column: _Column
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    places = np.minimum(np.searchsorted(column.texts, texts), len(column.texts) - 1)
    there = column.texts[places] == texts
    return texts, scores + np.where(there, column.impacts[places], 0.0)


def _impacts(postings: Postings, k1: float, b: float) -> NDArray[np.float64]:
    """Return, for each posting, what the term adds to the score of the text."""
    if not postings.vocabulary:
        return np.empty(0)
    counted = dict(zip(postings.vocabulary, postings.spread.tolist(), strict=True))
    idf = _Statistics((counted, postings.lengths), k1=k1, b=b).idf
    weights = np.repeat(np.array([idf[term] for term in counted]), postings.spread)
    norms = k1 * (1 - b + b * postings.lengths / _average(postings.lengths))
    frequencies = postings.frequencies.astype(np.float64)
    return weights * (frequencies * (k1 + 1)) / (frequencies + norms[postings.texts])


def _average(lengths: NDArray[np.int32]) -> float:
    return float(lengths.mean()) if lengths.any() else 1.0

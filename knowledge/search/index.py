"""BM25 over texts given as lists of terms: rank-bm25 supplies the statistics, a sparse table the speed.

Scores are those of ``BM25Okapi.get_scores``. The table holds, for each term, the texts that have
it (in order) and what it adds to the score of each: a query adds up a few columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

K1 = 1.5
B = 0.75


@dataclass(frozen=True, slots=True)
class Match:
    """A text (by its place among the texts) that shares a term with the query, and its score."""

    place: int
    score: float


class _Statistics(BM25Okapi):  # type: ignore[misc] # rank-bm25 carries no types
    """rank-bm25's idf and average length, taken from counts that stand already in the table."""

    def _initialize(self, counted: tuple[Mapping[str, int], Sequence[int]]) -> Mapping[str, int]:
        frequencies, lengths = counted
        self.corpus_size = len(lengths)
        self.doc_len = lengths
        self.avgdl = sum(lengths) / len(lengths)
        return frequencies


class Index:
    """Which texts have which terms, and how much each term counts there."""

    def __init__(self, texts: Iterable[Sequence[str]], k1: float = K1, b: float = B) -> None:
        counts = [Counter(text) for text in texts]
        self.size = len(counts)
        self._lengths = np.array([count.total() for count in counts], dtype=np.float64)
        self._numbers = {
            term: n for n, term in enumerate(dict.fromkeys(chain.from_iterable(counts)))
        }
        self.average_length = float(self._lengths.mean()) if self._lengths.any() else 1.0
        self._build(counts, k1, b)

    def _build(self, counts: Sequence[Counter[str]], k1: float, b: float) -> None:
        numbers = self._numbers
        pairs = sum(map(len, counts))
        terms = np.fromiter((numbers[t] for c in counts for t in c), np.int32, pairs)
        frequencies = np.fromiter((f for c in counts for f in c.values()), np.float64, pairs)
        texts = np.repeat(np.arange(self.size, dtype=np.int32), [len(c) for c in counts])
        order = np.argsort(terms, kind="stable")
        self._texts: NDArray[np.int32] = texts[order]
        spread = np.bincount(terms, minlength=len(numbers))
        self._starts = np.concatenate(([0], np.cumsum(spread)))
        idf = self._idf_of(spread, k1, b)
        norms = k1 * (1 - b + b * self._lengths / self.average_length)
        tf = frequencies[order]
        self._impacts: NDArray[np.float64] = (
            np.repeat(idf, spread) * (tf * (k1 + 1)) / (tf + norms[self._texts])
        )

    def _idf_of(self, spread: NDArray[np.int64], k1: float, b: float) -> NDArray[np.float64]:
        if not self._numbers:
            return np.empty(0)
        frequencies = dict(zip(self._numbers, spread.tolist(), strict=True))
        idf = _Statistics((frequencies, self._lengths.tolist()), k1=k1, b=b).idf
        return np.array([idf[term] for term in self._numbers])

    def __contains__(self, term: str) -> bool:
        return term in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def spread(self, term: str) -> int:
        """Return in how many texts the term stands."""
        number = self._numbers.get(term)
        return 0 if number is None else int(self._starts[number + 1] - self._starts[number])

    def rarity(self, term: str) -> float:
        """Return how much the term tells apart, above 0 in any library (unlike BM25Okapi's idf)."""
        spread = self.spread(term)
        return log(1 + (self.size - spread + 0.5) / (spread + 0.5))

    def scores(self, query: Iterable[str]) -> NDArray[np.float64]:
        """Return the score of every text, as ``BM25Okapi.get_scores(query)`` does."""
        scores = np.zeros(self.size)
        for texts, impacts in self._columns(query):
            scores[texts] += impacts
        return scores

    def search(self, query: Iterable[str], limit: int) -> list[Match]:
        """Return the best texts that share a term with the query, best first, ties by place."""
        columns = list(self._columns(query))
        if not columns or limit < 1:
            return []
        candidates = np.unique(np.concatenate([texts for texts, _ in columns]))
        scores = np.zeros(self.size)
        for texts, impacts in columns:
            scores[texts] += impacts
        found = scores[candidates]
        order = np.lexsort((candidates, -found))[:limit]
        return [Match(int(candidates[n]), float(found[n])) for n in order]

    def _columns(
        self, query: Iterable[str]
    ) -> Iterator[tuple[NDArray[np.int32], NDArray[np.float64]]]:
        for term in query:
            number = self._numbers.get(term)
            if number is not None:
                column = slice(self._starts[number], self._starts[number + 1])
                yield self._texts[column], self._impacts[column]

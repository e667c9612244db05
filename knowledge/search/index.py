"""BM25 over lists of terms: rank-bm25 supplies the statistics, a sparse table the speed.

Scores are those of ``BM25Okapi.get_scores``. The table holds, for each term, what it adds to the
score of each text that has it: a query adds up a few columns. Long columns are read only where a
text can still come among the best (the bound of MaxScore; Turtle and Flood, 1995).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf, log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from knowledge.search.postings import Postings

K1 = 1.5
B = 0.75

_TIE = 1e-9
"""Scores nearer than this are equal: the order of adding up must not part them."""


_LOOKED_UP_SHARE = 0.4
"""Of what a text can score at most, the share that long columns add after the others."""

_Sums = tuple[NDArray[np.int32], NDArray[np.float64]]
"""Texts in order, and what the columns read so far add to the score of each."""


class Match(NamedTuple):
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


class _Column(NamedTuple):
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
        columns = sorted(self._columns(query), key=_length)
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

    def _summed(self, columns: Sequence[_Column], limit: int) -> _Sums:
        """Return the texts that may be among the best ``limit``, with their scores.

        ``columns`` go from the shortest to the longest. The shortest are added up at once; of a
        longer one only those texts are looked up that can still reach the best.
        """
        together = _opening(columns)
        sums = _added_up([(column.texts, column.impacts) for column in columns[:together]])
        left = sum(column.most for column in columns[together:])
        for column in columns[together:]:
            bar = self._bar(sums, limit)
            if left < bar - _TIE:
                sums = _looked_up(_able(sums, bar - left), column)
            else:
                sums = _added_up([sums, (column.texts, column.impacts)])
            left -= column.most
        return _able(sums, self._bar(sums, limit))

    def _bar(self, sums: _Sums, limit: int) -> float:
        """Return the score that the best ``limit`` texts reach already."""
        scores = sums[1]
        if not self._prunes or len(scores) <= limit:
            return -inf
        return float(np.partition(scores, -limit)[-limit])


def _length(column: _Column) -> int:
    return len(column.texts)


def _opening(columns: Sequence[_Column]) -> int:
    """Return how many columns to add up before any is looked up: those with most of the score."""
    left = total = sum(column.most for column in columns)
    for count, column in enumerate(columns, 1):
        left -= column.most
        if left < _LOOKED_UP_SHARE * total:
            return count
    return len(columns)


def _added_up(parts: Sequence[_Sums]) -> _Sums:
    """Return each text of ``parts`` once, in order, with the sum of its scores."""
    if len(parts) == 1:
        return parts[0]
    texts = np.concatenate([texts for texts, _ in parts])
    order = texts.argsort(kind="stable")
    texts = texts[order]
    is_first = np.empty(len(texts), bool)
    is_first[0] = True
    np.not_equal(texts[1:], texts[:-1], out=is_first[1:])
    firsts = is_first.nonzero()[0]
    scores = np.concatenate([scores for _, scores in parts])[order]
    return texts[firsts], np.add.reduceat(scores, firsts)


def _able(sums: _Sums, bar: float) -> _Sums:
    texts, scores = sums
    able = (scores >= bar - _TIE).nonzero()[0]
    return texts[able], scores[able]


def _looked_up(sums: _Sums, column: _Column) -> _Sums:
    texts, scores = sums
    places = np.minimum(column.texts.searchsorted(texts), len(column.texts) - 1)
    return texts, scores + column.impacts[places] * (column.texts[places] == texts)


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

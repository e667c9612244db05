"""The best texts of a query from its terms' columns, by one of three ways that agree.

Among few texts all columns are added up over all of them. Among many, long columns are read only
where a text can still come among the best (the bound of MaxScore; Turtle and Flood, 1995); where
even the short columns are long, all are added up, a stretch of texts after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

FEW = 65_536
"""Texts up to which adding up all is the faster way: their scores stay in a processor's caches."""

_TIE = 1e-9
"""Scores nearer than this are equal: the order of adding up must not part them."""

_TELLING = 4
"""How many times the wanted number of texts a column must have to tell how high the best reach."""

_HEAVY = 1 / 16
"""The share of all texts from which the short columns are long."""

_LOOKED_UP_SHARE = 0.4
"""Of what a text can score at most, the share that long columns add after the others."""

_WORTH_FILTERING = 0.25
"""The share of a column that may be left where the others are sorted out."""

Sums = tuple[NDArray[np.integer], NDArray[np.float64]]
"""Texts in order, and what the columns read so far add to the score of each."""


class Column(NamedTuple):
    """A term of a query: the texts that have it, its case in each, what a case is worth."""

    texts: NDArray[np.integer]
    cases: NDArray[np.integer]
    worth: NDArray[np.float64]
    weight: float
    most: float

    @property
    def impacts(self) -> NDArray[np.float64]:
        """What the term adds to the score of each text."""
        return self.worth.take(self.cases) * self.weight

    def part(self, start: int, end: int, first: int) -> Sums:
        """Return a part of the column, its texts counted from ``first``."""
        return self.texts[start:end] - first, self.worth.take(self.cases[start:end]) * self.weight


def best_over_all(columns: Sequence[Sums], size: int, limit: int) -> Sums | None:
    """Add up all columns over ``size`` texts; return those that may be among the best.

    The best of all reach at least what the best ``limit`` of one column reach. None where no
    column has enough texts to tell, or they don't score above 0.
    """
    enough = limit * _TELLING
    telling = min((c[0] for c in columns if len(c[0]) >= enough), key=len, default=None)
    if telling is None:
        return None
    scores = over_all(columns, size)
    told = scores.take(telling)
    told.partition(-limit)
    bar = told[-limit] - _TIE
    if bar <= 0:
        return None
    texts = (scores >= bar).nonzero()[0]
    return texts, scores.take(texts)


def over_all(columns: Sequence[Sums], size: int) -> NDArray[np.float64]:
    """Return the score of each of ``size`` texts."""
    if not columns:
        return np.zeros(size)
    texts = np.concatenate([texts for texts, _ in columns])
    impacts = np.concatenate([impacts for _, impacts in columns])
    return np.asarray(np.bincount(texts, impacts, size), np.float64)


def best_of_many(columns: Sequence[Column], size: int, limit: int) -> Sums:
    """Return the texts that may be among the best ``limit``; no column may take anything away."""
    columns = sorted(columns, key=_length)
    together = _opening(columns)
    if sum(map(_length, columns[:together])) > _HEAVY * size:
        found = _best_by_stretches(columns, size, limit)
        if len(found[0]) >= limit:
            return found
    return _best_by_looking_up(columns, together, limit)


def _best_by_looking_up(columns: Sequence[Column], together: int, limit: int) -> Sums:
    """Add up the first columns; of each longer one look up the texts that can still be best."""
    sums = added_up(columns[:together])
    left = sum(column.most for column in columns[together:])
    for column in columns[together:]:
        bar = _reached(sums[1], limit)
        sums = _able(sums, bar - left)
        left, before = left - column.most, left
        sums = (
            _looked_up(sums, column) if before < bar - _TIE else _joined(sums, column, bar - left)
        )
    return _able(sums, _reached(sums[1], limit))


def added_up(columns: Sequence[Column]) -> Sums:
    """Return every text that has one of the terms, with its score."""
    return _merged([(column.texts, column.impacts) for column in columns])


def _best_by_stretches(columns: Sequence[Column], size: int, limit: int) -> Sums:
    """Add up all columns over a stretch of texts after the other.

    Texts that score nothing are left out.
    """
    firsts = np.arange(0, size, FEW, dtype=columns[0].texts.dtype)
    cuts = [[*column.texts.searchsorted(firsts).tolist(), len(column.texts)] for column in columns]
    best: Sums = np.empty(0, np.int64), np.empty(0)
    bar = 2 * _TIE
    for number, first in enumerate(firsts.tolist()):
        parts = [
            column.part(cut[number], cut[number + 1], first)
            for column, cut in zip(columns, cuts, strict=True)
        ]
        sums = over_all(parts, min(FEW, size - first))
        able = (sums >= bar - _TIE).nonzero()[0]
        texts = np.concatenate((best[0], able + first))
        scores = np.concatenate((best[1], sums.take(able)))
        bar = max(bar, _reached(scores, limit))
        best = _able((texts, scores), bar)
    return best


def _reached(scores: NDArray[np.float64], limit: int) -> float:
    """Return the score that the best ``limit`` of ``scores`` reach."""
    if len(scores) <= limit:
        return -inf
    return float(np.partition(scores, -limit)[-limit])


def _length(column: Column) -> int:
    return len(column.texts)


def _opening(columns: Sequence[Column]) -> int:
    """Return how many columns to add up before any is looked up: those with most of the score."""
    left = total = sum(column.most for column in columns)
    for count, column in enumerate(columns, 1):
        left -= column.most
        if left < _LOOKED_UP_SHARE * total:
            return count
    return len(columns)


def _merged(parts: Sequence[Sums]) -> Sums:
    """Return each text of ``parts`` once, in order, with the sum of its scores."""
    if len(parts) == 1:
        return parts[0]
    texts = np.concatenate([texts for texts, _ in parts])
    order = texts.argsort(kind="stable")
    texts = texts[order]
    is_first = np.empty(len(texts), dtype=bool)
    is_first[0] = True
    np.not_equal(texts[1:], texts[:-1], out=is_first[1:])
    firsts = is_first.nonzero()[0]
    scores = np.concatenate([scores for _, scores in parts])[order]
    return texts[firsts], np.add.reduceat(scores, firsts)


def _able(sums: Sums, bar: float) -> Sums:
    texts, scores = sums
    able = (scores >= bar - _TIE).nonzero()[0]
    return texts[able], scores[able]


def _joined(sums: Sums, column: Column, bar: float) -> Sums:
    """Add the column to ``sums``, of other texts only to those to which it adds ``bar``."""
    able = (column.worth * column.weight >= bar - _TIE).take(column.cases).nonzero()[0]
    if len(able) > _WORTH_FILTERING * len(column.texts) or not len(sums[0]):
        return _merged([sums, (column.texts, column.impacts)])
    known, texts = sums[0], column.texts[able]
    places = np.minimum(known.searchsorted(texts), len(known) - 1)
    able = able[known[places] != texts]
    impacts = column.worth.take(column.cases[able]) * column.weight
    return _merged([_looked_up(sums, column), (column.texts[able], impacts)])


def _looked_up(sums: Sums, column: Column) -> Sums:
    texts, scores = sums
    places = column.texts.searchsorted(texts)
    added = column.worth.take(column.cases.take(places, mode="clip"))
    added *= column.weight
    added *= column.texts.take(places, mode="clip") == texts
    return texts, scores + added

"""What answers say about questions: the statistics of Moodle's quiz report, and Wilson's interval.

The formulas are those of Moodle (docs.moodle.org/dev/Quiz_statistics_calculations), computed on
marks of 0 and 1. Whoever was not there when a question was asked is left out of it; whoever was
there and did not answer has 0. Every function returns None where its result would mean nothing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Pairs = Sequence[tuple[float, float]]
"""For each player the mark for one question, and the mean mark for the round's other ones."""

ENOUGH_ANSWERS = 30
"""From here on discrimination tells something; below, many a good question looks bad."""
ENOUGH_QUESTIONS = 5
_Z = 1.959963984540054  # 95 %


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    part: int
    whole: int

    @property
    def value(self) -> float:
        """Between 0 and 1."""
        return self.part / self.whole if self.whole else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share lies with 95 % confidence (Wilson 1927); everything for nobody."""
        if not self.whole:
            return 0.0, 1.0
        n, p = self.whole, self.value
        centre = (p + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z * math.sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2)) / (1 + _Z**2 / n)
        return max(0.0, centre - half), min(1.0, centre + half)


def discrimination(pairs: Pairs) -> float | None:
    """Moodle's discrimination index: how well the question tells good players from weak ones.

    The correlation of the mark with the rest, ``cov(x, r) / sqrt(var(x) var(r))``, -1 to 1.
    None for fewer than `ENOUGH_ANSWERS` players, or where all have the same mark or rest.
    """
    spread = math.sqrt(_covariance([(x, x) for x, _ in pairs] or [(0, 0)]))
    rest = math.sqrt(_covariance([(r, r) for _, r in pairs] or [(0, 0)]))
    if len(pairs) < ENOUGH_ANSWERS or not spread or not rest:
        return None
    return _covariance(pairs) / (spread * rest)


def discriminative_efficiency(pairs: Pairs) -> float | None:
    """Moodle's discriminative efficiency: the covariance as a share of the best possible one.

    The best is that of both lists in ascending order. Below 0.15 Moodle calls a question dubious.
    """
    if len(pairs) < ENOUGH_ANSWERS:
        return None
    marks, rests = sorted(x for x, _ in pairs), sorted(r for _, r in pairs)
    best = _covariance(list(zip(marks, rests, strict=True)))
    return _covariance(pairs) / best if best else None


def alpha(rows: Sequence[Sequence[float]]) -> float | None:
    """Cronbach's alpha, which Moodle calls the coefficient of internal consistency.

    ``p / (p - 1) * (1 - sum(var(x_i)) / var(T))`` for ``p`` questions, from one row of marks for
    each player who was there for all of them. None for fewer than `ENOUGH_ANSWERS` players or
    `ENOUGH_QUESTIONS` questions, or where all have the same total.
    """
    questions = len(rows[0]) if rows else 0
    if len(rows) < ENOUGH_ANSWERS or questions < ENOUGH_QUESTIONS:
        return None
    whole = _variance([sum(row) for row in rows])
    if not whole:
        return None
    parts = sum(_variance([row[i] for row in rows]) for i in range(questions))
    return questions / (questions - 1) * (1 - parts / whole)


def standard_deviation(marks: Sequence[float]) -> float | None:
    """Of a sample (divided by n - 1); None for fewer than two."""
    return math.sqrt(_variance(marks)) if len(marks) > 1 else None


def _variance(values: Sequence[float]) -> float:
    return _covariance([(value, value) for value in values])


def _covariance(pairs: Pairs) -> float:
    if len(pairs) < 2:  # noqa: PLR2004 - one point has no spread
        return 0.0
    mean_x = math.fsum(x for x, _ in pairs) / len(pairs)
    mean_y = math.fsum(y for _, y in pairs) / len(pairs)
    products = math.fsum((x - mean_x) * (y - mean_y) for x, y in pairs)
    return products / (len(pairs) - 1)

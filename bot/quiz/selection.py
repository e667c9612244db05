"""Which questions come next: those asked least often first. Chance is an argument."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from knowledge.models import Question


def selected(
    questions: Sequence[Question], times_asked: Mapping[str, int], count: int, random: Random
) -> list[Question]:
    """Up to ``count`` questions, none repeated before all have been asked.

    Among questions asked equally often the choice is by chance, and articles alternate so that
    one text does not fill a quiz.
    """
    pool = list(questions)
    random.shuffle(pool)
    chosen: list[Question] = []
    taken: dict[str, int] = {}
    while pool and len(chosen) < count:
        best = min(pool, key=lambda q: (times_asked.get(q.id, 0), taken.get(q.title, 0)))
        pool.remove(best)
        chosen.append(best)
        taken[best.title] = taken.get(best.title, 0) + 1
    return chosen

"""Which questions come next: those asked least often first, varied, easy before hard.

Chance is an argument; the same chance gives the same quiz.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random

from knowledge.models import Question
from knowledge.questions.ordering import ease, gives_away, marks


def selected(
    questions: Sequence[Question], times_asked: Mapping[str, int], count: int, random: Random
) -> list[Question]:
    """Up to ``count`` questions, none repeated before all have been asked, the easier kinds first.

    Among questions asked equally often, one that gives another's answer away comes last, and
    kinds, articles and answers alternate; the rest is chance.
    """
    pool = list(questions)
    random.shuffle(pool)
    chosen: list[Question] = []
    used: Counter[str] = Counter()

    def rank(question: Question) -> tuple[int, bool, int]:
        tells = any(gives_away(question, other) for other in chosen)
        return times_asked.get(question.id, 0), tells, sum(used[m] for m in marks(question))

    while pool and len(chosen) < count:
        best = min(pool, key=rank)
        pool.remove(best)
        chosen.append(best)
        used.update(marks(best))
    return sorted(chosen, key=ease)

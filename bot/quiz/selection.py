"""Which questions come next: those asked least often first. Chance is an argument."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random

from knowledge.models import Question
from knowledge.questions.ordering import gives_away


def selected(
    questions: Sequence[Question], times_asked: Mapping[str, int], count: int, random: Random
) -> list[Question]:
    """Up to ``count`` questions, none repeated before all have been asked.

    Among questions asked equally often, one that gives another's answer away comes last, and
    articles alternate so that one text does not fill a quiz; the rest is chance.
    """
    pool = list(questions)
    random.shuffle(pool)
    chosen: list[Question] = []
    taken: Counter[str] = Counter()

    def rank(question: Question) -> tuple[int, bool, int]:
        tells = any(gives_away(question, other) for other in chosen)
        return times_asked.get(question.id, 0), tells, taken[_article(question)]

    while pool and len(chosen) < count:
        best = min(pool, key=rank)
        pool.remove(best)
        chosen.append(best)
        taken[_article(best)] += 1
    return chosen


def _article(question: Question) -> str:
    return question.citations[0].article if question.citations else question.title

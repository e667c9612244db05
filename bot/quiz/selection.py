"""Which questions come next: those asked least often first, varied, easy before hard.

Chance is an argument; the same chance gives the same quiz.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random

from bot.quiz.spoilers import spoil_each_other, without_spoilers
from knowledge.models import Question
from knowledge.questions.ordering import ease, gives_away, marks

_ENOUGH = 300
"""Of so many, mixed by chance, each next question is chosen; more would only take longer."""


def selected(
    questions: Sequence[Question], times_asked: Mapping[str, int], count: int, random: Random
) -> list[Question]:
    """Up to ``count`` questions, none repeated before all have been asked, the easier kinds first.

    Among questions asked equally often, one that gives another's answer away comes last, and
    kinds, articles and answers alternate; the rest is chance. What an explanation tells is asked
    before it.
    """
    pool = list(questions)
    random.shuffle(pool)
    chosen: list[Question] = []
    used: Counter[str] = Counter()

    def likeness(question: Question) -> int:
        return sum(used[mark] for mark in marks(question))

    while pool and len(chosen) < count:
        least = min(times_asked.get(question.id, 0) for question in pool)
        freshest = [each for each in pool if times_asked.get(each.id, 0) == least]
        varied = sorted(freshest[:_ENOUGH], key=likeness)
        best = next((each for each in varied if _is_fair(each, chosen)), varied[0])
        pool.remove(best)
        chosen.append(best)
        used.update(marks(best))
    return without_spoilers(sorted(chosen, key=ease))


def _is_fair(question: Question, others: Sequence[Question]) -> bool:
    return not any(gives_away(question, o) or spoil_each_other(question, o) for o in others)

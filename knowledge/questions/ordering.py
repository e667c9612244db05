"""Which questions make one quiz, and in what order: varied, easy first, none giving another away.

Chance is an argument; the same chance gives the same quiz.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from random import Random

from knowledge.models import Question

_EASY_FIRST = (
    "office",
    "meeting_place",
    "event_place",
    "deed",
    "role",
    "gap",
    "saying",
    "definition",
    "meeting_duration",
    "visit_duration",
    "first_in",
    "delay",
)
"""Kinds whose answers are recognised more readily than recalled stand before dates."""

_SHORTEST_WORD = 4


def quiz(questions: Iterable[Question], length: int, chance: Random) -> list[Question]:
    """Up to ``length`` of the questions, the easier kinds first.

    Each next one is of the kind and from the article least used so far; a question whose stem
    holds the key of another, or the other way round, is left out beside it.
    """
    waiting = list(questions)
    chance.shuffle(waiting)
    chosen: list[Question] = []
    used: Counter[str] = Counter()
    while waiting and len(chosen) < length:
        following = min(waiting, key=lambda question: _use(question, used))
        chosen.append(following)
        used.update(_marks(following))
        waiting = [q for q in waiting if q is not following and not gives_away(q, following)]
    return sorted(chosen, key=_ease)


def gives_away(one: Question, other: Question) -> bool:
    """Whether reading one of the two questions shows the answer to the other."""
    return _shows(one, other) or _shows(other, one)


def _shows(shown: Question, asked: Question) -> bool:
    """Whether the sentence asked about is shown with its answer by another question."""
    if shown.citations and shown.citations[:1] == asked.citations[:1]:
        return True
    told = _words(shown.stem)
    key = {word for word in _words(asked.answer) if len(word) >= _SHORTEST_WORD}
    same_subject = len(told & _words(asked.stem)) > len(_words(asked.stem)) / 2
    return bool(key) and key <= told and same_subject


def _use(question: Question, used: Counter[str]) -> int:
    return sum(used[mark] for mark in _marks(question))


def _marks(question: Question) -> Sequence[str]:
    article = question.citations[0].article if question.citations else ""
    return f"kind {question.kind}", f"article {article}", f"answer {question.answer}"


def _ease(question: Question) -> int:
    return _EASY_FIRST.index(question.kind) if question.kind in _EASY_FIRST else len(_EASY_FIRST)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))

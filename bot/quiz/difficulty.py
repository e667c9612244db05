"""How hard a question is and how able a player, learned from first answers by Elo's method.

After Pelánek 2016 (Computers & Education, doi 10.1016/j.compedu.2016.03.017): the chance to be
right is ``g + (1 - g) / (1 + exp(difficulty - skill))`` with ``g`` the chance to guess right, and
each answer moves both by ``K(n) = 0.8 / (1 + 0.05 n)`` times the surprise.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.models import Question

_STEP, _DECAY = 0.8, 0.05


@dataclass(frozen=True, slots=True)
class Rating:
    """A player's skill or a question's difficulty, and from how many answers it is known."""

    value: float = 0.0
    answers: int = 0


def chance_to_be_right(skill: float, difficulty: float, options: int) -> float:
    """Between guessing among ``options`` and certainty."""
    guess = 1 / options if options else 0.0
    return guess + (1 - guess) / (1 + math.exp(difficulty - skill))


def after_answer(
    skill: Rating, difficulty: Rating, *, options: int, correct: bool
) -> tuple[Rating, Rating]:
    """Skill and difficulty after a player's first answer to the question."""
    surprise = correct - chance_to_be_right(skill.value, difficulty.value, options)
    return (
        Rating(skill.value + _gain(skill.answers) * surprise, skill.answers + 1),
        Rating(difficulty.value - _gain(difficulty.answers) * surprise, difficulty.answers + 1),
    )


def easy_to_hard(
    questions: Sequence[Question], difficulties: Mapping[str, float]
) -> list[Question]:
    """The questions by difficulty; those nobody has answered stand in the middle, in order."""
    return sorted(questions, key=lambda question: difficulties.get(question.id, 0.0))


def _gain(answers: int) -> float:
    return _STEP / (1 + _DECAY * answers)

"""A quiz in several forms: now and then a sentence is true or false, once events are ordered.

Chance is an argument; the same chance gives the same forms.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from knowledge.models import Question
from knowledge.questions.forms import true_or_false, which_came_first
from knowledge.questions.ordering import gives_away

_ONE_IN = 4
"""Of so many questions one is asked as true or false, if it is a sentence to complete."""
_LONG_ENOUGH = 6
"""A quiz of so many questions ends with one of order."""


def varied(
    chosen: Sequence[Question], others: Sequence[Question], random: Random
) -> list[Question]:
    """The chosen questions, some of them in another form.

    In a long quiz the last gives way to one of order, made of ``others`` that are not chosen.
    """
    asked = [
        _in_other_form(question) if random.random() * _ONE_IN < 1 else question
        for question in chosen
    ]
    if len(asked) < _LONG_ENOUGH:
        return asked
    apart = [each for each in others if not any(gives_away(each, other) for other in chosen)]
    ordering = which_came_first(random.sample(apart, len(apart)))
    return asked if ordering is None else [*asked[:-1], ordering]


def _in_other_form(question: Question) -> Question:
    return true_or_false(question) or question

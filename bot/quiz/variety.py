"""A quiz in several forms: now and then a sentence is true or false, once events are ordered.

Chance is an argument; the same chance gives the same forms.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from knowledge.models import Question
from knowledge.questions.forms import true_or_false, which_came_first

_ONE_IN = 4
"""Of so many questions one is asked as true or false: a coin decides half of these."""
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
    ordering = which_came_first(random.sample(others, len(others)))
    if len(asked) >= _LONG_ENOUGH and ordering is not None:
        asked[-1] = ordering
    return asked


def _in_other_form(question: Question) -> Question:
    return true_or_false(question) or question

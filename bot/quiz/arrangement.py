"""In which order the options of a question are shown. Chance is an argument."""

from __future__ import annotations

from random import Random

from knowledge.models import Question


def arranged(question: Question, random: Random) -> tuple[int, ...]:
    """The options' indices in the order of showing: values as they were made, others shuffled.

    Numbers and dates are made in ascending order, and stay so: a list of them out of order costs
    readers time and tells them nothing (Haladyna, Downing & Rodriguez 2002, rule 21).
    """
    order = list(range(len(question.options)))
    if not has_values(question):
        random.shuffle(order)
    return tuple(order)


def has_values(question: Question) -> bool:
    """Whether the options are numbers or dates, which have an order of their own."""
    return question.expected is not None and question.expected.kind in {"quantity", "date"}

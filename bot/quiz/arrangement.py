"""In which order the options of a question are shown. Chance is an argument."""

from __future__ import annotations

import re
from random import Random

from knowledge.models import Question

_LEADING_NUMBER = re.compile(r"\W*(\d+(?:[.,]\d+)?)")


def arranged(question: Question, random: Random) -> tuple[int, ...]:
    """The options' indices in the order of showing: numbers ascending, anything else shuffled.

    A list of numbers out of order costs readers time and tells them nothing about the key
    (Haladyna, Downing & Rodriguez 2002, rule 21).
    """
    indices = list(range(len(question.options)))
    numbers = [_LEADING_NUMBER.match(option) for option in question.options]
    if all(numbers):
        values = [float(n.group(1).replace(",", ".")) for n in numbers if n]
        return tuple(sorted(indices, key=lambda index: values[index]))
    random.shuffle(indices)
    return tuple(indices)

"""The order of the options: numbers and dates sorted, everything else by a fixed shuffle.

The place of the key depends on the fact alone, so that it is even over a bank and stable.
"""

from __future__ import annotations

from random import Random

from knowledge.language.dates import read_date
from knowledge.language.numbers import cardinal
from knowledge.language.quantities import bare_number, quantities
from knowledge.questions.candidates import Candidate


def arranged(candidate: Candidate) -> tuple[tuple[str, ...], int]:
    """The options in the order of showing, and the key's place; none where it is to be typed."""
    if not candidate.distractors:
        return (), 0
    options = [candidate.answer, *candidate.distractors]
    if candidate.answer_kind in {"quantity", "number"}:
        options.sort(key=_amount)
    elif candidate.answer_kind == "date":
        options.sort(key=_day)
    else:
        Random(candidate.fact.id + candidate.form).shuffle(options)  # noqa: S311 - no secret
    return tuple(options), options.index(candidate.answer)


def _amount(option: str) -> float:
    found = quantities(option)
    quantity = found[0] if found else bare_number(option, "")
    return quantity.bounds[0] if quantity else cardinal(option) or 0.0


def _day(option: str) -> tuple[int, int, int]:
    found = read_date(option)
    return (found.year, found.month, found.day) if found else (0, 0, 0)

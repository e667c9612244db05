"""Grades a typed answer by what kind of answer the question wants.

Quantities and dates are compared as values, never as letters; names by the spellings that the
library knows, then by similarity of the whole name.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz, utils

from knowledge.language.dates import from_code, read_date
from knowledge.language.numbers import cardinal, tokens
from knowledge.language.quantities import Quantity, bare_number, phrase, quantities
from knowledge.language.units import unit
from knowledge.models import Expected, Grade, Question

_NAME_RATIO = 85.0
_PHRASE_RATIO = 90.0
_ROUNDING = 0.02
"""Typed values may miss a bound by two in a hundred: 5.9 hours are not wrong for six."""
_NEAR = 0.2
"""A value this far outside what the sources say is nearly right, not right."""
_WRONG = Grade("wrong")


def grade(question: Question, typed: str) -> Grade:
    """How the typed answer compares with what the question's sources say."""
    answer = typed.strip().strip(".!").strip()
    if not answer:
        return _WRONG
    if _is_said(question, answer):
        return Grade("right")
    expected = question.expected or Expected("phrase", names=(question.answer, *question.accept))
    by_kind = {"quantity": _quantity, "date": _date, "name": _name, "phrase": _phrase}
    return by_kind[expected.kind](expected, answer)


def _is_said(question: Question, answer: str) -> bool:
    """Whether the answer repeats a wording that the question accepts, case and marks aside."""
    said = {utils.default_process(text) for text in (question.answer, *question.accept)}
    return bool(utils.default_process(answer)) and utils.default_process(answer) in said


def _quantity(expected: Expected, answer: str) -> Grade:
    given = _typed_quantity(answer, expected.unit)
    if given is None:
        return _WRONG
    low, high = _in_unit(given, expected.unit)
    slack = _ROUNDING * max(abs(expected.high), abs(expected.low))
    if any(_only(low, high, edge) for edge in expected.partly) and not _reaches_in(given):
        return Grade("partly", f"The sources together say {_bounds(expected)}.")
    if expected.low - slack <= low <= high <= expected.high + slack:
        return Grade("right")
    overlaps = low <= expected.high + slack and high >= expected.low - slack
    if overlaps and high - low <= max(1.0, expected.high - expected.low + 1.0):
        return Grade("partly", f"More exactly: {_bounds(expected)}.")
    if unit(expected.unit) and _is_near(low, high, expected):
        return Grade("partly", f"Close; the sources say {_bounds(expected)}.")
    return _WRONG


def _typed_quantity(answer: str, unit_name: str) -> Quantity | None:
    """The one quantity that was typed; a bare number counts in the unit that is asked for."""
    found = [q for q in quantities(answer) if q.dimension == _dimension(unit_name)]
    if len(found) == 1:
        return found[0]
    return bare_number(answer, unit_name) if not found else None


def _dimension(unit_name: str) -> str:
    known = unit(unit_name)
    return known.dimension if known else "count"


def _in_unit(given: Quantity, unit_name: str) -> tuple[float, float]:
    wanted = unit(unit_name)
    size = wanted.size if wanted else 1.0
    low, high = given.bounds
    return low / size, high / size


def _only(low: float, high: float, edge: float) -> bool:
    return low == high and abs(low - edge) <= _ROUNDING * abs(edge)


def _reaches_in(given: Quantity) -> bool:
    """``more than five`` typed says less than ``five``, and may be what a source says."""
    return given.qualifier in {"more than", "less than"}


def _is_near(low: float, high: float, expected: Expected) -> bool:
    return expected.low * (1 - _NEAR) <= low <= high <= expected.high * (1 + _NEAR)


def _bounds(expected: Expected) -> str:
    return phrase(expected.low, expected.high, expected.unit)


def _date(expected: Expected, answer: str) -> Grade:
    wanted, given = from_code(expected.date), read_date(answer)
    if given is None or not wanted.agrees_with(given):
        return _WRONG
    missing = [
        part
        for part, want, have in (
            ("the month", wanted.month, given.month),
            ("the day", wanted.day, given.day),
        )
        if want and not have
    ]
    if missing:
        return Grade("partly", f"Right as far as it goes; {' and '.join(missing)} is missing.")
    return Grade("right")


def _name(expected: Expected, answer: str) -> Grade:
    plain = _plain(answer)
    names = [_plain(name) for name in expected.names]
    if plain in names:
        return Grade("right")
    if any(_holds_whole(plain, name) for name in names):
        return Grade("right")
    best = max((fuzz.ratio(plain, name) for name in names), default=0.0)
    long_enough = len(plain) >= 5  # noqa: PLR2004 - shorter words differ by one letter too easily
    return Grade("right") if best >= _NAME_RATIO and long_enough else _WRONG


def _plain(name: str) -> str:
    folded = utils.default_process(name)
    return re.sub(
        r"^(?:the|mr|mrs|ms|miss|dr|in|at|on|by|it was)\s+", "", " ".join(folded.split())
    )


def _holds_whole(answer: str, name: str) -> bool:
    """Whether a longer answer contains the whole name and no second name beside it."""
    is_inside = re.search(rf"\b{re.escape(name)}\b", answer) is not None
    extra = len(answer.split()) - len(name.split())
    return is_inside and extra <= 4 and not re.search(r"\b(?:or|and|not)\b", answer)  # noqa: PLR2004 - a title


def _phrase(expected: Expected, answer: str) -> Grade:
    if cardinal(answer) is not None or any(word[0].isdigit() for word, _, _ in tokens(answer)):
        return _WRONG
    best = max(
        (fuzz.token_sort_ratio(_plain(answer), _plain(n)) for n in expected.names), default=0.0
    )
    return Grade("right") if best >= _PHRASE_RATIO else _WRONG

"""Wrong quantities and dates: as exact as the key, apart from it, and plausible."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import TypeVar

from knowledge.language.dates import PartialDate, from_code
from knowledge.language.quantities import phrase
from knowledge.models import Expected
from knowledge.questions.candidates import Candidate
from knowledge.questions.options.periods import period
from knowledge.questions.options.profiles import years_in
from knowledge.questions.surroundings import Surroundings

_FAR = 1.45
"""Wrong quantities differ from all that the sources say by at least this factor."""
_PLAUSIBLE = 4.0
"""… and by no more than this one."""
_STEPS: tuple[int, ...] = tuple(size * 10**power for power in range(9, -1, -1) for size in (5, 1))
_FEWEST_STEPS = 4
_DECIMALS = re.compile(r"\d\.(\d{1,3})\b")
_HALF, _PLACES = 0.5, 3
_FACTORS = (2.0, 0.5, 1.5, 3.0, 1 / 3, 2.5, 4.0)
_YEARS_NEARBY = 8
_YEARS_APART = 2
_YEARS_OFF = (3, -3, 2, -2, 5, -5, 6, -6, 8, -8, 1, -1)
_LIVES = frozenset({"birth", "death"})
WANTED = 3
"""Wrong options of a choice question."""

_Value = TypeVar("_Value", float, int, str)


def quantities(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """Other values in the key's unit and with its hedge."""
    expected = candidate.fact.expected
    if expected is None:
        return
    hedge = candidate.fact.qualifier
    amounts = list(_amounts(candidate, expected, around))
    for value in balanced(amounts, expected.low, candidate):
        yield phrase(value, value, expected.unit, hedge)


def balanced(values: Sequence[_Value], key: _Value, candidate: Candidate) -> list[_Value]:
    """The values in such an order that the key's place among the first three is even over a bank.

    The place depends on the fact alone; sorted options would else put the key second too often.
    """
    below = int(candidate.fact.id[-2:], 16) % (WANTED + 1)
    lower = [value for value in values if value < key]
    higher = [value for value in values if value >= key]
    chosen = lower[:below] + higher[: WANTED - below]
    return chosen + [value for value in values if value not in chosen]


def _amounts(candidate: Candidate, expected: Expected, around: Surroundings) -> Iterator[float]:
    """Values of the library in the same unit, then multiples: as exact as the key, and apart."""
    step = _step(expected.high, candidate.fact.value)
    own = [
        fact.expected.low
        for fact in around.facts
        if fact.expected
        and fact.kind == candidate.fact.kind
        and fact.expected.unit == expected.unit
        and (_step(fact.expected.low, fact.value) < 1) == (step < 1)
    ]
    kept = [expected.low, expected.high]
    for value in chain(own, (_rounded(expected.high * f, step) for f in _FACTORS)):
        if value > 0 and _is_apart(value, kept) and _is_plausible(value, expected):
            kept.append(value)
            yield value


def _is_apart(value: float, others: Iterable[float]) -> bool:
    return all(max(value, other) >= _FAR * min(value, other) for other in others)


def _is_plausible(value: float, expected: Expected) -> bool:
    return expected.low / _PLAUSIBLE <= value <= expected.high * _PLAUSIBLE


def _step(value: float, written: str) -> float:
    """What the value is a multiple of, as people round: 300 of 50, 25 of 5, 24.5 of .1.

    Half an hour is one of halves; of hours and minutes together, whole hours are near enough.
    """
    decimals = _DECIMALS.search(written)
    if value % 1 and decimals:
        return float(f"1e-{len(decimals[1])}")
    if value % 1:
        return 1 if value * 2 % 1 else 0.5
    fine = (step for step in _STEPS if step <= max(value / _FEWEST_STEPS, 1))
    return next(step for step in fine if not value % step)


def _rounded(value: float, step: float) -> float:
    """The nearest multiple of the step, or of tenths the next, where that is a whole number."""
    times = int(value / step + 0.5)
    is_rounder = step < _HALF and not round(times * step, _PLACES) % 1
    return round((times + is_rounder) * step, _PLACES)


def dates(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """Other dates with the key's parts: those that the articles name nearby, then shifted ones."""
    key = from_code(candidate.fact.expected.date if candidate.fact.expected else "")
    if key.year and not key.month:
        yield from map(str, _years(candidate, key.year, around))
        return
    own = [from_code(code) for code in around.dates]
    alike = [found for found in own if _same_precision(found, key) and _is_close(found, key)]
    if candidate.fact.kind in _LIVES:
        alike = []
    written = _written(candidate, around)
    fair = {
        found.code: found
        for found in chain(alike, _shifted(key))
        if not found.agrees_with(key) and _was_past(found, key, written)
    }
    of_the_year = [code for code, found in fair.items() if found.year == key.year]
    codes = of_the_year if len(of_the_year) >= WANTED else list(fair)
    for code in balanced(codes, key.code, candidate):
        yield fair[code].spoken


def _written(candidate: Candidate, around: Surroundings) -> date | None:
    """When the last of the key's articles was published, if any of them says so."""
    told = (around.published.get(citation.article) for citation in candidate.fact.citations)
    return max((found for found in told if found), default=None)


def _was_past(found: PartialDate, key: PartialDate, written: date | None) -> bool:
    """Whether an article that tells of the key could tell of this date, too, as of the past."""
    if written is None or not key.year:
        return True
    day_of_writing = (written.year, written.month, written.day)
    return _first_day(key) >= day_of_writing or _first_day(found) <= day_of_writing


def _first_day(found: PartialDate) -> tuple[int, int, int]:
    return found.year, found.month, found.day or 1


def _years(candidate: Candidate, key: int, around: Surroundings) -> list[int]:
    """Possible years near the key: of the same articles first, apart from one another."""
    possible = period(candidate, key, around)
    told = around.dated_of(candidate.fact)
    own = sorted(
        {year for text in told for year in years_in(text)}, key=lambda y: (abs(y - key), y)
    )
    if candidate.fact.kind in _LIVES:
        own = []
    near = [year for year in own if abs(year - key) <= _YEARS_NEARBY]
    shifted = [key + possible.step * offset for offset in _YEARS_OFF]
    for apart in (_YEARS_APART, 1):
        kept = [key]
        for year in (*near, *shifted):
            if possible.holds(year, key) and all(abs(year - other) >= apart for other in kept):
                kept.append(year)
        if len(kept) > WANTED:
            break
    return balanced(kept[1:], key, candidate)


def _same_precision(found: PartialDate, key: PartialDate) -> bool:
    return [bool(part) for part in (found.year, found.month, found.day)] == [
        bool(part) for part in (key.year, key.month, key.day)
    ]


def _is_close(found: PartialDate, key: PartialDate) -> bool:
    return abs(found.year - key.year) <= (0 if key.day else 1)


def _shifted(key: PartialDate) -> Iterator[PartialDate]:
    """The key's day or month moved by a little, to both sides."""
    for offset in (1, -1, 2, -2, 3, -3):
        if key.day:
            moved = date(key.year or 2001, key.month, key.day) + timedelta(days=offset)
            yield PartialDate(key.year and moved.year, moved.month, moved.day)
        else:
            months = key.year * 12 + key.month - 1 + offset
            yield PartialDate(key.year and months // 12, months % 12 + 1)

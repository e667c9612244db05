"""Wrong quantities, numbers and dates: as exact as the key, apart from it, and plausible."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import TypeVar

from knowledge.language.dates import PartialDate, from_code
from knowledge.language.numbers import cardinal, in_words
from knowledge.language.quantities import phrase
from knowledge.models import Expected
from knowledge.questions.candidates import Candidate
from knowledge.questions.periods import period
from knowledge.questions.profiles import years_in
from knowledge.questions.surroundings import Surroundings

_FAR = 1.45
"""Wrong quantities differ from all that the sources say by at least this factor."""
_PLAUSIBLE = 4.0
"""… and by no more than this one."""
_FACTORS = (2.0, 0.5, 1.5, 3.0, 1 / 3, 2.5, 4.0)
_WHOLE = 100
_SHARE = re.compile(r"_____ ?(?:%|per ?cent\b|percentage)")
_PART_OF = re.compile(r"_____ (?:\w+ )?(?:out )?of (?:the|its|his|her|their|all) ([\w,]*\w)")
_SIZES = (1.3, 0.7, 1.6, 0.5, 2.0, 0.35)
"""Wrong counts are these parts of the key: nobody who wins 11 titles might have won 33."""
_DEGREES = (1.2, 0.8, 1.35, 0.65)
_AT_LEAST = re.compile(r"\b(?:more than|over|exceed\w*|at least|above|beyond) \W{0,2}_____")
_AT_MOST = re.compile(r"\b(?:less than|fewer than|under|below|up to|at most) \W{0,2}_____")
"""What exceeds ten exceeds five as well, so that five would be no wrong answer."""
_SHARES = (0.83, 1.2, 0.67, 1.4, 0.5, 1.7)
_IN_DEGREES = re.compile(r"_____ ?(?:°|degrees)")
_APART = 0.15
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
    """Values of the library in the same unit, then round multiples; far from one another too."""
    own = [
        fact.expected.low
        for fact in around.facts
        if fact.expected
        and fact.kind == candidate.fact.kind
        and fact.expected.unit == expected.unit
    ]
    kept = [expected.low, expected.high]
    for value in chain(own, (_rounded(expected.high * factor) for factor in _FACTORS)):
        if value > 0 and _is_apart(value, kept) and _is_plausible(value, expected):
            kept.append(value)
            yield value


def _is_apart(value: float, others: Iterable[float]) -> bool:
    return all(max(value, other) >= _FAR * min(value, other) for other in others)


def _is_plausible(value: float, expected: Expected) -> bool:
    return expected.low / _PLAUSIBLE <= value <= expected.high * _PLAUSIBLE


def _rounded(value: float) -> float:
    """As round as people say it: whole below twenty, then in fives, tens, hundreds."""
    step = 1
    while value / step >= 20:  # noqa: PLR2004 - two figures are enough
        step *= 10 if value / step >= 100 else 5 if step == 1 else 2  # noqa: PLR2004 - as above
    return float(round(value / step) * step)


def numbers(candidate: Candidate, _: Surroundings) -> Iterator[str]:
    """Other numbers of the key's size, as exact and written as it is, and none impossible."""
    key = cardinal(candidate.answer) or 0.0
    most = _most(candidate.stem)
    is_least, is_most = _AT_LEAST.search(candidate.stem), _AT_MOST.search(candidate.stem)
    kept, found = [key, *_named_in(candidate.stem)], []
    for factor in _sizes(candidate.stem):
        value = _as_exact(key * factor, candidate.answer)
        is_true_too = (value < key and is_least) or (value > key and is_most)
        if (
            0 < value <= most
            and not is_true_too
            and all(_is_another(value, other) for other in kept)
        ):
            kept.append(value)
            found.append(value)
    for value in balanced(found, key, candidate):
        written = _written(value, candidate.answer)
        if written[0].isdigit() == candidate.answer[0].isdigit():
            yield written


def _sizes(stem: str) -> Sequence[float]:
    """By how much a number of this kind may plausibly differ."""
    if _IN_DEGREES.search(stem):
        return _DEGREES
    return _SHARES if _SHARE.search(stem) else _SIZES


def _is_another(value: float, other: float) -> bool:
    return abs(value - other) >= max(1, _APART * other)


def _most(stem: str) -> float:
    """The largest number that can stand in the gap: of a share, or of a part of a whole."""
    if _SHARE.search(stem):
        return _WHOLE
    whole = _PART_OF.search(stem)
    counted = cardinal(whole.group(1)) if whole else None
    return counted if counted is not None else float("inf")


def _named_in(stem: str) -> list[float]:
    """The numbers that the stem itself names."""
    values = (cardinal(word) for word in re.findall(r"[\w,]*\w", stem))
    return [value for value in values if value]


def _written(value: float, like: str) -> str:
    """The number in the key's own manner: digits, grouped digits, words, with a capital."""
    if like[0].isdigit():
        return f"{value:{',' if ',' in like else ''}.{_decimals(like)}f}"
    words = in_words(int(value))
    return words.capitalize() if like[0].isupper() else words


def _as_exact(value: float, like: str) -> float:
    """The value rounded as the key is: 12,000 to thousands, 163 to units, 26.7 to tenths."""
    digits = like.replace(",", "")
    zeros = len(digits) - len(digits.rstrip("0")) if digits.isdigit() else 0
    zeros = min(zeros, max(len(str(int(value))) - 1, 0))
    return round(value, _decimals(like) - zeros)


def _decimals(like: str) -> int:
    return len(like.partition(".")[2])


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
    fair = {d.code: d for d in chain(alike, _shifted(key)) if not d.agrees_with(key)}
    for code in balanced(list(fair), key.code, candidate):
        yield fair[code].spoken


def _years(candidate: Candidate, key: int, around: Surroundings) -> list[int]:
    """Possible years near the key: of the same articles first, apart from one another."""
    possible = period(candidate, key, around)
    told = (text for c in candidate.fact.citations for text in around.dated.get(c.article, ()))
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

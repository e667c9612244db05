"""Wrong counts and shares: of the key's size, as exact as it is, neither true nor impossible."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.language.numbers import cardinal, in_words
from knowledge.questions.candidates import Candidate
from knowledge.questions.options.measures import balanced
from knowledge.questions.surroundings import Surroundings

_SIZES = (1.3, 0.7, 1.6, 0.5, 2.0, 0.35)
"""Wrong counts are these parts of the key: nobody who wins 11 titles might have won 33."""
_DEGREES = (1.2, 0.8, 1.35, 0.65)
_AGES = (1.2, 0.8, 1.4, 0.6, 0.45)
_OLDEST = 104
"""Years: whoever grew older is told of as the oldest."""
_APART = 0.15
"""Two of the options differ by this part of one of them at least."""
_SHARE = re.compile(r"_____ ?(?:%|per ?cent\b|percentage)")
_IN_DEGREES = re.compile(r"_____ ?(?:°|degrees)")
_PART_OF = re.compile(
    r"_____ (?:(?:\w+ )?(?:out )?of (?:the|its|his|her|their|all) ([\w,]*\w)"
    r"|(?:out )?of ([\d,]*\d)\b)"
)
_PART_BEFORE = re.compile(r"\b([\d,]*\d) (?:out )?of (?:the |its |his |her |their )?_____")
_AT_LEAST = re.compile(r"\b(?:more than|over|exceed\w*|at least|above|beyond) \W{0,2}_____")
_AT_MOST = re.compile(r"\b(?:less than|fewer than|under|below|up to|at most) \W{0,2}_____")
"""What exceeds ten exceeds five as well, so that five would be no wrong answer."""


def numbers(candidate: Candidate, _: Surroundings) -> Iterator[str]:
    """Other numbers that might stand where the key does; none for shares and fractions.

    Of these, whatever lies far enough from the key to be surely wrong is hard to believe.
    """
    if _SHARE.search(candidate.stem) or _decimals(candidate.answer):
        return
    key = cardinal(candidate.answer) or 0.0
    least, most = _bounds(candidate, key)
    kept, found = [key, *_named_in(candidate.stem)], []
    for factor in _sizes(candidate):
        value = _as_exact(key * factor, candidate.answer)
        if least < value <= most and all(_is_another(value, other) for other in kept):
            kept.append(value)
            found.append(value)
    for value in balanced(found, key, candidate):
        written = _written(value, candidate.answer)
        if written[0].isdigit() == candidate.answer[0].isdigit():
            yield written


def _bounds(candidate: Candidate, key: float) -> tuple[float, float]:
    """Above what and up to what a number can be wrong and possible; "one" fits no plural."""
    stem = candidate.stem
    least = key if _AT_LEAST.search(stem) else max(_least(stem), 1 if key > 1 else 0)
    most = _OLDEST if candidate.fact.kind == "death_age" else _most(stem)
    return least, min(key, most) if _AT_MOST.search(stem) else most


def _sizes(candidate: Candidate) -> Sequence[float]:
    """By how much a number of this kind may plausibly differ."""
    if candidate.fact.kind == "death_age":
        return _AGES
    return _DEGREES if _IN_DEGREES.search(candidate.stem) else _SIZES


def _is_another(value: float, other: float) -> bool:
    return abs(value - other) >= max(1, _APART * other)


def _least(stem: str) -> float:
    """The part of the whole that stands in the gap, which is larger: "51 of _____ seats"."""
    part = _PART_BEFORE.search(stem)
    return (cardinal(part[1]) if part else None) or 0.0


def _most(stem: str) -> float:
    """The largest number that can stand in the gap, where it is a part of a whole."""
    whole = _PART_OF.search(stem)
    counted = cardinal(whole[1] or whole[2]) if whole else None
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

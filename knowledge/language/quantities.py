"""Quantities in prose: a value or a range, its unit and its hedge, wherever they stand in a text.

``six-hour``, ``about six hours``, ``more than 360 minutes``, ``between five and six hours`` and
``an hour and a half`` all become the same kind of value. Counted things, ages,
dates and clock times are not read here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.language.numbers import Token, read_cardinal, spelled, tokens
from knowledge.language.units import CURRENCY_SIGNS, Unit, plural, unit

_HEDGES = {
    "about": "about",
    "around": "about",
    "approximately": "about",
    "approx": "about",
    "roughly": "about",
    "some": "about",
    "circa": "about",
    "almost": "almost",
    "nearly": "almost",
    "more than": "more than",
    "over": "more than",
    "above": "more than",
    "upwards of": "more than",
    "less than": "less than",
    "fewer than": "less than",
    "under": "less than",
    "below": "less than",
    "at least": "at least",
    "no less than": "at least",
    "no fewer than": "at least",
    "a minimum of": "at least",
    "at most": "at most",
    "up to": "at most",
    "no more than": "at most",
    "a maximum of": "at most",
    "just over": "more than",
    "just under": "less than",
    "well over": "more than",
    "exactly": "",
    "only": "",
    "just": "",
}
_LONGEST_HEDGE = 3


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value between ``low`` and ``high`` (equal unless a range is given), in ``unit``."""

    start: int
    end: int
    text: str
    low: float
    high: float
    unit: str
    dimension: str
    qualifier: str

    @property
    def bounds(self) -> tuple[float, float]:
        """The range in the base unit of the dimension: seconds, metres, kilograms, or itself."""
        known = unit(self.unit) if self.dimension != "count" else None
        size = known.size if known else 1.0
        return self.low * size, self.high * size


def quantities(text: str) -> list[Quantity]:
    """All measured quantities of the text (durations, lengths, money, …), left to right."""
    return list(_scan(text))


def durations(text: str) -> list[Quantity]:
    """The quantities that say how long something lasts."""
    return [quantity for quantity in quantities(text) if quantity.dimension == "duration"]


def bare_number(text: str, unit_name: str) -> Quantity | None:
    """The number that the whole text gives, taken in the given unit; None for anything else.

    ``"about 6"`` typed where hours are asked for is six hours with its hedge.
    """
    words = [word for word, _, _ in tokens(text)]
    read = _read(words, 0)
    if read is None or read.after != len(words):
        return None
    known = unit(unit_name)
    dimension = known.dimension if known else "count"
    return Quantity(0, len(text), text, read.low, read.high, unit_name, dimension, read.qualifier)


def phrase(low: float, high: float, unit_name: str, qualifier: str = "") -> str:
    """The quantity as prose writes it: ``about six hours``, ``five to six hours``."""
    noun = unit_name if high == 1 or unit(unit_name) is None else plural(unit_name)
    value = spelled(high) if low == high else f"{spelled(low)} to {spelled(high)}"
    return " ".join(part for part in (qualifier, value, noun) if part)


@dataclass(frozen=True, slots=True)
class _Line:
    """A text with its tokens, and their words alone for the grammar."""

    text: str
    tokens: list[Token]
    words: list[str]

    @classmethod
    def of(cls, text: str) -> _Line:
        found = tokens(text)
        return cls(text, found, [word for word, _, _ in found])


@dataclass(frozen=True, slots=True)
class _Number:
    """A number or range with its hedge, read from ``start`` up to the token ``after``."""

    low: float
    high: float
    qualifier: str
    after: int


def _scan(text: str) -> Iterator[Quantity]:
    line = _Line.of(text)
    place = 0
    while place < len(line.words):
        found = _quantity(line, place)
        if found is None:
            place += 1
            continue
        quantity, place = found
        yield quantity


def _quantity(line: _Line, at: int) -> tuple[Quantity, int] | None:
    number = _read(line.words, at)
    if number is None:
        return _one_of_a_unit(line, at)
    sign = _sign_before_number(line.words, at)
    measured = (sign, number.after) if sign else _unit_at(line.words, number.after)
    return _made(line, at, number, measured) if measured else None


def _made(
    line: _Line, at: int, number: _Number, measured: tuple[Unit, int]
) -> tuple[Quantity, int]:
    measure, after = measured
    low, high, after = _with_smaller_unit(line.words, number, measure, after)
    start, end = line.tokens[at][1], line.tokens[after - 1][2]
    quantity = Quantity(
        start,
        end,
        line.text[start:end],
        low,
        high,
        measure.name,
        measure.dimension,
        number.qualifier,
    )
    return quantity, after


def _read(plain: Sequence[str], at: int) -> _Number | None:
    """``[hedge] [between] number [to|-|and|or number]``."""
    qualifier, place = _hedge(plain, at)
    between = _word(plain, place) in {"between", "from"}
    place += between
    place += _word(plain, place) in CURRENCY_SIGNS
    first = read_cardinal(plain, place)
    if first is None:
        return None
    low, after = first
    joiner = _word(plain, after)
    if joiner in {"to", "-", "–", "—", "or"} or (between and joiner == "and"):
        skip = after + 1 + (_word(plain, after + 1) in CURRENCY_SIGNS)
        second = read_cardinal(plain, skip)
        if second and second[0] > low:
            return _Number(low, second[0], qualifier, second[1])
    return None if between else _Number(low, low, qualifier, after)


def _hedge(words: Sequence[str], at: int) -> tuple[str, int]:
    for length in range(_LONGEST_HEDGE, 0, -1):
        candidate = " ".join(words[at : at + length])
        if candidate in _HEDGES and len(words) > at + length:
            return _HEDGES[candidate], at + length
    return "", at


def _word(words: Sequence[str], place: int) -> str:
    return words[place] if place < len(words) else ""


def _unit_at(plain: Sequence[str], place: int) -> tuple[Unit, int] | None:
    """The unit at the place, through a hyphen and in one or two words, and the place after it."""
    place += _word(plain, place) in {"-", "\u2011"}
    two = unit(f"{_word(plain, place)} {_word(plain, place + 1)}")
    if two:
        return two, place + 2
    one = unit(_word(plain, place)) if _word(plain, place) not in CURRENCY_SIGNS else None
    if one:
        return one, place + 1
    return (_PERCENT, place + 2) if _two(plain, place) == "per cent" else None


def _two(words: Sequence[str], place: int) -> str:
    return f"{_word(words, place)} {_word(words, place + 1)}"


def _sign_before_number(plain: Sequence[str], at: int) -> Unit | None:
    _, place = _hedge(plain, at)
    place += _word(plain, place) in {"between", "from"}
    word = _word(plain, place)
    return unit(word) if word in CURRENCY_SIGNS else None


def _one_of_a_unit(line: _Line, at: int) -> tuple[Quantity, int] | None:
    """``an hour``, ``a year and a half``: one of a unit of time."""
    plain = line.words
    qualifier, place = _hedge(plain, at)
    if _word(plain, place) not in {"a", "an"}:
        return None
    measure = unit(_word(plain, place + 1))
    if measure is None or measure.dimension != "duration":
        return None
    after, value = place + 2, 1.0
    if plain[after : after + 3] == ["and", "a", "half"]:
        after, value = after + 3, 1.5
    return _made(line, at, _Number(value, value, qualifier, after), (measure, after))


def _with_smaller_unit(
    plain: Sequence[str], number: _Number, measure: Unit, after: int
) -> tuple[float, float, int]:
    """``five hours (and) 30 minutes``: the value in the first unit, and the place behind."""
    place = after + (_word(plain, after) == "and")
    rest = read_cardinal(plain, place) if measure.dimension == "duration" else None
    smaller = _unit_at(plain, rest[1]) if rest else None
    same = smaller is not None and smaller[0].dimension == measure.dimension
    if rest is None or smaller is None or not same or smaller[0].size >= measure.size:
        return number.low, number.high, after
    extra = rest[0] * smaller[0].size / measure.size
    return number.low + extra, number.high + extra, smaller[1]


_PERCENT = Unit("percent", "share", 1.0)

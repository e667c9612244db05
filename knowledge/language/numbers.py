"""Cardinal and ordinal numbers, in words and in digits, read both ways. Knows no units."""

from __future__ import annotations

import re
from collections.abc import Sequence

# fmt: off
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINAL_SMALL = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
    "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
    "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)
_ORDINAL_TENS = (
    "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth",
    "ninetieth",
)
# fmt: on

_UNITS = {word: value for value, word in enumerate(_SMALL)}
_TENFOLD = {word: 10 * (place + 2) for place, word in enumerate(_TENS)}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_GROUPS = {"dozen": 12, "score": 20, "couple": 2, "pair": 2}
_FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4, "thirds": 1 / 3}
_SIGNS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}
_ORDINALS = {word: value for value, word in enumerate(_ORDINAL_SMALL)} | {
    word: 10 * (place + 2) for place, word in enumerate(_ORDINAL_TENS)
}

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_ORDINAL_DIGITS = re.compile(r"(\d+)(?:st|nd|rd|th)", re.IGNORECASE)
_TOKEN = re.compile(
    r"\d+(?:st|nd|rd|th)\b|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|\d+(?:\.\d+)?"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?|\S",
    re.IGNORECASE,
)

Token = tuple[str, int, int]
"""A lower-case word, number or mark with its start and end in the text."""


def tokens(text: str) -> list[Token]:
    """The words, numbers and marks of the text; hyphens stand alone, so ``six-hour`` is three."""
    return [(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def read_cardinal(words: Sequence[str], at: int = 0) -> tuple[float, int] | None:
    """The number that begins at ``words[at]`` and the place after it, or None.

    Understands ``5``, ``1,200``, ``2.5 million``, ``two hundred and five``, ``twenty-one``,
    ``five and a half``, ``5½``, ``half a dozen``, ``a couple of``.
    """
    found = _digits(words, at) or _group(words, at) or _words(words, at)
    if found is None:
        return None
    value, after = found
    value, after = _scaled(words, value, after)
    return _with_fraction(words, value, after)


def cardinal(text: str) -> float | None:
    """The number that the whole text spells, or None."""
    words = [word for word, _, _ in tokens(text)]
    found = read_cardinal(words) if words else None
    return found[0] if found and found[1] == len(words) else None


def ordinal(text: str) -> int | None:
    """The rank that the whole text spells (``third``, ``21st``, ``forty-second``), or None."""
    word = text.strip().lower().replace(" ", "-")
    digits = _ORDINAL_DIGITS.fullmatch(word)
    if digits:
        return int(digits.group(1))
    tens, _, unit = word.partition("-")
    if unit and tens in _TENFOLD and 0 < _ORDINALS.get(unit, 0) < 10:  # noqa: PLR2004 - a digit
        return _TENFOLD[tens] + _ORDINALS[unit]
    return _ORDINALS.get(word)


def spelled(value: float) -> str:
    """The number as prose writes it: words up to twelve, halves in words, digits beyond."""
    whole = int(value)
    if value == whole and 0 <= whole <= 12:  # noqa: PLR2004 - the usual limit in prose
        return _SMALL[whole]
    if value - whole == 1 / 2 and 0 < whole <= 12:  # noqa: PLR2004 - the usual limit in prose
        return f"{_SMALL[whole]} and a half"
    return f"{whole:,}" if value == whole else f"{value:,.10g}"


def in_words(value: int) -> str:
    """The number in words below a hundred, in grouped digits beyond."""
    if value < len(_SMALL):
        return _SMALL[value]
    tens, unit = divmod(value, 10)
    if tens >= 10:  # noqa: PLR2004 - from a hundred on
        return f"{value:,}"
    return _TENS[tens - 2] + (f"-{_SMALL[unit]}" if unit else "")


def _at(words: Sequence[str], place: int) -> str:
    return words[place] if place < len(words) else ""


def _digits(words: Sequence[str], at: int) -> tuple[float, int] | None:
    word = _at(words, at)
    if word in _SIGNS:
        return _SIGNS[word], at + 1
    if not _DIGITS.fullmatch(word):
        return None
    return float(word.replace(",", "")), at + 1


def _group(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """``a dozen``, ``a couple of``, ``half a dozen``, ``half an`` (hour), ``a`` (hundred)."""
    word, following = _at(words, at), _at(words, at + 1)
    if word == "half" and following in {"a", "an"}:
        dozen = _at(words, at + 2) in _GROUPS
        return (6.0, at + 3) if dozen else (0.5, at + 2)
    if word in {"a", "an"} and following in _GROUPS:
        after = at + 2 + (_at(words, at + 2) == "of")
        return float(_GROUPS[following]), after
    if word in {"a", "an"} and (following in _SCALES or following == "hundred"):
        return _words([*words[:at], "one", *words[at + 1 :]], at)
    return None


def _words(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """A number in words, by the usual grammar of hundreds and thousands."""
    total, current, place = 0, _below_hundred(words, at), at
    if current is None:
        return None
    value, place = current
    while True:
        word = _at(words, place)
        if word == "hundred":
            value, place = value * 100, place + 1
        elif word == "thousand":
            total, value, place = total + value * _SCALES[word], 0, place + 1
        else:
            return float(total + value), place
        following = place + (_at(words, place) == "and")
        rest = _below_hundred(words, following)
        if rest and _at(words, rest[1]) not in _FRACTIONS:
            value, place = value + rest[0], rest[1]


def _below_hundred(words: Sequence[str], at: int) -> tuple[int, int] | None:
    word = _at(words, at)
    if word in _UNITS:
        return _UNITS[word], at + 1
    if word not in _TENFOLD:
        return None
    unit_at = at + 1 + (_at(words, at + 1) == "-")
    unit = _UNITS.get(_at(words, unit_at), 0)
    return (_TENFOLD[word] + unit, unit_at + 1) if 0 < unit < 10 else (_TENFOLD[word], at + 1)  # noqa: PLR2004 - a digit


def _scaled(words: Sequence[str], value: float, after: int) -> tuple[float, int]:
    scale = _SCALES.get(_at(words, after))
    return (value * scale, after + 1) if scale else (value, after)


def _with_fraction(words: Sequence[str], value: float, after: int) -> tuple[float, int]:
    if _at(words, after) in _SIGNS:
        return value + _SIGNS[words[after]], after + 1
    if _at(words, after) != "and":
        return value, after
    count = {"a": 1, "one": 1, "two": 2, "three": 3}.get(_at(words, after + 1), 0)
    part = _FRACTIONS.get(_at(words, after + 2), 0.0)
    return (value + count * part, after + 3) if count and part else (value, after)

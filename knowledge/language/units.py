"""The units that quantities are measured in, their dimensions and their sizes.

Knows durations, lengths, areas, masses, money, shares and degrees; anything else is a count.
"""

from __future__ import annotations

from dataclasses import dataclass

DAY = 86_400.0
YEAR = 365.25 * DAY


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit under its singular name; ``size`` is counted in the dimension's base unit."""

    name: str
    dimension: str
    size: float


_SIZES = {
    "duration": {  # seconds
        "second": 1.0,
        "minute": 60.0,
        "hour": 3_600.0,
        "day": DAY,
        "week": 7 * DAY,
        "month": YEAR / 12,
        "year": YEAR,
        "decade": 10 * YEAR,
        "century": 100 * YEAR,
        "millennium": 1_000 * YEAR,
    },
    "length": {  # metres
        "millimetre": 0.001,
        "centimetre": 0.01,
        "metre": 1.0,
        "kilometre": 1_000.0,
        "inch": 0.0254,
        "foot": 0.3048,
        "yard": 0.9144,
        "mile": 1_609.344,
    },
    "area": {  # square metres
        "hectare": 10_000.0,
        "acre": 4_046.8564224,
        "square metre": 1.0,
        "square kilometre": 1e6,
        "square foot": 0.09290304,
        "square mile": 2_589_988.110336,
    },
    "mass": {  # kilograms
        "gram": 0.001,
        "kilogram": 1.0,
        "tonne": 1_000.0,
        "pound": 0.45359237,
        "ounce": 0.028349523125,
    },
    "money": {"dollar": 1.0, "euro": 1.0, "pound sterling": 1.0, "yen": 1.0, "yuan": 1.0},
    "share": {"percent": 1.0},
    "temperature": {"degree": 1.0},
}

_SPELLINGS = {
    "sec": "second",
    "secs": "second",
    "min": "minute",
    "mins": "minute",
    "h": "hour",
    "hr": "hour",
    "hrs": "hour",
    "yr": "year",
    "yrs": "year",
    "centuries": "century",
    "millennia": "millennium",
    "mm": "millimetre",
    "cm": "centimetre",
    "km": "kilometre",
    "ft": "foot",
    "feet": "foot",
    "inches": "inch",
    "kg": "kilogram",
    "meter": "metre",
    "meters": "metre",
    "kilometer": "kilometre",
    "kilometers": "kilometre",
    "centimeter": "centimetre",
    "centimeters": "centimetre",
    "millimeter": "millimetre",
    "millimeters": "millimetre",
    "lb": "pound",
    "lbs": "pound",
    "%": "percent",
    "$": "dollar",
    "€": "euro",
    "£": "pound sterling",
    "¥": "yen",
}

_UNITS = {
    name: Unit(name, dimension, size)
    for dimension, sizes in _SIZES.items()
    for name, size in sizes.items()
}

CURRENCY_SIGNS = frozenset("$€£¥")


def unit(word: str) -> Unit | None:
    """The unit that a singular, plural or abbreviated word means, or None."""
    lowered = word.lower()
    name = _SPELLINGS.get(lowered, lowered)
    return _UNITS.get(name) or _UNITS.get(name.removesuffix("s"))


def plural(name: str) -> str:
    """The plural of a unit's name: ``hours``, ``centuries``, ``feet``, ``percent``."""
    irregular = {
        "century": "centuries",
        "millennium": "millennia",
        "foot": "feet",
        "inch": "inches",
        "percent": "percent",
        "yen": "yen",
        "yuan": "yuan",
        "square foot": "square feet",
        "pound sterling": "pounds",
    }
    return irregular.get(name, f"{name}s")

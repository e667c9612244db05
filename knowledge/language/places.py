"""Which country a name, demonym or capital means, and which countries lie near one another.

Knows listed places only; what an unlisted name means, other evidence must tell.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from knowledge.language.gazetteers import CAPITALS, COUNTRY_NAMES, DEMONYMS, PLACES

_PLACES = Path(__file__).parent / "lists" / "places.tsv"
_REGIONS = Path(__file__).with_name("regions.tsv")
_MORE_THAN_A_CAPITAL = frozenset({"Victoria"})
"""Capitals whose names mostly mean something larger: a state, a queen."""


def country(word: str) -> str | None:
    """The usual name of the country that a name or demonym means (``"U.S."``), or None."""
    plain = _plain(word)
    return COUNTRY_NAMES.get(plain) or DEMONYMS.get(plain)


def country_named(name: str) -> str | None:
    """The usual name of the country that a name (never a demonym) means, or None."""
    return COUNTRY_NAMES.get(_plain(name))


def capital_of(city: str) -> str | None:
    """The country whose capital the city is, or None."""
    return "United States" if city == "Washington" else CAPITALS.get(city)


def place_kind(name: str) -> str | None:
    """``country``, ``city``, ``state`` or ``region`` for a listed place, or None."""
    if country_named(name):
        return "country"
    if capital_of(name) and name not in _MORE_THAN_A_CAPITAL:
        return "city"
    kinds = (kind for kind in ("city", "state", "region") if _plain(name) in PLACES[kind])
    return next(kinds, None)


def with_article(name: str) -> str:
    """The name of a country as prose writes it: ``the United States``, ``China``."""
    plural = name.endswith(("States", "Kingdom", "Netherlands", "Philippines", "Emirates"))
    return f"the {name}" if plural or "Republic" in name or name.endswith("Union") else name


@cache
def neighbours(name: str) -> tuple[str, ...]:
    """The countries in the same part of the world, the best known first, without itself."""
    near = (other for region in _regions() if name in region for other in region)
    return tuple(dict.fromkeys(other for other in near if other != name))


@cache
def cities_near(name: str) -> tuple[str, ...]:
    """Listed cities in the same part of the world, without the city itself."""
    near = next((cities for cities in _cities() if name in cities), ())
    return tuple(city for city in near if city != name)


@cache
def _cities() -> tuple[tuple[str, ...], ...]:
    rows = (line.split("\t") for line in _PLACES.read_text(encoding="utf-8").splitlines())
    return tuple(tuple(row[1].split("|")) for row in rows if row[0] == "city")


@cache
def _regions() -> tuple[tuple[str, ...], ...]:
    lines = _REGIONS.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")[1].split("|")) for line in lines if line[0] != "#")


def _plain(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")

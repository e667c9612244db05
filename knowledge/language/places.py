"""Which country a name, demonym or capital means, and which places lie near one another.

Knows listed places only; what an unlisted name means, other evidence must tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.language.gazetteers import CAPITALS, COUNTRY_NAMES, DEMONYMS, HOMES, PLACES
from knowledge.language.wholes import stands_in

_CITIES = Path(__file__).with_name("cities.tsv")
_BESIDE = Path(__file__).with_name("beside.tsv")
_REGIONS = Path(__file__).with_name("regions.tsv")
_SINCE = Path(__file__).with_name("since.tsv")
_TERRITORIES = frozenset({"Hong Kong", "Greenland", "Puerto Rico", "Tibet", "Macau", "Gibraltar"})
"""Listed with the countries for their demonyms; nobody asks in which country they are one."""
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


def nations_in(text: str) -> frozenset[str]:
    """The countries whose names or demonyms stand in the text."""
    words = re.findall(r"\b[A-Z]\w+(?: [A-Z]\w+)?", text)
    found = (country(part) for word in words for part in (word, *word.split()))
    return frozenset(name for name in found if name)


def place_kind(name: str) -> str | None:
    """``country``, ``city``, ``state`` or ``region`` for a listed place, or None."""
    if country_named(name):
        return "region" if name in _TERRITORIES else "country"
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
    """Other countries of the same part of the world: those listed beside it, then the others."""
    near = (other for region in _regions() if name in region for other in region)
    found = (*_beside().get(name, ()), *near)
    return tuple(dict.fromkeys(other for other in found if other != name))


def cities_beside(city: str, said: str) -> tuple[str, ...]:
    """Other cities of the state or country in which ``said`` places the city, or else it lies.

    Nothing for a city that is not listed, or for one of several whose place ``said`` leaves open.
    """
    rows = [row for row in _cities() if city in row.cities]
    told = [row for row in rows if row.state and stands_in(row.state, said)]
    if not told and len({row.country for row in rows}) > 1:
        rows = [row for row in rows if stands_in(row.country, said)]
    chosen = told or [row for row in rows if row.state] or rows
    return tuple(c for c in chosen[0].cities if c != city) if len(chosen) == 1 else ()


def cities_are_told(city: str, whole: str) -> bool:
    """Whether the lists tell which cities lie in the state or country where this one lies."""
    rows = (row for row in _cities() if city in row.cities)
    return any(whole in {row.state, row.country} for row in rows)


def country_of_city(city: str) -> str | None:
    """The country in which a listed city lies, or None when none or several do."""
    found = {row.country for row in _cities() if city in row.cities}
    return next(iter(found)) if len(found) == 1 else None if found else capital_of(city)


def is_known_to_lie_in(place: str, region: str) -> bool:
    """Whether everybody knows that the place lies in the state or region."""
    by_row = any(row.state == region and place in row.cities for row in _cities())
    return by_row or place in HOMES.get(region, ())


def existed(place: str, year: int) -> bool:
    """Whether the country or city of today could be named in a sentence about the year."""
    return _since().get(place, 0) <= year


@dataclass(frozen=True, slots=True)
class _Row:
    country: str
    state: str
    cities: tuple[str, ...]


@cache
def _cities() -> tuple[_Row, ...]:
    rows = (line.split("\t") for line in _listed(_CITIES))
    return tuple(_Row(country, state, tuple(cities.split("|"))) for country, state, cities in rows)


@cache
def _since() -> dict[str, int]:
    rows = (line.split("\t") for line in _listed(_SINCE))
    return {name: int(year) for year, names in rows for name in names.split("|")}


@cache
def _beside() -> dict[str, tuple[str, ...]]:
    rows = (line.split("\t") for line in _listed(_BESIDE))
    return {name: tuple(others.split("|")) for name, others in rows}


@cache
def _regions() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split("\t")[1].split("|")) for line in _listed(_REGIONS))


def _listed(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _plain(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")

"""When and where it was that somebody was born or died, from what stands behind the verb.

What follows "where", "who" or a semicolon belongs to something else; of what is told as probable
nothing is taken.
"""

from __future__ import annotations

import re

from knowledge.facts.reading.marked import END, Found, Marked, named, pattern
from knowledge.language.dates import PartialDate
from knowledge.language.names import Name
from knowledge.language.places import place_kind

_TAIL_ENDS = re.compile(
    r";|\b(?:where|who|whose|which|when|while|but|because|although|as|to|and)\b"
    r"|, (?:the|his|her)\b|[.](?=\s|$)"
)
_BUILDINGS = (
    "House|Hall|Palace|Castle|Manor|Lodge|Hospital|Clinic|Prison|Gate|Street|Road|Square|Mill|Farm"
    "|Cottage|Villa|Priory|Sanatorium|Asylum"
)
_BUILDING = re.compile(
    rf"\b(?:{_BUILDINGS})$|^(?:Villa|Casa|Château|Schloss|Palazzo|Palais|Hotel|Hôtel|Haus|Maison)\b"
)
_ENDS = rf"(?:{END}|(?=\s*$| (?:into|to|of|[a-z]+ (?:years|months|weeks|days) later)\b))"
_PARTS = "district|quarter|suburb|neighbou?rhood|section|parish|area"
_IN_A_TOWN = (
    rf"(?:the (?:⟦[^d]\d+⟧ (?:{_PARTS}) of |(?:[a-z]+ )?(?:city|town|village|island) of ))?"
    rf"<found:spot>{_ENDS}"
)
"""Nobody is born in a person: a town was taken for one who is called like it."""
_NOTHING_BEFORE = (
    r"^(?:(?!\b(?:in|at|on) (?:the )?(?:[a-z ]+ of )?"
    r"(?:[A-Z][^,⟦]*|⟦[^d]\d+⟧(?: [a-z]+ [A-Z⟦][^,]*)?),"
    rf"|\b(?:in|at) [A-Z](?:(?!\b(?:{_BUILDINGS})\b)[^,⟦])* in ⟦).)*?"
)
"""Where a place stands before that was not read, what follows is only what it lies in."""
_IN_A_PLACE = rf"{_NOTHING_BEFORE}\b(?:in|at) {_IN_A_TOWN}"
_ON_AN_ISLAND = rf"{_NOTHING_BEFORE}\bon (?:the island of )?<found:place>{_ENDS}"
_ISLAND = re.compile(r"\b(?:Islands?|Isle|Peninsula)\b")
"""Nobody is born on a Good Friday as on an island."""
_TOWN_OF_IT = rf"(?:,| in|, in) {_IN_A_TOWN}"
_WIDE = frozenset({"state", "region", "country"})
_COUNTY = re.compile(
    r"[a-z]shire$|\b(?:County|Province|Prefecture|Region|District|Department)$"
    r"|^(?:Norfolk|Suffolk|Essex|Kent|Surrey|Sussex|Dorset|Devon|Cornwall|Somerset|Cumbria)$"
)
"""Of a house in a county, the county is no town."""
_BESIDE = re.compile(r"\b(?:near|outside|north|south|east|west)(?:-\w+)? ")
_OR = re.compile(r"⟧ or (?:(?:in|at) )?⟦[^d]")
"""Beside a town nobody is born in it, and of two towns in one only."""
_DAY = r"<found:date>"
_HEDGED = re.compile(r"\b(?:after|before|by|until|about|around|circa|c\.|ca\.|between) ⟦d")
_PERHAPS = re.compile(
    r"\b(?:probably|possibly|perhaps|apparently|presumably|reportedly|allegedly|supposedly"
    r"|it is (?:said|thought|believed)|said to|thought to|believed to|may have|either)\b"
)


def tail_of(found: Found) -> str:
    """What is told of the verb that ends the match, before anything else begins."""
    return _TAIL_ENDS.split(found.after)[0]


def is_perhaps(text: str) -> bool:
    """Whether what stands before something makes it no more than probable."""
    return _PERHAPS.search(text) is not None


def year_in(found: Found, tail: str) -> str:
    """The year that the tail gives, in four digits, or nothing."""
    told = None if _HEDGED.search(tail) else pattern(_DAY).search(tail)
    if told is None or is_perhaps(tail[: told.start()]):
        return ""
    day = named(found.within, told["found"])
    return f"{day.year:04d}" if isinstance(day, PartialDate) and day.year else ""


def place_in(found: Found, tail: str) -> Name | None:
    """The place that the tail gives first, if the sentence is sure of it."""
    if _OR.search(tail):
        return None
    island = _first(found, _ON_AN_ISLAND, tail)
    if island and (island.kind in {"country", "region"} or _ISLAND.search(island.text)):
        return island
    return _first(found, _IN_A_PLACE, tail)


def _first(found: Found, wording: str, tail: str) -> Name | None:
    told = pattern(wording).search(tail)
    before = tail[: told.start("found")] if told else ""
    is_sure = told and not _BESIDE.search(before) and not is_perhaps(before)
    return _place(found.within, told["found"]) if told and is_sure else None


def is_building(place: Name) -> bool:
    """Whether the place is a house or a castle, and no town that is called like one."""
    return _BUILDING.search(place.text) is not None and not place_kind(place.text)


def town_of(found: Found, building: Name, tail: str) -> Name | None:
    """The town in which a building is told to stand."""
    mark = rf"⟦\w{found.within.names.index(building)}⟧"
    told = pattern(mark + _TOWN_OF_IT).search(tail)
    town = _place(found.within, told["found"]) if told else None
    return town if town and town.kind not in _WIDE and not _COUNTY.search(town.text) else None


def _place(within: Marked, mark: str) -> Name | None:
    place = named(within, mark)
    return place if isinstance(place, Name) else None

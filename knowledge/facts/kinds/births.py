"""When and where somebody was born.

Requires a known person as the one who was born.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.marked import Found, Marked
from knowledge.facts.reading.occasions import is_building, place_in, tail_of, town_of, year_in
from knowledge.facts.reading.whereabouts import asked_of
from knowledge.facts.statements import Statement
from knowledge.models import Expected

_RAISED = r"(?: and (?:raised|brought up|grew up))?"
_BORN = rf"<who:person> was born\b{_RAISED}"
_BORN_ASIDE = rf"<who:person>, born\b{_RAISED}"
_ASIDE_ENDS = re.compile(r",(?! (?:in |at |on )?⟦)")
_BORN_LATER = (
    r"<who:person> (?:is|was) an? (?:(?!\b(?:who|whose)\b)[^;.⟦]|⟦[^p]\d+⟧){0,80}? born\b"
)
_BORN_FIRST = r"^Born (?P<tail>[^⟦;]*(?:⟦[^p]\d+⟧[^⟦;]*){1,5}?), <who:person>"


def statements(marked: Marked) -> Iterator[Statement]:
    """What the sentence says of a person's birth."""
    for wording in (_BORN, _BORN_LATER):
        for found in marked.find(wording):
            yield from _birth(found, tail_of(found))
    for found in marked.find(_BORN_ASIDE):
        yield from _birth(found, _ASIDE_ENDS.split(tail_of(found))[0])
    for found in marked.find(_BORN_FIRST):
        yield from _birth(found, found.group("tail"))


def _birth(found: Found, tail: str) -> Iterator[Statement]:
    person, source = found.person("who"), found.within.citation
    if year := year_in(found, tail):
        expected = Expected("date", date=year)
        yield Statement("birth", {"who": person}, ("birth", person), year, expected, source)
    place = place_in(found, tail)
    if place and is_building(place):
        # where somebody was born, the house is told of itself
        place = town_of(found, place, tail) or place
    if place:
        yield Statement(
            "birth_place",
            {"who": person, **asked_of(place)},
            ("birth_place", person),
            place.text,
            Expected("name", names=(place.text,)),
            source,
        )

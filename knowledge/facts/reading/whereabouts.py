"""What kind of place a name is asked for as: a city, a country, a state of a federation.

Knows listed places only; counties and old provinces that lists call states are asked by "where".
"""

from __future__ import annotations

from knowledge.language.names import Name
from knowledge.language.places import neighbours

_OF_PROVINCES = "Ontario"


def asked_as(place: Name) -> str:
    """``city``, ``country`` or ``state``; nothing where the name does not surely mean one."""
    if place.kind == "state":
        sisters = neighbours(place.text)
        return "state" if sisters and _OF_PROVINCES not in (place.text, *sisters) else ""
    return place.kind if place.kind in {"city", "country"} else ""


def asked_of(place: Name) -> dict[str, str]:
    """How a question begins whose answer is the place, and what kind of answer it is."""
    sort = asked_as(place)
    asked, answer_kind = (f"In which {sort}", sort) if sort else ("Where", "name")
    return {"asked": asked, "answer_kind": answer_kind}

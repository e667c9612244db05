"""The kinds of names, and what the gazetteers tell of a name by its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from knowledge.language import gazetteers

PERSON: Final = "PERSON"
PEOPLE: Final = "NORP"
AREA: Final = "GPE"
PLACE: Final = "LOC"
ORGANISATION: Final = "ORG"
EVENT: Final = "EVENT"
OTHER: Final = "MISC"
DATE: Final = "DATE"
UNKNOWN: Final = ""
"""A name whose kind is not known: nothing is to be learnt from it."""


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled span of words in a sentence, ``end`` exclusive."""

    start: int
    end: int
    name: str


def kind_of_listed(parts: list[str], *, has_title: bool) -> str:
    """What a name of these words is by the lists; ``has_title`` when a title stands before it."""
    text = " ".join(parts)
    places = gazetteers.PLACES
    if text in gazetteers.COUNTRY_NAMES or text in places["city"] | places["state"]:
        return AREA
    if text in places["region"]:
        return PLACE
    if text in gazetteers.CAPITALS:
        return AREA
    if text in gazetteers.ORGANISATIONS:
        return ORGANISATION
    if "of" not in parts and (has_title or _is_listed_person(parts)):
        return PERSON
    return _kind_by_last_word(parts)


def _is_listed_person(parts: list[str]) -> bool:
    """A given name and at most two more words, or a given or family name alone."""
    is_given = parts[0] in gazetteers.GIVEN_NAMES
    if len(parts) == 1:
        return is_given or parts[0] in gazetteers.FAMILY_NAMES
    is_company = parts[-1] in gazetteers.ORGANISATION_SUFFIXES
    return is_given and len(parts) in (2, 3) and not is_company


def _kind_by_last_word(parts: list[str]) -> str:
    """The kind that the head of a longer name shows: its last word, or the one before "of"."""
    head = parts[parts.index("of") - 1] if "of" in parts[1:] else parts[-1]
    if len(parts) == 1:
        return UNKNOWN
    kinds = gazetteers.KIND_WORDS
    if head in kinds["event"]:
        return EVENT
    if head in kinds["place"] and (head == parts[-1] or head not in ("House", "Hall")):
        return PLACE
    if head in gazetteers.ORGANISATION_SUFFIXES:
        return ORGANISATION
    return AREA if head in kinds["area"] else UNKNOWN


def kind_of_place(text: str) -> str:
    """Whether a place is an area with people and a border, or another place."""
    words = text.split()
    first, last = words[0], words[-1]
    kinds = gazetteers.KIND_WORDS
    if any(character.isdigit() for character in text):
        return PLACE
    is_place = {first, last} & kinds["place"] or text in gazetteers.PLACES["region"]
    return PLACE if is_place and last not in kinds["area"] else AREA

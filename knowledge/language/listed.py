"""What the gazetteers know of names: those that the pipeline overlooked, and kinds it mistook.

Overlooked names are proper nouns and adjectives that belong to no name yet. A kind is corrected
only where the words of the name leave no doubt: a listed area, or a last word such as University.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from knowledge.language import gazetteers
from knowledge.language.labels.kinds import (
    AREA,
    ORGANISATION,
    PEOPLE,
    PERSON,
    PLACE,
    UNKNOWN,
    kind_of_listed,
)

if TYPE_CHECKING:
    from knowledge.language.pipeline import Token

_AREAS: Final = (
    frozenset(gazetteers.COUNTRY_NAMES)
    | frozenset(gazetteers.CAPITALS)
    | gazetteers.PLACES["city"]
    | gazetteers.PLACES["state"]
)
_LONGEST_NAME: Final = 5
"""Words: "Saint Vincent and the Grenadines"."""

_PROPER: Final = ("NNP", "NNPS")
_ENDS_A_NAME: Final = (*_PROPER, "JJ")


def with_listed_names(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The sentence with the listed names labelled too, and undoubted kinds put right."""
    labelled = list(tokens)
    for start, end in name_spans(tokens):
        label = _undoubted(tokens, start, end)
        for index in range(start, end):
            labelled[index] = replace(labelled[index], entity=label)
    start = 0
    while start < len(tokens):
        end, label = _name_at(tokens, start)
        for index in range(start, end):
            iob = "B" if index == start else "I"
            labelled[index] = replace(labelled[index], entity=label, entity_iob=iob)
        start = max(end, start + 1)
    return tuple(labelled)


def name_spans(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """Where each labelled name starts and ends."""
    start = 0
    while start < len(tokens):
        end = start + 1
        if tokens[start].entity:
            while end < len(tokens) and tokens[end].entity_iob == "I":
                end += 1
            yield start, end
        start = end


def _undoubted(tokens: tuple[Token, ...], start: int, end: int) -> str:
    label = tokens[start].entity
    parts = [token.text for token in tokens[start:end]]
    listed = kind_of_listed(parts, has_title=False)
    if len(parts) == 1:
        return listed if _is_undoubted_word(parts[0], listed, label) else label
    is_person = label == PERSON and parts[0] in gazetteers.GIVEN_NAMES
    return label if listed in (UNKNOWN, PERSON) or is_person else listed


def _is_undoubted_word(word: str, listed: str, label: str) -> bool:
    """Whether the list is to be believed against the label: Jordan and Chelsea are doubtful."""
    if listed == AREA:
        return label not in (PERSON, ORGANISATION)
    if listed == ORGANISATION:
        return label != PERSON and (word.isupper() or word in gazetteers.ORGANISATION_SUFFIXES)
    return listed == PERSON and label in (AREA, PLACE, PEOPLE)


def _name_at(tokens: tuple[Token, ...], start: int) -> tuple[int, str]:
    """Where the longest listed name that begins here ends, and its label; or ``start``."""
    if not _is_free(tokens, start - 1, start + 1):
        return start, ""
    for end in range(min(len(tokens), start + _LONGEST_NAME), start, -1):
        tag = tokens[end - 1].tag
        if tag not in _ENDS_A_NAME:
            continue
        label = _label(" ".join(token.text for token in tokens[start:end]), tag)
        if label and _is_free(tokens, start, end + 1):
            return end, label
    return start, ""


def _is_free(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether no name is here, and none touches it that the listed word may be a part of."""
    return all(not token.entity for token in tokens[max(0, start) : end])


def _label(text: str, tag: str) -> str:
    if tag in _PROPER and text in _AREAS:
        return AREA
    if tag in _PROPER and text in gazetteers.PLACES["region"]:
        return PLACE
    names_people = {text, text.removesuffix("s")} & gazetteers.NATIONS_AND_PEOPLES
    return PEOPLE if names_people else ""

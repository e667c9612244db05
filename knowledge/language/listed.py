"""Names that the gazetteers know and the pipeline overlooked: countries, cities, peoples.

Only proper nouns and adjectives that belong to no name yet are looked at; what the pipeline
has labelled stays as it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from knowledge.language import gazetteers

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


def with_listed_names(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The sentence with the listed names labelled too."""
    labelled = list(tokens)
    start = 0
    while start < len(tokens):
        end, label = _name_at(tokens, start)
        for index in range(start, end):
            iob = "B" if index == start else "I"
            labelled[index] = replace(labelled[index], entity=label, entity_iob=iob)
        start = max(end, start + 1)
    return tuple(labelled)


def _name_at(tokens: tuple[Token, ...], start: int) -> tuple[int, str]:
    """Where the longest listed name that begins here ends, and its label; or ``start``."""
    if not _is_free(tokens, start - 1, start + 1):
        return start, ""
    for end in range(min(len(tokens), start + _LONGEST_NAME), start, -1):
        label = _label(" ".join(token.text for token in tokens[start:end]), tokens[end - 1].tag)
        if label and _is_free(tokens, start, end + 1):
            return end, label
    return start, ""


def _is_free(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether no name is here, and none touches it that the listed word may be a part of."""
    return all(not token.entity for token in tokens[max(0, start) : end])


def _label(text: str, tag: str) -> str:
    if tag in _PROPER and text in _AREAS:
        return "GPE"
    if tag in _PROPER and text in gazetteers.PLACES["region"]:
        return "LOC"
    singular = text.removesuffix("s")
    names_people = {text, singular} & (gazetteers.DEMONYMS.keys() | gazetteers.PEOPLES)
    return "NORP" if names_people and tag in (*_PROPER, "JJ") else ""

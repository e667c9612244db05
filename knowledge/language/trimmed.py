"""Names cut to what names are made of: no title or mark before them, no common words alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from knowledge.language import gazetteers
from knowledge.language.labels.kinds import DATE, PEOPLE, PERSON
from knowledge.language.listed import name_spans

if TYPE_CHECKING:
    from knowledge.language.pipeline import Token

_LONGEST_TITLE: Final = 3
"""Words: "Secretary of State"."""

_PROPER: Final = frozenset({"NNP", "NNPS"})


def with_trimmed_names(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The sentence with titles taken off persons, and labels off what is no name at all."""
    tokens = _without_offices(tokens)
    labelled = list(tokens)
    for start, end in name_spans(tokens):
        first = _own_start(tokens, start, end)
        first = first if _is_name(tokens[first:end]) else end
        for index in range(start, first):
            labelled[index] = replace(labelled[index], entity="", entity_iob="O")
        if first < end:
            labelled[first] = replace(labelled[first], entity_iob="B")
    return tuple(labelled)


def _without_offices(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Takes labels off titles of several words, and off what a name holds before them."""
    labelled = list(tokens)
    for start in range(len(tokens)):
        for end in range(start + 2, min(len(tokens), start + _LONGEST_TITLE) + 1):
            if " ".join(token.text for token in tokens[start:end]) in gazetteers.TITLES:
                for index in range(_start_of_name(tokens, start), end):
                    labelled[index] = replace(tokens[index], entity="", entity_iob="O")
    return tuple(_opened(tuple(labelled)))


def _start_of_name(tokens: tuple[Token, ...], index: int) -> int:
    while index and tokens[index].entity_iob == "I":
        index -= 1
    return index


def _opened(tokens: tuple[Token, ...]) -> Iterator[Token]:
    """The tokens, a name's first one marked as such even where its old first one is gone."""
    before = ""
    for token in tokens:
        opens = token.entity_iob == "I" and not before
        yield replace(token, entity_iob="B") if opens else token
        before = token.entity


def _own_start(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """Where the name itself begins, after titles (of persons) and marks."""
    is_person = tokens[start].entity == PERSON
    while start < end and (
        not tokens[start].text[0].isalnum()
        or tokens[start].text == "of"
        or (is_person and tokens[start].text in gazetteers.TITLES)
    ):
        start += 1
    return start


def _is_name(tokens: tuple[Token, ...]) -> bool:
    label = tokens[0].entity if tokens else ""
    tags = {token.tag for token in tokens if token.text != token.text.lower()}
    return label == DATE or bool(tags & _PROPER) or (label == PEOPLE and "JJ" in tags)

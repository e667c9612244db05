"""Names cut to what names are made of: no title or mark before them, no common words alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from knowledge.language import gazetteers
from knowledge.language.labels.kinds import DATE, PEOPLE, PERSON
from knowledge.language.listed import name_spans

if TYPE_CHECKING:
    from knowledge.language.pipeline import Token

_PROPER: Final = frozenset({"NNP", "NNPS"})


def with_trimmed_names(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The sentence with titles taken off persons, and labels off what is no name at all."""
    labelled = list(tokens)
    for start, end in name_spans(tokens):
        first = _own_start(tokens, start, end)
        first = first if _is_name(tokens[first:end]) else end
        for index in range(start, first):
            labelled[index] = replace(labelled[index], entity="", entity_iob="O")
        if first < end:
            labelled[first] = replace(labelled[first], entity_iob="B")
    return tuple(labelled)


def _own_start(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """Where the name itself begins, after titles (of persons) and marks."""
    is_person = tokens[start].entity == PERSON
    while start < end and (
        not tokens[start].text[0].isalnum()
        or (is_person and tokens[start].text in gazetteers.TITLES)
    ):
        start += 1
    return start


def _is_name(tokens: tuple[Token, ...]) -> bool:
    label = tokens[0].entity if tokens else ""
    tags = {token.tag for token in tokens}
    return label == DATE or bool(tags & _PROPER) or (label == PEOPLE and "JJ" in tags)

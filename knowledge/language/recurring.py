"""Names that recur in a text are of one kind: short forms of persons, and what most mentions say.

Each sentence is read alone by the pipeline; here its labels are made to agree over the text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from knowledge.language.labels.kinds import PERSON
from knowledge.language.listed import name_spans

if TYPE_CHECKING:
    from knowledge.language.pipeline import Token

Tokens = tuple["Token", ...]

_PROPER: Final = ("NNP", "NNPS")


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    text: str
    label: str


def with_recurring_names(sentences: list[Tokens]) -> list[Tokens]:
    """The sentences of one text with labels that agree."""
    names = [name for tokens in sentences for name in _names(tokens)]
    kinds = _kinds(names)
    return [_relabelled(tokens, kinds) for tokens in sentences]


def _names(tokens: Tokens) -> Iterator[_Name]:
    for start, end in name_spans(tokens):
        yield _Name(start, end, _text(tokens, start, end), tokens[start].entity)


def _kinds(names: Iterable[_Name]) -> dict[str, str]:
    """Text of a name → its kind: a person's last word is that person, else the majority's."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        votes[name.text][name.label] += 1
        if name.label == PERSON and " " in name.text and name.text.istitle():
            votes[name.text.rpartition(" ")[2]][PERSON] += 2
    return {text: counts.most_common(1)[0][0] for text, counts in votes.items()}


def _relabelled(tokens: Tokens, kinds: dict[str, str]) -> Tokens:
    labelled = list(tokens)
    for name in _names(tokens):
        for index in range(name.start, name.end):
            labelled[index] = replace(labelled[index], entity=kinds[name.text])
    start = 0
    while start < len(tokens):
        end = _end_of_person(tokens, start, kinds)
        for index in range(start, end):
            iob = "B" if index == start else "I"
            labelled[index] = replace(tokens[index], entity=PERSON, entity_iob=iob)
        start = max(end, start + 1)
    return tuple(labelled)


def _end_of_person(tokens: Tokens, start: int, kinds: dict[str, str]) -> int:
    """Where the longest known person that begins here without a label ends; or ``start``."""
    end = start
    while end < len(tokens) and not tokens[end].entity and tokens[end].tag in _PROPER:
        end += 1
    while end > start and kinds.get(_text(tokens, start, end)) != PERSON:
        end -= 1
    return end


def _text(tokens: Tokens, start: int, end: int) -> str:
    return " ".join(token.text for token in tokens[start:end])

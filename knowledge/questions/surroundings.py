"""What a library holds around one question: its facts, names, places and days.

Finds what is true of the same thing, and what is said elsewhere in nearly the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.language.names import Names
from knowledge.models import Fact

_LONG_WORD = 5
_SHARED_BY_NEIGHBOURS = 2


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the library offers as wrong options: its facts, names, places and days."""

    facts: Sequence[Fact]
    names: Names
    places: Mapping[str, int]
    dates: Sequence[str]
    published: Mapping[str, date | None]
    by_word: Mapping[str, Sequence[Fact]]
    disbelieved: frozenset[tuple[str, int]]
    persons: frozenset[str]
    named_in: Mapping[str, frozenset[str]]

    def named_near(self, fact: Fact) -> frozenset[str]:
        """The names in the articles that state the fact and in those about the same things."""
        own = {citation.article for citation in fact.citations}
        return _named_near(self.named_in, own, self.persons)

    def rivals(self, fact: Fact) -> Sequence[Fact]:
        """Other facts of the kind that share the rarest word of what this one says."""
        lists = [self.by_word.get(word, ()) for word in long_words(fact)]
        shortest = min(lists, key=len, default=())
        return [other for other in shortest if other.kind == fact.kind and other.id != fact.id]

    def true_values(self, fact: Fact) -> set[str]:
        """Every value that any fact of the kind gives to the same thing, right or wrong."""
        same = (other for other in self.facts if _same_subject(other, fact))
        return {value for other in same for value in _values(other)}


def _named_near(
    named_in: Mapping[str, frozenset[str]], own: Iterable[str], persons: frozenset[str]
) -> frozenset[str]:
    """Articles tell of the same things when they share two persons."""
    named = frozenset[str]().union(*(named_in.get(article, frozenset()) for article in own))
    near = (
        each for each in named_in.values() if len(each & named & persons) >= _SHARED_BY_NEIGHBOURS
    )
    return named.union(*near)


def said(fact: Fact) -> str:
    """What a fact says, without its answer."""
    return " ".join(
        text for role, text in fact.arguments.items() if role not in {"asked", "answer_kind"}
    )


def long_words(fact: Fact) -> set[str]:
    """The words by which facts that say nearly the same find each other."""
    return {word for word in re.findall(r"\w+", said(fact).lower()) if len(word) >= _LONG_WORD}


def _same_subject(one: Fact, other: Fact) -> bool:
    if one.kind != other.kind:
        return False
    return sorted(one.arguments.values()) == sorted(other.arguments.values())


def _values(fact: Fact) -> set[str]:
    return {fact.value, *(fact.expected.names if fact.expected else ())}

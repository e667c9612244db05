"""What a library holds around one question: its facts, names and days.

Finds what is true of the same thing, and what is said elsewhere in nearly the same words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from knowledge.language.names import Names
from knowledge.models import Fact
from knowledge.questions.elsewhere import Elsewhere
from knowledge.questions.options.profiles import Profile

_Subject = tuple[str, ...]
_LONG_WORD = 5
_SHARED_BY_NEIGHBOURS = 2
_MOST_NEIGHBOURS = 30


@dataclass(frozen=True)
class Surroundings:
    """What the library offers as wrong options: its facts, names and days."""

    facts: Sequence[Fact]
    names: Names
    dates: Sequence[str]
    published: Mapping[str, date | None]
    by_word: Mapping[str, Sequence[Fact]]
    disbelieved: frozenset[tuple[str, int]]
    persons: frozenset[str]
    named_in: Mapping[str, frozenset[str]]
    near: Mapping[str, Sequence[str]]
    people: Mapping[str, Profile] = field(default_factory=dict)
    """What the articles show of each person."""
    dated: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Of each article, the sentences that name a year."""
    lives: Mapping[str, Sequence[Fact]] = field(default_factory=dict)
    """Of each article, the births and deaths that it tells."""
    elsewhere: Elsewhere = field(default_factory=Elsewhere)
    """What the articles say besides."""

    def named_with(self, fact: Fact) -> frozenset[str]:
        """The names in the articles that state the fact."""
        return frozenset[str]().union(*(self.named_in.get(c.article, ()) for c in fact.citations))

    def dated_of(self, fact: Fact) -> Iterator[str]:
        """The sentences that name a year, in the articles that state the fact."""
        for article in dict.fromkeys(citation.article for citation in fact.citations):
            yield from self.dated.get(article, ())

    def named_near(self, fact: Fact) -> frozenset[str]:
        """The names in the articles that state the fact and in those about the same things."""
        near = {other for c in fact.citations for other in self.near.get(c.article, ())}
        return frozenset[str]().union(*(self.named_in.get(article, ()) for article in near))

    def family(self, name: str) -> Sequence[str]:
        """The persons whose names end so and begin with more."""
        return self._families.get(name, ())

    @cached_property
    def _families(self) -> Mapping[str, Sequence[str]]:
        """The persons under every end of their names: of many, few are looked at."""
        found: dict[str, list[str]] = {}
        for person in self.persons:
            words = person.split()
            for size in range(1, len(words)):
                found.setdefault(" ".join(words[-size:]), []).append(person)
        return found

    def rivals(self, fact: Fact) -> Sequence[Fact]:
        """Other facts of the kind that share the rarest word of what this one says."""
        lists = [self.by_word.get(word, ()) for word in long_words(fact)]
        shortest = min(lists, key=len, default=())
        return [other for other in shortest if other.kind == fact.kind and other.id != fact.id]

    def true_values(self, fact: Fact) -> set[str]:
        """Every value that any fact of the kind gives to the same thing, right or wrong."""
        return {value for other in self._by_subject[_subject(fact)] for value in _values(other)}

    @cached_property
    def _by_subject(self) -> Mapping[_Subject, Sequence[Fact]]:
        alike: defaultdict[_Subject, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            alike[_subject(fact)].append(fact)
        return alike


def neighbours(
    named_in: Mapping[str, frozenset[str]], persons: frozenset[str]
) -> dict[str, tuple[str, ...]]:
    """For every article, itself and those that share two persons with it, nearest first."""
    holders: dict[str, list[str]] = {}
    for article, names in named_in.items():
        for person in names & persons:
            holders.setdefault(person, []).append(article)
    near: dict[str, tuple[str, ...]] = {}
    for article, names in named_in.items():
        shared = Counter(other for person in sorted(names & persons) for other in holders[person])
        nearest = shared.most_common(_MOST_NEIGHBOURS)
        others = (other for other, count in nearest if count >= _SHARED_BY_NEIGHBOURS)
        near[article] = tuple(dict.fromkeys((article, *others)))
    return near


def said(fact: Fact) -> str:
    """What a fact says, without its answer."""
    return " ".join(
        text for role, text in fact.arguments.items() if role not in {"asked", "answer_kind"}
    )


def long_words(fact: Fact) -> tuple[str, ...]:
    """The words by which facts that say nearly the same find each other, each once, in order."""
    words = re.findall(r"\w+", said(fact).lower())
    return tuple(dict.fromkeys(word for word in words if len(word) >= _LONG_WORD))


def _subject(fact: Fact) -> _Subject:
    """What two facts share that speak of the same thing."""
    return fact.kind, *sorted(fact.arguments.values())


def _values(fact: Fact) -> set[str]:
    return {fact.value, *(fact.expected.names if fact.expected else ())}

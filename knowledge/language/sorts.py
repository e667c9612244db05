"""What a common noun says that a thing is, and what else such a thing might have been.

A cove is a water as a waterfall is one; a bay would mean the same. The table is
``lists/sorts.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from knowledge.language.gazetteers import listed


@dataclass(frozen=True, slots=True)
class Sort:
    """Nouns for one thing, the usual one first; a rare one is not found everywhere."""

    nouns: tuple[str, ...]
    is_rare: bool


def sorts() -> frozenset[str]:
    """Every noun that the table knows."""
    return frozenset(noun for _, sort in _rows() for noun in sort.nouns)


def group_of(noun: str) -> frozenset[str]:
    """All nouns of the groups to which the noun belongs."""
    return frozenset(word for sort in _sorts_beside(noun) for word in sort.nouns)


def others(noun: str) -> tuple[Sort, ...]:
    """What else a thing might be that the noun names, in the table's order."""
    return tuple(sort for sort in _sorts_beside(noun) if noun not in sort.nouns)


def with_a(noun: str) -> str:
    """The noun with its article: "an inn"."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _sorts_beside(noun: str) -> Iterator[Sort]:
    groups = {group for group, sort in _rows() if noun in sort.nouns}
    return (sort for group, sort in _rows() if group in groups)


@cache
def _rows() -> tuple[tuple[str, Sort], ...]:
    return tuple(
        (group, Sort(tuple(nouns.removeprefix("*").split("|")), nouns.startswith("*")))
        for group, nouns in listed("sorts.tsv")
    )

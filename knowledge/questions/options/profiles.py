"""What the articles show of each person beside the name: callings, nation, years.

A profile holds evidence, never a guess: who is introduced nowhere has an empty one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile

from knowledge.language.names import Name
from knowledge.language.places import nations_in
from knowledge.questions.options.callings import FICTION, callings, fields

_YEAR = re.compile(r"\b1[0-9]\d\d\b|\b20[0-4]\d\b")
_INTRODUCES = re.compile(
    r"(?:\s?\([^()]*\))?(?:,|\s(?:was|is|became|becomes|served as|works? as|worked as))\s"
    r"(?!and\b|who\b)([^.;:]{3,90})"
)
_ENDS_INTRODUCTION = re.compile(
    r",|\b(?:who|which|that|where|when|to|for|in|at|on|with|from|against|under|and then)\b"
)
_WORDS_BEFORE = 5
_MODIFIERS = frozenset(
    {"top", "former", "then", "late", "young", "foreign", "prime", "vice", "general", "lieutenant"}
    | {"film", "rock", "jazz", "legendary", "famous", "head", "executive", "chief"}
)


@dataclass(frozen=True, slots=True)
class Profile:
    """What is said of a person; ``shown`` callings introduce them, ``near`` ones stand by."""

    shown: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the introductions show, or else those of the sentences around."""
        return fields(self.shown) or fields(self.near)

    @property
    def is_made_up(self) -> bool:
        """Whether the person is introduced as a character."""
        return FICTION in fields(self.shown)


UNKNOWN = Profile()


def profiles(sentences: Iterable[tuple[str, Iterable[Name]]]) -> dict[str, Profile]:
    """The profile of every person named, from each sentence with the names in it."""
    seen: dict[str, list[Profile]] = {}
    for text, names in sentences:
        persons = [name for name in names if name.kind == "person"]
        for name in persons:
            seen.setdefault(name.full, []).append(_glimpse(text, name))
    return {full: _joined(each) for full, each in seen.items()}


def years_in(text: str) -> frozenset[int]:
    """The years that the text names in figures."""
    return frozenset(map(int, _YEAR.findall(text)))


def profile_of(person: str, known: Mapping[str, Profile]) -> Profile:
    """The person's profile, or an empty one."""
    return known.get(person, UNKNOWN)


def _glimpse(text: str, name: Name) -> Profile:
    """What one sentence shows of the person."""
    lead = _lead(text[: name.start])
    after = _INTRODUCES.match(text, name.end)
    introduced = f"{name.title} {lead} {_first_phrase(after.group(1)) if after else ''}"
    return Profile(callings(introduced), callings(text), nations_in(introduced), years_in(text))


def _lead(before: str) -> str:
    """The words right before a name that belong to it: "the Danish prime minister"."""
    words = reversed(before.split()[-_WORDS_BEFORE:])
    return " ".join(reversed(list(takewhile(_belongs, words))))


def _belongs(word: str) -> bool:
    is_of_the_name = word[0].isupper() or word in _MODIFIERS or bool(callings(word))
    return is_of_the_name and not word.endswith((",", ";", ":"))


def _first_phrase(text: str) -> str:
    """Up to the next clause or the place of work: an ambassador to Peru is no Peruvian."""
    return _ENDS_INTRODUCTION.split(text, maxsplit=1)[0]


def _joined(glimpses: Iterable[Profile]) -> Profile:
    each = list(glimpses)
    return Profile(
        frozenset[str]().union(*(one.shown for one in each)),
        frozenset[str]().union(*(one.near for one in each)),
        frozenset[str]().union(*(one.nations for one in each)),
        frozenset[int]().union(*(one.years for one in each)),
    )

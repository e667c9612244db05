"""What a candidate shows before it is answered: its sentence, the names and years in it.

Knows only how the words look; what they say against a candidate, the rules beside it tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.language.wholes import beside
from knowledge.questions.candidates import Candidate

BLANK = "_____"
VALUES = frozenset({"quantity", "date", "number", "year"})
"""Kinds of answers that are no names."""

TOPICS = (
    r"company|team|song|film|movie|series|show|album|band|group|city|town|village|country|state"
    r"|university|school|club|party|war|battle|book|novel|game|bridge|building|church|museum|park"
    r"|river|island|mission|act|treaty|council|court|album|single|station|airport|ship|award"
)
"""What a text mostly is about, as it calls it after its title."""

_NAME = re.compile(
    r"[A-Z][\w'’.&-]*(?:(?: (?:of|the|de|la|von|van|&))* [A-Z\d][\w'’.&-]*)*", re.UNICODE
)
_OPENING = frozenset(
    {"Who", "Whom", "Whose", "Which", "What", "When", "Where", "How", "In", "On", "At", "The", "A"}
    | {"An", "After", "Before", "During", "Since", "Until", "Upon", "While", "Although", "From"}
    | {"By", "For", "As", "With", "Under", "This", "It", "He", "She", "They", "There"}
)
_YEAR = re.compile(r"\b(?:1\d{3}|20\d\d)\b")


def sentence(candidate: Candidate) -> str:
    """The words that are the article's: the stem, or the sentence to be completed in it."""
    if candidate.form == "gap":
        return candidate.fact.arguments.get("sentence", candidate.stem)
    return candidate.stem


def names(text: str) -> list[str]:
    """The names in a sentence; its first word counts only where more of a name follows."""
    return [name for match in _NAME.finditer(text) if (name := _without_opening(match[0]))]


def without_genitive(name: str) -> str:
    """The name alone: "Lee" of "Lee's"."""
    return re.sub(r"['’]s?$", "", name)


def without_brackets(title: str) -> str:
    """What an article is about: its title without what tells it from others, in brackets."""
    return re.sub(r" \(.*\)$", "", title)


def years(text: str) -> list[str]:
    """The years in a text, as written."""
    return _YEAR.findall(text)


def quotes(candidate: Candidate) -> tuple[str, ...]:
    """The sentences that say it."""
    return tuple(citation.quote for citation in candidate.fact.citations)


def beside_the_key(candidate: Candidate) -> Iterator[tuple[str, str]]:
    """What the sources say before and behind each place where the key stands whole."""
    return (each for quote in quotes(candidate) for each in beside(candidate.answer, quote))


def _without_opening(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first in _OPENING else name

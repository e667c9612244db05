"""A question read once: its terms with their weights, its names, what it counts, what it wants."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from knowledge.answers.kinds import Kind, wanted
from knowledge.search.tokens import Token, terms, tokens

_GENERIC = frozenset(
    terms(
        "name type kind sort call list mean know happen make use thing way many much long far old go get"
        " take give tell say according article main different example special"
    )
)
"""Terms that many questions have and few answers repeat: they count half."""

_GENERIC_COUNTS = 0.5
_LEAST = 0.3
"""In a small library every article may have a term; it counts all the same."""

_LARGE_THROUGHOUT = 0.8
_WHO_IS = re.compile(r"^\W*who(?:['’]s|\s+is|\s+was|\s+are|\s+were)\s+(?!the\b|an?\b)", re.IGNORECASE)
_WHO_HOLDS = re.compile(r"\bwho(?:['’]s|\s+is|\s+was|\s+are|\s+were)\s+(?:the\b|[\w]+['’]s?\s)", re.IGNORECASE)
_QUESTION_WORDS = frozenset("who whom whose what which when where why how".split())  # noqa: SIM905 - reads better
_OPERATOR = re.compile(
    r"\bhow\s+(?:long|old|far|big|large|tall|high|deep|fast|often|wide|heavy|come|much|many)\b"
    r"|\b(?:what|which)\s+(?:year|date|day|month|time)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bhow\s+many\s+((?:[\w'’-]+\s+)?[\w'’-]+)", re.IGNORECASE)


class Rarities(Protocol):
    """Which terms a library has, and how much each tells apart there."""

    def __contains__(self, term: str, /) -> bool: ...
    def rarity(self, term: str, /) -> float: ...


@dataclass(frozen=True)
class Asked:
    """A question; ``weights`` holds its terms in the order asked, ``names`` runs of terms.

    Words that only say what is wanted ("how long", "which year") are no terms of it.
    """

    text: str
    kind: Kind
    tokens: tuple[Token, ...]
    weights: Mapping[str, float]
    names: tuple[tuple[str, ...], ...]

    @cached_property
    def total(self) -> float:
        """The weight of the whole question."""
        return sum(self.weights.values())

    @cached_property
    def bigrams(self) -> frozenset[tuple[str, str]]:
        """Neighbouring terms, words without a term between them left out."""
        return frozenset(pairwise(t.term for t in self.tokens if t.term in self.weights))

    @cached_property
    def forms(self) -> Mapping[str, float]:
        """The words as they were typed, each with the weight of its term."""
        return {t.word.lower(): self.weights[t.term] for t in self.tokens if t.term in self.weights}

    @cached_property
    def asks_who_somebody_is(self) -> bool:
        """Whether a name is given and what it means is wanted: "Who is Wang Yi?"."""
        is_named = any(len(name) + 2 >= len(self.tokens) for name in self.names)
        return is_named and _WHO_IS.match(self.text) is not None

    @cached_property
    def asks_who_holds(self) -> bool:
        """Whether a role is given and who has it is wanted: "Who is the foreign minister?"."""
        return _WHO_HOLDS.search(self.text) is not None

    @cached_property
    def counted(self) -> frozenset[str]:
        """The terms of what is counted: "gold gloves" in "How many gold gloves has he won?"."""
        match = _COUNTED.search(self.text)
        return frozenset(terms(match[1])) if match else frozenset()


def read(question: str, rarities: Rarities) -> Asked:
    """Read ``question`` with an eye on how rare its terms are in the library."""
    words = tuple(tokens(question))
    operators = {match.end() for match in _OPERATOR.finditer(question)}
    asked = dict.fromkeys(t.term for t in words if t.term and t.end not in operators)
    weights = _weights(list(asked), rarities)
    return Asked(question, wanted(question), words, weights, _names(words))


def _weights(asked: Sequence[str], rarities: Rarities) -> dict[str, float]:
    """Weigh the terms; one that no article has counts as much as the rarest that some article has."""
    known = {term: _LEAST + rarities.rarity(term) for term in asked if term in rarities}
    most = max(known.values(), default=1.0)
    return {
        term: known.get(term, most) * (_GENERIC_COUNTS if term in _GENERIC else 1.0)
        for term in asked
    }


def _names(words: Sequence[Token]) -> tuple[tuple[str, ...], ...]:
    """Return the runs of capitalised words; a question written large throughout shows no names."""
    large = sum(token.word[0].isupper() for token in words)
    if large > 3 and large > _LARGE_THROUGHOUT * len(words):  # noqa: PLR2004 - "Who is Wang Yi?"
        return ()
    names: list[list[Token]] = []
    for n, token in enumerate(words):
        if not _begins_name(token, is_first=n == 0):
            continue
        if names and names[-1][-1].end + 1 >= token.start:
            names[-1].append(token)
        else:
            names.append([token])
    return tuple(tuple(token.term for token in name) for name in names)


def _begins_name(token: Token, *, is_first: bool) -> bool:
    """The first word of a question is written large whatever it is, unless it is an abbreviation."""
    if not token.term or not token.word[0].isupper() or token.word.lower() in _QUESTION_WORDS:
        return False
    return not is_first or token.word.isupper()

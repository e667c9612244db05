"""A question read once: its terms with their weights, its names, what it counts, what it wants."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

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

_QUESTION_WORDS = frozenset("who whom whose what which when where why how".split())  # noqa: SIM905 - reads better
_OPERATOR = re.compile(
    r"\bhow\s+(?:long|old|far|big|large|tall|high|deep|fast|often|wide|heavy|come|much|many)\b"
    r"|\b(?:what|which)\s+(?:year|date|day|month|time)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bhow\s+many\s+((?:[\w'’-]+\s+)?[\w'’-]+)", re.IGNORECASE)


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
    def counted(self) -> frozenset[str]:
        """The terms of what is counted: "gold gloves" in "How many gold gloves has he won?"."""
        match = _COUNTED.search(self.text)
        return frozenset(terms(match[1])) if match else frozenset()


def read(question: str, rarity: Callable[[str], float]) -> Asked:
    """Read ``question``; ``rarity`` says how much a term tells apart in the library."""
    words = tuple(tokens(question))
    operators = [match.end() for match in _OPERATOR.finditer(question)]
    weights: dict[str, float] = {}
    for token in words:
        if token.term and token.end not in operators:
            factor = _GENERIC_COUNTS if token.term in _GENERIC else 1.0
            weights[token.term] = factor * rarity(token.term)
    return Asked(question, wanted(question), words, weights, _names(words))


def _names(words: Sequence[Token]) -> tuple[tuple[str, ...], ...]:
    """Return the runs of capitalised words; a question all in capitals shows no names."""
    if all(token.word.isupper() for token in words):
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

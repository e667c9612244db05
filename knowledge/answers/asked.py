"""A question read once: its terms with their weights, its names, what it counts, what it wants."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from knowledge.answers.kinds import Kind, wanted
from knowledge.answers.wording import Wording
from knowledge.search.tokens import Token, terms, tokens

_GENERIC = frozenset(
    terms(
        "name type kind sort call list mean know happen make use thing way many much long far old"
        " go get take give tell say according article main different example special"
    )
)
"""Terms that many questions have and few answers repeat: they count half."""

_VAGUE_COUNTS = 0.5
_LEAST = 0.3
"""In a small library every article may have a term; it counts all the same."""

_LARGE_THROUGHOUT = 0.8
_WHO_IS = re.compile(
    r"^\W*who(?:['’]s|\s+is|\s+was|\s+are|\s+were)\s+(?!the\b|an?\b)", re.IGNORECASE
)
_QUESTION_WORDS = frozenset("who whom whose what which when where why how".split())  # noqa: SIM905 - reads better
_OPERATOR = re.compile(
    r"\bhow\s+(?:long|old|far|big|large|tall|high|deep|fast|often|wide|heavy|come|much|many)\b"
    r"|\b(?:what|which)\s+(?:year|date|day|month|time)\b|\blasts?(?=\W*$)",
    re.IGNORECASE,
)
_SORT = re.compile(
    r"\b(?:what|which)\s+(?!is\b|was\b|are\b|were\b|do|did\b)(\w+(?:\s+\w+)??)(?=\s+(?:\w+ed\b|\w+s\b|is|was|did|do|has|will|of))"
    r"|\b(hold|have|occupy)\W*$",
    re.IGNORECASE,
)


class Lexicon(Protocol):
    """What a library knows of words: its terms, how rare each is, which words are names."""

    def __contains__(self, term: str, /) -> bool: ...

    def rarity(self, term: str, /) -> float:
        """Return how much the term tells apart, above 0."""

    def is_name(self, word: str, /) -> bool:
        """Say whether the word is written large wherever it stands."""


@dataclass(frozen=True, eq=False)
class Asked(Wording):
    """A question; ``weights`` holds its terms in the order asked, ``names`` runs of terms.

    Words that only say what is wanted ("how long", "which year") are no terms of it.
    """

    tokens: tuple[Token, ...]
    weights: Mapping[str, float]
    names: tuple[tuple[str, ...], ...]
    lexicon: Lexicon

    @cached_property
    def total(self) -> float:
        """The weight of the whole question."""
        return sum(self.weights.values())

    @cached_property
    def focus(self) -> Mapping[str, float]:
        """What is asked about those who are named: the other terms, with their weights."""
        named = {term for name in self.names for term in name}
        return {term: weight for term, weight in self.weights.items() if term not in named}

    @cached_property
    def bigrams(self) -> frozenset[tuple[str, str]]:
        """Neighbouring terms, words without a term between them left out."""
        return frozenset(pairwise(t.term for t in self.tokens if t.term in self.weights))

    @cached_property
    def forms(self) -> Mapping[str, float]:
        """The words as they were typed, each with the weight of its term."""
        return {
            t.word.lower(): self.weights[t.term] for t in self.tokens if t.term in self.weights
        }

    @cached_property
    def asks_who_somebody_is(self) -> bool:
        """Whether a name is given and what it means is wanted: "Who is Wang Yi?"."""
        return bool(self.names) and not self.focus and _WHO_IS.match(self.text) is not None


def read(question: str, lexicon: Lexicon) -> Asked:
    """Read ``question`` with an eye on what the library knows of its words."""
    words = tuple(tokens(question))
    kind = wanted(question)
    operators = {match.end() for match in _OPERATOR.finditer(question)}
    asked = dict.fromkeys(t.term for t in words if t.term and t.end not in operators)
    vague = _GENERIC | _sorts(question, kind)
    weights = _weights(list(asked), vague, lexicon)
    return Asked(question, kind, words, weights, _names(words, lexicon), lexicon)


def _weights(asked: Sequence[str], vague: AbstractSet[str], lexicon: Lexicon) -> dict[str, float]:
    """Weigh the terms; one that no article has counts as much as the rarest known."""
    known = {term: _LEAST + lexicon.rarity(term) for term in asked if term in lexicon}
    most = max(known.values(), default=1.0)
    return {
        term: known.get(term, most) * (_VAGUE_COUNTS if term in vague else 1.0) for term in asked
    }


def _sorts(question: str, kind: Kind) -> frozenset[str]:
    """Return the terms that say of what sort the answer is: "Which newspaper …?"."""
    if kind not in {"person", "place", "organisation", "office"}:
        return frozenset()
    return frozenset(
        term for match in _SORT.finditer(question) for term in terms(match[1] or match[2])
    )


def _names(words: Sequence[Token], lexicon: Lexicon) -> tuple[tuple[str, ...], ...]:
    """Return the runs of words that are names by how they are written, here or in the library.

    A question written large throughout shows no names by itself.
    """
    large = sum(token.word[0].isupper() for token in words)
    shows_names = large <= 3 or large <= _LARGE_THROUGHOUT * len(words)  # noqa: PLR2004 - "Who is Wang Yi?"
    names: list[list[Token]] = []
    for n, token in enumerate(words):
        written_so = shows_names and _begins_name(token, is_first=n == 0)
        if not written_so and not (token.term and lexicon.is_name(token.word)):
            continue
        if names and names[-1][-1].end + 1 >= token.start:
            names[-1].append(token)
        else:
            names.append([token])
    return tuple(tuple(token.term for token in name) for name in names)


def _begins_name(token: Token, *, is_first: bool) -> bool:
    """The first word of a question is written large whatever it is; abbreviations tell."""
    if not token.term or not token.word[0].isupper() or token.word.lower() in _QUESTION_WORDS:
        return False
    return not is_first or token.word.isupper()

"""A question as it was asked: its terms with their weights, its names, and what would answer it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from knowledge.search.tokens import Token, tokens

Kind = Literal[
    "person", "place", "organisation", "date", "duration", "count", "money", "office", "reason",
    "definition", "yes/no", "list", "other",
]  # fmt: skip

_PATTERNS: tuple[tuple[Kind, str], ...] = (
    ("duration", r"\bhow long\b(?! is (?:the|a) (?:river|bridge|road|coast))|\bhow (?:many|much) (?:hours?|minutes?|days?|weeks?|months?|years?|decades?|time)\b|\bfor how (?:long|many)\b|\bduration\b"),
    ("date", r"\bwhen\b|\b(?:what|which) (?:\w+ )?(?:year|date|day|month|century|decade|time)\b|\bsince when\b|\bhow long ago\b|\bbirthday\b"),
    ("money", r"\bhow much (?:money|did .{0,60}\b(?:cost|pay|earn|spend|make|sell)|does .{0,60}\bcost|is .{0,40}\bworth|was .{0,60}\b(?:sold|bought))\b|\b(?:price|salary|cost|revenue|net worth)\b"),
    ("count", r"\bhow (?:many|much|old|far|big|large|tall|high|deep|fast|often|wide|heavy|hot|cold)\b|\b(?:what|which) (?:number|percentage|percent|proportion|population|amount|distance|height|length|size|age|rate|score|speed|temperature)\b|\bpopulation of\b"),
    ("office", r"\b(?:what|which) (?:office|post|position|job|role|title|rank)\b|\bwhat (?:is|was) .{2,60}(?:'s|’s) (?:office|post|position|job|role|title|profession|occupation)\b"),
    ("person", r"^\W*(?:so |and |but )?(?:by |with |to |from |for )?who(?:m|se)?\b|\bwho (?:is|was|were|are|did|has|had)\b|\b(?:what|which) (?:person|man|woman|actor|actress|author|writer|singer|president|king|queen|scientist|player|official|minister|diplomat|spokesman|leader|politician|artist|composer|director)\b|\bwhat (?:is|was) (?:the )?name of the (?:man|woman|person|author|actor|singer|president|king|queen)\b"),
    ("place", r"\bwhere\b|\b(?:what|which) (?:\w+ )?(?:city|country|state|county|town|place|region|continent|district|province|island|river|location|village|street|complex|capital|venue|building|stadium|sea|ocean|planet)\b|\bcapital of\b"),
    ("organisation", r"\b(?:what|which) (?:\w+ )?(?:company|organi[sz]ation|team|university|school|party|newspaper|agency|band|group|club|college|bank|ministry|department|network|broadcaster|outlet)\b"),
    ("reason", r"\bwhy\b|\bwhat (?:caused|led|made)\b|\bfor what reason\b|\bhow come\b|\b(?:reason|cause) (?:for|of|why)\b"),
    ("list", r"\bwhat (?:are|were) the (?:\w+ )?\w+s\b|\b(?:name|list) (?:the|all|two|three|four|some)\b|\bwhich \w+s (?:are|were|did)\b"),
    ("yes/no", r"^\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|must)(?:n't)? \w+"),
    ("definition", r"^\W*what(?:'s|’s| is| are| was| were| does)\b|\b(?:define|definition of|meaning of)\b|\bmean\??$"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)

_GENERIC = frozenset(
    "name type kind sort call list mean know happen do make use thing way many much long far old go get "
    "take give tell say much say accord articl main differ exampl special".split()
)
"""Terms that many questions have and few answers repeat: they count half."""

_WH = re.compile(r"(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|can|will|in|on|at|by|for|to|and|so)$", re.I)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A question read once. ``weights`` sums over what an answer can cover; names are runs of terms."""

    text: str
    kind: Kind
    tokens: tuple[Token, ...]
    weights: dict[str, float]
    names: tuple[tuple[str, ...], ...]

    @property
    def terms(self) -> list[str]:
        """The terms in the order asked, each once."""
        return list(self.weights)

    @property
    def bigrams(self) -> set[tuple[str, str]]:
        """Neighbouring terms, words without a term between them left out."""
        return set(pairwise(token.term for token in self.tokens if token.term))


def read(question: str, rarity: Callable[[str], float]) -> Asked:
    """Read ``question``; ``rarity`` says how rare a term is in the library."""
    words = tuple(tokens(question))
    weights = {
        token.term: rarity(token.term) * (0.5 if token.term in _GENERIC else 1.0)
        for token in words
        if token.term
    }
    return Asked(question, wanted(question), words, weights, _names(words))


def wanted(question: str) -> Kind:
    """Say what kind of thing would answer ``question``, from its words alone."""
    for kind, pattern in _COMPILED:
        if pattern.search(question):
            return kind
    return "other"


def _names(words: tuple[Token, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the runs of capitalised words, the question's first word left out unless a name follows."""
    names: list[list[Token]] = []
    for n, token in enumerate(words):
        capital = token.word[0].isupper() and bool(token.term) and not _WH.match(token.word)
        if not capital or (n == 0 and not token.word.isupper() and len(words) > 1):
            continue
        if names and names[-1][-1].end + 1 == token.start:
            names[-1].append(token)
        else:
            names.append([token])
    return tuple(tuple(token.term for token in name) for name in names)

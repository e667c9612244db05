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
_WHO_HOLDS = re.compile(
    r"\bwho(?:['’]s|\s+is|\s+was|\s+are|\s+were)\s+(?:the\b|[\w]+['’]s?\s|"
    r"(?:\w+\s+)?(?:ambassador|minister|secretary|president|director|chief|head|governor|mayor|king"
    r"|queen|emperor|chancellor|leader|pope|coach|captain)\b)",
    re.IGNORECASE,
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
_SHARE = re.compile(r"\b(?:what|which)\s+(?:percent|percentage)\b", re.IGNORECASE)
_WHO_DID = re.compile(
    r"^\W*who\s+(?!is\b|was\b|are\b|were\b|did\b|does\b|do\b|had\b|has\b|have\b|will\b|would\b)",
    re.IGNORECASE,
)
_SAID_BY = re.compile(
    r"\bwhat\s+(?:did|does|do|had|has)\s+(?:[\w.'’-]+\s+){0,4}?([\w'’-]+)\s+"
    r"(?:say|said|tell|told|ask|asked|claim|argue|demand|announce|explain|warn|urge|emphasi[sz]e|stress)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:about|on|of|regarding|concerning)\s+(.+)", re.IGNORECASE)
_OF_SORT = re.compile(
    r"\b(?:what|which)\s+(?!(?:is|was|are|were|do|does|did|has|have|had|will|would|can"
    r"|could|must|should)\b)((?:[\w'’-]+\s+){0,2}?[\w'’-]+)(?:\W*$|\s+(?:is|was|are|were|do|did|does|has|have|had|will"
    r"|would|can|could|sold|made|held|won|lost|built|gave|took|became|began|led|met|saw|got|left|came"
    r"|went|lay|ran|grew|fell|rose|sent|bought|brought|kept|\w+ed|\w+s)\b)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:what|which)\s+year\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:wife|husband|spouse|married?|son|daughter|child|children|father|mother|parents?|brother|sister"
    r"|uncle|aunt|cousin|nephew|niece|grand\w+)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:called|termed|dubbed|nicknamed?|known\s+as|referred\s+to(?:\s+as)?)\W*$"
    r"|\b(?:another|other|official|original|full|real|alternate|alternative|common)\s+(?:names?|terms?|words?)\b"
    r"|\b(?:terms?|words?|names?)\b.{0,40}\b(?:for|describes?|refers?|given)\b|\bnicknames?\b",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\bwhere\b", re.IGNORECASE)
_MEASURE = re.compile(r"\bhow\s+(old|far|tall|high|deep|fast|wide|heavy)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\bhow\s+many\s+((?:[\w'’-]+\s+)?[\w'’-]+)", re.IGNORECASE)


class Lexicon(Protocol):
    """What a library knows of words: its terms, how rare each is, which words are names."""

    def __contains__(self, term: str, /) -> bool: ...

    def rarity(self, term: str, /) -> float:
        """Return how much the term tells apart, above 0."""

    def is_name(self, word: str, /) -> bool:
        """Say whether the word is written large wherever it stands."""


@dataclass(frozen=True, eq=False)
class Asked:
    """A question; ``weights`` holds its terms in the order asked, ``names`` runs of terms.

    Words that only say what is wanted ("how long", "which year") are no terms of it.
    """

    text: str
    kind: Kind
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

    @cached_property
    def asks_who_holds(self) -> bool:
        """Whether a role is given and who has it is wanted: "Who is the foreign minister?"."""
        return _WHO_HOLDS.search(self.text) is not None

    @cached_property
    def speaker(self) -> str:
        """The last word of who spoke, where what was said is wanted, "" elsewhere."""
        match = _SAID_BY.search(self.text)
        return match[1] if match else ""

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The terms of what somebody spoke about: "What did she say about taxes?"."""
        match = _ABOUT.search(self.text)
        return frozenset(terms(match[1])) if match else frozenset()

    @cached_property
    def measure(self) -> str:
        """The word that says what is measured: "old" in "How old is she?", "" where none does."""
        match = _MEASURE.search(self.text)
        return match[1].lower() if match else ""

    @cached_property
    def asks_share(self) -> bool:
        """Whether a share is wanted: "What percentage …?"."""
        return _SHARE.search(self.text) is not None

    @cached_property
    def asks_who_did(self) -> bool:
        """Whether the one who acted is wanted: "Who built it?", not "Who was he?"."""
        return _WHO_DID.search(self.text) is not None

    @cached_property
    def asks_year(self) -> bool:
        """Whether no more of a date is wanted than its year."""
        return _YEAR.search(self.text) is not None

    @cached_property
    def asks_where(self) -> bool:
        """Whether any place answers, named or not: "Where?", not "Which city?"."""
        return self.kind == "place" and _WHERE.search(self.text) is not None

    @cached_property
    def asks_relative(self) -> bool:
        """Whether somebody's kin is wanted, who may bear the same name."""
        return _RELATIVE.search(self.text) is not None

    @cached_property
    def asks_name(self) -> bool:
        """Whether what something is called is wanted, of things described or named otherwise."""
        return _CALLED.search(self.text) is not None

    @cached_property
    def sort(self) -> frozenset[str]:
        """The terms that say of what sort the answer is: "river" in "Which river floods?"."""
        match = _OF_SORT.search(self.text)
        return frozenset(terms(match[1])) if match else frozenset()

    @cached_property
    def counted(self) -> frozenset[str]:
        """The terms of what is counted: "gold gloves" in "How many gold gloves has he won?"."""
        match = _COUNTED.search(self.text)
        return frozenset(terms(match[1])) if match else frozenset()


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

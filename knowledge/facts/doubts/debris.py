"""Marks of a text that pages and parsers have broken: glued words, lost nouns, stray capitals.

Each rule looks at one thing; its name is the reason that is shown.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from knowledge.facts.reading.clauses import Clause

_NEVER_CAPITAL = frozenset({"DT", "IN", "PRP", "WP", "WRB", "VBZ", "VBP", "VBD", "MD", "CC"})
_DEBRIS = frozenset(
    {"dep", "list", "orphan", "reparandum", "goeswith", "dislocated", "vocative", "discourse"}
    | {"parataxis", "expl"}
)
_QUOTES_AND_BRACKETS = frozenset('"“”„«»‘()[]{}<>*|=+…;:/') | {"''", "``", "...", "--"}
_BROKEN = re.compile(r"^\.\d|[a-z\d]\.[A-Z][a-z]|[a-z]{2}\d{2}|@|(?i:http|www\.)")
_GOES_ON = frozenset({"as", "in", "by", "and", ",", "is", "was"})


def quotes_or_brackets(clause: Clause, used: Collection[int]) -> bool:
    """Marks that a question cannot carry."""
    return any(clause.tree.word(i) in _QUOTES_AND_BRACKETS for i in used)


def parse_debris(clause: Clause, used: Collection[int]) -> bool:
    """Relations by which a parser says that it could not make sense of the words."""
    line, tree = clause.parsed.line, clause.tree
    dated = [(d.start, d.end) for d in line.dates]
    return any(
        tree.dep(i) in _DEBRIS
        and not _is_within(tree.tokens[i].start - line.sentence.start, dated)
        for i in used
    )


def _is_within(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def number_with_a_dash(clause: Clause, used: Collection[int]) -> bool:
    """Scores and spans of years that the words around them do not explain."""
    tree = clause.tree
    return any(
        tree.word(i) in {"-", "–", "—"}
        and any(c.isdigit() for c in tree.word(max(i - 1, 0)) + tree.word(i + 1))
        for i in used
        if i + 1 < len(tree.tokens)
    )


def broken_rendering(clause: Clause, used: Collection[int]) -> bool:
    """Capitals in a row, web addresses, numbers glued to words: debris of a page."""
    tokens = clause.tree.tokens
    return any(
        _BROKEN.search(tokens[i].text) is not None
        or _is_capital_in_the_middle(clause, i)
        or _lacks_a_noun(clause, i)
        for i in used
    )


def _lacks_a_noun(clause: Clause, word: int) -> bool:
    """Whether "of" stands before another preposition: what it governed has fallen out."""
    tree, behind = clause.tree, word + 1
    return tree.word(word) == "of" and behind < len(tree.tokens) and tree.word(behind) in _GOES_ON


def _is_capital_in_the_middle(clause: Clause, word: int) -> bool:
    """A capital in "The" or "In" inside a sentence: two sentences have run together."""
    token = clause.tree.tokens[word]
    is_capital = word > 0 and token.tag in _NEVER_CAPITAL and token.text.istitle()
    return is_capital and clause.parsed.span_at(word) is None

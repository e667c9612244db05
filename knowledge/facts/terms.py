"""What something is called, where a sentence names it in passing: "a … called Y".

Requires a description with "a" or "an" that the parser joins to the naming, and a term of
common words; descriptions that need the sentence around them are doubted.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts import grounding
from knowledge.facts.clauses import Clause
from knowledge.facts.statements import Statement
from knowledge.language.names import Names
from knowledge.models import Expected

_CALLED = frozenset({"called", "known", "termed"})
_FEWEST_WORDS, _MOST_WORDS = 5, 18
_LONGEST_TERM = 3
_RELEVANT = frozenset(
    {"quotes_or_brackets", "parse_debris", "refers_by_pronoun", "points_at_context"}
    | {"bare_definite", "opinion", "comparison_without_measure", "broken_rendering"}
)


def statements(clause: Clause, names: Names) -> Iterator[Statement]:
    """The terms that the clause's sentence gives to what it describes."""
    del names
    tree = clause.tree
    if clause.head != tree.root:
        return
    for index in range(len(tree.tokens)):
        if tree.word(index) in _CALLED and tree.dep(index) == "acl":
            yield from _term(clause, index)


def _term(clause: Clause, called: int) -> Iterator[Statement]:
    tree = clause.tree
    noun = tree.tokens[called].head
    if tree.child(noun, "cop", "nsubj") is not None:
        return
    naming = tree.subtree(called)
    term = [i for i in naming if i > called and tree.word(i) not in {"as", "a", "an", "the"}]
    described = [i for i in tree.subtree(noun) if i < min(naming)]
    while described and tree.tokens[described[-1]].pos == "PUNCT":
        described.pop()
    if not described or tree.word(described[0]) not in {"a", "an"}:
        return
    is_term = 0 < len(term) <= _LONGEST_TERM and all(
        tree.tokens[i].pos in {"NOUN", "ADJ", "PROPN"} for i in term
    )
    if not is_term or not _FEWEST_WORDS <= len(described) <= _MOST_WORDS:
        return
    text, description = tree.text(term), tree.text(described)
    used = [*described, *term]
    yield Statement(
        "term",
        {"description": description, "answer_kind": "term"},
        ("term", description.lower()),
        text,
        Expected("name", names=(text,)),
        clause.parsed.line.citation,
        doubts=tuple(d for d in grounding.doubts(clause, used) if d in _RELEVANT),
    )

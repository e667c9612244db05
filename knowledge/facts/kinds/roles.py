"""Who somebody is by an apposition: "X, the founder of Y".

Requires a known person and a definite description that names something; descriptions with "a"
fit many people and are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from knowledge.facts.doubts import grounding
from knowledge.facts.reading.clauses import Clause
from knowledge.facts.statements import Statement
from knowledge.language.names import Names
from knowledge.models import Expected

_FEWEST_WORDS, _MOST_WORDS = 4, 14
_RELEVANT = frozenset(
    {"quotes_or_brackets", "parse_debris", "refers_by_pronoun", "pronoun_unsure"}
    | {
        "points_at_context",
        "bare_definite",
        "opinion",
        "comparison_without_measure",
        "broken_rendering",
    }
)
_SETS_OFF = frozenset({",", "(", "–", "—"})


def statements(clause: Clause, names: Names) -> Iterator[Statement]:
    """The descriptions that the clause's sentence sets behind the names of persons."""
    tree = clause.tree
    if clause.head != tree.root:
        return
    for span in clause.parsed.spans:
        if span.name.full not in names.certain or span.name.kind != "person":
            continue
        for apposition in (a for i in span.words for a in tree.children(i, "appos")):
            words = tree.subtree(apposition)
            while words and tree.word(words[0]) in _SETS_OFF:
                words = words[1:]
            words = tuple(takewhile(lambda i: tree.word(i) not in _SETS_OFF, words))
            is_next = bool(words) and words[0] - 2 in span.words  # a comma between, no name
            if is_next and tree.word(words[0]) == "the" and tree.is_contiguous(words):
                yield from _role(clause, words, span.name.full, names)


def _role(
    clause: Clause, words: tuple[int, ...], person: str, names: Names
) -> Iterator[Statement]:
    tree = clause.tree
    names_something = any(tree.tokens[i].tag in {"NNP", "NNPS"} for i in words)
    of_what = any(tree.word(i) == "of" or tree.tokens[i].tag == "POS" for i in words)
    is_title = all(tree.tokens[i].text[0].isupper() or tree.word(i) == "of" for i in words[1:])
    if is_title or not (
        names_something and of_what and _FEWEST_WORDS <= len(words) <= _MOST_WORDS
    ):
        return
    description = tree.text(words)
    found = [d for d in grounding.doubts(clause, words) if d in _RELEVANT]
    yield Statement(
        "role",
        {"asked": "Who", "deed": f"was {description}", "answer_kind": "person"},
        ("role", description.lower()),
        person,
        Expected("name", names=names.spellings(person)),
        clause.parsed.line.citation,
        doubts=tuple(found),
    )

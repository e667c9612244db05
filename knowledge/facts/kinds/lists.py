"""Three names or more in a row, of which a question asks for two: "Chad borders A, B and C".

Requires names of one kind, the last behind an "and", and the row told as whole; forbids rows that
are examples ("such as"), that share a noun ("the A, B and C rivers") and rows within a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from knowledge.facts.doubts import grounding
from knowledge.facts.reading import wording
from knowledge.facts.reading.clauses import Clause
from knowledge.facts.reading.parsed import Span
from knowledge.facts.statements import Statement, words_alone
from knowledge.language.names import Names
from knowledge.language.trees import Tree
from knowledge.models import Expected

_FEWEST, _MOST, _WANTED = 3, 5, 2
_KINDS = frozenset({"person", "country", "city", "state"})
_EXAMPLES = frozenset(
    {"including", "included", "includes", "include", "e.g.", "notably", "especially"}
    | {"particularly", "namely"}
)
"""Behind such a word a row need not be whole."""
_NO_WHOLE = frozenset({"as", "like", "among", ","})
"""Right behind such a word it is an example too, or the rest of a longer row."""
_GOES_ON = frozenset(
    {"or", "as", "also", "/", "(", "-", "&", "among", "amongst", "alongside", "along"}
    | {"together", "with", "plus", "etc", "etc."}
)
_NAMED = frozenset({"NN", "NNS", "NNP", "NNPS", "POS", "JJ", "CD"})
_VERBS = frozenset({"VBD", "VBN", "VBZ", "VBP", "VBG"})
"""Behind "and", a second predicate begins with such a word."""


def statements(clause: Clause, names: Names) -> Iterator[Statement]:
    """The rows of names in the clause."""
    for row in _rows(clause.parsed.spans, clause.tree):
        words = tuple(range(row[0].words[0], row[-1].words[-1] + 1))
        kept = {*clause.words, *clause.subject_words}
        if kept.issuperset(words) and _is_whole(clause.tree, words) and _are_whole_names(row):
            yield _statement(clause, row, words, names)


def _rows(spans: Sequence[Span], tree: Tree) -> Iterator[list[Span]]:
    """Each run of names of one kind with commas between, and "and" before the last of them."""
    row: list[Span] = []
    for span in spans:
        between = _between(row[-1], span, tree) if row else ""
        if not row or between not in {",", "and", ", and"} or span.name.kind != row[0].name.kind:
            row = [span]
            continue
        row.append(span)
        if between != ",":
            if _FEWEST <= len(row) <= _MOST and row[0].name.kind in _KINDS:
                yield row
            row = []


def _between(one: Span, other: Span, tree: Tree) -> str:
    return " ".join(tree.word(i) for i in range(one.words[-1] + 1, other.words[0]))


def _is_whole(tree: Tree, words: Sequence[int]) -> bool:
    """Whether nothing goes on with the row, and it is not told as an example."""
    before = {tree.word(i) for i in range(max(words[0] - 2, 0), words[0])}
    after = [token for token in tree.tokens[words[-1] + 1 :] if token.text != ","][:2]
    if before & _NO_WHOLE or any(tree.word(i) in _EXAMPLES for i in range(words[0])):
        return False
    if after and after[0].text == "and":
        return after[-1].tag in _VERBS
    return not after or (after[0].text not in _GOES_ON and after[0].tag not in _NAMED)


def _are_whole_names(row: Sequence[Span]) -> bool:
    """Whether persons are named in full, and nobody and nothing twice."""
    full = [span.name.full for span in row]
    in_full = row[0].name.kind != "person" or all(" " in name for name in full)
    apart = all(one not in other and other not in one for one, other in combinations(full, 2))
    return in_full and apart


def _statement(
    clause: Clause, row: Sequence[Span], words: tuple[int, ...], names: Names
) -> Statement:
    sentence = wording.with_gap(clause, words, names)
    members = tuple((span.name.full,) for span in row)
    used = {*clause.words, *clause.subject_words} - {*words}
    return Statement(
        "list",
        {"sentence": sentence, "answer_kind": "list", "number": str(len(row))},
        ("list", words_alone(sentence)),
        clause.tree.text(words),
        Expected("list", members=members, wanted=_WANTED),
        clause.parsed.line.citation,
        doubts=tuple(grounding.doubts(clause, used)),
    )

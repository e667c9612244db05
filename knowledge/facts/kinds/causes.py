"""Why something happened or was done: "because of heavy rain", "to house the royal library".

Requires the cause or purpose to hang on the clause's own verb and to be short; forbids what
points back ("because of this"). What somebody merely says or thinks of causes is no fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts.doubts import grounding
from knowledge.facts.reading import moving, wording
from knowledge.facts.reading.clauses import Clause
from knowledge.facts.statements import Statement
from knowledge.language.names import Names
from knowledge.models import Expected

_CAUSAL = frozenset({"because of", "due to", "owing to", "as a result of", "thanks to"})
"""Prepositions of a cause; after them stands a noun phrase."""
_DONE_FOR_A_PURPOSE = frozenset(
    {"build", "establish", "create", "design", "form", "introduce", "construct", "use"}
    | {"pass", "sign", "call", "found", "install", "make", "launch", "organise", "organize", "set"}
    | {"travel", "return", "move", "leave", "send", "dig", "erect", "commission", "hold"}
    | {"appoint", "hire", "develop", "invent", "write", "employ", "raise", "close", "come"}
)
_MOST_WORDS = 10
_POINTING = frozenset(
    {"this", "that", "these", "those", "him", "them", "such", "so", "which", "what", "there"}
    | {"here", "i", "we", "you", "one", "another", "other"}
)
"""Not "he" or "its": in an answer they mean what the question names."""


def statements(clause: Clause, names: Names) -> Iterator[Statement]:
    """The causes and the purposes that the clause gives."""
    tree = clause.tree
    if tree.child(clause.head, "expl") is not None:
        return
    for word in tree.children(clause.head, "obl", "obl:arg"):
        if _preposition(clause, word) in _CAUSAL:
            yield from _statement(clause, "cause", word, names)
    can_have_a_purpose = tree.tokens[clause.head].lemma.lower() in _DONE_FOR_A_PURPOSE
    for word in tree.children(clause.head, "advcl"):
        marks = [i for i in tree.children(word, "mark") if i > clause.head]
        linked = tree.word(marks[-1]) if marks else ""
        if linked == "because":
            yield from _statement(clause, "cause", word, names)
        elif linked == "to" and can_have_a_purpose and tree.tokens[word].tag == "VB":
            yield from _statement(clause, "purpose", word, names)


def _preposition(clause: Clause, word: int) -> str:
    """The words that introduce a phrase: "because of"."""
    tree = clause.tree
    case = tree.child(word, "case")
    return "" if case is None else " ".join(tree.word(i) for i in tree.subtree(case))


def _statement(clause: Clause, kind: str, word: int, names: Names) -> Iterator[Statement]:
    tree = clause.tree
    phrase = tuple(i for i in tree.subtree(word) if i in clause.words)
    said = {tree.word(i) for i in phrase}
    is_short = 1 < len(phrase) <= _MOST_WORDS
    if not is_short or not tree.is_contiguous(phrase) or said & _POINTING:
        return
    value, rest = wording.lowered(clause, phrase, {}), wording.turned(clause, phrase, names)
    if rest is None or _bare(value) in {value, "it"}:
        return
    used = {*clause.words, *clause.subject_words} - {*phrase}
    yield Statement(
        kind,
        {"question": f"Why {rest}?", "answer_kind": "reason"},
        (kind, rest.lower()),
        value,
        Expected("name", names=(value, _bare(value))),
        clause.parsed.line.citation,
        doubts=(*grounding.doubts(clause, used), *moving.doubts(clause, phrase)),
    )


def _bare(value: str) -> str:
    """The cause without the words that introduce it: ``heavy rain``."""
    introduced = (f"{words} " for words in (*_CAUSAL, "because", "in order to", "to"))
    return next((value.removeprefix(each) for each in introduced if value.startswith(each)), value)

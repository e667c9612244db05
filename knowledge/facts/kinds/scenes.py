"""Where something happened: the clause is asked for the town or country of its event.

Requires a listed place bound to the verb by "in" alone; forbids clauses with a second place.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts.doubts import grounding
from knowledge.facts.reading import moving, wording
from knowledge.facts.reading.clauses import Clause
from knowledge.facts.statements import Statement
from knowledge.language.names import Names
from knowledge.language.trees import Tree
from knowledge.models import Expected

_PLACES = frozenset({"city", "country", "state", "region", "place"})
_ASKED = frozenset({"city", "country", "state"})


def statements(clause: Clause, names: Names) -> Iterator[Statement]:
    """The place that the clause gives to its event."""
    tree = clause.tree
    spans = [s for s in clause.parsed.spans if set(s.words) <= set(clause.words)]
    places = [s for s in spans if s.name.kind in _PLACES]
    if len(places) != 1 or places[0].name.kind not in _ASKED:
        return
    name, head = places[0].name, tree.tokens[places[0].words[-1]]
    phrase = tree.subtree(places[0].words[-1])
    bound = head.head == clause.head and head.dep == "obl"
    if not bound or tree.text(phrase).lower() not in {
        f"in {name.text}".lower(),
        f"in the {name.text}".lower(),
    }:
        return
    rest = wording.inverted(clause, phrase, names)
    if rest is None or _says_where(clause, phrase):
        return
    used = {*clause.words, *clause.subject_words} - set(phrase)
    yield Statement(
        "event_place",
        {"event": rest, "answer_kind": name.kind},
        ("event_place", rest.lower()),
        name.text,
        Expected("name", names=(name.text,)),
        clause.parsed.line.citation,
        doubts=(*grounding.doubts(clause, used), *moving.doubts(clause, phrase)),
    )


def _says_where(clause: Clause, phrase: tuple[int, ...]) -> bool:
    """Whether another phrase names a place or institution where it happened."""
    tree = clause.tree
    others = (i for i in tree.children(clause.head, "obl") if i not in phrase)
    return any(
        tree.tokens[i].tag in {"NNP", "NNPS"} and _is_where(tree, i)
        for i in others
        if i in clause.words
    )


def _is_where(tree: Tree, word: int) -> bool:
    case = tree.child(word, "case")
    return case is not None and tree.word(case) in {"in", "at", "near"}

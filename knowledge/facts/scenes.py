"""Where something happened: the clause is asked for the town or country of its event.

Requires a listed place bound to the verb by "in" alone; forbids clauses with a second place.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts import grounding, wording
from knowledge.facts.clauses import Clause
from knowledge.facts.statements import Statement
from knowledge.language.names import Names
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
    if rest is None:
        return
    used = {*clause.words, *clause.subject_words} - set(phrase)
    yield Statement(
        "event_place",
        {"event": rest, "answer_kind": name.kind},
        ("event_place", rest.lower()),
        name.text,
        Expected("name", names=(name.text,)),
        clause.parsed.line.citation,
        doubts=grounding.doubts(clause, used),
    )

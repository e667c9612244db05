"""In which decade something happened: "In the 1950s X worked in Rome".

Requires a past event with the decade bound to its verb; forbids clauses that name a year too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.doubts import grounding
from knowledge.facts.reading import moving, wording
from knowledge.facts.reading.clauses import Clause
from knowledge.facts.statements import Statement
from knowledge.language.names import Names
from knowledge.models import Expected

_DECADE = re.compile(
    r"(?:in|during) the (?:early |mid-?|late )?(1\d[1-9]0s|20[1-9]0s)", re.IGNORECASE
)
_YEAR = re.compile(r"1\d{3}s?|20\d\ds?")


def statements(clause: Clause, names: Names) -> Iterator[Statement]:
    """The decade that the clause gives to its event."""
    tree = clause.tree
    for index in tree.children(clause.head, "obl", "obl:unmarked", "nmod"):
        words = tree.subtree(index)
        decade = _DECADE.fullmatch(tree.text(words))
        event = wording.inverted(clause, words, names) if decade else None
        if decade is None or event is None or not {*words} <= {*clause.words}:
            continue
        used = {*clause.words, *clause.subject_words} - {*words}
        yield Statement(
            "event_decade",
            {"asked": "In which decade", "deed": event, "answer_kind": "which decade"},
            ("event_decade", event.lower()),
            f"the {decade[1]}",
            Expected("name", names=(decade[1],)),
            clause.parsed.line.citation,
            doubts=(*grounding.doubts(clause, used), *_doubts(clause, words)),
        )


def _doubts(clause: Clause, phrase: tuple[int, ...]) -> Iterator[str]:
    yield from moving.doubts(clause, phrase)
    if clause.tree.child(clause.head, "cop") is not None:
        yield "state_not_event"
    kept = {*clause.words} - {*phrase}
    if any(_YEAR.fullmatch(clause.tree.word(i)) for i in kept):
        yield "second_time_in_the_stem"

"""Who said, announced or denied what: always attributed, never as if it were so.

Requires a known person as the speaker and reported words that stand alone; forbids quotations,
because nobody should have to know a text by heart.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts.doubts import grounding
from knowledge.facts.reading import wording
from knowledge.facts.reading.antecedents import SUBJECTS
from knowledge.facts.reading.clauses import Clause
from knowledge.facts.statements import Statement
from knowledge.language.names import Names
from knowledge.models import Expected

_SAID = frozenset(
    {"said", "stated", "announced", "argued", "claimed", "warned", "suggested", "explained"}
    | {"confirmed", "denied", "insisted", "predicted", "declared", "reported", "noted"}
)
_FEWEST_WORDS = 5
_IRRELEVANT = frozenset(
    {"reported_speech", "opinion", "modal_or_negated", "tense_not_finite", "present_event"}
    | {"progressive_or_perfect", "cut_in_the_middle", "subject_not_nominal"}
)


def statements(clause: Clause, names: Names) -> Iterator[Statement]:
    """What the clause reports somebody to have said."""
    tree = clause.tree
    verb = tree.word(clause.head)
    content = tree.child(clause.head, "ccomp")
    if verb not in _SAID or content is None or clause.person not in names.certain:
        return
    words = [i for i in tree.subtree(content) if i in clause.words]
    own = tree.child(content, *SUBJECTS)
    if own is None or len(words) < _FEWEST_WORDS or words[0] < clause.head:
        return
    if tree.word(words[0]) == "that":
        words = words[1:]
    found = [d for d in grounding.doubts(clause, words) if d not in _IRRELEVANT]
    if tree.tokens[own].pos == "PRON":
        found.append("said_of_somebody_unnamed")
    deed = wording.join(verb, "that", wording.lowered(clause, words, {}))
    yield Statement(
        "saying",
        {"asked": "Who", "deed": deed, "answer_kind": "person"},
        ("saying", deed.lower()),
        clause.person,
        Expected("name", names=names.spellings(clause.person)),
        clause.parsed.line.citation,
        doubts=tuple(found),
    )

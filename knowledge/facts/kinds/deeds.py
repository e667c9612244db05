"""Who or which did something: the clause is asked for its subject, no inversion needed.

Requires a subject of a known kind (person, country, a name whose words tell what it names) and a
predicate that stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts.doubts import grounding
from knowledge.facts.reading import asking, moving, wording
from knowledge.facts.reading.clauses import Clause
from knowledge.facts.statements import Statement
from knowledge.language.names import Names
from knowledge.models import Citation, Expected

_PLURAL = frozenset({"VBP"})
_OF_WORDS = frozenset({"name", "nickname", "pseudonym", "surname", "word", "term", "title"})


def statements(clause: Clause, names: Names) -> Iterator[Statement]:
    """What the clause says that somebody did."""
    asked = asking.asked(clause.parsed, clause.subject, clause.subject_words, names)
    if asked is None:
        return
    deed = wording.predicate(clause, names)
    yield Statement(
        "deed",
        {"asked": asked.question, "deed": deed, "answer_kind": asked.kind},
        ("deed", *sorted(_key_words(clause))),
        asked.value,
        Expected("name", names=asked.spellings(names)),
        clause.parsed.line.citation,
        doubts=(*grounding.doubts(clause, clause.words), *_doubts(clause, asked.question)),
        support=_support(clause),
    )


def _doubts(clause: Clause, question: str) -> Iterator[str]:
    yield from moving.doubts(clause)
    noun = question.rpartition(" ")[2].lower()
    if noun in {clause.tree.tokens[i].lemma.lower() for i in clause.words}:
        yield "asked_noun_repeated"
    if not _is_singular(clause):
        yield "subject_not_single"
    is_equation = clause.tree.child(clause.head, "cop") is not None
    if is_equation and clause.tree.tokens[clause.head].lemma in _OF_WORDS:
        yield "subject_is_a_word"


def _support(clause: Clause) -> tuple[Citation, ...]:
    """The sentence that names the subject, where this one says "he"."""
    naming = clause.parsed.naming
    is_pronoun = clause.tree.tokens[clause.subject].pos == "PRON"
    return (naming,) if naming and is_pronoun else ()


def _is_singular(clause: Clause) -> bool:
    tree = clause.tree
    if clause.tree.tokens[clause.finite].tag in _PLURAL or tree.word(clause.finite) == "were":
        return False
    return not any(tree.dep(i) in {"cc", "conj"} for i in clause.subject_words)


def _key_words(clause: Clause) -> set[str]:
    return {
        clause.tree.tokens[i].lemma.lower()
        for i in clause.words
        if clause.tree.tokens[i].pos not in {"PUNCT", "DET", "AUX"}
    }

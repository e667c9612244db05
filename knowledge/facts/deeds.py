"""Who or which did something: the clause is asked for its subject, no inversion needed.

Requires a subject of a known kind (person, country, organisation with a telling last word) and a
predicate that stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts import grounding, wording
from knowledge.facts.clauses import Clause
from knowledge.facts.statements import Statement
from knowledge.language.gazetteers import KIND_WORDS, ORGANISATION_SUFFIXES
from knowledge.language.names import Names
from knowledge.models import Citation, Expected

_KINDS_ASKED = {"city": "city", "country": "country", "state": "state"}
_SHORTEST_NOUN = 4
_PLURAL = frozenset({"VBP"})


def statements(clause: Clause, names: Names) -> Iterator[Statement]:
    """What the clause says that somebody did."""
    asked = _asked(clause, names)
    if asked is None:
        return
    word, value, kind = asked
    deed = wording.predicate(clause, names)
    found = list(grounding.doubts(clause, clause.words))
    if not _is_singular(clause):
        found.append("subject_not_single")
    yield Statement(
        "deed",
        {"asked": word, "deed": deed, "answer_kind": kind},
        ("deed", *sorted(_key_words(clause))),
        value,
        Expected("name", names=names.spellings(value) if kind == "person" else (value,)),
        clause.parsed.line.citation,
        doubts=tuple(found),
        support=_support(clause),
    )


def _support(clause: Clause) -> tuple[Citation, ...]:
    """The sentence that names the subject, where this one says "he"."""
    naming = clause.parsed.naming
    is_pronoun = clause.tree.tokens[clause.subject].pos == "PRON"
    return (naming,) if naming and is_pronoun else ()


def _asked(clause: Clause, names: Names) -> tuple[str, str, str] | None:
    """The question word, the answer and its kind; None when the subject is of no known kind."""
    if clause.person in names.certain:
        return "Who", clause.person, "person"
    span = clause.parsed.span_at(clause.subject)
    if span is None:
        return None
    kind = span.name.kind
    if kind in _KINDS_ASKED:
        return f"Which {_KINDS_ASKED[kind]}", span.name.text, kind
    last = span.name.text.split()[-1]
    tells = last in ORGANISATION_SUFFIXES | KIND_WORDS["place"] and len(last) >= _SHORTEST_NOUN
    if kind in {"organisation", "place"} and tells and " " in span.name.text:
        return (
            f"Which {last.lower()}",
            wording.subject_text(clause, names),
            f"which {last.lower()}",
        )
    return None


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

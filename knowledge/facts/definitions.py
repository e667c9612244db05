"""What a thing is, or what it is called: "X is the …", "… is called X".

Requires a term (a bare noun or a named thing that is no person) and a description that is long
enough to mean that term alone; forbids past tenses and descriptions that repeat the term.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from knowledge.facts import grounding, wording
from knowledge.facts.clauses import Clause
from knowledge.facts.statements import Statement
from knowledge.language.names import Names
from knowledge.models import Expected

_CALLED = frozenset({"call", "know", "term", "name", "dub"})
_FEWEST_WORDS = 6
_FEWEST_WORDS_INDEFINITE = 8
_LONGEST_TERM = 4
_IRRELEVANT = frozenset({"present_event", "subject_not_nominal", "thin"})


def statements(clause: Clause, names: Names) -> Iterator[Statement]:
    """The definition that the clause gives, if it gives one."""
    yield from _is_the(clause, names)
    yield from _is_called(clause, names)


def _is_the(clause: Clause, names: Names) -> Iterator[Statement]:
    tree = clause.tree
    copula = tree.child(clause.head, "cop")
    span = clause.parsed.span_at(clause.subject)
    if span and span.name.kind in {"person", "city", "country", "state"}:
        return
    if copula is None or tree.word(copula) != "is" or clause.person or clause.fronted:
        return
    description = [i for i in clause.rest if i != copula]
    article = tree.word(description[0]) if description else ""
    fewest = _FEWEST_WORDS if article == "the" else _FEWEST_WORDS_INDEFINITE
    if article not in {"the", "a", "an"} or len(description) < fewest:
        return
    if tree.tokens[clause.head].pos == "NOUN" and _is_term(clause, clause.subject_words):
        stem = f"What is {tree.text(description, wording.named(clause, names))}?"
        yield _statement(clause, stem, clause.subject_words, description)


def _is_called(clause: Clause, names: Names) -> Iterator[Statement]:
    """A passive like "… is called X": the subject describes, the complement is the term."""
    tree = clause.tree
    if tree.tokens[clause.head].lemma not in _CALLED or tree.tokens[clause.head].tag != "VBN":
        return
    complement = tree.child(clause.head, "xcomp", "obj", "obl")
    if complement is None or not tree.child(clause.head, "aux:pass"):
        return
    term = [i for i in tree.subtree(complement) if i in clause.words]
    term = [i for i in term if tree.word(i) not in {"as", '"', "“", "”"}]
    finite = tree.word(clause.finite)
    if finite not in {"is", "are"} or len(clause.subject_words) < _FEWEST_WORDS:
        return
    if _is_term(clause, term):
        subject = wording.subject_text(clause, names)
        yield _statement(clause, f"What {finite} {subject} called?", term, clause.subject_words)


def _is_term(clause: Clause, words: Collection[int]) -> bool:
    """A bare noun phrase or a name: no pronoun, no "the", no clause."""
    tree = clause.tree
    bare = [i for i in words if tree.word(i) not in {"a", "an"}]
    allowed = {"NOUN", "PROPN", "ADJ"}
    return 0 < len(bare) <= _LONGEST_TERM and all(tree.tokens[i].pos in allowed for i in bare)


def _statement(
    clause: Clause, stem: str, term_words: Collection[int], used: Collection[int]
) -> Statement:
    tree = clause.tree
    term = tree.text(i for i in term_words if tree.word(i) not in {"a", "an"})
    found = [d for d in grounding.doubts(clause, used) if d not in _IRRELEVANT]
    if "also" in {tree.word(i) for i in term_words}:
        found.append("term_is_no_name")
    repeats = {tree.tokens[i].lemma.lower() for i in term_words} & {
        tree.tokens[i].lemma.lower() for i in used if tree.tokens[i].pos in {"NOUN", "PROPN"}
    }
    if repeats:
        found.append("description_repeats_the_term")
    is_title = " " in term and term.istitle()
    is_name = is_title or any(tree.tokens[i].pos == "PROPN" for i in term_words)
    return Statement(
        "definition",
        {"question": stem, "answer_kind": "named thing" if is_name else "term"},
        ("definition", stem.lower()),
        term if is_name else term.lower(),
        Expected("name", names=(term,)),
        clause.parsed.line.citation,
        doubts=tuple(found),
    )

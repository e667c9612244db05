"""What stands before a subject and must go behind the predicate when a question is asked.

"In 1890 X left" becomes "did X leave in 1890"; a participle, a second time and words that belong
to no phrase of the clause lose their sense on the way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from knowledge.facts.reading.clauses import Clause
from knowledge.facts.reading.words import words
from knowledge.language.dates import is_year
from knowledge.language.schemes import FINITE
from knowledge.language.trees import Tree

_MOVABLE = frozenset({"obl", "obl:unmarked", "obl:tmod", "nmod:unmarked", "advmod", "advcl"})
_PARTICIPLES = frozenset({"VBG", "VBN", "JJ"})
"""And what stands for one: "tired of paying"."""
_MOVABLE_PREPOSITIONS = frozenset(
    {"", "in", "on", "at", "during", "after", "before", "from", "following", "by", "until"}
    | {"since", "under", "near", "within", "upon", "between", "around", "throughout", "over"}
)
_NAMING = frozenset(
    {"DT", "CD", "NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "PRP", "PRP$", "WDT", "WP", "VBN"}
)
"""What a remark on a noun begins with."""
_TIME_WORDS = words("time words") | {"life", "career", "childhood", "youth", "war", "years"}


def doubts(clause: Clause, without: Collection[int] = ()) -> Iterator[str]:
    """Why the words before the subject, but those left out, cannot stand behind the predicate."""
    if _holds_another_sentence(clause):
        yield "holds_another_sentence"
    if _hangs_a_predicate_on_a_noun(clause, without):
        yield "predicate_on_a_noun"
    if _explains(clause, without):
        yield "explained_behind"
    fronted = [i for i in clause.fronted if i not in without]
    if fronted:
        yield from _of_what_moves(clause, fronted)
        if _holds_another_verb(clause):
            yield "moved_behind_a_verb"
        if _tells_time(clause, fronted) and _tells_time(clause, {*clause.rest} - {*without}):
            yield "time_moved_beside_another"


def _of_what_moves(clause: Clause, fronted: Collection[int]) -> Iterator[str]:
    tree = clause.tree
    tops = {_top(clause, i) for i in fronted if tree.tokens[i].pos != "PUNCT"}
    if any(tree.dep(top) not in _MOVABLE for top in tops):
        yield "loose_before_the_subject"
    if any(_is_explained(clause, top) for top in tops) or any(
        _preposition(clause, t) not in _MOVABLE_PREPOSITIONS for t in tops
    ):
        yield "phrase_moved"
    bare = (top for top in tops if tree.child(top, "mark") is None)
    if any(tree.tokens[top].tag in _PARTICIPLES or _is_bare_past(tree, top) for top in bare):
        yield "participle_moved"
    if any(_is_a_description(clause, top) for top in tops):
        yield "description_moved"


def _is_bare_past(tree: Tree, verb: int) -> bool:
    """Whether a past tense has no subject: "Sentenced to prison, she fled" begins with none."""
    return tree.tokens[verb].tag == "VBD" and tree.child(verb, "nsubj", "nsubj:pass") is None


def _explains(clause: Clause, without: Collection[int]) -> bool:
    """Whether what is kept behind a comma says something of the phrase that is asked for."""
    comma, tree = max(without, default=-1) + 1, clause.tree
    is_behind = clause.head < comma and comma + 1 in clause.words
    return (
        bool(without)
        and is_behind
        and tree.word(comma) == ","
        and tree.tokens[comma + 1].tag in _NAMING
    )


def _holds_another_verb(clause: Clause) -> bool:
    """Whether a second verb of the predicate would take what moves behind it for its own.

    What is said by a that-clause is no such: the time goes before it.
    """
    tree = clause.tree
    said = tree.child(clause.head, "ccomp")
    apart = {clause.head, *clause.auxiliaries, *(tree.subtree(said) if said is not None else ())}
    return any(tree.tokens[i].tag in FINITE for i in clause.rest if i not in apart)


def _is_explained(clause: Clause, top: int) -> bool:
    """Whether a noun without a preposition has a clause of its own: "the day on which …"."""
    tree = clause.tree
    return tree.child(top, "acl:relcl") is not None and tree.child(top, "case") is None


def _is_a_description(clause: Clause, top: int) -> bool:
    """Whether a noun stands there by itself, and tells no time: "A heavy smoker, he …"."""
    tree, token = clause.tree, clause.tree.tokens[top]
    is_bare = token.pos in {"NOUN", "PROPN"} and not tree.children(top, "case", "mark", "advmod")
    return is_bare and not _tells_time(clause, tree.subtree(top))


def _preposition(clause: Clause, top: int) -> str:
    """The preposition of a fronted phrase, nothing where it has none."""
    case = clause.tree.child(top, "case") if clause.tree.dep(top) == "obl" else None
    return "" if case is None else clause.tree.word(case)


def _top(clause: Clause, word: int) -> int:
    """The dependent of the predicate that the word belongs to."""
    tokens = clause.tree.tokens
    while tokens[word].head not in {clause.head, word}:
        word = tokens[word].head
    return word


def _tells_time(clause: Clause, used: Collection[int]) -> bool:
    tokens = clause.tree.tokens
    return any(tokens[i].lemma.lower() in _TIME_WORDS or is_year(tokens[i].text) for i in used)


def _holds_another_sentence(clause: Clause) -> bool:
    """Whether "and" joins a clause with a subject of its own to a part of the predicate."""
    tree = clause.tree
    subjects = (i for i in clause.words if tree.dep(i) in {"nsubj", "nsubj:pass"})
    heads = (tree.tokens[i].head for i in subjects)
    return any(head != clause.head and tree.dep(head) == "conj" for head in heads)


def _hangs_a_predicate_on_a_noun(clause: Clause, without: Collection[int]) -> bool:
    """Whether "and bought …" follows that the parser took for no predicate of the subject."""
    tree = clause.tree
    loose = (i for i in clause.words if tree.dep(i) == "conj" and tree.tokens[i].tag == "VBD")
    for verb in loose:
        first = tree.subtree(verb)[0]
        is_set_off = tree.word(first) == "and" and tree.word(first - 1) == ","
        is_of_a_noun = tree.tokens[tree.tokens[verb].head].pos in {"NOUN", "PROPN", "NUM", "SYM"}
        if verb not in without and (is_set_off or is_of_a_noun):
            return True
    return False

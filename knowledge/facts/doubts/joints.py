"""Whether the words kept of a sentence still hold together: pairs, phrases, verbs.

Looks at tags and at the links between words, and so at any sentence alike; each rule's name is
the reason that is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from knowledge.facts.reading.clauses import Clause

_SECOND_HALF: Mapping[str, str] = {"between": "and", "both": "and", "either": "or"}
"""Words that promise another."""
_LEANS = frozenset({"amod", "compound", "nummod", "det", "case", "nmod:poss", "aux", "aux:pass"})
"""Links of words that mean nothing without the word they lean on."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_JOINS = frozenset({"WDT", "WP", "WP$", "WRB", "CC", "IN", ":"})
_SUBORDINATORS = frozenset({"after", "before", "since", "until", "as", "like", "than", "while"})
_COLON = frozenset({";", ":", "–", "—"})


def half_of_a_pair(clause: Clause, used: Collection[int]) -> bool:
    """Of "between A and B" or "both A and B", only the first half was kept."""
    tree = clause.tree
    kept = sorted({*used, *clause.words, *clause.subject_words})
    for index in kept:
        second = _SECOND_HALF.get(tree.word(index))
        if second is None:
            continue
        everywhere = any(tree.word(i) == second for i in range(index, len(tree.tokens)))
        if everywhere and not any(i > index and tree.word(i) == second for i in kept):
            return True
    return False


def word_without_its_noun(clause: Clause, used: Collection[int]) -> bool:
    """An article, an adjective or a preposition is kept, and what it belongs to is left out."""
    tree = clause.tree
    kept = {*used, *clause.words, *clause.subject_words}
    return any(tree.dep(i) in _LEANS and tree.tokens[i].head not in kept for i in used)


def verbs_unjoined(clause: Clause, used: Collection[int]) -> bool:
    """Two finite verbs stand in one clause, and nothing joins them."""
    tree = clause.tree
    kept = sorted({*used, *clause.words, *clause.subject_words})
    verbs = [i for i in kept if tree.tokens[i].tag in _FINITE]
    joints = [i for i in kept if tree.tokens[i].tag in _JOINS and not _is_case(clause, i)]
    marks = sum(tree.word(i) in _COLON for i in kept)
    reduced = sum(tree.dep(i) in {"acl:relcl", "ccomp", "advcl"} for i in verbs)
    return len(verbs) > 1 + len(joints) + marks + reduced


def _is_case(clause: Clause, word: int) -> bool:
    """Whether a preposition binds a noun and no clause."""
    tree = clause.tree
    is_bound = tree.tokens[word].tag == "IN" and tree.dep(word) == "case"
    return is_bound and tree.word(word) not in _SUBORDINATORS

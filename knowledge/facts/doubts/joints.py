"""Whether the words kept of a sentence still hold together: pairs, phrases, verbs.

Looks at tags and at the links between words, and so at any sentence alike; each rule's name is
the reason that is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from knowledge.facts.reading.antecedents import SUBJECTS
from knowledge.facts.reading.clauses import Clause
from knowledge.language.schemes import FINITE
from knowledge.language.trees import Tree

_SECOND_HALF: Mapping[str, str] = {"between": "and", "both": "and", "either": "or"}
"""Words that promise another."""
_LEANS = frozenset({"amod", "compound", "nummod", "det", "case", "nmod:poss", "aux", "aux:pass"})
"""Links of words that mean nothing without the word they lean on."""
_JOINS = frozenset({"WDT", "WP", "WP$", "WRB", "CC", "IN", ":"})
_SUBORDINATORS = frozenset({"after", "before", "since", "until", "as", "like", "than", "while"})
_COLON = frozenset({";", ":", "–", "—"})
_VERBAL = frozenset({"VERB", "AUX"})


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
    verbs = [i for i in kept if tree.tokens[i].tag in FINITE]
    joints = [i for i in kept if tree.tokens[i].tag in _JOINS and not _is_of_nouns(clause, i)]
    marks = sum(tree.word(i) in _COLON for i in kept)
    reduced = sum(_needs_no_joint(clause, i) for i in verbs)
    return len(verbs) > 1 + len(joints) + marks + reduced


def sentences_spliced(clause: Clause, used: Collection[int]) -> bool:
    """A whole sentence, with its own subject, stands before this one, and a comma between them."""
    tree = clause.tree
    before = (i for i in tree.children(clause.head, "advcl", "ccomp") if i < clause.subject)
    kept = {*used, *clause.words}
    return any(
        i in kept and tree.tokens[i].tag in FINITE and _opens_with_its_subject(tree, i)
        for i in before
    )


def _opens_with_its_subject(tree: Tree, verb: int) -> bool:
    """Whether no "when" or "had" stands before the subject: the clause hangs on nothing."""
    subject = tree.child(verb, *SUBJECTS)
    return subject is not None and tree.subtree(subject)[0] == tree.subtree(verb)[0]


def comma_before_its_verb(clause: Clause) -> bool:
    """A comma alone parts the subject from its verb: "the law, passed in 1968, made …".

    The verb is a participle then, or the remark that the comma closed has gone without it.
    """
    tree, first, last = clause.tree, min(clause.subject_words), max(clause.subject_words)
    kept = sorted({*clause.words, *clause.subject_words})
    before = [i for i in kept if last < i < clause.finite]
    is_said = [tree.word(i) for i in before] == [","]
    is_there = last + 2 == clause.finite and tree.word(last + 1) == ","
    opened = {tree.word(i) for i in range(first, last + 1)}
    return (is_said or is_there) and "," not in opened


def two_subjects(clause: Clause, used: Collection[int]) -> bool:
    """The verb has two subjects: one of them belongs to another verb, or says who the other is."""
    tree = clause.tree
    others = {*tree.children(clause.head, "nsubj", "nsubj:pass")} - {clause.subject}
    return not others.isdisjoint({*used, *clause.words})


def member_of_a_list_lost(clause: Clause, used: Collection[int]) -> bool:
    """What stood right before an "and" was left out: of "in York, Ann and Ida", "York and Ida"."""
    tree = clause.tree
    kept = {*used, *clause.words, *clause.subject_words}
    joints = (i for i in kept - {min(kept)} if tree.tokens[i].tag == "CC")
    return any(i - 1 not in kept and tree.tokens[i - 1].pos != "PUNCT" for i in joints)


def _needs_no_joint(clause: Clause, verb: int) -> bool:
    """Whether a verb's clause hangs on another word and no word joins it: "the sea he painted"."""
    tree = clause.tree
    head = tree.tokens[verb].head if tree.dep(verb) in _LEANS | {"cop"} else verb
    below = tree.subtree(head)
    before = (tree.tokens[i] for i in below if i < verb)
    is_joined = any(token.tag in _JOINS and token.dep != "case" for token in before)
    is_beside = below[0] > 0 and tree.word(below[0] - 1) == ","
    return tree.dep(head) in {"acl:relcl", "ccomp"} and not is_joined and not is_beside


def _is_of_nouns(clause: Clause, word: int) -> bool:
    """Whether a preposition or an "and" binds nouns and no clauses."""
    tree, token = clause.tree, clause.tree.tokens[word]
    if token.tag == "CC":
        second = token.head
        return tree.tokens[second].pos not in _VERBAL and tree.child(second, "cop") is None
    is_bound = token.tag == "IN" and token.dep == "case"
    return is_bound and tree.word(word) not in _SUBORDINATORS

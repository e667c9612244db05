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
    verbs = [i for i in kept if tree.tokens[i].tag in _FINITE]
    joints = [i for i in kept if tree.tokens[i].tag in _JOINS and not _is_of_nouns(clause, i)]
    marks = sum(tree.word(i) in _COLON for i in kept)
    reduced = sum(_needs_no_joint(clause, i) for i in verbs)
    return len(verbs) > 1 + len(joints) + marks + reduced


def _needs_no_joint(clause: Clause, verb: int) -> bool:
    """Whether a verb's clause hangs on another word by itself, or by a conjunction."""
    tree, link = clause.tree, clause.tree.dep(verb)
    is_joined = tree.child(verb, "mark", "advmod") is not None
    return link in {"acl:relcl", "ccomp"} or (link == "advcl" and is_joined)


def _is_of_nouns(clause: Clause, word: int) -> bool:
    """Whether a preposition or an "and" binds nouns and no clauses."""
    tree, token = clause.tree, clause.tree.tokens[word]
    if token.tag == "CC":
        second = token.head
        return tree.tokens[second].pos not in _VERBAL and tree.child(second, "cop") is None
    return token.tag == "IN" and tree.dep(word) == "case" and token.text not in _SUBORDINATORS


def participle_for_a_verb(clause: Clause, _: Collection[int]) -> bool:
    """A comma alone parts the subject from its verb: "the law, passed in 1968, made …"."""
    tree, last = clause.tree, max(clause.subject_words)
    is_parted = last + 2 == clause.finite and tree.word(last + 1) == ","
    return is_parted and "," not in {tree.word(i) for i in clause.subject_words}


def two_subjects(clause: Clause, used: Collection[int]) -> bool:
    """The verb has two subjects: one of them belongs to another verb, or says who the other is."""
    tree = clause.tree
    others = {*tree.children(clause.head, "nsubj", "nsubj:pass")} - {clause.subject}
    return not others.isdisjoint({*used, *clause.words})


def member_of_a_list_lost(clause: Clause, used: Collection[int]) -> bool:
    """What stood right before an "and" was left out: of "in York, Ann and Ida", "York and Ida"."""
    tree = clause.tree
    kept = {*used, *clause.words, *clause.subject_words}
    return any(
        tree.tokens[i].tag == "CC" and i - 1 not in kept and tree.tokens[i - 1].pos != "PUNCT"
        for i in kept
        if i > min(kept)
    )

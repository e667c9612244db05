"""What cutting a clause out of its sentence may have spoilt: its end, its middle, its times.

Each rule looks at one thing; its name is the reason that is shown.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from knowledge.facts.reading.clauses import Clause
from knowledge.language.dates import is_year
from knowledge.language.trees import Tree

_SHORT_TAIL = 2
_BEFORE_A_NAME = frozenset({"DT", "NN", "JJ", "PRP$", "NNP"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_RELATIVE = frozenset({"WP", "WP$", "WDT"})
_SUBORDINATORS = frozenset({"because", "although", "when", "while", "if", "that", "whereas"})


def cut_in_the_middle(clause: Clause) -> bool:
    """Words were left out from between others: what remains may say something else."""
    return bool(_gaps(clause.tree, {*clause.words, *clause.subject_words}))


def subject_cut(clause: Clause) -> bool:
    """A part of the subject was left out that no comma closes: "Fort Jesus, on the sea|side"."""
    return bool(_gaps(clause.tree, {*clause.subject_words}) - clause.tree.bracketed)


def _gaps(tree: Tree, kept: set[int]) -> set[int]:
    """The words left out right before a word that is kept, with no comma or "and" between."""
    return {
        i
        for i in range(min(kept), max(kept))
        if i not in kept and i + 1 in kept and tree.tokens[i].pos not in {"PUNCT", "CCONJ", "ADV"}
    }


def behind_the_second_verb(clause: Clause) -> bool:
    """What is kept stands behind a coordinated verb that was left out: it is that verb's."""
    tree = clause.tree
    left_out = [i for i in tree.children(clause.head, "conj") if i not in clause.words]
    verbs = [i for i in left_out if tree.tokens[i].pos in {"VERB", "AUX"}]
    return bool(verbs) and any(i > min(verbs) for i in clause.words if tree.word(i) != ",")


def genitive_alone(clause: Clause) -> bool:
    """A subject such as "Douglass's", whose noun the sentence before told."""
    return clause.tree.tokens[max(clause.subject_words)].tag == "POS"


def name_cut(clause: Clause) -> bool:
    """Only a part of a name was kept: the parse goes through the middle of it."""
    kept = {*clause.words, *clause.subject_words}
    return any({*span.words} & kept and {*span.words} - kept for span in clause.parsed.spans)


def name_left_out(clause: Clause, used: Collection[int]) -> bool:
    """Of "an engineer, Ida Holm", only "an engineer" was kept: which one, nobody could say."""
    tree = clause.tree
    kept, bracketed = {*used, *clause.words, *clause.subject_words}, tree.bracketed
    return any(
        tree.dep(i) == "appos"
        and i not in kept
        and tree.tokens[i].head in kept
        and i not in bracketed
        and tree.tokens[i].tag in {"NNP", "NNPS"}
        and _is_anybody(clause, tree.tokens[i].head)
        for i in range(len(tree.tokens))
    )


def _is_anybody(clause: Clause, word: int) -> bool:
    """Whether a noun says only what somebody or something is: "an engineer", "two towns"."""
    tree = clause.tree
    article, is_noun = tree.child(word, "det"), tree.tokens[word].tag in {"NN", "NNS"}
    is_one = article is not None and tree.word(article) in {"a", "an"}
    return is_noun and (is_one or tree.child(word, "nummod") is not None)


def conjunction_lost(clause: Clause) -> bool:
    """The "and" between two things that are both kept was left out: they stand as one."""
    tree = clause.tree
    kept = {*clause.words, *clause.subject_words}
    lost = (i for i in range(len(tree.tokens)) if tree.dep(i) == "cc" and i not in kept)
    heads, joint = kept - {clause.head}, _joint_of_clauses(clause)
    return any(
        (tree.tokens[i].head in heads and i != joint) or {i - 1, i + 1} <= kept for i in lost
    )


def _joint_of_clauses(clause: Clause) -> int | None:
    """The "and" that stands behind a comma and before the subject: it joins whole clauses."""
    tree, joint = clause.tree, min(clause.subject_words) - 1
    is_own = tree.dep(clause.subject).startswith("nsubj")
    is_joint = joint > 0 and tree.tokens[joint].tag == "CC" and tree.word(joint - 1) == ","
    return joint if is_own and is_joint else None


def somebody_before_the_verb(clause: Clause) -> bool:
    """In "Inuit left, and the sailor Frobisher came", he came, not they."""
    tree, before = clause.tree, clause.parsed.span_at(clause.finite - 1)
    is_shared = tree.tokens[clause.subject].head != clause.head
    if not is_shared or before is None or before.name.kind != "person":
        return False
    first = before.words[0]
    while tree.tokens[first - 1].tag in _BEFORE_A_NAME:
        first -= 1
    beside = {tree.tokens[first - 1].tag, tree.tokens[before.words[0] - 1].tag}
    return clause.subject not in before.words and beside.isdisjoint({"IN", "TO"})


def remark_goes_on(clause: Clause) -> bool:
    """A remark left out runs on behind its own comma, where the sentence may have gone on."""
    tree = clause.tree
    kept = {*clause.words, *clause.subject_words}
    return any(
        tree.word(i) == ","
        and i not in kept
        and tree.tokens[i + 1].tag in {"IN", "TO"}
        and tree.word(i + 1) not in _SUBORDINATORS
        and tree.tokens[i].head != clause.head
        and {i - 1, i + 1}.isdisjoint(kept)
        and clause.head < i
        and _belongs(clause, i)
        for i in range(1, len(tree.tokens) - 1)
    )


def remark_left_behind(clause: Clause) -> bool:
    """Of "of an officer, Captain Holm," or "by a man, whose name is Holm" the first half is out.

    What is kept behind it, a relative or a name, would be said of the word before the remark.
    """
    tree, subject = clause.tree, {*clause.subject_words}
    kept = sorted({*clause.words, *subject})
    for before, i in pairwise(kept):
        is_cut = i - before > 1 and tree.word(before + 1) == ","
        opens_the_subject = i in subject and before not in subject
        is_named = tree.tokens[before].tag in _NOUNS and tree.tokens[i].tag in {"NNP", "NNPS"}
        if is_cut and is_named and not opens_the_subject:
            return True
    relatives = (i for i in kept if tree.tokens[i].tag in _RELATIVE and tree.word(i - 1) == ",")
    return any(
        i - 2 not in kept and tree.tokens[i - 2].pos not in {"PUNCT", "ADV"} for i in relatives
    )


def _belongs(clause: Clause, word: int) -> bool:
    """Whether the word hangs on what is kept of the predicate, not on a clause beside it."""
    tree, kept = clause.tree, {*clause.words} - {clause.head}
    while tree.tokens[word].head != word:
        if word in kept:
            return True
        word = tree.tokens[word].head
    return False


def ends_in_the_air(clause: Clause, used: Collection[int]) -> bool:
    """What is left stops at a preposition or an article, or goes on for a word after a comma."""
    tree = clause.tree
    kept = sorted({*clause.words, *clause.subject_words})
    behind = tree.word(kept[-1] + 1) if kept[-1] + 1 < len(tree.tokens) else ""
    if behind in {"-", "–"} and tree.tokens[kept[-1]].text.isdigit():
        return True
    if tree.tokens[kept[-1]].tag in {"IN", "TO", "CC", "DT", "PRP$", ","}:
        return True
    marks = (i for i in used if tree.dep(i) == "mark" and tree.word(i) != "to")
    if any(tree.tokens[tree.tokens[i].head].tag[:2] not in {"VB", "NN", "JJ"} for i in marks):
        return True
    commas = [p for p, i in enumerate(kept) if tree.word(i) == "," and i > clause.head]
    tail = len(kept) - 1 - commas[-1] if commas else len(kept)
    is_cut = max(kept) < len(tree.tokens) - 2
    return is_cut and tail <= _SHORT_TAIL


def two_times(clause: Clause) -> bool:
    """Two years bound to one verb: one of them belongs to something that was cut."""
    tree = clause.tree
    if clause.is_whole or {"from", "until"} <= {tree.word(i) for i in clause.words}:
        return False
    obliques = tree.children(clause.head, "obl", "obl:unmarked", "nmod")
    bound = (i for i in obliques if i in clause.words and tree.tokens[i].tag == "CD")
    return sum(is_year(tree.word(i)) for i in bound) > 1

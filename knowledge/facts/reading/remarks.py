"""What a sentence sets off by commas and brackets, and which commas it needs without it.

Knows trees and marks; which words a clause keeps, ``clauses`` says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from knowledge.language.trees import Tree

SET_OFF = frozenset({"advcl", "acl", "acl:relcl", "appos", "advcl:relcl", "nmod", "parataxis"})
DROPPED_ANYWHERE = frozenset(
    {"also", "however", "therefore", "furthermore", "moreover", "later", "subsequently", "then"}
    | {"soon", "eventually", "finally", "afterwards", "ultimately", "consequently", "thus"}
)
_OPENS_A_REMARK = frozenset({"or", "a", "an", "the", "one"})
"""Behind the first comma of a subject, such a word says what the subject is."""


def is_set_off(tree: Tree, index: int) -> bool:
    """Whether the phrase stands behind a comma (or, at the beginning, before one)."""
    phrase = tree.subtree(index)
    before, after = phrase[0] - 1, phrase[-1] + 1
    starts_with_comma = tree.word(phrase[0]) in {",", "(", "-", "–", "—"}
    if starts_with_comma or (before >= 0 and tree.word(before) in {",", "(", "–", "—"}):
        return True
    return before < 0 and after < len(tree.tokens) and tree.word(after) == ","


def is_of_a_list(tree: Tree, index: int) -> bool:
    """Whether a name beside a name is one of several: "of Spain, Italy, Malta and Greece"."""
    head = tree.tokens[index].head
    are_names = {tree.tokens[index].tag, tree.tokens[head].tag} <= {"NNP", "NNPS"}
    return are_names and bool(tree.children(head, "conj") or tree.children(index, "conj"))


def noun_phrase(tree: Tree, head: int) -> tuple[int, ...]:
    """The words of a noun phrase without the remarks set off by commas."""
    out = {*tree.bracketed}
    for index in tree.subtree(head):
        if index != head and tree.dep(index) in SET_OFF and is_set_off(tree, index):
            out.update(tree.subtree(index))
    out -= _name_of(tree, head)
    kept = [i for i in tree.subtree(head) if i not in out]
    while kept and tree.word(kept[-1]) in {",", "("}:
        kept.pop()
    while kept and tree.tokens[kept[0]].tag in {",", "CC"}:
        kept.pop(0)
    return tuple(kept)


def _name_of(tree: Tree, head: int) -> set[int]:
    """The name that says who or what a noun means: "the next owner, Airfix"."""
    found: set[int] = set()
    article = tree.child(head, "det")
    is_definite = article is not None and tree.word(article) == "the"
    for index in tree.children(head, "appos") if is_definite else ():
        phrase = [i for i in tree.subtree(index) if tree.tokens[i].pos != "PUNCT"]
        if all(tree.tokens[i].tag in {"NNP", "NNPS"} for i in phrase):
            found.update(phrase)
    return found - tree.bracketed


def comma_behind(tree: Tree, subject_words: Sequence[int]) -> set[int]:
    """The comma that ends what another set off inside the subject: "Cori, née Radnitz, …"."""
    behind = max(subject_words, default=0) + 1
    while behind in tree.bracketed:
        behind += 1
    said = [tree.word(i) for i in subject_words]
    # "the Kraton, or palace", "Krakatoa, an island between Java and Sumatra"
    is_remark = any(one == "," and next_ in _OPENS_A_REMARK for one, next_ in pairwise(said))
    is_list = not {"and", "or"}.isdisjoint(said) and not is_remark
    is_open = said.count(",") == 1 and not is_list
    is_there = behind < len(tree.tokens) and tree.word(behind) == ","
    return {behind} if is_open and is_there else set()


def commas_inside(tree: Tree, dropped: Iterable[int], kept: Collection[int]) -> set[int]:
    """The commas between words that are kept: the sentence needs them where it had them."""
    bracketed = tree.bracketed
    found: set[int] = set()
    for i in (each for each in dropped if tree.word(each) == ","):
        before, behind = i - 1, i + 1
        while before in bracketed:
            before -= 1
        while behind < len(tree.tokens) and tree.word(behind) in DROPPED_ANYWHERE:
            behind += 1
        if before in kept and behind in kept:
            found.add(i)
    return found


def half_pairs(tree: Tree, kept: Collection[int]) -> set[int]:
    """The commas behind an apposition whose comma before is lost, as with a subject's."""
    out: set[int] = set()
    for index in kept:
        if tree.dep(index) == "appos":
            phrase = tree.subtree(index)
            before, after = phrase[0] - 1, phrase[-1] + 1
            if after in kept and before not in kept and tree.word(after) == ",":
                out.add(after)
    return out

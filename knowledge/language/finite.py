"""The tense of a sentence's main verb where the tagger saw none.

"Opened" is past tense and participle, "run" base form and present; in "The museum opened in
1994" and "Buses run to Ritsem", where a subject stands before it and no auxiliary, only a
finite verb can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from knowledge.language.pipeline import Token
from knowledge.language.schemes import AUXILIARIES, FINITE, PLURAL
from knowledge.language.verbs import NEVER_PASSIVE, base_of_past, is_past, may_be_participle

_SUBORDINATE: Final = frozenset(
    {"advcl", "acl", "acl:relcl", "ccomp", "xcomp", "csubj", "parataxis"}
)
_LIKE_ITS_BASE: Final = frozenset({"run", "come", "become", "overcome"})
"""Participles that are base forms as well."""


def with_finite_root(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words of a sentence, its main verb tagged as finite where it can be nothing else."""
    root = next(i for i, token in enumerate(tokens) if token.head == i)
    below = [i for i, token in enumerate(tokens) if token.head == root and i != root]
    relations = {tokens[i].dep for i in below}
    subject = next((i for i in below if tokens[i].dep == "nsubj" and i < root), None)
    if subject is None or relations & {*AUXILIARIES, "obl:agent"}:
        return tokens
    tag, word = tokens[root].tag, tokens[root].text.lower()
    if tag == "VB" or (tag == "VBN" and word in _LIKE_ITS_BASE):
        tag = _tense_of_base(tokens, subject, word) or tag
    elif tag == "VBN" and _is_past(tokens, subject, root):
        tag = "VBD"
    return (*tokens[:root], replace(tokens[root], tag=tag), *tokens[root + 1 :])


def _is_past(tokens: Sequence[Token], subject: int, root: int) -> bool:
    """Whether a participle is a past tense: its form, its object or the rest of it shows that."""
    word = tokens[root].text.lower()
    if _opens_a_remark(tokens, subject, root):
        return False
    has_object = any(token.dep == "obj" and token.head == root for token in tokens)
    if has_object or word in NEVER_PASSIVE:
        return True
    behind = range(root + 1, len(tokens))
    may_be_passive = may_be_participle(word) and (
        any(tokens[i].text.lower() == "by" or _is_main(tokens, i) for i in behind)
    )
    return is_past(word) and not may_be_passive


def _opens_a_remark(tokens: Sequence[Token], subject: int, root: int) -> bool:
    """Whether it opens a remark on the subject: "the airport, often called Karipur, …"."""
    before = [token.text for token in tokens[subject + 1 : root] if token.tag != "RB"]
    return before[-1:] == ["("] or (before[-1:] == [","] and before.count(",") == 1)


def _is_main(tokens: Sequence[Token], word: int) -> bool:
    """Whether a finite verb heads no clause that hangs on another or that "and" joins."""
    if tokens[word].tag not in FINITE:
        return False
    above = list(_upwards(tokens, word))
    is_subordinate = any(tokens[i].dep in _SUBORDINATE for i in above)
    is_joined = any(tokens[i].dep == "conj" and _has_a_joint(tokens, i) for i in above)
    return not is_subordinate and not is_joined


def _upwards(tokens: Sequence[Token], word: int) -> Iterator[int]:
    while tokens[word].head != word:
        yield word
        word = tokens[word].head


def _has_a_joint(tokens: Sequence[Token], word: int) -> bool:
    return any(token.dep == "cc" and token.head == word for token in tokens)


def _tense_of_base(tokens: Sequence[Token], subject: int, word: str) -> str:
    """The present of many; of one, and where all else is past, "put" and "lay" are past."""
    joined = any(token.dep == "conj" and token.head == subject for token in tokens)
    is_plural = tokens[subject].tag in PLURAL or joined
    is_told = any(token.tag == "VBD" for token in tokens)
    if base_of_past(word, word) and (is_told or not is_plural):
        return "VBD"
    return "VBP" if is_plural else ""

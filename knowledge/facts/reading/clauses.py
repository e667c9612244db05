"""Clauses of a parsed sentence: one predicate with its subject and what belongs to it.

Coordinated verbs share a subject and become clauses of their own; remarks set off by commas are
left out. Whether a clause can stand alone, ``grounding`` says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, takewhile

from knowledge.facts.reading.antecedents import SUBJECTS
from knowledge.facts.reading.parsed import Parsed, Span
from knowledge.facts.reading.remarks import (
    DROPPED_ANYWHERE,
    SET_OFF,
    comma_behind,
    commas_inside,
    half_pairs,
    is_of_a_list,
    is_set_off,
    noun_phrase,
)
from knowledge.facts.reading.words import words as words_named
from knowledge.language.schemes import AUXILIARIES
from knowledge.language.trees import Tree

_NOMINALS = ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "appos", "root", "conj")
_CONNECTIVES = words_named("connectives")
_OPENERS = words_named("openers")
_LONGEST_OPENER = 4
CLAUSES_IN_HAND = 64
"""More than a sentence has: what is found out about a clause is kept while it is tried."""
_REACH = 5
"""Words that a date in front takes up to its year: "In the summer of 1491"."""
_OF_TIME = frozenset({"in", "on", "at", "by", "from", "until", "since", "during", "around"})
_LEADING = ("obl", "obl:unmarked", "obl:tmod", "nmod:unmarked", "advcl")


@dataclass(frozen=True, eq=False)
class Clause:
    """A predicate (``head``) with its ``subject``; ``words`` are all its words but the subject's.

    ``person`` is the full name of the subject when it is a person, named or meant by a pronoun.
    ``is_whole`` tells that nothing of the sentence was left out.
    """

    parsed: Parsed
    head: int
    subject: int
    words: tuple[int, ...]
    subject_words: tuple[int, ...]
    person: str
    is_whole: bool

    @property
    def tree(self) -> Tree:
        """The sentence's tree."""
        return self.parsed.tree

    @cached_property
    def auxiliaries(self) -> tuple[int, ...]:
        """The auxiliary and copular verbs of the predicate, left to right."""
        return tuple(self.tree.children(self.head, *AUXILIARIES))

    @cached_property
    def finite(self) -> int:
        """The verb that carries the tense."""
        return next(iter(self.auxiliaries), self.head)

    @cached_property
    def opens_with_a_date(self) -> bool:
        """Whether "In 1944" stands in front, which a parser may take for a part of the subject."""
        first, line = min([*self.words, *self.subject_words]), self.parsed.line
        tokens = self.tree.tokens[first : first + _REACH]
        places = {token.start - line.sentence.start for token in tokens[1:]}
        opens = tokens[0].tag == "IN" and tokens[0].text.lower() in _OF_TIME
        return opens and any(date.start in places for date in line.dates)

    @property
    def fronted(self) -> tuple[int, ...]:
        """The words that stand before the subject, or would if the verb had one of its own."""
        first, lead = min(self.subject_words), self.lead
        found = [i for i in self.words if i < first or i in lead]
        joints = takewhile(lambda i: self.tree.tokens[i].tag in {"CC", ","}, found)
        return tuple(found[len(list(joints)) :])

    @property
    def rest(self) -> tuple[int, ...]:
        """The words that stand behind the subject."""
        return tuple(sorted({*self.words} - {*self.fronted}))

    @property
    def is_left_open(self) -> bool:
        """Whether a remark in the subject would lose the comma that closes it, if turned."""
        return bool(comma_behind(self.tree, self.subject_words))

    @property
    def lead(self) -> frozenset[int]:
        """What a coordinated verb without a subject has before it: "and in 1949 moved to …"."""
        shares = self.tree.tokens[self.subject].head != self.head
        if not shares or self.tree.dep(self.head) != "conj":
            return frozenset()
        tops = (i for i in self.tree.children(self.head, *_LEADING) if i < self.finite)
        phrases = {i for top in tops for i in self.tree.subtree(top)}
        commas = (i for i in self.words if self.tree.word(i) == ",")
        beside = {i for i in commas if {i - 1, i + 1} & phrases}
        return frozenset(phrases & {*self.words} | beside)


def clauses(parsed: Parsed) -> Iterator[Clause]:
    """The main clause, the clauses coordinated with it, and non-restrictive "who" clauses."""
    tree = parsed.tree
    subject = tree.child(tree.root, *SUBJECTS)
    found = _with_conjuncts(parsed, tree.root, subject) if subject is not None else iter(())
    relative = (clause for span in parsed.spans for clause in _relative(parsed, span))
    for clause in chain(found, relative):
        if clause.words and clause.subject_words:
            yield clause


def _relative(parsed: Parsed, span: Span) -> Iterator[Clause]:
    """The clause that a name's "who" or "which" begins behind a comma, said of the name."""
    tree = parsed.tree
    for head in (c for i in span.words for c in tree.children(i, "acl:relcl")):
        pronoun = tree.child(head, *SUBJECTS)
        if pronoun is None or tree.word(pronoun) not in {"who", "which"}:
            continue
        if is_set_off(tree, head):
            everything = set(tree.subtree(head)) - {pronoun}
            words = tuple(sorted(everything - _left_out(tree, head, everything)))
            person = parsed.person_at(span.words[-1])
            subject = next((i for i in span.words if tree.dep(i) in _NOMINALS), span.words[0])
            yield Clause(parsed, head, subject, words, span.words, person, is_whole=False)


def _with_conjuncts(parsed: Parsed, head: int, subject: int) -> Iterator[Clause]:
    tree = parsed.tree
    if any(_has_lost_its_subject(tree, i) for i in tree.children(head, "conj")):
        return
    yield _clause(parsed, head, subject)
    for conjunct in (*tree.children(head, "conj"), *_beside(tree, head)):
        own = tree.child(conjunct, *SUBJECTS)
        if own is None and _follows_a_relative(tree, head, conjunct):
            continue
        if tree.tokens[conjunct].pos in {"VERB", "AUX"} or tree.child(conjunct, "cop"):
            yield _clause(parsed, conjunct, subject if own is None else own)


def _has_lost_its_subject(tree: Tree, conjunct: int) -> bool:
    """Whether a coordinated verb follows no "and": the parser has given its subject away."""
    tag, head = tree.tokens[conjunct].tag, tree.tokens[conjunct].head
    shares_no_auxiliary = tree.child(head, *AUXILIARIES) is None
    is_verb = tag in {"VBD", "VBZ", "VBP"} or (tag == "VBN" and shares_no_auxiliary)
    if not is_verb or tree.child(conjunct, *SUBJECTS) is not None:
        return False
    first = next(
        i for i in tree.subtree(conjunct) if tree.tokens[i].pos != "PUNCT" or i == conjunct
    )
    near = {tree.dep(i) for i in (first - 1, first) if i >= 0}
    siblings = tree.children(head, "conj")
    later = any(tree.child(i, "cc") is not None for i in siblings if i > conjunct)
    return "cc" not in near and not later


def _follows_a_relative(tree: Tree, head: int, conjunct: int) -> bool:
    """Whether another did it: "was proposed by Ann Holm, who studied in Ulm and joined the …"."""
    joint = tree.child(conjunct, "cc")
    relative = any(
        tree.tokens[i].tag in {"WP", "WP$", "WDT"} and tree.word(i - 1) == ","
        for i in range(head + 1, conjunct)
    )
    return relative and joint is not None and tree.word(joint - 1) != ","


def _beside(tree: Tree, head: int) -> list[int]:
    """The verbs of whole clauses that a semicolon or colon sets beside the predicate's."""
    found = tree.children(head, "parataxis")
    return [
        i
        for i in found
        if tree.child(i, *SUBJECTS) is not None
        and any(tree.word(j) in {";", ":"} for j in (tree.subtree(i)[0] - 1, tree.subtree(i)[0]))
    ]


def _clause(parsed: Parsed, head: int, subject: int) -> Clause:
    tree = parsed.tree
    subject_words = noun_phrase(tree, subject)
    everything = set(tree.subtree(head)) - set(tree.subtree(subject))
    kept = everything - _left_out(tree, head, everything)
    last = max(subject_words, default=0)
    closes = any(tree.word(i) == "," for i in subject_words)
    of_subject = {i for i in tree.subtree(subject) if i <= last + closes}
    dropped = {*everything, *of_subject} - {*kept, *subject_words}
    kept |= commas_inside(tree, dropped, {*kept, *subject_words})
    kept |= comma_behind(tree, subject_words)
    words = tuple(sorted(kept - half_pairs(tree, {*kept, *subject_words})))
    whole = not any(tree.tokens[i].pos not in {"PUNCT", "CCONJ"} for i in everything - kept)
    return Clause(
        parsed,
        head,
        subject,
        words,
        subject_words,
        parsed.person_at(subject),
        whole and subject_words == tree.subtree(subject),
    )


def _left_out(tree: Tree, head: int, everything: Iterable[int]) -> set[int]:
    """Coordinated clauses, connectives, remarks set off by commas, and marks at the edges."""
    out: set[int] = set()
    for conjunct in tree.children(head, "conj"):
        is_clause = tree.tokens[conjunct].pos in {"VERB", "AUX"} or tree.child(conjunct, "cop")
        if is_clause or tree.tokens[head].pos == "VERB":
            out.update(tree.subtree(conjunct))
    out.update(tree.children(head, "punct"))
    out.update(i for joint in tree.children(head, "cc") for i in tree.subtree(joint))
    for beside in _beside(tree, head):
        out.update(tree.subtree(beside))
    out.update(tree.bracketed)
    out.update(opener(tree))
    if tree.tokens[-1].pos == "PUNCT":
        out.add(len(tree.tokens) - 1)
    for index in everything:
        is_loose = tree.dep(index) in SET_OFF or _is_second_subject(tree, head, index)
        is_remark = is_loose and is_set_off(tree, index) and not is_of_a_list(tree, index)
        if index not in out and (is_remark or _is_connective(tree, head, index)):
            out.update(tree.subtree(index))
    return out


def _is_second_subject(tree: Tree, head: int, index: int) -> bool:
    """Whether a verb has two: the other says who the subject is ("Ann Holm, the first …, was")."""
    return tree.dep(index) in SUBJECTS and tree.tokens[index].head == head


def opener(tree: Tree) -> range:
    """A phrase that only ties the sentence to the one before: "For example,", "In addition,"."""
    opening = [tree.word(i) for i in range(min(_LONGEST_OPENER + 1, len(tree.tokens)))]
    size = opening.index(",") if "," in opening else 0
    return range(size + 1 if "_".join(opening[:size]) in _OPENERS else 0)


def connectives(tree: Tree, head: int) -> set[int]:
    """The adverbs of a predicate that only tie it to what was said before: "also", "then"."""
    return {i for i in tree.children(head) if _is_connective(tree, head, i)}


def _is_connective(tree: Tree, head: int, index: int) -> bool:
    has_own = any(tree.tokens[i].pos != "PUNCT" for i in tree.children(index))
    if tree.dep(index) != "advmod" or has_own:
        return False
    if tree.tokens[index].head != head or _ends_a_span(tree, index):
        return False
    return tree.word(index) in (_CONNECTIVES if index == 0 else DROPPED_ANYWHERE)


def _ends_a_span(tree: Tree, index: int) -> bool:
    """Whether the adverb ends a span of time: "four years later"."""
    return (
        index > 0 and tree.tokens[index - 1].tag in {"NN", "NNS"} and tree.word(index) == "later"
    )

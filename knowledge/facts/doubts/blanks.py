"""A blank in a sentence to be completed, and the reasons for which it would be unfair.

Each rule's name is the reason that is shown; whether the sentence itself stands alone,
``grounding`` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.facts.reading import moving
from knowledge.facts.reading.clauses import CLAUSES_IN_HAND, Clause
from knowledge.facts.reading.words import words
from knowledge.language.dates import is_year
from knowledge.models import Expected

MOST_WORDS = 30
"""A longer sentence is not taken in at a glance."""
_LINKS = frozenset({"of", "for", "and", "&"})
_LINKS_OF_PERSONS = frozenset({"of"})
_REPEATABLE = words("repeatable")
_MODIFYING = frozenset({"compound", "amod", "flat"})
_JOINS_NAMES = frozenset({"-", "&", "vs", "vs.", "v."})


@dataclass(frozen=True)
class Gap:
    """What is left out: its words, what kind of answer it is, and what a typed answer meets."""

    words: tuple[int, ...]
    kind: str
    value: str
    expected: Expected


Rule = Callable[[Clause, Gap], bool]
"""Says that a sentence with this blank would not do."""


def subordinate(clause: Clause) -> bool:
    """What is left begins with a conjunction that the parser took for a preposition."""
    first = min(_kept(clause))
    is_lone = clause.tree.tokens[first].tag == "IN" and first + 1 == min(clause.subject_words)
    return is_lone and not clause.opens_with_a_date


def loose_before_the_subject(clause: Clause) -> bool:
    """Words before the subject belong to no phrase of the predicate."""
    return "loose_before_the_subject" in moving.doubts(clause)


def sentence_too_long(clause: Clause) -> bool:
    """More words than are read at a glance."""
    return len(_kept(clause)) > MOST_WORDS


def gap_in_a_longer_name(clause: Clause, gap: Gap) -> bool:
    """The blank is only a part of what is named."""
    tree, behind = clause.tree, gap.words[-1] + 1
    if gap.kind == "date":
        return behind < len(tree.tokens) and tree.tokens[behind].tag in {"POS", "HYPH"}
    is_modifier = tree.dep(_head(clause, gap)) in _MODIFYING
    return is_modifier or _is_part_of_a_name(clause, gap) or _runs_on(clause, gap)


def person_names_a_thing(clause: Clause, gap: Gap) -> bool:
    """In "the Nobel lecture", the person is only what the lecture is called after."""
    return gap.kind == "person" and clause.tree.dep(_head(clause, gap)) in {"compound", "amod"}


def may_have_happened_more_than_once(clause: Clause, gap: Gap) -> bool:
    """A year of what is done often: returning, playing, winning."""
    return gap.kind == "date" and clause.tree.tokens[clause.head].lemma in _REPEATABLE


def gap_in_a_list_of_times(clause: Clause, gap: Gap) -> bool:
    """Other years stand beside the year: "in 1687 and 1689"."""
    if gap.kind != "date":
        return False
    left = [i for i in sorted(_kept(clause)) if clause.tree.word(i) not in {"again", "in", "also"}]
    kept, place = [clause.tree.word(i) for i in left], left.index(gap.words[0])
    around = (kept[max(place - 2, 0) : place][::-1], kept[place + 1 : place + 3])
    return any(side[:1] in (["and"], ["or"]) and is_year(side[-1]) for side in around)


def gap_in_a_list(clause: Clause, gap: Gap) -> bool:
    """The name is one of three or more that are equal in rank."""
    head = _head(clause, gap)
    tree, before, after = clause.tree, gap.words[0] - 1, gap.words[-1] + 1
    first = tree.tokens[head].head if tree.dep(head) == "conj" else head
    others = [i for i in tree.children(first, "conj") if tree.tokens[i].pos in {"NOUN", "PROPN"}]
    is_between = all(tree.word(i) == "," for i in (before, after) if 0 < i < len(tree.tokens))
    beside = (clause.parsed.span_at(i) for i in (before - 1, after + 1) if i > 0)
    return len(others) > 1 or (
        is_between and all(span and span.name.kind == gap.kind for span in beside)
    )


OF_SENTENCE: tuple[Callable[[Clause], bool], ...] = (
    subordinate,
    loose_before_the_subject,
    sentence_too_long,
)
OF_BLANK: tuple[Rule, ...] = (
    gap_in_a_longer_name,
    person_names_a_thing,
    may_have_happened_more_than_once,
    gap_in_a_list_of_times,
    gap_in_a_list,
)


def doubts(clause: Clause, gap: Gap) -> Iterator[str]:
    """The names of the rules against this blank in these words of the clause."""
    yield from _of_sentence(clause)
    yield from (rule.__name__ for rule in OF_BLANK if rule(clause, gap))


@lru_cache(maxsize=CLAUSES_IN_HAND)
def _of_sentence(clause: Clause) -> tuple[str, ...]:
    return tuple(rule.__name__ for rule in OF_SENTENCE if rule(clause))


def _kept(clause: Clause) -> set[int]:
    return {*clause.words, *clause.subject_words}


def _head(clause: Clause, gap: Gap) -> int:
    tokens = clause.tree.tokens
    return next((i for i in gap.words if tokens[i].head not in gap.words), gap.words[-1])


def _is_part_of_a_name(clause: Clause, gap: Gap) -> bool:
    """Whether only a piece of a name would be left out: "Roman _____", "Bank of _____"."""
    tree, first, after = clause.tree, gap.words[0], gap.words[-1] + 1
    before = [tree.tokens[i] for i in range(max(first - 3, 0), first)]
    if gap.kind in {"city", "state"} and before and before[-1].text.lower() == "the":
        return True
    owns_a_name = [token.tag for token in tree.tokens[after : after + 2]] == ["POS", "NNP"]
    if owns_a_name and gap.kind == "person":
        return True  # "Ward's Lake"
    if before and before[-1].tag in {"NNP", "NNPS", "JJ"} and before[-1].text[0].isupper():
        return gap.kind != "person"
    if [t.text.lower() for t in before[1:]] == ["of", "the"] or tree.word(first - 1) == "of":
        return before[0].text[0].isupper() and gap.kind != "date"
    is_one_word = len(gap.words) == 1 and gap.kind not in {"person", "city", "country", "date"}
    if is_one_word and len(before) > 1 and _is_title_word(clause, first - 2, before[-1].text):
        return True
    if is_one_word and [t.tag for t in before[1:]] == ["IN", "DT"]:
        return before[0].text[0].isupper() and first > len(before)
    return after < len(tree.tokens) and tree.word(after) in _JOINS_NAMES


def _is_title_word(clause: Clause, word: int, between: str) -> bool:
    """Whether a capital before "the" shows a title that the blank ends: "Calling the _____"."""
    token = clause.tree.tokens[word]
    return word > 0 and between == "the" and token.text[0].isupper() and token.tag[:2] != "NN"


def _runs_on(clause: Clause, gap: Gap) -> bool:
    """Whether the name goes on: "Society _____", "Academy of Arts and Sciences"."""
    if gap.kind in {"date", "number", "city", "country", "state"}:
        return False
    tree, first, after = clause.tree, gap.words[0], gap.words[-1] + 1
    following = tree.tokens[after : after + 3]
    words = [token.text for token in following if token.text.lower() != "the"]
    links = _LINKS_OF_PERSONS if gap.kind == "person" else _LINKS
    if len(words) > 1 and words[0] in links and words[1][0].isupper():
        is_own = clause.parsed.span_at(after + 1)
        if words[0] not in {"and", "&"} or is_own is None or is_own.name.kind == "other":
            return True
    return gap.kind != "person" and _is_joined(clause, first)


def _is_joined(clause: Clause, first: int) -> bool:
    """Whether a loose capitalised word is joined to the gap from before: "Rock and _____"."""
    tree, before = clause.tree, first - 2
    if before <= 0 or tree.word(first - 1) not in _LINKS:
        return False
    span = clause.parsed.span_at(before)
    is_loose = span is None or span.name.kind == "other"
    return is_loose and tree.tokens[before].tag in {"NNP", "NNPS"}

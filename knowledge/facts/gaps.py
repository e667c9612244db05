"""A clause with one name or year left out, to be completed.

What is left must stand alone and hold what is left out nowhere else; other clauses are kept with
the reason against them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.facts import grounding, moving, wording
from knowledge.facts.clauses import Clause, connectives, opener
from knowledge.facts.statements import Statement
from knowledge.facts.words import words as words_named
from knowledge.language.dates import MONTHS
from knowledge.language.gazetteers import KIND_WORDS, ORGANISATION_SUFFIXES
from knowledge.language.names import Names
from knowledge.language.numbers import cardinal
from knowledge.models import Expected

_MOST_WORDS = 30
_FEWEST_COUNTED = 4
_MONTHS = frozenset(name[:3].lower() for name in MONTHS)
_FILLABLE = frozenset({"person", "city", "country", "state", "organisation", "event", "place"})
_JOINS_NAMES = frozenset({"-", "&", "vs", "vs.", "v."})
_AMBIGUOUS = frozenset({"Georgia", "Jordan", "Chad"})
"""Names of countries that as often mean a state or a person."""
_COMMON_NOUNS = (
    ORGANISATION_SUFFIXES | KIND_WORDS["place"] | KIND_WORDS["area"] | KIND_WORDS["event"]
)
"""Such a word alone is no name: "the Society", "the Church"."""
_BY_LAST_WORD = frozenset({"organisation", "event", "place"})
_MODIFYING = frozenset({"compound", "amod", "flat"})
_YEAR = re.compile(r"1[0-9]\d\d|20[0-4]\d")
_LINKS = frozenset({"of", "for", "and", "&"})
_LINKS_OF_PERSONS = frozenset({"of"})
_REPEATABLE = words_named("repeatable")
_BEFORE_A_YEAR = frozenset({"in", "since", "until", "by", "from"})


@dataclass(frozen=True)
class _Gap:
    """What is left out: its words, what kind of answer it is, and what a typed answer meets."""

    words: tuple[int, ...]
    kind: str
    value: str
    expected: Expected


def statements(clause: Clause, names: Names) -> Iterator[Statement]:
    """The names and years of the sentence, each as the gap of a sentence to complete."""
    found = (*_names(clause, names), *_years(clause), *_numbers(clause))
    whole = _whole(clause)
    for gap in found:
        of_sentence = None if whole is None else _statement(whole, gap, names)
        if of_sentence is not None and not of_sentence.doubts:
            yield of_sentence
        elif set(gap.words) <= {*clause.words, *clause.subject_words}:
            yield _statement(clause, gap, names)


def _whole(clause: Clause) -> Clause | None:
    """The sentence uncut, for a clause that leaves a part of it out; None where it is too long."""
    tree = clause.tree
    if clause.head != tree.root or clause.is_whole:
        return None
    marks = {i for i in (0, len(tree.tokens) - 1) if tree.tokens[i].pos in {"PUNCT", "CCONJ"}}
    tie = {*opener(tree), *connectives(tree, clause.head)}
    words = {*range(len(tree.tokens))} - {*clause.subject_words} - marks - tie
    is_short = len(words) + len(clause.subject_words) <= _MOST_WORDS
    holds_marks = any(tree.word(i) in {";", ":", "(", "—", "–"} for i in words)
    if not is_short or holds_marks:
        return None
    return replace(clause, words=tuple(sorted(words)), is_whole=True)


def _names(clause: Clause, names: Names) -> Iterator[_Gap]:
    for span in clause.parsed.spans:
        name = span.name
        if name.kind not in _FILLABLE or name.text in _AMBIGUOUS | _COMMON_NOUNS:
            continue
        is_person = name.kind == "person"
        if is_person and name.full not in names.certain:
            continue
        value = name.full if is_person else name.text
        spellings = names.spellings(value) if is_person else (value,)
        kind = (
            f"named {name.text.split()[-1].lower()}" if name.kind in _BY_LAST_WORD else name.kind
        )
        yield _Gap(span.words, kind, value, Expected("name", names=spellings))


def _years(clause: Clause) -> Iterator[_Gap]:
    tree = clause.tree
    for index, token in enumerate(tree.tokens):
        preposition = tree.word(index - 1) if index else ""
        if _YEAR.fullmatch(token.text) and preposition in _BEFORE_A_YEAR:
            yield _Gap((index,), "date", token.text, Expected("date", date=token.text))


def _numbers(clause: Clause) -> Iterator[_Gap]:
    """Counted things and measures; a number that belongs to a name or a date is none."""
    tree = clause.tree
    named = {i for span in clause.parsed.spans for i in span.words}
    for index, token in enumerate(tree.tokens):
        value = cardinal(token.text)
        is_bare = tree.tokens[token.head].pos in {"NOUN", "PROPN", "SYM"} and not tree.children(
            index
        )
        if value is None or value < _FEWEST_COUNTED or token.dep != "nummod" or index in named:
            continue
        month = tree.word(token.head)[:3] in _MONTHS
        in_a_name = [token.text[0] for token in tree.tokens[index + 1 : index + 3]]
        if all(letter.isupper() for letter in in_a_name):
            continue
        if is_bare and not month and not _YEAR.fullmatch(token.text):
            expected = Expected("quantity", value, value, tree.tokens[token.head].lemma)
            yield _Gap((index,), "number", token.text, expected)


def _statement(clause: Clause, gap: _Gap, names: Names) -> Statement:
    sentence = _sentence(clause, gap, names)
    used = {*clause.words, *clause.subject_words} - set(gap.words)
    return Statement(
        "gap",
        {"sentence": sentence, "answer_kind": gap.kind},
        ("gap", re.sub(r"\W+", " ", sentence.lower())),
        gap.value,
        gap.expected,
        clause.parsed.line.citation,
        doubts=(*grounding.doubts(clause, used), *_doubts(clause, gap)),
    )


def _sentence(clause: Clause, gap: _Gap, names: Names) -> str:
    """The clause with the gap, its first letter a capital."""
    instead = dict.fromkeys(gap.words, "") | {gap.words[-1]: wording.GAP}
    instead |= wording.named(clause, names)
    behind = gap.words[-1] + 1
    if behind < len(clause.tree.tokens) and clause.tree.tokens[behind].tag == "POS":
        instead[behind] = "'s"
    text = clause.tree.text({*clause.words, *clause.subject_words}, instead).rstrip(".")
    return f"{text[:1].upper()}{text[1:]}."


def _is_part_of_a_name(clause: Clause, gap: _Gap) -> bool:
    """Whether only a piece of a name would be left out: "Roman _____", "Bank of _____"."""
    tree, first, after = clause.tree, gap.words[0], gap.words[-1] + 1
    before = [tree.tokens[i] for i in range(max(first - 3, 0), first)]
    if gap.kind in {"city", "state"} and before and before[-1].text.lower() == "the":
        return True
    if before and before[-1].tag in {"NNP", "NNPS", "JJ"} and before[-1].text[0].isupper():
        return gap.kind != "person"
    if [t.text.lower() for t in before[1:]] == ["of", "the"] or tree.word(first - 1) == "of":
        return before[0].text[0].isupper() and gap.kind != "date"
    return after < len(tree.tokens) and tree.word(after) in _JOINS_NAMES


def _runs_on(clause: Clause, gap: _Gap) -> bool:
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


def _is_one_of_a_list(clause: Clause, gap: _Gap, head: int) -> bool:
    """Whether the name is one of three or more that are equal in rank."""
    tree, before, after = clause.tree, gap.words[0] - 1, gap.words[-1] + 1
    first = tree.tokens[head].head if tree.dep(head) == "conj" else head
    others = [i for i in tree.children(first, "conj") if tree.tokens[i].pos in {"NOUN", "PROPN"}]
    is_between = all(tree.word(i) == "," for i in (before, after) if 0 < i < len(tree.tokens))
    beside = (clause.parsed.span_at(i) for i in (before - 1, after + 1) if i > 0)
    return len(others) > 1 or (
        is_between and all(span and span.name.kind == gap.kind for span in beside)
    )


def _follows_a_place(clause: Clause, first: int) -> bool:
    """Whether the name only says in which larger place the one before lies: "Ulm, _____"."""
    before = clause.parsed.span_at(first - 2) if first > 1 else None
    return before is not None and clause.tree.word(first - 1) == ","


def _is_listed(clause: Clause, year: int) -> bool:
    """Whether other years stand beside the year: "in 1687 and 1689"."""
    tree = clause.tree
    around = {tree.word(i) for i in (year - 2, year + 1) if 0 <= i < len(tree.tokens)}
    return bool(around & {"and", "or", "to", "until", "-", "–"})


def _doubts(clause: Clause, gap: _Gap) -> Iterator[str]:
    tree = clause.tree
    kept = {*clause.words, *clause.subject_words}
    opens = tree.tokens[min(kept)].tag == "IN"
    if opens and min(kept) + 1 == min(clause.subject_words):
        yield "subordinate"
    if "loose_before_the_subject" in moving.doubts(clause):
        yield "loose_before_the_subject"
    if len(kept) > _MOST_WORDS:
        yield "sentence_too_long"
    head = next((i for i in gap.words if tree.tokens[i].head not in gap.words), gap.words[-1])
    if tree.dep(head) in _MODIFYING or _is_part_of_a_name(clause, gap) or _runs_on(clause, gap):
        yield "gap_in_a_longer_name"
    if gap.kind == "date" and tree.tokens[clause.head].lemma in _REPEATABLE:
        yield "may_have_happened_more_than_once"
    if gap.kind == "date" and _is_listed(clause, gap.words[0]):
        yield "gap_in_a_list_of_times"
    if _is_one_of_a_list(clause, gap, head):
        yield "gap_in_a_list"
    if gap.kind in {"state", "country"} and _follows_a_place(clause, gap.words[0]):
        yield "gap_in_an_address"
    words = set(re.findall(r"\w+", gap.value))
    rest = {tree.tokens[i].text for i in range(len(tree.tokens)) if i not in gap.words}
    if words & rest:
        yield "gap_filled_elsewhere_in_the_sentence"

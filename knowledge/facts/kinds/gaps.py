"""A clause with one name or year left out, to be completed.

What is left must stand alone and hold what is left out nowhere else; other clauses are kept with
the reason against them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.facts.doubts import blanks, grounding
from knowledge.facts.doubts.blanks import MOST_WORDS, Gap
from knowledge.facts.reading import wording
from knowledge.facts.reading.clauses import Clause, connectives, opener
from knowledge.facts.statements import Statement, words_alone
from knowledge.language.dates import MONTHS
from knowledge.language.gazetteers import (
    KIND_WORDS,
    NATIONS_AND_PEOPLES,
    ORGANISATION_SUFFIXES,
)
from knowledge.language.names import Names
from knowledge.language.numbers import cardinal
from knowledge.models import Expected

_FEWEST_COUNTED = 4
_MONTHS = frozenset(name[:3].lower() for name in MONTHS)
_FILLABLE = frozenset({"person", "city", "country", "state", "organisation", "event", "place"})
_AMBIGUOUS = frozenset({"Georgia", "Jordan", "Chad"})
"""Names of countries that as often mean a state or a person."""
_COMMON_NOUNS = (
    ORGANISATION_SUFFIXES
    | KIND_WORDS["place"]
    | KIND_WORDS["area"]
    | KIND_WORDS["event"]
    | {"North", "South", "East", "West"}
)
"""Such a word alone is no name: "the Society", "the Church"."""
_BY_LAST_WORD = frozenset({"organisation", "event", "place"})
_YEAR = re.compile(r"1[0-9]\d\d|20[0-4]\d")
_BEFORE_A_YEAR = frozenset({"in", "since", "until", "from"})
"""Not "by": what had happened by a year had happened by the next one too."""


def statements(clause: Clause, names: Names) -> Iterator[Statement]:
    """The names and years of the sentence, each as the gap of a sentence to complete."""
    found = (*_names(clause, names), *_years(clause), *_numbers(clause))
    whole = _whole(clause)
    for gap in found:
        if whole is not None and not any(_doubts(whole, gap)):
            yield _statement(whole, gap, names, ())
        elif set(gap.words) <= {*clause.words, *clause.subject_words}:
            yield _statement(clause, gap, names, tuple(_doubts(clause, gap)))


def _whole(clause: Clause) -> Clause | None:
    """The sentence uncut, for a clause that leaves a part of it out; None where it is too long."""
    tree = clause.tree
    if clause.head != tree.root or clause.is_whole:
        return None
    marks = {i for i in (0, len(tree.tokens) - 1) if tree.tokens[i].pos in {"PUNCT", "CCONJ"}}
    tie = {*opener(tree), *connectives(tree, clause.head)}
    words = {*range(len(tree.tokens))} - {*clause.subject_words} - marks - tie
    is_short = len(words) + len(clause.subject_words) <= MOST_WORDS
    holds_marks = any(tree.word(i) in {";", ":", "(", "—", "–"} for i in words)
    if not is_short or holds_marks:
        return None
    return replace(clause, words=tuple(sorted(words)), is_whole=True)


def _names(clause: Clause, names: Names) -> Iterator[Gap]:
    for span in clause.parsed.spans:
        name = span.name
        if name.kind not in _FILLABLE or name.text in _AMBIGUOUS | _COMMON_NOUNS:
            continue
        is_person = name.kind == "person"
        if is_person and not (name.full in names.certain and name.full.endswith(name.text)):
            continue
        if is_person and {name.text, name.text.removesuffix("s")} & NATIONS_AND_PEOPLES:
            continue  # "Indians" is the end of no name
        if "&" in name.text and name.text.split()[0] in {"Son", "Sons", "Co", "Co.", "&"}:
            continue  # the end of a firm's name: "Tancred, Arrol & Co."
        value = name.full if is_person else name.text
        spellings = names.spellings(value) if is_person else (value,)
        kind = (
            f"named {name.text.split()[-1].lower()}" if name.kind in _BY_LAST_WORD else name.kind
        )
        yield Gap(span.words, kind, value, Expected("name", names=spellings))


def _years(clause: Clause) -> Iterator[Gap]:
    tree = clause.tree
    for index, token in enumerate(tree.tokens):
        preposition = tree.word(index - 1) if index else ""
        if _YEAR.fullmatch(token.text) and preposition in _BEFORE_A_YEAR:
            yield Gap((index,), "date", token.text, Expected("date", date=token.text))


def _numbers(clause: Clause) -> Iterator[Gap]:
    """Counted things and measures; a number that belongs to a name or a date is none."""
    tree = clause.tree
    named = {i for span in clause.parsed.spans for i in span.words}
    for index, token in enumerate(tree.tokens):
        if token.dep != "nummod" or index in named:
            continue
        value = cardinal(token.text)
        if value is None or value < _FEWEST_COUNTED:
            continue
        is_bare = tree.tokens[token.head].pos in {"NOUN", "PROPN", "SYM"} and not tree.children(
            index
        )
        month = tree.word(token.head)[:3] in _MONTHS
        behind = [each.text[0].isupper() for each in tree.tokens[index + 1 : index + 3]]
        is_capital = index > 0 and token.text.istitle()  # "the Five Days of Milan"
        if all(behind) or (is_capital and behind[0]):
            continue
        if is_bare and not month and not _YEAR.fullmatch(token.text):
            expected = Expected("quantity", value, value, tree.tokens[token.head].lemma)
            yield Gap((index,), "number", token.text, expected)


def _statement(clause: Clause, gap: Gap, names: Names, doubts: tuple[str, ...]) -> Statement:
    sentence = wording.with_gap(clause, gap.words, names)
    return Statement(
        "gap",
        {"sentence": sentence, "answer_kind": gap.kind},
        ("gap", words_alone(sentence)),
        gap.value,
        gap.expected,
        clause.parsed.line.citation,
        doubts=doubts,
    )


def _doubts(clause: Clause, gap: Gap) -> Iterator[str]:
    used = {*clause.words, *clause.subject_words} - set(gap.words)
    yield from blanks.doubts(clause, gap)
    yield from _grounding(clause, gap, used)


def _grounding(clause: Clause, gap: Gap, used: set[int]) -> Iterator[str]:
    """The doubts about the words; what a whole sentence says now is as true with a blank.

    A person's deeds in the present are left out: captions and plots tell of them.
    """
    found = grounding.doubts(clause, used)
    is_name = gap.kind not in {"date", "number"}
    if not (clause.is_whole and is_name) or clause.person:
        return found
    is_going_on = clause.tree.tokens[clause.head].tag == "VBG"
    sound = {"present_event"} if is_going_on else {"present_event", "progressive_or_perfect"}
    return (doubt for doubt in found if doubt not in sound)

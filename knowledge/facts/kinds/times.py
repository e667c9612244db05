"""When something happened: the clause is asked for its year, its month or its date.

Requires a past event with its time bound to the verb; forbids states, which last, and clauses
with a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from knowledge.facts.doubts import grounding, soundness
from knowledge.facts.reading import moving, wording
from knowledge.facts.reading.clauses import Clause
from knowledge.facts.reading.words import words
from knowledge.facts.statements import Statement
from knowledge.language.dates import PartialDate, dates
from knowledge.language.names import Names
from knowledge.models import Expected

_OBLIQUE = frozenset({"obl", "obl:unmarked", "obl:tmod", "nmod", "nmod:unmarked", "nmod:tmod"})
_YEAR = re.compile(r"^in (?:the year )?(\d{4})$", re.IGNORECASE)
_NARROWING = frozenset({"early", "late", "later", "mid", "probably", "only", "finally"})
"""Words before a date that mean nothing without it: "early in March 1271"."""
_DAY = re.compile(r"^on (?:the )?\S+", re.IGNORECASE)
_MONTH = re.compile(r"^in [A-Z][a-z]+,? (?:of )?\d{4}$", re.IGNORECASE)
_FEWEST_CONTENT_WORDS = 3
_LONGEST_PARTICIPLE = 10
_OF_PREDICATE = frozenset(
    {
        "present_event",
        "progressive_or_perfect",
        "tense_not_finite",
        "conditional",
    }
    | {"reported_speech", "verb_without_its_goal", "verb_first", "superlative_since"}
    | {"comma_before_its_verb", "two_subjects", "verbs_unjoined", "behind_the_second_verb"}
)
_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp"})
_BESIDE_EVENTS = frozenset({"after", "before", "following", "during", "until", "since", "despite"})
_KINDS_OF_PLACES = frozenset({"city", "town", "village", "island", "district", "province"})
_REPEATABLE = words("repeatable")


def statements(clause: Clause, names: Names) -> Iterator[Statement]:
    """The times that the clause gives to its event and to what it mentions before its subject."""
    yield from _of_event(clause, names)
    yield from _of_participle(clause, names)


def _of_participle(clause: Clause, names: Names) -> Iterator[Statement]:
    """``Founded in 1871, the town …``, ``the town, founded in 1871, …``: when it was founded."""
    tree = clause.tree
    if clause.is_left_open:
        return
    opening = next((i for i, token in enumerate(tree.tokens) if token.pos != "PUNCT"), 0)
    beside = (*tree.children(clause.head, "advcl"), *tree.children(clause.subject, "acl"))
    for head in beside if tree.tokens[clause.subject].tag in {"NN", "NNP", "PRP"} else ():
        phrase = tuple(i for i in tree.subtree(head) if tree.tokens[i].pos != "PUNCT")
        is_single = not tree.children(head, "conj")
        opens = head == opening and phrase[-1] < clause.subject
        is_beside = max(clause.subject_words) < head or opens
        is_of_subject = opens or _ends_with_its_head(clause)
        is_remark = is_single and phrase[0] == head and is_beside and is_of_subject
        if tree.tokens[head].tag != "VBN" or not is_remark or head > clause.head:
            continue
        subject = wording.subject_text(clause, names)
        for index in tree.children(head):
            words = tree.subtree(index)
            day = _date(tree.text(words), clause.parsed.line.article.published)
            if day and day.year and len(phrase) <= _LONGEST_PARTICIPLE:
                rest = tree.text(i for i in phrase if i not in words)
                event = f"was {subject} {rest[:1].lower()}{rest[1:]}"
                yield _statement(clause, event, day, _doubts_of_subject(clause, phrase))


def _ends_with_its_head(clause: Clause) -> bool:
    """Not so in "Entry to the park, established in 1954, is free": that is said of the park."""
    last, tree = max(clause.subject_words), clause.tree
    is_its_name = tree.word(clause.subject) in _KINDS_OF_PLACES  # "the city of Kolding, founded …"
    is_one_name = tree.dep(last) in {"flat", "compound"} or _is_named(clause)
    return last == clause.subject or is_its_name or is_one_name


def _is_named(clause: Clause) -> bool:
    """Whether the subject's words are one name: "the University of Oslo"."""
    span = clause.parsed.span_at(clause.subject)
    return span is not None and max(clause.subject_words) in span.words


def _doubts_of_subject(clause: Clause, phrase: tuple[int, ...]) -> list[str]:
    used = {*clause.subject_words, *phrase}
    found = grounding.doubts(clause, used)
    return [doubt for doubt in found if doubt not in {"thin", "cut_in_the_middle", *_OF_PREDICATE}]


def _statement(clause: Clause, event: str, day: PartialDate, doubts: list[str]) -> Statement:
    day = _worth_knowing(clause, day)
    return Statement(
        "event_time",
        {"event": event},
        ("event_time", event.lower()),
        day.spoken,
        Expected("date", date=day.code),
        clause.parsed.line.citation,
        doubts=tuple(doubts),
    )


def _worth_knowing(clause: Clause, day: PartialDate) -> PartialDate:
    """The year of an event; of the year of the report itself, the day or month."""
    published = clause.parsed.line.article.published
    is_news = published is not None and published.year == day.year
    return day if is_news or day.is_relative else replace(day, month=0, day=0, weekday=None)


def _of_event(clause: Clause, names: Names) -> Iterator[Statement]:
    found = list(_times(clause))
    if len(found) != 1:
        return
    words, day = found[0]
    rest = wording.inverted(clause, words, names)
    if rest is None:
        return
    used = {*clause.words, *clause.subject_words} - set(words)
    found_doubts = grounding.doubts(clause, used)
    doubts = [*(d for d in found_doubts if d != "thin"), *_doubts(clause, used)]
    doubts += [*moving.doubts(clause, words), *_of_another_event(clause, words)]
    yield _statement(clause, rest, day, doubts)


def _of_another_event(clause: Clause, phrase: tuple[int, ...]) -> Iterator[str]:
    """Behind a clause or "after the war", a year may date what stands right before it."""
    tree = clause.tree
    between = range(clause.head + 1, phrase[0])
    if any(tree.dep(i) in _CLAUSES or tree.word(i) in _BESIDE_EVENTS for i in between):
        yield "time_of_something_else"


def _times(clause: Clause) -> Iterator[tuple[tuple[int, ...], PartialDate]]:
    """The phrases that date the predicate, with what they say."""
    tree = clause.tree
    complements = tree.children(clause.head, "xcomp")
    for index in (i for head in (clause.head, *complements) for i in tree.children(head)):
        words = tree.subtree(index)
        if tree.dep(index) not in _OBLIQUE or not set(words) <= set(clause.words):
            continue
        day = _date(tree.text(words), clause.parsed.line.article.published)
        if day and day.year:
            is_narrowed = words[0] > 0 and tree.word(words[0] - 1) in _NARROWING
            before = (words[0] - 1,) if is_narrowed else ()
            yield (*before, *words), day


def _date(text: str, published: date | None) -> PartialDate | None:
    """The date that is all the phrase says, with the preposition that fits it."""
    found = dates(text, published)
    if len(found) != 1:
        return None
    day = found[0]
    fits = _DAY if day.day else _MONTH if day.month else _YEAR
    leftover = len(text) - (day.end - day.start)
    return day if fits.match(text) and leftover <= len("in the year ") else None


def _doubts(clause: Clause, used: set[int]) -> Iterator[str]:
    tree = clause.tree
    fewest = _FEWEST_CONTENT_WORDS - (_is_topic(clause) and tree.child(clause.head, "cop") is None)
    if len(soundness.content(clause, used)) < fewest:
        yield "thin"
    if tree.child(clause.head, "cop") is not None:
        article = tree.child(clause.head, "det")
        is_one = article is not None and tree.word(article) in {"a", "an"}
        is_name = tree.tokens[clause.head].tag in {"NNP", "NNPS"}
        yield "equation" if is_name or is_one else "state_not_event"
    if tree.tokens[clause.head].lemma in _REPEATABLE:
        yield "may_have_happened_more_than_once"
    if any(re.fullmatch(r"\d{4}", tree.tokens[i].text) for i in used):
        yield "second_time_in_the_stem"


def _is_topic(clause: Clause) -> bool:
    """Whether the subject is what the article's title names."""
    title = clause.parsed.line.article.title
    subject = clause.parsed.thing if clause.subject in clause.parsed.thing_words else ""
    named = subject or clause.person or clause.tree.text(clause.subject_words)
    return named.removeprefix("the ").removeprefix("The ") in title

"""The rules that refuse a candidate or make it a draft; each is a function named by its reason.

A rule says what is wrong: it returns True for a candidate that must not be asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rapidfuzz import fuzz

from knowledge.language.dates import dates
from knowledge.language.places import place_kind
from knowledge.questions.candidates import Candidate
from knowledge.questions.surroundings import Surroundings, said

Rule = Callable[[Candidate, Surroundings], bool]
"""Says whether a candidate must not be asked (or not without an instructor's look)."""

STEM_LIMIT = 300
"""Characters that Telegram allows in a poll's question."""
OPTION_LIMIT = 100
"""Characters that Telegram allows in a poll's option."""

_FEWEST_WORDS, _MOST_WORDS = 4, 30
_SAME_STEM = 85.0
_MOST_COMMAS, _LONG_STEM = 2, 32
_PRONOUN = re.compile(
    r"\b(?:he|she|it|they|him|them|this|these|those|here|there|yesterday|today|tomorrow)\b",
    re.IGNORECASE,
)
_DEICTIC = re.compile(r"\b(?:these|those|yesterday|today|tomorrow)\b", re.IGNORECASE)
_OPENS_WITH_A_PRONOUN = re.compile(r"“(?:He|She|It|They|His|Her|Its|Their)\b")
GROUNDED = frozenset({"deed", "saying", "role", "gap", "event_time", "event_place", "definition"})
"""Kinds of facts whose pronouns were bound, or doubted, when they were read."""
_QUESTION_WORD = re.compile(r"\b(?:who|whom|whose|what|which|when|where|how)\b", re.IGNORECASE)
_ASKS_FOR_HALF = re.compile(r"(?:Who|What|Which \w+) (?:and|or)\b")
_VAGUE = re.compile(
    r"\b(?:a number of|various|especially|thereafter|the rest of|and others)\b", re.IGNORECASE
)
_LONGEST_KEY_SHARE = 1.6


def contradicted_by_other_sources(candidate: Candidate, _: Surroundings) -> bool:
    """The library disbelieves the fact, or cannot decide."""
    return bool(candidate.fact.conflicts) and candidate.fact.confidence < 1 / 2


def evidence_contradicted(candidate: Candidate, around: Surroundings) -> bool:
    """A sentence that says something the library disbelieves is no evidence for anything."""
    said_in = {(c.article, c.start) for c in candidate.fact.citations}
    return said_in <= around.disbelieved and not candidate.fact.conflicts


def misspelt_name(candidate: Candidate, around: Surroundings) -> bool:
    """A name that one source misspells is accepted as an answer, never shown."""
    shown = (candidate.stem, candidate.answer)
    return any(
        alias in text
        for alias, name in around.names.aliases.items()
        for text in shown
        if not set(alias.split()) >= set(name.split())
        and not set(alias.split()) <= set(name.split())
    )


def stem_is_no_whole_question(candidate: Candidate, _: Surroundings) -> bool:
    """A stem is one question of four to thirty words that ends in a question mark."""
    if candidate.form == "gap":
        return "_____" not in candidate.stem
    words = len(candidate.stem.split())
    asks = _QUESTION_WORD.search(candidate.stem) and not _ASKS_FOR_HALF.match(candidate.stem)
    return not (asks and candidate.stem.endswith("?") and _FEWEST_WORDS <= words <= _MOST_WORDS)


def stem_refers_to_nothing(candidate: Candidate, _: Surroundings) -> bool:
    """A pronoun or "yesterday" in the stem has nothing to refer to."""
    if candidate.fact.kind in GROUNDED:
        opens = _OPENS_WITH_A_PRONOUN.search(candidate.stem)
        return _DEICTIC.search(candidate.stem) is not None or opens is not None
    return _PRONOUN.search(candidate.stem) is not None


def stem_gives_the_answer(candidate: Candidate, _: Surroundings) -> bool:
    """A content word of the answer stands in the stem."""
    stem = set(re.findall(r"\w{4,}", candidate.stem.lower()))
    return bool(stem & set(re.findall(r"\w{4,}", candidate.answer.lower())) - _UNITS_ASKED)


def title_gives_the_answer(candidate: Candidate, _: Surroundings) -> bool:
    """The title is shown with the question, and says it."""
    return shares_a_word(candidate.title, candidate.answer)


def too_long_for_a_poll(candidate: Candidate, _: Surroundings) -> bool:
    """Telegram would refuse it."""
    options = (candidate.answer, *candidate.distractors)
    return len(candidate.stem) > STEM_LIMIT or any(len(o) > OPTION_LIMIT for o in options)


def key_not_in_evidence(candidate: Candidate, around: Surroundings) -> bool:
    """No cited sentence shows the value: the day it gives, or a word of it."""
    if candidate.answer_kind == "date":
        return not _is_dated(candidate, around)
    words = {word.lower() for name in _shown(candidate) for word in re.findall(r"\w+", name)}
    return not any(
        words & set(re.findall(r"\w+", citation.quote.lower()))
        for citation in candidate.fact.citations
    )


def too_few_wrong_options(candidate: Candidate, _: Surroundings) -> bool:
    """Where no fair wrong options are found, only what can be typed is asked."""
    return not candidate.distractors and not candidate.can_be_typed


def key_is_conspicuously_long(candidate: Candidate, _: Surroundings) -> bool:
    """The key is longer than every wrong option by more than half; countries are what they are."""
    if candidate.answer_kind == "country":
        return False
    longest = max(map(len, candidate.distractors), default=len(candidate.answer))
    return len(candidate.answer) > _LONGEST_KEY_SHARE * longest


def office_without_a_time(candidate: Candidate, _: Surroundings) -> bool:
    """Offices change hands: without a month, the question has many answers."""
    return candidate.fact.kind == "office" and not re.search(r"\b\d{4}\?$", candidate.stem)


def another_answer_fits(candidate: Candidate, around: Surroundings) -> bool:
    """Nearly the same is said of somebody or something else: the question has two answers."""
    if candidate.fact.kind not in {"deed", "gap", "role", "saying", "event_place", "event_time"}:
        return False
    return any(
        fuzz.token_sort_ratio(said(candidate.fact), said(other)) >= _SAME_STEM
        for other in around.rivals(candidate.fact)
        if other.value != candidate.fact.value and other.citations != candidate.fact.citations
    )


def comma_in_a_predicate(candidate: Candidate, _: Surroundings) -> bool:
    """What follows a comma often belongs to something else than the subject asked for."""
    places = re.findall(r", ([A-Z]\w+(?: [A-Z]\w+)*)", candidate.stem)
    loose = candidate.stem.count(",") - sum(place_kind(place) is not None for place in places)
    return candidate.fact.kind in {"deed", "event_time"} and loose > 0


def stem_is_winding(candidate: Candidate, _: Surroundings) -> bool:
    """More than two commas, or more than 26 words, are not taken in at a glance."""
    return candidate.stem.count(",") > _MOST_COMMAS or len(candidate.stem.split()) > _LONG_STEM


def says_nothing_exact(candidate: Candidate, _: Surroundings) -> bool:
    """Words such as "various" or "thereafter": the sentence would be as true of others."""
    return _VAGUE.search(candidate.stem) is not None


def country_of_a_state_named(candidate: Candidate, _: Surroundings) -> bool:
    """Who reads the name of a state in the stem need not be asked for its country."""
    names = re.findall(r"[A-Z]\w+(?: [A-Z]\w+)*", candidate.stem)
    is_country = candidate.answer == "United States" and candidate.fact.kind == "gap"
    return is_country and any(place_kind(name) == "state" for name in names)


def exact_day_of_a_lesser_event(candidate: Candidate, _: Surroundings) -> bool:
    """The year of an event is worth knowing; its day or month seldom is, unless it is a life's."""
    return candidate.fact.kind == "event_time" and not candidate.answer.isdecimal()


def shares_a_word(one: str, other: str) -> bool:
    """Whether a word of three letters or more stands in both."""
    return bool(
        set(re.findall(r"\w{3,}", one.lower())) & set(re.findall(r"\w{3,}", other.lower()))
    )


REFUSING: tuple[Rule, ...] = (
    contradicted_by_other_sources,
    evidence_contradicted,
    misspelt_name,
    stem_is_no_whole_question,
    stem_refers_to_nothing,
    stem_gives_the_answer,
    title_gives_the_answer,
    too_long_for_a_poll,
    key_not_in_evidence,
    too_few_wrong_options,
    stem_is_winding,
    another_answer_fits,
)


DOUBTING: tuple[Rule, ...] = (
    key_is_conspicuously_long,
    office_without_a_time,
    comma_in_a_predicate,
    says_nothing_exact,
    country_of_a_state_named,
    exact_day_of_a_lesser_event,
)


MILD = frozenset(
    {"bare_definite", "thin", "cut_in_the_middle", "progressive_or_perfect", "present_event"}
    | {"may_have_happened_more_than_once", "verb_without_its_goal", "reported_speech"}
    | {"state_not_event", "comparison_without_measure"}
)
"""Doubts about the wording that an instructor can weigh: alone, each makes a draft."""


def judged(candidate: Candidate, around: Surroundings) -> Candidate:
    """The candidate with the names of the rules that refuse or doubt it."""
    doubts = candidate.fact.doubts
    mild = doubts if len(doubts) == 1 and doubts[0] in MILD else ()
    grave = () if mild else doubts
    return replace(
        candidate,
        refused_by=(*grave, *(rule.__name__ for rule in REFUSING if rule(candidate, around))),
        doubted_by=(*mild, *(rule.__name__ for rule in DOUBTING if rule(candidate, around))),
    )


def _is_dated(candidate: Candidate, around: Surroundings) -> bool:
    wanted = candidate.fact.expected.date if candidate.fact.expected else ""
    return any(
        found.code.startswith(wanted)
        for citation in candidate.fact.citations
        for found in dates(citation.quote, around.published.get(citation.article))
    )


def _shown(candidate: Candidate) -> tuple[str, ...]:
    expected = candidate.fact.expected
    return (candidate.answer, candidate.fact.value, *(expected.names if expected else ()))


_UNITS_ASKED = frozenset({"about", "almost", "more", "than", "year", "years", "days", "hours"})

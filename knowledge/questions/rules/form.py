"""Whether a candidate has the outer form of a question that a poll can carry.

Counts words, characters and options; what they say is not looked at.
"""

from __future__ import annotations

import re

from knowledge.language.gazetteers import KIND_WORDS, ORGANISATION_SUFFIXES
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import BLANK, VALUES
from knowledge.questions.surroundings import Surroundings

STEM_LIMIT = 300
"""Characters that Telegram allows in a poll's question."""
OPTION_LIMIT = 100
"""Characters that Telegram allows in a poll's option."""

_FEWEST_WORDS, _MOST_WORDS = 3, 45
_MOST_COMMAS, _LONG_STEM = 2, 32
_QUESTION_WORD = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)
_ASKS_FOR_HALF = re.compile(r"(?:Who|What|Which \w+) (?:and|or)\b")
_LONGEST_KEY_SHARE = 1.6
_RANGE = re.compile(r"\d (?:to|and|or) \d|\d[–-]\d")
_SAID_TO_BE = re.compile(rf"\b(?:is|was|been|became|remains) an? {BLANK}")
_CLOCKS = frozenset(
    {"UTC", "GMT", "EST", "EDT", "PST", "PDT", "CST", "CET", "BST", "AM", "PM"}
    | {"BC", "AD", "CE", "BCE"}
)
_FAITHFUL = frozenset(
    {"Catholic", "Protestant", "Christian", "Muslim", "Jew", "Buddhist", "Hindu"}
)
_KINDS_OF_THINGS = KIND_WORDS["area"] | KIND_WORDS["event"]


def stem_is_no_whole_question(candidate: Candidate, _: Surroundings) -> bool:
    """A stem is one question of three to 45 words that ends in a question mark."""
    if candidate.form == "gap":
        return BLANK not in candidate.stem
    words = len(candidate.stem.split())
    asks = _QUESTION_WORD.search(candidate.stem) and not _ASKS_FOR_HALF.match(candidate.stem)
    return not (asks and candidate.stem.endswith("?") and _FEWEST_WORDS <= words <= _MOST_WORDS)


def stem_is_winding(candidate: Candidate, _: Surroundings) -> bool:
    """More than two commas, or more than 32 words, are not taken in at a glance."""
    return candidate.stem.count(",") > _MOST_COMMAS or len(candidate.stem.split()) > _LONG_STEM


def too_long_for_a_poll(candidate: Candidate, _: Surroundings) -> bool:
    """Telegram would refuse it."""
    options = (candidate.answer, *candidate.distractors)
    return len(candidate.stem) > STEM_LIMIT or any(len(o) > OPTION_LIMIT for o in options)


def too_few_wrong_options(candidate: Candidate, _: Surroundings) -> bool:
    """Where no fair wrong options are found, only what can be typed is asked."""
    return not candidate.distractors and not candidate.can_be_typed


def key_is_no_name(candidate: Candidate, _: Surroundings) -> bool:
    """A letter is the rest of a broken word; "Service" and "Court" are the ends of names.

    A time zone names nothing that a text is about. What something "is a" is a kind of thing,
    however large it is written.
    """
    if candidate.answer_kind in VALUES:
        return False
    answer = candidate.answer
    if candidate.answer_kind == "person" and answer.split()[-1] in _FAITHFUL:
        return True
    is_end = answer in _CLOCKS | ORGANISATION_SUFFIXES | KIND_WORDS["place"] | _KINDS_OF_THINGS
    is_kind = _SAID_TO_BE.search(candidate.stem) is not None
    return is_end or is_kind or (len(answer) == 1 and answer.isalpha())


def only_the_key_is_a_range(candidate: Candidate, _: Surroundings) -> bool:
    """Beside "16 centimetres", "40 to 49 centimetres" is what was measured."""
    options = candidate.distractors
    return (
        bool(options)
        and bool(_RANGE.search(candidate.answer))
        and not any(map(_RANGE.search, options))
    )


def key_is_conspicuously_long(candidate: Candidate, _: Surroundings) -> bool:
    """The key is longer than every wrong option by more than half: no number, and no place."""
    if candidate.answer_kind in {*VALUES, "country", "city", "state"}:
        return False
    longest = max(map(len, candidate.distractors), default=len(candidate.answer))
    return len(candidate.answer) > _LONGEST_KEY_SHARE * longest

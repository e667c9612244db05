"""Whether a stem pins its answer on the map or in the calendar, so that no title need be shown.

A battle has its day and its field; a bridge stands over one river at one town. Knows how places,
days and ranks are written; not which places there are.
"""

from __future__ import annotations

import re

from knowledge.language.dates import MONTHS, WEEKDAYS
from knowledge.language.gazetteers import DEMONYMS
from knowledge.language.places import capital_of, country_named
from knowledge.questions.anchors import leans_on_the_article
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import BLANK, names, sentence, without_genitive, years

_UNCLEAR = frozenset({"pronoun_unsure", "bare_definite"})
"""Doubts of a fact that its title may answer."""
_FEWEST = 3
"""Names that leave one bridge or one park of its kind."""

_KIND = re.compile(
    rf"^Which [a-z]|{BLANK},? (?:was|were|is|are) (?:an?|the|one|two|three|four|five) [a-z]"
)
"""The stem says what is asked for: "Which park", "_____ is a canyon"."""

_TOOK_PLACE = re.compile(r"\b(?:was|were) (?:fought|signed|concluded)\b|\btook place\b")
_FOUNDED = re.compile(r"\b(?:founded|established|started|renamed|set up|created)\b")
_LIES = re.compile(
    r"\b(?:is|are|was|were|lies?|lay|stands?|stood|covers?|fills?|protects?|spans?|occupies)\b"
)
_EXACTLY = re.compile(
    r"\b(?:over|between|across|near|off|along) (?:the )?(?:[a-z]+ )*[A-Z]"
    r"|\b(?:corner|tip|coast|mouth|end) of (?:the )?[A-Z]|\b[A-Z]\w+ coast\b"
    r"|\bheadquarters (?:at|in) [A-Z]|\bat \d+ [A-Z]"
    r"|\b\d[\d,.]*[ -]?(?:k?m²?|miles?|kilomet(?:re|er)s|met(?:re|er)s|square|hectares|acres)\b"
)
"""Where or how large it is, more nearly than "in" says."""

_RANK = re.compile(
    rf"(?:^What|{BLANK}) (?:is|was|are|were|became) the (?:[\w-]+ )?"
    r"(?:capital|\w{3,}est|(?:second|third|fourth)-\w+est)\b|^Which \w+ is the capital\b"
)
_MONTH = "|".join(MONTHS)
_OF_A_MONTH = re.compile(
    rf"(?<!before )(?<!until )(?<!after )(?<!since )\b(?:{_MONTH}) (?:\d{{1,2}}, )?\d{{4}}\b"
)
_BEHIND = re.compile(r"(?<=\w),? (?<!^In )(?<!^On )(?:where|which|who|whose|when)\b")
"""Behind such a word stand times and places of something else."""


def is_pinned(candidate: Candidate) -> bool:
    """Whether the stem leaves one event of its day, or one thing of its kind and place."""
    said = _BEHIND.split(sentence(candidate))[0]
    named = _named(said)
    leans = candidate.answer_kind == "person" or leans_on_the_article(said, candidate)
    if not named or leans or _UNCLEAR & {*candidate.fact.doubts}:
        return False
    if _everybody_knows(named, candidate.answer):
        return False
    happened = _TOOK_PLACE.search(said) or _FOUNDED.search(said)
    is_dated = _OF_A_MONTH.search(said) is not None or (happened is not None and bool(years(said)))
    is_placed = len(named) >= _FEWEST or _EXACTLY.search(said) is not None
    tells_where = _LIES.search(said) is not None and _KIND.search(said) is not None and is_placed
    return is_dated or _RANK.search(said) is not None or tells_where


def _named(said: str) -> set[str]:
    """The names that may pin something: no days, no peoples, no word that opens the sentence."""
    found = {without_genitive(name) for name in names(said)}
    unfit = {*MONTHS, *WEEKDAYS, *DEMONYMS}
    return {n for n in found if n.split()[0] not in unfit and not said.startswith(f"{n} in ")}


def _everybody_knows(named: set[str], answer: str) -> bool:
    """Of which country a city is the capital, or which city is its capital, nobody need read."""
    nation = capital_of(answer)
    is_its_capital = any(capital_of(name) == answer for name in named)
    return is_its_capital or (
        nation is not None and any(country_named(name) == nation for name in named)
    )

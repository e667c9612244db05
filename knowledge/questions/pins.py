"""Whether a stem pins its answer on the map or in the calendar, so that no title need be shown.

A battle has its day and its field; a bridge stands over one river at one town. Knows how places,
days and ranks are written; not which places there are.
"""

from __future__ import annotations

import re

from knowledge.language.dates import MONTHS
from knowledge.language.places import capital_of, country_named
from knowledge.questions.anchors import leans_on_the_article
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import BLANK, names, sentence, without_genitive, years

_FEWEST = 3
"""Names of places that leave one bridge or one park of its kind."""

_KIND = re.compile(
    rf"^(?:Which|What) [a-z]"
    rf"|{BLANK},? (?:was|were|is|are) (?:an?|the|one|two|three|four|five) [a-z]"
)
"""The stem says what is asked for: "Which park", "_____ is a canyon"."""

_TOOK_PLACE = re.compile(r"\b(?:was|were) (?:fought|signed|concluded)\b|\btook place\b")
_FOUNDED = re.compile(r"\b(?:founded|established|started|renamed|set up|created)\b")
_LIES = re.compile(
    r"\b(?:is|are|was|were|lies?|lay|stands?|stood|covers?|fills?|protects?|spans?|occupies)\b"
)
_EXACTLY = re.compile(
    r"\b(?:over|between|across|near|off|along|corner|tip|coast|mouth|headquarters|end of"
    r"|at \d+ [A-Z])\b"
    r"|\b\d[\d,.]*[ -]?(?:k?m²?|miles?|kilomet(?:re|er)s|met(?:re|er)s|square|hectares|acres)\b"
)
"""Where or how large it is, more nearly than "in" says."""

_RANK = re.compile(r"\bthe (?:[\w-]+ )?(?:capital|\w{3,}est|(?:second|third|fourth)-\w+est)\b")
_BEHIND = re.compile(r"(?<=\w),? (?:where|which|who|whose|when)\b")
"""Behind such a word stand times of something else."""
_MONTH = "|".join(MONTHS)
_OF_A_MONTH = re.compile(rf"\b(?:{_MONTH}) (?:\d{{1,2}}, )?\d{{4}}\b")


def is_pinned(candidate: Candidate) -> bool:
    """Whether the stem leaves one event of its day, or one thing of its kind and place."""
    said = sentence(candidate)
    named = {without_genitive(name) for name in names(said) if name.split()[0] not in MONTHS}
    leans = candidate.answer_kind == "person" or leans_on_the_article(said, candidate)
    if not named or leans or _everybody_knows(said, candidate.answer):
        return False
    is_dated = _OF_A_MONTH.search(_BEHIND.split(said)[0]) is not None
    if is_dated or (years(said) and (_TOOK_PLACE.search(said) or _FOUNDED.search(said))):
        return True
    if _RANK.search(said):
        return True
    tells_where = _LIES.search(said) is not None and _KIND.search(said) is not None
    return tells_where and (len(named) >= _FEWEST or _EXACTLY.search(said) is not None)


def _everybody_knows(said: str, answer: str) -> bool:
    """Of which country a city is the capital, nobody need read."""
    nation = capital_of(answer)
    return nation is not None and any(country_named(name) == nation for name in names(said))

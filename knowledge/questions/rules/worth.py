"""Whether what is asked is worth knowing a year from now.

Figures that change, that are too exact to be remembered, or that stand in a list of their like
are not; small counts and the years of events are.
"""

from __future__ import annotations

import re

from knowledge.language.dates import dates
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import BLANK, VALUES, quotes, sentence, years
from knowledge.questions.surroundings import Surroundings

_FIGURES = frozenset({"number", "quantity"})
_PERISHABLE = (
    r"employees|students|pupils|undergraduates|degrees|colleges|schools|stores|outlets|branches"
    r"|subscribers|followers|inhabitants|residents|households|families|vehicles|passengers"
    r"|visitors|members of staff|viewers|listeners|readers|customers|shares|votes|voters|people"
)
_COUNTS_PERISHABLE = re.compile(
    rf"{BLANK}(?: (?!and\b|or\b|in\b|of\b)[\w-]+){{0,3}} (?:{_PERISHABLE})\b"
)
_STATISTIC = re.compile(
    r"%|\b(?:per ?cent|percentages?|population|market share|tonnes?|tons|lit(?:er|re)s|hectares"
    r"|bushels|barrels|estimated|average[ds]?|median|rank(?:ed|ing|s)?|rated|rates?|GDP|census"
    r"|highest[- ](?:earning|paid)|best[- ](?:selling|paid|outdoor)|(?:most|\d\w\w) popular"
    r"|viewers|revenues?|sales|turnover|profits?|viewership|unemployment|worldwide|millionth"
    r"|million (?:homes|households|users|copies|people))\b"
)
_RANKING = re.compile(
    r"\b(?:ranking|most popular names?|(?:largest|leading|top) (?:producer|exporter|importer)s?)\b"
)
_DEATHS = re.compile(r"\b(?:killed|died|deaths|fatalities|executed|interned)\b")
_RANK_OR_SHARE = re.compile(r"\d(?:st|nd|rd|th)\b|%|\bmillion\b")
_MEASURED = re.compile(
    rf"{BLANK}(?: [a-z]+)? (?:tonnes?|tons|lit(?:er|re)s|hectares|bushels|barrels|minutes)\b"
)
_IN_OFFICE = re.compile(
    r"\b(?:president|premier|minister|secretary|chancellor|king|queen|emperor|pope|sultan|diplomat"
    r"|ambassador|senator|chairman|mayor|governor)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(rf"[$€£¥] ?{BLANK}|{BLANK} (?:dollars|euros|pounds|yen|cents)\b")
_FIGURE = re.compile(r"(?<![\w#])(?:\d{1,3}(?:,\d{3})+|\d{2,})(?:\.\d+)?(?![\w-])")
_PASSING = re.compile(
    r"\b(?:sponsor(?:ed|s)?|unusual|minor|comeback|guest[- ](?:starr?\w*|appear\w+)"
    r"|cameo|rumou?rs?|photograph(?:ed|s)?|pictured|(?:first|last) appearance of the season"
    r"|\d+(?:st|nd|rd|th) minute|(?:left|right|center) field|lineup|called up|affiliate"
    r"|(?:began|started|opened) (?:the )?\d{4} (?:season )?with|runs scored|was replaced by"
    r"|(?:drop|turn|stop|show|end|pass)(?:ped|ed)? (?:off|up|by) (?:at|in|to)\b)\b"
)


def perishable_figure(candidate: Candidate, _: Surroundings) -> bool:
    """A count of students, a price, a load of fish: another figure next year."""
    if candidate.answer_kind not in _FIGURES:
        return False
    said = sentence(candidate)
    forms = (_COUNTS_PERISHABLE, _MEASURED, _PRICE)
    return any(form.search(said) for form in forms) and _DEATHS.search(said) is None


def name_in_a_statistic(candidate: Candidate, _: Surroundings) -> bool:
    """Who or what was 49th in a list, or had 13.1 million viewers, is as soon forgotten."""
    said = sentence(candidate)
    if candidate.answer_kind in VALUES:
        return False
    has_figure = _RANK_OR_SHARE.search(said) is not None or bool(_figures(said))
    return _RANKING.search(said) is not None or (
        _STATISTIC.search(said) is not None and has_figure
    )


def something_passing(candidate: Candidate, _: Surroundings) -> bool:
    """A sponsorship, a cameo, a comeback: true, and of no use a year later."""
    return _PASSING.search(candidate.stem) is not None


def meeting_in_private(candidate: Candidate, _: Surroundings) -> bool:
    """When friends met is no fact of history: of one who meets, some source tells an office."""
    is_meeting = candidate.fact.kind.startswith("meeting_")
    return is_meeting and not any(_IN_OFFICE.search(quote) for quote in quotes(candidate))


def _figures(text: str) -> list[str]:
    """The numbers of more than one digit that belong to no date."""
    dated = [(found.start, found.end) for found in dates(text)]
    return [
        found[0]
        for found in _FIGURE.finditer(text)
        if found[0] not in years(text) and not any(s <= found.start() < e for s, e in dated)
    ]

"""Journeys that were put off: when, for what cause, and how much later they took place.

Requires the traveller by name or as the person the sentence before was about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.lines import Line
from knowledge.facts.statements import Statement
from knowledge.language.places import capital_of, country_named
from knowledge.language.quantities import durations, phrase
from knowledge.models import Expected

_JOURNEY = r"(?:trip|visit|journey|tour)"
_LATE = re.compile(r"^\s+later\s+than\s+(?:planned|scheduled|expected|intended)\b")
_POSTPONED = re.compile(
    rf"\b(?:postponed|put\s+off|delayed|called\s+off|cancelled)\b[^.;]*?\b{_JOURNEY}s?\b"
    rf"|\b{_JOURNEY}\b[^.;]*?\b(?:was|were)\s+(?:postponed|put\s+off|delayed)\b"
    r"|\bpostponed\s+(?:it|that)\b"
)
_CAUSE = re.compile(
    r"\b(?:after|when|because|as)\s+(?P<cause>(?:an?|the)\s(?:[^.;]|\.(?=\w|\s[a-z])){15,160})"
)


def statements(lines: list[Line]) -> Iterator[Statement]:
    """What the sentences of one article say about journeys put off."""
    goal = ""
    for line in lines:
        goal = _goal(line) or goal
        who = line.subject or line.previous_subject
        if who and re.search(rf"\b{_JOURNEY}\b", line.text):
            yield from _delay(line, who, goal)
            yield from _postponement(line, who, goal)


def _goal(line: Line) -> str:
    """The country to which the sentence says that somebody travels."""
    for name in line.names:
        is_goal = re.search(
            r"\b(?:visit(?:ed)?|trip to|visit to|travel to|journey to|in)\s(?:the\s)?$",
            line.text[: name.start],
        )
        country = country_named(name.text) or capital_of(name.text)
        if is_goal and country:
            return country
    return ""


def _delay(line: Line, who: str, goal: str) -> Iterator[Statement]:
    late = [found for found in durations(line.text) if _LATE.match(line.text[found.end :])]
    if len(late) == 1 and goal:
        found = late[0]
        yield Statement(
            "delay",
            {"who": who, "where": goal},
            ("delay", who, goal),
            phrase(found.low, found.high, found.unit),
            Expected("quantity", found.low, found.high, found.unit),
            line.citation,
            found.qualifier,
        )


def _postponement(line: Line, who: str, goal: str) -> Iterator[Statement]:
    match = _POSTPONED.search(line.text)
    if match is None or not goal:
        return
    arguments = {"who": who, "where": goal}
    months = {found.code: found for found in line.dates if found.month}
    if len(months) == 1 and re.search(r"\bpostponed\b.*\bin\s+[A-Z]", line.text):
        ((code, day),) = months.items()
        about = ("postponement", who, goal)
        expected = Expected("date", date=code)
        yield Statement("postponement", arguments, about, day.spoken, expected, line.citation)
    cause = _CAUSE.search(line.text, match.start())
    if cause:
        about = ("postponement_cause", who, goal)
        text = " ".join(cause["cause"].split())
        expected = Expected("phrase", names=(text,))
        yield Statement("postponement_cause", arguments, about, text, expected, line.citation)

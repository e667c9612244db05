"""Visits of a person to a country: how long they lasted and on what day the visitor arrived.

Requires the visitor by name and the destination; forbids plans and visits of several persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.lines import Line
from knowledge.facts.statements import Statement
from knowledge.language.names import Name
from knowledge.language.places import capital_of, country_named
from knowledge.language.quantities import Quantity, durations, phrase
from knowledge.models import Expected

_VISIT = r"(?:visit|trip|stay|tour)"
_ADJECTIVE = re.compile(
    rf"^[\s-]+(?:[a-z]+\s)?{_VISIT}\b(?:\s(?:to|in|of)\s(?:the\s)?(?P<to>[A-Z]))?"
)
_LASTED = re.compile(rf"\b{_VISIT}\s(?:to|in)\s(?:the\s)?(?P<to>[A-Z]\w*)[^,;]*\slasted\s$")
_ARRIVED = re.compile(r"\b(?:arrived|landed)\s(?:in|at)\s(?:the\s)?(?P<to>[A-Z])")
_CATAPHORA = re.compile(r"^(?:During|On|In|Within)\s(?:his|her)\b")
_NOT_YET = re.compile(r"\b(?:will|would|could|may|might|plan(?:s|ned)|postpon\w+|not|had meant)\b")


def statements(lines: list[Line]) -> Iterator[Statement]:
    """What the sentences of one article say about visits."""
    for line in lines:
        if _NOT_YET.search(line.text):
            continue
        yield from _lengths(line)
        yield from _arrivals(line)


def _lengths(line: Line) -> Iterator[Statement]:
    visitor = _visitor(line)
    if not visitor:
        return
    found = [(quantity, _destination(line, quantity)) for quantity in durations(line.text)]
    bound = [(quantity, place) for quantity, place in found if place]
    if len(bound) == 1:
        quantity, place = bound[0]
        yield _length(line, visitor, place, quantity)


def _destination(line: Line, quantity: Quantity) -> str | None:
    """The country visited, when the duration is that of a visit; None otherwise."""
    adjective = _ADJECTIVE.match(line.text[quantity.end :])
    lasted = _LASTED.search(line.text[: quantity.start])
    if adjective and adjective["to"]:
        return _country_at(line, quantity.end + adjective.start("to"))
    if lasted:
        return _country_at(line, lasted.start("to"))
    arrived = _ARRIVED.search(line.text[: quantity.start])
    return _country_at(line, arrived.start("to")) if adjective and arrived else None


def _country_at(line: Line, place: int) -> str | None:
    name = next((name for name in line.names if name.start == place), None)
    return (country_named(name.text) or capital_of(name.text)) if name else None


def _visitor(line: Line) -> str:
    """The person who travels: the sentence's first, unless another one is meant by "his"."""
    persons = [name for name in line.names if name.kind == "person"]
    if _CATAPHORA.match(line.text):
        return persons[0].full if persons and _follows_comma(line, persons[0]) else ""
    return line.subject


def _follows_comma(line: Line, name: Name) -> bool:
    before = line.text[: name.start].removesuffix(name.title + " ").rstrip()
    return before.endswith((",", name.title))


def _length(line: Line, visitor: str, place: str, quantity: Quantity) -> Statement:
    return Statement(
        "visit_duration",
        {"who": visitor, "where": place},
        ("visit_duration", visitor, place),
        phrase(quantity.low, quantity.high, quantity.unit),
        Expected("quantity", quantity.low, quantity.high, quantity.unit),
        line.citation,
        quantity.qualifier,
    )


def _arrivals(line: Line) -> Iterator[Statement]:
    match = _ARRIVED.search(line.text)
    days = {found.code: found for found in line.dates if found.day and found.is_consistent}
    if match is None or len(days) != 1 or len(line.dates) != 1 or not line.subject:
        return
    place = next((name for name in line.names if name.start == match.start("to")), None)
    if place is None or place.kind not in {"city", "country"}:
        return
    ((code, day),) = days.items()
    yield Statement(
        "arrival_date",
        {"who": line.subject, "where": place.text},
        ("arrival_date", line.subject, place.text),
        day.spoken,
        Expected("date", date=code),
        line.citation,
    )

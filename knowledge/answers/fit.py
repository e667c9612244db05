"""Whether a sentence holds a value of the shape that a question wants, said of those it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from knowledge.answers.asked import Asked
from knowledge.answers.holders import holders
from knowledge.answers.spans import TYPED, Span, spans
from knowledge.language.dates import MONTHS, WEEKDAYS
from knowledge.language.places import place_kind
from knowledge.search.tokens import terms

_PLACED = re.compile(
    r"\b(?:in|at|near|from|to|of|on|outside|between)\s+(?:the\s+)?"
    r"(?:(?:city|town|state|province|county|district|north|south|east|west|central)\w*\s+(?:of\s+)?)*"
    r"[A-Z]"
)
_ACTING = re.compile(
    r"\b(?:by|with|and|was|is|were|starring|to|President|Minister|Dr\.?|Sir)\s+"
    r"(?:[A-Z][\w.'’-]+\s+){1,3}?[A-Z][a-z]+"
)
_PARTNER = re.compile(
    r"\b(?:with|met|meets?|meeting|and|between|by|told)\s+(?:the\s+)?"
    r"(?P<name>[A-Z][\w’'-]*(?:\s+(?:of\s+)?[A-Z][\w’'-]*)*)"
)
_EQUATION = re.compile(
    r"(?P<who>[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,3})(?:,[^,]{3,60},)?\s+"
    r"(?:is|was|became|remains|serves\s+as|served\s+as)\s+(?!born\b|not\b)"
)
"""A sentence that begins by saying what somebody is: "Qin Gang is the foreign minister"."""

NAMED = frozenset({"person", "place", "organisation"})
"""Kinds whose values are names."""

_DAYS = frozenset({*WEEKDAYS, *MONTHS})
_OFFICE = (
    r"(?:[Mm]inister|[Ss]ecretary|[Pp]resident|[Dd]irector|[Cc]hief|[Hh]ead|[Dd]iplomat|[Aa]mbassador"
    r"|[Ss]pokes(?:man|woman|person)|[Ll]eader|[Cc]hair\w*|[Cc]hancellor|[Gg]overnor|[Mm]ayor|[Kk]ing|[Qq]ueen)"
)
_WHO = r"(?P<who>[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,2})"
_HELD = (
    re.compile(rf"{_OFFICE}(?:\s+of\s+[A-Z]\w+)?,?\s+{_WHO}"),
    re.compile(rf"{_WHO},\s+(?:an?\s+|the\s+)?(?:[\w’'-]+\s+){{0,5}}?{_OFFICE}"),
)
LACKING = -3.0
"""The fit of a sentence without any figure to a question that wants one."""

MEASURED = frozenset({"duration", "money", "count"})
"""Kinds whose values are quantities, said of somebody or something."""

_SURE = MEASURED | {"date"}
_POSSESSIVE = re.compile(r"['’]s?$")
_COUNTED_WITHIN = 50


def fit(asked: Asked, sentence: str) -> float:
    """Return how well the wanted shape is there: ``LACKING`` for no figure, 0 for none wanted, up to 4."""
    if asked.kind == "office" or asked.asks_who_somebody_is:
        return _says_what_somebody_is(asked, sentence)
    if asked.kind not in TYPED:
        return 0.0
    found = fitting_spans(asked, sentence)
    if not found:
        return LACKING if asked.kind in _SURE else -1.0
    if asked.counted:
        return 4.0 if any(is_counted(asked, sentence, span) for span in found) else 1.0
    if asked.kind == "place":
        return 2.0 if _PLACED.search(sentence) else 1.0
    if asked.kind == "person" and asked.asks_who_holds:
        return 1.0 + 5.0 * max((each.match for each in holders(asked, sentence)), default=0.0)
    if asked.kind == "person":
        return 2.0 if _ACTING.search(sentence) else 1.0
    return 1.0


def _says_what_somebody_is(asked: Asked, sentence: str) -> float:
    named = {term for name in asked.names for term in name}
    equation = _EQUATION.match(sentence)
    if equation and not named.isdisjoint(terms(equation["who"])):
        return 3.0
    held = (match for pattern in _HELD for match in pattern.finditer(sentence))
    return 2.5 if any(not named.isdisjoint(terms(match["who"])) for match in held) else 0.0


@lru_cache(maxsize=1 << 10)
def fitting_spans(asked: Asked, sentence: str) -> tuple[Span, ...]:
    """Return the spans of the wanted kind that say something new of those whom the question names."""
    found = (
        span
        for span in spans(sentence, asked.kind)
        if not asked.weights.keys() >= set(terms(span.text))
    )
    if asked.kind in MEASURED and asked.names:
        return tuple(span for span in found if not _is_said_of_others(asked, sentence, span))
    if asked.kind in NAMED:
        return tuple(span for span in found if _is_name(asked, span))
    return tuple(found)


def _is_name(asked: Asked, span: Span) -> bool:
    """Say whether a span written large is more than the first word of a sentence, or a day."""
    if span.text in _DAYS:
        return False
    return span.start > 0 or " " in span.text or asked.lexicon.is_name(span.text)


def is_counted(asked: Asked, sentence: str, span: Span) -> bool:
    """Say whether the number stands right before what the question counts."""
    after = terms(sentence[span.start : span.end + _COUNTED_WITHIN])
    return not asked.counted.isdisjoint(after[1:4])


def _is_said_of_others(asked: Asked, sentence: str, span: Span) -> bool:
    """Say whether the value belongs to somebody whom the question doesn't name.

    So it does where such a partner stands and one who is named doesn't, or stands further away:
    "Blinken met Wang a day after a six-hour meeting with Qin" gives no hours to Wang.
    """
    own = {term for name in asked.names for term in name}
    partners = list(_partners(sentence, span))
    others = [distance for name, distance in partners if own.isdisjoint(name)]
    named = [distance for name, distance in partners if not own.isdisjoint(name)]
    there = set(terms(sentence))
    lacking = any(there.isdisjoint(name) for name in asked.names)
    return bool(others) and (lacking or min(others) < min(named, default=len(sentence)))


def _partners(sentence: str, span: Span) -> Iterator[tuple[frozenset[str], int]]:
    for match in _PARTNER.finditer(sentence):
        if place_kind(_POSSESSIVE.sub("", match["name"])):
            continue
        start, end = match.span("name")
        distance = start - span.end if start >= span.end else span.start - end
        yield frozenset(terms(match["name"])), max(distance, 0)

"""Which date of a sentence is the one asked for, and how much of it."""

from __future__ import annotations

import re

from knowledge.answers.asked import Asked
from knowledge.answers.short.spans import Span
from knowledge.language.dates import MONTHS

_YEAR = re.compile(r"\b\d{4}\b")
_SPAN_OF_YEARS = re.compile(r"\D*\d{4}\s?[-–]\s?\d{4}$")
_BEGINNING = re.compile(
    r"\b(?:born|birth\w*|begin|began|begun|start(?:ed)?|founded|established)\b", re.IGNORECASE
)
_ENDING = re.compile(
    r"\b(?:die[sd]?|death|dead|end(?:ed)?|fall|fell|collapsed?|dissolved)\b", re.IGNORECASE
)
_LIFE = re.compile(r"\([^()]*\b\d{4}\b[^()]*\)")
_BIRTH = re.compile(r"\b(?:born|birth\w*)\b", re.IGNORECASE)
_DEATH = re.compile(r"\b(?:die[sd]?|death|dead|killed)\b", re.IGNORECASE)
_MONTH_NAMED = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_PRECISE = 0.15


def worth(asked: Asked, sentence: str, span: Span) -> float:
    """Return what speaks for a span as the date that ``asked`` wants, and against it."""
    precise = _MONTH_NAMED.search(span.text) is not None
    return _PRECISE * precise + _of_a_life(asked, sentence, span)


def worded(asked: Asked, text: str) -> str:
    """Return as much of a date as is asked: a year, the first or the last year of a time."""
    years = _YEAR.findall(text)
    if len(years) > 1 and _SPAN_OF_YEARS.match(text):
        if _ENDING.search(asked.text):
            return str(years[-1])
        return str(years[0]) if _BEGINNING.search(asked.text) else text
    return str(years[0]) if years and asked.asks_year else text


def _of_a_life(asked: Asked, sentence: str, span: Span) -> float:
    """Judge dates in brackets behind a name: birth and death, wanted only where asked for."""
    bracket = _LIFE.search(sentence)
    if bracket is None or not bracket.start() < span.start < bracket.end():
        return 0.0
    is_second = re.search(r"[–-]", sentence[bracket.start() : span.start]) is not None
    if _DEATH.search(asked.text):
        return 0.4 if is_second else -0.4
    if _BIRTH.search(asked.text):
        return -0.4 if is_second else 0.4
    return -0.4

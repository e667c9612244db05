"""Whether a sentence holds a value of the shape that a question wants."""

from __future__ import annotations

import re

from knowledge.answers.asked import Asked
from knowledge.answers.spans import TYPED, Span, spans
from knowledge.search.tokens import terms

_PLACED = re.compile(
    r"\b(?:in|at|near|from|to|of|on|outside|between)\s+(?:the\s+)?"
    r"(?:(?:city|town|state|province|county|district|north|south|east|west|central)\w*\s+(?:of\s+)?)*[A-Z]"
)
_ACTING = re.compile(
    r"\b(?:by|with|and|was|is|were|starring|to|President|Minister|Dr\.?|Sir)\s+"
    r"(?:[A-Z][\w.'’-]+\s+){1,3}?[A-Z][a-z]+"
)
_COUNTED_WITHIN = 50
_SURE = frozenset({"duration", "date", "money", "count"})


def fit(asked: Asked, sentence: str) -> float:
    """Return -1 where the wanted shape is absent, 0 where no shape is wanted, up to 4 where it is sure."""
    if asked.kind not in TYPED:
        return 0.0
    fresh = new_spans(asked, sentence)
    if not fresh:
        return -3.0 if asked.kind in _SURE else -1.0
    if asked.counted:
        return 4.0 if any(is_counted(asked, sentence, span) for span in fresh) else 1.0
    if asked.kind == "place":
        return 2.0 if _PLACED.search(sentence) else 1.0
    if asked.kind == "person":
        return 2.0 if _ACTING.search(sentence) else 1.0
    return 1.0


def new_spans(asked: Asked, sentence: str) -> list[Span]:
    """Return the spans of the wanted kind that say something the question doesn't."""
    return [
        span
        for span in spans(sentence, asked.kind)
        if not asked.weights.keys() >= set(terms(span.text))
    ]


def is_counted(asked: Asked, sentence: str, span: Span) -> bool:
    """Say whether the number stands right before what the question counts."""
    after = terms(sentence[span.start : span.end + _COUNTED_WITHIN])
    return not asked.counted.isdisjoint(after[1:4])

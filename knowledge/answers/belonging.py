"""Whose a value is where a sentence tells of several people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.answers.asked import Asked
from knowledge.answers.short.spans import Span
from knowledge.language.places import place_kind
from knowledge.search.tokens import terms

_PARTNER = re.compile(
    r"\b(?:with|met|meets?|meeting|and|between|by|told)\s+(?:the\s+)?"
    r"(?P<name>[A-Z][\w’'-]*(?:\s+(?:of\s+)?[A-Z][\w’'-]*)*)"
)
_POSSESSIVE = re.compile(r"['’]s?$")


def belongs_to_others(asked: Asked, sentence: str, span: Span) -> bool:
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
    """Yield the terms of all who take part, and how many characters off the span is."""
    for match in _PARTNER.finditer(sentence):
        if not place_kind(_POSSESSIVE.sub("", match["name"])):
            start, end = match.span("name")
            distance = start - span.end if start >= span.end else span.start - end
            yield frozenset(terms(match["name"])), max(distance, 0)

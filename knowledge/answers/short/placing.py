"""Which place of a sentence is the one asked for: by its sort, and by the word before it."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.answers.asked import Asked
from knowledge.answers.short.spans import Span
from knowledge.language.gazetteers import DEMONYMS
from knowledge.language.places import place_kind
from knowledge.search.tokens import terms, tokens

_LEAD = re.compile(
    r"\b(?P<lead>in|at|on|near|along|between|throughout|within|inside|outside|around|across|through"
    r"|into|from|to|off|under|beside)\s+(?:(?:the|an?|its|their)\s+)?(?:\w+\s+of\s+)?$"
)
_LAST = re.compile(
    r"\b(?P<last>to|from|through|into|on|near|between|over|across)(?:\s+in\s+[\w\s]+)?\W*$"
)
_BEFORE = 25
_SORTS = {
    "city": terms("city town capital"),
    "country": terms("country nation"),
    "state": terms("state province"),
    "region": terms("region river sea ocean continent"),
}
_CONTINENTS = frozenset(
    {"Africa", "Asia", "Europe", "North America", "South America", "Australia", "Antarctica"}
)
_LED, _AS_ASKED, _OF_SORT, _OF_OTHER_SORT, _NO_PLACE = 0.3, 0.4, 0.5, -0.4, -0.4
_LISTED = 0.2
_AFTER_DEED = 0.15


def worth(asked: Asked, sentence: str, span: Span) -> float:
    """Return what speaks for a span as the place that ``asked`` wants, and against it."""
    return (
        _by_sort(asked, span)
        + _by_lead(asked, sentence, span)
        + _AFTER_DEED * (asked.asks_where and _stands_after_deed(asked, sentence, span))
    )


def _by_sort(asked: Asked, span: Span) -> float:
    if span.text in DEMONYMS:
        return _NO_PLACE
    name = span.text.removeprefix("the ").removesuffix("'s").removesuffix("’s")
    kind = place_kind(name)
    if kind is None:
        return 0.0
    wanted = {each for each, words in _SORTS.items() if not asked.sort.isdisjoint(words)}
    if not asked.sort.isdisjoint(terms("continent")):
        return _OF_SORT if span.text in _CONTINENTS else _OF_OTHER_SORT
    if not wanted:
        return _LISTED
    return _OF_SORT if kind in wanted else _OF_OTHER_SORT


def _by_lead(asked: Asked, sentence: str, span: Span) -> float:
    """Judge by the word before: "to" leads to what "Where did they go to?" wants."""
    match = _LEAD.search(sentence, max(span.start - _BEFORE, 0), span.start)
    if match is None:
        return 0.0
    last = _LAST.search(asked.text)
    return _LED + _AS_ASKED * (last is not None and last["last"] == match["lead"])


def _stands_after_deed(asked: Asked, sentence: str, span: Span) -> bool:
    """Say whether the last of the question's words stands in the sentence before the span."""
    return _deed(asked, sentence) < span.start


@lru_cache(maxsize=1 << 10)
def _deed(asked: Asked, sentence: str) -> int:
    """Return where the last of the question's words stands, behind the sentence if nowhere."""
    deed = next((t.term for t in reversed(asked.tokens) if t.term in asked.focus), "")
    places = (word.start for word in tokens(sentence) if word.term == deed)
    return next(places, len(sentence)) if deed else len(sentence)

"""Whether the way back is open: from the question to its source, from the evidence to its value.

A question for which the library's own search does not find the article is one about too little.
"""

from __future__ import annotations

import re

from knowledge.language.dates import dates
from knowledge.language.numbers import cardinal
from knowledge.language.numbers import tokens as number_tokens
from knowledge.language.quantities import quantities
from knowledge.models import Expected
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import quotes, sentence
from knowledge.questions.surroundings import Surroundings

_AMONG_THE_FIRST = 5
_TOLERANCE = 1e-6
_A_YEAR = len("1856")


def source_not_found_again(candidate: Candidate, around: Surroundings) -> bool:
    """Stem and title, searched for in the library, do not bring an article that says it."""
    query = f"{candidate.title} {sentence(candidate)}"
    found = around.elsewhere.found(query, _AMONG_THE_FIRST)
    return not found & {citation.article for citation in candidate.fact.citations}


def value_not_read_back(candidate: Candidate, around: Surroundings) -> bool:
    """The grammar of dates and quantities does not read the stored value in any cited sentence."""
    expected = candidate.fact.expected
    if expected is None or expected.kind not in {"date", "quantity"}:
        return False
    if expected.kind == "date":
        return not _is_dated(candidate, expected, around)
    return not any(_holds(quote, expected) for quote in quotes(candidate))


def key_not_in_evidence(candidate: Candidate, _: Surroundings) -> bool:
    """No cited sentence shows a word of the value."""
    if candidate.answer_kind == "date":
        return False
    expected = candidate.fact.expected
    shown = (candidate.answer, candidate.fact.value, *(expected.names if expected else ()))
    words = {word.lower() for name in shown for word in re.findall(r"\w+", name)}
    return not any(words & set(re.findall(r"\w+", q.lower())) for q in quotes(candidate))


def _is_dated(candidate: Candidate, expected: Expected, around: Surroundings) -> bool:
    span = re.compile(rf"\b{expected.date}[–-]\d|\d[–-]{expected.date}\b")
    if len(expected.date) == _A_YEAR and any(map(span.search, quotes(candidate))):
        return True  # "(1856–1939)" is a span, and no date
    return any(
        found.code.startswith(expected.date)
        for citation in candidate.fact.citations
        for found in dates(citation.quote, around.published.get(citation.article))
    )


def _holds(quote: str, expected: Expected) -> bool:
    """Whether a quantity of the quote lies within the stored range, or a bare number does."""
    low, high = expected.low - _TOLERANCE, expected.high + _TOLERANCE
    measured = (q for q in quantities(quote) if q.unit == expected.unit)
    if any(low <= found.low and found.high <= high for found in measured):
        return True
    hyphened = (word.replace("-", " ") for word in re.findall(r"\b[a-z]+-[a-z]+\b", quote))
    counted = map(cardinal, [*(word for word, _, _ in number_tokens(quote)), *hyphened])
    return any(value is not None and low <= value <= high for value in counted)

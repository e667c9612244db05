"""Whether a sentence holds a value of the shape that a question wants."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.answers.asked import Asked
from knowledge.answers.belonging import belongs_to_others
from knowledge.answers.holders import clarity_of_role, holders
from knowledge.answers.kin import kin
from knowledge.answers.kinds import Kind
from knowledge.answers.short.spans import TYPED, Span, spans
from knowledge.answers.speaking import speaks
from knowledge.language.dates import MONTHS, WEEKDAYS
from knowledge.search.tokens import terms

NAMED: frozenset[Kind] = frozenset({"person", "place", "organisation"})
"""Kinds whose values are names."""

MEASURED: frozenset[Kind] = frozenset({"duration", "money", "count"})
"""Kinds whose values are quantities, said of somebody or something."""

LACKING = -3.0
"""The fit of a sentence without any figure to a question that wants one."""

_SURROUNDED: dict[Kind, re.Pattern[str]] = {
    "place": re.compile(
        r"\b(?:in|at|near|from|to|of|on|outside|between)\s+(?:the\s+)?(?:(?:city|town|state"
        r"|province|county|district|north|south|east|west|central)\w*\s+(?:of\s+)?)*[A-Z]"
    ),
    "person": re.compile(
        r"\b(?:by|with|and|was|is|were|starring|to|President|Minister|Dr\.?|Sir)\s+"
        r"(?:[A-Z][\w.'’-]+\s+){1,3}?[A-Z][a-z]+"
    ),
}
_LENGTHS = re.compile(
    r"\b(?:(?:kilo|centi|milli)?met(?:er|re)s?|feet|foot|ft|inch(?:es)?|miles?|yards?|stor(?:eys?|ies)|[kcm]?m)\b"
)
_MEASURES = {
    "old": re.compile(r"\b(?:(?:years?|months?|centuries)[\s-]old|aged?|ages)\b"),
    "tall": _LENGTHS,
    "high": _LENGTHS,
    "deep": _LENGTHS,
    "wide": _LENGTHS,
    "far": _LENGTHS,
    "heavy": re.compile(r"\b(?:(?:kilo)?grams?|kg|g|pounds?|lbs?|tons?|tonnes?|ounces?|stone)\b"),
    "fast": re.compile(
        r"\b(?:mph|km/h|knots?|(?:miles|kilomet(?:er|re)s|met(?:er|re)s)\s+(?:an?|per)\s)"
    ),
}
"""What must stand in or beside a number that tells how old, tall, far or fast something is."""

_BESIDE = 16
_FOLLOWING = re.compile(r"(?:[\s-]+[A-Za-z/]+){0,3}")
_SPOKEN = 5.0
_NAMING = 2.0
_NAMES_IT = re.compile(
    r"\b(?:called|termed|dubbed|named|nicknamed|known\s+(?:\w+\s+)?as|refer(?:s|red)\s+to\s+as"
    r"|designated|officially|stands\s+for|(?:name|term|word)s?\b)|[“\"‘][^”\"’]{2,40}[”\"’]",
    re.IGNORECASE,
)
_REASONED = 1.0
_REASON = re.compile(
    r"\b(?:because|due\s+to|owing\s+to|since|as|so\s+that|so\s+as|in\s+order\s+to|as\s+a\s+result|result(?:s|ed|ing)?"
    r"|caus(?:e|es|ed|ing)|therefore|thus|hence|reasons?|allow(?:s|ed|ing)|led|lead(?:s|ing)?|after|for\s+fear"
    r"|thanks\s+to|why)\b",
    re.IGNORECASE,
)

_GAP = re.compile(r"\s+(?:after|before|ago|later|earlier|from\s+now|since)\b")
_AGE = re.compile(r"\b(?:age\s+of|aged?)\s+$")
_UNIT = re.compile(
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|percent|per\s?cent|miles?"
    r"|met(?:er|re)s|km|kg|dollars?|euros?|pounds?)$|[$€£%]|\d{4}\s*(?:-|–|to)\s*\d{4}"
)
_ADVERBS = frozenset({"Today", "Yesterday", "Later", "Meanwhile", "However", "Furthermore"})
_SHARE = re.compile(r"%|per\s?cent")
_DAYS = frozenset({*WEEKDAYS, *MONTHS})
_COUNTED_WITHIN = 50
_WORDS_OF_SORT = 3


def fit(asked: Asked, sentence: str) -> float:
    """Return how well the wanted shape is there, up to 7; ``LACKING`` or less without a figure."""
    if asked.kind == "office" or asked.asks_who_somebody_is:
        return 3.0 * clarity_of_role(asked, sentence)
    if asked.speaker:
        return _SPOKEN * speaks(asked.speaker, sentence) * _on_topic(asked, sentence)
    if asked.kind == "reason":
        return _REASONED * (_REASON.search(sentence) is not None)
    if asked.kind not in TYPED:
        return _NAMING * (asked.asks_name and _NAMES_IT.search(sentence) is not None)
    found = fitting_spans(asked, sentence)
    if not found:
        if asked.kind == "duration":
            return 2 * LACKING
        return LACKING if asked.kind in MEASURED or asked.kind == "date" else -1.0
    return 1.0 + _beyond_shape(asked, sentence, found)


def _on_topic(asked: Asked, sentence: str) -> float:
    """Return 1 where the sentence has something of what was spoken about, a half elsewhere."""
    spoken = set(asked.spoken_of)
    return 1.0 if not spoken or not spoken.isdisjoint(terms(sentence)) else 0.5


def _beyond_shape(asked: Asked, sentence: str, found: Sequence[Span]) -> float:
    """Return what speaks for the spans beside their shape, by the kind of question."""
    if asked.counted:
        return 3.0 * any(is_counted(asked, sentence, span) for span in found)
    if asked.kind == "person" and asked.asks_who_holds:
        return 5.0 * max((each.match for each in holders(asked, sentence)), default=0.0)
    if asked.kind == "duration":
        return 2.0 * max(likeness_to_event(asked, sentence, span) for span in found)
    surrounded = _SURROUNDED.get(asked.kind)
    return 1.0 if surrounded and surrounded.search(sentence) else 0.0


@lru_cache(maxsize=1 << 10)
def fitting_spans(asked: Asked, sentence: str) -> tuple[Span, ...]:
    """Return the spans of the wanted kind that say something new of those who are named."""
    found = (
        span
        for span in spans(sentence, asked.kind)
        if not asked.weights.keys() >= set(terms(span.text)) and _measures(asked, sentence, span)
    )
    if asked.kind == "duration":
        found = (span for span in found if not _is_gap(asked, sentence, span))
    if asked.asks_share:
        found = (span for span in found if _SHARE.search(span.text))
    if asked.counted:
        found = (span for span in found if not _counts_otherwise(asked, sentence, span))
    if asked.kind == "duration" and asked.names:
        return tuple(span for span in found if not belongs_to_others(asked, sentence, span))
    if asked.kind == "person" and not asked.asks_relative:
        found = (span for span in found if not _ends_as_asked(asked, span))
    if asked.kind in NAMED:
        return tuple(span for span in found if is_name(asked, span))
    return tuple(found)


def _ends_as_asked(asked: Asked, span: Span) -> bool:
    """Say whether a name is one of the question's with more before it: a title, a given name."""
    last = span.text.rpartition(" ")[2]
    return " of " not in span.text and any(name[-1] in terms(last) for name in asked.names)


def _measures(asked: Asked, sentence: str, span: Span) -> bool:
    """Say whether the span has the dimension asked for: no "three hours" for "how tall"."""
    measure = _MEASURES.get(asked.measure)
    if measure is None:
        return True
    after = _FOLLOWING.match(sentence, span.end)
    end = after.end() if after else span.end
    start = max(span.start - _BESIDE, 0) if asked.measure == "old" else span.start
    return measure.search(sentence[start:end]) is not None


def _is_gap(asked: Asked, sentence: str, span: Span) -> bool:
    """Say whether a duration only parts two events ("a day after"), seldom asked for."""
    return _GAP.match(sentence, span.end) is not None and not _GAP.search(f" {asked.text}")


def _counts_otherwise(asked: Asked, sentence: str, span: Span) -> bool:
    """Say whether a number is one of years, money, shares or ages, and none is counted."""
    if _AGE.search(sentence, max(span.start - 10, 0), span.start):
        return True
    return _UNIT.search(span.text) is not None and asked.counted.isdisjoint(terms(span.text))


def is_counted(asked: Asked, sentence: str, span: Span) -> bool:
    """Say whether the number stands right before what the question counts."""
    after = terms(sentence[span.start : span.end + _COUNTED_WITHIN])
    return not asked.counted.isdisjoint(after[1:4])


def is_of_sort(asked: Asked, sentence: str, span: Span) -> bool:
    """Say whether the span is, by itself or its neighbours, what the question says it is."""
    before = " ".join(sentence[: span.start].split()[-1:])
    after = " ".join(sentence[span.end :].split()[:_WORDS_OF_SORT])
    near = frozenset(terms(f"{before} {span.text} {after}"))
    return not asked.sort.isdisjoint(near) or bool(kin(asked.sort, near))


def likeness_to_event(asked: Asked, sentence: str, span: Span) -> float:
    """Judge "two-day" by what it measures, -1 to 1: a "two-day visit" is no meeting."""
    if "-" not in span.text:
        return 0.0
    following = terms(sentence[span.end : span.end + _COUNTED_WITHIN])[:1]
    likely = following and (following[0] in asked.weights or kin(asked.weights, {*following}))
    return 1.0 if likely else -1.0


def is_name(asked: Asked, span: Span) -> bool:
    """Say whether a span written large is more than the first word of a sentence, or a day."""
    if span.text in _DAYS:
        return False
    if span.start > 0 or " " in span.text:
        return True
    if any(letter.isupper() for letter in span.text[1:]):
        return True
    return span.text not in _ADVERBS and asked.lexicon.is_name(span.text)

"""Places told by a plain phrase: "in the mountains", "at the northern end of the lake".

A phrase of time or of manner ("in 1912", "in order") is none; which of several is meant, others
judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.answers.short.spans import Span, spans

_LEADS = (
    r"(?:in|at|on|near|along|between|throughout|within|inside|outside|around|across|through|into"
    r"|onto|from|to|off|under|beneath|behind|beside|above|below)"
)
_ENDS = (
    r"(?:in|at|on|near|along|between|throughout|within|inside|outside|around|across|through|into"
    r"|onto|from|to|off|under|by|with|for|as|after|before|during|until|since|because|and|or|but|while"
    r"|than|that|which|who|whom|whose|where|when|if|is|are|was|were|be|been|has|have|had|can|could"
    r"|will|would|may|might|must|should|did|does|do|also|only|then|usually|often|like|such|later|earlier|again|now|today|ago|together|this|these|last|next|not|he|she|it|they)\b"
)
_WORD = r"[^\W\d_][\w’'-]*"
_WORDS = rf"(?:(?!{_ENDS}){_WORD}\s+){{0,4}}(?!{_ENDS}){_WORD}"
_PHRASE = re.compile(
    rf"\b{_LEADS}\s+(?P<place>(?:(?:the|an?|its|their|his|her)\s+)?{_WORDS})", re.IGNORECASE
)
_NO_PLACE = re.compile(
    r"\b(?:centur(?:y|ies)|decades?|years?|months?|weeks?|days?|hours?|periods?|times?|era|ages?|war"
    r"|morning|evening|night|spring|summer|autumn|winter|order|addition|fact|particular|general|case"
    r"|example|part|terms|response|contrast|effect|common|return|favou?r|turn|least|most|first|last"
    r"|account|charge|use|way|ways|number|instead|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|\w+days?)\b",
    re.IGNORECASE,
)
_DEED = re.compile(r"(?i:to)\s+(?!(?:the|an?|its|their|his|her)\b)[a-z-]+\b(?!\s+[A-Z])")
"""A verb behind "to" is no place: "to stay", but "to southern Italy"."""


def phrases(sentence: str) -> Iterator[Span]:
    """Yield what stands behind a word of place: names with what belongs to them, plain phrases."""
    for match in _PHRASE.finditer(sentence):
        if not _NO_PLACE.search(match["place"]) and not _DEED.match(match[0]):
            yield Span(*match.span("place"), match["place"])


def whereabouts(sentence: str) -> tuple[Span, ...]:
    """Return the phrases of place, and the names that stand in none."""
    told = tuple(phrases(sentence))
    names = (
        name
        for name in spans(sentence, "place")
        if not any(each.start < name.end and name.start < each.end for each in told)
    )
    return tuple(sorted((*told, *names), key=lambda span: span.start))
